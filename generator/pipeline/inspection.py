"""``gongkai inspect --format json``: the contract, see ``generator/data/inspect.schema.json``."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.diagnostics import Diagnostic
from generator.model.document import Block, BlockKind, Document
from generator.model.report import Mask, Report, Unit
from generator.parser.characters import non_blank
from generator.pipeline.understand import Understood
from generator.publish.figure_values import figure_values, plain_number
from generator.taxonomy.figures import find_figures
from generator.taxonomy.indicators import indicator_values, load_indicators


def inspection(understood: Understood, *, figures: bool = True) -> dict[str, Any]:
    """What we understand of one file, as JSON values; masked characters are in none of them.

    Args:
        understood: the file.
        figures: look for quantities and indicators too; the build keeps those apart.
    """
    report, document = understood.report, understood.published
    result: dict[str, Any] = {
        "source": {
            "path": understood.source.display_path,
            "media_type": report.text.media_type if report else None,
            "encoding": report.text.encoding if report else None,
            "sha256": report.text.sha256 if report else None,
            "size": report.text.size if report else None,
            "characters": report.text.characters if report else None,
            "origin": report.text.origin.value if report else None,
            "pages": report.text.pages or None if report else None,
            "confidence": report.text.confidence if report else None,
            "seals": report.text.seals if report else None,
        },
        "report_id": understood.source.report_id,
    }
    if report is not None and document is not None:
        masks = understood.decision.masks
        result |= _metadata(report, document) | _text(report, document)
        result["tables"] = [_table(block, masks) for block in report.document.blocks if block.kind is BlockKind.TABLE]
        result |= _beside(report, masks)
        result |= _figures(document, report.units) if figures else {}
    result["masked"] = [{"kind": mask.kind, "line": mask.line} for mask in understood.decision.masks]
    result["decision"] = "publish" if understood.decision.publish else "hold"
    result["diagnostics"] = [diagnostic_values(diagnostic) for diagnostic in understood.diagnostics]
    return result


def diagnostic_values(diagnostic: Diagnostic) -> dict[str, Any]:
    """One finding as JSON values."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "line": diagnostic.line,
    }


def _metadata(report: Report, document: Document) -> dict[str, Any]:
    return {
        "title": report.title or None,
        "agency": report.agency.name or None,
        "agency_id": report.agency.agency_id or None,
        "agency_as_printed": report.agency_as_printed or None,
        "region": {"code": report.agency.region.code or None, "names": list(report.agency.region.names)},
        "year": report.year,
        "document_type": report.document_type.name if report.document_type else None,
        "document_number": report.document_number or None,
        "index_number": report.index_number or None,
        "date_of_writing": _iso(report.date_of_writing),
        "publication_date": _iso(report.publication_date),
        "disclosure": {
            "attribute": report.disclosure.attribute.value,
            "mark": report.disclosure.mark or None,
            "basis": report.disclosure.basis or None,
        },
        "addressees": list(document.addressees),
        "copy_to": list(document.copy_to),
        "signature": list(document.signature),
        "printing_agency": document.printing_agency or None,
        "printing_date": _iso(document.printing_date),
        "keywords": list(report.keywords),
        "summary": report.summary,
        "themes": _themes(report.units),
        "roles": _roles(report.units) if report.document_type and report.document_type.required_roles else [],
        "missing_roles": [role.value for role in report.missing_roles],
        "review": {
            "by": report.review.by,
            "date": report.review.date.isoformat(),
            "allow": list(report.review.allow),
            "reason": report.review.reason,
        }
        if report.review
        else None,
    }


def _text(report: Report, document: Document) -> dict[str, Any]:
    return {
        "outline": [
            {
                "level": heading.level,
                "marker": heading.marker,
                "heading": heading.text,
                "run_in": heading.run_in,
                "anchor": heading.anchor,
                "label": heading.label,
            }
            for heading in document.headings
        ],
        "enumerations": sum(len(block.items) for block in document.blocks),
        "official_characters": sum(len(non_blank(block.text)) for block in report.document.blocks),
        "passages": [
            {
                "anchor": block.anchor,
                "section": block.section or None,
                "kind": block.kind.value,
                "text": block.text,
                "line": block.span.first_line,
            }
            for block in document.blocks
        ],
        "removed": [
            {"text": piece.text, "reason": piece.reason.value, "line": piece.line} for piece in document.removed
        ],
    }


def _figures(document: Document, units: tuple[Unit, ...]) -> dict[str, Any]:
    """Quantities and indicators of the document as published; an indicator names the figures that it rests on."""
    figures = find_figures(document, units)
    return {
        "figures": [figure_values(figure) for figure in figures],
        "indicators": [
            {
                "id": value.indicator_id,
                "number": plain_number(value.number),
                "value": value.value,
                "unit": value.unit,
                "figures": [figures.index(figure) for figure in value.figures],
            }
            for value in indicator_values(figures, load_indicators())
        ],
    }


def _table(block: Block, masks: tuple[Mask, ...]) -> dict[str, Any]:
    """A table with its cells; taken from the document before masking, whose places are those of the block's text."""
    gone = [(mask.start, mask.end) for mask in masks if mask.anchor == block.anchor]
    return {
        "anchor": block.anchor,
        "line": block.span.first_line,
        "rows": max((cell.row + cell.row_span for cell in block.cells), default=0),
        "columns": max((cell.column + cell.column_span for cell in block.cells), default=0),
        "cells": [
            {
                "row": cell.row,
                "column": cell.column,
                "row_span": cell.row_span,
                "column_span": cell.column_span,
                "header": cell.header,
                "text": "".join(
                    block.text[at] for at in range(cell.start, cell.end) if not any(a <= at < b for a, b in gone)
                ),
            }
            for cell in block.cells
        ],
    }


def _beside(report: Report, masks: tuple[Mask, ...]) -> dict[str, Any]:
    """Evidence and references; one that repeats a masked place is left out."""
    texts = {block.anchor: block.text for block in report.document.blocks}
    masked = {text for mask in masks if len(text := texts[mask.anchor][mask.start : mask.end].strip()) > 1}
    return {
        "evidence": [
            {"field": one.field.value, "value": one.value, "place": one.place.value, "line": one.line or None}
            for one in report.text.evidence
            if not any(text in one.value for text in masked)
        ],
        "references": [
            {"kind": one.kind.value, "name": one.name, "uri": one.uri or None, "line": one.line or None}
            for one in report.text.references
            if not any(text in one.name or text in one.uri for text in masked)
        ],
    }


def _themes(units: tuple[Unit, ...]) -> list[dict[str, Any]]:
    """Theme -> the sections (labels) about it, with the words that made it so and where."""
    themes: dict[str, dict[str, Any]] = {}
    for unit in units:
        for theme in unit.themes:
            entry = themes.setdefault(theme.theme_id, {"id": theme.theme_id, "sections": [], "evidence": []})
            if unit.label not in entry["sections"]:
                entry["sections"].append(unit.label)
            entry["evidence"].append(
                {
                    "section": unit.label,
                    "anchor": unit.anchor,
                    "score": theme.score,
                    "words": [{"word": word.word, "line": word.line} for word in theme.words],
                }
            )
    return sorted(themes.values(), key=lambda entry: str(entry["id"]))


def _roles(units: tuple[Unit, ...]) -> list[dict[str, Any]]:
    roles: dict[str, list[str]] = {}
    for unit in units:
        for role in unit.roles:
            sections = roles.setdefault(role.value, [])
            if not unit.part_of and unit.label not in sections:
                sections.append(unit.label)
    return [{"id": role, "sections": sections} for role, sections in sorted(roles.items())]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
