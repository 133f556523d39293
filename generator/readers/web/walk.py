"""Element tree -> the page's lines, as a browser would set them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.readers.web.elements import BLOCKS, NOT_TEXT, PREFORMATTED, container_rank, is_title_element
from generator.readers.web.grid import Grid
from generator.readers.web.line_maker import LineMaker
from generator.readers.web.list_numbers import ListNumbers
from generator.readers.web.page import HiddenPiece, Link, PageBlock, Picture, RawCell, WebPage
from generator.readers.web.style import Look, hidden_names, read_attributes, read_look

_DATA_CHARACTERS = 4000  # of an address or a name: more is data in disguise
_SMALL_PIXELS = 30
_PLAIN = frozenset({"span", "font", "i", "u", "em", "small", "big", "sup", "sub", "o:p"})  # alone they change nothing
_ICON = re.compile(
    r"filetypeimages|icon_|/ico/|sendmail|/print\.|/close\.|openpage\.gif|save\.gif|qrcode|erweima|ewm", re.IGNORECASE
)


class TooMuchTextError(Exception):
    """The page has more lines or characters than the limits allow."""


@dataclass(slots=True, kw_only=True)
class _Frame:
    """What holds inside one open element."""

    tag: str
    look: Look
    text: bool  # its characters are text of the page
    block: int  # number of the innermost block
    is_block: bool
    cell: RawCell | None
    grid: Grid | None
    numbers: ListNumbers | None
    preserves: bool
    containers: tuple[int, ...]  # numbers of the blocks around it that may hold an article
    link: list[str] | None  # words of the open link
    link_number: int  # its place in the list of links
    hides: list[str] | None  # where hidden text of the outermost hidden element goes


@dataclass(slots=True, kw_only=True)
class _Walk:
    maker: LineMaker
    hidden_style: frozenset[str]
    blocks: list[PageBlock] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    hidden: list[HiddenPiece] = field(default_factory=list)
    bounds: list[tuple[str, int]] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)


def walk_page(root: etree._Element, most_lines: int, most_characters: int) -> WebPage:
    """Read a tree's text.

    Args:
        root: of the page.
        most_lines: lines it may have.
        most_characters: characters its lines may have together.

    Raises:
        TooMuchTextError: it has more.
    """
    sheets = "".join(style.text or "" for style in root.iter("style"))
    maker = LineMaker(most_lines=most_lines, most_characters=most_characters)
    walk = _Walk(maker=maker, hidden_style=hidden_names(sheets) if sheets else frozenset())
    outside = _Frame(
        tag="",
        look=Look(),
        text=True,
        block=-1,
        is_block=True,
        cell=None,
        grid=None,
        numbers=None,
        preserves=False,
        containers=(),
        link=None,
        link_number=-1,
        hides=None,
    )
    walk.frames.append(outside)
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            _open(walk, element)
            _characters(walk, element.text)
        else:
            if event == "end":
                _close(walk)
            elif event == "comment":
                walk.bounds.append(((element.text or "")[:200].strip(), len(maker.lines)))
            if element is not root:
                _characters(walk, element.tail)
        if maker.overflow:
            raise TooMuchTextError
    maker.end_line()
    return WebPage(
        lines=tuple(maker.lines),
        blocks=tuple(walk.blocks),
        links=tuple(walk.links),
        pictures=tuple(walk.pictures),
        hidden=tuple(walk.hidden),
        bounds=tuple(walk.bounds),
        generated=maker.generated,
    )


def _open(walk: _Walk, element: etree._Element) -> None:
    outer = walk.frames[-1]
    tag = element.tag.lower()
    attributes = read_attributes(element)
    look = read_look(tag, attributes, outer.look, walk.hidden_style)
    text = outer.text and tag not in NOT_TEXT
    if look is outer.look and text == outer.text and not attributes and tag in _PLAIN:
        walk.frames.append(outer)
        return
    hides = outer.hides
    if text and look.unseen and not outer.look.unseen:
        hides = []
    elif not look.unseen:
        hides = None
    frame = _Frame(
        tag=tag,
        look=look,
        text=text,
        block=outer.block,
        is_block=False,
        cell=outer.cell,
        grid=outer.grid,
        numbers=outer.numbers,
        preserves=outer.preserves or tag in PREFORMATTED or look.preserves,
        containers=outer.containers,
        link=outer.link,
        link_number=outer.link_number,
        hides=hides,
    )
    classes = attributes["class"].split()[:20] if "class" in attributes else []
    identifier = attributes.get("id", "")
    rank = container_rank(tag, identifier, classes)
    if tag in BLOCKS or rank == 2 or look.blocks:
        _open_block(walk, frame, outer, attributes, rank, is_title_element(tag, identifier, classes))
    elif tag == "br":
        walk.maker.end_line(broken=text and not look.unseen)
    elif tag == "a" and text and not look.unseen and attributes.get("href"):
        _open_link(walk, frame, attributes)
    elif tag == "img" and outer.text and not look.unseen:
        _picture(walk, outer, attributes)
    elif tag == "meta" and attributes.get("name"):
        walk.bounds.append((attributes["name"], len(walk.maker.lines)))
    walk.frames.append(frame)


def _open_link(walk: _Walk, frame: _Frame, attributes: Mapping[str, str]) -> None:
    frame.link = []
    frame.link_number = len(walk.links)
    words = " ".join(attributes.get("title", "")[:_DATA_CHARACTERS].split())
    href = attributes["href"][:_DATA_CHARACTERS].strip()
    walk.links.append(Link(href=href, text=words, line=len(walk.maker.lines), containers=frame.containers))


def _open_block(
    walk: _Walk, frame: _Frame, outer: _Frame, attributes: Mapping[str, str], rank: int, titled: bool
) -> None:
    walk.maker.end_line()
    frame.is_block = True
    number = len(walk.blocks)
    walk.blocks.append(
        PageBlock(
            index=number,
            parent=outer.block,
            tag=frame.tag,
            rank=rank,
            titled=titled,
            first=len(walk.maker.lines),
        )
    )
    frame.block = number
    if rank:
        frame.containers = (*outer.containers, number)
    if frame.tag == "table":
        frame.grid, frame.cell = Grid(number), None
    elif frame.tag == "tr" and frame.grid is not None:
        frame.grid.open_row()
    elif frame.tag in {"td", "th"} and frame.grid is not None:
        frame.cell = frame.grid.place(frame.tag, attributes, number)
    elif frame.tag in {"ol", "ul"}:
        frame.numbers = ListNumbers.of(frame.tag, attributes)
    elif frame.tag == "li" and frame.numbers is not None and frame.text and not frame.look.unseen:
        walk.maker.promise(frame.numbers.next(attributes))


def _close(walk: _Walk) -> None:
    frame = walk.frames.pop()
    outer = walk.frames[-1]
    if frame is outer:
        return
    if frame.hides is not None and frame.hides is not outer.hides:
        piece = "".join(frame.hides)
        if piece.strip():
            walk.hidden.append(HiddenPiece(text=piece, line=len(walk.maker.lines), containers=frame.containers))
    if frame.link is not None and frame.link is not outer.link:
        words = " ".join("".join(frame.link).split())[:_DATA_CHARACTERS]
        if words:
            walk.links[frame.link_number] = replace(walk.links[frame.link_number], text=words)
    if not frame.is_block:
        return
    walk.maker.end_line()
    if frame.tag == "li":
        walk.maker.promise("")
    block = walk.blocks[frame.block]
    block.end = len(walk.maker.lines)
    if block.end == block.first and not block.rank and frame.block == len(walk.blocks) - 1:
        walk.blocks.pop()  # nothing in it: no one will ask for it


def _picture(walk: _Walk, outer: _Frame, attributes: Mapping[str, str]) -> None:
    source = attributes.get("src", "")[:_DATA_CHARACTERS].strip()
    sizes = [attributes.get(name, "").removesuffix("px") for name in ("width", "height")]
    small = any(size.isascii() and size.isdigit() and len(size) < 6 and int(size) <= _SMALL_PIXELS for size in sizes)
    if not source or small or _ICON.search(source):
        return
    name = (attributes.get("alt", "") or attributes.get("title", ""))[:_DATA_CHARACTERS]
    line = len(walk.maker.lines)
    walk.pictures.append(Picture(source=source, name=" ".join(name.split()), line=line, containers=outer.containers))


def _characters(walk: _Walk, text: str | None) -> None:
    if not text:
        return
    frame = walk.frames[-1]
    if not frame.text:
        return
    if frame.look.unseen:
        if frame.hides is not None:
            frame.hides.append(text)
        return
    if frame.link is not None:
        frame.link.append(text)
    walk.maker.add(text, frame.look, frame.block, frame.cell, linked=frame.link is not None, preserve=frame.preserves)
