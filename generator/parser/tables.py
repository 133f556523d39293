"""Tables: those of the text stay tables, those that only place things on a page are plain lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from generator.model.document import Fragment, TableCell
from generator.model.text import CellPlace
from generator.parser import forms
from generator.parser.characters import join
from generator.parser.lines import PhysicalLine

_LONG_CELL = 120  # characters: a cell with so much prose frames text and holds no entry of a table


def release_layout_tables(lines: tuple[PhysicalLine, ...]) -> tuple[PhysicalLine, ...]:
    """Take the cells of tables that only serve layout for what they are: lines.

    A red head (发文字号 left, 签发人 right), an imprint between rules, a frame around the text are often set as
    tables in Word and on web pages.

    Guarantees: the same lines in the same order; only ``cell`` may be None where it was not.
    """
    freed: list[PhysicalLine] = []
    for table, group in groupby(lines, key=lambda line: line.cell.table if line.cell is not None else 0):
        members = list(group)
        if table and not _is_table_of_text(members):
            members = [replace(line, cell=None) for line in members]
        freed += members
    return tuple(freed)


def _is_table_of_text(lines: Sequence[PhysicalLine]) -> bool:
    places = [line.cell for line in lines if line.cell is not None]
    rows = {place.row for place in places}
    columns = {place.column for place in places}
    if len(rows) < 2 or len(columns) < 2:
        return False
    if any(forms.COPY_TO.match(line.text) or forms.PRINTING.fullmatch(line.text) for line in lines):
        return False
    return not any(len(line.text) > _LONG_CELL and "。" in line.text for line in lines) or len(rows) > 3


def build_table(lines: Sequence[PhysicalLine]) -> tuple[str, tuple[Fragment, ...], tuple[TableCell, ...]]:
    """The text, fragments and cells of one table.

    Args:
        lines: its lines in reading order, each with its cell.

    Returns:
        The text (a tab between cells, a line break between rows), where its characters come from, and its cells.
        Cells without any character are not in ``lines`` and not in the result: their places stay free.
    """
    text = ""
    cells: list[TableCell] = []
    last: CellPlace | None = None
    for place, group in groupby(lines, key=lambda line: line.cell):
        if place is None:
            message = "a table is built from cells"
            raise ValueError(message)
        if last is not None:
            text += "\n" if place.row != last.row else "\t"
        content = ""
        for line in group:
            content = join(content, line.text)
        cells.append(
            TableCell(
                row=place.row,
                column=place.column,
                row_span=place.row_span,
                column_span=place.column_span,
                header=place.header,
                start=len(text),
                end=len(text) + len(content),
            )
        )
        text += content
        last = place
    return text, tuple(Fragment(text=line.text, line=line.number) for line in lines), tuple(cells)
