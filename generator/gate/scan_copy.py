"""A copy of the text for scanning only: folded characters, with the way back to the line and the block.

The official text is never altered.  In the copy full-width forms become ASCII, every decimal digit becomes 0-9, every
blank a space, every dash a hyphen, and characters without width (zero-width, bidi, soft hyphen, combining marks) are
gone, so that they cannot hide a number or a mark.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.model.diagnostics import DiagnosticKind
from generator.model.document import Block, Document

LINE_BREAK = "\n"
BLOCK_BREAK = "\x1e"
CELL_BREAK = "\x1d"  # between cells of a table: no number and no name runs over it
# Characters that look like another one and carry no category that would tell.
_LOOKALIKES = {
    "×": "X",
    "Х": "X",
    "х": "x",
    "Χ": "X",
    "\u2800": " ",
    "\u3164": "",
    "\u115f": "",
    "\u1160": "",
    "−": "-",
}
_INVISIBLE = frozenset({"Cf", "Cc", "Mn", "Me"})
_BLANK = frozenset({"Zs", "Zl", "Zp"})


def _compatible(code: int) -> bool:
    """Whether NFKC of this code point only changes its shape: radicals, compatibility, full-width, mathematical."""
    shapes = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0xFE30, 0xFFEF), (0x1D400, 0x1D7FF))
    return any(first <= code <= last for first, last in shapes)


def _fold(char: str) -> str:
    if char in "\t\n":
        return char
    if char in _LOOKALIKES:
        return _LOOKALIKES[char]
    category = unicodedata.category(char)
    if category in _INVISIBLE:
        return ""
    if category in _BLANK:
        return " "
    if category == "Nd":
        return str(unicodedata.digit(char))
    if _compatible(ord(char)):
        normal = unicodedata.normalize("NFKC", char)
        char = normal if len(normal) == 1 else char
        category = unicodedata.category(char)
    return "-" if category == "Pd" else char


class _FoldTable(dict[int, str]):
    """A ``str.translate`` table that works out each code point once."""

    def __missing__(self, code: int) -> str:
        folded = _fold(chr(code))
        self[code] = folded
        return folded


@lru_cache(maxsize=4)
def _fold_table(variants: tuple[tuple[str, str], ...]) -> _FoldTable:
    return _FoldTable({ord(variant): usual for variant, usual in variants})


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanLine:
    """One physical line in the copy.

    Attributes:
        start, end: its place in the copy.
        number: source line, None for metadata.
        block: index of its block, -1 for metadata.
        order: 0 for the first line of its block.
        place: for messages: 正文, 标题 ….
        cell: index of its cell in a table block, -1 outside tables.
    """

    start: int
    end: int
    number: int | None
    block: int
    order: int
    place: str
    cell: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanCopy:
    """The folded text: ``LINE_BREAK`` parts the lines of a block, ``CELL_BREAK`` cells, ``BLOCK_BREAK`` blocks.

    Attributes:
        text: the folded text.
        lines: every line, in order.
        starts: their starts, for look-up.
    """

    text: str
    lines: tuple[ScanLine, ...]
    starts: tuple[int, ...]

    def line_at(self, index: int) -> ScanLine:
        """The line that the character at ``index`` stands in (the one before, for a break)."""
        return self.lines[max(0, bisect_right(self.starts, index) - 1)]

    def line_text(self, line: ScanLine) -> str:
        """The folded text of one line."""
        return self.text[line.start : line.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A finding's place in the copy; never the value itself."""

    kind: DiagnosticKind
    start: int
    end: int


def _assemble(pieces: Iterable[tuple[str, ScanLine]]) -> ScanCopy:
    """Put lines together; each piece's ``ScanLine`` gets its place."""
    parts: list[str] = []
    lines: list[ScanLine] = []
    position = 0
    for text, line in pieces:
        if lines:
            same_cell = line.cell == lines[-1].cell
            parts.append(BLOCK_BREAK if not line.order else LINE_BREAK if same_cell else CELL_BREAK)
            position += 1
        parts.append(text)
        lines.append(replace(line, start=position, end=position + len(text)))
        position += len(text)
    return ScanCopy(text="".join(parts), lines=tuple(lines), starts=tuple(line.start for line in lines))


def scan_document(document: Document, variants: tuple[tuple[str, str], ...]) -> ScanCopy:
    """Make the copy of the official text.

    Args:
        document: the parsed document.
        variants: ``(traditional, simplified)`` characters to fold.
    """
    table = _fold_table(variants)
    return _assemble(
        (
            fragment.text.translate(table),
            ScanLine(start=0, end=0, number=fragment.line, block=index, order=order, place="正文", cell=cell),
        )
        for index, block in enumerate(document.blocks)
        for order, (fragment, cell) in enumerate(zip(block.fragments, fragment_cells(block), strict=True))
    )


def scan_values(values: Iterable[tuple[str, str]], variants: tuple[tuple[str, str], ...]) -> ScanCopy:
    """Make a copy of metadata values: ``(name for messages, value)``; each is a block of its own."""
    table = _fold_table(variants)
    return _assemble(
        (value.translate(table), ScanLine(start=0, end=0, number=None, block=-1, order=0, place=place))
        for place, value in values
    )


def fragment_cells(block: Block) -> tuple[int, ...]:
    """For each fragment the index of the cell that its first character stands in; -1 without cells.

    Rests on the model's promise that the non-blank characters of the fragments are those of the text, in order.
    """
    if not block.cells:
        return (-1,) * len(block.fragments)
    solid = [offset for offset, char in enumerate(block.text) if not char.isspace()]
    starts = [cell.start for cell in block.cells]
    found: list[int] = []
    seen = 0
    for fragment in block.fragments:
        at = solid[min(seen, len(solid) - 1)] if solid else 0
        found.append(max(0, bisect_right(starts, at) - 1))
        seen += sum(1 for char in fragment.text if not char.isspace())
    return tuple(found)


def block_offsets(block: Block, variants: tuple[tuple[str, str], ...]) -> tuple[int, ...]:
    """For each character of the block's stretch of the copy: its offset in ``block.text``.

    Blanks and line breaks get the offset of the next non-blank character.  Rests on the model's promise that the
    non-blank characters of the fragments are those of the text, in order.
    """
    table = _fold_table(variants)
    solid = [offset for offset, char in enumerate(block.text) if not char.isspace()]
    solid.append(len(block.text))
    offsets: list[int] = []
    seen = 0
    for order, fragment in enumerate(block.fragments):
        if order:
            offsets.append(solid[min(seen, len(solid) - 1)])
        for char in fragment.text:
            offsets.extend([solid[min(seen, len(solid) - 1)]] * len(table[ord(char)]))
            seen += not char.isspace()
    return tuple(offsets)
