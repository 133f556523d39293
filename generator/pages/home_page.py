"""首页: search, figures, the ways in, and the newest documents by the dates that they carry."""

from __future__ import annotations

from datetime import date
from typing import Final

from generator.model.catalog import ReportRecord
from generator.pages import uris
from generator.pages.catalog import Catalog
from generator.pages.index_pages import report_notes
from generator.pages.listing import province_group
from generator.pages.page import Page, SiteFacts
from generator.pages.templating import render_template

_NEWEST: Final = 8
_MOST_YEARS: Final = 12


def compose_home(catalog: Catalog, site: SiteFacts) -> Page:
    """The home page; with no report yet it says so in a plain sentence."""
    regions: dict[str, list[ReportRecord]] = {}
    for record in catalog.records:
        regions.setdefault(province_group(record.agency)[1], []).append(record)
    themes = [(catalog.themes[theme_id], sum(map(len, years.values()))) for theme_id, years in catalog.passages.items()]
    values = {
        "site": site,
        "reports": len(catalog.records),
        "agencies": len(catalog.by_agency),
        "years": [(year, len(records)) for year, records in catalog.by_year.items()][:_MOST_YEARS],
        "regions": [(name, len(records)) for name, records in regions.items()],
        "themes": themes,
        "newest": sorted(catalog.records, key=_newest_order)[:_NEWEST],
        "report_notes": report_notes,
        "uris": {"agencies": uris.AGENCIES, "years": uris.YEARS, "themes": uris.THEMES},
    }
    return Page(
        uri=uris.HOME,
        front_matter={"title": site.name, "hide": ["toc"]},
        body=render_template("home.md.jinja", uris.HOME, values),
    )


def _newest_order(record: ReportRecord) -> tuple[int, str]:
    day = record.publication_date or record.date_of_writing or date.min
    return (-day.toordinal(), record.report_id)
