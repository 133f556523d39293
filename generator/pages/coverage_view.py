"""公开情况 as its pages say it: marks, words, dates, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.model.report import DocumentType, PublicationRule
from generator.pages import uris, wording
from generator.pages.listing import province_group
from generator.taxonomy.coverage import Cell, CellState, Row, TypeCoverage

MOST_YEARS: Final = 10
STATE_NAMES: Final = {
    CellState.ON_TIME: "按时",
    CellState.LATE: "逾期",
    CellState.UNDATED: "发布日期不详",
    CellState.PUBLISHED: "已公开",
    CellState.MISSING: "未收录",
    CellState.NOT_DUE: "未到期",
    CellState.NOT_LISTED: "不在名册",
    CellState.UNRECORDED: "未收录",
}
_MEANINGS: Final = {
    CellState.ON_TIME: "在{limit}之前公开",
    CellState.LATE: "{limit}或以后才公开，或者才成文",
    CellState.UNDATED: "已公开；没有载明发布日期，是否按时无从判断",
    CellState.PUBLISHED: "已公开；没有规定统一的公开期限",
    CellState.MISSING: "名册列为应当公开，本站没有收录",
    CellState.NOT_DUE: "名册列为应当公开；按本站文件的最新日期，期限未到",
    CellState.NOT_LISTED: "名册没有列为应当公开",
    CellState.UNRECORDED: "本站没有收录，不说明机关没有公开",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCell:
    """One cell: ``state`` is its style, ``uri`` the report's page or empty, ``notes`` the short lines below."""

    state: CellState
    name: str
    uri: str
    label: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One agency; ``uri`` is empty where it has no page."""

    name: str
    uri: str
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What a mark means, and how many cells have it."""

    state: CellState
    name: str
    meaning: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """One table of agencies and years.

    Attributes:
        anchor: of its heading.
        heading: the type's name, or the province's on a page of its own.
        years: its columns.
        groups: (province, rows).
        legends: the marks that occur, with their counts.
        notes: sentences above the table.
    """

    anchor: str
    heading: str
    years: tuple[int, ...]
    groups: tuple[tuple[str, tuple[ShownRow, ...]], ...]
    legends: tuple[Legend, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceLine:
    """A province's line of the overview: for each year (how many have it, of how many, percent)."""

    name: str
    uri: str
    agencies: int
    years: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One type of a large collection: provinces and years, with counts."""

    anchor: str
    heading: str
    years: tuple[int, ...]
    lines: tuple[ProvinceLine, ...]
    notes: tuple[str, ...]


def show_matrix(
    table: TypeCoverage, rows: Sequence[Row], with_page: frozenset[str], counted: Sequence[Row] = ()
) -> Matrix:
    """One table.

    Args:
        table: the type.
        rows: those to show, in order.
        with_page: agencies that have a page.
        counted: the rows that the legend counts; those shown when left out.
    """
    groups = groupby(rows, key=lambda row: province_group(row.agency)[1])
    return Matrix(
        anchor=f"t-{table.document_type.type_id}",
        heading=table.document_type.name,
        years=table.years[:MOST_YEARS],
        groups=tuple((name, tuple(_row(row, with_page) for row in group)) for name, group in groups),
        legends=_legends(table.document_type, counted or rows),
        notes=_notes(table),
    )


def show_overview(table: TypeCoverage, provinces: Sequence[tuple[str, str, tuple[Row, ...]]]) -> Overview:
    """The counts of each province.

    Args:
        table: the type.
        provinces: (key, name, rows).
    """
    return Overview(
        anchor=f"t-{table.document_type.type_id}",
        heading=table.document_type.name,
        years=table.years[:MOST_YEARS],
        lines=tuple(
            ProvinceLine(
                name=name,
                uri=uris.coverage_uri(table.document_type.type_id, key),
                agencies=len(rows),
                years=tuple(
                    _count([row.cells[column] for row in rows]) for column in range(len(table.years[:MOST_YEARS]))
                ),
            )
            for key, name, rows in provinces
        ),
        notes=_notes(table),
    )


def _count(cells: Sequence[Cell]) -> tuple[int, int, int]:
    asked = [cell for cell in cells if cell.state is not CellState.NOT_LISTED]
    there = sum(1 for cell in asked if cell.record is not None)
    return there, len(asked), there * 100 // len(asked) if asked else 0


def _row(row: Row, with_page: frozenset[str]) -> ShownRow:
    agency = row.agency
    return ShownRow(
        name=agency.name,
        uri=uris.agency_uri(agency.agency_id) if agency.agency_id in with_page else "",
        cells=tuple(_cell(cell, agency.name) for cell in row.cells[:MOST_YEARS]),
    )


def _cell(cell: Cell, agency_name: str) -> ShownCell:
    name = STATE_NAMES[cell.state]
    record = cell.record
    if record is None:
        return ShownCell(state=cell.state, name=name, uri="", label="", notes=())
    if record.publication_date is not None:
        notes = [f"{record.publication_date.isoformat()} 发布"]
    else:
        notes = [f"{record.date_of_writing.isoformat()} 成文"] if record.date_of_writing is not None else []
    notes += [f"未见 {len(record.missing_roles)} 项"] if record.missing_roles else []
    notes += [f"另有 {cell.others} 份"] if cell.others else []
    label = f"{agency_name}{wording.year_name(cell.year)}：{name}"
    return ShownCell(state=cell.state, name=name, uri=record.uri, label=label, notes=tuple(notes))


def _legends(document_type: DocumentType, rows: Sequence[Row]) -> tuple[Legend, ...]:
    found = Counter(cell.state for row in rows for cell in row.cells[:MOST_YEARS])
    limit = _day_name(document_type.public_before)
    return tuple(
        Legend(state=state, name=STATE_NAMES[state], meaning=_MEANINGS[state].format(limit=limit), count=found[state])
        for state in CellState
        if found[state]
    )


def _notes(table: TypeCoverage) -> tuple[str, ...]:
    document_type = table.document_type
    rule = document_type.public_before
    notes = []
    if rule is not None:
        notes.append(f"应当在{_day_name(rule)}之前向社会公开（{rule.source}）。")
    if document_type.required_roles:
        parts = "、".join(wording.ROLE_NAMES[role] for role in document_type.required_roles)
        notes.append(
            f"应当载明：{parts}。注明“未见”的，是其中有几项没有辨认出来，由程序按小标题和用语判断，供核对时参考。"
        )
    if not table.has_roster:
        notes.append("本站没有应公开机关的名册，表中是本站已知的机关。“未收录”只说明本站没有，不说明没有公开。")
    if len(table.years) > MOST_YEARS:
        notes.append(f"只列最近的 {MOST_YEARS} 个年度，更早的见各机关的页面和数据表。")
    if table.unplaced:
        notes.append(f"另有 {table.unplaced} 份机关或者年度待确认，没有列入。")
    return tuple(notes)


def _day_name(rule: PublicationRule | None) -> str:
    return f"次年{rule.month}月{rule.day}日" if rule is not None else "规定期限"
