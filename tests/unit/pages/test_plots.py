"""Plots: lengths that tell the truth, words that a screen reader gets, and nothing drawn of nothing."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from generator.pages.dialect import render_markdown
from generator.pages.plots import Bar, Point, bar_chart, line_chart, nice_ticks, short_number


def bars(**numbers: str) -> list[Bar]:
    return [Bar(label=label, number=Decimal(number)) for label, number in numbers.items()]


@pytest.mark.parametrize(
    ("largest", "marks"),
    [
        ("0", "0 1"),
        ("1", "0 1"),
        ("3", "0 1 2 3"),
        ("5", "0 2 4 6"),
        ("31", "0 10 20 30 40"),
        ("54", "0 20 40 60"),
        ("100", "0 50 100"),
        ("98.5", "0 50 100"),
        ("0.4", "0 0.1 0.2 0.3 0.4"),
        ("273", "0 100 200 300"),
        ("157000", "0 5万 10万 15万 20万"),
        ("1500000000", "0 5亿 10亿 15亿"),
    ],
)
def test_marks_of_the_axis(largest: str, marks: str) -> None:
    assert " ".join(short_number(tick) for tick in nice_ticks(Decimal(largest))) == marks


def test_bars_are_as_long_as_their_numbers() -> None:
    drawn = bar_chart("x", "题", "件", bars(甲="40", 乙="10"))
    longest, other = (float(width) for width in re.findall(r'<rect width="([\d.]+)%"', drawn))
    assert longest == pytest.approx(4 * other)
    assert longest <= 74


def test_zero_has_its_number_and_no_bar() -> None:
    drawn = bar_chart("x", "题", "件", bars(甲="4", 乙="0"))
    assert drawn.count("<rect") == 1
    assert re.search(r'class="is-value" x="0.00%"[^>]*>0<', drawn)


def test_nothing_is_drawn_of_nothing() -> None:
    assert bar_chart("x", "题", "件", ()) == ""
    assert bar_chart("x", "题", "件", bars(甲="0", 乙="0")) == ""
    assert line_chart("x", "题", "件", [Point(year=2021, number=Decimal(3))]) == ""


def test_a_screen_reader_gets_title_unit_and_numbers() -> None:
    drawn = render_markdown(
        bar_chart("plot-a", "2021年信访件", "件", [Bar(label="甲", number=Decimal(1200), note="约")])
    )
    assert 'role="img" aria-labelledby="plot-a-title plot-a-desc"' in drawn
    assert '<title id="plot-a-title">2021年信访件</title>' in drawn
    assert re.search(r'<desc id="plot-a-desc">单位：件。甲 约1(,|&#44;)200。</desc>', drawn)


def test_words_of_documents_are_escaped() -> None:
    drawn = bar_chart("x", "<b>", "件", bars(**{"<script>": "1"}))
    assert "<script" not in drawn
    assert "<b>" not in drawn


def test_a_long_name_takes_two_lines_and_then_ends_in_an_ellipsis() -> None:
    name = "甲乙丙丁戊己庚辛壬癸" * 5
    drawn = bar_chart("x", "题", "件", bars(**{name: "1"}))
    assert f">{name[:21]}</text>" in drawn
    assert f">{name[21:41]}…</text>" in drawn
    assert name in drawn  # in full for those who hear it


def test_only_neighbouring_years_are_joined() -> None:
    points = [Point(year=year, number=Decimal(number)) for year, number in ((2018, 3), (2020, 5), (2021, 4))]
    drawn = line_chart("x", "题", "件", points)
    assert drawn.count('class="is-line"') == 1
    assert drawn.count("<circle") == 3


def test_of_many_years_only_those_that_fit_are_named() -> None:
    points = [Point(year=year, number=Decimal(year % 7 + 1)) for year in range(2001, 2021)]
    named = re.findall(r">(20\d\d)</text>", line_chart("x", "题", "件", points))
    assert named[0] == "2001"
    assert named[-1] == "2020"
    assert len(named) <= 4


def test_one_scale_for_plots_beside_each_other() -> None:
    small = [Point(year=2020, number=Decimal(1)), Point(year=2021, number=Decimal(2))]
    assert ">100</text>" in line_chart("x", "题", "件", small, top=Decimal(100))
