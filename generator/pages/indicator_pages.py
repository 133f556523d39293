"""指标: the list of those that have values, a page for each, and what the reports of each year state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from generator.model.figure import Aggregation, Indicator
from generator.pages import uris, wording
from generator.pages.catalog import Catalog
from generator.pages.indicator_groups import YearOfIndicator
from generator.pages.indicator_spool import IndicatorSpool
from generator.pages.indicator_years import MOST_AGENCIES, agency_years
from generator.pages.page import LIST_ONLY, Page
from generator.pages.templating import render_template

AGGREGATION_RULES: Final = {
    Aggregation.LARGEST: "同一份文件几处写到的，取最大的一个，因为总数不会小于其中的一部分。",
    Aggregation.SUM: "同一份文件几处写到的，各是其中一部分，加在一起，并逐一列出原句。",
    Aggregation.FIRST: "同一份文件几处写到的，取最先写到的一个。",
}
_HOME: Final = ("首页", uris.HOME)
_LIST: Final = ("指标", uris.INDICATORS)


def compose_indicators(spool: IndicatorSpool, catalog: Catalog, indicators: Sequence[Indicator]) -> Iterator[Page]:
    """指标: only indicators that a report states are shown; without any there is no page at all.

    Args:
        spool: what the reports state; one year of one indicator is read at a time.
        catalog: lookups.
        indicators: all of them, in their order.
    """
    stated = [indicator for indicator in indicators if spool.years(indicator.indicator_id)]
    if not stated:
        return
    yield _list_page(stated, spool, catalog)
    for indicator in stated:
        yield _indicator_page(indicator, spool, catalog)
        for year in spool.years(indicator.indicator_id):
            yield from _year_pages(indicator, year, spool, catalog)


def _list_page(indicators: Sequence[Indicator], spool: IndicatorSpool, catalog: Catalog) -> Page:
    order = {theme_id: number for number, theme_id in enumerate(catalog.themes)}
    by_theme = sorted(indicators, key=lambda one: order.get(one.theme, len(order)))
    groups = [
        (
            catalog.themes.get(theme_id),
            theme_id in catalog.passages,
            [(one, sum(spool.years(one.indicator_id).values()), list(spool.years(one.indicator_id))) for one in group],
        )
        for theme_id, group in groupby(by_theme, key=lambda one: one.theme if one.theme in order else "")
    ]
    values = {"groups": groups, "total": len(indicators), "crumbs": (_HOME,)}
    body = render_template("indicators.md.jinja", uris.INDICATORS, values)
    return Page(uri=uris.INDICATORS, front_matter={"title": "指标", **LIST_ONLY}, body=body)


def _indicator_page(indicator: Indicator, spool: IndicatorSpool, catalog: Catalog) -> Page:
    uri = uris.indicator_uri(indicator.indicator_id)
    years = spool.years(indicator.indicator_id)
    newest = next(iter(years))
    several, others = agency_years(indicator, spool, catalog)
    values = {
        "indicator": indicator,
        "theme": catalog.themes.get(indicator.theme),
        "theme_has_page": indicator.theme in catalog.passages,
        "rule": AGGREGATION_RULES[indicator.aggregation],
        "years": list(years.items()),
        "total": sum(years.values()),
        "newest": newest,
        "groups": YearOfIndicator(indicator=indicator, year=newest, spool=spool, catalog=catalog).largest(),
        "several": several,
        "others": others,
        "most_agencies": MOST_AGENCIES,
        "crumbs": (_HOME, _LIST),
    }
    body = render_template("indicator.md.jinja", uri, values)
    return Page(uri=uri, front_matter={"title": indicator.name, **LIST_ONLY}, body=body)


def _year_pages(indicator: Indicator, year: int | None, spool: IndicatorSpool, catalog: Catalog) -> Iterator[Page]:
    first = uris.indicator_year_uri(indicator.indicator_id, year)
    count, pages = YearOfIndicator(indicator=indicator, year=year, spool=spool, catalog=catalog).pages()
    title = f"{indicator.name}：{wording.year_name(year)}"
    for number, groups in enumerate(pages, 1):
        uri = uris.numbered_uri(first, number)
        values = {
            "indicator": indicator,
            "title": title,
            "groups": groups,
            "total": spool.years(indicator.indicator_id)[year],
            "rule": AGGREGATION_RULES[indicator.aggregation],
            "number": number,
            "last": count,
            "numbered": lambda wanted: uris.numbered_uri(first, wanted),
            "crumbs": (_HOME, _LIST, (indicator.name, uris.indicator_uri(indicator.indicator_id))),
        }
        shown = title if number == 1 else f"{title}（第{number}页）"
        body = render_template("indicator_year.md.jinja", uri, values)
        yield Page(uri=uri, front_matter={"title": shown, **LIST_ONLY}, body=body)
