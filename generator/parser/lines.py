"""Physical lines with the facts about layout that tell paragraphs apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.model.text import Alignment, CellPlace, Line
from generator.parser.characters import ends_sentence, non_blank, width
from generator.parser.markers import match_marker

FIRST_LINE_INDENT_SHOWS = 3  # columns: two full-width blanks, or what is left of them; one stray blank is no indent


@dataclass(frozen=True, slots=True, kw_only=True)
class PhysicalLine:
    """A non-blank line.

    Attributes:
        number: 1-based source line.
        text: without leading and trailing blanks.
        indent: columns of leading blanks.
        width: columns of ``text``.
        blanks_before: blank lines right before it.
        starts_page: a page change stands before it.
        continues: what the format says of paragraphs, see ``Line.continues``.
        scale: type size against the usual one; 0 where unknown.
        alignment: where the format tells.
        cell: its place in a table of the text; None outside tables and in tables that only serve layout.
    """

    number: int
    text: str
    indent: int
    width: int
    blanks_before: int
    starts_page: bool
    continues: bool | None = None
    scale: float = 0.0
    alignment: Alignment = Alignment.UNKNOWN
    cell: CellPlace | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the text is set.

    Attributes:
        wrapped: paragraphs are cut into lines of about the same width (text layer of a PDF, old mail).
        full_width: columns of a full line; 0 where not wrapped.
        indented: the first line of a paragraph is indented, and that can be relied on.
        spaced: blank lines stand between paragraphs but not between all lines, and that can be relied on.
    """

    wrapped: bool
    full_width: int
    indented: bool
    spaced: bool


def physical_lines(lines: tuple[Line, ...]) -> tuple[PhysicalLine, ...]:
    """The non-blank lines."""
    found: list[PhysicalLine] = []
    blanks, page = 0, False
    for line in lines:
        page = page or line.starts_page
        stripped = line.text.strip()
        if not stripped:
            blanks += 1
            continue
        leading = line.text[: len(line.text) - len(line.text.lstrip())].replace("\t", "    ")
        found.append(
            PhysicalLine(
                number=line.number,
                text=stripped,
                indent=width(leading),
                width=width(stripped),
                blanks_before=blanks,
                starts_page=page,
                continues=line.continues,
                scale=line.scale,
                alignment=line.alignment,
                cell=line.cell,
            )
        )
        blanks, page = 0, False
    return tuple(found)


def measure_layout(lines: tuple[PhysicalLine, ...]) -> Layout:
    """Tell a hard-wrapped text from one line a paragraph, by the spread of line widths.

    In a wrapped text the full lines are all of nearly one width (a punctuation mark may hang over, a Latin word may
    not be cut), and they are many; in the other kind widths are as varied as paragraphs are.
    """
    full = _full_width(lines)
    if not full:
        return Layout(wrapped=False, full_width=0, indented=False, spaced=False)
    indented = [line for line in lines if line.indent >= FIRST_LINE_INDENT_SHOWS]
    marked = [line for line in lines if match_marker(line.text)]
    few = 0.02 * len(lines) <= len(indented) <= 0.6 * len(lines)
    marked_indented = sum(1 for line in marked if line.indent >= FIRST_LINE_INDENT_SHOWS)
    # Centred titles and signatures are indented too: what counts is that numbered paragraphs are.
    trusted = few and (marked_indented >= 0.7 * len(marked) if marked else len(indented) >= 3)
    gaps = [line.blanks_before for line in lines[1:]]
    usual = Counter(gaps).most_common(1)[0][0]
    wider = sum(1 for gap in gaps if gap > usual)
    marked_spaced = sum(1 for line in marked if line.blanks_before > usual)
    spaced = wider <= 0.5 * len(gaps) and bool(marked) and marked_spaced >= 0.8 * len(marked)
    return Layout(wrapped=True, full_width=full, indented=trusted, spaced=spaced)


def _full_width(lines: tuple[PhysicalLine, ...]) -> int:
    widths = sorted(line.width for line in lines)
    if len(widths) < 6:
        return 0
    high = widths[int(0.95 * (len(widths) - 1))]
    if not 24 <= high <= 130:
        return 0
    cluster = [value for value in widths if high - 8 <= value <= high + 4]
    # Most lines of a wrapped text do not end a sentence; lines that all do are paragraphs.
    open_lines = sum(1 for line in lines if high - 8 <= line.width <= high + 4 and not ends_sentence(line.text))
    if len(cluster) < 0.4 * len(widths) or open_lines < 0.4 * len(cluster):
        return 0
    if any(value > high + 16 for value in widths):
        return 0
    return max(Counter(cluster).items(), key=lambda pair: (pair[1], pair[0]))[0]


def first_unit_width(text: str) -> int:
    """Columns that a line must have left to take the first unbreakable piece of ``text``.

    A Chinese character with the closing punctuation behind it, or a whole Latin word or number.
    """
    end = 1
    if text[:1].isascii() and text[:1].isalnum():
        while end < len(text) and text[end].isascii() and not text[end].isspace():
            end += 1
    while end < len(text) and text[end] in "，。、；：！？”’）》】〉,.;:!?)%":
        end += 1
    return width(non_blank(text[:end]))
