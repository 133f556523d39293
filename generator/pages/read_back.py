"""Reading a rendered page back: the proof that it says what the document says."""

from __future__ import annotations

from collections import defaultdict
from html.parser import HTMLParser
from typing import Final

from generator.model.document import Document
from generator.model.report import Mask
from generator.pages.dialect import render_markdown
from generator.parser.characters import non_blank

_CLASS: Final = "official-text"
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


def official_characters(document: Document, masks: tuple[Mask, ...]) -> str:
    """The non-blank characters of the official text, in order, masked ranges left out."""
    by_anchor: dict[str, list[Mask]] = defaultdict(list)
    for mask in masks:
        by_anchor[mask.anchor].append(mask)
    return "".join(non_blank(_without(block.text, by_anchor.get(block.anchor, []))) for block in document.blocks)


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


def _without(text: str, masks: list[Mask]) -> str:
    at, kept = 0, []
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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_ours = any(key == "class" and _CLASS in (value or "").split() for key, value in attrs)
        self.elements += is_ours
        if tag not in _VOID and (self.open_tags or is_ours):
            self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open_tags and self.open_tags[-1] == tag:
            self.open_tags.pop()

    def handle_data(self, data: str) -> None:
        if self.open_tags:
            self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        # A comment inside the official text hides something: it must make the proof fail.
        self.handle_data(f"<!--{data}-->")
