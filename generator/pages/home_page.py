"""首页: search, what is new, the ways in, and three plots that tell something of the collection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from generator.model.catalog import ReportRecord
from generator.pages import uris, wording
from generator.pages.catalog import Catalog
from generator.pages.coverage_page import has_coverage
from generator.pages.home_plots import home_plots
from generator.pages.index_pages import UNCONFIRMED, region_address
from generator.pages.listing import province_group
from generator.pages.page import Page, SiteFacts
from generator.pages.templating import render_template
from generator.pages.type_pages import group_by_type

_NEWEST: Final = 6
_MOST_YEARS: Final = 10
_MOST_AGENCIES: Final = 12
_MOST_THEMES: Final = 24
_MOST_TYPES: Final = 10

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One link of a way in: where it leads and how many documents are there."""

    name: str
    uri: str
    count: int
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """A way in.

    Attributes:
        key: for the heading's anchor.
        title: 按地区.
        uri: the list of all.
        links: the first of them.
        more: how many others there are, with their measure word; empty where all are shown.
    """

    key: str
    title: str
    uri: str
    links: tuple[Way, ...]
    more: str


def compose_home(catalog: Catalog, site: SiteFacts) -> Page:
    """The home page; with no report yet it says so in a plain sentence."""
    values = {
        "site": site,
        "reports": len(catalog.records),
        "agencies": len(catalog.by_agency),
        "years": sum(1 for year in catalog.by_year if year),
        "themes": len(catalog.passages),
        "newest": [(_day(record), record) for record in sorted(catalog.records, key=_newest_order)[:_NEWEST]],
        "updated": max((day for record in catalog.records if (day := _day(record))), default=None),
        "ways": tuple(ways for ways in _all_ways(catalog) if ways.links),
        "plots": home_plots(catalog),
        "coverage_uri": uris.COVERAGE if has_coverage(catalog, site) else "",
        "search_uri": "search/",
        "all_uri": uris.YEARS,
    }
    return Page(
        uri=uris.HOME,
        front_matter={"title": site.name, "hide": ["toc"]},
        body=render_template("home.md.jinja", uris.HOME, values),
    )


def _all_ways(catalog: Catalog) -> tuple[Ways, ...]:
    years = [
        Way(name=wording.year_name(year), uri=uris.year_uri(year), count=len(records))
        for year, records in catalog.by_year.items()
    ]
    agencies = [
        Way(name=catalog.agencies[agency_id].name, uri=uris.agency_uri(agency_id), count=len(records))
        for agency_id, records in catalog.by_agency.items()
    ]
    types = [Way(name=group.name, uri=group.uri, count=group.count) for group in group_by_type(catalog)]
    themes = [
        Way(
            name=catalog.themes[theme_id].name,
            uri=uris.theme_uri(theme_id),
            count=len({passage.report.report_id for passages in found.values() for passage in passages}),
        )
        for theme_id, found in catalog.passages.items()
    ]
    # Of many agencies those that can be read most of; the sort keeps reading order among equals.
    most = sorted(agencies, key=lambda way: -way.count) if len(agencies) > _MOST_AGENCIES else agencies
    return (
        _ways("regions", "按地区", uris.AGENCIES, _regions(catalog), len(catalog.records), ""),
        _ways("agencies", "按机关", uris.AGENCIES, most, _MOST_AGENCIES, "个机关"),
        _ways("years", "按年度", uris.YEARS, years, _MOST_YEARS, "个年度"),
        _ways("types", "按文种", uris.TYPES, types, _MOST_TYPES, "个文种"),
        _ways("themes", "按主题", uris.THEMES, themes, _MOST_THEMES, "个主题"),
    )


def _ways(key: str, title: str, uri: str, links: Sequence[Way], most: int, unit: str) -> Ways:
    more = f"全部 {len(links)} {unit}" if len(links) > most else ""
    return Ways(key=key, title=title, uri=uri, links=tuple(links[:most]), more=more)


def _regions(catalog: Catalog) -> list[Way]:
    """Provinces, the state's own and those that are not known: at most 36, however large the collection is."""
    counts: dict[tuple[str, str], int] = {}
    for record in catalog.records:
        agency = catalog.agencies.get(record.agency.agency_id)
        group = province_group(agency) if agency is not None else (UNCONFIRMED, wording.UNKNOWN_AGENCY)
        counts[group] = counts.get(group, 0) + 1
    found = []
    for (key, name), count in counts.items():
        uri, anchor = region_address(catalog, key)
        found.append(Way(name=name, uri=uri, anchor=anchor, count=count))
    return found


def _day(record: ReportRecord) -> date | None:
    return record.publication_date or record.date_of_writing


def _newest_order(record: ReportRecord) -> tuple[int, str]:
    return (-(_day(record) or date.min).toordinal(), record.report_id)
