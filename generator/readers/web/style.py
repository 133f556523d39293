"""Presentation of one element, from its attributes: what hides text, how large it is, how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from lxml import etree

from generator.model.text import Alignment
from generator.readers.web.elements import HEADING_SCALES

USUAL_PIXELS = 16.0  # what browsers take where nothing is said
_UNREADABLE_PIXELS = 2.0
_POINT = 4 / 3  # CSS: 96 pixels are 72 points
_UNITS = {"px": 1.0, "pt": _POINT, "pc": 16.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "in": 96.0}
_FONT_SIZES = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
_KEYWORDS = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
}
_LENGTH = re.compile(r"(\d*\.?\d+)\s*(px|pt|pc|cm|mm|in|em|rem|%)?")
_ALIGNMENTS = {"center": Alignment.CENTRE, "right": Alignment.RIGHT, "left": Alignment.LEFT, "justify": Alignment.LEFT}
_WHITE = re.compile(r"white|#fff(?:fff)?|rgba?\(255,255,255(?:,[\d.]+)?\)|rgba\(\d+,\d+,\d+,0(?:\.0+)?\)|transparent")
_CLEAR = re.compile(r"(?:transparent|none|inherit|initial|unset|rgba\(\d+,\d+,\d+,0\)|0%?|\s|repeat|scroll)*")
_ZERO = re.compile(r"-?0*\.?0*(?:px|pt|em|%)?")
_BRACE = re.compile(r"[{}]")
_SHEET_CHARACTERS = 200_000
_TELLING = ("style", "align", "color", "bgcolor", "background", "size", "hidden", "open")
_SPEAKING_TAGS = frozenset({*HEADING_SCALES, "b", "strong", "th", "center", "table", "dialog"})
_SIMPLE_SELECTOR = re.compile(r"\s*(?:[a-z0-9]*)([.#])([\w-]+)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How text is shown; children inherit it.

    Attributes:
        pixels: type size.
        alignment: of its block.
        bold: strong type.
        white: the type is white or clear.
        white_ground: nothing darker was laid under it, as far as the page itself says.
        hidden: not shown at all, whatever its children say.
        invisible: ``visibility: hidden``, which a child may lift.
        preserves: white space is kept.
        blocks: an inline element that is shown as a block.
    """

    pixels: float = USUAL_PIXELS
    alignment: Alignment = Alignment.UNKNOWN
    bold: bool = False
    white: bool = False
    white_ground: bool = True
    hidden: bool = False
    invisible: bool = False
    preserves: bool = False
    blocks: bool = False

    @property
    def unseen(self) -> bool:
        """No reader of the page sees this text."""
        return self.hidden or self.invisible or self.pixels < _UNREADABLE_PIXELS or (self.white and self.white_ground)


_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


def read_attributes(element: etree._Element) -> Mapping[str, str]:
    """An element's attributes, names in lower case."""
    if not len(element.attrib):
        return _NO_ATTRIBUTES
    return {str(name).lower(): str(value) for name, value in element.attrib.items()}


