"""The content of a page -> what is drawn, in the order in which it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.readers.ofd.colours import is_faint, is_on, is_opaque, is_white, paint
from generator.readers.ofd.geometry import UNMOVED, Affine, Box, to_affine, to_box
from generator.readers.ofd.package import Element, child, children, local
from generator.readers.ofd.paths import Segment, read_path
from generator.readers.ofd.resources import Resources
from generator.readers.ofd.text_objects import Character, read_text_object

DEEPEST = 32
_LAYERS = {"Background": 0, "Body": 1, "Foreground": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnText:
    """A text object.

    Attributes:
        characters: with their places.
        nameless: glyphs without a character code.
        placeholders: characters that only stand for such glyphs.
        hidden: Chinese: why nobody sees it; empty where it is seen.
        white: painted white: seen only where something darker is below it.
    """

    characters: tuple[Character, ...]
    nameless: int = 0
    placeholders: str = ""
    hidden: str = ""
    white: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArea:
    """A filled upright rectangle or a picture.

    Attributes:
        box: on the page.
        opaque: nothing below it is seen.
        white: as the paper.
        picture: ResourceID of a picture; empty for a rectangle.
    """

    box: Box
    opaque: bool
    white: bool = False
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLines:
    """Straight lines that a reader sees."""

    segments: tuple[Segment, ...]


class DrawnUnit:
    """A composite unit begins: told, because units that hold units grow fast and draw nothing by themselves."""


Drawn = DrawnText | DrawnArea | DrawnLines | DrawnUnit


class TooDeepError(Exception):
    """Objects inside objects beyond any that is written in earnest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What holds for the objects inside a layer or a composite object."""

    resources: Resources
    transform: Affine = UNMOVED
    parameter: str | None = None
    hidden: str = ""
    depth: int = 0


def draw_content(root: Element, resources: Resources) -> Iterator[Drawn]:
    """What a Page or template part draws, lowest first.

    Raises:
        TooDeepError: composite objects that hold one another.
    """
    around = _Around(resources=resources)
    for content in children(root, "Content"):
        ordered = sorted(content, key=lambda one: _LAYERS.get(one.get("Type") or "Body", 1))
        for layer in ordered:
            if local(layer) == "Layer":
                inside = replace(around, parameter=layer.get("DrawParam"), hidden=_hidden(layer, around))
                yield from _draw(layer, inside)
            else:
                yield from _draw_one(layer, around)


def _draw(parent: Element, around: _Around) -> Iterator[Drawn]:
    if around.depth > DEEPEST:
        raise TooDeepError
    for element in parent:
        yield from _draw_one(element, around)


def _draw_one(element: Element, around: _Around) -> Iterator[Drawn]:
    name = local(element)
    if name == "TextObject":
        yield _draw_text(element, around)
    elif name == "PathObject":
        yield from _draw_path(element, around)
    elif name == "ImageObject":
        yield from _draw_image(element, around)
    elif name == "PageBlock":
        yield from _draw(element, replace(around, hidden=_hidden(element, around), depth=around.depth + 1))
    elif name == "CompositeObject":
        unit = around.resources.units.get((element.get("ResourceID") or "").strip())
        content = child(unit, "Content")
        if content is not None:
            yield DrawnUnit()
            inside = replace(
                around, transform=_place(element, around), hidden=_hidden(element, around), depth=around.depth + 1
            )
            yield from _draw(content, inside)


def _place(element: Element, around: _Around) -> Affine:
    """From the object's own coordinates to the page's: its CTM, then its box, then what it stands in."""
    box = to_box(element.get("Boundary"))
    moved = Affine(e=box.x, f=box.y) if box is not None else Affine()
    return around.transform.after(moved.after(to_affine(element.get("CTM"))))


def _hidden(element: Element, around: _Around) -> str:
    if around.hidden:
        return around.hidden
    if not is_on(element.get("Visible"), default=True):
        return "设为不可见"
    return "全透明" if is_faint(element, None) else ""


def _draw_text(element: Element, around: _Around) -> DrawnText:
    filled = is_on(element.get("Fill"), default=True)
    stroked = is_on(element.get("Stroke"), default=False)
    colour = paint(element, "FillColor" if filled else "StrokeColor", around.resources, around.parameter)
    hidden = _hidden(element, around)
    if not hidden and not filled and not stroked:
        hidden = "不填充也不描边"
    if not hidden and is_faint(element, colour):
        hidden = "全透明"
    read = read_text_object(element, _place(element, around))
    outlined = stroked and not is_white(
        paint(element, "StrokeColor", around.resources, around.parameter), around.resources
    )
    white = is_white(colour, around.resources) and not outlined
    return DrawnText(
        characters=read.characters,
        nameless=read.nameless,
        placeholders=read.placeholders,
        hidden=hidden,
        white=white,
    )


def _draw_path(element: Element, around: _Around) -> Iterator[Drawn]:
    if _hidden(element, around):
        return
    shape = read_path(element, _place(element, around))
    fill = paint(element, "FillColor", around.resources, around.parameter)
    stroke = paint(element, "StrokeColor", around.resources, around.parameter)
    filled = is_on(element.get("Fill"), default=False) and not is_faint(element, fill)
    if filled and shape.rectangle is not None and not shape.thin:
        plain = _is_plain(element) and (fill is None or fill.get("Value") is not None)
        yield DrawnArea(
            box=shape.rectangle,
            opaque=plain and is_opaque(element, fill),
            white=is_white(fill, around.resources),
        )
    stroked = is_on(element.get("Stroke"), default=True) and not is_white(stroke, around.resources)
    if stroked or (filled and shape.thin and not is_white(fill, around.resources)):
        yield DrawnLines(segments=shape.segments)


def _draw_image(element: Element, around: _Around) -> Iterator[Drawn]:
    box = to_box(element.get("Boundary"))
    if box is None or _hidden(element, around):
        return
    # The picture is the unit square as its CTM places it; the box only bounds it (GB/T 33190-2016, 10).
    if element.get("CTM"):
        place, right, bottom = _place(element, around), 1.0, 1.0
    else:
        place, right, bottom = around.transform.after(Affine(e=box.x, f=box.y)), box.width, box.height
    corners = [place.apply(x, y) for x in (0.0, right) for y in (0.0, bottom)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
    yield DrawnArea(
        box=Box(x=left, y=top, width=right - left, height=bottom - top),
        opaque=_is_plain(element) and is_opaque(element, None) and element.get("ImageMask") is None,
        picture=(element.get("ResourceID") or "?").strip(),
    )


def _is_plain(element: Element) -> bool:
    """Painted as a whole over what is below: neither cut out nor blended with it."""
    return child(element, "Clips") is None and (element.get("BlendMode") or "Normal") == "Normal"
