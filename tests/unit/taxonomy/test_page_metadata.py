"""What stands beside the text: read field by field, weighed against the text, with the traps of real pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.document import Block, BlockKind, Document, Fragment
from generator.model.report import Disclosure, Report
from generator.model.source import SourceFile
from generator.model.text import Evidence, EvidenceField, EvidencePlace, ExtractedText
from generator.taxonomy.adopt import adopt_metadata
from generator.taxonomy.agencies import AgencyRegistry
from generator.taxonomy.describe import describe_report, load_vocabulary
from generator.taxonomy.page_metadata import PageMetadata, read_page_metadata, strip_site_name
from generator.taxonomy.sidecar import Sidecar

TABLE, TAG, LINE, TITLE = EvidencePlace


def evidence(field: str, value: str, place: EvidencePlace = TABLE) -> Evidence:
    return Evidence(field=EvidenceField(field), value=value, place=place)


def block(kind: BlockKind, text: str, number: int) -> Block:
    return Block(kind=kind, text=text, fragments=(Fragment(text=text, line=number),), anchor=f"p-{number}")


def report(document: Document, *told: Evidence, sidecar: Sidecar | None = None) -> tuple[Report, list[str]]:
    text = ExtractedText(
        lines=(), media_type="text/html", encoding="utf-8", sha256="0" * 64, size=1, characters=1, evidence=told
    )
    source = SourceFile(report_id="a/b", path=Path("b.html"), display_path="reports/a/b.html", agency_id="a")
    found = describe_report(source, text, document, sidecar or Sidecar(), AgencyRegistry(), load_vocabulary())
    return found.value, [one.code for one in found.diagnostics]


@pytest.mark.parametrize("nothing", ["无", "-", "—", "－－", "空", "暂无", "/", "……", "NULL", "N/A", " 无 ", "***"])
def test_a_cell_that_says_nothing(nothing: str) -> None:
    fields = ("title", "agency", "document_number", "index_number", "date_of_writing", "disclosure", "keywords")
    assert read_page_metadata(evidence(field, nothing) for field in fields) == PageMetadata()


def test_the_table_goes_before_tags_and_tags_before_lines() -> None:
    told = [
        evidence("index_number", "000-3", LINE),
        evidence("index_number", "000-2", TAG),
        evidence("index_number", "000-1", TABLE),
    ]
    assert read_page_metadata(told).index_number == "000-1"
    assert read_page_metadata(told[:2]).index_number == "000-2"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("国发〔2018〕43号", "国发〔2018〕43号"),
        ("国 发〔1985〕7 号", "国发〔1985〕7号"),
        ("国令第707号", "国令第707号"),
        ("公告 2024年 第1号", "公告2024年第1号"),
        ("成文日期", ""),
        ("2018年12月21日", ""),
        ("发文字号：国发〔2018〕43号", ""),
        ("中华人民共和国主席令第五号", "中华人民共和国主席令第五号"),
    ],
)
def test_document_number(value: str, number: str) -> None:
    assert read_page_metadata([evidence("document_number", value)]).document_number == number


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2018年12月21日", date(2018, 12, 21)),
        ("2016-11-22 09:53", date(2016, 11, 22)),
        ("二〇〇四年四月十七日", date(2004, 4, 17)),
        ("2018.12.21", date(2018, 12, 21)),
        ("2018年13月41日", None),
        ("今天是2020年1月1日", None),
        ("国办发〔2018〕123号", None),
    ],
)
def test_dates(value: str, day: date | None) -> None:
    assert read_page_metadata([evidence("date_of_writing", value)]).date_of_writing == day
    assert read_page_metadata([evidence("publication_date", value, TAG)]).publication_date == day


@pytest.mark.parametrize(
    ("page_title", "title"),
    [
        ("某市关于普法工作的通知_某市人民政府门户网站", "某市关于普法工作的通知"),
        ("某市关于普法工作的通知 - 某市司法局", "某市关于普法工作的通知"),
        ("某市司法局-某市关于普法工作的通知", "某市关于普法工作的通知"),
        ("某市关于普法工作的通知--政策文件--某网", "某市关于普法工作的通知"),
        ("政府信息公开 | 某市关于普法工作的通知（试行）", "某市关于普法工作的通知（试行）"),
        ("某省2021-2025年规划_政策_某网", "某省2021-2025年规划"),
        ("以案释法在身边_某市人民政府门户网站", "以案释法在身边"),
        ("某市人民政府门户网站", ""),
        ("中国政府网_www.gov.cn", ""),
        ("", ""),
    ],
)
def test_the_sites_name_is_no_title(page_title: str, title: str) -> None:
    assert strip_site_name(page_title) == title


def test_keywords_are_those_of_a_table_and_not_of_a_tag() -> None:
    assert read_page_metadata([evidence("keywords", "普法　法治；宣传")]).keywords == ("普法", "法治", "宣传")
    assert read_page_metadata([evidence("keywords", "某网,政府,信息", TAG)]).keywords == ()


PLAIN = Document(
    blocks=(
        block(BlockKind.TITLE, "某市关于普法工作的通知", 1),
        block(BlockKind.PARAGRAPH, "现将有关事项通知如下。", 2),
    ),
    title="某市关于普法工作的通知",
    document_number="某司发〔2020〕3号",
    date_of_writing=date(2020, 3, 1),
)
UNTITLED = Document(blocks=(block(BlockKind.PARAGRAPH, "现将有关事项通知如下。", 1),))


def test_the_text_goes_before_the_page_and_a_difference_is_noted() -> None:
    found, codes = report(
        PLAIN,
        evidence("title", "某市关于禁毒工作的通知"),
        evidence("document_number", "某司发〔2020〕30号"),
        evidence("date_of_writing", "2020年3月2日"),
    )
    assert (found.title, found.document_number, found.date_of_writing) == (
        "某市关于普法工作的通知", "某司发〔2020〕3号", date(2020, 3, 1),
    )  # fmt: skip
    assert codes.count("page-metadata-differs") == 3


def test_the_same_in_another_spelling_is_no_difference() -> None:
    _, codes = report(
        PLAIN, evidence("title", "某市关于普法工作的 通知"), evidence("document_number", "某司发[2020]3号")
    )
    assert "page-metadata-differs" not in codes


def test_the_sidecar_goes_before_both() -> None:
    sidecar = Sidecar(title="另一个标题的通知", document_number="某司发〔2020〕4号", date_of_writing=date(2020, 5, 1))
    found, _ = report(PLAIN, evidence("title", "某市关于禁毒工作的通知"), sidecar=sidecar)
    assert (found.title, found.document_number, found.date_of_writing) == (
        "另一个标题的通知", "某司发〔2020〕4号", date(2020, 5, 1),
    )  # fmt: skip


def test_what_the_text_does_not_tell_is_taken_from_the_page() -> None:
    found, codes = report(
        UNTITLED,
        evidence("title", "某市关于普法工作的通知_某网", TITLE),
        evidence("agency", "厦门市司法局"),
        evidence("index_number", "XM00128-30-01-2020-005"),
        evidence("document_number", "厦司〔2020〕3号"),
        evidence("date_of_writing", "2020年3月1日"),
        evidence("publication_date", "2020-03-05 10:00", TAG),
        evidence("disclosure", "主动公开"),
        evidence("keywords", "普法 法治"),
    )
    assert found.title == "某市关于普法工作的通知"
    assert (found.agency.name, found.agency.region.code) == ("厦门市司法局", "350200")
    assert (found.index_number, found.document_number) == ("XM00128-30-01-2020-005", "厦司〔2020〕3号")
    assert (found.date_of_writing, found.publication_date) == (date(2020, 3, 1), date(2020, 3, 5))
    assert found.keywords == ("普法", "法治")
    assert (found.year, found.document_type and found.document_type.name) == (2020, "通知")
    assert found.disclosure.attribute is Disclosure.PROACTIVE
    assert found.disclosure.basis == "网页信息表“公开方式：主动公开”"
    assert "title-from-page" in codes


@pytest.mark.parametrize(
    ("cell", "attribute"),
    [
        ("主动公开", Disclosure.PROACTIVE),
        ("依申请公开", Disclosure.ON_REQUEST),
        ("不予公开", Disclosure.WITHHELD),
        ("是", Disclosure.PROACTIVE),
        ("否", Disclosure.WITHHELD),
        ("面向全社会", Disclosure.UNKNOWN),
        ("本机关依照条例主动公开各类政府信息的方式和范围如下", Disclosure.UNKNOWN),
    ],
)
def test_the_cell_of_disclosure(cell: str, attribute: Disclosure) -> None:
    assert report(UNTITLED, evidence("disclosure", cell))[0].disclosure.attribute is attribute


def test_a_page_published_before_it_was_written_states_no_day() -> None:
    found, codes = report(PLAIN, evidence("publication_date", "2019-01-01", TAG))
    assert found.publication_date is None
    assert "published-before-written" in codes


def test_a_title_cut_by_the_reader_is_whole_on_the_page_and_in_the_head() -> None:
    document = Document(
        blocks=(
            block(BlockKind.ISSUER_MARK, "某市司法局", 1),
            block(BlockKind.TITLE, "关于普法工作", 2),
            block(BlockKind.PARAGRAPH, "的通知", 3),
        ),
        title="关于普法工作",
    )
    page = read_page_metadata([evidence("title", "某市司法局关于普法工作的通知")])
    assert adopt_metadata(document, Sidecar(), page).value.title == "某市司法局关于普法工作的通知"
    other = read_page_metadata([evidence("title", "某市司法局关于普法工作的意见")])
    assert adopt_metadata(document, Sidecar(), other).value.title == "关于普法工作"


def test_an_order_gives_way_to_the_name_of_what_it_publishes() -> None:
    document = Document(
        blocks=(
            block(BlockKind.TITLE, "中华人民共和国国务院令", 1),
            block(BlockKind.DOCUMENT_NUMBER, "第706号", 2),
            block(BlockKind.PARAGRAPH, "现公布修订后的《专利代理条例》，自2019年3月1日起施行。", 3),
        ),
        title="中华人民共和国国务院令",
        document_number="第706号",
    )
    page = read_page_metadata([evidence("title", "专利代理条例"), evidence("document_number", "国令第706号")])
    values = adopt_metadata(document, Sidecar(), page)
    assert (values.value.title, values.value.document_number) == ("专利代理条例", "国令第706号")
    assert values.diagnostics == ()


def test_the_page_names_another_body_than_the_text() -> None:
    signed = Document(blocks=PLAIN.blocks, title=PLAIN.title, signature=("厦门市司法局",))
    found, codes = report(signed, evidence("agency", "厦门市财政局"))
    assert found.agency.name == "厦门市司法局"
    assert "page-agency-differs" in codes
    assert "page-agency-differs" not in report(signed, evidence("agency", "福建省厦门市司法局"))[1]
