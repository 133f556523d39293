"""Encodings by evidence: what is accepted, what is refused, and with which line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.readers import Limits, read_bytes, read_source
from generator.readers.encoding import decode

TEXT = "某某市2023年法治政府建设年度报告\n\n我局坚持依法行政，各项工作扎实推进，取得积极成效。\n"


@pytest.mark.parametrize(
    ("encoded", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_the_same_text_from_every_encoding(encoded: str, named: str) -> None:
    read = read_bytes(TEXT.encode(encoded), ".txt")
    assert [line.text for line in read.text.lines] == TEXT.split("\n")
    assert read.text.encoding == named
    assert read.diagnostics == ()


def test_bytes_that_are_both_utf8_and_gb18030_are_utf8() -> None:
    content = "主动公开".encode()
    assert content.decode("gb18030") != "主动公开"
    assert decode(content).text == "主动公开"


@pytest.mark.parametrize("length", [1, 2, 6])
def test_short_gb18030(length: int) -> None:
    assert decode("公开政务信息"[:length].encode("gb18030")).encoding == "gb18030"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"%PDF-1.7", "type-mismatch", None),
        (b"PK\x03\x04rest", "type-mismatch", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "type-mismatch", None),
        (bytes(range(256)), "binary-content", 1),
        (TEXT.encode() + b"\xff\xfe\x80" * 9, "mixed-encoding", 4),
        (b"\n\xff\xfe\x80" * 9, "unknown-encoding", 2),
        (TEXT.encode() * 2 + "另一种编码的一行".encode("gbk") + b"\n", "mixed-encoding", 7),
        (b"\xef\xbb\xbf\xff", "unknown-encoding", 1),
        (TEXT.encode().decode("gb18030", "ignore").encode(), "implausible-text", 1),
        (b"", "empty-file", None),
        ("\u3000 \n\t".encode(), "empty-file", None),
        (TEXT.replace("我局", "我\x00局").encode(), "control-character", 3),
        (TEXT.replace("我局", "我\x0b局").encode(), "control-character", 3),
        (TEXT.replace("我局", "我\u2028局").encode(), "control-character", 3),
        (TEXT.replace("我局", "我\u202e局").encode(), "bidi-character", 3),
        (TEXT.replace("我局", "我\ufffd局").encode(), "undefined-character", 3),
        (TEXT.replace("我局", "我\ue000局").encode(), "undefined-character", 3),
    ],
)
def test_refused_with_its_line(content: bytes, code: str, line: int | None) -> None:
    found = [one for one in read_bytes(content, ".txt").diagnostics if one.severity == "error"]
    assert (code, line) in [(one.code, one.line) for one in found]


def test_foreign_language_is_only_a_warning() -> None:
    read = read_bytes(b"Annual report on law-based government, in English only.\n", ".txt")
    assert [one.code for one in read.diagnostics] == ["few-chinese"]
    assert read.text.lines


def test_zero_width_characters_are_removed_and_declared() -> None:
    read = read_bytes("机\u200b密\n报\ufeff告\n".encode(), ".txt")
    assert [line.text for line in read.text.lines] == ["机密", "报告", ""]
    assert [(piece.text, piece.line, piece.column) for piece in read.text.removed] == [
        ("\u200b", 1, 1),
        ("\ufeff", 2, 1),
    ]


def test_line_ends_and_page_changes() -> None:
    read = read_bytes("一行\r\n二行\r三行\n四行\f五行".encode(), ".txt")
    assert [line.text for line in read.text.lines] == ["一行", "二行", "三行", "四行", "五行"]
    assert [line.starts_page for line in read.text.lines] == [False, False, False, False, True]
    assert read_bytes("一\u2028行\n".encode(), ".txt").source == ("一\u2028行", "")


def test_unknown_format_names_what_can_be_read() -> None:
    found = read_bytes(TEXT.encode(), ".xlsx").diagnostics
    assert [one.code for one in found] == ["unsupported-format"]
    assert ".xlsx" in found[0].message


def test_a_file_above_the_limit_is_not_read_further(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(TEXT.encode())
    assert read_source(path).source == tuple(TEXT.split("\n"))
    read = read_source(path, Limits(bytes=20))
    assert [one.code for one in read.diagnostics] == ["too-large"]
    assert (read.source, read.text.lines, read.text.size) == ((), (), len(TEXT.encode()))
