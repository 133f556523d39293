"""The whole site's pages: what is there, what is not, and how they lead to each other."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from urllib.parse import urljoin

import pytest

from generator.model.report import Agency, Disclosure, DisclosureBasis, Region, Review
from generator.model.report_parts import ReportParts
from generator.pages.compose import ReportReaders, compose_site
from generator.pages.dialect import render_markdown
from generator.pages.listing import MOST_ENTRIES
from generator.pages.page import SiteFacts
from generator.pages.read_back import official_characters, read_back
from generator.pages.theme_passages import MOST_PASSAGES
from tests.unit.pages.factory import (
    THEMES,
    agency,
    block,
    body,
    document,
    link_pair,
    record,
    small_document,
    sort_key,
    unit,
)

SITE = SiteFacts(name="公开", official=False)
CITY = agency("qinghe", "清河市人民政府", level="prefecture")
WATER = agency(parent="qinghe")
FAR = agency("yuanshan", "远山县人民政府", region=Region(code="510001", names=("四川省", "远山县")))


def compose(*records, links=(), agencies=None, site=SITE, read_body=body, read_parts=lambda _: ReportParts()):
    known = (
        agencies if agencies is not None else tuple({each.agency.agency_id: each.agency for each in records}.values())
    )
    pages = list(
        compose_site(
            tuple(records), tuple(links), THEMES, known, ReportReaders(body=read_body, parts=read_parts), sort_key, site
        )
    )
    by_uri = {page.uri: page for page in pages}
    assert len(by_uri) == len(pages)
    return by_uri


def html_of(page):
    return render_markdown(page.body)


def hrefs(page):
    return {
        urljoin(f"https://x.test/{page.uri}", href).removeprefix("https://x.test/")
        for href in re.findall(r'href="([^"]+)"', html_of(page))
    }


def test_every_internal_link_of_every_page_leads_to_a_page():
    one, other, far = record(by=WATER), record(by=CITY), record("2022-report", by=FAR, year=2022)
    links = (*link_pair(one, other), *link_pair(one, far))
    pages = compose(one, other, far, links=links)
    for page in pages.values():
        for target in hrefs(page):
            path = target.split("#")[0].split("?")[0]
            assert path in pages or "/original/" in path or path.endswith("/report.json"), (page.uri, target)


def test_which_pages_there_are():
    pages = compose(record(by=WATER), record("2022-report", by=FAR, year=2022))
    assert set(pages) == {
        "", "agencies/", "agencies/qinghe-water/", "agencies/yuanshan/", "years/", "years/2022/", "years/2023/",
        "reports/qinghe-water/2023-report/", "reports/yuanshan/2022-report/", "themes/",
        "themes/open-government/", "themes/open-government/2022/", "themes/open-government/2023/",
        "themes/legal-counsel/", "themes/legal-counsel/2022/", "themes/legal-counsel/2023/",
        "types/", "types/law-based-government-report/", "coverage/",
        "compare/",
    }  # fmt: skip


def test_without_reports_there_is_the_home_page_alone():
    pages = compose(agencies=(CITY,))
    assert set(pages) == {""}
    assert "目前还没有公开的文件" in pages[""].body
    assert not hrefs(pages[""])


def test_without_themed_passages_there_is_no_theme_page():
    assert not [uri for uri in compose(record(units=())) if uri.startswith("themes/")]


def test_order_of_input_does_not_matter():
    records = [record(by=WATER), record(by=CITY), record("2022-report", by=FAR, year=2022)]
    links = [*link_pair(records[0], records[1]), *link_pair(records[0], records[2])]
    assert compose(*records, links=links) == compose(*reversed(records), links=list(reversed(links)))


def test_report_page_holds_the_official_text_and_nothing_else_in_its_element():
    one, other = record(by=WATER), record(by=CITY)
    page = compose(one, other, links=link_pair(one, other))[one.uri]
    assert read_back(page.body) == official_characters(small_document(), ())
    assert html_of(page).count("<h1") == 1


def test_same_theme_links_lead_both_ways():
    one, other = record(by=WATER), record(by=CITY)
    pages = compose(one, other, links=link_pair(one, other))
    for here, there in ((one, other), (other, one)):
        markup = html_of(pages[here.uri])
        assert f"{there.uri}#s-1" in hrefs(pages[here.uri])
        assert '<a class="see-also" href="#same-s-1"' in markup
        assert 'id="same-s-1"' in markup
        assert "相关词语：政府信息、申请" in markup
        assert "政务公开与信息公开" in markup


def test_a_passage_that_shares_two_themes_is_named_once():
    one, other = record(by=WATER), record(by=CITY)
    second = tuple(replace(link, score=0.5) for link in link_pair(one, other, theme="legal-counsel"))
    page = compose(one, other, links=(*second, *link_pair(one, other)))[one.uri]
    assert html_of(page).count('href="../../qinghe/2023-report/#s-1"') == 1
    assert "政务公开与信息公开</a><span" in html_of(page)


def test_an_item_links_to_its_list_without_a_character_of_ours():
    one, other = record(by=WATER), record(by=CITY)
    page = compose(one, other, links=link_pair(one, other, "p-4-2", "legal-counsel"))[one.uri]
    assert '<span id="p-4-2" class="item"><a class="see-also" href="#same-p-4-2"' in page.body
    assert read_back(page.body) == official_characters(small_document(), ())


def test_a_link_to_a_report_that_is_not_published_is_left_out():
    one, held = record(by=WATER), record(by=CITY)
    page = compose(one, links=link_pair(one, held))[one.uri]
    assert "同主题" not in page.body
    assert "see-also" not in page.body


def test_related_reports():
    one, parent, earlier = record(by=WATER), record(by=CITY), record("2022-report", by=WATER, year=2022)
    other_year_of_parent = record("2021-report", by=CITY, year=2021)
    pages = compose(one, parent, earlier, other_year_of_parent)
    assert {parent.uri, earlier.uri} <= hrefs(pages[one.uri])
    assert other_year_of_parent.uri not in hrefs(pages[one.uri])
    assert one.uri in hrefs(pages[parent.uri])
    assert "agencies/qinghe-water/" in hrefs(pages["agencies/qinghe/"])


def test_metadata_rows_without_a_value_are_left_out():
    page = html_of(next(page for uri, page in compose(record()).items() if uri.startswith("reports/")))
    assert "<dt>成文日期</dt><dd>2024年2月5日</dd>" in page
    assert "SHA-256" in page
    for label in ("索引号", "发文字号", "发布日期"):
        assert f"<dt>{label}</dt>" not in page


def test_metadata_rows_with_a_value_are_there():
    values = {
        "index_number": "11130000/2024-00007",
        "document_number": "清水发〔2024〕1号",
        "publication_date": date(2024, 3, 1),
    }
    one = record(**values)
    page = html_of(compose(one)[one.uri])
    for shown in (
        "索引号</dt><dd>11130000/2024-00007",
        "发文字号</dt><dd>清水发〔2024〕1号",
        "发布日期</dt><dd>2024年3月1日",
    ):
        assert shown in page.replace("&#47;", "/").replace("&#45;", "-")


def test_the_basis_of_disclosure_is_shown_and_an_unknown_one_is_not_invented():
    one = record()
    assert "公开方式</dt><dd>主动公开" in html_of(compose(one)[one.uri])
    unknown = record(disclosure=DisclosureBasis(attribute=Disclosure.UNKNOWN))
    assert "公开方式" not in html_of(compose(unknown)[unknown.uri])


def test_a_masked_report_says_so_and_offers_no_original():
    plain = record()
    assert f"{plain.uri}original/2023-report.txt" in hrefs(compose(plain)[plain.uri])
    masked = record(masked=("联系人姓名", "联系电话"), original=replace(plain.original, offered=False))
    page = compose(masked)[masked.uri]
    assert "联系人姓名、联系电话已经遮盖" in page.body
    assert not [href for href in hrefs(page) if "original" in href]


def test_a_reviewers_decision_is_shown():
    one = record(review=Review(by="张某", date=date(2024, 2, 6), allow=("private-email",), reason="公务邮箱"))
    assert "审查人：张某；审查日期：2024年2月6日。理由：公务邮箱" in compose(one)[one.uri].body


def test_legal_parts_and_remarks():
    one = record()
    page = html_of(compose(one)[one.uri])
    assert '<li class="is-missing"><span class="gk-verdict">未见</span>存在的不足和原因</li>' in page
    assert '<li class="is-there"><span class="gk-verdict">已载明</span>主要举措和成效</li>' in page
    assert "原文第 12 行</span>第三部分缺（一）。" in page
    bare = record(document_type=None, diagnostics=())
    assert not re.search("法定内容和公开时限|编辑提示", compose(bare)[bare.uri].body)


@pytest.mark.parametrize(
    ("url", "shown"), [("https://www.example.gov.cn/a?b=1&c=2", True), ("javascript:alert(1)", False)]
)
def test_an_unofficial_collection_leads_to_the_agencys_own_page(url, shown):
    one = record(source_url=url)
    page = compose(one)[one.uri]
    assert "非官方汇编" in page.body
    assert ("查看发布机关网站上的原文" in page.body) is shown
    assert "javascript" not in page.body
    official = compose(one, site=SiteFacts(name="公开", official=True))[one.uri]
    assert "非官方汇编" not in official.body


def test_a_document_without_title_gets_a_heading_outside_its_text():
    untitled = document(block(small_document().blocks[3].kind, "无题。", "p-1"))
    one = record(content=untitled, title="[2023-report]")
    from generator.pages.official_text import render_official_text

    page = compose(one, read_body=lambda _: render_official_text(untitled, ()))[one.uri]
    assert html_of(page).count("<h1") == 1
    assert read_back(page.body) == "无题。"


def test_an_unknown_agency_is_said_and_still_found():
    one = record(by=Agency(name=""), uri="reports/2023-report/")
    pages = compose(one, agencies=())
    assert one.uri in hrefs(pages["agencies/"])
    assert "机关待确认" in pages["agencies/"].body
    assert one.uri in hrefs(pages["years/2023/"])
    assert one.uri in {href.split("#")[0] for href in hrefs(pages["themes/open-government/2023/"])}


def test_an_unknown_year_is_said():
    one = record(year=None)
    pages = compose(one)
    assert "年度待确认" in pages["years/unknown/"].body
    assert one.uri in hrefs(pages["years/unknown/"])


def test_agencies_stand_in_administrative_order():
    pages = compose(record(by=FAR), record(by=WATER))
    assert pages["agencies/"].body.index("河北省") < pages["agencies/"].body.index("四川省")


def many(count, **changes):
    return [record(by=agency(f"agency-{number:04}", f"第{number}局", region=Region(code=f"{11 + number % 2}0101", names=(("北京市", "天津市")[number % 2], "某区"))), **changes) for number in range(count)]  # fmt: skip


def test_long_lists_are_cut_by_province():
    records = many(MOST_ENTRIES + 1, units=())
    pages = compose(*records)
    assert {"agencies/regions/110000/", "agencies/regions/120000/", "years/2023/110000/", "years/2023/120000/"} <= set(
        pages
    )
    assert not [href for href in hrefs(pages["years/2023/"]) if href.startswith("reports/")]
    listed = hrefs(pages["years/2023/110000/"]) | hrefs(pages["years/2023/120000/"])
    assert {one.uri for one in records} <= listed


def test_a_list_at_the_limit_is_one_page():
    pages = compose(*many(MOST_ENTRIES, units=()))
    assert not [uri for uri in pages if "110000" in uri and not uri.startswith("coverage/")]


def test_passages_are_paged():
    one = record()
    units = tuple(
        unit(one.report_id, f"{number}", f"p-{number}", "", "open-government") for number in range(MOST_PASSAGES + 1)
    )
    pages = compose(replace(one, units=units))
    assert "themes/open-government/2023/2/" in pages
    assert "themes/open-government/2023/3/" not in pages
    assert f"{one.uri}#p-{MOST_PASSAGES}" in hrefs(pages["themes/open-government/2023/2/"])
    assert "themes/open-government/2023/2/" in hrefs(pages["themes/open-government/2023/"])


HOSTILE = "</title><script>alert(1)</script> {: onclick=x } {{ config }} [a](javascript:x) | `"


def test_hostile_names_are_text_everywhere():
    villain = agency("villain", HOSTILE, short_names=(HOSTILE,), website="javascript:alert(1)")
    bad = record(
        by=villain, title=HOSTILE, index_number=HOSTILE, summary=HOSTILE, source_url="https://x.test/\"onclick='x"
    )
    bad = replace(
        bad, units=(replace(bad.units[0], heading=HOSTILE, excerpt=HOSTILE, words=(("open-government", (HOSTILE,)),)),)
    )
    other = record(by=CITY)
    for page in compose(bad, other, links=link_pair(bad, other)).values():
        markup = html_of(page)
        assert not re.search(r"<script|<[^>]*\sonclick=|href=\"javascript", markup), page.uri
        assert "<script" not in page.body


def test_no_page_carries_a_time():
    assert compose(record()) == compose(record())
    today = date.today()
    shown = {
        page.uri
        for page in compose(record()).values()
        if today.isoformat() in page.body or f"{today.year}年{today.month}月" in page.body
    }
    assert not shown
