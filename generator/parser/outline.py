"""Numbered headings: where a heading ends, which section it opens, what its anchor and label are."""

from __future__ import annotations

import re
from collections import Counter

from generator.model.document import Heading
from generator.parser.characters import CLOSERS, FULL_STOPS
from generator.parser.markers import Marker, print_label

_OPEN = "（(《“‘〔[【「『"
_CLOSE = "）)》”’〕]】」』"
_LEAD_MAX = 20  # characters of a lead that ends with a colon: 指导思想：…
_GAP_MAX = 40  # characters of a heading that wide blanks set off from the text behind it
_WIDE_GAP = re.compile(r"\u3000+|\s{2,}")


class OutlineBuilder:
    """Gives each heading its anchor and label from the headings above it.

    Anchors come from the printed numbers (``s-1-2``), so they survive any change of wording; where a number is
    printed twice the second anchor gets a suffix, so that anchors stay unique.
    """

    def __init__(self) -> None:
        """Start without any heading."""
        self._open: list[Heading] = []
        self._used: Counter[str] = Counter()

    def add(self, marker: Marker, text: str, *, run_in: bool) -> Heading:
        """Open a section."""
        self._open = [heading for heading in self._open if heading.level < marker.level]
        numbers = [heading.number for heading in self._open] + [marker.number]
        anchor = "s-" + "-".join(map(str, numbers))
        self._used[anchor] += 1
        if self._used[anchor] > 1:
            anchor = f"{anchor}_{self._used[anchor]}"
        label = "".join(print_label(heading.marker) for heading in self._open) + print_label(marker.printed)
        heading = Heading(
            level=marker.level,
            marker=marker.printed,
            number=marker.number,
            text=text,
            run_in=run_in,
            anchor=anchor,
            label=label,
        )
        self._open.append(heading)
        return heading

    @property
    def section(self) -> str:
        """Anchor of the section that is open now, or empty."""
        return self._open[-1].anchor if self._open else ""


def find_heading_end(text: str, start: int) -> tuple[int, bool]:
    """Where the heading of a numbered paragraph ends.

    Args:
        text: the whole paragraph, marker included.
        start: offset after the marker.

    Returns:
        (offset after the heading, whether it is run in).  A heading is run in where it ends with a full stop, or
        where text follows it in the same paragraph.
    """
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
    if stop is None:
        return len(text), False
    return stop, True


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
