"""Numbers, boxes and transforms as OFD writes them; millimetres, origin at the upper left corner of the page."""

from __future__ import annotations

import math
from dataclasses import dataclass

POINTS = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a point lies in it, or at most ``margin`` outside."""
        return (
            self.x - margin <= x <= self.x + self.width + margin
            and self.y - margin <= y <= self.y + self.height + margin
        )


@dataclass(frozen=True, slots=True)
class Affine:
    """``x' = a·x + c·y + e``, ``y' = b·x + d·y + f`` (GB/T 33190-2016, 8.2)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """The place of a point."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: Affine) -> Affine:
        """The transform that applies ``first`` and then this one."""
        e, f = self.apply(first.e, first.f)
        return Affine(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )

    @property
    def scale(self) -> float:
        """How much larger a length becomes, both directions taken together."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def stretch(self) -> float:
        """How much longer a horizontal length becomes."""
        return math.hypot(self.a, self.b)

    @property
    def angle(self) -> float:
        """Degrees by which a horizontal line is turned."""
        return math.degrees(math.atan2(self.b, self.a))


UNMOVED = Affine()


def numbers(text: str | None) -> tuple[float, ...]:
    """The finite numbers of an array (``ST_Array``); what is no number is left out."""
    found = []
    for token in (text or "").replace(",", " ").split():
        number = to_number(token)
        if number is not None:
            found.append(number)
    return tuple(found)


def to_number(token: str | None, default: float | None = None) -> float | None:
    """A finite number, or ``default``."""
    try:
        number = float(token or "")
    except ValueError:
        return default
    return number if math.isfinite(number) else default


def to_box(text: str | None) -> Box | None:
    """A box (``ST_Box``: x y width height), or None where it is not one."""
    found = numbers(text)
    if len(found) != 4:
        return None
    return Box(x=found[0], y=found[1], width=found[2], height=found[3])


def to_affine(text: str | None) -> Affine:
    """A matrix (``CTM``); the one that changes nothing where it is missing or not one."""
    found = numbers(text)
    return Affine(*found) if len(found) == 6 else Affine()


def spread(text: str | None, most: int) -> tuple[float, ...]:
    """A ``DeltaX`` or ``DeltaY`` array, its ``g count value`` repeats written out (GB/T 33190-2016, 11.3).

    Args:
        text: the attribute.
        most: steps that can matter; a longer array is cut, whatever count it claims.
    """
    steps: list[float] = []
    tokens = iter((text or "").replace(",", " ").split())
    for token in tokens:
        if len(steps) >= most:
            break
        if token in {"g", "G"}:
            count, value = to_number(next(tokens, "")), to_number(next(tokens, ""))
            if count is not None and value is not None and count > 0:
                steps.extend([value] * int(min(count, most - len(steps))))
            continue
        step = to_number(token)
        if step is not None:
            steps.append(step)
    return tuple(steps[:most])