def hidden_names(sheet: str) -> frozenset[str]:
    """``.class`` and ``#id`` that a style sheet in the page itself hides (rules under conditions aside)."""
    found: set[str] = set()
    for selectors, body in _rules(sheet[:_SHEET_CHARACTERS]):
        declared = _declarations(body)
        if _hides(declared) or declared.get("visibility") == "hidden":
            simple = (_SIMPLE_SELECTOR.fullmatch(one) for one in selectors.split(","))
            found.update(one.group(1) + one.group(2) for one in simple if one)
    return frozenset(found)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of the rules that hold without a condition: not those inside ``@media``."""
    depth, last, selectors = 0, 0, ""
    for brace in _BRACE.finditer(sheet):
        piece = sheet[last : brace.start()]
        last = brace.end()
        if brace.group() == "{":
            depth += 1
            selectors = piece.rpartition("*/")[2] if depth == 1 else "@"
        else:
            if depth == 1 and "@" not in selectors:
                yield selectors, piece
            depth = max(depth - 1, 0)


def read_look(tag: str, attributes: Mapping[str, str], outer: Look, hidden: frozenset[str] = frozenset()) -> Look:
    """The look of an element inside ``outer``.

    Args:
        tag: lower case.
        attributes: as the page has them, names in lower case.
        outer: the look of its parent.
        hidden: names that the page's own style sheet hides.
    """
    telling = tuple((name, attributes[name]) for name in _TELLING if name in attributes) if attributes else ()
    if hidden and not outer.hidden:
        names = {"#" + attributes.get("id", ""), *("." + name for name in attributes.get("class", "").split())}
        if names & hidden:
            return replace(_look(tag, telling, outer), hidden=True)
    if not telling and tag not in _SPEAKING_TAGS and not outer.blocks:
        return outer
    return _look(tag, telling, outer)


@lru_cache(maxsize=8192)  # editors write the same style on every run of characters
def _look(tag: str, telling: tuple[tuple[str, str], ...], outer: Look) -> Look:
    look = replace(outer, blocks=False)
    attributes = dict(telling)
    if tag in HEADING_SCALES:
        look = replace(look, pixels=outer.pixels * HEADING_SCALES[tag], bold=True)
    elif tag in {"b", "strong", "th"}:
        look = replace(look, bold=True)
    elif tag == "center":
        look = replace(look, alignment=Alignment.CENTRE)
    elif tag == "table":  # a table does not inherit how the block around it stands
        look = replace(look, alignment=Alignment.UNKNOWN)
    declared = _declarations(attributes.get("style", ""))
    look = _typed(_coloured(look, attributes, declared), tag, attributes, declared, outer)
    alignment = _ALIGNMENTS.get(declared.get("text-align", "") or attributes.get("align", "").strip().lower())
    if alignment is not None and tag not in {"table", "img"}:
        look = replace(look, alignment=alignment)
    visibility = declared.get("visibility", "")
    if visibility:
        look = replace(look, invisible=visibility in {"hidden", "collapse"})
    gone = "hidden" in attributes or _hides(declared) or (tag == "dialog" and "open" not in attributes)
    return replace(
        look,
        hidden=look.hidden or gone,
        preserves=declared.get("white-space", "").startswith("pre") or look.preserves,
        blocks=declared.get("display", "") in {"block", "table", "flex", "list-item"},
    )


def _typed(look: Look, tag: str, attributes: Mapping[str, str], declared: Mapping[str, str], outer: Look) -> Look:
    """Type size and weight."""
    size = declared.get("font-size", "")
    if size:
        look = replace(look, pixels=_pixels(size, outer.pixels))
    elif tag == "font":
        look = replace(look, pixels=_FONT_SIZES.get(attributes.get("size", "").strip(), look.pixels))
    weight = declared.get("font-weight", "")
    if weight in {"bold", "bolder", "600", "700", "800", "900"}:
        return replace(look, bold=True)
    return replace(look, bold=False) if weight in {"normal", "400"} else look


def _coloured(look: Look, attributes: Mapping[str, str], declared: Mapping[str, str]) -> Look:
    colour = declared.get("color", "") or attributes.get("color", "").strip().lower()
    if colour:
        look = replace(look, white=_WHITE.fullmatch(colour.replace(" ", "")) is not None)
    ground = (
        declared.get("background-color", "") or declared.get("background", "") or attributes.get("bgcolor", "").lower()
    )
    if attributes.get("background") or "url(" in declared.get("background-image", ""):
        return replace(look, white_ground=False)
    compact = ground.replace(" ", "")
    if compact and not _CLEAR.fullmatch(compact):
        look = replace(look, white_ground=_WHITE.match(compact) is not None)
    return look


def _hides(declared: Mapping[str, str]) -> bool:
    """Not shown, whatever is inside: no display, no height or width, no opacity, off the page."""
    if declared.get("display") == "none":
        return True
    if declared.get("opacity") and _ZERO.fullmatch(declared["opacity"]):
        return True
    if declared.get("overflow") == "hidden" and any(
        declared.get(name) and _ZERO.fullmatch(declared[name]) for name in ("height", "width", "max-height")
    ):
        return True
    if declared.get("position") in {"absolute", "fixed"} and any(
        re.match(r"-\d{3,}", declared.get(name, "")) for name in ("left", "top", "margin-left")
    ):
        return True
    return re.match(r"-\d{3,}", declared.get("text-indent", "")) is not None


def _declarations(style: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for piece in style[:4000].split(";"):
        name, colon, value = piece.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def _pixels(size: str, outer: float) -> float:
    if size in _KEYWORDS:
        return _KEYWORDS[size]
    if size in {"larger", "smaller"}:
        return outer * (1.2 if size == "larger" else 1 / 1.2)
    match = _LENGTH.fullmatch(size)
    if match is None:
        return outer
    number, unit = float(match.group(1)), match.group(2) or ""
    if unit in {"em", "%"}:
        return outer * (number if unit == "em" else number / 100)
    if unit == "rem":
        return number * USUAL_PIXELS
    if not unit and number:
        return outer  # a number without a unit is no length in CSS
    return number * _UNITS.get(unit, 1.0)
