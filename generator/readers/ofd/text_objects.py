"""A text object -> its characters, each with its place on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.readers.ofd.geometry import Affine, numbers, spread, to_number
from generator.readers.ofd.package import Element, children, local

_PLACEHOLDERS = frozenset("\u00a4\ufffd")  # ¤ stands where a glyph has no character code (GB/T 33190-2016, 11.4)
_LATIN_WIDTH = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """One character on the page, lengths in millimetres.

    Attributes:
        text: one code point, or a base character with what is set at the same place.
        x0: left edge.
        x1: right edge of its advance.
        baseline: y of the baseline.
        size: type size on the page.
        angle: degrees by which it is turned.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    angle: float

    @property
    def middle(self) -> tuple[float, float]:
        """A point inside its body."""
        return (self.x0 + self.x1) / 2, self.baseline - 0.35 * self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class TextObject:
    """What one text object shows.

    Attributes:
        characters: with their places.
        nameless: glyphs that it shows without a character code.
        placeholders: characters that stand for such glyphs and are none themselves.
    """

    characters: tuple[Character, ...]
    nameless: int = 0
    placeholders: str = ""


def read_text_object(element: Element, transform: Affine) -> TextObject:
    """Place the characters of a TextObject.

    Args:
        element: the TextObject.
        transform: from the object's own coordinates to the page's.
    """
    size = to_number(element.get("Size"), 0.0) or 0.0
    narrow = to_number(element.get("HScale"), 1.0) or 1.0
    coded = _glyph_positions(element)
    characters: list[Character] = []
    placeholders: list[str] = []
    nameless = position = 0
    x = y = 0.0
    for code in children(element, "TextCode"):
        text = code_text(code)
        x = to_number(code.get("X"), x) or 0.0
        y = to_number(code.get("Y"), y) or 0.0
        for index, placed in enumerate(_place(text, code, x, y, size, size * narrow, transform)):
            if placed.text in _PLACEHOLDERS and (position + index) in coded:
                nameless += 1
                placeholders.append(placed.text)
            else:
                characters.append(placed)
        position += len(text)
    if coded and not position:  # glyph numbers alone
        nameless = len(coded)
    return TextObject(characters=tuple(characters), nameless=nameless, placeholders="".join(placeholders))


def code_text(code: Element) -> str:
    """The characters of a TextCode; line breaks and indents that a pretty-printer wrote are none."""
    text = code.text or ""
    return text.strip() if "\n" in text or "\r" in text else text


def _place(
    text: str, code: Element, x: float, y: float, size: float, em: float, transform: Affine
) -> Iterator[Character]:
    right = spread(code.get("DeltaX"), len(text))
    down = spread(code.get("DeltaY"), len(text))
    reach = transform.stretch
    for index, character in enumerate(text):
        usual = em * (1.0 if ord(character) > 0x2E7F or character in "“”‘’—…·" else _LATIN_WIDTH)
        step = right[index] if index < len(right) else None
        fall = down[index] if index < len(down) else 0.0
        if step is None:
            step = 0.0 if fall else usual
        width = min(step, 1.1 * em) if step > 0 and not fall else usual
        left, baseline = transform.apply(x, y)
        yield Character(
            text=character,
            x0=left,
            x1=left + width * reach,
            baseline=baseline,
            size=size * transform.scale,
            angle=transform.angle,
        )
        x += step
        y += fall


def _glyph_positions(element: Element) -> frozenset[int]:
    """Positions of characters that a CGTransform shows by glyph numbers."""
    positions: set[int] = set()
    for mapping in element:
        if local(mapping) != "CGTransform":
            continue
        glyphs = sum(len(numbers(one.text)) for one in children(mapping, "Glyphs"))
        first = int(to_number(mapping.get("CodePosition"), 0.0) or 0)
        count = int(to_number(mapping.get("CodeCount"), 0.0) or 0) or 1
        if glyphs and first >= 0:
            positions.update(range(first, first + min(count, glyphs)))
    return frozenset(positions)
