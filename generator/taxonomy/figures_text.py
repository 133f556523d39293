"""A passage as the rules on figures read it: without blanks, what is never a figure blotted out, offsets kept."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.model.document import Block
from generator.parser.characters import fold, non_blank

BLOT = "\x00"
STRONG = frozenset("，。；：！？,;:!?…\n\t")
_FULL_STOPS = "。！？!?\n\t"
_OPENERS, _CLOSERS = "（(【[", "）)】]"
_MARKS = re.compile(f"[{re.escape(''.join(sorted(STRONG)) + _OPENERS + _CLOSERS)}、]")
_WIDE = "０１２３４５６７８９．％＋－／" + "".join(map(chr, range(0xFF21, 0xFF5B)))
_WIDTH = {ord(wide): ord(wide) - 0xFEE0 for wide in _WIDE}
# 1，286件: a comma of full width between thousands is no comma of the sentence.
_THOUSANDS = re.compile(r"(?=\d)(?<![\d.,，第])\d{1,3}(?:，\d{3})+(?![\d,，])")
# 1 280 台次: one blank between three digits and three is a separator; a wider gap stands between two numbers.
_SPACED = re.compile(
    r"(?=\d)(?<![\d.,，\-—第表图])(?<![\d第表图][ \u00a0])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d.]|[ \u00a0]+\d)"
)
_SPLIT = re.compile(r"\d\s\d")
_YEAR_BEFORE = re.compile(r"(?<!\d)(?:19|20)\d{2}$")
_FARTHEST_CLAUSE, _FARTHEST_SENTENCE = 300, 1000  # characters: a text without punctuation has no clauses to speak of

_TRADITIONAL = re.compile("[國務會機關發現規則條題類時間責單種鄉鎮黨總長書記檢學醫辦報領導設實業]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageText:
    """The text of a block, ready for the rules.

    Attributes:
        block: the passage.
        plain: its text in simplified characters and without blanks (one stays between two Latin words or numbers; the
            tabs and line breaks of a table stay).
        masked: the same length, with what can never be a figure blotted out.
        offsets: for each character of ``plain`` its offset in the block's text.
        marks: where ``masked`` has punctuation marks and brackets, the only places where a clause can begin or end.
    """

    block: Block
    plain: str
    masked: str
    offsets: tuple[int, ...]
    marks: tuple[int, ...]

    def original(self, start: int, end: int) -> str:
        """The block's own characters from one place of ``plain`` to another."""
        first, last = self.span(start, end)
        return self.block.text[first:last]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the block's text."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a place, its full stop included; of a table the row.

        Full stops in brackets or quotation marks cut too.
        """
        stops = "\n" if self.block.cells else _FULL_STOPS  # a row of a table is read as a whole
        low, high = max(0, start - _FARTHEST_SENTENCE), min(len(self.plain), end + _FARTHEST_SENTENCE)
        before = [place + 1 for stop in stops if (place := self.plain.rfind(stop, low, start)) >= 0]
        after = [place + 1 for stop in stops if (place := self.plain.find(stop, end, high)) >= 0]
        first, last = max(before, default=low), min(after, default=high)
        while last < len(self.plain) and self.plain[last] in "”’」』）)":
            last += 1
        if self.plain[last - 1] in "\n\t" and last - 1 >= end:
            last -= 1
        return first, last

    def clause_start(self, place: int) -> int:
        """Where the clause that leads up to ``place`` begins; whole brackets are part of it."""
        depth = 0
        lowest = max(0, place - _FARTHEST_CLAUSE)
        for index in reversed(self._marks_in(lowest, place)):
            character = self.masked[index]
            if character in _CLOSERS:
                depth += 1
            elif character in _OPENERS:
                if not depth:
                    return index + 1
                depth -= 1
            elif character in STRONG and not depth:
                return index + 1
        return lowest

    def clause_end(self, place: int, stops: str = "") -> int:
        """Where the clause that goes on from ``place`` ends; ``stops`` (、 or none) end it too."""
        depth = 0
        highest = min(len(self.masked), place + _FARTHEST_CLAUSE)
        for index in self._marks_in(place, highest):
            character = self.masked[index]
            if character in _OPENERS:
                depth += 1
            elif character in _CLOSERS:
                if not depth:
                    return index
                depth -= 1
            elif not depth and (character in STRONG or character in stops):
                return index
        return highest

    def _marks_in(self, start: int, end: int) -> Sequence[int]:
        return self.marks[bisect_left(self.marks, start) : bisect_left(self.marks, end)]


def read_passage(block: Block, never: Iterable[re.Pattern[str]]) -> PassageText:
    """Prepare a block.

    Args:
        block: the passage.
        never: patterns of what is never a figure, applied in order; a group ``(?P<keep>…)`` is spared.
    """
    plain, offsets = _compact(block.text, _line_ends(block))
    masked = plain
    if block.heading is not None:
        # The marker of a heading, 一、 or 3.2, is an ordinal.
        marker = bisect_right(offsets, len(block.heading.marker) - 1)
        masked = BLOT * marker + masked[marker:]
    for pattern in never:
        masked = pattern.sub(_blot, masked)
    marks = tuple(mark.start() for mark in _MARKS.finditer(masked))
    return PassageText(block=block, plain=plain, masked=masked, offsets=tuple(offsets), marks=marks)


class LineFinder:
    """Source lines of places in one block; the characters are counted once."""

    def __init__(self, block: Block) -> None:
        self._seen = [0, *accumulate(not character.isspace() for character in block.text)]
        self._ends = list(accumulate(len(non_blank(fragment.text)) for fragment in block.fragments))
        self._lines = [fragment.line for fragment in block.fragments]

    def line_at(self, offset: int) -> int:
        """The 1-based source line of a character of the block's text."""
        return self._lines[min(bisect_right(self._ends, self._seen[offset]), len(self._lines) - 1)]


