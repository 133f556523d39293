"""Places of table cells in a grid, merged cells counted."""

from __future__ import annotations

from collections.abc import Mapping

from generator.readers.web.page import RawCell

_MOST_SPANNED = 64
_MOST_COLUMNS = 256  # beyond them merged cells no longer move the others: no table of a text is so wide
_MOST_ROWS = 2000


class Grid:
    """Row by row, which columns cells of the rows above still cover."""

    __slots__ = ("_column", "_covered", "_row", "table")

    def __init__(self, table: int) -> None:
        """Start the grid of the table that is block ``table``."""
        self.table = table
        self._row = -1
        self._column = 0
        self._covered: dict[int, int] = {}  # column -> first row that is free again

    def open_row(self) -> None:
        """A new ``tr``."""
        self._row += 1
        self._column = 0

    def place(self, tag: str, attributes: Mapping[str, str], block: int) -> RawCell:
        """The place of the next cell of the row."""
        if self._row < 0:
            self.open_row()
        while self._covered.get(self._column, 0) > self._row:
            self._column += 1
        column_span = _span(attributes.get("colspan", ""), _MOST_SPANNED)
        row_span = _span(attributes.get("rowspan", ""), _MOST_ROWS)
        if row_span > 1:
            for column in range(self._column, min(self._column + column_span, _MOST_COLUMNS)):
                self._covered[column] = self._row + row_span
        placed = RawCell(
            table=self.table,
            row=self._row,
            column=self._column,
            row_span=row_span,
            column_span=column_span,
            header=tag == "th",
            block=block,
        )
        self._column += column_span
        return placed


def _span(value: str, most: int) -> int:
    digits = value.strip()
    return min(max(int(digits), 1), most) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1
