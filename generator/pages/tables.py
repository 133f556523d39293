"""Tables of the official text as real tables, with nothing in them but the text of their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.model.document import Block, TableCell
from generator.model.report import Mask
from generator.pages.escape import attribute
from generator.pages.inline import render_inline

_MOST_PLACES: Final = 200_000  # grid places; a table that claims more keeps its cells and loses its empty places
_SHORT_HEAD: Final = 24  # characters of a column's name
_DEEPEST_HEAD: Final = 3  # rows of heads over one another
_FEWEST_HEADS: Final = 2
_FIGURE: Final = re.compile(r"[\d.,，%％+\-—－\s]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """A table's shape: ``cells`` by row and column, places that a spanning cell covers, and the rows of heads."""

    rows: int
    columns: int
    cells: dict[tuple[int, int], TableCell]
    covered: frozenset[tuple[int, int]]
    head_rows: int


def render_table(block: Block, masks: Sequence[Mask], number: int) -> str:
    """One table, in a region of its own that can be scrolled by keyboard where it is wider than the page.

    Guarantees: every character of every cell stands in one ``th`` or ``td``, in the order of the block's text, escaped
    by the one renderer of text; empty places of the grid are empty cells.

    Args:
        block: a TABLE block.
        masks: masked ranges of this block.
        number: of the table in the document, from 1, for the region's name.

    Returns:
        One piece of raw HTML without blank lines, as Markdown leaves it alone.
    """
    grid = _grid(block)
    rows = (
        [_row(grid, row, block, masks) for row in range(grid.rows)] if grid is not None else list(_plain(block, masks))
    )
    head = rows[: grid.head_rows] if grid is not None else []
    body = rows[len(head) :]
    sections = [f"<thead>{''.join(head)}</thead>"] if head else []
    sections += [f"<tbody>{''.join(body)}</tbody>"] if body else []
    region = f'<div class="table-region" role="region" aria-label="{attribute(f"表格{number}")}" tabindex="0">'
    return f'{region}<table id="{block.anchor}" class="table">{"".join(sections)}</table></div>'


def _grid(block: Block) -> _Grid | None:
    """The grid, or None where the cells do not stand row by row or claim too many places."""
    places = [(cell.row, cell.column) for cell in block.cells]
    if not places or places != sorted(set(places)) or min(map(min, places)) < 0:
        return None
    rows = max(cell.row + max(cell.row_span, 1) for cell in block.cells)
    columns = max(cell.column + max(cell.column_span, 1) for cell in block.cells)
    claimed = sum(max(cell.row_span, 1) * max(cell.column_span, 1) for cell in block.cells)
    if max(rows * columns, claimed) > _MOST_PLACES:
        return None
    cells = {(cell.row, cell.column): cell for cell in block.cells}
    covered = frozenset(
        (row, column)
        for cell in block.cells
        for row in range(cell.row, cell.row + max(cell.row_span, 1))
        for column in range(cell.column, cell.column + max(cell.column_span, 1))
        if (row, column) != (cell.row, cell.column)
    )
    return _Grid(rows=rows, columns=columns, cells=cells, covered=covered, head_rows=_head_rows(block, rows, columns))


def _head_rows(block: Block, rows: int, columns: int) -> int:
    """How many rows at the top name the columns, as the source says or as short names that are no figures show."""
    said = {cell.row for cell in block.cells if cell.header} - {cell.row for cell in block.cells if not cell.header}
    depth = next((row for row in range(rows) if row not in said), rows)
    if depth:
        return depth if depth < rows else 0
    first = [cell for cell in block.cells if cell.row == 0]
    depth = max((max(cell.row_span, 1) for cell in first), default=0)
    heads = [cell for cell in block.cells if cell.row < depth]
    filled = sum(max(cell.row_span, 1) * max(cell.column_span, 1) for cell in heads) == depth * columns
    if len(first) < _FEWEST_HEADS or not filled or not depth < rows or depth > _DEEPEST_HEAD:
        return 0
    names = [block.text[cell.start : cell.end] for cell in heads]
    return depth if all(0 < len(name) <= _SHORT_HEAD and not _FIGURE.fullmatch(name) for name in names) else 0


def _row(grid: _Grid, row: int, block: Block, masks: Sequence[Mask]) -> str:
    pieces: list[str] = []
    for column in range(grid.columns):
        cell = grid.cells.get((row, column))
        if cell is not None:
            pieces.append(_cell(cell, block, masks, _scope(cell, grid.head_rows)))
        elif (row, column) not in grid.covered:
            pieces.append("<td></td>")
    return f"<tr>{''.join(pieces)}</tr>"


def _scope(cell: TableCell, head_rows: int) -> str:
    """``col``, ``colgroup`` or ``row`` for a head, empty for any other cell."""
    if cell.row < head_rows:
        return "colgroup" if cell.column_span > 1 else "col"
    return ("row" if cell.column == 0 else "col") if cell.header else ""


def _cell(cell: TableCell, block: Block, masks: Sequence[Mask], scope: str) -> str:
    tag, spans = ("th" if scope else "td"), ""
    if scope:
        spans += f' scope="{scope}"'
    if cell.row_span > 1:
        spans += f' rowspan="{cell.row_span}"'
    if cell.column_span > 1:
        spans += f' colspan="{cell.column_span}"'
    return f"<{tag}{spans}>{render_inline(block, masks, cell.start, cell.end)}</{tag}>"


def _plain(block: Block, masks: Sequence[Mask]) -> Iterator[str]:
    """Rows without a grid: whatever the places say, each cell once, in order."""
    if not block.cells:
        yield f"<tr><td>{render_inline(block, masks, 0, len(block.text))}</td></tr>"
    for _, group in groupby(block.cells, key=lambda cell: cell.row):
        row = "".join(f"<td>{render_inline(block, masks, cell.start, cell.end)}</td>" for cell in group)
        yield f"<tr>{row}</tr>"
