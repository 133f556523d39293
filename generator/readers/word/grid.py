"""The grid of a Word table (17.4): rows, columns, and cells that cover several of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.readers.word.names import attribute, child, chosen_branch, name_of, switch, whole_number
from generator.readers.word.pieces import Tally

_AROUND = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"})
_WIDEST = 1_000  # columns; more cannot be printed


@dataclass(slots=True)
class GridCell:
    """One cell.

    Attributes:
        element: ``w:tc``.
        column: 0-based grid column.
        column_span: grid columns that it covers.
        row_span: rows that it covers.
        header: its row is repeated at the head of every page.
        continued: it only continues the merged cell above or beside it; what is in it is not shown.
        beside: it continues the cell beside it (the older ``w:hMerge``).
    """

    element: etree._Element
    column: int
    column_span: int
    row_span: int = 1
    header: bool = False
    continued: bool = False
    beside: bool = False


def read_grid(table: etree._Element, tally: Tally) -> list[list[GridCell]]:
    """The rows of a table with the cells that they have; deleted rows are left out, hidden ones counted as hidden."""
    rows = []
    for row in _inside(table, "w:tr"):
        properties = child(row, "w:trPr")
        deleted = child(properties, "w:del") is not None
        tally.tracked += deleted or child(properties, "w:ins") is not None
        if deleted:
            continue
        if switch(child(properties, "w:hidden")):
            tally.hide_all(row)
            continue
        rows.append(_read_row(row, properties, tally))
    _merge_rows(rows)
    return rows


def _read_row(row: etree._Element, properties: etree._Element | None, tally: Tally) -> list[GridCell]:
    cells: list[GridCell] = []
    column = min(whole_number(attribute(child(properties, "w:gridBefore"), "val")), _WIDEST)
    header = bool(switch(child(properties, "w:tblHeader")))
    for element in _inside(row, "w:tc"):
        of_cell = child(element, "w:tcPr")
        if child(of_cell, "w:cellDel") is not None:
            tally.tracked += 1
            continue
        span = max(1, min(whole_number(attribute(child(of_cell, "w:gridSpan"), "val"), 1), _WIDEST))
        beside = child(of_cell, "w:hMerge")
        if beside is not None and attribute(beside, "val") != "restart" and cells:
            cells[-1].column_span += span
            cells.append(GridCell(element=element, column=column, column_span=span, continued=True, beside=True))
        else:
            above = child(of_cell, "w:vMerge")
            continued = above is not None and attribute(above, "val") != "restart"
            cells.append(GridCell(element=element, column=column, column_span=span, header=header, continued=continued))
        column += span
    return cells


def _merge_rows(rows: list[list[GridCell]]) -> None:
    """A cell that continues the one above it makes that one longer; without one above it is a cell of its own."""
    open_cells: dict[int, GridCell] = {}
    for row in rows:
        still_open: dict[int, GridCell] = {}
        for cell in row:
            if cell.beside:
                continue
            above = open_cells.get(cell.column)
            if cell.continued and above is not None:
                above.row_span += 1
                still_open[cell.column] = above
            else:
                cell.continued = False
                still_open[cell.column] = cell
        open_cells = still_open


def _inside(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Children of that name, also within content controls and the like."""
    for one in element:
        name = name_of(one)
        if name == wanted:
            yield one
        elif name in _AROUND:
            yield from _inside(one, wanted)
        elif name == "mc:AlternateContent":
            branch = chosen_branch(one)
            yield from () if branch is None else _inside(branch, wanted)
