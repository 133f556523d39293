"""Themes: the list, and a page for each with its agencies by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from generator.model.vocabulary import Theme
from generator.pages import uris, wording
from generator.pages.catalog import Catalog
from generator.pages.listing import cut, province_group
from generator.pages.page import LIST_ONLY, Page
from generator.pages.templating import render_template
from generator.pages.theme_matrix import Counts, agency_tables, count_by_agency, count_words
from generator.pages.theme_places import ThemePlaces
from generator.pages.theme_year_pages import CRUMBS, compose_theme_year

MOST_AGENCIES: Final = 100
_MOST_WORDS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Province:
    """Agencies of one province that wrote of a theme."""

    key: str
    name: str
    agency_ids: tuple[str, ...]
    uri: str

    @property
    def count(self) -> int:
        return len(self.agency_ids)


def compose_themes(catalog: Catalog, places: ThemePlaces) -> Iterator[Page]:
    """主题: only themes that have passages are shown; without any there is no page at all."""
    if not catalog.passages:
        return
    counts = {theme_id: count_by_agency(theme_id, catalog) for theme_id in catalog.passages}
    listed = [
        (catalog.themes[theme_id], len({agency for agency, _ in found if agency}), sum(found.values()))
        for theme_id, found in counts.items()
    ]
    total = sum(passages for _, _, passages in listed)
    description = f"{len(listed)} 个主题的 {total} 段文字，注明归类所依据的词语，可以在机关之间、年度之间对照。"
    yield Page(
        uri=uris.THEMES,
        front_matter={"title": "主题", "description": description, **LIST_ONLY},
        body=render_template("themes.md.jinja", uris.THEMES, {"themes": listed, "crumbs": CRUMBS[:1]}),
    )
    for theme_id, found in counts.items():
        theme = catalog.themes[theme_id]
        yield from _theme_pages(theme, found, catalog, places)
        for year in catalog.passages[theme_id]:
            yield from compose_theme_year(theme, year, catalog)


def _theme_pages(theme: Theme, counts: Counts, catalog: Catalog, places: ThemePlaces) -> Iterator[Page]:
    """The theme's own page; above a hundred agencies their tables stand on pages by province."""
    uri = uris.theme_uri(theme.theme_id)
    passages = catalog.passages[theme.theme_id]
    told = {agency_id for agency_id, _ in counts}
    agency_ids = [agency_id for agency_id in catalog.by_agency if agency_id in told] + ([""] if "" in told else [])
    split = len(agency_ids) > MOST_AGENCIES
    provinces = _provinces(theme, agency_ids, catalog) if split else ()
    total = sum(counts.values())
    values = {
        "theme": theme,
        "years": [
            (
                year,
                len({passage.report.agency.agency_id for passage in found} - {""}),
                len({passage.report.report_id for passage in found}),
                len(found),
            )
            for year, found in passages.items()
        ],
        "agencies": len(told - {""}),
        "total": total,
        "words": count_words(chain.from_iterable(passages.values()), theme.theme_id, _MOST_WORDS),
        "tables": () if split else agency_tables(theme.theme_id, agency_ids, counts, catalog, places),
        "provinces": provinces,
        "crumbs": CRUMBS,
    }
    description = (
        f"{theme.name}：{len(told - {''})} 个机关 {len(passages)} 个年度的文件中，有 {total} 段文字归入这一主题。"
    )
    yield Page(
        uri=uri,
        front_matter={"title": theme.name, "description": description, **LIST_ONLY},
        body=render_template("theme.md.jinja", uri, values),
    )
    for province in provinces:
        yield from _province_pages(theme, province, counts, catalog, places)


def _provinces(theme: Theme, agency_ids: Sequence[str], catalog: Catalog) -> tuple[_Province, ...]:
    groups: dict[tuple[str, str], list[str]] = {}
    for agency_id in agency_ids:
        key = province_group(catalog.agencies[agency_id]) if agency_id else ("unconfirmed", wording.UNKNOWN_AGENCY)
        groups.setdefault(key, []).append(agency_id)
    return tuple(
        _Province(key=key, name=name, agency_ids=tuple(ids), uri=uris.theme_region_uri(theme.theme_id, key))
        for (key, name), ids in groups.items()
    )


def _province_pages(
    theme: Theme, province: _Province, counts: Counts, catalog: Catalog, places: ThemePlaces
) -> Iterator[Page]:
    title = f"{theme.name}：{province.name}"
    chunks = cut(province.agency_ids, MOST_AGENCIES)
    for number, chunk in enumerate(chunks, 1):
        uri = uris.numbered_uri(province.uri, number)
        values = {
            "theme": theme,
            "title": title,
            "total": province.count,
            "tables": agency_tables(theme.theme_id, chunk, counts, catalog, places),
            "number": number,
            "last": len(chunks),
            "numbered": lambda wanted: uris.numbered_uri(province.uri, wanted),
            "crumbs": (*CRUMBS, (theme.name, uris.theme_uri(theme.theme_id))),
        }
        description = f"{province.name} {province.count} 个机关各年度关于“{theme.name}”的段数。"
        yield Page(
            uri=uri,
            front_matter={"title": wording.numbered_title(title, number), "description": description, **LIST_ONLY},
            body=render_template("theme_region.md.jinja", uri, values),
        )
