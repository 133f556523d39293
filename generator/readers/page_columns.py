"""Pages set in two columns: where the gutter is, and which rows are read first."""

from __future__ import annotations

from collections.abc import Sequence

from generator.readers.page_lines import PageLine
from generator.readers.page_rows import Row, make_line, split_row

_LEAST_ROWS = 8  # fewer rows prove no columns
_STEP = 4.0  # points: raster for finding the gutter
_WIDEST = 10_000.0  # points: three metres
_GUTTER = 1.2  # em: narrower gaps are gaps between words
_CROSSING = 0.1  # of the rows may run over the gutter (titles, notes)
_FILLED = 0.7  # of its column: running text fills its lines, the cells of a table do not
_SHARE = 0.5  # of the rows must be so on either side


def set_rows(rows: Sequence[Row], page: int) -> list[PageLine]:
    """Make lines of rows in reading order; where they stand in two columns, the left one first.

    Args:
        rows: from top to bottom, no table among them.
        page: 1-based number.
    """
    gutter = find_gutter(rows)
    if gutter is None:
        return [make_line(row, page) for row in rows]
    lines: list[PageLine] = []
    left: list[Row] = []
    right: list[Row] = []

    def flush() -> None:
        lines.extend(make_line(row, page, zone=1) for row in left)
        lines.extend(make_line(row, page, zone=2) for row in right)
        left.clear()
        right.clear()

    for row in rows:
        if _crosses(row, gutter):
            flush()
            lines.append(make_line(row, page))
            continue
        one, other = split_row(row, sum(gutter) / 2)
        if one is not None:
            left.append(one)
        if other is not None:
            right.append(other)
    flush()
    return lines


def find_gutter(rows: Sequence[Row]) -> tuple[float, float] | None:
    """The blank strip between two columns of running text: (left edge, right edge), or None.

    A table without rules has such strips too; but its cells do not fill their columns, and running text does.
    """
    if len(rows) < _LEAST_ROWS:
        return None
    start, end = min(row.x0 for row in rows), max(row.x1 for row in rows)
    if not end - start < _WIDEST:
        return None
    bins = max(int((end - start) / _STEP), 1)
    covered = [0] * (bins + 2)
    for row in rows:
        for first, last in _segments(row):
            for step in range(int((first - start) / _STEP), int((last - start) / _STEP) + 1):
                covered[max(min(step, bins), 0)] += 1
    free = [step for step in range(bins // 4, 3 * bins // 4) if covered[step] <= _CROSSING * len(rows)]
    strip = _longest(free)
    em = sorted(row.size for row in rows)[len(rows) // 2]
    if strip is None or (strip[1] - strip[0] + 1) * _STEP < _GUTTER * em:
        return None
    gutter = (start + strip[0] * _STEP, start + (strip[1] + 1) * _STEP)
    return gutter if _both_filled(rows, gutter, start, end) else None


def _segments(row: Row) -> list[tuple[float, float]]:
    """Stretches of a row without a gap wider than one em."""
    found: list[tuple[float, float]] = []
    for run in row.runs:
        if found and run.x0 - found[-1][1] <= row.size:
            found[-1] = (found[-1][0], max(found[-1][1], run.x1))
        else:
            found.append((run.x0, run.x1))
    return found


def _longest(steps: Sequence[int]) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    first = last = -2
    for step in steps:
        if step != last + 1:
            first = step
        last = step
        if best is None or last - first > best[1] - best[0]:
            best = (first, last)
    return best


def _both_filled(rows: Sequence[Row], gutter: tuple[float, float], start: float, end: float) -> bool:
    middle = sum(gutter) / 2
    left: list[float] = []
    right: list[float] = []
    for row in rows:
        if _crosses(row, gutter):
            continue
        one, other = split_row(row, middle)
        if one is not None:
            left.append((one.x1 - one.x0) / max(gutter[0] - start, 1))
        if other is not None:
            right.append((other.x1 - other.x0) / max(end - gutter[1], 1))
    return all(
        len(side) >= _LEAST_ROWS // 2 and sum(1 for share in side if share >= _FILLED) >= _SHARE * len(side)
        for side in (left, right)
    )


def _crosses(row: Row, gutter: tuple[float, float]) -> bool:
    return any(first < gutter[0] - 1 and last > gutter[1] + 1 for first, last in _segments(row)) or any(
        run.x0 < gutter[1] - 1 and run.x1 > gutter[0] + 1 for run in row.runs
    )
