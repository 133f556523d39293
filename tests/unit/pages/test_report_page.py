"""What stands on a report's page around its text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.model.catalog import UnitRecord
from generator.model.document import Heading
from generator.model.report import Agency
from generator.pages.page import SiteFacts
from generator.pages.report_page import shown_outline
from tests.unit.pages.factory import agency, link_pair, record
from tests.unit.pages.test_compose import CITY, HOSTILE, WATER, compose, hrefs, html_of


def page_of(one, *others, **more):
    return compose(one, *others, **more)[one.uri]


def test_the_years_beside_it_are_linked_both_ways():
    years = {year: record(f"{year}-report", by=WATER, year=year) for year in (2019, 2022, 2023)}
    pages = compose(*years.values())
    middle = html_of(pages[years[2022].uri])
    assert re.search(r'<a rel="prev" href="\.\./2019-report/">\s*<span[^>]*>较早年度', middle)
    assert re.search(r'<a rel="next" href="\.\./2023-report/">\s*<span[^>]*>下一年度', middle)
    assert '<span aria-current="page">2022年</span>' in middle
    last = html_of(pages[years[2023].uri])
    assert 'rel="next"' not in last
    assert 'rel="prev"' in last


def test_a_report_without_other_years_has_no_bar_of_years():
    assert not re.search("gk-beside|gk-neighbours", page_of(record()).body)


def test_three_passages_of_the_same_theme_are_shown_and_the_others_folded():
    one = record(by=WATER)
    others = [record(by=agency(f"bureau-{number}", f"第{number}局")) for number in range(5)]
    page = page_of(one, *others, links=[link for other in others for link in link_pair(one, other)])
    section = re.search(r'<section id="same-s-1">(.*?)</section>', html_of(page), re.DOTALL)
    assert section is not None
    shown, folded = section[1].split("<details>")
    assert shown.count("gk-card-title") == 3
    assert folded.count("gk-card-title") == 2
    assert "5 段" in shown
    assert "其余 2 段" in folded
    assert "2023年“政务公开与信息公开”6 段</a>" in folded
    assert "themes/open-government/2023/" in hrefs(page)


def test_a_card_shows_the_sentences_that_hold_the_words_of_the_theme():
    """Not the unit's first words: these may speak of something else."""
    one = record(by=WATER)
    other = record(by=agency("bureau", "某局"))
    told = UnitRecord(
        report_id=other.report_id,
        label="一",
        anchor="s-1",
        heading="做好各项工作。",
        excerpt="先说别的事情。",
        themes=("open-government",),
        words=(("open-government", ("公开申请",)),),
        terms=(),
        excerpts=(("open-government", "收到公开申请12件。"),),
    )
    other = replace(other, units=(told,))
    shown = html_of(page_of(one, other, links=link_pair(one, other)))
    card = re.search(r'<ul class="gk-cards">(.*?)</ul>', shown, re.DOTALL)
    assert card is not None
    assert "</span> 做好各项工作</a>" in card[1]
    assert '<p class="gk-excerpt">收到<mark>公开申请</mark>12件。</p>' in card[1]
    assert "先说别的事情" not in card[1]


def test_the_data_file_is_linked():
    one = record()
    assert f"{one.uri}report.json" in hrefs(page_of(one))


def test_the_citation_asks_the_browser_for_what_the_site_does_not_know():
    one = record()
    unknown = html_of(page_of(one))
    assert '<span data-cite="address">本页网址</span>' in unknown
    assert '<span data-cite="day">引用日期</span>' in unknown
    assert 'data-address=""' in unknown
    assert "<div data-gk-own-address hidden" in unknown
    site = SiteFacts(name="公开", official=True, site_url="https://example.gov.cn/a")
    known = html_of(page_of(one, site=site)).replace("&#47;", "/").replace("&#58;", ":").replace("&#46;", ".")
    address = f"https://example.gov.cn/a/{one.uri}"
    for shown in (f'<span data-cite="address">{address}', f'data-address="{address}"', f"<dd>{address}</dd>"):
        assert shown in known.replace("&#45;", "-"), shown
    assert "<div data-gk-own-address>" in known


def test_the_agency_cited_is_the_one_that_the_page_names():
    registered = Agency(agency_id="qinghe-water", name="清河市水利局")
    assert '<p class="gk-citation" id="cite-standard">清河市水利局' in html_of(
        page_of(record(), agencies=(registered,))
    )


def test_a_hostile_title_stays_text_in_the_citation():
    markup = html_of(page_of(record(by=agency("villain", HOSTILE), title=HOSTILE, document_number=HOSTILE)))
    assert not re.search(r"<script|<[^>]*\sonclick=|href=\"javascript", markup)


def heading(level, number):
    return Heading(
        level=level,
        marker=f"{number}.",
        number=number,
        text="题",
        run_in=False,
        anchor=f"s-{number}",
        label=f"{number}",
    )


@pytest.mark.parametrize(
    ("upper", "lower", "shown"),
    [(3, 5, 8), (10, 30, 40), (10, 31, 10), (60, 0, 60), (101, 9, 100)],
)
def test_the_folded_outline_is_bounded(upper, lower, shown):
    outline = tuple(heading(1, number) for number in range(upper)) + tuple(
        heading(2, 1000 + number) for number in range(lower)
    )
    assert len(shown_outline(outline)) == shown


def test_a_document_without_headings_has_no_outline():
    assert "gk-outline" not in page_of(record(outline=())).body
    assert "gk-outline" in page_of(record()).body


def test_the_paper_says_where_a_copy_is_checked():
    one = record(by=CITY, masked=("联系电话",), publication_date=date(2024, 3, 1))
    one = replace(one, original=replace(one.original, offered=False))
    paper = re.search(r'<div class="gk-on-paper".*?(?=<nav|<h2)', html_of(page_of(one)), re.DOTALL)
    assert paper is not None
    for shown in (
        "清河市人民政府",
        one.official_sha256,
        "联系电话已经遮盖",
        "发布日期</dt><dd>2024年3月1日",
        "非官方汇编",
    ):
        assert shown in paper[0], shown
