"""The whole site, one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model.catalog import Link, ReportRecord
from generator.model.report import Agency
from generator.model.report_parts import ReportParts
from generator.model.vocabulary import Theme
from generator.pages.agency_page import compose_agency_pages
from generator.pages.catalog import RegionSortKey, make_catalog
from generator.pages.compare_pages import compose_comparisons
from generator.pages.coverage_page import compose_coverage
from generator.pages.home_page import compose_home
from generator.pages.index_pages import compose_agencies, compose_years
from generator.pages.indicator_pages import compose_indicators
from generator.pages.indicator_spool import IndicatorSpool
from generator.pages.page import Page, SiteFacts
from generator.pages.quotations import stated_values
from generator.pages.report_page import compose_report
from generator.pages.stated_tables import AgencyIndicators, agency_indicators, report_figures
from generator.pages.theme_pages import compose_themes
from generator.pages.theme_places import make_places
from generator.pages.type_pages import compose_types


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReaders:
    """Reads one report from disk when its page is made, so that no more than one is in memory.

    Attributes:
        body: ``ReportRecord.body_path`` -> what ``render_official_text`` made.
        parts: a report -> its passages, figures and indicators.
    """

    body: Callable[[str], str]
    parts: Callable[[ReportRecord], ReportParts]


def compose_site(
    records: tuple[ReportRecord, ...],
    links: tuple[Link, ...],
    themes: tuple[Theme, ...],
    agencies: tuple[Agency, ...],
    readers: ReportReaders,
    region_sort_key: RegionSortKey,
    site: SiteFacts,
) -> Iterator[Page]:
    """Compose every generated page.

    The same input gives the same pages, whatever the order of records and links. Only one official text is in memory
    at a time. No page without content is made: with no records there is the home page alone.

    Args:
        records: the published reports.
        links: 同主题 links between their units.
        themes: the vocabulary of themes, in its order.
        agencies: the registered agencies.
        readers: give the texts.
        region_sort_key: administrative order of GB/T 2260 codes.
        site: facts of the site.

    Yields:
        Pages; no two have the same address.

    Raises:
        OutputError: front matter that MkDocs would not read back (a fault of ours).
    """
    catalog = make_catalog(records, links, themes, agencies, region_sort_key)
    yield compose_home(catalog, site)
    if not catalog.records:
        return

    def tell_agency(reports: tuple[ReportRecord, ...]) -> AgencyIndicators | None:
        stated = ((record, stated_values(record.report_id, readers.parts(record))) for record in reports)
        return agency_indicators(stated, site.indicators)

    with IndicatorSpool() as spool:
        for record in catalog.records:
            parts = readers.parts(record)
            values = stated_values(record.report_id, parts)
            spool.add(record.year, values)
            figures = report_figures(values, parts, site.indicators)
            yield compose_report(record, readers.body(record.body_path), catalog, site, figures=figures)
        places = make_places(catalog)
        yield from compose_agencies(catalog)
        yield from compose_agency_pages(catalog, places, tell_agency)
        yield from compose_years(catalog)
        yield from compose_themes(catalog, places)
        yield from compose_indicators(spool, catalog, site.indicators)
    yield from compose_types(catalog)
    yield from compose_coverage(catalog, site)
    yield from compose_comparisons(catalog, readers.parts, site)
