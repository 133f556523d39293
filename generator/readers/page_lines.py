"""Placed characters and the lines that they make on a page: what PDF and OFD share.

``page_text.set_pages`` makes the text of a document out of them.

Unit of length everywhere: the point (1/72 inch).  The origin is the upper left corner of the page as a person reads
it; y grows downwards.  A reader turns its own units and page rotation into these.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.text import CellPlace

_ASCENT, _DESCENT = 0.88, 0.12  # of the em box of a Chinese font, above and below the baseline
_SLANT = 3.0  # degrees


def is_upright(angle: float) -> bool:
    """Degrees that no eye tells from level."""
    turned = angle % 360
    return min(turned, 360 - turned) <= _SLANT


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One or more characters set in one go.

    Attributes:
        text: the characters; may be blank (a space that is really in the file).
        x0: left edge of the first character's advance box.
        x1: right edge of the last one's.
        baseline: y of the baseline.
        size: type size as it stands on the page.
        angle: degrees by which the text is turned against the page; 0 for upright text.
        drawing: number of the text object that it was drawn with, 0 where unknown: what one object draws it does not
            draw twice.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    angle: float = 0.0
    drawing: int = 0

    @property
    def top(self) -> float:
        """Upper edge of the em box."""
        return self.baseline - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Lower edge of the em box."""
        return self.baseline + _DESCENT * self.size

    @property
    def upright(self) -> bool:
        """Set along the page's lines."""
        return is_upright(self.angle)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A straight line on the page, horizontal (``y0 == y1``) or vertical (``x0 == x1``); ends in rising order."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands on one page.

    Attributes:
        number: 1-based.
        width: of the page as read.
        height: of the page as read.
        runs: in any order.
        rules: straight lines that may frame tables.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One physical line.

    Attributes:
        page: 1-based page.
        text: characters from left to right, blanks only where a gap shows; never blank.
        x0: left edge.
        x1: right edge.
        baseline: y of the baseline of most of it.
        size: type size of most of it.
        zone: 0 for the page's whole width, 1 and 2 for the columns of a page set in two.
        cell: place in a ruled table, the table counted from 1 on each page; None outside.
        angle: degrees by which it is turned against the page; 0 for upright text.
    """

    page: int
    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    zone: int = 0
    cell: CellPlace | None = None
    angle: float = 0.0

    @property
    def upright(self) -> bool:
        """Set along the page's lines, not a stamp across the page or a label on its side."""
        return is_upright(self.angle)

    @property
    def width(self) -> float:
        """From the left edge to the right one."""
        return self.x1 - self.x0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFrame:
    """Where a ruled table stands on its page.

    Attributes:
        number: 1-based on its page.
        columns: x of the column borders, rising.
        rows: y of the row borders, rising.
    """

    number: int
    columns: tuple[float, ...]
    rows: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPage:
    """A page made into lines.

    Attributes:
        number: 1-based.
        width: of the page.
        height: of the page.
        lines: in reading order; every non-blank character of the page's runs is in exactly one of them or in
            ``duplicates``.
        tables: its ruled tables.
        duplicates: characters that were drawn a second time at the same place (bold type made by double printing).
    """

    number: int
    width: float
    height: float
    lines: tuple[PageLine, ...]
    tables: tuple[TableFrame, ...] = ()
    duplicates: str = ""
