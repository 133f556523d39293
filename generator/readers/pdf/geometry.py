"""From the user space of a PDF page (origin below, y upwards) to the page as it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Rect = tuple[float, float, float, float]  # x0, y0, x1, y1 in rising order


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """The visible box of a page in user space, and how it must be turned to be read.

    Attributes:
        box: left, bottom, right, top in points.
        turn: 0, 90, 180 or 270 degrees clockwise.
    """

    box: Rect
    turn: int = 0

    @property
    def width(self) -> float:
        """As read."""
        left, bottom, right, top = self.box
        return top - bottom if self.turn in {90, 270} else right - left

    @property
    def height(self) -> float:
        """As read."""
        left, bottom, right, top = self.box
        return right - left if self.turn in {90, 270} else top - bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as read: origin in the upper left corner, y downwards."""
        left, bottom, right, top = self.box
        if self.turn == 90:
            return y - bottom, x - left
        if self.turn == 180:
            return right - x, y - bottom
        if self.turn == 270:
            return top - y, right - x
        return x - left, top - y

    def right_edge(self, rect: Rect) -> float:
        """X of the right edge of a rectangle on the page as read."""
        left, bottom, right, top = self.box
        if self.turn == 0:
            return rect[2] - left
        if self.turn == 90:
            return rect[3] - bottom
        return right - rect[0] if self.turn == 180 else top - rect[1]

    def rect(self, rect: Rect) -> Rect:
        """A rectangle of the page as read."""
        x0, y0 = self.point(rect[0], rect[1])
        x1, y1 = self.point(rect[2], rect[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def angle(self, degrees: float) -> float:
        """The direction of text (degrees counter-clockwise in user space) on the page as read."""
        return (degrees - self.turn) % 360


def contains(rect: Rect, x: float, y: float, margin: float = 0.0) -> bool:
    """True where a point lies inside a rectangle made larger by ``margin``."""
    return rect[0] - margin <= x <= rect[2] + margin and rect[1] - margin <= y <= rect[3] + margin


def area(rect: Rect) -> float:
    """Square points."""
    return max(rect[2] - rect[0], 0.0) * max(rect[3] - rect[1], 0.0)


def common(one: Rect, other: Rect) -> Rect:
    """The part that two rectangles share; its area is 0 where they do not meet."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def enclose(points: Sequence[tuple[float, float]]) -> Rect:
    """The rectangle around some points, at least one."""
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)
