"""The official text on a page: exactly its characters, in order, with anchors and without a word of ours."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.document import BlockKind, Item
from generator.model.report import Mask
from generator.pages.dialect import render_markdown
from generator.pages.official_text import render_official_text
from generator.pages.passage_links import link_passages
from generator.pages.read_back import official_characters, read_back, read_built_page
from tests.unit.pages.factory import block, document, heading_block, run_in_block, small_document


def rendered(content, masks=()):
    return render_markdown(render_official_text(content, masks))


def test_the_page_reads_back_as_the_document():
    content = small_document()
    characters = official_characters(content, ())
    assert characters.startswith("清河市水务局2023年法治政府建设年度报告市委、市政府：一、主要举措公开政府信息36条")
    assert read_back(render_official_text(content, ())) == characters


def test_every_block_section_and_item_has_its_anchor_once():
    found = re.findall(r'id="([^"]+)"', rendered(small_document()))
    assert sorted(found) == sorted(
        ["p-1", "p-2", "s-1", "p-3", "p-4", "s-2", "p-4-1", "p-4-2", "p-5", "p-6", "p-7", "p-8", "p-9"]
    )


@pytest.mark.parametrize(
    ("levels", "tags"),
    [
        ([1, 2, 3, 4], ["h2", "h3", "h4", "h5"]),
        ([1, 3, 3, 1, 2, 3, 1], ["h2", "h3", "h3", "h2", "h3", "h4", "h2"]),  # 一、 and 1. below it
        ([2, 3, 2, 1], ["h2", "h3", "h2", "h2"]),  # the first ones are （一） without a 一、 above
    ],
)
def test_headings_do_not_skip_a_rank_and_keep_the_look_of_their_level(levels, tags):
    """Which rank a heading has follows from what it stands below; its type (黑体, 楷体) from its marker."""
    found = rendered(
        document(*(heading_block(level, "〇", f"要点{n}", f"s-{n}", "一") for n, level in enumerate(levels)))
    )
    assert re.findall(r"<(h\d)", found) == tags
    for n, (level, tag) in enumerate(zip(levels, tags, strict=True)):
        look = "" if tag == f"h{level + 1}" else f' class="level-{level}"'
        assert f'<{tag}{look} id="s-{n}">〇要点{n}</{tag}>' in found.replace(f' id="s-{n}"{look}', f'{look} id="s-{n}"')


def test_headings_of_an_attachment_begin_anew():
    """Its 1. stands below no 一、 of the main text."""
    content = document(
        heading_block(1, "一、", "要求", "s-1", "一"),
        replace(heading_block(3, "1.", "面积", "a1-s-1", "附件1"), part="a1"),
    )
    assert re.findall(r"<(h\d)", rendered(content)) == ["h2", "h2"]


def test_a_run_in_heading_and_its_paragraph_stand_in_one_wrapper():
    markup = rendered(document(run_in_block("p-1", "s-1", "一、", "抓学习。", "学了十次。")))
    assert (
        '<div class="run-in" id="p-1">\n<h2 id="s-1">一、抓学习。</h2>\n<p class="rest">学了十次。</p>\n</div>'
        in markup
    )


def test_an_article_stands_apart_from_its_text_where_the_document_has_a_blank():
    """第一条　为了…: the blank is no character of the proof, and without a sign of it 第一条为了 would be read."""
    spaced = run_in_block("p-1", "s-1", "第一条", "", "　为了规范管理，制定本办法。")
    assert '<p class="rest apart">为了规范管理，' in rendered(document(spaced))
    joined = run_in_block("p-1", "s-1", "第一条", "", "为了规范管理，制定本办法。")
    assert '<p class="rest">为了规范管理，' in rendered(document(joined))
    assert link_passages(render_official_text(document(spaced), ())).count('class="here"') == 2


def test_a_run_in_heading_without_rest():
    content = document(run_in_block("p-1", "s-1", "一、", "抓学习。", ""))
    assert read_back(render_official_text(content, ())) == "一、抓学习。"


def test_only_the_first_title_is_h1():
    content = document(
        block(BlockKind.TITLE, "关于报送年度报告的函", "p-1"),
        block(BlockKind.PARAGRAPH, "现报送。", "p-2"),
        block(BlockKind.TITLE, "年度报告", "p-3"),
    )
    markup = rendered(content)
    assert markup.count("<h1") == 1
    assert '<h1 class="title" id="p-1">' in markup
    assert '<p class="title" id="p-3">年度报告</p>' in markup


def test_a_document_without_title_has_no_h1():
    assert "<h1" not in rendered(document(block(BlockKind.PARAGRAPH, "无题。", "p-1")))


def test_an_empty_document_is_an_empty_element():
    assert read_back(render_official_text(document(), ())) == ""


def test_a_year_in_the_title_is_kept_on_one_line():
    assert '<span class="keep">2023年</span>' in rendered(small_document())


def test_imprint_is_one_element_with_agency_and_date_apart():
    markup = rendered(small_document())
    imprint = markup[markup.index('<div class="imprint">') :]
    assert "<span>清河市水务局</span> <span>2024年2月5日印发</span>" in imprint
    assert markup.count('<div class="imprint">') == 1


def test_a_mask_leaves_a_named_place_and_no_character():
    content = small_document()
    text = "（联系人：甲乙丙 电话：5550101）"
    masks = (
        Mask(kind="contact-name", anchor="p-7", start=text.index("甲"), end=text.index("丙") + 1, line=8),
        Mask(kind="contact-telephone", anchor="p-7", start=text.index("5"), end=text.index("）"), line=8),
    )
    body = render_official_text(content, masks)
    assert "甲乙丙" not in body
    assert "5550101" not in body
    assert '<span class="masked" role="img" aria-label="已遮盖：联系人姓名"></span>' in body
    characters = official_characters(content, masks)
    assert "（联系人：电话：）" in characters
    assert read_back(body) == characters
    assert read_back(body) != official_characters(content, ())


def test_a_mask_over_an_items_edge_is_named_once():
    text = "前文。一是甲乙丙。"
    content = document(
        block(BlockKind.PARAGRAPH, text, "p-1", items=(Item(marker="一是", start=3, end=9, anchor="p-1-1"),))
    )
    masks = (Mask(kind="contact-name", anchor="p-1", start=1, end=6, line=1),)
    body = render_official_text(content, masks)
    assert body.count('class="masked"') == 1
    assert read_back(body) == "前乙丙。" == official_characters(content, masks)


def test_overlapping_items_lose_no_character():
    items = (Item(marker="一是", start=0, end=6, anchor="p-1-1"), Item(marker="二是", start=4, end=9, anchor="p-1-2"))
    content = document(block(BlockKind.PARAGRAPH, "一是甲乙二是丙丁。", "p-1", items=items))
    assert read_back(render_official_text(content, ())) == "一是甲乙二是丙丁。"


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_blocks_items_and_masks_read_back(data):
    texts = st.text(st.sampled_from("一二是甲乙。：（） \t#*_<&{}[]|.-1a`~"), min_size=1, max_size=20).filter(str.strip)
    blocks, masks = [], []
    for number in range(1, data.draw(st.integers(1, 5)) + 1):
        text, anchor = data.draw(texts), f"p-{number}"
        kind = data.draw(st.sampled_from(list(BlockKind)))
        cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
        items = (
            Item(marker="一是", start=cuts[0], end=cuts[1], anchor=f"{anchor}-1"),
            Item(marker="二是", start=cuts[2], end=cuts[3], anchor=f"{anchor}-2"),
        )
        start, end = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
        if start < end and data.draw(st.booleans()):
            masks.append(Mask(kind="contact-name", anchor=anchor, start=start, end=end, line=1))
        blocks.append(block(kind, text, anchor, items=items if kind is BlockKind.PARAGRAPH else ()))
    content = document(*blocks)
    assert read_back(render_official_text(content, tuple(masks))) == official_characters(content, tuple(masks))


@pytest.mark.parametrize(
    "page",
    [
        "<p>无</p>",
        '<div class="official-text">甲</div><div class="official-text">乙</div>',
        '<div class="official-text">甲',
    ],
)
def test_a_page_without_exactly_one_element_is_an_error(page):
    assert read_built_page(page) is None


def test_what_stands_outside_the_element_is_not_read():
    page = '<p>外</p><main><div class="a official-text b"><h1>题<br></h1><p>甲<span>乙</span></p></div></main><p>外</p>'
    assert read_built_page(page) == "题甲乙"


def test_a_comment_in_the_text_breaks_the_proof():
    assert read_built_page('<div class="official-text">甲<!-- 乙 --></div>') != "甲"
