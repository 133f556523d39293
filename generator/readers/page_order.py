"""One page of placed characters -> its lines in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.model.text import CellPlace
from generator.readers.page_columns import set_rows
from generator.readers.page_grid import Grid, Place, find_grids
from generator.readers.page_lines import Page, PageLine, Run, SetPage, TableFrame
from generator.readers.page_rows import group_rows, make_line, set_turned

_MIDDLE = 0.38  # of the type size: the middle of a Chinese character stands so far above the baseline


def set_page(page: Page) -> SetPage:
    """Group the characters of a page into lines and put them into reading order; pure.

    The columns of a page set in two are read one after the other, a ruled table cell by cell and row by row; turned
    text comes last.
    """
    rows, duplicates = group_rows(run for run in page.runs if run.upright)
    tables: list[tuple[Grid, list[PageLine]]] = []
    for grid in find_grids(page.rules):
        runs = [run for row in rows for run in row.runs]
        inside = _divide(grid, runs)
        cells = _set_cells(inside, page.number)
        if not _is_table(cells):
            continue
        tables.append((grid, cells))
        taken = {id(run) for members in inside.values() for run in members}
        rows, _ = group_rows(run for run in runs if id(run) not in taken)
    lines: list[PageLine] = []
    first = 0
    tables.sort(key=lambda table: table[0].rows[0])
    for number, (grid, cells) in enumerate(tables, 1):
        end = first
        while end < len(rows) and rows[end].baseline - _MIDDLE * rows[end].size < grid.rows[0]:
            end += 1
        lines += set_rows(rows[first:end], page.number)
        lines += [replace(line, cell=replace(line.cell, table=number)) for line in cells if line.cell is not None]
        first = end
    lines += set_rows(rows[first:], page.number)
    lines += set_turned([run for run in page.runs if not run.upright], page.number)
    return SetPage(
        number=page.number,
        width=page.width,
        height=page.height,
        lines=tuple(lines),
        tables=tuple(
            TableFrame(number=number, columns=grid.columns, rows=grid.rows)
            for number, (grid, _) in enumerate(tables, 1)
        ),
        duplicates=duplicates,
    )


def _divide(grid: Grid, runs: Iterable[Run]) -> dict[Place, list[Run]]:
    """The runs inside a table by cell, cells row by row."""
    found: dict[Place, list[Run]] = {}
    for run in runs:
        place = grid.find_cell((run.x0 + run.x1) / 2, run.baseline - _MIDDLE * run.size)
        if place is not None:
            found.setdefault(place, []).append(run)
    return dict(sorted(found.items()))


def _set_cells(cells: dict[Place, list[Run]], page: int) -> list[PageLine]:
    return [
        make_line(line, page, cell=CellPlace(table=1, row=row, column=column, row_span=tall, column_span=wide))
        for (row, column, tall, wide), runs in cells.items()
        for line in group_rows(runs)[0]
    ]


def _is_table(lines: Iterable[PageLine]) -> bool:
    """At least two columns and two rows with text: a frame around a text is no table, nor is a drawing."""
    places = [line.cell for line in lines if line.cell is not None]
    return len({place.row for place in places}) >= 2 and len({place.column for place in places}) >= 2
