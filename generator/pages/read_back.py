"""Reading a rendered page back: the proof that it says what the document says."""

from __future__ import annotations

from collections import defaultdict
from html.parser import HTMLParser
from typing import Final

from generator.model.document import BlockKind, Document
from generator.model.report import Mask
from generator.pages.dialect import render_markdown
from generator.parser.characters import non_blank

_CLASS: Final = "official-text"
_CELLS: Final = frozenset({"td", "th"})
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


def official_characters(document: Document, masks: tuple[Mask, ...]) -> str:
    """The non-blank characters of the official text, in order, masked ranges left out."""
    by_anchor: dict[str, list[Mask]] = defaultdict(list)
    for mask in masks:
        by_anchor[mask.anchor].append(mask)
    return "".join(non_blank(_without(block.text, by_anchor.get(block.anchor, []))) for block in document.blocks)


def document_cells(document: Document, masks: tuple[Mask, ...]) -> tuple[str, ...]:
    """The non-blank characters of every cell of every table, in order, masked ranges and empty cells left out."""
    by_anchor: dict[str, list[Mask]] = defaultdict(list)
    for mask in masks:
        by_anchor[mask.anchor].append(mask)
    found = []
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            spans = [(cell.start, cell.end) for cell in block.cells] or [(0, len(block.text))]
            found += [non_blank(_without(block.text[:end], by_anchor[block.anchor], start)) for start, end in spans]
    return tuple(filter(None, found))


def read_built_cells(html: str) -> tuple[str, ...]:
    """The non-blank text of every table cell inside the official text of a page, empty cells left out.

    Read apart from ``read_built_page``: the characters of a row are the same whether its figures are 12 and 3 or 1
    and 23.

    Args:
        html: the whole HTML file, or a piece of one.
    """
    parser = _OfficialTextParser()
    parser.feed(html)
    parser.close()
    return tuple(filter(None, (non_blank("".join(cell)) for cell in parser.cells)))


def read_back(markdown_body: str) -> str | None:
    """The non-blank official text of a Markdown page, rendered as MkDocs will render it.

    Args:
        markdown_body: a page's Markdown without front matter.

    Returns:
        Its characters, or None where there is not exactly one element ``official-text``.
    """
    return read_built_page(render_markdown(markdown_body))


def read_built_page(html: str) -> str | None:
    """The non-blank official text of a built page.

    Args:
        html: the whole HTML file, or a piece of one.

    Returns:
        Its characters, or None where there is not exactly one element ``official-text``, properly closed.
    """
    parser = _OfficialTextParser()
    parser.feed(html)
    parser.close()
    return non_blank("".join(parser.pieces)) if parser.elements == 1 and not parser.open_tags else None


def _without(text: str, masks: list[Mask], at: int = 0) -> str:
    """The text from ``at`` on, less what is masked."""
    kept = []
    for mask in sorted(masks, key=lambda mask: mask.start):
        kept.append(text[at : max(mask.start, at)])
        at = max(mask.end, at)
    return "".join((*kept, text[at:]))


class _OfficialTextParser(HTMLParser):
    """Collects the text inside the element; everything that a browser would not show as text counts too."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.elements = 0
        self.open_tags: list[str] = []
        self.cells: list[list[str]] = []

    def updatepos(self, i: int, j: int) -> int:
        """Count no lines: nobody asks where a tag stands, and it took a quarter of the time."""
        del i
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_ours = any(key == "class" and _CLASS in (value or "").split() for key, value in attrs)
        self.elements += is_ours
        if tag not in _VOID and (self.open_tags or is_ours):
            self.open_tags.append(tag)
        if self.open_tags and tag in _CELLS:
            self.cells.append([])

    def handle_endtag(self, tag: str) -> None:
        if self.open_tags and self.open_tags[-1] == tag:
            self.open_tags.pop()

    def handle_data(self, data: str) -> None:
        if self.open_tags:
            self.pieces.append(data)
            if self.cells and not _CELLS.isdisjoint(self.open_tags):
                self.cells[-1].append(data)

    def handle_comment(self, data: str) -> None:
        # A comment inside the official text hides something: it must make the proof fail.
        self.handle_data(f"<!--{data}-->")
