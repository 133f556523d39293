"""The same number is read however it is written: wide digits, commas, blanks, line ends, 万, Chinese numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.parser.numerals import print_numeral
from tests.unit.taxonomy.test_figures_golden import figures

_WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")


def read(text: str) -> list[tuple[Decimal, str]]:
    return [(figure.number, figure.unit) for figure in figures(text)]


@settings(max_examples=60, deadline=None)
@given(number=st.integers(1000, 9_999_999), unit=st.sampled_from(["件", "人次", "户", "家次", "元"]))
def test_thousands_are_read_however_they_are_parted(number: int, unit: str) -> None:
    parted = f"{number:,}"
    for printed in (
        str(number),
        parted,
        parted.replace(",", "，"),
        parted.replace(",", ", "),
        parted.replace(",", " "),
        parted.replace(",", "\u00a0"),
        str(number).translate(_WIDE),
        parted.replace(",", "，").translate(_WIDE),
    ):
        assert read(f"全年共核查登记{printed}{unit}，情况良好。") == [(Decimal(number), unit)], printed
        assert read(f"全年共核查登记 {printed} {unit}。") == [(Decimal(number), unit)], printed


@settings(max_examples=60, deadline=None)
@given(number=st.integers(2, 9999))
def test_chinese_numerals_are_read_as_digits_are(number: int) -> None:
    printed = print_numeral(number).replace("二", "两") if number == 2 else print_numeral(number)
    if printed not in {"百", "千"}:
        assert read(f"全年共审结案件{printed}件。") == [(Decimal(number), "件")], printed
        assert read(f"全年共审结案件{printed}余件。") == [(Decimal(number), "件")], printed
        assert read(f"全年共拨付资金{printed}万元。") == [(Decimal(number) * 10_000, "元")], printed


@settings(max_examples=40, deadline=None)
@given(tenths=st.integers(1, 9999), power=st.sampled_from(["", "万", "亿"]))
def test_decimals_and_multipliers(tenths: int, power: str) -> None:
    number = Decimal(tenths) / 10
    worth = number * {"": 1, "万": 10**4, "亿": 10**8}[power]
    (figure,) = figures(f"全年共拨付资金{number}{power}元。")
    assert figure.number == worth
    assert figure.value == f"{worth.normalize():f}"


@pytest.mark.parametrize(
    "text",
    [
        "共登记2 023 12件。",  # where the blanks stand no number is certain
        "共登记1 23件。",
        "共登记1  234件。",
        "共登记12 3456件。",
        "2021 15件",
    ],
)
def test_a_blank_that_parts_no_thousands_leaves_the_number_unread(text: str) -> None:
    assert not read(text)
