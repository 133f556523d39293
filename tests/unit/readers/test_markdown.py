"""Markdown: markup goes and is declared, official text stays, character for character."""

from __future__ import annotations

import pytest

from generator.readers import read_bytes

HEAD = "某某市2023年法治政府建设年度报告，各项工作扎实推进。\n\n"


def read(text: str) -> tuple[list[str], list[str]]:
    value = read_bytes((HEAD + text).encode(), ".md").text
    return [line.text.strip() for line in value.lines[2:]], [piece.text for piece in value.removed]


@pytest.mark.parametrize(
    ("source", "kept", "gone"),
    [
        ("## 一、主要做法", "一、主要做法", ["##"]),
        ("**加粗**和*斜体*", "加粗和斜体", ["**", "**", "*", "*"]),
        ("1. 第一项", "1. 第一项", []),
        ("13) 第十三项", "13) 第十三项", []),
        ("- 列表项", "列表项", ["-"]),
        ("> 引用", "引用", [">"]),
        ("2\\*3", "2*3", ["\\"]),
        ("[公开指南](http://a.cn/x)", "公开指南", ["[", "](http://a.cn/x)"]),
        ("![图一](a.png)", "图一", ["![", "](a.png)"]),
        ("`代码`", "代码", ["`", "`"]),
        ("    四个空格", "四个空格", []),
        ("<script>alert(1)</script>", "<script>alert(1)</script>", []),
        ("A &amp; B &lt;", "A &amp; B &lt;", []),
        ("[1]: javascript:alert(1)", "[1]: javascript:alert(1)", []),
        ("***", "", ["***"]),
    ],
)
def test_one_line(source: str, kept: str, gone: list[str]) -> None:
    lines, removed = read(source)
    assert lines == [kept]
    assert removed == gone


def test_front_matter_only_at_the_top_and_only_if_it_is_yaml() -> None:
    value = read_bytes("---\ntitle: 甲\n---\n正文第一段是这样写的，各项工作扎实推进。\n".encode(), ".md")
    assert [one.code for one in value.diagnostics] == ["front-matter-ignored"]
    assert [line.text for line in value.text.lines if line.text.strip()] == ["正文第一段是这样写的，各项工作扎实推进。"]
    prose = read_bytes("---\n这一行不是元数据，各项工作扎实推进，取得积极成效。\n---\n".encode(), ".md")
    assert prose.diagnostics == ()
    assert any("这一行不是元数据" in line.text for line in prose.text.lines)


def test_zero_width_inside_markup_keeps_columns_right() -> None:
    value = read_bytes(f"{HEAD}*\u200b*加粗**".encode(), ".md").text
    source = "*\u200b*加粗**"
    for piece in value.removed:
        assert source[piece.column : piece.column + len(piece.text)] == piece.text
