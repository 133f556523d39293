"""Lines of the text with what a page tells of paragraphs, type size and tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.model.text import Alignment, CellPlace, Line
from generator.readers.web.page import PageLine, RawCell, WebPage, chinese, compact

_TITLE_SCALE = 1.5
_BOLD_CENTRED_SCALE = 1.2
_FRAME_SHARE = 0.5  # a cell with so much of the text frames it
_FRAME_LINES = 5
_WRAPPED_LINES = 10
_SENTENCE_ENDS = "。！？；：!?;:”）)"


def make_lines(page: WebPage, text: Sequence[int], heading: Sequence[int]) -> tuple[Line, ...]:
    """The lines of the official text.

    Args:
        page: its lines and blocks.
        text: indexes of the lines, ascending.
        heading: those of them that are the page's own heading.
    """
    tables = _tables_of_text(page, text)
    sizes: Counter[float] = Counter()
    for index in text:
        sizes[page.lines[index].pixels] += len(page.lines[index].text)
    usual = max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0
    wrapped = _is_wrapped([page.lines[index] for index in text])
    return tuple(
        _line(page.lines[index], index, usual, tables, titled=index in heading, wrapped=wrapped) for index in text
    )


def _line(line: PageLine, index: int, usual: float, tables: dict[int, int], *, titled: bool, wrapped: bool) -> Line:
    cell = _place(line.cell, tables)
    scale = round(line.pixels / usual, 2) if usual else 0.0
    alignment = line.alignment
    solid = len(compact(line.text))
    if titled:
        scale, alignment = max(scale, _TITLE_SCALE), Alignment.CENTRE
    elif cell is None and alignment is Alignment.CENTRE and line.bold >= solid:
        scale = max(scale, _BOLD_CENTRED_SCALE)
    return Line(
        number=index + 1,
        text=line.text,
        continues=None if wrapped else _continues(line),
        scale=scale,
        alignment=alignment,
        cell=cell,
    )


def _continues(line: PageLine) -> bool | None:
    """A block opens a paragraph; so does a line behind a break that is indented or behind an empty line.

    Behind a single break only the text can tell.
    """
    if line.opens or line.breaks > 1 or line.text.startswith(("\u3000\u3000", "\u00a0\u00a0\u00a0")):
        return False
    return None


def _is_wrapped(lines: Sequence[PageLine]) -> bool:
    """Each printed line is a block of its own: most are of one width and do not end a sentence."""
    widths = [len(line.text.strip()) for line in lines if line.cell is None]
    if len(widths) < _WRAPPED_LINES:
        return False
    full = sorted(widths)[int(0.9 * (len(widths) - 1))]
    if not 15 <= full <= 60:
        return False
    at_full = [line for line in lines if line.cell is None and full - 3 <= len(line.text.strip()) <= full + 2]
    open_ended = sum(1 for line in at_full if line.text.strip()[-1] not in _SENTENCE_ENDS)
    return len(at_full) >= 0.4 * len(widths) and open_ended >= 0.6 * len(at_full) and max(widths) <= full + 6


def _place(cell: RawCell | None, tables: dict[int, int]) -> CellPlace | None:
    if cell is None or cell.table not in tables:
        return None
    return CellPlace(
        table=tables[cell.table],
        row=cell.row,
        column=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
        header=cell.header,
    )


def _tables_of_text(page: WebPage, text: Sequence[int]) -> dict[int, int]:
    """Number of each table that is part of the text, by its block; tables that only serve layout have none."""
    total = sum(chinese(page.lines[index].text) for index in text)
    cells: dict[int, dict[RawCell, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in text:
        cell = page.lines[index].cell
        if cell is not None:
            cells[cell.table][cell].append(index)
    framing = {outer for table in cells for outer in _tables_around(page, table)}
    kept = [table for table, members in cells.items() if table not in framing and _has_grid(page, members, total)]
    return {table: number for number, table in enumerate(sorted(kept), 1)}


def _tables_around(page: WebPage, table: int) -> list[int]:
    found = []
    block = page.blocks[table].parent
    while block >= 0:
        if page.blocks[block].tag == "table":
            found.append(block)
        block = page.blocks[block].parent
    return found


def _has_grid(page: WebPage, members: dict[RawCell, list[int]], total: int) -> bool:
    """Rows and columns, and no cell that holds most of the text."""
    if len({cell.row for cell in members}) < 2 or len({cell.column for cell in members}) < 2:
        return False
    return not any(
        len(indexes) >= _FRAME_LINES
        and sum(chinese(page.lines[index].text) for index in indexes) > _FRAME_SHARE * total
        for indexes in members.values()
    )
