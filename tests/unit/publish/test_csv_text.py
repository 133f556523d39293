"""Cells of a table: nothing that a spreadsheet would run, nothing that would break a row."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.csv_text import csv_row, safe_text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ('=HYPERLINK("http://x.test","看")', '\'=HYPERLINK("http://x.test","看")'),
        ("+8610", "'+8610"),
        ("-5%", "'-5%"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1＋1", "'＝1＋1"),
        ("－5", "'－5"),
        ("  =1", "'  =1"),
        ("\u3000=1", "'\u3000=1"),
        ("\t=1", "'\t=1"),
        ("第一行\n第二行", "第一行 第二行"),
        ("甲=乙", "甲=乙"),
        ("一（二）", "一（二）"),
        ("", ""),
    ],
)
def test_a_text_is_never_a_formula(text: str, cell: str) -> None:
    assert safe_text(text) == cell


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell() -> None:
    assert csv_row(["甲", 2023, Decimal("1.52E+5"), Decimal("-0.5"), None, ""]) == "甲,2023,152000,-0.5,,\r\n"


def test_commas_and_quotation_marks_are_kept() -> None:
    assert csv_row(['说"好",再说', "乙"]) == '"说""好"",再说",乙\r\n'


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=2, max_size=5))
def test_what_is_written_is_read_back_as_one_row(texts: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(csv_row(texts), newline="")))
    assert rows == [[safe_text(text) for text in texts]]
    assert not any(cell[:1] in tuple("=+-@\t\r\n＝＋－＠") for cell in rows[0] if cell)
