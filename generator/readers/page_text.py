"""Pages of placed characters -> the lines of a document, with layout and removals (PDF and OFD share this)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.text import Line, Removed
from generator.readers.page_furniture import find_furniture
from generator.readers.page_layout import describe_lines
from generator.readers.page_lines import Page, PageLine
from generator.readers.page_order import set_page
from generator.readers.page_tables import number_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class PagedText:
    """The text of a paged document.

    Attributes:
        lines: what is text, see ``Extraction.lines``.
        source: every line of every page, nothing taken out.
        removed: whole lines that are no text: running heads and feet, page numbers, text across the page, heads of
            a table that its next page repeats.
        placed: where each line of ``source`` stands.
        duplicates: characters that were drawn twice at one place and count once.
    """

    lines: tuple[Line, ...]
    source: tuple[str, ...]
    removed: tuple[Removed, ...]
    placed: tuple[PageLine, ...]
    duplicates: str = ""


def set_pages(pages: Iterable[Page]) -> PagedText:
    """Make the text of a document.

    Args:
        pages: in order; taken one by one, so that the characters of one page only are in memory.

    Returns:
        Its lines; every non-blank character of the pages is in ``source`` or in ``duplicates``.
    """
    # One page at a time: a page's characters are let go as soon as its lines are made.
    done = [set_page(page) for page in pages]
    placed, repeated = number_tables(done)
    furniture = find_furniture(done, placed, repeated)
    source = tuple(line.text for line in placed)
    removed = tuple(
        Removed(text=source[index], reason=reason, line=index + 1) for index, reason in sorted(furniture.items())
    )
    return PagedText(
        lines=describe_lines(placed, frozenset(furniture), {page.number: page for page in done}),
        source=source,
        removed=removed,
        placed=placed,
        duplicates="".join(page.duplicates for page in done),
    )
