"""Characters that stand side by side -> rows, and a row -> its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.model.text import CellPlace
from generator.readers.page_lines import PageLine, Run

_SHARED_HEIGHT = 0.55  # of the smaller em box: more than a neighbouring line, less than a superscript or a lifted quote
_LEAST_RATIO = 0.45  # type smaller than half of a letter that stands across several lines is not in line with it
_SAME_PLACE = 0.3  # of a character's width or height: nearer together nothing is set, so it was printed twice
_COLUMN_GAP = 2.0  # em: two things side by side
_WORD_GAP = 0.18  # em: between Latin words
_CHINESE_GAP = 0.5  # em: wider than a justified line spreads its characters
_REAL_BLANK = 0.1  # em: a space of the file counts where it takes room


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Runs side by side, from left to right, and the blank ones among them.

    Attributes:
        runs: not blank, sorted by their left edge; never empty.
        blanks: x of the middle of each blank run.
        baseline: of most of the characters.
        size: of most of the characters.
    """

    runs: tuple[Run, ...]
    blanks: tuple[float, ...]
    baseline: float
    size: float

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(run.x1 for run in self.runs)


def group_rows(runs: Iterable[Run]) -> tuple[list[Row], str]:
    """Group upright runs into rows from top to bottom.

    Args:
        runs: in any order.

    Returns:
        The rows, and the characters that were dropped because they stand twice at one place.
    """
    levels: dict[tuple[float, float], list[Run]] = {}
    for run in runs:
        levels.setdefault((round(run.baseline, 1), round(run.size, 1)), []).append(run)
    # The larger type makes the line, the smaller (superscripts, notes) joins it.
    clusters: list[tuple[float, float, float, list[Run]]] = []  # top, bottom, size, members
    for (_, size), members in sorted(levels.items(), key=lambda pair: (-pair[0][1], pair[0][0])):
        top, bottom = members[0].top, members[0].bottom
        best, share = -1, _SHARED_HEIGHT
        for index, (other_top, other_bottom, other_size, _) in enumerate(clusters):
            common = (min(bottom, other_bottom) - max(top, other_top)) / max(bottom - top, 0.01)
            if common >= share and size >= _LEAST_RATIO * other_size:
                best, share = index, common
        if best < 0:
            clusters.append((top, bottom, size, list(members)))
        else:
            clusters[best][3].extend(members)
    rows: list[Row] = []
    dropped: list[str] = []
    for _, _, _, members in clusters:
        row, twice = make_row(members)
        dropped.append(twice)
        if row is not None:
            rows.append(row)
    rows.sort(key=lambda row: (row.baseline, row.x0))
    return rows, "".join(dropped)


def make_row(members: Iterable[Run]) -> tuple[Row | None, str]:
    """Sort runs of one line from left to right; what stands twice at one place counts once."""
    kept: list[Run] = []
    blanks: list[float] = []
    dropped: list[str] = []
    for run in sorted(members, key=lambda run: (run.x0, run.x1)):
        if not run.text.strip():
            blanks.append((run.x0 + run.x1) / 2)
        elif any(run.text == other.text and _same_place(run, other) for other in kept[-3:]):
            dropped.append("".join(run.text.split()))
        else:
            kept.append(run)
    if not kept:
        return None, "".join(dropped)
    return _row(tuple(kept), tuple(blanks)), "".join(dropped)


def _row(runs: tuple[Run, ...], blanks: tuple[float, ...]) -> Row:
    weights: dict[tuple[float, float], int] = {}
    for run in runs:
        key = (run.size, run.baseline)
        weights[key] = weights.get(key, 0) + len(run.text)
    (size, baseline), _ = max(weights.items(), key=lambda pair: (pair[1], pair[0][0]))
    return Row(runs=runs, blanks=blanks, baseline=baseline, size=size)


def _same_place(run: Run, other: Run) -> bool:
    return (
        (run.drawing == 0 or run.drawing != other.drawing)  # a ligature's two characters stand at one place
        and abs(run.x0 - other.x0) < _SAME_PLACE * max(run.x1 - run.x0, 0.1) / len(run.text)
        and abs(run.baseline - other.baseline) < _SAME_PLACE * run.size
    )


def split_row(row: Row, x: float) -> tuple[Row | None, Row | None]:
    """The runs left and right of an ``x``, by their middle."""
    left = tuple(run for run in row.runs if (run.x0 + run.x1) / 2 < x)
    right = tuple(run for run in row.runs if (run.x0 + run.x1) / 2 >= x)
    return _row(left, row.blanks) if left else None, _row(right, row.blanks) if right else None


def row_text(row: Row) -> str:
    """The characters from left to right; blanks only where a gap between words or columns shows."""
    pieces = [row.runs[0].text.strip()]
    edge = row.runs[0].x1
    blank = 0
    for before, run in zip(row.runs, row.runs[1:], strict=False):
        em = max(min(before.size, run.size), 0.1)
        gap = (run.x0 - edge) / em
        while blank < len(row.blanks) and row.blanks[blank] < edge - 0.3 * em:
            blank += 1
        spaced = blank < len(row.blanks) and row.blanks[blank] < run.x0 + 0.3 * em
        pieces.append(_blank(before.text, run.text, gap, spaced=spaced))
        pieces.append(run.text.strip())
        edge = max(edge, run.x1)
    return "".join(pieces)


def _blank(before: str, after: str, gap: float, *, spaced: bool) -> str:
    if gap > _COLUMN_GAP:
        return "    "
    latin = before.rstrip()[-1].isascii() and after.lstrip()[0].isascii()
    if gap > (_WORD_GAP if latin else _CHINESE_GAP) or (spaced and gap > _REAL_BLANK):
        return " "
    return ""


def make_line(row: Row, page: int, *, zone: int = 0, cell: CellPlace | None = None) -> PageLine:
    """The line that a row makes."""
    return PageLine(
        page=page,
        text=row_text(row),
        x0=row.x0,
        x1=row.x1,
        baseline=row.baseline,
        size=row.size,
        zone=zone,
        cell=cell,
    )


def set_turned(runs: Sequence[Run], page: int) -> list[PageLine]:
    """Turned text, one line for each direction and type size, in the order in which it is drawn."""
    groups: dict[tuple[int, float], list[Run]] = {}
    for run in runs:
        groups.setdefault((round(run.angle / 5), round(run.size, 1)), []).append(run)
    lines = []
    for members in groups.values():
        text = "".join(run.text for run in members).strip()
        shown = tuple(run for run in members if run.text.strip())
        if shown:
            row = _row(shown, ())
            lines.append(replace(make_line(row, page), text=text, angle=members[0].angle))
    return lines
