"""The pages of all documents of a file -> placed characters, and everything that is to be told of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from generator.model.text import Reference, ReferenceKind
from generator.readers.limits import Limits
from generator.readers.ofd.drawing import Drawn, DrawnArea, DrawnLines, DrawnText, DrawnUnit, draw_content
from generator.readers.ofd.geometry import POINTS, Box
from generator.readers.ofd.inventory import Inventory
from generator.readers.ofd.package import Element, Package, child, children
from generator.readers.ofd.paths import straight
from generator.readers.ofd.pictures import is_solid
from generator.readers.ofd.resources import Resources, load_resources
from generator.readers.ofd.structure import Body, page_box, used_templates
from generator.readers.ofd.text_objects import Character
from generator.readers.ofd.visibility import look_at
from generator.readers.page_lines import Page, Rule, Run

_MOST_OBJECTS = 3_000_000  # of a file; a page of small print has some 5,000
_MOST_UNITS = 50_000  # composite objects of a file: ten times ten times ten of them need no room in the file
_MOST_RULES = 20_000  # of a page


class TooMuchError(Exception):
    """More is drawn than any document needs; the text says how much, in Chinese."""


@dataclass(slots=True)
class Told:
    """What was met while the pages were drawn.

    Attributes:
        objects: drawn objects.
        units: places where composite units are drawn.
        placed: characters of them.
        characters: non-blank characters of all pages, by the simple count.
        hidden: (page, reason) -> non-blank characters that a reader does not see.
        nameless: page -> glyphs without character code.
        placeholders: characters that only stand for such glyphs.
        pictures: in order.
    """

    objects: int = 0
    units: int = 0
    placed: int = 0
    characters: Counter[str] = field(default_factory=Counter)
    hidden: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    nameless: Counter[int] = field(default_factory=Counter)
    placeholders: Counter[str] = field(default_factory=Counter)
    pictures: list[Reference] = field(default_factory=list)


def draw_pages(package: Package, bodies: tuple[Body, ...], limits: Limits, told: Told) -> Iterator[Page]:
    """Draw page after page.

    Args:
        package: the container; what is missing is noted there.
        bodies: the documents, their pages counted on.
        limits: ``characters`` counts.
        told: filled while the pages are taken.

    Raises:
        TooMuchError: too many objects or characters.
        TooDeepError: composite objects that hold one another.
    """
    number = 0
    for body in bodies:
        resources = load_resources(package, body.resources)
        for name in body.pages:
            number += 1
            root = package.part(name, f"第 {number} 页") if name else None
            if root is not None:
                own = [found for one in children(root, "PageRes") if (found := package.locate(name, one.text))]
                mine = load_resources(package, own, resources) if own else resources
                layers = _layers(package, body, root)
                drawn = list(_draw(layers, mine, limits, told))
                for layer in layers:
                    told.characters += Inventory(mine).count(layer)
                _tell_rest(drawn, number, told)
                paper = page_box(child(root, "Area")) or body.box
                seen = look_at(drawn, paper, partial(_is_solid, package, mine))
                for why, characters in seen.hidden.items():
                    told.hidden.setdefault((number, why), []).extend(characters)
                yield _to_points(number, paper, seen.shown, drawn)


def _layers(package: Package, body: Body, root: Element) -> tuple[Element, ...]:
    """The page and the templates that it stands on, lowest first."""
    below: list[Element] = []
    above: list[Element] = []
    for template in used_templates(package, body, root):
        drawing = package.part(template.name, "模板页")
        if drawing is not None:
            (above if template.above else below).append(drawing)
    return (*below, root, *above)


def _draw(layers: tuple[Element, ...], resources: Resources, limits: Limits, told: Told) -> Iterator[Drawn]:
    for layer in layers:
        for one in draw_content(layer, resources):
            _count(one, told, limits)
            yield one


def _to_points(number: int, paper: Box, shown: list[Character], drawn: list[Drawn]) -> Page:
    return Page(
        number=number,
        width=paper.width * POINTS,
        height=paper.height * POINTS,
        runs=tuple(
            Run(
                text=one.text,
                x0=(one.x0 - paper.x) * POINTS,
                x1=(one.x1 - paper.x) * POINTS,
                baseline=(one.baseline - paper.y) * POINTS,
                size=one.size * POINTS,
                angle=one.angle,
            )
            for one in shown
        ),
        rules=tuple(_rules(drawn, paper)),
    )


def _count(one: Drawn, told: Told, limits: Limits) -> None:
    told.objects += 1
    if told.objects > _MOST_OBJECTS:
        raise TooMuchError(f"图形对象超过 {_MOST_OBJECTS:,} 个")
    if isinstance(one, DrawnUnit):
        told.units += 1
        if told.units > _MOST_UNITS:
            raise TooMuchError(f"组合图元超过 {_MOST_UNITS:,} 处")
    if isinstance(one, DrawnText):
        told.placed += len(one.characters)
        if told.placed > limits.characters:
            raise TooMuchError(f"超过 {limits.characters:,} 字")


def _tell_rest(drawn: list[Drawn], number: int, told: Told) -> None:
    pictures = 0
    for one in drawn:
        if isinstance(one, DrawnText) and one.nameless:
            told.nameless[number] += one.nameless
            told.placeholders.update(one.placeholders)
        elif isinstance(one, DrawnArea) and one.picture:
            pictures += 1
            told.pictures.append(Reference(kind=ReferenceKind.IMAGE, name=f"第{number}页图片{pictures}"))


def _rules(drawn: list[Drawn], paper: Box) -> Iterator[Rule]:
    count = 0
    for one in drawn:
        for segment in one.segments if isinstance(one, DrawnLines) else ():
            placed = straight(segment)
            if placed is None:
                continue
            count += 1
            if count > _MOST_RULES:
                return
            (x0, y0), (x1, y1) = placed
            yield Rule(
                x0=(x0 - paper.x) * POINTS,
                y0=(y0 - paper.y) * POINTS,
                x1=(x1 - paper.x) * POINTS,
                y1=(y1 - paper.y) * POINTS,
            )


def _is_solid(package: Package, resources: Resources, resource: str) -> bool:
    name = resources.media.get(resource)
    return name is not None and is_solid(package.head(name))
