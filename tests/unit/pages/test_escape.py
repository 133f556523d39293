"""Any text -> Markdown that renders as exactly this text."""

from __future__ import annotations

import html
import string
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.dialect import render_markdown
from generator.pages.escape import attribute, markdown_text

# The pieces that have bitten converters: each alone is text of some document.
_LINES = """{: onclick=alert(1) }|{: #__search }|[TOC]|--8<-- "mkdocs.yml"|{{ config }}|{% include 'x' %}|&nbsp;|&#65;|&lt;|<script>alert(1)</script>
<img src=x onerror=alert(1)>|<!--|-->|1. |10. |1986. |3) |* |- |+ |---|===|***|# |## |> |    |\u3000\u3000|\t|\n|\r\n|\n\n|[^1]: |[1]: |*[法治]: |!!! 注意
??? 问|`|```|~~~|~删~|==标==|H~2~O|(c) 1/2|"引号"|...|:smile:|++ctrl++|_|__|*|**|\\|\\*|](|![|[点击](javascript:alert(1))|http://a.b/|<a@b.cn>
klzzwxh:0000|wzxhzdk:0|wzxhzdk:1|title: x|甲|乙。|A|a b|2024|\u2028|\x0b|\x0c|\x85|\u00a0|𠮷|é|é|㎡|Ⅳ|//|::|$x$|^2^|%|@|'"""
HARD = [*_LINES.replace("\n", "|").split("|"), "|", "||", "| a | b |\n|---|---|", "\n", "\r\n", "\n\n"]
HARD_TEXTS = st.lists(
    st.sampled_from(HARD) | st.text(st.sampled_from(string.printable + "甲乙丙一二三（）。，"), max_size=6),
    min_size=1,
    max_size=12,
).map("".join)


class Reading(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.tags.append(("comment", {}))


def non_blank(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=2500, deadline=None)
@given(HARD_TEXTS.filter(str.strip))
def test_any_text_renders_as_itself_and_as_nothing_else(text):
    rendered = Reading(
        render_markdown(f'<div class="x" markdown="1">\n\n{markdown_text(text)}\n{{ #p-1 .c }}\n\n</div>')
    )
    assert non_blank(rendered.text) == non_blank(text)
    assert rendered.tags == [("div", {"class": "x"}), ("p", {"id": "p-1", "class": "c"})]


@settings(max_examples=500, deadline=None)
@given(HARD_TEXTS.filter(str.strip))
def test_a_heading_keeps_its_text_and_its_own_id(text):
    rendered = Reading(render_markdown(f"## {markdown_text(text)} {{ #s-1 }}"))
    assert non_blank(rendered.text) == non_blank(text)
    assert rendered.tags == [("h2", {"id": "s-1"})]


@settings(max_examples=300, deadline=None)
@given(HARD_TEXTS)
def test_an_attribute_keeps_its_value_inside_a_raw_block(text):
    rendered = Reading(render_markdown(f'<div title="{attribute(text)}">x</div>'))
    assert rendered.tags == [("div", {"title": text})]


@pytest.mark.parametrize("blank", [" ", "  ", "\t", "\u3000\u3000", "\n", "\r\n"])
def test_blanks_at_the_edges_and_in_runs_are_kept(blank):
    text = f"{blank}甲{blank}{blank}乙{blank}"
    assert html.unescape(markdown_text(text)) == text
    assert "\n" not in markdown_text(text)


def test_a_line_break_never_starts_a_second_block():
    assert Reading(render_markdown(markdown_text("甲\n\n# 乙"))).tags == [("p", {})]


def test_chinese_text_is_left_readable():
    assert markdown_text("一、总体情况：公开36条，办结100件。") == "一、总体情况：公开36条，办结100件。"


def test_without_escaping_the_same_text_would_become_structure():
    # Were this not so, the properties above would prove nothing.
    assert [tag for tag, _ in Reading(render_markdown("# 甲\n\n1. 乙 <b>丙</b>")).tags] == ["h1", "ol", "li", "b"]
