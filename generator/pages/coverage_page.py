"""公开情况: who published what of which year, when, and what is not there; in one page, or by province."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generator.pages import uris
from generator.pages.catalog import Catalog
from generator.pages.coverage_view import Matrix, Overview, show_matrix, show_overview
from generator.pages.listing import cut, province_group
from generator.pages.page import LIST_ONLY, Page, SiteFacts
from generator.pages.templating import render_template
from generator.taxonomy.coverage import Row, TypeCoverage, survey

MOST_AGENCIES: Final = 100
TITLE: Final = "公开情况"
_HOME: Final = ("首页", uris.HOME)


def compose_coverage(catalog: Catalog, site: SiteFacts) -> Iterator[Page]:
    """公开情况: tables of agencies and years; above 100 lines a page of provinces, and pages of 100 for each of them.

    There is none where no document reports on a year and nobody said who has to publish what.
    """
    tables = survey(catalog.records, catalog.agencies.values(), site.roster, catalog.sort_key)
    if not tables:
        return
    with_page = frozenset(catalog.by_agency)
    if sum(len(table.rows) for table in tables) <= MOST_AGENCIES:
        matrices = [show_matrix(table, table.rows, with_page) for table in tables]
        yield _page(uris.COVERAGE, TITLE, (_HOME,), site, matrices=matrices)
        return
    provinces = [(table, _by_province(table)) for table in tables]
    overviews = [show_overview(table, found) for table, found in provinces]
    yield _page(uris.COVERAGE, TITLE, (_HOME,), site, overviews=overviews)
    for table, found in provinces:
        for key, name, rows in found:
            yield from _province_pages(table, (key, name), rows, with_page, site)


def has_coverage(catalog: Catalog, site: SiteFacts) -> bool:
    """Whether ``compose_coverage`` makes a page, for what links to it."""
    duties = site.roster.duties if site.roster is not None else ()
    asked = {duty.document_type.type_id for duty in duties}
    return bool(duties) or any(
        record.year is not None
        and record.agency.agency_id
        and record.document_type is not None
        and (record.document_type.reports_on_year or record.document_type.type_id in asked)
        for record in catalog.records
    )


def _by_province(table: TypeCoverage) -> tuple[tuple[str, str, tuple[Row, ...]], ...]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in table.rows:
        groups.setdefault(province_group(row.agency), []).append(row)
    return tuple((key, name, tuple(rows)) for (key, name), rows in groups.items())


def _province_pages(
    table: TypeCoverage, province: tuple[str, str], rows: tuple[Row, ...], with_page: frozenset[str], site: SiteFacts
) -> Iterator[Page]:
    key, name = province
    first = uris.coverage_uri(table.document_type.type_id, key)
    title = f"{name}：{table.document_type.name}{TITLE}"
    chunks = cut(rows, MOST_AGENCIES)
    for number, chunk in enumerate(chunks, 1):
        yield _page(
            uris.numbered_uri(first, number),
            title,
            (_HOME, (TITLE, uris.COVERAGE)),
            site,
            matrices=[show_matrix(table, chunk, with_page, rows)],
            place=(first, number, len(chunks)),
        )


def _page(
    uri: str,
    title: str,
    crumbs: tuple[tuple[str, str], ...],
    site: SiteFacts,
    *,
    matrices: Sequence[Matrix] = (),
    overviews: Sequence[Overview] = (),
    place: tuple[str, int, int] = ("", 1, 1),
) -> Page:
    first, number, last = place
    values = {
        "title": title,
        "crumbs": crumbs,
        "site": site,
        "matrices": matrices,
        "overviews": overviews,
        "number": number,
        "last": last,
        "numbered": lambda wanted: uris.numbered_uri(first, wanted),
    }
    shown = title if number == 1 else f"{title}（第{number}页）"
    return Page(
        uri=uri,
        front_matter={"title": shown, **LIST_ONLY},
        body=render_template("coverage.md.jinja", uri, values),
    )
