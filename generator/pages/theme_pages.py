"""Themes: the list, a page for each theme with its years, and the passages of each year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from generator.model.vocabulary import Theme
from generator.pages import uris, wording
from generator.pages.catalog import Catalog, ThemePassage
from generator.pages.listing import cut
from generator.pages.page import LIST_ONLY, Page
from generator.pages.templating import render_template

MOST_PASSAGES: Final = 100
_CRUMBS: Final = (("首页", uris.HOME), ("主题", uris.THEMES))


def compose_themes(catalog: Catalog) -> Iterator[Page]:
    """主题: only themes that have passages are shown; without any there is no page at all."""
    if not catalog.passages:
        return
    counted = [
        (catalog.themes[theme_id], len(years), sum(map(len, years.values())))
        for theme_id, years in catalog.passages.items()
    ]
    yield Page(
        uri=uris.THEMES,
        front_matter={"title": "主题", **LIST_ONLY},
        body=render_template("themes.md.jinja", uris.THEMES, {"themes": counted, "crumbs": _CRUMBS[:1]}),
    )
    for theme_id, years in catalog.passages.items():
        theme = catalog.themes[theme_id]
        yield _theme_page(theme, years)
        for year, passages in years.items():
            yield from _year_pages(theme, year, passages)


def _theme_page(theme: Theme, years: dict[int | None, tuple[ThemePassage, ...]]) -> Page:
    uri = uris.theme_uri(theme.theme_id)
    counted = [
        (year, len(passages), len({passage.report.report_id for passage in passages}))
        for year, passages in years.items()
    ]
    values = {"theme": theme, "years": counted, "crumbs": _CRUMBS}
    return Page(
        uri=uri,
        front_matter={"title": theme.name, "hide": ["toc"]},
        body=render_template("theme.md.jinja", uri, values),
    )


def _year_pages(theme: Theme, year: int | None, passages: tuple[ThemePassage, ...]) -> Iterator[Page]:
    first = uris.theme_year_uri(theme.theme_id, year)
    chunks = cut(passages, MOST_PASSAGES)
    for number, chunk in enumerate(chunks, 1):
        uri = uris.numbered_uri(first, number)
        reports = [
            (report, [(passage.unit, _words(passage, theme)) for passage in group])
            for report, group in (
                (group[0].report, group)
                for group in (list(found) for _, found in groupby(chunk, key=lambda each: each.report.report_id))
            )
        ]
        title = f"{theme.name}：{wording.year_name(year)}"
        values = {
            "theme": theme,
            "title": title,
            "reports": reports,
            "total": len(passages),
            "number": number,
            "last": len(chunks),
            "numbered": lambda wanted: uris.numbered_uri(first, wanted),
            "crumbs": (*_CRUMBS, (theme.name, uris.theme_uri(theme.theme_id))),
        }
        shown = title if number == 1 else f"{title}（第{number}页）"
        yield Page(
            uri=uri,
            front_matter={"title": shown, **LIST_ONLY},
            body=render_template("theme_year.md.jinja", uri, values),
        )


def _words(passage: ThemePassage, theme: Theme) -> tuple[str, ...]:
    return next((words for theme_id, words in passage.unit.words if theme_id == theme.theme_id), ())
