"""Which reports are set beside each other, where that page stands, and what leads to it."""

from __future__ import annotations

from dataclasses import replace

from generator.model.comparison import Extent
from generator.model.report_parts import Passage, ReportParts
from generator.pages.compare_lines import opening, percent
from generator.pages.compare_pages import share_rows
from generator.pages.compare_pairs import find_pairs
from tests.unit.pages.factory import REPORT_TYPE, record
from tests.unit.pages.test_compose import CITY, WATER, compose, hrefs, html_of

OTHER_TYPE = replace(REPORT_TYPE, type_id="disclosure-report", name="政府信息公开工作年度报告")


def of_year(year, by=WATER, name="report", **changes):
    return record(by=by, name=f"{year}-{name}", year=year, **changes)


def uris(*records):
    pairs = find_pairs({WATER.agency_id: records})
    return [pair.uri for pair in pairs.by_agency.get(WATER.agency_id, ())]


def test_neighbouring_years_among_those_that_are_there():
    assert uris(of_year(2023), of_year(2020), of_year(2021)) == [
        "compare/qinghe-water/2021-2023/",
        "compare/qinghe-water/2020-2021/",
    ]
    assert uris(of_year(2023)) == []
    assert uris(of_year(2023), of_year(None, name="undated")) == []


def test_only_documents_that_report_on_a_year():
    circular = replace(REPORT_TYPE, type_id="circular", reports_on_year=False)
    assert uris(of_year(2022, document_type=circular), of_year(2023, document_type=circular)) == []
    assert uris(of_year(2022, document_type=None), of_year(2023, document_type=None)) == []
    assert uris(of_year(2022, document_type=OTHER_TYPE), of_year(2023)) == []


def test_a_year_with_two_documents_of_a_type_is_in_no_pair():
    twice = (of_year(2022), of_year(2022, name="again"))
    assert uris(of_year(2020), of_year(2021), *twice, of_year(2023)) == ["compare/qinghe-water/2020-2021/"]


def test_pairs_of_two_types_have_addresses_of_their_own_and_the_short_one_leads_to_both():
    records = [
        of_year(year, name=name, document_type=kind)
        for year in (2022, 2023)
        for name, kind in (("a", REPORT_TYPE), ("b", OTHER_TYPE))
    ]
    pages = compose(*records, read_parts=parts)
    short = "compare/qinghe-water/2022-2023/"
    typed = {f"compare/qinghe-water/2022-2023-{kind.type_id}/" for kind in (REPORT_TYPE, OTHER_TYPE)}
    assert typed <= set(pages)
    assert typed <= hrefs(pages[short])


def parts(one):
    texts = (
        "一、主要举措",
        f"{one.year}年公开信息{one.year - 1990}条。",
        "聘请法律顾问。",
        f"开展{'普法' if one.year == 2022 else '检查'}。",
    )
    return ReportParts(
        passages=tuple(
            Passage(anchor=anchor, section="s-1", label="一", kind=kind, text=text, line=line, themes=())
            for line, (anchor, kind, text) in enumerate(
                zip(
                    ("s-1", "p-1", "p-2", "p-3"), ("heading", "paragraph", "paragraph", "paragraph"), texts, strict=True
                ),
                1,
            )
        )
    )


def test_the_page_of_two_years_and_the_ways_to_it():
    one, other = of_year(2022), of_year(2023)
    pages = compose(one, other, read_parts=parts)
    uri = "compare/qinghe-water/2022-2023/"
    markup = html_of(pages[uri])
    assert {f"{one.uri}#s-1", f"{other.uri}#s-1"} <= hrefs(pages[uri])
    assert "<del>2022</del><ins>2023</ins>年公开信息<del>32</del><ins>33</ins>条。" in markup
    assert "聘请法律顾问。" in markup
    assert "新增" in markup
    for page in (one.uri, other.uri, "agencies/qinghe-water/"):
        assert uri in hrefs(pages[page])
    assert "与2023年对照" in html_of(pages[one.uri])
    assert "与2022年对照" in html_of(pages[other.uri])
    assert "与2022年对照" not in html_of(pages[one.uri])
    assert "compare/?a=qinghe-water%2F2022-report" in hrefs(pages[one.uri])


def test_text_of_a_document_is_no_markup_on_the_page():
    evil = "</p><script>alert(1)</script>**[x](y){#z}&amp;"

    def hostile(one):
        text = Passage(
            anchor="p-1", section="", label="", kind="paragraph", text=f"{evil}{one.year}。", line=1, themes=()
        )
        return ReportParts(passages=(text,))

    pages = compose(of_year(2022), of_year(2023), read_parts=hostile)
    markup = html_of(pages["compare/qinghe-water/2022-2023/"])
    assert "<script>" not in markup
    assert "<strong>[x]" not in markup
    assert "&#60;script&#62;" in markup or "&lt;script&gt;" in markup


def test_without_pairs_there_is_the_page_of_choice_alone_and_without_two_reports_nothing():
    pages = compose(of_year(2023), of_year(2023, by=CITY), read_parts=parts)
    assert [uri for uri in pages if uri.startswith("compare/")] == ["compare/"]
    assert "相邻年度" not in pages["compare/"].body
    alone = compose(of_year(2023), read_parts=parts)
    assert not [uri for uri in alone if uri.startswith("compare/")]
    assert "对照" not in alone[of_year(2023).uri].body


def test_two_texts_without_a_body_have_no_empty_heading():
    pages = compose(of_year(2022), of_year(2023), read_parts=lambda _: ReportParts())
    page = pages["compare/qinghe-water/2022-2023/"]
    assert "<table" not in html_of(page)
    assert 'id="sentences"' not in html_of(page)
    assert "没有可以对照的正文" in html_of(page)


def test_shares():
    assert [percent(1, 3), percent(2, 3), percent(1, 1), percent(0, 5), percent(1, 2000), percent(0, 0)] == [
        "33.3%", "66.7%", "100.0%", "0.0%", "0.1%", "",
    ]  # fmt: skip
    rows = share_rows(Extent(same=50, dropped=50, new=25), "2020年", "2021年")
    assert [(row.name, row.old_share, row.new_share) for row in rows] == [
        ("逐句相同", "50.0%", "66.7%"),
        ("删去（2021年没有）", "50.0%", ""),
        ("新增（2020年没有）", "", "33.3%"),
    ]
    assert opening("法" * 30) == "法" * 24 + "……"
