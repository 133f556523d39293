"""Agencies and years: the list of each, and the reports of each year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model.catalog import ReportRecord
from generator.pages import uris, wording
from generator.pages.catalog import Catalog
from generator.pages.listing import MOST_ENTRIES, Entry, Listing, compose_listing, province_group
from generator.pages.page import LIST_ONLY, Page
from generator.pages.templating import render_template

_HOME: Final = ("首页", uris.HOME)
_MOST_YEARS_SHOWN: Final = 6
_REGIONS: Final = "regions/"
UNCONFIRMED: Final = "unconfirmed"  # the group of reports whose agency is not known


def compose_agencies(catalog: Catalog) -> Iterator[Page]:
    """机关: the list by province."""
    listing = Listing(
        uri=uris.AGENCIES,
        title="机关",
        description="按行政区划顺序排列。",
        crumbs=(_HOME,),
        unit="条" if any(not record.agency.agency_id for record in catalog.records) else "个机关",
        region_folder=_REGIONS,
    )
    yield from compose_listing(listing, _agency_entries(catalog))


def compose_years(catalog: Catalog) -> Iterator[Page]:
    """年度: the list of years, then the reports of each, by province."""
    years = [(year, len(records)) for year, records in catalog.by_year.items()]
    yield Page(
        uri=uris.YEARS,
        front_matter={"title": "年度", "description": _years_description(years), **LIST_ONLY},
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
        yield from compose_listing(listing, (report_entry(record) for record in records))


def region_address(catalog: Catalog, key: str) -> tuple[str, str]:
    """Page and anchor of a group of agencies in the list of agencies, whether that is one page or many.

    Args:
        catalog: the lookups.
        key: of ``province_group``, or ``UNCONFIRMED``.
    """
    unknown = sum(1 for record in catalog.records if not record.agency.agency_id)
    is_long = len(catalog.by_agency) + unknown > MOST_ENTRIES
    return (f"{uris.AGENCIES}{_REGIONS}{key}/", "") if is_long else (uris.AGENCIES, key)


def _years_description(years: list[tuple[int | None, int]]) -> str:
    named = [year for year, _ in years if year]
    span = f"{named[-1]}年至{named[0]}年的" if len(named) > 1 else f"{named[0]}年的" if named else ""
    return f"{span} {sum(count for _, count in years)} 份文件，按文件所反映的年份查阅。".strip()


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
                group=UNCONFIRMED,
                group_name=wording.UNKNOWN_AGENCY,
                title=record.title,
                uri=record.uri,
                notes=report_notes(record),
            )


def report_entry(record: ReportRecord) -> Entry:
    """A report's line in a list by province."""
    key, name = province_group(record.agency)
    return Entry(group=key, group_name=name, title=record.title, uri=record.uri, notes=report_notes(record))
