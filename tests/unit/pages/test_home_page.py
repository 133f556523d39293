"""首页: the search, the ways in, the plots with their numbers, and no list that grows."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date

import pytest

from generator.model.report import DocumentType, PublicationRule, Region, Role
from generator.pages.catalog import make_catalog
from generator.pages.dialect import render_markdown
from generator.pages.home_page import compose_home
from generator.pages.home_plots import MOST_BARS, home_plots
from generator.pages.page import SiteFacts
from tests.unit.pages.factory import THEMES, agency, record, sort_key, unit

SITE = SiteFacts(name="公开", official=False, has_search_page=True)
ANNUAL = DocumentType(
    type_id="law-based-government-report",
    name="法治政府建设年度报告",
    required_roles=tuple(Role),
    reports_on_year=True,
    public_before=PublicationRule(month=4, day=1, from_year=2019, source="某规定第二十四条"),
)


def catalog_of(*records):
    return make_catalog(records, (), THEMES, (), sort_key)


def home(*records, site=SITE):
    return render_markdown(compose_home(catalog_of(*records), site).body)


def text_of(markup):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup))


def plot(key, *records):
    return next((each for each in home_plots(catalog_of(*records)) if each.key == key), None)


def test_the_search_is_a_form_that_works_without_scripts():
    markup = home(record())
    assert '<form class="gk-find" role="search" action="search/" method="get">' in markup
    assert re.search(r'<label for="gk-find-q">[^<]+</label>', markup)
    assert re.search(r'<input type="search" id="gk-find-q" name="q"', markup)


def test_without_a_search_page_there_is_no_form():
    assert "<form" not in home(record(), site=SiteFacts(name="公开", official=False))


def test_the_last_update_is_the_newest_date_of_the_content():
    one = record("a", publication_date=date(2024, 3, 1), date_of_writing=date(2024, 2, 1))
    other = record("b", publication_date=None, date_of_writing=date(2024, 5, 6))
    assert '内容更新至 <time datetime="2024-05-06">2024年5月6日</time>' in html.unescape(home(one, other))
    assert "内容更新至" not in home(record(publication_date=None, date_of_writing=None))


def test_new_documents_come_first_and_undated_ones_last():
    records = [record(f"r{day}", title=f"第{day}日", publication_date=date(2024, 1, day)) for day in (3, 9, 6)]
    undated = record("none", title="没有日期", publication_date=None, date_of_writing=None)
    markup = home(undated, *records)
    newest = markup[markup.index('id="newest"') : markup.index('id="overview"')]
    assert re.findall(r"第\d日|没有日期", newest) == ["第9日", "第6日", "第3日", "没有日期"]
    assert "日期未载明" in newest


def test_every_way_in_leads_somewhere_and_counts_documents():
    place = Region(code="510001", names=("四川省", "远山县"))
    markup = home(record(), record("2022", year=2022), record(by=agency("far", "远山县民政局", region=place)))
    ways = {
        heading: re.findall(r'<a href="([^"]+)">([^<]+)<span class="gk-count">(\d+)</span>', section)
        for heading, section in re.findall(r'<h2 id="by-([a-z]+)">.*?</h2>(.*?)</section>', markup, re.DOTALL)
    }
    assert ways == {
        "regions": [("agencies/#130000", "河北省", "2"), ("agencies/#510000", "四川省", "1")],
        "agencies": [("agencies/qinghe-water/", "清河市水务局", "2"), ("agencies/far/", "远山县民政局", "1")],
        "years": [("years/2023/", "2023年", "2"), ("years/2022/", "2022年", "1")],
        "types": [("types/law-based-government-report/", "法治政府建设年度报告", "3")],
        "themes": [
            ("themes/open-government/", "政务公开与信息公开", "3"),
            ("themes/legal-counsel/", "法律顾问与公职律师", "3"),
        ],
    }


def test_lists_are_bounded_however_large_the_collection_is():
    records = [
        record(
            f"{year}-{number}",
            by=agency(
                f"a-{number:03}",
                f"第{number}局",
                region=Region(code=f"{11 + number % 34}0000", names=(f"省{number % 34}",)),
            ),
            year=year,
        )
        for year in range(1990, 2024)
        for number in range(40)
    ]
    markup = home(*records)
    assert "全部 40 个机关" in text_of(markup)
    assert "全部 34 个年度" in text_of(markup)
    assert len(re.findall(r"<a href", markup)) <= 34 + 13 + 11 + 11 + 25 + 7 + 2 * MOST_BARS + 10


@pytest.mark.parametrize(
    ("official", "said", "not_said"), [(True, "由发布机关主办", "非官方汇编"), (False, "非官方汇编", "由发布机关主办")]
)
def test_the_site_says_what_it_is(official, said, not_said):
    markup = home(record(), site=SiteFacts(name="公开", official=official))
    assert said in markup
    assert not_said not in markup


def test_the_plot_of_timeliness_counts_known_dates_alone():
    records = [
        record("a", document_type=ANNUAL, year=2021, publication_date=date(2022, 3, 1)),
        record("b", document_type=ANNUAL, year=2021, publication_date=date(2022, 3, 2)),
        record("c", document_type=ANNUAL, year=2021, publication_date=date(2022, 5, 1)),
        record("d", document_type=ANNUAL, year=2021, publication_date=None, date_of_writing=date(2022, 3, 1)),
    ]
    shown = plot("timeliness", *records)
    assert [(bar.label, bar.value, bar.share) for bar in shown.bars] == [("按时", 2, 66), ("逾期", 1, 33)]
    assert "另有 1 份没有载明发布日期" in shown.note
    assert "次年4月1日之前公开（某规定第二十四条）" in shown.note


def test_types_with_one_deadline_are_both_named():
    other = replace(ANNUAL, type_id="other", name="另一种年度报告")
    records = [
        record("a", document_type=ANNUAL, year=2021, publication_date=date(2022, 3, 1)),
        record("b", document_type=other, year=2021, publication_date=date(2022, 5, 1)),
    ]
    shown = plot("timeliness", *records)
    assert f"{ANNUAL.name}应当" in shown.note
    assert "另一种年度报告应当" in shown.note


def test_while_no_date_tells_the_parts_stand_in_its_place():
    records = [
        record("a", document_type=ANNUAL, missing_roles=()),
        record("b", document_type=ANNUAL, missing_roles=(Role.PROBLEMS,)),
    ]
    assert plot("timeliness", *records) is None
    assert [bar.value for bar in plot("parts", *records).bars] == [2, 1, 2, 2]


def test_the_plot_of_years_leaves_the_unknown_one_out():
    shown = plot("years", record("a"), record("b"), record("c", year=2022), record("d", year=None))
    assert [(bar.label, bar.value, bar.share) for bar in shown.bars] == [("2023年", 2, 100), ("2022年", 1, 50)]


def test_one_bar_is_no_plot():
    assert plot("years", record()) is None


def test_themes_are_counted_by_agencies_and_not_by_passages():
    one = record(
        "a", units=(unit("x", "一", "s-1", "", "open-government"), unit("x", "二", "s-2", "", "open-government"))
    )
    two = record(
        "b", by=agency("far", "远山县民政局"), units=(unit("y", "一", "s-1", "", "legal-counsel", "open-government"),)
    )
    shown = plot("themes", one, two)
    assert [(bar.label, bar.value, bar.share) for bar in shown.bars] == [
        ("政务公开与信息公开", 2, 100),
        ("法律顾问与公职律师", 1, 50),
    ]


def test_every_bar_has_its_number_as_text():
    markup = home(record("a"), record("b", year=2022))
    for bars in re.findall(r'<table class="gk-bars".*?</table>', markup, re.DOTALL):
        rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", bars)
        assert rows
        assert all(re.search(r'<td class="is-number">\d+</td>', row) for row in rows)
    assert 'style="' not in markup
