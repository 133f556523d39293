"""What holds for any text whatever."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.document import Document
from generator.pages.official_text import render_official_text
from generator.pages.read_back import official_characters, read_back
from generator.parser.dates import read_date
from generator.parser.fidelity import prove_fidelity
from generator.parser.numerals import print_numeral, read_numeral, read_year
from generator.parser.parse import parse_document
from generator.readers import read_bytes
from tests.properties.texts import run_together_texts, texts

EXAMPLES = 2000


def parsed(text: str, suffix: str = ".txt") -> tuple[bytes, Document]:
    content = text.encode()
    return content, parse_document(read_bytes(content, suffix).text).value


@settings(max_examples=EXAMPLES, deadline=None)
@given(texts())
@example("一、\n（一）\n1.\n（1）")
@example("\u200b机\u200b密\ufeff★\n\n3\n")
@example("附件：\n附件1\n2024年1月1日\n附件1\n附件2")
def test_every_character_is_in_exactly_one_place(text: str) -> None:
    content, document = parsed(text)
    if not document.blocks and not document.removed:
        return
    assert prove_fidelity(read_bytes(content, ".txt").source, document) is None
    anchors = [block.anchor for block in document.blocks]
    anchors += [
        block.heading.anchor for block in document.blocks if block.heading and block.heading.anchor != block.anchor
    ]
    anchors += [item.anchor for block in document.blocks for item in block.items]
    assert len(anchors) == len(set(anchors))
    for block in document.blocks:
        assert block.text.strip()
        assert block.heading is None or 0 < block.heading_end <= len(block.text)
        ends = [0]
        for item in block.items:
            assert ends[-1] <= item.start < item.end <= len(block.text)
            ends.append(item.end)


@settings(max_examples=500, deadline=None)
@given(run_together_texts())
def test_a_text_without_line_breaks_keeps_every_character_too(text: str) -> None:
    content, document = parsed(text)
    if document.blocks or document.removed:
        assert prove_fidelity(read_bytes(content, ".txt").source, document) is None
    anchors = [block.anchor for block in document.blocks]
    assert len(anchors) == len(set(anchors))


@settings(max_examples=500, deadline=None)
@given(texts(), st.data())
def test_hints_find_lines_and_never_become_text(text: str, data: st.DataObject) -> None:
    content = text.encode()
    read = read_bytes(content, ".txt")
    lines = [line.text for line in read.text.lines if line.text.strip()] or ["无"]
    hints = data.draw(st.lists(st.one_of(st.sampled_from(lines), st.text(max_size=12)), max_size=3))
    document = parse_document(read.text, hints).value
    if document.blocks or document.removed:
        assert prove_fidelity(read.source, document) is None


@settings(max_examples=500, deadline=None)
@given(texts())
def test_each_part_is_one_run_of_blocks(text: str) -> None:
    """What is attached stands in order behind the document itself, and its anchors say so."""
    _, document = parsed(text)
    parts = [block.part for block in document.blocks]
    runs = [part for number, part in enumerate(parts) if number == 0 or parts[number - 1] != part]
    assert runs in (
        [],
        [""],
        *([[*([""] if first else []), *(f"a{n}" for n in range(1, len(runs) + 1 - first))] for first in (0, 1)]),
    )
    for block in document.blocks:
        if block.heading is not None:
            assert block.heading.anchor.startswith(f"{block.part}-s-" if block.part else "s-")


@settings(max_examples=EXAMPLES, deadline=None)
@given(texts())
@example("# 标题 {#__search}\n\n正文{: onclick=alert(1) }")
@example("1986. 年份\n1) 三\n* 星\n+ 项")
@example("<!-- 没有结尾\n\n下一段")
def test_the_page_read_back_is_the_text(text: str) -> None:
    _, document = parsed(text)
    if not document.blocks:
        return
    wanted = official_characters(document, ())
    assert read_back(render_official_text(document, ())) == wanted
    assert wanted == "".join("".join(block.text.split()) for block in document.blocks)


@settings(max_examples=500, deadline=None)
@given(texts())
def test_markdown_loses_nothing_either(text: str) -> None:
    content, document = parsed(text, ".md")
    if document.blocks:
        assert prove_fidelity(read_bytes(content, ".txt").source, document) is None


@settings(max_examples=500, deadline=None)
@given(texts())
def test_the_same_text_gives_the_same_document(text: str) -> None:
    assert parsed(text)[1] == parsed(text)[1]


@settings(max_examples=500, deadline=None)
@given(texts(), st.data())
def test_a_lost_added_or_moved_character_is_noticed(text: str, data: st.DataObject) -> None:
    """The proof is no formality: any change of a block's text breaks it."""
    content, document = parsed(text)
    if not document.blocks:
        return
    from dataclasses import replace

    number = data.draw(st.integers(0, len(document.blocks) - 1))
    block = document.blocks[number]
    fragment = block.fragments[0]
    changed = replace(fragment, text=fragment.text + "添")
    broken = replace(block, text=block.text, fragments=(changed, *block.fragments[1:]))
    blocks = (*document.blocks[:number], broken, *document.blocks[number + 1 :])
    assert prove_fidelity(read_bytes(content, ".txt").source, replace(document, blocks=blocks)) is not None
    without = replace(document, blocks=(*document.blocks[:number], *document.blocks[number + 1 :]))
    assert prove_fidelity(read_bytes(content, ".txt").source, without) is not None


@given(st.integers(1, 9999))
def test_numerals_round_trip(value: int) -> None:
    assert read_numeral(print_numeral(value)) == value


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_dates_round_trip(day: date) -> None:
    digits = "〇一二三四五六七八九"
    chinese = "".join(digits[int(digit)] for digit in f"{day.year}")
    assert read_date(f"{day.year}年{day.month}月{day.day}日") == day
    assert read_date(f" {day.year} 年 {day.month} 月 {day.day} 日 ") == day
    assert read_date(f"{chinese}年{print_numeral(day.month)}月{print_numeral(day.day)}日") == day
    assert read_year(chinese) == day.year
