"""The Word reader as a whole: hostile and broken files, limits, and its own count of characters."""

from __future__ import annotations

import random
import time
import tracemalloc

import pytest

from generator.model.diagnostics import Severity
from generator.model.text import TextOrigin
from generator.readers.extraction import Extraction
from generator.readers.findings_word import WORD_FINDINGS
from generator.readers.limits import DEFAULT_LIMITS, MIB
from generator.readers.word import inventory, read_word
from tests.docx_files import NAMESPACES, cell, make_docx, make_zip, paragraph, run, table
from tests.unit.readers.word.golden_word import check

LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def read(content: bytes) -> Extraction:
    found = read_word(content, DEFAULT_LIMITS)
    check(found.lines, found.source, found.removed)
    return found


def codes(content: bytes) -> list[str]:
    return [one.code for one in read(content).diagnostics]


def texts(content: bytes) -> list[str]:
    return [line.text for line in read(content).lines if line.text.strip()]


def test_the_maker_of_files_is_deterministic() -> None:
    assert make_docx([paragraph("正文")], headers=[paragraph("页眉")]) == make_docx(
        [paragraph("正文")], headers=[paragraph("页眉")]
    )


def test_origin_and_paragraphs() -> None:
    found = read(make_docx([paragraph("一"), paragraph("二")]))
    assert found.origin is TextOrigin.WORD
    assert found.encoding == "utf-8"
    assert [line.continues for line in found.lines] == [False, False]


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": LAUGHS + "<w:document/>"},
        {"docProps/core.xml": LAUGHS + "<a>&b;</a>"},
        {"word/document.xml": (LAUGHS + "<a/>").encode("utf-16")},
        {"_rels/.rels": LAUGHS + "<a/>"},
        {"word/_rels/document.xml.rels": LAUGHS + "<a/>"},
    ],
)
def test_no_document_type_anywhere(parts: dict[str, str | bytes]) -> None:
    found = read(make_docx([paragraph("正文")], core="<a/>", parts=parts))
    assert [one.code for one in found.diagnostics] == ["xml-dtd"]
    assert found.encoding == ""
    assert found.lines == ()


def test_a_part_that_is_refused_holds_the_file() -> None:
    assert codes(make_docx([paragraph("正文")], styles="<broken>")) == ["xml-broken"]


def test_no_word_document_in_the_container() -> None:
    assert codes(make_zip({"a.txt": "x"})) == ["word-broken"]
    assert codes(make_zip({"word/document.xml": "<html/>"})) == ["word-broken"]


def test_the_main_part_is_found_by_its_relationship() -> None:
    content = make_zip(
        {
            "_rels/.rels": '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/other/main.xml"/></Relationships>',
            "other/main.xml": f"<w:document {NAMESPACES}><w:body>{paragraph('正文')}</w:body></w:document>",
        }
    )
    assert texts(content) == ["正文"]


def test_bomb_of_one_run() -> None:
    content = make_docx([paragraph("a" * 30 * MIB)])
    tracemalloc.start()
    started = time.process_time()
    assert codes(content) == ["zip-ratio"]
    assert time.process_time() - started < 1
    assert tracemalloc.get_traced_memory()[1] < 2 * MIB
    tracemalloc.stop()


@pytest.mark.parametrize(("count", "code", "seconds"), [(6_000_000, "xml-size", 2), (1_200_000, "too-large", 8)])
def test_millions_of_paragraphs(count: int, code: str, seconds: int) -> None:
    # What cannot be packed, so that the whole is not packed too well to be looked at.
    content = make_docx(["<w:p/>" * count, f"<!--{random.Random(1).randbytes(300_000).hex()}-->"])
    started = time.process_time()
    assert codes(content) == [code]
    assert time.process_time() - started < seconds


def test_tables_nested_deep() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 5000 + paragraph("底") + "</w:tc></w:tr></w:tbl>" * 5000
    assert codes(make_docx([body])) == ["xml-depth"]


@pytest.mark.parametrize(
    ("opening", "closing", "count"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 83),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 124),
        ("<w:unknown>", "</w:unknown>", 249),
        (
            "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
            41,
        ),
    ],
)
def test_nesting_up_to_the_limit_is_read(opening: str, closing: str, count: int) -> None:
    assert texts(make_docx([opening * count + paragraph("底") + closing * count])) == ["底"]


@pytest.mark.parametrize("element", ["w:smartTag", "w:ins", "w:hyperlink", "w:unknown", "w:customXml"])
def test_inline_nesting_up_to_the_limit_is_read(element: str) -> None:
    inside = f"<{element}>" * 249 + run("底") + f"</{element}>" * 249
    assert texts(make_docx([paragraph(inside)])) == ["底"]


def test_formula_nested_deep() -> None:
    inside = "<m:e>" * 240 + "<m:r><m:t>x</m:t></m:r>" + "</m:e>" * 240
    assert texts(make_docx([paragraph(f"<m:oMath>{inside}</m:oMath>")])) == ["x"]


def test_styles_and_links_that_turn_in_a_circle() -> None:
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:basedOn w:val="{base}"/>'
        f'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for kind, name, base in (("paragraph", "A", "B"), ("paragraph", "B", "A"), ("numbering", "L", "L"))
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert texts(make_docx([paragraph("甲", style="A")], styles=styles, numbering=numbering)) == ["甲"]


