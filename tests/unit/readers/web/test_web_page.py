"""Web pages beyond the golden cases: encodings, damage, limits, what is refused, and that no input breaks a promise."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.model.diagnostics import Severity
from generator.model.text import EvidenceField, EvidencePlace, ReferenceKind, RemovalReason
from generator.parser.fidelity import prove_fidelity
from generator.parser.parse import parse_document
from generator.readers import formats, read_bytes
from generator.readers.findings_web import WEB_FINDINGS
from generator.readers.formats import Format
from generator.readers.limits import DEFAULT_LIMITS, Limits
from generator.readers.web import read_web_page
from generator.readers.web.inventory import count_missing
from generator.readers.web.references import safe_uri
from generator.readers.web.scan import scan_page
from tests.unit.readers.web.web_cases import assert_kept

TITLE = "某某县2023年度法治政府建设情况报告"
SENTENCE = "我县深入贯彻落实上级决策部署，扎实推进法治政府建设，健全工作机制，取得积极成效。"
PAGE = f'<html><head><title>{TITLE}</title></head><body><div id="zoom"><p>{SENTENCE}</p></div></body></html>'
WEB = Format(name="网页", suffixes=(".html",), media_type="text/html", reader="generator.readers.web:read_web_page")


def codes(content: bytes, limits: Limits = DEFAULT_LIMITS) -> list[str]:
    return [one.code for one in read_web_page(content, limits).diagnostics]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16-le"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", ""])
def test_the_bytes_decide_and_not_the_declaration(encoding: str, named: str, declared: str) -> None:
    read = read_web_page(f'<meta charset="{declared}">{PAGE}'.encode(encoding), DEFAULT_LIMITS)
    assert [line.text for line in read.lines] == [SENTENCE]
    assert read.encoding == named
    assert read.diagnostics == ()


def test_a_page_with_kilobytes_of_script_first_is_still_understood() -> None:
    script = "<script>" + "var a = 1;\n" * 4000 + "</script>"
    assert read_web_page((script + PAGE).encode("gb18030"), DEFAULT_LIMITS).encoding == "gb18030"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_summary_cut_inside_a_character_does_not_hold_the_page(encoding: str) -> None:
    cut = "摘要".encode(encoding)[:-1]
    content = b'<meta name="description" content="' + cut + b'"><meta name="ArticleTitle" content="\xe6\x9f">'
    read = read_web_page(content + PAGE.encode(encoding), DEFAULT_LIMITS)
    assert [line.text for line in read.lines] == [SENTENCE]
    assert read.diagnostics == ()
    assert all("\ufffd" not in one.value for one in read.evidence)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_broken_bytes_in_the_text_hold_the_page(encoding: str) -> None:
    content = PAGE.encode(encoding).replace("取得".encode(encoding), "取".encode(encoding)[:-1] + b"\xff ", 1)
    read = read_web_page(content, DEFAULT_LIMITS)
    assert read.lines == ()
    assert [one.severity for one in read.diagnostics] == [Severity.ERROR]


def test_utf8_page_with_gbk_lines_is_mixed() -> None:
    content = (PAGE.replace("</p>", "</p>\n") * 20).encode() + "另一段另一种编码的文字，占了不少篇幅。\n".encode(
        "gbk"
    ) * 5
    assert codes(content) == ["mixed-encoding"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7", "binary-content"),
        (b"PK\x03\x04", "binary-content"),
        (bytes(range(128, 256)) * 40, "web-encoding"),
        (("<table><tr><td>" * 5000 + SENTENCE).encode(), "web-too-deep"),
        (("<div>" * 200 + SENTENCE).encode(), None),
        (b"<i></i>" * 800_000, "web-too-complex"),
        (("<p " + " ".join(f"a{number}=1" for number in range(5000)) + ">").encode(), "web-too-complex"),
        (("<p>" + "字" * 4_000_000).encode(), "web-too-complex"),
    ],
    ids=["pdf", "zip", "random", "nested-tables", "nested-divs", "tags", "attributes", "one-long-text"],
)
def test_what_is_no_page_or_too_much_is_refused_with_a_reason(content: bytes, code: str | None) -> None:
    started = time.process_time()
    found = codes(content)
    assert found == ([code] if code else [])
    assert time.process_time() - started < 15


def test_depth_lines_and_characters_follow_the_limits() -> None:
    assert codes(b"<div>" * 60 + PAGE.encode(), Limits(depth=50)) == ["web-too-deep"]
    assert codes(PAGE.replace("<p>", "<p>甲<p>乙<p>").encode(), Limits(lines=2)) == ["too-large"]
    assert codes(PAGE.encode(), Limits(characters=10)) == ["too-large"]


def test_an_empty_page_has_no_lines() -> None:
    for content in (b"", b"   ", b"<html></html>", b"<!-- x -->"):
        read = read_web_page(content, DEFAULT_LIMITS)
        assert (read.lines, read.source) == ((), ())


def test_hidden_text_is_nowhere() -> None:
    secret = "只有内部知道的一百二十三"
    page = PAGE.replace("</p>", f'</p><p style="display: none">{secret}</p>')
    read = read_web_page(page.encode(), DEFAULT_LIMITS)
    assert [one.code for one in read.diagnostics] == ["web-hidden-text"]
    assert "12 字" in read.diagnostics[0].message
    assert secret not in repr(read)


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "DISPLAY : NONE !important",
        "visibility:hidden",
        "font-size:0",
        "font-size:1px",
        "font-size: 0.05em",
        "color:#FFF",
        "color: white; background-color: #ffffff",
        "color:rgb(255, 255, 255)",
        "opacity:0",
        "height:0;overflow:hidden",
        "position:absolute;left:-9999px",
        "text-indent:-9999px",
    ],
)
def test_every_way_of_hiding(style: str) -> None:
    page = PAGE.replace("</p>", f'</p><p>看得见的一句话。<span style="{style}">藏起来的字</span></p>')
    read = read_web_page(page.encode(), DEFAULT_LIMITS)
    assert [one.code for one in read.diagnostics] == ["web-hidden-text"]
    assert "藏起来的字" not in "".join(read.source)


@pytest.mark.parametrize(
    "style",
    ["color:#fff;background:#c00", "font-size:9pt", "visibility:visible", "opacity:0.9", "color:red", "height:0"],
)
def test_what_only_looks_like_hiding(style: str) -> None:
    page = PAGE.replace("</p>", f'</p><p>看得见的一句话。<span style="{style}">也看得见</span></p>')
    assert read_web_page(page.encode(), DEFAULT_LIMITS).diagnostics == ()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.example.invalid/a.pdf", "https://www.example.invalid/a.pdf"),
        ("./P02024.docx", "./P02024.docx"),
        ("/files/某某 表.xlsx", "/files/某某%20表.xlsx"),
        ("javascript:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        (" JAVASCRIPT:alert(1)", ""),
        ("data:image/png;base64,AA", ""),
        ("file:///etc/passwd", ""),
        ("C:\\a.doc", ""),
        ("vbscript:x", ""),
        ('x" onerror="y', ""),
        ("\u200bjavascript:x", ""),
        ("#top", ""),
        ("", ""),
    ],
)
def test_addresses_that_may_be_shown(address: str, shown: str) -> None:
    assert safe_uri(address) == shown


def test_the_second_count_finds_text_that_the_tree_lost() -> None:
    prepared = "<p>甲乙丙</p><p>丁</p>"
    whole = etree.fromstring(prepared, etree.HTMLParser())
    cut = etree.fromstring("<p>甲乙丙</p>", etree.HTMLParser())
    assert count_missing(whole, scan_page(prepared), ["甲乙丙", "丁"], "") == 0
    assert count_missing(whole, scan_page(prepared), ["甲乙丙"], "") == 1
    assert count_missing(whole, scan_page(prepared), ["甲乙丙", "丁戊"], "") == 1
    assert count_missing(cut, scan_page(prepared), ["甲乙丙"], "") == 1


def test_the_text_behind_the_end_of_the_page_is_not_lost() -> None:
    read = read_web_page(f"{PAGE}<p>后记</p></html><p>再后</p>".encode(), DEFAULT_LIMITS)
    assert read.source == (SENTENCE, "后记", "再后")
    assert read.diagnostics == ()


def test_nothing_is_loaded_from_outside() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + PAGE.replace("<p>", "<p>&x;")
    read = read_web_page(page.encode(), DEFAULT_LIMITS)
    assert read.source == (f"&x;{SENTENCE}",)


def test_a_page_goes_through_parser_and_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "FORMATS", (WEB,))
    page = (
        f"<html><head><title>{TITLE}_某某县人民政府</title></head><body><p>首页</p><h1>{TITLE}</h1>"
        f'<p>来源：县司法局</p><div id="zoom"><p>县委、县政府：</p><p>　　{SENTENCE}\u200b</p>'
        "<table><tr><td>项目</td><td>数量</td></tr><tr><td>办件</td><td>30</td></tr></table>"
        '<p align="right">某某县司法局</p><p align="right">2024年3月28日</p></div><p>版权所有</p></body></html>'
    )
    read = read_bytes(page.encode(), ".html")
    document = parse_document(read.text).value
    assert prove_fidelity(read.source, document) is None
    assert document.title == TITLE
    assert document.signature == ("某某县司法局",)
    assert str(document.date_of_writing) == "2024-03-28"
    assert {one.reason for one in document.removed} == {RemovalReason.SITE_FURNITURE, RemovalReason.ZERO_WIDTH}


def test_evidence_comes_strongest_first_and_once() -> None:
    head = f'<meta name="ArticleTitle" content="{TITLE}"><META NAME="articletitle" CONTENT="{TITLE}">'
    read = read_web_page((head + PAGE).encode(), DEFAULT_LIMITS)
    assert [(one.place, one.field) for one in read.evidence] == [
        (EvidencePlace.META_TAG, EvidenceField.TITLE),
        (EvidencePlace.PAGE_TITLE, EvidenceField.TITLE),
    ]


def test_references_say_where_they_stand() -> None:
    page = PAGE.replace("</p>", '</p><p>附件：<a href="a.docx">名单</a></p><img src="b.jpg" alt="图">')
    read = read_web_page(page.encode(), DEFAULT_LIMITS)
    assert [(one.kind, one.name, one.line) for one in read.references] == [
        (ReferenceKind.ATTACHMENT, "名单", 2),
        (ReferenceKind.IMAGE, "图", 2),
    ]


def test_findings_are_told_once() -> None:
    assert len({one.code for one in WEB_FINDINGS}) == len(WEB_FINDINGS)


_PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<br>", "<div id=zoom>", "</div>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ol>", "<li>",
        "<span style='display:none'>", "</span>", "<script>", "</script>", "<!--", "-->", "<a href='x.doc'>", "</a>",
        "<b", '"', "'", ">", "<", "&nbsp;", "&#x4e2d;", "&amp", "</html>", "<h1>", "</h1>", "<pre>", "</pre>", "\n", " ",
        "索引号：", "发布机构：", "某某县人民政府", "2024-03-28", "来源：", "【大 中 小】", "我局坚持依法行政，推进各项工作。", "\u200b",
        "<title>", "</title>", "<textarea>", "<iframe>", "<![CDATA[", "]]>", "<?x", "</", "<td rowspan=3 colspan=2>",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40))
def test_any_markup_keeps_the_promises(pieces: list[str]) -> None:
    read = read_web_page("".join(pieces).encode(), DEFAULT_LIMITS)
    assert_kept(read)
    assert read == read_web_page("".join(pieces).encode(), DEFAULT_LIMITS)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert_kept(read_web_page(content, DEFAULT_LIMITS))
