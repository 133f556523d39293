"""Lookups over all records, made once, so that each page costs the same however large the site is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator.model.catalog import Link, ReportRecord, UnitRecord
from generator.model.report import Agency
from generator.model.vocabulary import Theme
from generator.pages.compare_pairs import YearPairs, find_pairs
from generator.taxonomy.reading_order import agency_order

Key = TypeVar("Key")
Entry = TypeVar("Entry")
# Orders region codes in administrative order; its keys are compared with each other only.
RegionSortKey = Callable[[str], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePassage:
    """One unit under one theme, with the report it stands in."""

    report: ReportRecord
    unit: UnitRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Everything that pages look up.

    Attributes:
        records: in reading order (region, agency, newest year first, id).
        by_id: report id -> record.
        by_agency: agency id -> its records, newest year first.
        by_year: year -> records, newest year first, 年度待确认 last.
        agencies: agency id -> agency, for registered agencies and those of the records.
        children: agency id -> ids of the agencies that belong to it and have reports, in reading order.
        links: report id -> its links, best first.
        units: (report id, anchor) -> unit.
        themes: theme id -> theme, in the vocabulary's order.
        passages: theme id -> year -> passages, in reading order.
        sort_key: administrative order of region codes.
        pairs: reports of neighbouring years that are set beside each other.
    """

    records: tuple[ReportRecord, ...]
    by_id: dict[str, ReportRecord]
    by_agency: dict[str, tuple[ReportRecord, ...]]
    by_year: dict[int | None, tuple[ReportRecord, ...]]
    agencies: dict[str, Agency]
    children: dict[str, tuple[str, ...]]
    links: dict[str, tuple[Link, ...]]
    units: dict[tuple[str, str], UnitRecord]
    themes: dict[str, Theme]
    passages: dict[str, dict[int | None, tuple[ThemePassage, ...]]]
    sort_key: RegionSortKey = field(repr=False)
    pairs: YearPairs = field(default_factory=YearPairs)


def make_catalog(
    records: Iterable[ReportRecord],
    links: Iterable[Link],
    themes: Iterable[Theme],
    agencies: Iterable[Agency],
    region_sort_key: RegionSortKey,
) -> Catalog:
    """Index the records.

    Args:
        records: the published reports, in any order.
        links: 同主题 links; those of or to a report that is not published are left out.
        themes: the vocabulary, in its order.
        agencies: the registered agencies.
        region_sort_key: order of region codes.
    """
    ordered = tuple(sorted(records, key=lambda record: _reading_order(record, region_sort_key)))
    by_id = {record.report_id: record for record in ordered}
    grouped = _group(ordered, lambda record: record.agency.agency_id)
    grouped.pop("", None)
    # Names of an agency that is not registered differ between its documents: the order of all does not hold for years.
    by_agency = {agency_id: tuple(sorted(group, key=_year_order)) for agency_id, group in grouped.items()}
    known = {agency.agency_id: agency for agency in agencies if agency.agency_id}
    for record in ordered:
        if record.agency.agency_id:
            known.setdefault(record.agency.agency_id, record.agency)
    children = _group(by_agency, lambda agency_id: known[agency_id].parent)
    children.pop("", None)
    by_year = _group(ordered, lambda record: record.year)
    kept = [link for link in links if link.from_report in by_id and link.to_report in by_id]
    vocabulary = {theme.theme_id: theme for theme in themes}
    return Catalog(
        records=ordered,
        by_id=by_id,
        by_agency=by_agency,
        by_year={year: by_year[year] for year in sorted(by_year, key=newest_first)},
        agencies=known,
        children=children,
        links=_group(sorted(kept, key=_link_order), lambda link: link.from_report),
        units={(record.report_id, unit.anchor): unit for record in ordered for unit in record.units},
        themes=vocabulary,
        passages=_passages_by_theme(ordered, vocabulary),
        sort_key=region_sort_key,
        pairs=find_pairs(by_agency),
    )


def newest_first(year: int | None) -> int:
    """Sort key of years: the newest first, an unknown one last."""
    return -(year or 0)


def _passages_by_theme(
    records: tuple[ReportRecord, ...], vocabulary: dict[str, Theme]
) -> dict[str, dict[int | None, tuple[ThemePassage, ...]]]:
    found: dict[str, dict[int | None, list[ThemePassage]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        for unit in record.units:
            for theme_id in unit.themes:
                found[theme_id][record.year].append(ThemePassage(report=record, unit=unit))
    return {
        theme_id: {year: tuple(found[theme_id][year]) for year in sorted(found[theme_id], key=newest_first)}
        for theme_id in vocabulary
        if theme_id in found
    }


def _reading_order(record: ReportRecord, sort_key: RegionSortKey) -> tuple[Any, ...]:
    return (*agency_order(record.agency, sort_key), newest_first(record.year), record.report_id)


def _year_order(record: ReportRecord) -> tuple[int, str]:
    return newest_first(record.year), record.report_id


def _link_order(link: Link) -> tuple[Any, ...]:
    return (-link.score, link.from_report, link.from_anchor, link.to_report, link.to_anchor, link.theme_id)


def _group(entries: Iterable[Entry], key: Callable[[Entry], Key]) -> dict[Key, tuple[Entry, ...]]:
    groups: dict[Key, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return {name: tuple(group) for name, group in groups.items()}
