"""Drawings: text boxes, words drawn as pictures, images, charts; found in both drawing languages (DrawingML, VML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from generator.readers.word.names import (
    attribute,
    child,
    chosen_branch,
    descendants,
    name_of,
    relation_id,
    whole_number,
)
from generator.readers.word.pieces import Piece, PieceKind, Tally

_PAGE_WIDTH = 11_906 * 635  # EMU of A4 (twentieths of a point times 635); wider paper only lets more through
_PAGE_HEIGHT = 16_838 * 635
_FAR = 2  # pages: what is that far from its anchor lies on no sheet
_PATH = re.compile(r"[\\/]|^[A-Za-z]:|\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|webp)$", re.IGNORECASE)
# With a unit only: within a group the numbers are the group's own.  Where a side is said in words, its number is old.
_VML_SAID = re.compile(r"mso-position-(horizontal|vertical):(?!absolute)")
_VML_SIDES = {"horizontal": "margin-left", "vertical": "margin-top"}
_VML_OFFSET = re.compile(r"(margin-left|margin-top):(-?\d+(?:\.\d+)?)(pt|in|cm|mm|px)")
_VML_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
_VML_FAR = 1_700  # points: two A4 pages


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What is known of a drawing before its content is met."""

    alternative: str = ""
    hidden: bool = False
    shaded: bool = False


def read_drawing(element: etree._Element, tally: Tally) -> Iterator[Piece]:
    """The text boxes and images of a ``w:drawing``, ``w:pict`` or ``w:object``, in order.

    Text boxes that no sheet shows (far outside the page, or switched off) are counted as hidden.
    """
    yield from _walk(element, _Frame(), tally)


def _walk(element: etree._Element, frame: _Frame, tally: Tally) -> Iterator[Piece]:
    name = name_of(element)
    if name == "mc:AlternateContent":
        branch = chosen_branch(element)
        yield from () if branch is None else _inside(branch, frame, tally)
    elif name == "w:txbxContent":
        if frame.hidden:
            tally.hide_all(element)
        else:
            yield Piece(kind=PieceKind.BOX, element=element, shaded=frame.shaded)
    elif name == "v:textpath":
        yield from _drawn_words(element, frame, tally)
    elif name in {"a:blip", "v:imagedata"}:
        tally.images += 1
        yield Piece(kind=PieceKind.IMAGE, text=_caption(frame.alternative), uri=_address(element))
    elif name in {"c:chart", "dgm:relIds"}:
        tally.graphics += 1
    else:
        yield from _inside(element, _frame(element, name, frame, tally), tally)


def _inside(element: etree._Element, frame: _Frame, tally: Tally) -> Iterator[Piece]:
    for one in element:
        if isinstance(one.tag, str):
            yield from _walk(one, frame, tally)


def _frame(element: etree._Element, name: str, frame: _Frame, tally: Tally) -> _Frame:
    """What an element around the content says of it."""
    if name in {"wp:anchor", "wp:inline"}:
        properties = child(element, "wp:docPr")
        words = _alternatives(properties, tally)
        hidden = attribute(properties, "hidden").lower() in {"1", "true"} or _off_page(element)
        return replace(frame, alternative=words or frame.alternative, hidden=frame.hidden or hidden)
    if name in {"wps:wsp", "wpg:wgp", "wpg:grpSp"}:
        words = _alternatives(child(element, "wps:cNvPr"), tally)
        fill = child(element, "wps:spPr", "a:solidFill")
        shaded = fill is not None and not _white_fill(fill)
        return replace(frame, alternative=words or frame.alternative, shaded=frame.shaded or shaded)
    if element.tag.startswith("{urn:schemas-microsoft-com:vml}"):
        return _vml_frame(element, frame, tally)
    return frame


def _vml_frame(element: etree._Element, frame: _Frame, tally: Tally) -> _Frame:
    words = element.get("alt") or ""
    tally.beside += [words] if words else []
    style = (element.get("style") or "").lower().replace(" ", "")
    said = {_VML_SIDES[way] for way in _VML_SAID.findall(style)}
    far = any(
        side not in said and abs(float(number)) * _VML_POINTS[unit] > _VML_FAR
        for side, number, unit in _VML_OFFSET.findall(style)
    )
    colour = (element.get("fillcolor") or "").lower()
    shaded = element.get("filled") not in {"f", "false"} and colour not in {"", "white", "#fff", "#ffffff", "window"}
    return replace(
        frame,
        alternative=words or frame.alternative,
        hidden=frame.hidden or "visibility:hidden" in style or ("position:absolute" in style and far),
        shaded=frame.shaded or shaded,
    )


def _drawn_words(element: etree._Element, frame: _Frame, tally: Tally) -> Iterator[Piece]:
    words = element.get("string") or ""
    if words.strip() and not frame.hidden:
        yield Piece(kind=PieceKind.BOX, text=words)
    elif words.strip():
        tally.hide(words)


def _alternatives(properties: etree._Element | None, tally: Tally) -> str:
    found = [words for name in ("descr", "title") if (words := attribute(properties, name))]
    tally.beside += found
    return found[0] if found else ""


def _off_page(anchor: etree._Element) -> bool:
    """The drawing lies wholly outside the sheet, so that only a copy of the file shows it."""
    extent = child(anchor, "wp:extent")
    sides = (("wp:positionH", "cx", _PAGE_WIDTH), ("wp:positionV", "cy", _PAGE_HEIGHT))
    for name, side, page in sides:
        position = child(anchor, name)
        offset = child(position, "wp:posOffset")
        if position is None or offset is None:
            continue
        start = whole_number((offset.text or "").strip())
        end = start + whole_number(attribute(extent, side))
        if attribute(position, "relativeFrom") == "page" and (end <= 0 or start >= _FAR * page):
            return True
        if end < -_FAR * page / 2 or start > _FAR * page:
            return True
    return False


def _white_fill(fill: etree._Element) -> bool:
    colours = list(descendants(fill, "a:srgbClr", "a:schemeClr"))
    if not colours:
        return False
    return attribute(colours[0], "val").lower() in {"ffffff", "bg1", "lt1"}


def _caption(alternative: str) -> str:
    """The alternative text, where it is one; many programs put the file's path on somebody's disk there."""
    words = " ".join(alternative.split())
    return "" if _PATH.search(words) or len(words) > 200 else words


def _address(element: etree._Element) -> str:
    """Relationship of an image that is not in the file, or empty."""
    return relation_id(element, "link") or relation_id(element, "href")
