"""Placed characters -> lines: what stands side by side, what belongs together, what is no text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.text import Alignment, RemovalReason
from generator.readers.page_lines import Page, Rule, Run
from generator.readers.page_text import PagedText, set_pages

WIDTH, HEIGHT, LEFT, RIGHT = 595.0, 842.0, 85.0, 517.0  # 27 characters of 16 points
PROSE = "为深入贯彻落实关于法治政府建设的决策部署，本单位坚持依法行政，扎实推进各项工作，取得了新的成效，现将有关情况报告如下。"


def set_line(text: str, x: float, y: float, size: float = 16.0) -> list[Run]:
    """One run a character; Chinese ones are an em wide, others half."""
    runs = []
    for character in text:
        width = size if ord(character) > 0x2000 else size / 2
        runs.append(Run(text=character, x0=x, x1=x + width, baseline=y, size=size))
        x += width
    return runs


def set_paragraph(text: str, y: float, *, indent: int = 2, pitch: float = 28.0) -> list[Run]:
    """A justified paragraph of 27 characters a line."""
    runs = set_line(text[: 27 - indent], LEFT + 16 * indent, y)
    rest = text[27 - indent :]
    while rest:
        y += pitch
        runs += set_line(rest[:27], LEFT, y)
        rest = rest[27:]
    return runs


def page(runs: Iterable[Run], number: int = 1, rules: Sequence[Rule] = ()) -> Page:
    return Page(number=number, width=WIDTH, height=HEIGHT, runs=tuple(runs), rules=tuple(rules))


def texts(found: PagedText) -> list[str]:
    return [line.text for line in found.lines]


def lines_of(*runs: list[Run]) -> PagedText:
    return set_pages([page(run for some in runs for run in some)])


def body(number: int, paragraphs: int = 3) -> list[Run]:
    """Paragraphs of three lines between the margins of GB/T 9704-2012."""
    return [
        run
        for index in range(paragraphs)
        for run in set_paragraph(f"{'一二三四五六七八九'[number]}{PROSE}", 150 + 90 * index)
    ]


def test_superscripts_and_lifted_quotes_stay_in_their_line() -> None:
    found = lines_of(
        set_line("面积5平方米", 85, 100), set_line("2", 173, 94, 9), set_line("”", 178, 97), set_line("第二行", 85, 128)
    )
    assert texts(found) == ["面积5平方米2”", "第二行"]


def test_order_of_drawing_does_not_matter() -> None:
    runs = set_line("“两个维护”", 85, 100)
    assert texts(set_pages([page(reversed(runs))])) == ["“两个维护”"]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("法治", 85), ("政府", 117)], "法治政府"),  # nothing between
        ([("法治", 85), ("政府", 122)], "法治政府"),  # a justified line
        ([("法治", 85), ("政府", 133)], "法治 政府"),  # letter-spaced
        ([("收入", 85), ("支出", 285)], "收入    支出"),  # two columns
        ([("law", 85), ("based", 113)], "law based"),
        ([("law", 85), ("based", 109.5)], "lawbased"),
    ],
)
def test_blanks_stand_where_a_gap_shows(pieces: list[tuple[str, float]], expected: str) -> None:
    assert texts(lines_of(*[set_line(text, x, 100) for text, x in pieces])) == [expected]


def test_letter_spaced_title_is_one_line() -> None:
    runs = [run for index, one in enumerate("几个问题") for run in set_line(one, 150 + 44 * index, 100, 22)]
    assert "".join(texts(lines_of(runs))[0].split()) == "几个问题"


def test_bold_type_by_double_printing_counts_once() -> None:
    found = lines_of(set_line("重点工作", 85, 100), set_line("重点工作", 85.4, 100.2))
    assert texts(found) == ["重点工作"]
    assert Counter(found.duplicates) == Counter("重点工作")


def test_real_repetition_is_kept() -> None:
    assert texts(lines_of(set_line("天天向上一一落实11", 85, 100))) == ["天天向上一一落实11"]


def test_a_ligature_of_one_drawing_is_two_characters() -> None:
    dash = [Run(text="—", x0=85, x1=117, baseline=100, size=16, drawing=7) for _ in range(2)]
    assert texts(lines_of(dash)) == ["——"]


def test_columns_are_read_one_after_the_other() -> None:
    left = [set_line("左栏文字写满一整行共十二", 60, 100 + 24 * row) for row in range(10)]
    right = [set_line("右栏文字写满一整行共十二", 320, 100 + 24 * row) for row in range(10)]
    found = texts(lines_of(*left, *right))
    assert found[:10] == ["左栏文字写满一整行共十二"] * 10
    assert found[10:] == ["右栏文字写满一整行共十二"] * 10


def test_a_table_without_rules_is_read_row_by_row() -> None:
    rows = [set_line(f"科目{row}", 85, 100 + 24 * row) + set_line(f"{row}00", 400, 100 + 24 * row) for row in range(10)]
    assert texts(lines_of(*rows))[3] == "科目3    300"


def grid(columns: Sequence[float], rows: Sequence[float]) -> list[Rule]:
    across = [Rule(x0=columns[0], x1=columns[-1], y0=y, y1=y) for y in rows]
    return across + [Rule(x0=x, x1=x, y0=rows[0], y1=rows[-1]) for x in columns]


def test_ruled_table_gives_cells_row_by_row() -> None:
    rules = grid([80, 200, 320, 440], [90, 120, 150])
    runs = set_line("项目", 90, 110) + set_line("预算", 210, 110) + set_line("决算", 330, 110)
    runs += set_line("收入", 90, 140) + set_line("5", 330, 140) + set_line("表外", 85, 300)
    found = set_pages([page(runs, rules=rules)])
    cells = [(line.text, line.cell.row, line.cell.column) for line in found.lines if line.cell is not None]
    assert cells == [("项目", 0, 0), ("预算", 0, 1), ("决算", 0, 2), ("收入", 1, 0), ("5", 1, 2)]
    assert found.lines[-1].text == "表外"
    assert found.lines[-1].cell is None


def test_merged_cells_keep_the_places_of_the_others() -> None:
    rules = [Rule(x0=80, x1=320, y0=y, y1=y) for y in (90, 120, 150)]
    rules += [Rule(x0=x, x1=x, y0=90, y1=150) for x in (80, 320)] + [Rule(x0=200, x1=200, y0=120, y1=150)]
    runs = set_line("合计", 90, 110) + set_line("甲", 90, 140) + set_line("乙", 210, 140)
    first, second, third = (line.cell for line in set_pages([page(runs, rules=rules)]).lines)
    assert first is not None
    assert (first.row, first.column, first.column_span) == (0, 0, 2)
    assert second is not None
    assert third is not None
    assert (second.column, third.column) == (0, 1)


def test_a_frame_around_the_text_is_no_table() -> None:
    found = set_pages([page(set_paragraph(PROSE, 120), rules=grid([70, 540], [80, 700]))])
    assert all(line.cell is None for line in found.lines)


def test_a_table_over_two_pages_stays_one_and_its_repeated_head_goes() -> None:
    def half(number: int, first: int, top: float) -> Page:
        rows = [top + 24 * row for row in range(28)]
        runs = set_line("序号", 90, top + 18) + set_line("名称", 210, top + 18)
        for row in range(1, 27):
            runs += set_line(f"{first + row}", 90, top + 18 + 24 * row) + set_line("单位", 210, top + 18 + 24 * row)
        return page(runs, number, grid([80, 200, 320], rows))

    found = set_pages([half(1, 0, 80), half(2, 26, 60)])
    assert {line.cell.table for line in found.lines if line.cell is not None} == {1}
    assert [piece.text for piece in found.removed] == ["序号", "名称"]
    rows = [line.cell.row for line in found.lines if line.cell is not None and line.text.isdigit()]
    assert rows == sorted(set(rows))
    assert len(rows) == 52


@pytest.mark.parametrize(
    "form",
    [
        "{n}",
        "-{n}-",
        "- {n} -",
        "— {n} —",
        "—{n}—",
        "－ {n} －",
        "·{n}·",
        "第{n}页",
        "第 {n} 页 共 9 页",
        "{n}/9",
        "Page {n} of 9",
    ],
)
def test_page_numbers_go(form: str) -> None:
    found = set_pages([page(body(n) + set_line(form.format(n=n), 280, 790, 14), n) for n in range(1, 4)])
    assert [piece.reason for piece in found.removed] == [RemovalReason.PAGE_NUMBER] * 3


@pytest.mark.parametrize("number", ["3", "-3-"])
def test_the_page_number_of_a_single_page_goes(number: str) -> None:
    found = set_pages([page(body(1) + set_line(number, 290, 790, 14))])
    assert [piece.text for piece in found.removed] == [number]


def test_a_number_alone_in_the_text_stays() -> None:
    found = set_pages([page(body(n) + set_line("2021", 117, 500), n) for n in range(1, 4)])
    assert not found.removed


def test_running_heads_go_with_and_without_a_page_number() -> None:
    pages = [
        page(set_line("某市年度报告", 250, 50, 9) + body(n) + set_line(f"某市外办        {n}", 85, 800, 9), n)
        for n in range(1, 5)
    ]
    found = set_pages(pages)
    assert Counter(piece.reason for piece in found.removed) == {RemovalReason.RUNNING_HEAD: 8}


def test_title_of_the_first_page_stays_though_it_returns_as_running_head() -> None:
    pages = [page(set_line("某市年度报告", 230, 90, 22) + body(1), 1)]
    pages += [page(set_line("某市年度报告", 250, 50, 9) + body(n), n) for n in range(2, 6)]
    found = set_pages(pages)
    assert found.lines[0].text == "某市年度报告"
    assert len(found.removed) == 4


@pytest.mark.parametrize("text", ["单位：万元", "附件{n}", "预算公开{n}表", "部门：某市外事办公室"])
def test_what_belongs_to_tables_is_no_running_head(text: str) -> None:
    pages = [page(set_line(text.format(n=n), 85, 60, 10.5) + body(n), n) for n in range(1, 6)]
    assert not set_pages(pages).removed


def test_text_across_the_page_goes() -> None:
    mark = [Run(text=one, x0=200, x1=240, baseline=400, size=40, angle=45) for one in "样本"]
    found = set_pages([page(body(1) + mark)])
    assert [(piece.text, piece.reason) for piece in found.removed] == [("样本", RemovalReason.RUNNING_HEAD)]


def continues(found: PagedText) -> list[bool | None]:
    return [line.continues for line in found.lines]


def test_indented_paragraphs_are_rejoined_and_kept_apart() -> None:
    found = lines_of(set_paragraph(PROSE, 150), set_paragraph(PROSE, 240), set_paragraph("三、" + PROSE, 330))
    assert continues(found) == [False, True, True] * 3


def test_a_full_last_line_does_not_swallow_the_next_paragraph() -> None:
    exact = PROSE[:24] + "。" + "一" * 26 + "。"  # fills two lines to the last character
    found = lines_of(set_paragraph(exact, 150), set_paragraph(PROSE, 206), set_paragraph(PROSE, 296))
    assert continues(found)[:3] == [False, True, False]


def test_paragraph_goes_on_over_a_page_change() -> None:
    first = page([*set_paragraph(PROSE, 150), *set_paragraph(PROSE[:52], 240), *set_line("— 1 —", 280, 790, 14)], 1)
    second = page([*set_line("其余文字。", LEFT, 150), *set_paragraph(PROSE, 178), *set_line("— 2 —", 280, 790, 14)], 2)
    found = set_pages([first, second])
    line = next(line for line in found.lines if line.text == "其余文字。")
    assert line.continues is True
    assert line.starts_page


def test_title_and_signature_are_told_by_alignment_and_size() -> None:
    runs = set_line("关于某项工作的报告", (WIDTH - 198) / 2, 100, 22) + body(1)
    runs += set_line("某市外事办公室", 380, 500) + set_line("2022年3月1日", 380, 528)
    found = set_pages([page(runs)])
    title, signature, date = found.lines[0], found.lines[-2], found.lines[-1]
    assert title.alignment is Alignment.CENTRE
    assert title.scale == pytest.approx(22 / 16, abs=0.02)
    assert [signature.alignment, date.alignment] == [Alignment.RIGHT] * 2
    assert [signature.continues, date.continues] == [False, False]


def test_blocks_set_apart_by_space_are_paragraphs() -> None:
    runs = [run for index in range(4) for run in set_paragraph(PROSE, 120 + 130 * index, indent=0)]
    assert continues(set_pages([page(runs)])) == [False, True, True] * 4


def test_hanging_items_hold_together() -> None:
    runs = body(1)
    for index, marker in enumerate(("（一）", "（二）")):
        y = 450 + 60 * index
        runs += set_line(marker + "一" * 22, 117, y) + set_line("二" * 10 + "。", 165, y + 28)
    assert continues(set_pages([page(runs)]))[-4:] == [False, True, False, True]


def test_a_short_line_ends_its_paragraph() -> None:
    found = lines_of(set_line("各区人民政府：", LEFT, 100), set_paragraph(PROSE, 128), set_paragraph(PROSE, 218))
    assert continues(found)[:3] == [False, False, True]


@given(
    st.lists(
        st.builds(
            Run,
            text=st.sampled_from(["一", "府", "。", "A", "7", " ", "——", "\u3000", "“"]),
            x0=st.floats(0, 590),
            x1=st.floats(0, 600),
            baseline=st.floats(0, 840),
            size=st.sampled_from([0.5, 9.0, 16.0, 22.0, 60.0]),
            angle=st.sampled_from([0.0, 0.0, 45.0, 90.0]),
        ),
        max_size=60,
    ),
    st.lists(st.tuples(st.floats(0, 590), st.floats(0, 840), st.booleans()), max_size=12),
)
def test_every_character_is_in_one_line_or_dropped_as_printed_twice(
    runs: list[Run], strokes: list[tuple[float, float, bool]]
) -> None:
    rules = [
        Rule(x0=x, x1=x + 200, y0=y, y1=y) if level else Rule(x0=x, x1=x, y0=y, y1=y + 200) for x, y, level in strokes
    ]
    found = set_pages([page(runs, 1, rules), page(runs, 2)])
    expected = Counter("".join("".join(run.text.split()) for run in runs))
    shown = Counter("".join("".join(text.split()) for text in found.source)) + Counter(found.duplicates)
    assert shown == expected + expected
    kept = {line.number for line in found.lines}
    gone = {piece.line for piece in found.removed}
    assert kept | gone == set(range(1, len(found.source) + 1))
    assert not kept & gone
