"""Which characters of a page no reader sees: a text layer may say more than the page shows.

What cannot be told from the file's own statements (colours, areas drawn over a text) is settled by looking: the page
is drawn with and without the text in doubt, and a character that makes no difference is not to be seen.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass

from generator.readers.pdf.characters import Glyph, Style
from generator.readers.pdf.drawing import Area, Drawing
from generator.readers.pdf.geometry import Rect, common, contains, enclose
from generator.readers.pdf.library import Handle, pdfium
from generator.readers.pdf.looking import CONTRAST, find_unseen

INVISIBLE_MODES = frozenset({3, 7})  # ISO 32000-1, table 106: neither filled nor stroked; clipping only
_TINY = 1.0  # points
_CLEAR = 12  # alpha of 255
_WHITE = (255, 255, 255, 255)
_OUTSIDE = 1.0  # points
_SAME_PLACE = 0.2  # of the type size
_NEAR = 8.0  # points
_STRIP = 24.0  # points
_MOST_STRIPS = 8

Colour = tuple[int, int, int, int]


def find_hidden(page: Handle, glyphs: Sequence[Glyph], drawing: Drawing, box: Rect) -> frozenset[int]:
    """Indexes of the characters that the page does not show: invisible, tiny, off the page, covered, ink on ink."""
    hidden: set[int] = set()
    doubtful: list[int] = []
    verdicts: dict[int, _Verdict] = {}
    ground = _Ground(drawing.areas)
    for index, glyph in enumerate(glyphs):
        style = glyph.style
        x, y = _centre(glyph)
        if not contains(box, x, y, _OUTSIDE):
            hidden.add(index)
            continue
        verdict = verdicts.get(id(style))
        if verdict is None:
            verdict = verdicts[id(style)] = _judge_style(style)
        if verdict.unpainted:
            hidden.add(index)
        elif style.number and not glyph.text.isspace():
            cut = verdict.clip is not None and not contains(verdict.clip, x, y, style.size / 2)
            areas = ground.at(x, y)
            if cut or (_in_doubt(style, areas, drawing) if areas else verdict.white):
                doubtful.append(index)
    if doubtful:
        hidden |= find_unseen(page, glyphs, doubtful, drawing)
    return frozenset(hidden - _shown_again(glyphs, hidden)) if hidden else frozenset()


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What holds for all characters of one text object."""

    unpainted: bool
    white: bool
    clip: Rect | None


def _judge_style(style: Style) -> _Verdict:
    return _Verdict(
        unpainted=style.mode in INVISIBLE_MODES or style.size < _TINY or style.colour[3] <= _CLEAR,
        white=_alike(style.colour, _WHITE),
        clip=_clip(style.handle) if style.number else None,
    )


def _shown_again(glyphs: Sequence[Glyph], hidden: set[int]) -> set[int]:
    """Those that are to be seen at the very same place, drawn a second time: nothing is hidden by them."""
    places: dict[tuple[str, int, int], list[tuple[float, float]]] = {}
    for index, glyph in enumerate(glyphs):
        if index not in hidden:
            x, y = _centre(glyph)
            places.setdefault((glyph.text, int(x // _NEAR), int(y // _NEAR)), []).append((x, y))
    found: set[int] = set()
    for index in hidden:
        x, y = _centre(glyphs[index])
        reach = _SAME_PLACE * glyphs[index].style.size
        column, row = int(x // _NEAR), int(y // _NEAR)
        near = (
            place
            for step in (-1, 0, 1)
            for level in (-1, 0, 1)
            for place in places.get((glyphs[index].text, column + step, row + level), ())
        )
        if any(abs(x - other[0]) <= reach and abs(y - other[1]) <= reach for other in near):
            found.add(index)
    return found


def _centre(glyph: Glyph) -> tuple[float, float]:
    x0, y0, x1, y1 = glyph.box
    return (x0 + x1) / 2, (y0 + y1) / 2


class _Ground:
    """The areas drawn on a page, found by place."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._strips: dict[int, list[Area]] = {}
        self._high: list[Area] = []
        for area in areas:
            first, last = int(area.rect[1] // _STRIP), int(area.rect[3] // _STRIP)
            if last - first > _MOST_STRIPS:
                self._high.append(area)
                continue
            for strip in range(first, last + 1):
                self._strips.setdefault(strip, []).append(area)

    def at(self, x: float, y: float) -> list[Area]:
        """Areas at a point, in drawing order."""
        near = self._strips.get(int(y // _STRIP), ())
        if not near and not self._high:
            return []
        found = [area for area in (*self._high, *near) if contains(area.rect, x, y)]
        return sorted(found, key=lambda area: area.order) if len(found) > 1 else found


def _in_doubt(style: Style, areas: Sequence[Area], drawing: Drawing) -> bool:
    """Something is drawn over it, or it has the colour of what is below it."""
    order = drawing.order.get(style.number)
    ground: Colour | None = _WHITE
    for area in areas:
        if order is None or area.order > order:
            if area.colour is None or area.colour[3] > _CLEAR:
                return True
        elif area.colour is None or area.colour[3] < 255:
            ground = None
        else:
            ground = area.colour
    if ground is None:
        return min(style.colour[:3]) > 255 - 2 * CONTRAST  # white on a picture: look
    return _alike(style.colour, ground)


def _alike(one: Colour, other: Colour) -> bool:
    return max(abs(left - right) for left, right in zip(one[:3], other[:3], strict=True)) < CONTRAST


def _clip(handle: Handle) -> Rect | None:
    """Bounds of the area that a text object is clipped to, in user space; None where there is no such limit."""
    path = pdfium.FPDFPageObj_GetClipPath(handle)
    count = pdfium.FPDFClipPath_CountPaths(path) if path else 0
    bounds: Rect | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(max(count, 0)):
        segments = pdfium.FPDFClipPath_CountPathSegments(path, number)
        if not 0 < segments <= 64:
            continue
        points = []
        for index in range(segments):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, number, index), x, y)
            points.append((x.value, y.value))
        rect = enclose(points)
        bounds = rect if bounds is None else common(bounds, rect)
    return bounds
