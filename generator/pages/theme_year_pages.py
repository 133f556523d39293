"""A theme in one year: the agencies side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from generator.model.vocabulary import Theme
from generator.pages import uris, wording
from generator.pages.catalog import Catalog, ThemePassage
from generator.pages.page import LIST_ONLY, Page
from generator.pages.templating import render_template
from generator.pages.theme_passages import agency_anchor, agency_runs, fill_pages, group_by_agency

CRUMBS: Final = (("首页", uris.HOME), ("主题", uris.THEMES))
_MOST_YEARS: Final = 12  # of the ways to other years; the theme's page has them all
_MOST_SILENT: Final = 30  # agencies named whose report of the year has no passage on the theme


def compose_theme_year(theme: Theme, year: int | None, catalog: Catalog) -> Iterator[Page]:
    """The passages of a theme in one year, agency beside agency, on pages of at most a hundred."""
    first = uris.theme_year_uri(theme.theme_id, year)
    passages = catalog.passages[theme.theme_id][year]
    runs = agency_runs(passages)
    pages = fill_pages(runs)
    title = f"{theme.name}：{wording.year_name(year)}"
    silent = _silent(passages, year, catalog)
    for number, page in enumerate(pages, 1):
        uri = uris.numbered_uri(first, number)
        values = {
            "theme": theme,
            "year": year,
            "title": title,
            "groups": group_by_agency(page, theme.theme_id),
            "total": len(passages),
            "agencies": len(runs),
            "years": list(catalog.passages[theme.theme_id])[:_MOST_YEARS],
            "ways": _ways(pages, first) if len(pages) > 1 else (),
            "silent": silent if number == len(pages) else (),
            "most_silent": _MOST_SILENT,
            "number": number,
            "last": len(pages),
            "numbered": lambda wanted: uris.numbered_uri(first, wanted),
            "crumbs": (*CRUMBS, (theme.name, uris.theme_uri(theme.theme_id))),
        }
        description = (
            f"{wording.year_name(year)}，{len(runs)} 个机关关于“{theme.name}”的 {len(passages)} 段原文，并列对照。"
        )
        yield Page(
            uri=uri,
            front_matter={"title": wording.numbered_title(title, number), "description": description, **LIST_ONLY},
            body=render_template("theme_year.md.jinja", uri, values),
        )


def _ways(pages: Sequence[Sequence[ThemePassage]], first: str) -> tuple[tuple[str, str, str], ...]:
    """Name, page and anchor of each province's first agency: a way into a long list that does not grow with it."""
    ways: dict[str, tuple[str, str, str]] = {}
    for number, page in enumerate(pages, 1):
        for name, run in groupby(page, key=lambda passage: wording.province_name(passage.report.agency)):
            if name not in ways:
                agency_id = next(run).report.agency.agency_id
                ways[name] = (name, uris.numbered_uri(first, number), agency_anchor(agency_id))
    return tuple(ways.values())


def _silent(passages: Sequence[ThemePassage], year: int | None, catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """Name and address of the agencies whose reports of the year have no passage on the theme."""
    told = {passage.report.agency.agency_id for passage in passages}
    others = dict.fromkeys(record.agency.agency_id for record in catalog.by_year[year])
    return tuple(
        (catalog.agencies[agency_id].name, uris.agency_uri(agency_id))
        for agency_id in others
        if agency_id and agency_id not in told
    )
