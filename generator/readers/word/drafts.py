"""The lines of a Word file while they are collected, before they have numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from generator.model.text import Alignment, CellPlace, RemovalReason
from generator.readers.word.pieces import Piece, PieceKind


@dataclass(slots=True)
class Draft:
    """One line to be.

    Attributes:
        text: its characters.
        size: half-points of most of its characters; 0 where it has none.
        alignment: of its paragraph.
        starts_page: a page break stands before it.
        continues: see ``Line.continues``.
        cell: its place in a table.
        images: (alternative text, relationship of an image that is not in the file) of its pictures.
        reason: why the whole line is no official text; None where it is.
    """

    text: str = ""
    size: int = 0
    alignment: Alignment = Alignment.UNKNOWN
    starts_page: bool = False
    continues: bool | None = False
    cell: CellPlace | None = None
    images: list[tuple[str, str]] = field(default_factory=list)
    reason: RemovalReason | None = None


@dataclass(slots=True)
class Paragraph:
    """A paragraph's pieces, sorted by what becomes of them.

    Attributes:
        segments: its text, cut at line and page breaks: (text, size, a page break stands before it).
        above: text boxes that are anchored before its first character.
        below: text boxes that are anchored later.
        notes: footnotes and endnotes that it refers to.
        images: pictures in it.
        page_after: a page break ends it.
    """

    segments: list[tuple[str, int, bool]] = field(default_factory=list)
    above: list[Piece] = field(default_factory=list)
    below: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    images: list[tuple[str, str]] = field(default_factory=list)
    page_after: bool = False


def sort_pieces(pieces: list[Piece], label: str) -> Paragraph:
    """Put a paragraph's pieces in order; ``label`` is its automatic number.

    A text box that is anchored before the paragraph's first character stands above it, as its frame mostly does on
    the page; any other below, so that no sentence is cut.
    """
    found = Paragraph()
    text, sizes, page = label, Counter[int](), False

    def close(next_page: bool) -> None:
        nonlocal text, sizes, page
        if text.strip() or (page and next_page):
            found.segments.append((text, max(sizes, key=lambda size: (sizes[size], size), default=0), page))
            page = False
        text, sizes = "", Counter[int]()
        page = page or next_page

    for piece in pieces:
        if piece.kind is PieceKind.TEXT:
            text += piece.text
            sizes[piece.size] += len(piece.text.strip())
        elif piece.kind in {PieceKind.BREAK, PieceKind.PAGE}:
            close(piece.kind is PieceKind.PAGE)
        elif piece.kind is PieceKind.BOX:
            (found.below if text.strip() or found.segments else found.above).append(piece)
        elif piece.kind is PieceKind.NOTE:
            found.notes.append(piece.text)
        else:
            found.images.append((piece.text, piece.uri))
    close(False)
    found.page_after = page
    return found
