"""Numbering systems, parts, and texts that lost their line breaks."""

from __future__ import annotations

import time

import pytest

from generator.model.text import ExtractedText, Line
from generator.parser.characters import fold
from generator.parser.markers import Rank, match_decimal, match_marker
from generator.parser.parse import parse_document
from tests.unit.parser.building import understand


@pytest.mark.parametrize(
    ("text", "rank", "rest"),
    [
        ("第一部分　概况", Rank.DIVISION, "概况"),
        ("第三编 人格权", Rank.BOOK, "人格权"),
        ("第二分编　典型合同", Rank.SUBBOOK, "典型合同"),
        ("第二章　总　　则", Rank.CHAPTER, "总　　则"),
        ("第一节 一般规定", Rank.SECTION, "一般规定"),
        ("第二節　一般規定", Rank.SECTION, "一般規定"),
        ("第一千二百六十条　本法自公布之日起施行。", Rank.ARTICLE, "本法自公布之日起施行。"),
        ("第三條為了規範", Rank.ARTICLE, "為了規範"),
        ("第十五条之一　对于前款情形", Rank.ARTICLE, "对于前款情形"),
        ("（一）加强", Rank.SECOND, "加强"),
    ],
)
def test_markers(text: str, rank: Rank, rest: str) -> None:
    marker = match_marker(text)
    assert marker is not None
    assert (marker.rank, text[marker.end :]) == (rank, rest)


@pytest.mark.parametrize(
    "text",
    [
        "第三条规定的情形",
        "第三条第二款",
        "第三条、第四条",
        "第三条修改为：“略”",
        "第二章规定，违反的处罚。",
        "第二节的内容",
        "第一、加强学习",
        "第二季度",
        "1.5万人",
    ],
)
def test_words_of_a_sentence_are_no_markers(text: str) -> None:
    assert match_marker(text) is None


def test_decimals_need_a_system() -> None:
    assert match_decimal("1.5万人") is None
    assert match_decimal("2.30%") is None
    alone = understand(["某某局工作报告", "全年收入", "1.2 亿美元左右，增长较快。", "3.4 以上的占比下降。"])
    assert alone.headings == ()
    system = understand(
        ["某某局应急预案", "1 总则", "1.1 目的", "略。", "1.2 依据", "略。", "2 体系", "2.1 机构", "略。"]
    )
    assert [heading.anchor for heading in system.headings] == ["s-1", "s-1-1", "s-1-2", "s-2", "s-2-1"]
    assert [heading.level for heading in system.headings] == [1, 2, 2, 1, 2]


def test_levels_stand_below_the_structure() -> None:
    document = understand(
        ["某某条例", "第一章　总则", "第一条　制定本条例。", "（一）甲；", "1.乙；", "第二章　附则", "第二条　施行。"]
    )
    assert [(heading.level, heading.label) for heading in document.headings] == [
        (1, "第一章"),
        (2, "第一条"),
        (3, "第一条（一）"),
        (4, "第一条（一）1"),
        (1, "第二章"),
        (2, "第二条"),
    ]


def test_an_article_may_have_a_caption() -> None:
    document = understand(
        ["某某条例", "第一条【立法目的】为了规范管理，制定本条例。", "第二条（适用范围）本条例适用于本市。"]
    )
    assert [heading.text for heading in document.headings] == ["【立法目的】", "（适用范围）"]


def test_attachments_have_outlines_and_labels_of_their_own() -> None:
    document = understand(
        [
            "关于某事的通知",
            "各区：",
            "现予通知。",
            "一、甲",
            "略。",
            "某某局",
            "2020年1月1日",
            "附件2",
            "某某方案",
            "一、乙",
            "略。",
        ]
    )
    assert [(heading.anchor, heading.label) for heading in document.headings] == [("s-1", "一"), ("a1-s-1", "附件2一")]
    assert {block.part for block in document.blocks} == {"", "a1"}


def test_a_label_in_a_sentence_opens_nothing() -> None:
    document = understand(
        [
            "关于某事的通知",
            "各区：",
            "请按照有关要求填写。",
            "填表说明见",
            "附件",
            "并于月底前报送。",
            "某某局",
            "2020年1月1日",
        ]
    )
    assert all(not block.part for block in document.blocks)
    assert document.signature == ("某某局",)


def test_lost_line_breaks_lose_no_character() -> None:
    body = "".join(f"第{number}条某某机关应当依照规定公开信息，不得拖延。" for number in "一二三四五六七八九十")
    text = f"某某市人民政府关于印发某某办法的通知某政发〔2012〕8号各区人民政府：现印发给你们。某某市人民政府2012年3月1日某某办法第一章总则{body}"
    text += "附则内容略。" * 20
    document = understand([text])
    assert document.title == "某某市人民政府关于印发某某办法的通知"
    assert document.document_number == "某政发〔2012〕8号"
    assert document.date_of_writing is not None
    assert sum(1 for heading in document.headings if heading.marker.endswith("条")) == 10
    assert all(block.span.first_line == block.span.last_line == 1 for block in document.blocks)


def test_folding_keeps_the_length() -> None:
    text = "國務院關於第三條規劃發布會議決議複核條例"
    assert len(fold(text)) == len(text)
    assert fold(text).startswith("国务院关于第三条规划发布会议决议")


@pytest.mark.parametrize(
    "lines",
    [
        ["我局坚持把工作摆在突出位置与业务同部署"] * 20_000,
        [f"一、加强学习{number}" for number in range(20_000)],
        ["一、学习"] * 20_000,
        ["现印发。", *["某某市人民政府", "2024年1月1日"] * 10_000],
        ["附件1"] * 20_000,
        ["目录", "一、总则", "二、附则"] * 7_000,
        ["附件：", *["1.某某表"] * 20_000],
    ],
)
def test_time_grows_no_faster_than_the_text(lines: list[str]) -> None:
    """Seconds of the processor: a quadratic rule would need minutes."""
    text = ExtractedText(
        lines=tuple(Line(number=number, text=line) for number, line in enumerate(lines, start=1)),
        media_type="",
        encoding="utf-8",
        sha256="",
        size=0,
        characters=0,
    )
    started = time.process_time()
    parse_document(text)
    assert time.process_time() - started < 15
