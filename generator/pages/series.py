"""An agency's reports as a series of years: which are of a year, and which come before and after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

from generator.model.catalog import ReportRecord
from generator.pages.catalog import Catalog, newest_first

_FARTHEST: Final = 200  # reports of an agency looked at for the year before or after


def reports_of_year(agency_id: str, year: int | None, catalog: Catalog) -> tuple[ReportRecord, ...]:
    """An agency's reports of one year, in their order; none for an agency that is not known."""
    records = catalog.by_agency.get(agency_id, ())
    start, end = _place(records, year)
    return records[start:end]


def nearest_years(record: ReportRecord, catalog: Catalog) -> tuple[ReportRecord | None, ReportRecord | None]:
    """The reports before and after one: of the same agency and document type, in the nearest year that is there.

    Args:
        record: a report; one whose agency or year is not known has no neighbours.
        catalog: lookups.

    Returns:
        The earlier and the later one, None where there is none.
    """
    records = catalog.by_agency.get(record.agency.agency_id, ())
    if record.year is None:
        return None, None
    start, end = _place(records, record.year)
    after = range(end, min(end + _FARTHEST, len(records)))
    before = range(start - 1, max(start - 1 - _FARTHEST, -1), -1)
    return (
        _first_like(record, (records[index] for index in after)),
        _first_like(record, (records[index] for index in before)),
    )


def _place(records: tuple[ReportRecord, ...], year: int | None) -> tuple[int, int]:
    """Where the reports of a year stand in a list with the newest year first."""
    wanted = newest_first(year)
    return (
        bisect_left(records, wanted, key=lambda one: newest_first(one.year)),
        bisect_right(records, wanted, key=lambda one: newest_first(one.year)),
    )


def _first_like(record: ReportRecord, candidates: Iterable[ReportRecord]) -> ReportRecord | None:
    return next((one for one in candidates if one.year is not None and _type_id(one) == _type_id(record)), None)


def _type_id(record: ReportRecord) -> str:
    return record.document_type.type_id if record.document_type else ""
