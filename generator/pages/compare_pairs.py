"""Which reports are set beside each other: neighbouring years of one agency, of one kind of annual document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Final

from generator.model.catalog import ReportRecord

COMPARE: Final = "compare/"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPair:
    """Two reports of neighbouring years among those that are there.

    Attributes:
        earlier, later: the reports; both have a year, a type and an agency with an id.
        uri: address of their comparison.
    """

    earlier: ReportRecord
    later: ReportRecord
    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPairs:
    """All pairs.

    Attributes:
        by_agency: agency id -> its pairs, newest first.
        by_report: report id -> the pairs that it is in, at most two, newest first.
    """

    by_agency: Mapping[str, tuple[YearPair, ...]] = field(default_factory=dict)
    by_report: Mapping[str, tuple[YearPair, ...]] = field(default_factory=dict)


def compare_uri(agency_id: str, earlier: int, later: int, type_id: str = "") -> str:
    """The comparison of two years of an agency; with a type where the agency has such a pair of several types."""
    return f"{COMPARE}{agency_id}/{earlier}-{later}{f'-{type_id}' if type_id else ''}/"


def find_pairs(by_agency: Mapping[str, tuple[ReportRecord, ...]]) -> YearPairs:
    """The pairs of all agencies.

    Only documents that report on a year are paired: two circulars of two years have nothing to do with each other.  Of
    a year with two documents of one type nobody can say which one the next year follows: it is in no pair, and years
    on both sides of it are no neighbours.

    Args:
        by_agency: agency id -> its records.
    """
    pairs = {agency_id: _pairs(agency_id, records) for agency_id, records in by_agency.items()}
    by_report: dict[str, tuple[YearPair, ...]] = {}
    for found in pairs.values():
        for pair in found:
            for record in (pair.later, pair.earlier):
                by_report[record.report_id] = (*by_report.get(record.report_id, ()), pair)
    return YearPairs(by_agency={agency_id: found for agency_id, found in pairs.items() if found}, by_report=by_report)


def shared_addresses(pairs: Iterable[YearPair]) -> dict[str, tuple[YearPair, ...]]:
    """Addresses without a type that several pairs of an agency would have: each leads to all of them."""
    found: dict[str, list[YearPair]] = {}
    for pair in pairs:
        plain = _plain_uri(pair.earlier, pair.later)
        if pair.uri != plain:
            found.setdefault(plain, []).append(pair)
    return {uri: tuple(sharing) for uri, sharing in found.items()}


def _pairs(agency_id: str, records: Iterable[ReportRecord]) -> tuple[YearPair, ...]:
    neighbours = list(_neighbours(records)) if agency_id else []
    plain = [_plain_uri(earlier, later) for earlier, later in neighbours]
    made = (
        YearPair(earlier=earlier, later=later, uri=uri if plain.count(uri) == 1 else _typed_uri(earlier, later))
        for (earlier, later), uri in zip(neighbours, plain, strict=True)
    )
    return tuple(sorted(made, key=lambda pair: (-(pair.later.year or 0), -(pair.earlier.year or 0), pair.uri)))


def _neighbours(records: Iterable[ReportRecord]) -> Iterator[tuple[ReportRecord, ReportRecord]]:
    dated = [one for one in records if one.year and one.document_type and one.document_type.reports_on_year]
    dated.sort(key=lambda one: (_type_id(one), one.year or 0, one.report_id))
    for _, of_type in groupby(dated, key=_type_id):
        years = [tuple(of_year) for _, of_year in groupby(of_type, key=lambda one: one.year)]
        for earlier, later in pairwise(years):
            if len(earlier) == len(later) == 1:
                yield earlier[0], later[0]


def _type_id(record: ReportRecord) -> str:
    return record.document_type.type_id if record.document_type else ""


def _plain_uri(earlier: ReportRecord, later: ReportRecord) -> str:
    return compare_uri(later.agency.agency_id, earlier.year or 0, later.year or 0)


def _typed_uri(earlier: ReportRecord, later: ReportRecord) -> str:
    return compare_uri(later.agency.agency_id, earlier.year or 0, later.year or 0, _type_id(later))
