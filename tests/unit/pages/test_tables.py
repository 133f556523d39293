"""Tables on a page: real ones, whole, in reach of the keyboard, and proven cell by cell."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.document import Block, BlockKind, Fragment, TableCell
from generator.model.report import Mask
from generator.pages.dialect import render_markdown
from generator.pages.official_text import render_official_text
from generator.pages.read_back import document_cells, official_characters, read_back, read_built_cells
from tests.unit.pages.factory import block, document

Place = tuple[int, int, int, int, bool, str]  # row, column, row span, column span, header, text


def read_back_cells(body: str) -> tuple[str, ...]:
    return read_built_cells(render_markdown(body))


def table(places: Sequence[Place], anchor: str = "p-1") -> Block:
    text, cells = "", []
    for number, (row, column, row_span, column_span, header, content) in enumerate(places):
        if number:
            text += "\t" if row == places[number - 1][0] else "\n"
        cells.append(
            TableCell(
                row=row, column=column, row_span=row_span, column_span=column_span, header=header,
                start=len(text), end=len(text) + len(content),
            )
        )  # fmt: skip
        text += content
    return Block(
        kind=BlockKind.TABLE, text=text, fragments=(Fragment(text=text, line=1),), anchor=anchor, cells=tuple(cells)
    )


def plain(*rows: Sequence[str]) -> list[Place]:
    """Rows of cells; an empty string is a place without a cell."""
    return [
        (row, column, 1, 1, False, text) for row, texts in enumerate(rows) for column, text in enumerate(texts) if text
    ]


def rendered(places: Sequence[Place]) -> str:
    return re.sub(r">\s+<", "><", render_markdown(render_official_text(document(table(places)), ())))


def test_a_table_is_a_table_in_a_named_region_that_takes_the_focus() -> None:
    content = document(table(plain(["姓名", "次数"], ["某甲", "12"])), table(plain(["甲", "乙"], ["丙", "丁"]), "p-2"))
    markup = render_markdown(render_official_text(content, ()))
    assert re.findall(r'<div ([^>]*class="table-region"[^>]*)>', markup) == [
        'aria-label="表格1" class="table-region" role="region" tabindex="0"',
        'aria-label="表格2" class="table-region" role="region" tabindex="0"',
    ]
    assert re.findall(r'<table class="table" id="(p-\d)">', markup) == ["p-1", "p-2"]


def test_short_names_in_the_first_row_head_their_columns() -> None:
    markup = rendered(plain(["项目", "金额（万元）"], ["合计", "12"]))
    assert '<thead><tr><th scope="col">项目</th><th scope="col">金额（万元）</th></tr></thead>' in markup
    assert "<tbody><tr><td>合计</td><td>12</td></tr></tbody>" in markup


@pytest.mark.parametrize(
    "rows",
    [
        [["2021", "2022"], ["1", "2"]],
        [["一、财政拨款收入是指本年度从同级财政部门取得的各类财政拨款", "数"], ["甲", "1"]],
        [["项目", ""], ["甲", "1"]],
        [["甲", "乙"]],
    ],
    ids=["figures", "prose", "an empty place", "one row"],
)
def test_a_first_row_of_anything_else_is_no_head(rows: list[list[str]]) -> None:
    assert "<th" not in rendered(plain(*rows))


def test_heads_that_the_source_names() -> None:
    markup = rendered(
        [(0, 0, 1, 1, True, "年"), (0, 1, 1, 1, True, "数"), (1, 0, 1, 1, True, "一月"), (1, 1, 1, 1, False, "3")]
    )
    assert '<th scope="col">年</th><th scope="col">数</th>' in markup
    assert '<tr><th scope="row">一月</th><td>3</td></tr>' in markup


def test_heads_over_one_another() -> None:
    markup = rendered(
        [
            (0, 0, 2, 1, False, "项目"), (0, 1, 1, 2, False, "2023年"),
            (1, 1, 1, 1, False, "预算"), (1, 2, 1, 1, False, "决算"),
            (2, 0, 1, 1, False, "合计"), (2, 1, 1, 1, False, "1"), (2, 2, 1, 1, False, "2"),
        ]
    )  # fmt: skip
    head = markup[markup.index("<thead>") : markup.index("</thead>")]
    assert '<th rowspan="2" scope="col">项目</th><th colspan="2" scope="colgroup">2023年</th>' in head
    assert '<tr><th scope="col">预算</th><th scope="col">决算</th></tr>' in head
    assert markup.count("<th ") == 4


def test_merged_cells_and_empty_places_keep_the_grid() -> None:
    markup = rendered(
        [
            (0, 0, 2, 1, False, "项目"),
            (0, 1, 1, 2, False, "年度"),
            (1, 1, 1, 1, False, "今年"),
            (2, 2, 1, 1, False, "9"),
        ]
    )
    assert '<tr><td rowspan="2">项目</td><td colspan="2">年度</td></tr>' in markup
    assert "<tr><td>今年</td><td></td></tr>" in markup
    assert "<tr><td></td><td></td><td>9</td></tr>" in markup


def test_a_mask_in_a_cell_leaves_a_named_place() -> None:
    content = document(table(plain(["姓名", "电话"], ["某甲", "5550101"])))
    start = content.blocks[0].text.index("555")
    masks = (Mask(kind="contact-telephone", anchor="p-1", start=start, end=start + 7, line=1),)
    body = render_official_text(content, masks)
    assert "5550101" not in body
    assert '<td><span class="masked" role="img" aria-label="已遮盖：联系电话"></span></td>' in body
    assert read_back(body) == official_characters(content, masks) == "姓名电话某甲"
    assert read_back_cells(body) == document_cells(content, masks) == ("姓名", "电话", "某甲")


def test_figures_that_change_their_cell_break_the_proof() -> None:
    right = document(table(plain(["甲", "乙"], ["12", "3"])))
    wrong = document(table(plain(["甲", "乙"], ["1", "23"])))
    assert read_back(render_official_text(wrong, ())) == official_characters(right, ())
    assert read_back_cells(render_official_text(wrong, ())) != document_cells(right, ())


def test_many_cells_that_all_claim_the_whole_table_take_no_time() -> None:
    places = [(row, column, 400, 400, False, "甲") for row in range(40) for column in range(40)]
    started = time.process_time()
    assert len(read_back_cells(render_official_text(document(table(places)), ()))) == 1600
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "places",
    [
        [(0, 0, 1, 1_000_000, False, "甲"), (1, 0, 1_000_000, 1, False, "乙")],
        [(1, 0, 1, 1, False, "甲"), (0, 0, 1, 1, False, "乙")],
        [(0, 0, 1, 1, False, "甲"), (0, 0, 1, 1, False, "乙")],
        [(0, 0, 3, 3, False, "甲"), (1, 1, 1, 1, False, "乙")],
        [(0, 0, 0, -5, False, "甲"), (900_000, 900_000, 1, 1, False, "乙")],
    ],
    ids=["huge spans", "backwards", "twice one place", "covered", "far away"],
)
def test_places_that_make_no_grid_lose_nothing(places: list[Place]) -> None:
    content = document(table(places))
    body = render_official_text(content, ())
    assert len(body) < 2000
    assert read_back_cells(body) == ("甲", "乙")
    assert read_back(body) == official_characters(content, ())


_CONTENT = st.text(st.sampled_from("甲乙1２. \t|#*_<&{}[]`~-+a\u3000：。'\""), min_size=1, max_size=12).filter(
    str.strip
)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_table_reads_back(data: st.DataObject) -> None:
    rows, columns = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 5))
    spans = st.sampled_from([1, 1, 1, 2, 3])
    places = [
        (row, column, data.draw(spans), data.draw(spans), data.draw(st.booleans()), data.draw(_CONTENT))
        for row in range(rows)
        for column in range(columns)
        if data.draw(st.booleans())
    ]
    if not places:
        return
    made = table(places, "p-2")
    start, end = sorted(data.draw(st.lists(st.integers(0, len(made.text)), min_size=2, max_size=2)))
    masks = (Mask(kind="contact-name", anchor="p-2", start=start, end=end, line=1),) if start < end else ()
    content = document(block(BlockKind.PARAGRAPH, "见下表：", "p-1"), made, block(BlockKind.PARAGRAPH, "完。", "p-3"))
    body = render_official_text(content, masks)
    assert read_back(body) == official_characters(content, masks)
    assert read_back_cells(body) == document_cells(content, masks)
    assert len(re.findall(r"<(?:td|th)[ >]", render_markdown(body))) >= len(places)
