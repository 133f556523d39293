"""Pages of indicators: no number without its sentence, units apart, and no page that grows with the collection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml

from generator.model.catalog import ReportRecord
from generator.model.document import BlockKind, Document
from generator.model.report_parts import Passage, ReportParts
from generator.pages.compose import ReportReaders, compose_site
from generator.pages.dialect import render_markdown
from generator.pages.indicator_groups import MOST_BARS, MOST_ROWS
from generator.pages.indicator_spool import IndicatorSpool
from generator.pages.indicator_years import MOST_AGENCIES
from generator.pages.page import Page, SiteFacts
from generator.pages.quotations import Quotation, StatedValue, stated_values
from generator.pages.stated_tables import agency_indicators
from generator.taxonomy.figures import find_figures
from generator.taxonomy.indicators import indicator_values, load_indicators
from tests.unit.pages.factory import REPORT_TYPE, THEMES, agency, block, body, record, sort_key

CASES = yaml.safe_load((Path(__file__).parents[2] / "golden/indicators/pages.yml").read_text(encoding="utf-8"))
SITE = SiteFacts(name="公开", official=False, indicators=load_indicators().indicators)


def parts(text: str) -> ReportParts:
    paragraph = block(BlockKind.PARAGRAPH, text, "p-3")
    figures = find_figures(Document(blocks=(paragraph,)))
    passage = Passage(anchor="p-3", section="", label="", kind="paragraph", text=text, line=1, themes=())
    return ReportParts(
        passages=(passage,), figures=figures, indicator_values=indicator_values(figures, load_indicators())
    )


def compose(reports: Iterable[tuple[ReportRecord, str]]) -> dict[str, Page]:
    texts = {one.report_id: text for one, text in reports}
    records = tuple(one for one, _ in reports)
    readers = ReportReaders(body=body, parts=lambda one: parts(texts[one.report_id]))
    pages = list(compose_site(records, (), THEMES, tuple(each.agency for each in records), readers, sort_key, SITE))
    assert len({page.uri for page in pages}) == len(pages)
    return {page.uri: page for page in pages}


def golden_reports(told: list[dict[str, Any]]) -> list[tuple[ReportRecord, str]]:
    ids: dict[str, str] = {}
    found = []
    for one in told:
        agency_id = ids.setdefault(one["agency"], f"a-{len(ids) + 1}")
        issuer = agency(agency_id, one["agency"])
        type_name = one.get("type", REPORT_TYPE.name)
        of_type = (
            REPORT_TYPE if type_name == REPORT_TYPE.name else replace(REPORT_TYPE, type_id="other", name=type_name)
        )
        title = f"{one['agency']}{one['year']}年{type_name}"
        name = f"{one['year']}-{'report' if of_type is REPORT_TYPE else of_type.type_id}"
        report = record(name, by=issuer, year=one["year"], document_type=of_type, title=title)
        found.append((report, one["text"]))
    return found


def rows(page: Page) -> Iterator[str]:
    """The lines of all tables of numbers, as the readable cases write them."""
    for row in lxml.html.fromstring(f"<div>{render_markdown(page.body)}</div>").xpath(
        "//table[contains(@class, 'gk-stated')]/tbody/tr"
    ):
        head = row.xpath("string(th)")
        if not row.xpath("td"):
            yield head
            continue
        number, quoted = row.xpath("td")
        flags = "、".join(flag.text_content() for flag in number.xpath("span[@class='gk-flag']"))
        value = number.text.strip() if number.text else ""
        value += number.xpath("string(span[@class='gk-number'])") + number.xpath("span")[0].tail.rstrip()
        sentences = []
        for quotation in quoted.xpath(".//p[@class='gk-quoted']"):
            (mark,) = quotation.xpath("mark")
            sentences.append(f"{quotation.text or ''}【{mark.text_content()}】{mark.tail or ''}")
        assert len(quoted.xpath(".//p[@class='gk-place']/a/@href")) == len(sentences)
        yield "｜".join((head, value, flags, "＋".join(sentences)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_golden_pages(case: dict[str, Any]) -> None:
    pages = compose(golden_reports(case["reports"]))
    for uri in case.get("absent", ()):
        assert uri not in pages
    if "page" in case:
        page = pages[case["page"]]
        assert list(rows(page)) == case["shows"]
        units = re.findall(r"<figcaption>.*?单位：(\S+?)</span>", render_markdown(page.body))
        assert units == case["plots"]
        assert case.get("says", "") in render_markdown(page.body)


def test_every_link_to_a_passage_names_its_report_and_anchor() -> None:
    pages = compose([(record(by=agency("a-1", "清河市水务局")), "全年主动公开信息36条。")])
    for uri in ("indicators/proactive-disclosure/", "indicators/proactive-disclosure/2023/"):
        assert 'reports/a-1/2023-report/#p-3">见原文' in pages[uri].body


def many(count: int, text: str = "全年主动公开信息{number}条。") -> list[tuple[ReportRecord, str]]:
    return [
        (record(by=agency(f"a-{number}", f"第{number}号机关")), text.format(number=number))
        for number in range(1, count + 1)
    ]


def test_a_long_year_is_cut_into_pages_of_a_hundred_and_its_plot_shows_the_largest() -> None:
    pages = compose(many(130))
    whole = [pages[f"indicators/proactive-disclosure/2023/{tail}"] for tail in ("", "2/")]
    assert "indicators/proactive-disclosure/2023/3/" not in pages
    shown = [list(rows(page)) for page in whole]
    assert [len(each) for each in shown] == [MOST_ROWS, 30]
    numbers = [int(line.split("｜")[1].split()[0]) for each in shown for line in each]
    assert numbers == list(range(130, 0, -1))
    assert [page.body.count("<rect") for page in whole] == [MOST_BARS, 0]
    front = pages["indicators/proactive-disclosure/"]
    assert len(list(rows(front))) == MOST_BARS
    assert f"图中是最大的 {MOST_BARS} 个，其余 {130 - MOST_BARS} 个" in front.body


def test_few_agencies_are_shown_over_the_years_and_the_others_are_told() -> None:
    recent = many(MOST_AGENCIES + 3)
    earlier = [(record("2022-report", by=one.agency, year=2022), text) for one, text in recent]
    front = compose([*recent, *earlier])["indicators/proactive-disclosure/"]
    assert front.body.count("### 第") == MOST_AGENCIES
    assert "另有 3 个见各机关的页面" in front.body


def test_an_agency_shows_every_indicator_with_its_newest_numbers() -> None:
    """The place on the page is shared evenly: else the last indicators would never be shown."""
    issuer = agency("a-1", "清河市水务局")
    indicators = SITE.indicators[:40]

    def value(number: int, indicator_id: str) -> StatedValue:
        quotation = Quotation(
            before="共", words=f"{number}件", after="。", anchor="p-1", section="", number=Decimal(number)
        )
        return StatedValue(
            report_id="a-1/r", indicator_id=indicator_id, number=Decimal(number), unit="件", quotations=(quotation,)
        )

    stated = [
        (record(f"{year}-report", by=issuer, year=year), [value(year, one.indicator_id) for one in indicators])
        for year in range(2023, 2017, -1)
    ]
    told = agency_indicators(stated, SITE.indicators)
    assert told is not None
    assert [indicator for indicator, _ in told.indicators] == list(indicators)
    assert {tuple(row.report.year for row in shown) for _, shown in told.indicators} == {(2023, 2022)}
    assert told.left_out == 40 * 6 - 40 * 2


def test_only_indicators_with_values_are_listed() -> None:
    pages = compose(many(2))
    assert {uri for uri in pages if uri.startswith("indicators/")} == {
        "indicators/", "indicators/proactive-disclosure/", "indicators/proactive-disclosure/2023/",
    }  # fmt: skip
    assert "2 份文件写明" in pages["indicators/"].body


def test_headings_do_not_skip_a_level() -> None:
    pages = compose([*many(2), *many(4, "全年主动公开信息{number}件。")[2:]])
    for uri, page in pages.items():
        levels = [int(level) for level in re.findall(r"<h(\d)", render_markdown(page.body))]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (uri, levels)


def test_words_of_documents_cannot_become_markup() -> None:
    issuer = agency("a-1", "<b>机关</b>")
    pages = compose([(record(by=issuer), "按<script>要求，主动公开信息36条。")])
    for uri, page in pages.items():
        if uri.startswith("indicators/"):
            assert "<script" not in page.body
            assert "<b>" not in page.body


def test_the_number_is_marked_where_it_stands_even_if_the_sentence_holds_it_twice() -> None:
    text = "答复群众来信36条，主动公开信息36条。"
    (value,) = [one for one in stated_values("a/b", parts(text)) if one.indicator_id == "proactive-disclosure"]
    (quotation,) = value.quotations
    assert (quotation.before, quotation.words, quotation.after) == ("答复群众来信36条，主动公开信息", "36条", "。")


def test_the_spool_gives_back_what_it_got_and_leaves_nothing() -> None:
    quotation = Quotation(
        before="公开\n“", words="3.5万条", after="。", number=Decimal(35000), anchor="p-1", section="一"
    )
    values = [
        StatedValue(
            report_id=f"a/{number}",
            indicator_id="proactive-disclosure",
            number=Decimal(number),
            unit="条",
            quotations=(quotation,),
        )
        for number in (5, 50, 7)
    ]
    with IndicatorSpool() as spool:
        for value in values:
            spool.add(2023, [value])
        spool.add(None, [values[0]])
        assert spool.years("proactive-disclosure") == {2023: 3, None: 1}
        assert spool.years("petitions") == {}
        assert list(spool.read("proactive-disclosure", 2023)) == values
        places = spool.largest_first("proactive-disclosure", 2023)["条"]
        assert [one.number for one in spool.read_at("proactive-disclosure", 2023, places)] == [50, 7, 5]
        folder = Path(spool._folder.name)
        assert folder.is_dir()
    assert not folder.exists()