def _line_ends(block: Block) -> frozenset[int]:
    """Blanks that stand for a line's end between two digits, which are one number; a year ends there as well."""
    if len(block.fragments) < 2 or not _SPLIT.search(block.text):
        return frozenset()
    ends = set(accumulate(len(non_blank(fragment.text)) for fragment in block.fragments))
    seen, places = 0, set()
    for index, character in enumerate(block.text):
        between = character.isspace() and seen in ends and _SPLIT.match(block.text, index - 1)
        if between and not _YEAR_BEFORE.search(block.text, max(0, index - 5), index):
            places.add(index)
        seen += not character.isspace()
    return frozenset(places)


def _compact(text: str, line_ends: frozenset[int]) -> tuple[str, list[int]]:
    kept: list[str] = []
    offsets: list[int] = []
    # Only a text in traditional characters is folded: 覆 is as good a character in a simplified one.
    folded = (fold(text) if _TRADITIONAL.search(text) else text).translate(_WIDTH)
    joined = (
        {place for number in _SPACED.finditer(folded) for place in range(number.start(), number.end())}
        if _SPLIT.search(folded)
        else frozenset()
    )
    for index, character in enumerate(folded):
        if character.isspace() and (index in joined or index in line_ends):
            continue
        if character.isspace() and character not in "\n\t":
            after = folded[index + 1 : index + 2]
            if not (kept and _latin(kept[-1]) and _latin(after)):
                continue
            character = " "  # noqa: PLW2901 - any blank between two words is the same blank
        kept.append(character)
        offsets.append(index)
    return _THOUSANDS.sub(lambda number: number[0].replace("，", ","), "".join(kept)), offsets


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _blot(match: re.Match[str]) -> str:
    whole = match[0]
    groups = match.groupdict()
    if groups.get("keep"):
        start, end = (place - match.start() for place in match.span("keep"))
        return BLOT * start + whole[start:end] + BLOT * (len(whole) - end)
    return BLOT * len(whole)
