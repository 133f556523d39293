"""A path object -> the straight lines that may frame a table, and whether it is a filled rectangle."""

from __future__ import annotations

from dataclasses import dataclass

from generator.readers.ofd.geometry import Affine, Box, to_number
from generator.readers.ofd.package import Element, child_text

_OPERANDS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}  # GB/T 33190-2016, 9.1
_STRAIGHT = 0.3  # mm
_THIN = 1.2  # mm: a rectangle as thin as this is a line
_MOST_POINTS = 2_000  # of one path; a drawing with more frames no table

Point = tuple[float, float]
Segment = tuple[Point, Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathShape:
    """What a path is, on the page.

    Attributes:
        segments: its straight pieces.
        rectangle: its outline, where it is an upright rectangle and nothing else.
    """

    segments: tuple[Segment, ...] = ()
    rectangle: Box | None = None

    @property
    def thin(self) -> bool:
        """A rectangle drawn in place of a line."""
        return self.rectangle is not None and min(self.rectangle.width, self.rectangle.height) <= _THIN


def read_path(element: Element, transform: Affine) -> PathShape:
    """Read the AbbreviatedData of a PathObject; ``transform`` leads to the page's coordinates."""
    segments: list[Segment] = []
    curved = False
    start = here = (0.0, 0.0)
    tokens = iter(child_text(element, "AbbreviatedData").split())
    for token in tokens:
        operator = token.upper()
        count = _OPERANDS.get(operator)
        if count is None:
            continue
        operands = [to_number(next(tokens, ""), 0.0) or 0.0 for _ in range(count)]
        if operator in {"M", "S"}:
            start = here = (operands[0], operands[1])
            continue
        there = start if operator == "C" else (operands[-2], operands[-1])
        if operator in {"L", "C"}:
            if here != there:
                segments.append((here, there))
        else:
            curved = True
        here = there
        if len(segments) > _MOST_POINTS:
            return PathShape()
    placed = tuple((transform.apply(*first), transform.apply(*last)) for first, last in segments)
    return PathShape(segments=placed, rectangle=None if curved else _rectangle(placed))


def straight(segment: Segment) -> Segment | None:
    """The segment made exactly horizontal or vertical, its ends in rising order; None where it is slanted."""
    (x0, y0), (x1, y1) = segment
    if abs(y0 - y1) <= _STRAIGHT and abs(x0 - x1) > _STRAIGHT:
        return (min(x0, x1), (y0 + y1) / 2), (max(x0, x1), (y0 + y1) / 2)
    if abs(x0 - x1) <= _STRAIGHT and abs(y0 - y1) > _STRAIGHT:
        return ((x0 + x1) / 2, min(y0, y1)), ((x0 + x1) / 2, max(y0, y1))
    return None


def _rectangle(segments: tuple[Segment, ...]) -> Box | None:
    points = [point for segment in segments for point in segment]
    if not 3 <= len(segments) <= 5:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)

    def on_corner(point: Point) -> bool:
        return min(abs(point[0] - left), abs(point[0] - right)) <= _STRAIGHT and (
            min(abs(point[1] - top), abs(point[1] - bottom)) <= _STRAIGHT
        )

    if not all(map(on_corner, points)) or len({(round(x), round(y)) for x, y in points}) > 4:
        return None
    return Box(x=left, y=top, width=right - left, height=bottom - top)
