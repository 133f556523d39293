"""公开情况: which agency's document of which year is in the collection, when it was public, and what is not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from generator.model.catalog import ReportRecord
from generator.model.report import Agency, DocumentType
from generator.taxonomy.reading_order import agency_order
from generator.taxonomy.roster import Duty, Roster
from generator.taxonomy.timeliness import Timeliness, deadline, timeliness


class CellState(StrEnum):
    """What is known of one agency's document of one year."""

    ON_TIME = "on-time"
    LATE = "late"
    UNDATED = "undated"  # there is a day for it, and no date tells whether it was kept
    PUBLISHED = "published"  # no rule sets a day
    MISSING = "missing"  # the roster asks for it
    NOT_DUE = "not-due"  # the roster asks for it, and the collection's newest date is before the day
    NOT_LISTED = "not-listed"  # there is a roster, and it does not ask for it
    UNRECORDED = "unrecorded"  # there is no roster: absence proves nothing


_TIMELY = {
    Timeliness.ON_TIME: CellState.ON_TIME,
    Timeliness.LATE: CellState.LATE,
    Timeliness.UNKNOWN: CellState.UNDATED,
    None: CellState.PUBLISHED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One agency and year.

    Attributes:
        year: the year reported on.
        state: what is known.
        record: the report; of several the one that was public first; None where there is none.
        others: how many more there are.
    """

    year: int
    state: CellState
    record: ReportRecord | None = None
    others: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One agency, with a cell for each year of its table."""

    agency: Agency
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeCoverage:
    """One type's table.

    Attributes:
        document_type: the type.
        years: newest first; those that have a report or that the roster asks for.
        rows: agencies in reading order.
        has_roster: the roster speaks of this type.
        unplaced: reports of this type whose agency or year is not known, so that no row or column is theirs.
    """

    document_type: DocumentType
    years: tuple[int, ...]
    rows: tuple[Row, ...]
    has_roster: bool
    unplaced: int


Groups = dict[tuple[str, int], list[ReportRecord]]


def survey(
    records: Iterable[ReportRecord],
    agencies: Iterable[Agency],
    roster: Roster | None,
    region_sort_key: Callable[[str], Any],
) -> tuple[TypeCoverage, ...]:
    """Make the tables.

    A type has one where its documents report on a year each, or where the roster names it.  The newest year is that of
    the newest report of the type: no clock is asked.

    Args:
        records: the published reports.
        agencies: the registered agencies; one that is unknown to them is taken from its reports.
        roster: the roster, or None.
        region_sort_key: administrative order of region codes.

    Returns:
        Tables of at least one row and one year; types with a day to keep first, then by their number of reports.
    """
    known = {agency.agency_id: agency for agency in agencies if agency.agency_id}
    groups: dict[str, Groups] = defaultdict(lambda: defaultdict(list))
    unplaced: dict[str, int] = defaultdict(int)
    types: dict[str, DocumentType] = {}
    duties: dict[str, list[Duty]] = defaultdict(list)
    for duty in roster.duties if roster is not None else ():
        types[duty.document_type.type_id] = duty.document_type
        duties[duty.document_type.type_id].append(duty)
    newest = date.min
    for record in records:
        newest = max(newest, record.publication_date or newest, record.date_of_writing or newest)
        type_id = record.document_type.type_id if record.document_type is not None else ""
        if record.document_type is None or not (record.document_type.reports_on_year or type_id in duties):
            continue
        types.setdefault(type_id, record.document_type)
        if record.year is None or not record.agency.agency_id:
            unplaced[type_id] += 1
            continue
        known.setdefault(record.agency.agency_id, record.agency)
        groups[type_id][record.agency.agency_id, record.year].append(record)
    ordered = sorted(known.values(), key=lambda agency: agency_order(agency, region_sort_key))
    tables = (
        _table(document_type, groups[type_id], tuple(duties[type_id]), ordered, newest, unplaced[type_id])
        for type_id, document_type in types.items()
    )
    return tuple(sorted((table for table in tables if table.rows and table.years), key=_table_order))


def _table(
    document_type: DocumentType,
    groups: Groups,
    duties: tuple[Duty, ...],
    agencies: list[Agency],
    newest: date,
    unplaced: int,
) -> TypeCoverage:
    years = _years(groups, duties)
    named = {agency_id for agency_id, _ in groups}
    named |= {agency_id for duty in duties for agency_id in duty.agency_ids}
    duties_of: dict[str, list[Duty]] = defaultdict(list)
    for duty in duties:
        for agency_id in duty.agency_ids:
            duties_of[agency_id].append(duty)
    # A rule with a day binds every agency, so that those without a report are shown too; else who publishes is known
    # from the roster and the reports alone.
    everyone = document_type.public_before is not None and not duties

    def cell(agency_id: str, year: int) -> Cell:
        if found := groups.get((agency_id, year)):
            first = min(found, key=_first_public)
            return Cell(year=year, state=_TIMELY[timeliness(first)], record=first, others=len(found) - 1)
        if not duties:
            return Cell(year=year, state=CellState.UNRECORDED)
        wanted = next((duty for duty in duties_of[agency_id] if duty.covers(year)), None)
        if wanted is None:
            return Cell(year=year, state=CellState.NOT_LISTED)
        limit = deadline(document_type, year)
        # A roster that names its last year says that it is due.
        open_still = wanted.to_year is None and limit is not None and newest < limit
        return Cell(year=year, state=CellState.NOT_DUE if open_still else CellState.MISSING)

    return TypeCoverage(
        document_type=document_type,
        years=years,
        rows=tuple(
            Row(agency=agency, cells=tuple(cell(agency.agency_id, year) for year in years))
            for agency in agencies
            if everyone or agency.agency_id in named
        ),
        has_roster=bool(duties),
        unplaced=unplaced,
    )


def _years(groups: Groups, duties: tuple[Duty, ...]) -> tuple[int, ...]:
    years = {year for _, year in groups}
    newest = max(years, default=0)
    for duty in duties:
        years.update(range(duty.from_year, (duty.to_year or max(newest, duty.from_year)) + 1))
    return tuple(sorted(years, reverse=True))


def _first_public(record: ReportRecord) -> tuple[date, date, str]:
    return (record.publication_date or date.max, record.date_of_writing or date.max, record.report_id)


def _table_order(table: TypeCoverage) -> tuple[bool, int, str]:
    reports = sum(1 for row in table.rows for cell in row.cells if cell.record is not None)
    return (table.document_type.public_before is None, -reports, table.document_type.type_id)
