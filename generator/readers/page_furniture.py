"""Running heads and feet, page numbers, text across the page: found by where they stand and that they return."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.model.text import RemovalReason
from generator.readers.page_lines import PageLine, SetPage
from generator.readers.page_marks import bare_number, is_page_number, without_page_number

_NUMBER_ZONE = 0.16  # of the page's height, at top and bottom
_HEAD_ZONE, _FOOT_ZONE = 0.115, 0.1  # GB/T 9704-2012 5.2.1: 37 of 297 mm above the text, 35 below
_OUTER_LINES = 3  # lines from an edge that may be furniture
_SAME_HEIGHT = 4.0  # points
_REPEATS = 3
_PLAIN_SIZE = 1.12  # of the usual size: running heads are set small, titles are not
_STAMP_SIZE = 1.5
_ALONE = 1.6  # em between a number at the foot and the text above
# What a table carries at its head or foot on every page is the table's: its name, unit and who filled it in.
_OF_TABLE = re.compile(r"表$|^表|^附[件表录]|^[（(]?(?:续|接上)|[^/]{1,12}[:：](?!//)")
_BROWSER = re.compile(r"(?:https?|file)://\S+(?:\s+\d{1,4}/\d{1,4})?")


def find_furniture(
    pages: Sequence[SetPage], lines: Sequence[PageLine], repeated: Iterable[int]
) -> dict[int, RemovalReason]:
    """Which lines are no text.

    Args:
        pages: all pages.
        lines: all lines in order.
        repeated: indexes of lines that only repeat the head of a table.

    Returns:
        The reason for each line's index.  Never the first page's title: larger type than the usual one stays.
    """
    sizes = {page.number: page for page in pages}
    outer = _outer_lines(lines)
    found = dict.fromkeys(repeated, RemovalReason.RUNNING_HEAD)
    found |= dict.fromkeys(_page_numbers(lines, sizes, outer), RemovalReason.PAGE_NUMBER)
    # With the page numbers gone, the lines next to them stand at the edge.
    outer = _outer_lines(lines, frozenset(found))
    heads = _running_heads(lines, sizes, outer) | _stamps(lines, len(sizes))
    return dict.fromkeys(heads, RemovalReason.RUNNING_HEAD) | found


def usual_size(lines: Iterable[PageLine]) -> float:
    """The type size of most characters, in points; 0 without any."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size * 2) / 2] += len(line.text)
    return max(counts.items(), key=lambda pair: (pair[1], pair[0]))[0] if counts else 0.0


def _outer_lines(lines: Sequence[PageLine], gone: frozenset[int] = frozenset()) -> dict[int, list[list[int]]]:
    """For each page the lines from the top inwards and from the bottom inwards, outside tables."""
    pages: defaultdict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.cell is None and line.upright and index not in gone:
            pages[line.page].append(index)
    found = {}
    for page, indexes in pages.items():
        ranked = sorted(indexes, key=lambda index: lines[index].baseline)
        found[page] = [ranked[:_OUTER_LINES], ranked[: -_OUTER_LINES - 1 : -1]]
    return found


def _page_numbers(
    lines: Sequence[PageLine], sizes: Mapping[int, SetPage], outer: Mapping[int, list[list[int]]]
) -> set[int]:
    found: set[int] = set()
    bare: dict[int, int] = {}  # index -> printed number less page
    alone: set[int] = set()
    for page, edges in outer.items():
        height = sizes[page].height
        for edge in edges:
            for index in edge:
                line = lines[index]
                value = bare_number(line.text)
                depth = min(line.baseline, height - line.baseline)
                if is_page_number(line.text) and (index in edge[:2] or depth < _NUMBER_ZONE * height):
                    found.add(index)
                elif value is not None and depth < _NUMBER_ZONE * height:
                    bare[index] = value - page if value >= 0 else -1
                    if index == edge[0] and _stands_alone(lines, edge):
                        alone.add(index)
    offsets = Counter(bare.values())
    for index, offset in bare.items():
        counting = offset >= 0 or lines[index].page + offset > 0
        if counting and (offsets[offset] >= 2 or index in alone):
            found.add(index)
    return found


def _stands_alone(lines: Sequence[PageLine], edge: Sequence[int]) -> bool:
    if len(edge) < 2:
        return True
    line, near = lines[edge[0]], lines[edge[1]]
    return abs(line.baseline - near.baseline) > _ALONE * max(line.size, near.size)


def _running_heads(
    lines: Sequence[PageLine], sizes: Mapping[int, SetPage], outer: Mapping[int, list[list[int]]]
) -> set[int]:
    """The same text at the same height in the margin of three pages, or of half of them."""
    usual = usual_size(lines)
    places: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    found: set[int] = set()
    for page, edges in outer.items():
        height = sizes[page].height
        for edge, zone in zip(edges, (_HEAD_ZONE, _FOOT_ZONE), strict=True):
            for index in edge:
                line = lines[index]
                depth = line.baseline if edge is edges[0] else height - line.baseline
                if depth > zone * height or line.size > _PLAIN_SIZE * usual:
                    continue
                if _BROWSER.fullmatch(line.text.strip()):
                    found.add(index)
                rest = without_page_number(line.text)
                if not _OF_TABLE.search(rest):
                    places[rest].append((line.baseline, index))
    least = min(_REPEATS, max((len(sizes) + 1) // 2, 2))
    for same in places.values():
        for baseline, _ in same:
            near = {index for other, index in same if abs(other - baseline) <= _SAME_HEIGHT}
            if len({lines[index].page for index in near}) >= least:
                found |= near
    return found


def _stamps(lines: Sequence[PageLine], pages: int) -> set[int]:
    """Text across the page (水印), and large or turned text that stands at one place of page after page."""
    usual = usual_size(lines)
    found: set[int] = set()
    places: defaultdict[tuple[str, int, int], list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        quarter = line.angle % 90
        if not line.upright and min(quarter, 90 - quarter) > 5:
            found.add(index)
        elif line.cell is None and (not line.upright or line.size >= _STAMP_SIZE * usual):
            places["".join(line.text.split()), round(line.x0 / 4), round(line.baseline / 4)].append(index)
    for same in places.values():
        count = len({lines[index].page for index in same})
        if count >= _REPEATS and 2 * count >= pages:
            found.update(same)
    return found
