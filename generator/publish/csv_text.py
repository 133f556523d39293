"""CSV that spreadsheets open as it is meant: UTF-8 with a mark, CRLF (RFC 4180), and no cell that is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

BYTE_ORDER_MARK: Final = "\ufeff"
# Programs that open tables take text beginning with these for a formula; the wide forms too, in Chinese settings.
_FORMULA_SIGNS: Final = tuple("=+-@\t\r\n＝＋－＠")
_INERT: Final = "'"

Cell = str | int | float | Decimal | None


def csv_row(cells: Sequence[Cell]) -> str:
    """One row with its CRLF.

    Guarantees: a text never begins with a sign that a spreadsheet takes for a formula (an apostrophe stands in front
    of it); numbers stay numbers, None is an empty cell; line breaks inside a text are blanks.
    """
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return written.getvalue()


def safe_text(text: str) -> str:
    """The text as a cell may hold it."""
    # Blanks in front of a formula do not keep a spreadsheet from trimming and running it.
    guarded = _INERT + text if text.lstrip(" \u3000\u00a0").startswith(_FORMULA_SIGNS) else text
    return " ".join(guarded.splitlines()) if any(mark in guarded for mark in "\r\n\v\f\x85\u2028\u2029") else guarded


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return safe_text(cell)
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)
