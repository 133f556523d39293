"""Heads of pages that nothing is told of beforehand, and of pages that tell something themselves."""

from __future__ import annotations

import json

from generator.pages.page import Page, SiteFacts
from generator.pages.page_tags import Offered, tag_pages
from generator.taxonomy.columns import load_columns
from tests.unit.pages.factory import THEMES

SITE = SiteFacts(name="公开", official=False, columns=load_columns())


def tagged(*pages: Page, feeds: tuple[str, ...] = ()) -> list[dict[str, object]]:
    return [dict(page.front_matter) for page in tag_pages(pages, (), THEMES, SITE, Offered(feeds=feeds))]


def page(uri: str, **front_matter: object) -> Page:
    return Page(uri=uri, front_matter=front_matter, body="正文\n")


def crumbs(values: dict[str, object]) -> list[str]:
    graph = json.loads(str(values["structured_data"]))["@graph"]
    return [item["name"] for one in graph if one["@type"] == "BreadcrumbList" for item in one["itemListElement"]]


def test_what_a_page_says_itself_stays() -> None:
    (values,) = tagged(page("years/2023/", title="2023年的文件", description="自己的说明", hide=["toc"]))
    assert values["description"] == "自己的说明"
    assert values["hide"] == ["toc"]
    assert '"description":"自己的说明"' in str(values["structured_data"])


def test_a_column_that_nothing_is_told_of_is_called_as_its_first_page() -> None:
    first, below = tagged(page("letters/", title="信件"), page("letters/2021/", title="2021年的信件"))
    assert first["column_name"] == below["column_name"] == below["column_type"] == "信件"
    assert crumbs(below) == ["首页", "信件", "2021年的信件"]


def test_breadcrumbs_name_only_pages_that_there_are() -> None:
    *_, values = tagged(
        page("agencies/", title="机关"), page("agencies/regions/130000/2/", title="河北省：机关（第2页）")
    )
    assert crumbs(values) == ["首页", "机关", "河北省：机关（第2页）"]


def test_a_comparison_stands_below_its_agency_as_the_page_itself_says() -> None:
    *_, values = tagged(
        page("agencies/", title="机关"),
        page("agencies/a/", title="清河市水务局"),
        page("compare/", title="两份文件对照"),
        page("compare/a/2022-2023/", title="清河市水务局：2023年与2022年对照"),
    )
    assert crumbs(values) == ["首页", "机关", "清河市水务局", "清河市水务局：2023年与2022年对照"]


def test_home_has_no_breadcrumbs_and_braces_of_a_title_stand() -> None:
    home, odd = tagged(page("", title="公开"), page("themes/x/", title="{0}{title}"))
    assert crumbs(home) == []
    assert str(odd["description"]).startswith("{0}{title}。")


def test_a_feed_is_named_only_where_there_is_one() -> None:
    with_feed, without = tagged(
        page("agencies/甲/", title="甲局"), page("agencies/b/", title="乙局"), feeds=("agencies/甲/feed.xml",)
    )
    assert (with_feed["feed_folder"], with_feed["feed_title"]) == ("agencies/%E7%94%B2/", "甲局：最新文件")
    assert "feed_title" not in without


def test_no_title_can_end_the_script() -> None:
    (values,) = tagged(page("years/2023/", title="</script><!--&"))
    assert not set("<>&") & set(str(values["structured_data"]))
    assert crumbs(values)[-1] == "</script><!--&"
    assert values["exact_title"] == "</script><!--&"