def test_a_note_that_refers_to_itself() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    content = make_docx(
        [paragraph("正文", reference)], footnotes=f'<w:footnote w:id="1">{paragraph("注", reference)}</w:footnote>'
    )
    assert texts(content) == ["正文¹", "注¹"]


def test_numbers_out_of_range_do_no_harm() -> None:
    content = make_docx(
        [
            paragraph("甲", number=(1, 99)),
            paragraph("乙", properties='<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1e999"/></w:numPr>'),
            paragraph(run("丙", properties='<w:sz w:val="many"/><w:color w:val="ZZZZZZ"/>')),
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
            + paragraph("丁")
            + "</w:tc><w:tc><w:tcPr><w:gridSpan w:val='-5'/></w:tcPr><w:p/></w:tc></w:tr><w:tr>"
            + cell("戊")
            + cell("己")
            + "</w:tr></w:tbl>",
            paragraph('<w:r><w:sym w:font="Symbol" w:char="zz"/><w:sym w:char="D800"/></w:r>'),
        ],
        numbering='<w:num w:numId="1"/>',
    )
    assert texts(content) == ["甲", "乙", "丙", "丁", "戊", "己"]


def test_characters_missing_from_the_lines_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "word-text-incomplete" not in codes(make_docx([paragraph("正文")]))
    monkeypatch.setattr("generator.readers.word.reader.count_missing", lambda *_: 3)
    (found,) = read(make_docx([paragraph("正文")])).diagnostics
    assert found.code == "word-text-incomplete"
    assert found.severity is Severity.ERROR


def test_the_second_count_sees_what_the_walk_would_lose() -> None:
    from lxml import etree

    from generator.readers.word.pieces import Tally

    root = etree.fromstring(f"<w:document {NAMESPACES}>{paragraph('甲乙甲')}</w:document>")
    assert inventory.count_missing([root], ["甲乙"], Tally()) == 1
    assert inventory.count_missing([root], ["乙甲甲丙"], Tally()) == 0


def test_text_outside_runs_and_paragraphs_is_kept() -> None:
    content = make_docx([paragraph("甲"), run("乙"), "<w:p><w:t>丙</w:t></w:p>", paragraph("<m:oMath/>")])
    assert texts(content) == ["甲", "乙", "丙"]


def test_no_finding_repeats_what_it_hides() -> None:
    secret = "不可外传的内容"
    hidden = run(secret, properties="<w:vanish/>")
    content = make_docx(
        [
            paragraph("正文", hidden),
            paragraph(f'<w:del w:author="{secret}"><w:r><w:delText>{secret}</w:delText></w:r></w:del>'),
        ],
        comments=f'<w:comment w:author="{secret}">{paragraph(secret)}</w:comment>',
        core=f"<dc:creator>{secret}</dc:creator>",
        headers=[paragraph(f"绝密★{secret}")],
    )
    found = read(content)
    shown = [line.text for line in found.lines] + [one.message for one in found.diagnostics]
    assert not any(secret in text for text in shown)
    assert {one.code for one in found.diagnostics} == {
        "word-hidden-text",
        "word-tracked-changes",
        "word-comments",
        "word-author",
        "marked-outside-text",
    }


@pytest.mark.parametrize(
    "mark", ["机密★5年", "绝密★长期", "秘 密 ★", "秘密☆", "秘\u200b密★", "内部资料 注意保存", "秘密", "（机密）"]
)
def test_marks_in_a_header(mark: str) -> None:
    assert codes(make_docx([paragraph("正文")], headers=[paragraph(mark)])) == ["marked-outside-text"]


@pytest.mark.parametrize("words", ["保守国家秘密法宣传", "涉密事项", "内部审计处", "某某市机密要件传递中心"])
def test_words_that_are_no_mark_in_a_header(words: str) -> None:
    assert codes(make_docx([paragraph("正文")], headers=[paragraph(words)])) == []


def test_every_truncation_and_changed_byte_returns() -> None:
    content = make_docx([paragraph("甲", number=(1, 0)), table([["a", "b"], ["c", "d"]])], numbering="<w:num/>")
    chance = random.Random(7)
    for _ in range(150):
        place = chance.randrange(len(content))
        changed = content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]
        read(changed)
        read(content[:place])


def test_any_order_of_elements_returns() -> None:
    """Elements thrown together at random: never an exception, and what the walk loses is told (most of it here)."""
    names = ["w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:ins", "w:ruby", "w:rt", "mc:Choice"]
    names += ["mc:AlternateContent", "w:txbxContent", "w:pict", "v:shape", "w:fldSimple", "m:oMath", "m:f", "w:drawing"]
    chance = random.Random(11)

    def grow(depth: int) -> str:
        if depth == 0 or chance.random() < 0.2:
            return chance.choice(
                ["<w:t>字</w:t>", "<w:r><w:t>行</w:t></w:r>", "<w:br/>", '<w:fldChar w:fldCharType="begin"/>']
            )
        name = chance.choice(names)
        return f"<{name}>{''.join(grow(depth - 1) for _ in range(chance.randint(1, 3)))}</{name}>"

    told = sum("word-text-incomplete" in codes(make_docx([grow(6)])) for _ in range(200))
    assert 0 < told < 200


def test_findings_are_told_once_and_say_what_to_do() -> None:
    assert len({kind.code for kind in WORD_FINDINGS}) == len(WORD_FINDINGS)
    assert all(kind.remedy.endswith(("。", "）。")) and kind.explanation.endswith("。") for kind in WORD_FINDINGS)
