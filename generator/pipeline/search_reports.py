"""What the search needs of one report: kept on disk when it is understood, read back one at a time for the index."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from generator.model.catalog import ReportRecord
from generator.model.document import Block, BlockKind, Document, Heading
from generator.model.report import Unit
from generator.pipeline.records import WORK_DIR
from generator.pipeline.understand import Understood
from generator.search.model import SearchPassage, SearchReport

_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


def keep_search_report(understood: Understood, record: ReportRecord, project_dir: Path) -> None:
    """Write the passages of a report that is to be published, masked parts left out.

    Args:
        understood: the report; its units are those of the masked document.
        record: its record.
        project_dir: the project folder.
    """
    report, published = understood.report, understood.published
    if report is None or published is None or not understood.decision.publish:
        message = "only a report that is published can be searched"
        raise ValueError(message)
    path = _path(record.report_id, project_dir)
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = _search_report(record, _passages(published, report.units))
    path.write_text(json.dumps(asdict(kept), ensure_ascii=False), encoding="utf-8")


def read_search_report(record: ReportRecord, project_dir: Path) -> SearchReport:
    """One report for the index, as ``keep_search_report`` left it on disk."""
    values = json.loads(_path(record.report_id, project_dir).read_text(encoding="utf-8"))
    passages = tuple(
        SearchPassage(**{**passage, "themes": tuple(passage["themes"]), "roles": tuple(passage["roles"])})
        for passage in values.pop("passages")
    )
    short_names, region_names = tuple(values.pop("short_names")), tuple(values.pop("region_names"))
    return SearchReport(**values, short_names=short_names, region_names=region_names, passages=passages)


def _search_report(record: ReportRecord, passages: tuple[SearchPassage, ...]) -> SearchReport:
    agency, document_type = record.agency, record.document_type
    date = record.publication_date or record.date_of_writing
    return SearchReport(
        report_id=record.report_id,
        uri=record.uri,
        title=record.title,
        agency_id=agency.agency_id,
        agency=agency.name,
        short_names=agency.short_names,
        document_number=record.document_number,
        index_number=record.index_number,
        region_code=agency.region.code,
        region_names=agency.region.names,
        year=record.year,
        type_id=document_type.type_id if document_type else "",
        type_name=document_type.name if document_type else "",
        date=date.isoformat() if date else "",
        passages=passages,
    )


def _passages(document: Document, units: tuple[Unit, ...]) -> tuple[SearchPassage, ...]:
    headings = {heading.anchor: heading for heading in document.headings}
    by_anchor: dict[str, list[Unit]] = {}
    for unit in units:
        for anchor in unit.passages:
            by_anchor.setdefault(anchor, []).append(unit)
    return tuple(
        _passage(block, headings, by_anchor.get(block.anchor, [])) for block in document.blocks if block.text.strip()
    )


def _passage(block: Block, headings: Mapping[str, Heading], units: list[Unit]) -> SearchPassage:
    section = headings.get(block.section)
    themes = dict.fromkeys(theme.theme_id for unit in units for theme in unit.themes)
    roles = dict.fromkeys(role.value for unit in units for role in unit.roles)
    return SearchPassage(
        anchor=block.anchor,
        label=f"{section.label}{section.text}" if section is not None else "",
        text=block.text,
        heading_end=len(block.text) if block.kind in _HEADS else block.heading_end,
        themes=tuple(themes),
        roles=tuple(roles),
    )


def _path(report_id: str, project_dir: Path) -> Path:
    return project_dir / WORK_DIR / "search" / f"{report_id}.json"
