"""Themes across agencies and years: who stands beside whom, what the tables count, where their numbers lead."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model.report import Agency, Region
from generator.pages.agency_page import MOST_CHILDREN, MOST_REPORTS
from generator.pages.catalog import ThemePassage
from generator.pages.dialect import render_markdown
from generator.pages.matched_words import mark_words
from generator.pages.theme_matrix import MOST_YEARS
from generator.pages.theme_pages import MOST_AGENCIES
from generator.pages.theme_passages import MOST_PASSAGES, fill_pages
from tests.unit.pages.factory import agency, record, unit
from tests.unit.pages.test_compose import CITY, FAR, WATER, compose

THEME = "themes/open-government/"
OURS = ("themes/", "agencies/", "years/")
CASES = yaml.safe_load((Path(__file__).parent / "theme_tables.yml").read_text(encoding="utf-8"))


def told(by: Agency, year: int | None, passages: int = 1, *, theme: str = "open-government", name: str = "report"):
    """A report of one year with so many passages on a theme."""
    one = record(f"{year}-{name}", by=by, year=year, title=f"{by.name}{year}年报告（{name}）", units=())
    units = tuple(
        unit(one.report_id, f"{number}", f"s-{number}", "推进工作", theme) for number in range(1, passages + 1)
    )
    return replace(one, units=units)


def text_of(page) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", render_markdown(page.body)))


def rows(page) -> list[list[str]]:
    """The cells of the tables with a column for each year, row by row, heads too."""
    tables = re.findall(r"<table.*?</table>", render_markdown(page.body), re.DOTALL)
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for table in tables
        if '<th scope="col">机关</th><th scope="col">文件</th>' not in table
        for row in re.findall(r"<tr>(.*?)</tr>", table)
    ]


def links(page, within: str = r"<body>|.*") -> list[tuple[str, str]]:
    found = re.findall(r'href="([^"]+)"', "".join(re.findall(within, render_markdown(page.body), re.DOTALL)))
    absolute = [urljoin(f"https://x.test/{page.uri}", href).removeprefix("https://x.test/") for href in found]
    return [(unquote(path), unquote(anchor)) for path, _, anchor in (one.partition("#") for one in absolute)]


def assert_every_link_and_anchor_resolves(pages) -> None:
    for page in (page for uri, page in pages.items() if uri.startswith(OURS)):
        for path, anchor in links(page):
            assert path in pages or "/original/" in path, (page.uri, path)
            if anchor and not path.startswith("reports/"):
                assert re.search(rf'id="{re.escape(anchor)}"|{{ #{re.escape(anchor)} }}', pages[path].body), (
                    page.uri,
                    path,
                    anchor,
                )


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_table(case) -> None:
    known = {"甲局": agency("jia", "甲局"), "乙局": agency("yi", "乙局"), "": Agency(name="")}
    records = [
        told(known[each["agency"]], each["year"], each["passages"], name=f"r{number}")
        for number, each in enumerate(case["reports"])
    ]
    pages = compose(*records)
    assert rows(pages[THEME]) == [[str(cell) for cell in row] for row in case["table"]]
    for name, cells in case.get("agency_table", {}).items():
        assert rows(pages[f"agencies/{known[name].agency_id}/"]) == [[str(cell) for cell in row] for row in cells]
    assert_every_link_and_anchor_resolves(pages)


def test_the_words_are_marked_in_the_sentences_that_hold_them_and_listed():
    one = record(by=WATER)
    shown = replace(one.units[0], excerpts=(("open-government", "……收到申请2件，主动公开政府信息36条。"),))
    page = compose(replace(one, units=(shown,)))[f"{THEME}2023/"]
    assert "收到<mark>申请</mark>2件，主动公开<mark>政府信息</mark>36条。" in render_markdown(page.body)
    assert "相关词语：政府信息、申请" in text_of(page)


def test_agencies_of_a_year_stand_beside_each_other_each_once():
    pages = compose(told(WATER, 2023, name="a"), told(WATER, 2023, name="b"), told(FAR, 2023), told(CITY, 2022))
    markup = render_markdown(pages[f"{THEME}2023/"].body)
    assert re.findall(r'<section id="([^"]+)"', markup) == ["agency-qinghe-water", "agency-yuanshan"]
    assert markup.count("（a）") == markup.count("（b）") == 1
    assert [name for name in ("清河市水务局", "远山县人民政府") if name not in markup] == []


def test_agencies_that_wrote_nothing_on_the_theme_are_named():
    pages = compose(told(WATER, 2023), told(FAR, 2023, theme="legal-counsel"), told(CITY, 2022))
    silent = re.search(r"2023年另有 1 个机关的文件，没有段落归入这一主题：.*", text_of(pages[f"{THEME}2023/"]))
    assert silent
    assert "远山县人民政府" in silent[0]
    assert "清河市人民政府" not in silent[0]


def test_years_of_an_agency_are_compared_where_there_are_two():
    pages = compose(told(WATER, 2023), told(WATER, 2021), told(WATER, 2023, theme="legal-counsel", name="b"))
    page = pages["agencies/qinghe-water/themes/"]
    assert re.findall(r"<h3>(.*?)</h3>", page.body) == ["2023年", "2021年"]
    assert "法律顾问与公职律师" not in page.body
    assert ("agencies/qinghe-water/themes/", "open-government") in links(pages[THEME])
    assert ("agencies/qinghe-water/themes/", "open-government") in links(pages["agencies/qinghe-water/"])


@pytest.mark.parametrize("years", [(2023,), (2023, 2023), (2023, None)])
def test_without_two_known_years_nothing_is_compared(years):
    pages = compose(*(told(WATER, year, name=f"r{number}") for number, year in enumerate(years)))
    assert "agencies/qinghe-water/themes/" not in pages
    assert "历年对照" not in pages[THEME].body + pages["agencies/qinghe-water/"].body


def test_a_long_comparison_of_years_is_cut_and_its_contents_lead_to_the_right_page():
    records = [told(WATER, year, 40, theme=theme, name=theme) for year in (2023, 2022) for theme in ("open-government", "legal-counsel")]  # fmt: skip
    pages = compose(*records)
    first, second = pages["agencies/qinghe-water/themes/"], pages["agencies/qinghe-water/themes/2/"]
    assert ("agencies/qinghe-water/themes/2/", "legal-counsel") in links(first)
    assert (second.uri, "legal-counsel") in links(pages["agencies/qinghe-water/"])
    assert (first.uri, "open-government") in links(second)
    assert second.front_matter["title"].endswith("（第2页）")
    assert_every_link_and_anchor_resolves(pages)


def test_numbers_lead_to_the_page_where_the_agency_stands():
    near, far = told(WATER, 2023, MOST_PASSAGES - 1), told(FAR, 2023, 2)
    pages = compose(near, far)
    assert (f"{THEME}2023/2/", "agency-yuanshan") in links(pages[THEME])
    assert (f"{THEME}2023/2/", "agency-yuanshan") in links(pages["agencies/yuanshan/"])
    assert (f"{THEME}2023/2/", "agency-yuanshan") in links(pages[f"{THEME}2023/"])  # the way by province
    assert "清河市水务局" not in pages[f"{THEME}2023/2/"].body
    assert_every_link_and_anchor_resolves(pages)


def many(count: int) -> list[Agency]:
    regions = (Region(code="110101", names=("北京市", "某区")), Region(code="120101", names=("天津市", "某区")))
    return [agency(f"agency-{number:03}", f"第{number}局", region=regions[number % 2]) for number in range(count)]


def test_many_agencies_are_told_by_province(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("generator.pages.theme_pages.MOST_AGENCIES", 4)
    assert MOST_AGENCIES == 100
    agencies = many(10)
    pages = compose(*(told(one, 2023) for one in agencies))
    named = [name for uri, page in pages.items() if uri.startswith(f"{THEME}regions/") for name, *_ in rows(page)]
    assert sorted(name for name in named if name != "机关") == sorted(one.name for one in agencies)
    assert {uri for uri in pages if uri.startswith(f"{THEME}regions/")} == {
        f"{THEME}regions/{place}/" for place in ("110000", "110000/2", "120000", "120000/2")
    }
    assert rows(pages[THEME]) == []
    assert_every_link_and_anchor_resolves(pages)
    few = compose(*(told(one, 2023) for one in many(4)))
    assert len(rows(few[THEME])) == 5
    assert not [uri for uri in few if "regions" in uri]


def test_many_years_are_cut_into_tables():
    pages = compose(*(told(WATER, year) for year in range(2000, 2001 + MOST_YEARS)))
    heads = [row for row in rows(pages[THEME]) if row[0] == "机关"]
    assert [len(row) - 2 for row in heads] == [MOST_YEARS, 1]
    assert heads[1] == ["机关", "2000年", "历年对照"]


def test_many_reports_and_children_have_pages_of_their_own(monkeypatch: pytest.MonkeyPatch):
    assert (MOST_REPORTS, MOST_CHILDREN) == (100, 30)
    monkeypatch.setattr("generator.pages.agency_page.MOST_REPORTS", 4)
    monkeypatch.setattr("generator.pages.agency_page.MOST_CHILDREN", 2)
    records = [told(CITY, 2023, name=f"{number:03}") for number in range(5)]
    children = [told(replace(one, parent="qinghe"), 2023) for one in many(3)]
    pages = compose(*records, *children)
    listed = {path for uri in ("agencies/qinghe/", "agencies/qinghe/2/") for path, _ in links(pages[uri])}
    assert {one.uri for one in records} <= listed
    assert {f"agencies/{one.agency.agency_id}/" for one in children} <= {
        path for path, _ in links(pages["agencies/qinghe/children/"])
    }
    shown = [path for path, _ in links(pages["agencies/qinghe/"]) if path.startswith("agencies/agency-")]
    assert len(shown) == 2
    assert_every_link_and_anchor_resolves(pages)


def test_every_list_says_in_a_sentence_what_it_holds():
    pages = compose(told(WATER, 2023, 2), told(WATER, 2022), told(FAR, 2023))
    described = {uri: page.front_matter.get("description", "") for uri, page in pages.items()}
    assert [uri for uri, text in described.items() if uri.startswith(OURS) and not text.endswith("。")] == []
    assert described[THEME] == "政务公开与信息公开：2 个机关 2 个年度的文件中，有 4 段文字归入这一主题。"
    assert described[f"{THEME}2023/"] == "2023年，2 个机关关于“政务公开与信息公开”的 3 段原文，并列对照。"
    assert (
        described["agencies/qinghe-water/"] == "清河市水务局公开的2022年至2023年文件 2 份，以及各年度文件写到的主题。"
    )
    assert described["years/"] == "2022年至2023年的 3 份文件，按文件所反映的年份查阅。"


def test_headings_go_down_one_level_at_a_time():
    for page in compose(told(WATER, 2023, 2), told(WATER, 2022), told(FAR, 2023)).values():
        levels = [int(level) for level in re.findall(r"<h([1-6])", render_markdown(page.body))]
        assert levels.count(1) == 1, page.uri
        assert all(after <= before + 1 for before, after in pairwise(levels)), (page.uri, levels)


@given(st.text("公开，政务<&\"' 。a"), st.lists(st.text("公开政务<a", max_size=3), max_size=4))
def test_marking_changes_no_character(text, words):
    marked = mark_words(text, words)
    assert Markup(re.sub("</?mark>", "", marked)).unescape() == text
    assert {Markup(one).unescape() for one in re.findall("<mark>(.*?)</mark>", marked)} <= set(words)
    assert marked.count("<") == 2 * marked.count("<mark>")
    assert ("<mark>" in marked) == any(word and word in text for word in words)


@given(st.lists(st.integers(1, 25), max_size=30), st.integers(1, 12))
def test_pages_are_full_and_a_run_stays_together_where_it_fits(lengths, most):
    runs = [
        [ThemePassage(report=f"r{number}", unit=f"u{place}") for place in range(length)]  # type: ignore[arg-type]
        for number, length in enumerate(lengths)
    ]
    pages = fill_pages(runs, most)
    assert [one for page in pages for one in page] == [one for run in runs for one in run]
    assert all(0 < len(page) <= most for page in pages)
    for run in runs:
        if len(run) <= most:
            assert sum(1 for page in pages if run[0] in page or run[-1] in page) == 1
