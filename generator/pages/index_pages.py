"""Agencies and years: the list of each, and a page for each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from generator.model.catalog import ReportRecord
from generator.model.report import Agency
from generator.pages import uris, wording
from generator.pages.catalog import Catalog
from generator.pages.listing import Entry, Listing, compose_listing, province_group
from generator.pages.page import LIST_ONLY, Page
from generator.pages.relations import by_year
from generator.pages.report_page import safe_url
from generator.pages.stated_tables import AgencyIndicators
from generator.pages.templating import render_template

_HOME: Final = ("首页", uris.HOME)
_MOST_YEARS_SHOWN: Final = 6


def compose_agencies(
    catalog: Catalog, tell_indicators: Callable[[tuple[ReportRecord, ...]], AgencyIndicators | None]
) -> Iterator[Page]:
    """机关: the list by province, then a page for every agency that has a report.

    Args:
        catalog: lookups.
        tell_indicators: the reports of one agency -> the numbers that they state.
    """
    listing = Listing(
        uri=uris.AGENCIES,
        title="机关",
        description="按行政区划顺序排列。",
        crumbs=(_HOME,),
        unit="条" if any(not record.agency.agency_id for record in catalog.records) else "个机关",
        region_folder="regions/",
    )
    yield from compose_listing(listing, _agency_entries(catalog))
    for agency_id, records in catalog.by_agency.items():
        yield _agency_page(catalog.agencies[agency_id], records, catalog, tell_indicators(records))


def compose_years(catalog: Catalog) -> Iterator[Page]:
    """年度: the list of years, then the reports of each, by province."""
    years = [(year, len(records)) for year, records in catalog.by_year.items()]
    yield Page(
        uri=uris.YEARS,
        front_matter={"title": "年度", **LIST_ONLY},
        body=render_template("years.md.jinja", uris.YEARS, {"years": years, "crumbs": (_HOME,)}),
    )
    for year, records in catalog.by_year.items():
        listing = Listing(
            uri=uris.year_uri(year),
            title=f"{wording.year_name(year)}的文件" if year else wording.year_name(year),
            description="按行政区划顺序排列。年度指文件所反映的年份，不是印发的年份。",
            crumbs=(_HOME, ("年度", uris.YEARS)),
            unit="份",
        )
        yield from compose_listing(listing, (_report_entry(record) for record in records))


def report_notes(record: ReportRecord, *, with_agency: bool = True) -> tuple[str, ...]:
    """What a list says after a report's title: agency, and the date that is known."""
    day = record.publication_date or record.date_of_writing
    names = (wording.agency_name(record.agency),) if with_agency else ()
    return (*names, wording.chinese_date(day)) if day else names


def _agency_entries(catalog: Catalog) -> Iterator[Entry]:
    for agency_id, records in catalog.by_agency.items():
        agency = catalog.agencies[agency_id]
        key, name = province_group(agency)
        years = list(dict.fromkeys(wording.year_name(record.year) for record in records))
        shown = "、".join(years[:_MOST_YEARS_SHOWN]) + ("等" if len(years) > _MOST_YEARS_SHOWN else "")
        notes = (wording.region_name(agency), f"{len(records)} 份：{shown}")
        yield Entry(
            group=key,
            group_name=name,
            title=agency.name,
            uri=uris.agency_uri(agency_id),
            notes=tuple(note for note in notes if note),
        )
    for record in catalog.records:
        if not record.agency.agency_id:
            yield Entry(
                group="unconfirmed",
                group_name=wording.UNKNOWN_AGENCY,
                title=record.title,
                uri=record.uri,
                notes=report_notes(record),
            )


def _report_entry(record: ReportRecord) -> Entry:
    key, name = province_group(record.agency)
    return Entry(group=key, group_name=name, title=record.title, uri=record.uri, notes=report_notes(record))


def _agency_page(
    agency: Agency, records: tuple[ReportRecord, ...], catalog: Catalog, stated: AgencyIndicators | None
) -> Page:
    uri = uris.agency_uri(agency.agency_id)
    values = {
        "agency": agency,
        "website": safe_url(agency.website),
        "parent": catalog.agencies.get(agency.parent),
        "parent_has_page": agency.parent in catalog.by_agency,
        "children": [catalog.agencies[child] for child in catalog.children.get(agency.agency_id, ())],
        "years": by_year(records),
        "total": len(records),
        "stated": stated,
        "report_notes": report_notes,
        "crumbs": (_HOME, ("机关", uris.AGENCIES)),
    }
    title = {"title": agency.name, "agency_id": agency.agency_id, "region": agency.region.code, "hide": ["toc"]}
    front_matter = {key: value for key, value in title.items() if value}
    return Page(uri=uri, front_matter=front_matter, body=render_template("agency.md.jinja", uri, values))
