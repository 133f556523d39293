"""Which of the drawn characters a reader sees: what lies over them, what below, and whether they are on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.readers.ofd.drawing import Drawn, DrawnArea, DrawnText
from generator.readers.ofd.geometry import POINTS, Box
from generator.readers.ofd.text_objects import Character

_MARGIN = 2.0  # mm: text that stands out of the paper by less is an uneven setting
_SMALLEST = 1.0 / POINTS  # mm: type of one point cannot be read
_BAND = 10.0  # mm


@dataclass(slots=True)
class Seen:
    """Characters of a page.

    Attributes:
        shown: what a reader sees, in the order in which it is drawn.
        hidden: Chinese reason -> the other non-blank characters.
    """

    shown: list[Character] = field(default_factory=list)
    hidden: dict[str, list[str]] = field(default_factory=dict)

    def hide(self, why: str, character: Character) -> None:
        """Leave a character out; a blank one is not worth a word."""
        if character.text.strip():
            self.hidden.setdefault(why, []).append(character.text)


def look_at(drawn: Sequence[Drawn], paper: Box, is_solid: Callable[[str], bool]) -> Seen:
    """Sort the characters of a page into shown and hidden.

    Args:
        drawn: everything, lowest first.
        paper: the page.
        is_solid: whether the picture of a ResourceID has no transparent parts.
    """
    areas = _Areas(drawn)
    seen = Seen()
    unseen: list[tuple[str, Character]] = []
    for order, one in enumerate(drawn):
        if not isinstance(one, DrawnText):
            continue
        for character in one.characters:
            why = one.hidden or _why_hidden(character, order, white=one.white, areas=areas, paper=paper, solid=is_solid)
            if why:
                unseen.append((why, character))
            else:
                seen.shown.append(character)
    drawn_again = {_spot(character) for character in seen.shown} if unseen else set()
    for why, character in unseen:
        # The same character is seen at the same place (a shadow, a layer drawn twice): nothing is hidden by it.
        if _spot(character) in drawn_again:
            seen.shown.append(character)
        else:
            seen.hide(why, character)
    return seen


def _spot(character: Character) -> tuple[str, int, int]:
    return character.text, round(character.x0), round(character.baseline)


def _why_hidden(
    character: Character, order: int, *, white: bool, areas: _Areas, paper: Box, solid: Callable[[str], bool]
) -> str:
    x, y = character.middle
    if not paper.holds(x, y, _MARGIN):
        return "在版面以外"
    if character.size < _SMALLEST:
        return "字号小于 1 磅"
    beneath = areas.at(x, y)
    if any(place > order and area.opaque and (not area.picture or solid(area.picture)) for place, area in beneath):
        return "被色块或图片盖住"
    if white and not any(place < order and not area.white for place, area in beneath):
        return "白色"
    return ""


class _Areas:
    """Filled areas by bands of the page, so that a character meets only those near it."""

    def __init__(self, drawn: Sequence[Drawn]) -> None:
        self._bands: dict[int, list[tuple[int, DrawnArea]]] = {}
        for order, one in enumerate(drawn):
            if isinstance(one, DrawnArea):
                first, last = int(one.box.y // _BAND), int((one.box.y + one.box.height) // _BAND)
                for band in range(max(first, -1), min(last, 1000) + 1):
                    self._bands.setdefault(band, []).append((order, one))

    def at(self, x: float, y: float) -> list[tuple[int, DrawnArea]]:
        """Areas over a point, with their places in the drawing order."""
        return [(order, area) for order, area in self._bands.get(int(y // _BAND), ()) if area.box.holds(x, y)]
