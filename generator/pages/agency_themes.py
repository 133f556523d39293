"""历年对照: what one agency wrote of each theme, year beside year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalog import ReportRecord
from generator.model.report import Agency
from generator.pages import uris, wording
from generator.pages.catalog import Catalog
from generator.pages.page import LIST_ONLY, Page
from generator.pages.templating import render_template
from generator.pages.theme_passages import group_by_year
from generator.pages.theme_places import ThemePlaces, over_years_pages


def compose_agency_themes(
    agency: Agency, records: tuple[ReportRecord, ...], catalog: Catalog, places: ThemePlaces
) -> Iterator[Page]:
    """The themes of an agency in two years or more, at most a hundred passages a page; no page where there are none.

    All themes of an agency stand together, so that the number of pages grows with the agencies and not with the
    agencies times the themes.

    Args:
        agency: the agency.
        records: its reports, newest year first.
        catalog: gives the themes, in their order.
        places: gives the page on which each theme stands.
    """
    first = uris.agency_themes_uri(agency.agency_id)
    pages = over_years_pages(records, catalog)
    themes = dict.fromkeys(theme_id for page in pages for theme_id, _ in page)
    years = sorted({passage.report.year or 0 for page in pages for _, found in page for passage in found})
    title = f"{agency.name}：各主题历年对照"
    for number, page in enumerate(pages, 1):
        uri = uris.numbered_uri(first, number)
        values = {
            "title": title,
            "years": years,
            "contents": [
                (catalog.themes[theme_id].name, *places.over_the_years(agency.agency_id, theme_id))
                for theme_id in themes
            ],
            "themes": [(catalog.themes[theme_id], group_by_year(found, theme_id)) for theme_id, found in page],
            "number": number,
            "last": len(pages),
            "numbered": lambda wanted: uris.numbered_uri(first, wanted),
            "crumbs": (
                ("首页", uris.HOME),
                ("机关", uris.AGENCIES),
                (agency.name, uris.agency_uri(agency.agency_id)),
            ),
        }
        description = f"{agency.name}{years[0]}年至{years[-1]}年的文件中关于 {len(themes)} 个主题的原文，逐年对照。"
        yield Page(
            uri=uri,
            front_matter={"title": wording.numbered_title(title, number), "description": description, **LIST_ONLY},
            body=render_template("agency_themes.md.jinja", uri, values),
        )
