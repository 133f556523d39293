"""Where the text of a page begins and ends, and how far apart its lines are."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.readers.page_furniture import usual_size
from generator.readers.page_lines import PageLine, SetPage

_SHARE = 0.08  # of the lines that must stand at an edge to show where the text begins or ends
_ENOUGH = 10  # lines
_NARROW = 0.5
_SAME_SIZE = 0.09


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The column that a text is set in.

    Attributes:
        left: x at which full lines begin.
        right: x at which they end; None where no line shows it.
        indented: first lines of paragraphs are set in.
        pitch: from baseline to baseline inside a paragraph; 0 where unknown.
        spaced: paragraphs stand further apart than their lines.
        em: usual type size.
    """

    left: float
    right: float | None
    indented: bool
    pitch: float
    spaced: bool
    em: float


Zone = tuple[object, ...]


def zone_of(line: PageLine) -> Zone:
    """What is set in one column: the page's text, one of two columns, one cell of a table."""
    if line.cell is not None:
        return (0, line.cell.table, line.cell.row, line.cell.column)
    return (line.page, line.zone)


def measure_zones(lines: Sequence[PageLine], pages: Mapping[int, SetPage]) -> dict[Zone, Measure]:
    """Measure each zone of each page.

    Margins are taken from all pages of one width and side (books are set with mirrored margins); a page with
    margins of its own keeps them.
    """
    usual = usual_size(line for line in lines if line.cell is None) or usual_size(lines) or 1.0
    sides: defaultdict[tuple[object, ...], list[PageLine]] = defaultdict(list)
    zones: defaultdict[Zone, list[PageLine]] = defaultdict(list)
    for line in lines:
        if not line.upright:
            continue
        zones[zone_of(line)].append(line)
        if line.cell is None and abs(line.size / usual - 1) <= _SAME_SIZE:
            page = pages[line.page]
            for key in _sides(line, page):
                sides[key].append(line)
    found: dict[Zone, Measure] = {}
    pooled: dict[tuple[object, ...], Measure] = {}
    for zone, members in zones.items():
        first = members[0]
        page = pages[first.page]
        if first.cell is not None:
            found[zone] = _measure(members, None)
            continue
        near, wide = _sides(first, page)
        key = near if len(sides[near]) >= _ENOUGH else wide if sides[wide] else zone
        if key not in pooled:
            pooled[key] = _measure(members if key == zone else sides[key], None if first.zone else page.width)
        own = [line for line in members if abs(line.size / usual - 1) <= _SAME_SIZE]
        found[zone] = _own_margins(own, pooled[key])
    return found


def _sides(line: PageLine, page: SetPage) -> tuple[tuple[object, ...], tuple[object, ...]]:
    width = round(page.width / 8)
    return (width, line.zone, line.page % 2), (width, line.zone, "both")


def _measure(lines: Sequence[PageLine], width: float | None) -> Measure:
    """Args: lines of one column; the page's width, for where only symmetry tells the right margin."""
    em = usual_size(lines) or 1.0
    left = _edge([line.x0 for line in lines], 0.5 * em, lowest=True)
    right = _edge([line.x1 for line in lines], 0.7 * em, lowest=False)
    if left is None:
        left = min(line.x0 for line in lines)
    reach = max(line.x1 for line in lines)
    if width is not None and width - left >= reach and (right is None or right < reach - 2 * em):
        # One full line in a short text: it ends where the other margin is as wide as the left one.
        right = reach if reach > width - left - 2.5 * em else right
    indents = [line for line in lines if 1.3 * em <= line.x0 - left <= 2.8 * em]
    pitch, spaced = _pitch(lines, em)
    return Measure(
        left=left,
        right=right,
        indented=len(indents) >= max(2, _SHARE * len(lines)),
        pitch=pitch,
        spaced=spaced,
        em=em,
    )


def _own_margins(lines: Sequence[PageLine], common: Measure) -> Measure:
    """The page's own margins where none of its lines keeps the common ones; and its own pitch."""
    if len(lines) < 6:
        return common
    em = usual_size(lines) or 1.0
    own = _measure(lines, None)
    left = common.left if any(abs(line.x0 - common.left) <= 0.7 * em for line in lines) else own.left
    right = common.right
    if own.right is not None and (right is None or all(line.x1 < right - 2.5 * em for line in lines)):
        # Narrower than elsewhere only where many lines say so: a list has lines of one length by chance.
        near = sum(1 for line in lines if abs(line.x1 - own.right) <= 0.7 * em)
        right = own.right if near >= _NARROW * len(lines) else right
    pitch, spaced = _pitch(lines, em)
    return Measure(
        left=left,
        right=right,
        indented=common.indented,
        pitch=pitch or common.pitch,
        spaced=spaced or common.spaced,
        em=em,
    )


def _edge(places: Iterable[float], reach: float, *, lowest: bool) -> float | None:
    """The outermost place at which enough lines stand."""
    ordered = sorted(places if lowest else (-place for place in places))
    least = max(2, _SHARE * len(ordered))
    for index, place in enumerate(ordered):
        end = bisect_right(ordered, place + reach)
        if end - index >= least:
            middle = ordered[(index + end) // 2]
            return middle if lowest else -middle
    return None


def _pitch(lines: Sequence[PageLine], em: float) -> tuple[float, bool]:
    """The narrowest usual distance of baselines, and whether wider ones are usual too."""
    gaps = sorted(
        after.baseline - before.baseline
        for before, after in pairwise(lines)
        if before.page == after.page and em * 0.9 < after.baseline - before.baseline < 4 * em
    )
    if not gaps:
        return 0.0, False
    for index, gap in enumerate(gaps):
        end = bisect_right(gaps, gap + 0.2 * em)
        if end - index >= max(2, 0.2 * len(gaps)):
            pitch = gaps[(index + end) // 2]
            wider = len(gaps) - bisect_right(gaps, pitch + 0.25 * em)
            return pitch, wider >= max(2, 0.1 * len(gaps))
    return 0.0, False
