"""Numbered headings: where a heading ends, which section it opens, what its anchor and label are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from generator.model.document import Heading
from generator.parser.characters import CLOSERS, FULL_STOPS, non_blank
from generator.parser.markers import Marker, Rank, print_label
from generator.parser.numbering import Numbering

_OPEN = "（(《“‘〔[【「『"
_CLOSE = "）)》”’〕]】」』"
_LEAD_MAX = 20  # characters of a lead that ends with a colon: 指导思想：…
_GAP_MAX = 40  # characters of a heading that wide blanks set off from the text behind it
_WIDE_GAP = re.compile(r"\u3000+|\s{2,}")
_CAPTION = re.compile(r"\s*(?:【[^】]{1,30}】|[（(][^（）()。；]{2,20}[）)](?!第|项|款))")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """An open section: its heading, its marker's rank, how deep the same marker is nested, its part of the anchor."""

    heading: Heading
    rank: Rank
    shift: int
    piece: str


class OutlineBuilder:
    """Gives each heading its level, anchor and label from the headings above it.

    Anchors come from the printed numbers (``s-1-2``), so they survive any change of wording; where a number is
    printed twice the second anchor gets a suffix, so that anchors stay unique.  The outline of an attachment or inner
    document has anchors of its own (``a1-s-1-2``).
    """

    def __init__(self, numbering: Numbering, *, part: str = "", name: str = "") -> None:
        """Start without any heading.

        Args:
            numbering: which markers this part uses.
            part: ``a1`` for the first attachment or inner document, empty for the document itself.
            name: what labels begin with: ``附件1``, or empty.
        """
        self._numbering = numbering
        self._prefix = f"{part}-" if part else ""
        self._name = name
        self._open: list[_Open] = []
        self._used: Counter[str] = Counter()
        self._nested = False  # the same marker has stood directly under itself
        self._fresh = False  # nothing stands between the last heading and what comes now

    def text_added(self) -> None:
        """Tell that text which is no heading was added."""
        self._fresh = False

    def add(self, marker: Marker, text: str, *, run_in: bool) -> Heading:
        """Open a section."""
        shift = self._nest(marker, run_in=run_in)
        level = self._level(marker) + shift
        self._open = [one for one in self._open if one.heading.level < level]
        piece = f"{marker.number}z{marker.inserted}" if marker.inserted else str(marker.number)
        above = self._pieces_above(marker)
        if marker.rank is Rank.DECIMAL:
            piece = "-".join(map(str, marker.path))
        anchor = self._prefix + "s-" + "-".join((*above, piece))
        self._used[anchor] += 1
        if self._used[anchor] > 1:
            anchor = f"{anchor}_{self._used[anchor]}"
        heading = Heading(
            level=level,
            marker=marker.printed,
            number=marker.number,
            text=text,
            run_in=run_in,
            anchor=anchor,
            label=self._label(marker),
        )
        self._open.append(_Open(heading=heading, rank=marker.rank, shift=shift, piece=piece))
        self._fresh = not run_in
        return heading

    @property
    def section(self) -> str:
        """Anchor of the section that is open now, or empty."""
        return self._open[-1].heading.anchor if self._open else ""

    @property
    def in_article(self) -> bool:
        """An article is open: what is numbered below it are its items."""
        return any(one.rank is Rank.ARTICLE for one in self._open)

    def _nest(self, marker: Marker, *, run_in: bool) -> int:
        """How often the marker's own form is already open above it: 一、 directly under 一、 is one level deeper."""
        same = [one for one in self._open if one.rank is marker.rank]
        if not same or marker.rank is Rank.DECIMAL:
            return max((one.shift for one in self._open if one.rank < marker.rank), default=0)
        last = same[-1]
        fresh = self._fresh and self._open[-1] is last and marker.number == 1
        if fresh and not last.shift and (last.heading.number == 1 or self._nested):
            self._nested = True
            return last.shift + 1
        # The run that this number continues: the innermost, but rather one whose headings look the same.
        continued = [one for one in reversed(same) if marker.number == one.heading.number + 1]
        alike = [one for one in continued if one.heading.run_in == run_in]
        return (alike or continued or [last])[0].shift

    def _pieces_above(self, marker: Marker) -> list[str]:
        """A decimal says by itself where it belongs: 3.2.1 repeats 3.2."""
        decimals = [one for one in self._open if one.rank is Rank.DECIMAL]
        last = decimals[-1] if decimals and marker.rank is not Rank.DECIMAL else None
        return [one.piece for one in self._open if one.rank is not Rank.DECIMAL or one is last]

    def _level(self, marker: Marker) -> int:
        if marker.rank is Rank.DECIMAL:
            return self._numbering.decimal_base + len(marker.path)
        decimals = [one for one in self._open if one.rank is Rank.DECIMAL]
        if decimals and marker.rank > Rank.ARTICLE:
            return decimals[-1].heading.level + self._numbering.position(marker.rank)
        return self._numbering.level(marker.rank)

    def _label(self, marker: Marker) -> str:
        """一（二）1; an article is cited without its chapter: 第十五条（三）."""
        labels = [(one.rank, print_label(one.heading.marker)) for one in self._open if one.rank is not Rank.DECIMAL]
        if marker.rank is Rank.DECIMAL:
            return self._name + print_label(marker.printed)
        if marker.rank is Rank.ARTICLE:
            labels = []
        articles = [index for index, (rank, _) in enumerate(labels) if rank is Rank.ARTICLE]
        labels = labels[articles[-1] :] if articles else labels
        return self._name + "".join(label for _, label in labels) + print_label(marker.printed)


