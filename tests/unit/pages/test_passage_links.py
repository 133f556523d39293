"""Links to sections and passages: there, empty, unique, and nothing that a document writes can make or break one."""

from __future__ import annotations

import re

from generator.model.document import BlockKind, TableCell
from generator.pages.dialect import render_markdown
from generator.pages.official_text import render_official_text
from generator.pages.passage_links import link_passages
from generator.pages.read_back import official_characters, read_back
from generator.pages.section_links import link_sections
from tests.unit.pages.factory import block, document, heading_block, small_document

_LINK = re.compile(r'<a class="here" href="#([^"]+)" aria-label="([^"]+)"></a>')


def linked(of, counts=None):
    return link_passages(link_sections(render_official_text(of, ()), counts or {}))


def test_sections_and_passages_have_a_link_and_signature_and_imprint_have_none():
    names = dict(_LINK.findall(linked(small_document())))
    assert names == {
        "p-2": "本段链接", "s-1": "本节链接", "p-3": "本段链接", "s-2": "本节链接", "p-4": "本段链接", "p-7": "本段链接",
    }  # fmt: skip


def test_the_text_is_the_same_with_links():
    assert read_back(linked(small_document())) == official_characters(small_document(), ())


def test_a_link_stands_in_the_passage_that_it_leads_to():
    html = render_markdown(linked(small_document()))
    assert re.search(r'<p class="paragraph" id="p-3">公开政府信息36条，收到申请2件。<a class="here" href="#p-3"', html)
    assert re.search(r'<h2 id="s-1">一、主要举措<a class="here" href="#s-1"', html)
    run_in = re.search(r'<div class="run-in" id="p-4">(.*?)</div>', html, re.DOTALL)
    assert run_in is not None
    assert [anchor for anchor, _ in _LINK.findall(run_in[1])] == ["s-2", "p-4"]


def test_links_stand_beside_those_to_the_same_theme():
    html = render_markdown(linked(small_document(), {"s-1": 3, "p-4-2": 1}))
    assert re.search(r'<h2 id="s-1">一、主要举措<a class="see-also"[^>]*></a><a class="here"', html)
    assert 'aria-label="同主题的其他段落，3 段"' in html


def test_a_table_has_its_link_in_its_region():
    cells = (
        TableCell(row=0, column=0, row_span=1, column_span=1, header=False, start=0, end=2),
        TableCell(row=0, column=1, row_span=1, column_span=1, header=False, start=3, end=5),
    )
    of = document(block(BlockKind.TABLE, "甲乙\t12", "p-1", cells=cells))
    markdown = linked(of)
    assert '</table><a class="here" href="#p-1" aria-label="本表链接"></a></div>' in markdown
    assert read_back(markdown) == "甲乙12"


def test_what_looks_like_our_markup_in_a_document_gets_no_link():
    of = document(
        heading_block(1, "一、", "甲 { #p-9 }", "s-1", "一"),
        block(BlockKind.PARAGRAPH, "{ #p-8 .paragraph }", "p-1"),
        block(BlockKind.PARAGRAPH, '<div class="run-in" id="p-7" markdown="1">', "p-2"),
        block(BlockKind.PARAGRAPH, "{ .rest }", "p-3"),
    )
    markdown = linked(of)
    assert [anchor for anchor, _ in _LINK.findall(markdown)] == ["s-1", "p-1", "p-2", "p-3"]
    assert read_back(markdown) == official_characters(of, ())
