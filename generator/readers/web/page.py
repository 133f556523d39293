"""A page as its reader sees it: lines in order, the blocks they stand in, links, images, bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.text import Alignment

_INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_NOT_WORD = re.compile(r"[^\w\u3007]+|_+")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawCell:
    """A table cell: the block of its table, its place in the grid, and its own block."""

    table: int
    row: int
    column: int
    row_span: int
    column_span: int
    header: bool
    block: int


@dataclass(slots=True, kw_only=True)
class PageBlock:
    """A block element that shows text.

    Attributes:
        index: its number; -1 is none.
        parent: number of the block around it.
        tag: lower case.
        rank: how surely it holds an article's text (``elements.container_rank``).
        titled: a heading by element or by name.
        first: index of its first line.
        end: index after its last line.
    """

    index: int
    parent: int
    tag: str
    rank: int
    titled: bool
    first: int
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line of the page.

    Attributes:
        text: as a browser shows it.
        block: number of the innermost block.
        opens: it opens a block; False after a line break.
        breaks: line breaks right before it in the same block.
        pixels: type size of most of its characters.
        alignment: of its block.
        bold: characters in strong type.
        linked: characters inside links.
        cell: the innermost table cell.
        preserved: inside ``pre``.
    """

    text: str
    block: int
    opens: bool
    breaks: int
    pixels: float
    alignment: Alignment
    bold: int
    linked: int
    cell: RawCell | None
    preserved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link: its address, its words, the index of the line where it begins, the containers around it."""

    href: str
    text: str
    line: int
    containers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image: its address, alternative text or title, the index of the line behind it, the containers around it."""

    source: str
    name: str
    line: int
    containers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenPiece:
    """Text that the page does not show (it never leaves this package), the index of the line behind it."""

    text: str
    line: int
    containers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """Everything that a page shows, and what it hides.

    Attributes:
        lines: in document order, none blank.
        blocks: every block with text, by number.
        links: in document order.
        pictures: shown images, in document order.
        hidden: hidden pieces.
        bounds: (text of a comment or name of a <meta>, index of the line behind it).
        generated: characters that are list numbers and stand in no text node.
    """

    lines: tuple[PageLine, ...]
    blocks: tuple[PageBlock, ...]
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    hidden: tuple[HiddenPiece, ...]
    bounds: tuple[tuple[str, int], ...]
    generated: str


def compact(text: str) -> str:
    """Without blanks and zero-width characters."""
    return _INVISIBLE.sub("", text)


def key(text: str) -> str:
    """Letters, digits and Chinese characters only: what two writings of one title share."""
    return _NOT_WORD.sub("", text)


def chinese(text: str) -> int:
    """Number of Chinese characters."""
    return sum(1 for character in text if "\u3400" <= character <= "\u9fff" or character == "〇")


def is_sentence(text: str) -> bool:
    """The line holds running text: a full stop, or commas in a long line."""
    characters = chinese(text)
    return ("。" in text and characters >= 8) or (("；" in text or "，" in text) and characters >= 30)