def find_heading_end(text: str, marker: Marker) -> tuple[int, bool]:
    """Where the heading of a numbered paragraph ends.

    Args:
        text: the whole paragraph, marker included.
        marker: the marker that opens it.

    Returns:
        (offset after the heading, whether it is run in).  A heading is run in where it ends with a full stop, or
        where text follows it in the same paragraph.  An article's heading is its number, with a caption in brackets
        where it has one.
    """
    start = marker.end
    if marker.rank is Rank.ARTICLE:
        caption = _CAPTION.match(text, start)
        return (caption.end(), True) if caption else (len(text[:start].rstrip()), True)
    gap = _WIDE_GAP.search(text, start + 2)
    if (
        gap
        and gap.start() - start <= _GAP_MAX
        and not _has_stop(text[start : gap.start()])
        and "。" in text[gap.end() :]
    ):
        return gap.start(), True
    stop = _first_stop(text, start)
    lead = _lead_end(text, start)
    if lead and (stop is None or lead < stop):
        return lead, True
    if stop is None:  # a part of an enumeration goes on behind its semicolon and heads nothing
        return len(text), text.rstrip().endswith(("；", ";", "，"))
    return stop, True


def find_item_end(text: str, marker: Marker) -> tuple[int, bool]:
    """项 of an article: （一） numbers a part of its sentence and heads nothing."""
    return len(text[: marker.end].rstrip()), bool(non_blank(text[marker.end :]))


def _has_stop(text: str) -> bool:
    return any(character in text for character in "。；，！？")


def _lead_end(text: str, start: int) -> int:
    """Offset after ``指导思想：`` where a short lead without punctuation is followed by text; 0 otherwise."""
    for offset in range(start, min(start + _LEAD_MAX, len(text) - 1)):
        if text[offset] in "：:":
            return offset + 1
        if text[offset] in "，。；、！？,（(《“":
            return 0
    return 0


def _first_stop(text: str, start: int) -> int | None:
    """Offset after the first sentence's stop (closing quotes included) outside brackets and quotes."""
    depth = 0
    inside: int | None = None
    for offset in range(start, len(text)):
        character = text[offset]
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(0, depth - 1)
        elif character in FULL_STOPS:
            end = offset + 1
            while end < len(text) and text[end] in CLOSERS:
                end += 1
            if depth == 0 or depth <= sum(1 for closer in text[offset + 1 : end] if closer in _CLOSE):
                return end
            inside = inside or end
    return inside
