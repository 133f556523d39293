"""公开情况: one page for a small collection, provinces for a large one, and nothing that grows without bound."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest

from generator.model.report import DocumentType, PublicationRule, Region, Role
from generator.pages.catalog import Catalog, make_catalog
from generator.pages.coverage_page import MOST_AGENCIES, compose_coverage, has_coverage
from generator.pages.coverage_view import MOST_YEARS
from generator.pages.dialect import render_markdown
from generator.pages.page import Page, SiteFacts
from generator.taxonomy.roster import Duty, Roster
from tests.unit.pages.factory import agency, record, sort_key

ANNUAL = DocumentType(
    type_id="law-based-government-report",
    name="法治政府建设年度报告",
    required_roles=tuple(Role),
    reports_on_year=True,
    public_before=PublicationRule(month=4, day=1, from_year=2019, source="某规定第二十四条"),
)
NOTICE = DocumentType(type_id="notice", name="通知")
SITE = SiteFacts(name="公开", official=False)


def report(agency_id: str = "a-ju", year: int = 2021, published: date | None = None, **more):
    by = more.pop("by", None) or agency(agency_id, more.pop("agency_name", agency_id))
    return record(f"{year}-report", by=by, year=year, publication_date=published, document_type=ANNUAL, **more)


def catalog_of(*records, agencies=()) -> Catalog:
    return make_catalog(records, (), (), agencies, sort_key)


def compose(*records, site=SITE, agencies=()) -> dict[str, Page]:
    catalog = catalog_of(*records, agencies=agencies)
    pages = {page.uri: page for page in compose_coverage(catalog, site)}
    assert has_coverage(catalog, site) == bool(pages)
    return pages


def text_of(page: Page) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", render_markdown(page.body)))


def cells_of(page: Page) -> list[tuple[str, str]]:
    """(style, words) of each cell."""
    found = re.findall(r'<td class="is-([a-z-]+)">(.*?)</td>', render_markdown(page.body))
    return [(style, " ".join(html.unescape(re.sub(r"<[^>]+>", " ", inner)).split())) for style, inner in found]


def test_a_cell_says_when_and_what_is_missing_in_words():
    page = compose(
        report("a-ju", 2021, date(2022, 3, 10), missing_roles=()),
        report("b-ju", 2021, date(2022, 4, 1), missing_roles=(Role.PROBLEMS, Role.NEXT_YEAR)),
        report("c-ju", 2021, None, date_of_writing=date(2022, 3, 1), missing_roles=()),
        report("d-ju", 2020, None, date_of_writing=None, missing_roles=()),
    )["coverage/"]
    assert cells_of(page) == [
        ("on-time", "按时 2022-03-10 发布"), ("unrecorded", "未收录"),
        ("late", "逾期 2022-04-01 发布 未见 2 项"), ("unrecorded", "未收录"),
        ("undated", "发布日期不详 2022-03-01 成文"), ("unrecorded", "未收录"),
        ("unrecorded", "未收录"), ("undated", "发布日期不详"),
    ]  # fmt: skip
    assert "在次年4月1日之前公开" in text_of(page)
    assert "某规定第二十四条" in text_of(page)


def test_the_table_has_heads_for_rows_columns_and_groups():
    markup = render_markdown(
        compose(report(), report("far", by=agency("far", "远局", region=Region())))["coverage/"].body
    )
    assert markup.count('<th scope="col">') == 2
    assert markup.count('<th scope="row">') == 2
    assert markup.count('scope="rowgroup"') == 2
    assert re.search(r'role="region" aria-labelledby="t-law-based-government-report" tabindex="0"', markup)
    assert 'id="t-law-based-government-report"' in markup


def test_the_legend_has_the_marks_that_occur_and_no_other():
    markup = render_markdown(compose(report(published=date(2022, 3, 10)))["coverage/"].body)
    assert re.findall(r'<li class="is-([a-z-]+)">', markup) == ["on-time"]


def test_without_a_roster_the_page_says_that_absence_proves_nothing():
    registered = (agency("silent", "静默局"),)
    page = compose(report(), agencies=registered)["coverage/"]
    assert "“未收录”只说明本站没有，不说明没有公开" in text_of(page)
    assert "静默局" in text_of(page)
    assert "agencies/silent/" not in page.body


def test_with_a_roster_what_is_asked_for_and_not_there_is_marked():
    roster = Roster(duties=(Duty(document_type=ANNUAL, agency_ids=("silent",), from_year=2021, to_year=2021),))
    site = SiteFacts(name="公开", official=False, roster=roster)
    page = compose(report(published=date(2022, 3, 1)), site=site, agencies=(agency("silent", "静默局"),))["coverage/"]
    assert ("missing", "未收录") in cells_of(page)
    assert "名册列为应当公开，本站没有收录" in text_of(page)
    assert "不说明没有公开" not in text_of(page)


@pytest.mark.parametrize("document_type", [NOTICE, None])
def test_there_is_no_page_without_annual_documents(document_type):
    assert compose(record(document_type=document_type)) == {}


def test_only_the_newest_years_are_columns():
    page = compose(*(report(year=year) for year in range(2005, 2023)))["coverage/"]
    heads = re.findall(r'<th scope="col">(\d{4})年', render_markdown(page.body))
    assert heads == [str(year) for year in range(2022, 2022 - MOST_YEARS, -1)]
    assert f"只列最近的 {MOST_YEARS} 个年度" in text_of(page)


def test_a_large_collection_is_cut_by_province_and_by_hundreds():
    near = [report(f"n-{number:03}", 2021, date(2022, 3, 1)) for number in range(MOST_AGENCIES + 30)]
    place = Region(code="510001", names=("四川省", "远山县"))
    far = [report(by=agency(f"f-{number}", f"远{number}局", region=place)) for number in range(3)]
    gone = [report(by=agency("f-0", "远0局", region=place), year=2020)]
    pages = compose(*near, *far, *gone)
    first = "coverage/law-based-government-report/130000/"
    assert set(pages) == {"coverage/", first, f"{first}2/", "coverage/law-based-government-report/510000/"}
    overview = text_of(pages["coverage/"])
    assert "河北省 130 130 / 130 0 / 130" in overview
    assert "四川省 3 3 / 3 1 / 3" in overview
    assert [len(cells_of(page)) // 2 for page in pages.values()] == [0, 100, 30, 3]
    # The legend of each page counts the whole province.
    assert all("按时 在次年4月1日之前公开 130" in text_of(pages[uri]) for uri in (first, f"{first}2/"))
    assert 'rel="next"' in pages[first].body


def test_hostile_names_stay_text():
    page = compose(report(by=agency("a-ju", '<b>局</b>"{ #x }')))["coverage/"]
    markup = render_markdown(page.body)
    assert "<b>" not in markup
    assert 'id="x"' not in markup


def test_the_table_to_take_away_is_linked_where_it_was_written():
    assert "data/coverage.csv" not in compose(report())["coverage/"].body
    site = SiteFacts(name="公开", official=False, coverage_csv="data/coverage.csv")
    assert 'href="../data/coverage.csv"' in render_markdown(compose(report(), site=site)["coverage/"].body)
