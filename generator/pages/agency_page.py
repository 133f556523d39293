"""The page of an agency: what it is, its reports by year, and which themes each year's reports cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from generator.model.catalog import ReportRecord
from generator.model.report import Agency
from generator.pages import uris, wording
from generator.pages.agency_themes import compose_agency_themes
from generator.pages.catalog import Catalog
from generator.pages.compare_links import agency_pairs
from generator.pages.index_pages import report_notes
from generator.pages.listing import Entry, Listing, compose_listing, cut, province_group
from generator.pages.page import Page
from generator.pages.relations import by_year
from generator.pages.report_page import safe_url
from generator.pages.stated_tables import AgencyIndicators
from generator.pages.templating import render_template
from generator.pages.theme_matrix import theme_tables
from generator.pages.theme_places import ThemePlaces

MOST_REPORTS: Final = 100
MOST_CHILDREN: Final = 30
_CRUMBS: Final = (("首页", uris.HOME), ("机关", uris.AGENCIES))


# The reports of one agency -> the numbers that they state, if any.
TellIndicators = Callable[[tuple[ReportRecord, ...]], AgencyIndicators | None]


def compose_agency_pages(catalog: Catalog, places: ThemePlaces, tell_indicators: TellIndicators) -> Iterator[Page]:
    """The pages of every agency that has a report: its own, its themes over the years, its many children."""
    for agency_id, records in catalog.by_agency.items():
        agency = catalog.agencies[agency_id]
        yield from _agency_pages(agency, records, catalog, places, tell_indicators(records))
        yield from compose_agency_themes(agency, records, catalog, places)
        if len(catalog.children.get(agency_id, ())) > MOST_CHILDREN:
            yield from _children_pages(agency, catalog)


def _agency_pages(
    agency: Agency,
    records: tuple[ReportRecord, ...],
    catalog: Catalog,
    places: ThemePlaces,
    stated: AgencyIndicators | None,
) -> Iterator[Page]:
    """A hundred reports a page; everything but the reports stands on the first."""
    first = uris.agency_uri(agency.agency_id)
    children = catalog.children.get(agency.agency_id, ())
    chunks = cut(records, MOST_REPORTS)
    for number, chunk in enumerate(chunks, 1):
        uri = uris.numbered_uri(first, number)
        values = {
            "agency": agency,
            "website": safe_url(agency.website),
            "parent": catalog.agencies.get(agency.parent),
            "parent_has_page": agency.parent in catalog.by_agency,
            "children": [catalog.agencies[child] for child in children[:MOST_CHILDREN]],
            "more_children": len(children) > MOST_CHILDREN,
            "children_count": len(children),
            "children_uri": uris.agency_children_uri(agency.agency_id),
            "years": by_year(tuple(chunk)),
            "year_pairs": agency_pairs(agency.agency_id, catalog) if number == 1 else (),
            "total": len(records),
            "tables": theme_tables(agency.agency_id, records, catalog, places) if number == 1 else (),
            "stated": stated if number == 1 else None,
            "report_notes": report_notes,
            "number": number,
            "last": len(chunks),
            "numbered": lambda wanted: uris.numbered_uri(first, wanted),
            "crumbs": _CRUMBS,
        }
        known = {
            "title": wording.numbered_title(agency.name, number),
            "description": _description(agency, records),
            "agency_id": agency.agency_id,
            "region": agency.region.code,
            "hide": ["toc"],
        }
        yield Page(
            uri=uri,
            front_matter={key: value for key, value in known.items() if value},
            body=render_template("agency.md.jinja", uri, values),
        )


def _children_pages(agency: Agency, catalog: Catalog) -> Iterator[Page]:
    listing = Listing(
        uri=uris.agency_children_uri(agency.agency_id),
        title=f"{agency.name}：下属机关",
        description="按行政区划顺序排列。",
        crumbs=(*_CRUMBS, (agency.name, uris.agency_uri(agency.agency_id))),
        unit="个机关",
    )
    yield from compose_listing(listing, (_child_entry(child, catalog) for child in catalog.children[agency.agency_id]))


def _child_entry(agency_id: str, catalog: Catalog) -> Entry:
    agency = catalog.agencies[agency_id]
    key, name = province_group(agency)
    region = wording.region_name(agency)
    return Entry(
        group=key,
        group_name=name,
        title=agency.name,
        uri=uris.agency_uri(agency_id),
        notes=(*((region,) if region else ()), f"{len(catalog.by_agency[agency_id])} 份"),
    )


def _description(agency: Agency, records: tuple[ReportRecord, ...]) -> str:
    years = [record.year for record in records if record.year]
    span = "" if not years else f"{years[0]}年" if years[0] == years[-1] else f"{years[-1]}年至{years[0]}年"
    themes = "，以及各年度文件写到的主题" if any(unit.themes for record in records for unit in record.units) else ""
    return f"{agency.name}公开的{span}文件 {len(records)} 份{themes}。"
