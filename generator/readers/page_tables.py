"""Tables of single pages -> tables of the document: numbered, and put together where one runs over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from generator.readers.page_lines import PageLine, SetPage, TableFrame

_SAME_BORDER = 4.0  # points
_EDGE = 0.15  # of the page's height: a table that goes on begins and ends near the page's edges
_HEAD_ROWS = 3


def number_tables(pages: Sequence[SetPage]) -> tuple[tuple[PageLine, ...], frozenset[int]]:
    """Number the tables of all pages; a table that goes on over a page change stays one.

    Returns:
        All lines in order, and the indexes of those that only repeat the table's head on its next page.
    """
    lines: list[PageLine] = []
    repeated: set[int] = set()
    number = 0
    before: tuple[SetPage, TableFrame] | None = None  # a table that may go on, as the last thing on its page
    head: dict[int, list[str]] = {}
    offset = 0
    for page in pages:
        for table, group in groupby(page.lines, key=lambda line: line.cell.table if line.cell is not None else 0):
            members = list(group)
            if not table:
                lines += members
                continue
            frame = page.tables[table - 1]
            if before is not None and _goes_on(before, page, frame):
                skip = _repeated_rows(members, head)
                offset -= skip
                repeated |= {
                    len(lines) + index
                    for index, line in enumerate(members)
                    if line.cell is not None and line.cell.row < skip
                }
            else:
                number += 1
                offset, skip = 0, 0
                head = _head_rows(members)
            for line in members:
                if line.cell is not None:
                    row = max(line.cell.row + offset, 0)
                    lines.append(replace(line, cell=replace(line.cell, table=number, row=row)))
            offset += len(frame.rows) - 1
            before = (page, frame)
    return tuple(lines), frozenset(repeated)


def _goes_on(before: tuple[SetPage, TableFrame], page: SetPage, frame: TableFrame) -> bool:
    """Same column borders, at the foot of one page and the head of the next, and nothing but furniture between."""
    last_page, last = before
    if page.number != last_page.number + 1 or frame.number != 1 or last.number != len(last_page.tables):
        return False
    if len(frame.columns) != len(last.columns):
        return False
    near = all(abs(one - other) <= _SAME_BORDER for one, other in zip(frame.columns, last.columns, strict=True))
    below = [line for line in last_page.lines if line.cell is None and line.baseline > last.rows[-1]]
    above = [line for line in page.lines if line.cell is None and line.baseline < frame.rows[0]]
    edges = frame.rows[0] <= 2 * _EDGE * page.height and last.rows[-1] >= (1 - 2 * _EDGE) * last_page.height
    return (
        near
        and edges
        and all(line.baseline > (1 - _EDGE) * last_page.height for line in below)
        and all(line.baseline < _EDGE * page.height for line in above)
        and len(above) <= 1
    )


def _head_rows(members: Sequence[PageLine]) -> dict[int, list[str]]:
    rows: dict[int, list[str]] = {}
    for line in members:
        if line.cell is not None and line.cell.row < _HEAD_ROWS:
            rows.setdefault(line.cell.row, []).append("".join(line.text.split()))
    return rows


def _repeated_rows(members: Sequence[PageLine], head: dict[int, list[str]]) -> int:
    """How many rows at the top are those of the table's head again."""
    rows = _head_rows(members)
    count = 0
    while count in rows and rows[count] == head.get(count) and not any(_is_figure(text) for text in rows[count]):
        count += 1
    return count


def _is_figure(text: str) -> bool:
    return any(character.isdigit() for character in text) and not any("\u4e00" <= char <= "\u9fff" for char in text)
