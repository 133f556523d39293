"""Understood -> ReportRecord: the small record that the second half works with, and the official text on disk."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from generator.gate.rules import load_gate_rules
from generator.model.catalog import OriginalFile, ReportRecord, UnitRecord
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.report import Mask, Report, Unit
from generator.model.text import EvidencePlace, RemovalReason, Removed
from generator.pages.dialect import render_markdown
from generator.pages.inline import mask_name
from generator.pages.official_text import render_official_text
from generator.pages.read_back import document_cells, official_characters, read_built_cells, read_built_page
from generator.pages.wording import REMOVAL_NAMES
from generator.parser.characters import normal_form
from generator.parser.findings import FIDELITY_BROKEN
from generator.pipeline.inspection import diagnostic_values, inspection
from generator.pipeline.understand import Understood
from generator.taxonomy.excerpts import ROW_END, beginning, excerpt_around

WORK_DIR = ".gongkai/work"
_EXCERPT = 120
_MARKER_MOST = 12  # characters of a heading's marker and the blanks around it
_REMOVALS_SHOWN = 20
# Told with their words and lines; of anything else only the number: a site's own words are no part of the report.
_LAYOUT = frozenset({RemovalReason.PAGE_NUMBER, RemovalReason.RUNNING_HEAD})
# Findings that concern the way into the folder and not the reader of the page.
_NOT_ON_PAGE = frozenset({"unsafe-name", "no-agency-folder", "front-matter-ignored", "agency-unknown"})


def make_record(understood: Understood, project_dir: Path) -> ReportRecord | Diagnostic:
    """Render the official text, read it back, and make the record.

    The rendered text is written below ``.gongkai/work``, so that no more than one is in memory at a time.

    Args:
        understood: a report that is to be published.
        project_dir: the project folder.

    Returns:
        The record, or a finding where the page would not say what the source says.
    """
    report = understood.report
    if report is None:
        message = "only a report that was read can be published"
        raise ValueError(message)
    masks = understood.decision.masks
    body = render_official_text(report.document, masks)
    characters = official_characters(report.document, masks)
    shown = render_markdown(body)
    if read_built_page(shown) != characters or read_built_cells(shown) != document_cells(report.document, masks):
        return FIDELITY_BROKEN.at(1, line_number=1)
    body_path = f"bodies/{report.source.report_id}.md"
    target = project_dir / WORK_DIR / body_path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(body, encoding="utf-8")
    record = _record(understood, report, characters, body_path)
    entry = project_dir / WORK_DIR / _entry_path(record)
    entry.parent.mkdir(parents=True, exist_ok=True)
    entry.write_text(json.dumps(_catalogue_entry(understood, record), ensure_ascii=False), encoding="utf-8")
    return record


def read_entry(record: ReportRecord, project_dir: Path) -> dict[str, Any]:
    """The entry of a record in the published catalogue, as ``make_record`` left it on disk."""
    text = (project_dir / WORK_DIR / _entry_path(record)).read_text(encoding="utf-8")
    entry: dict[str, Any] = json.loads(text)
    return entry


def _entry_path(record: ReportRecord) -> str:
    return f"catalogue/{record.report_id}.json"


def _catalogue_entry(understood: Understood, record: ReportRecord) -> dict[str, Any]:
    """What ``inspect`` tells of a report, without passages and figures, and where it stands on the site."""
    values = inspection(understood, figures=False)
    del values["passages"], values["decision"]
    # The directory's own table, which the gate has looked at; a site's other lines and tags stay where they are.
    values["evidence"] = [one for one in values["evidence"] if one["place"] == EvidencePlace.METADATA_TABLE]
    values["removed"] = [piece for piece in values["removed"] if piece["reason"] in _LAYOUT]
    values["diagnostics"] = [diagnostic_values(diagnostic) for diagnostic in record.diagnostics]
    values["uri"] = record.uri
    values["source_url"] = record.source_url or None
    values["official_sha256"] = record.official_sha256
    return values


def _record(understood: Understood, report: Report, characters: str, body_path: str) -> ReportRecord:
    document = understood.published or report.document
    codes = {diagnostic.code for diagnostic in understood.diagnostics}
    withheld = not codes.isdisjoint(load_gate_rules().withhold_original)
    return ReportRecord(
        report_id=report.source.report_id,
        uri=f"reports/{report.source.report_id}/",
        title=report.title or f"（无标题：{report.source.path.stem}）",
        agency=report.agency,
        year=report.year,
        document_type=report.document_type,
        document_number=report.document_number,
        index_number=report.index_number,
        date_of_writing=report.date_of_writing,
        publication_date=report.publication_date,
        disclosure=report.disclosure,
        source_url=report.source_url,
        keywords=report.keywords,
        summary=report.summary,
        outline=document.headings,
        units=tuple(
            _unit_record(unit, report.source.report_id, listed) for unit, listed in listed_themes(report.units)
        ),
        missing_roles=report.missing_roles,
        masked=_mask_names(understood.decision.masks),
        original=OriginalFile(
            name=report.source.path.name,
            media_type=report.text.media_type,
            size=report.text.size,
            sha256=report.text.sha256,
            offered=not understood.decision.masks and not withheld,
            encoding=report.text.encoding,
        ),
        review=report.review,
        diagnostics=_page_findings(understood.diagnostics),
        remarks=report.remarks,
        removed=_removals(document.removed),
        official_sha256=hashlib.sha256(characters.encode()).hexdigest(),
        official_characters=len(characters),
        body_path=body_path,
        origin=report.text.origin,
        confidence=report.text.confidence,
        pages=report.text.pages,
        seals=report.text.seals,
        references=report.text.references,
        withheld=withheld,
    )


def listed_themes(units: tuple[Unit, ...]) -> tuple[tuple[Unit, tuple[str, ...]], ...]:
    """The themes under which each unit stands in lists and links.

    A theme that only one 一是 item of a section is about is that item's; one that the section shares with two items
    or none is the section's.  So no passage is listed twice, and a link leads to the narrowest right place.
    """
    items_of: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.part_of:
            items_of[unit.passages[0]].append(unit)
    listed: list[tuple[Unit, tuple[str, ...]]] = []
    family: list[Unit] = []
    for unit in units:
        if not unit.part_of:
            family = [item for anchor in unit.passages for item in items_of[anchor]]
        wanted = {1} if unit.part_of else {number for number in range(len(family) + 1) if number != 1}
        own = (theme.theme_id for theme in unit.themes)
        listed.append((unit, tuple(theme_id for theme_id in own if _holders(family, theme_id) in wanted)))
    return tuple(listed)


def _holders(units: list[Unit], theme_id: str) -> int:
    return sum(1 for unit in units if any(theme.theme_id == theme_id for theme in unit.themes))


def _unit_record(unit: Unit, report_id: str, listed: tuple[str, ...]) -> UnitRecord:
    text = below_heading(readable(unit.text), unit.heading, unit.label)
    words = {theme.theme_id: tuple(word.word for word in theme.words) for theme in unit.themes}
    return UnitRecord(
        report_id=report_id,
        label=unit.label,
        anchor=unit.anchor,
        heading=unit.heading,
        excerpt=beginning(text, _EXCERPT),
        themes=listed,
        words=tuple((theme_id, words[theme_id]) for theme_id in listed),
        terms=unit.terms if listed else (),
        excerpts=tuple((theme_id, excerpt_around(text, words[theme_id])) for theme_id in listed),
    )


def readable(text: str) -> str:
    """Several blocks in one line, in normal form; cells of a table stay apart, or numbers beside each other were one.

    Args:
        text: a unit's; a tab stands between the cells of a row, a line break between rows and between blocks.

    Returns:
        A blank stands between cells and a wide one around rows.
    """
    told = ""
    last_has_cells = False
    for line in text.split("\n"):
        cells = [cell for cell in map(normal_form, line.split("\t")) if cell]
        if cells:
            has_cells = "\t" in line
            told += (ROW_END if told and (has_cells or last_has_cells) else "") + " ".join(cells)
            last_has_cells = has_cells
    return told


def below_heading(text: str, heading: str, label: str) -> str:
    """The text behind marker and heading, which lists show beside it; the whole where nothing follows.

    Args:
        text: in normal form.
        heading: its heading, or empty.
        label: of the unit; 第四条 stands at the beginning of an article without heading.
    """
    if not heading:
        return (text.removeprefix(label).strip() or text) if label.endswith("条") else text
    start = text.find(heading, 0, len(heading) + _MARKER_MOST)
    rest = text[start + len(heading) :].strip() if start >= 0 else ""
    return rest or text


def _removals(removed: tuple[Removed, ...]) -> tuple[str, ...]:
    """What was left out, for the page's proof; a site's words, markup and zero-width marks are told by their number."""
    layout = [piece for piece in removed if piece.reason in _LAYOUT]
    told = [f"第 {piece.line} 行{REMOVAL_NAMES[piece.reason]}“{piece.text}”" for piece in layout[:_REMOVALS_SHOWN]]
    if len(layout) > _REMOVALS_SHOWN:
        told.append(f"等共 {len(layout)} 处版面文字")
    numbers = Counter(piece.reason for piece in removed if piece.reason not in _LAYOUT)
    told += [f"{name} {numbers[reason]} 处" for reason, name in REMOVAL_NAMES.items() if numbers[reason]]
    return tuple(told)


def _mask_names(masks: tuple[Mask, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mask_name(mask.kind) for mask in masks))


def _page_findings(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What a reader of the page may want to know: remarks on the text, not on files."""
    return tuple(
        diagnostic
        for diagnostic in found
        if diagnostic.severity is not Severity.ERROR and diagnostic.code not in _NOT_ON_PAGE
    )
