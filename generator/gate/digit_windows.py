"""Runs of digits, also where blanks, hyphens or a line break stand between them.

A window starts and ends at the edge of a group of digits, never inside one: a number that is part of a longer
number is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.gate.scan_copy import BLOCK_BREAK, LINE_BREAK, ScanCopy

_GROUP = re.compile(r"[0-9]+")
_JOINT = re.compile(rf"[ -]{{1,3}}|[ -]{{0,2}}[{LINE_BREAK}{BLOCK_BREAK}][ -]{{0,2}}")
_LETTER_TAIL = re.compile(rf"[ -]{{0,2}}[{LINE_BREAK}{BLOCK_BREAK}]?[ -]{{0,2}}[Xx](?![A-Za-z])")
_SHORTEST = 11
_LONGEST = 19


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitWindow:
    """A candidate number.

    Attributes:
        digits: its digits, for an identity number perhaps with a final ``X``.
        sizes: lengths of the groups that it is written in; ``(18,)`` where nothing stands between.
        line_breaks, block_breaks: how often it runs over a line's or a block's end.
        hyphens: a hyphen stands between two groups.
        before, after: size of the neighbouring group on the same line if only blanks or hyphens stand between, else 0.
        start, end: place in the copy.
    """

    digits: str
    sizes: tuple[int, ...]
    line_breaks: int
    block_breaks: int
    hyphens: bool
    before: int
    after: int
    start: int
    end: int

    def __repr__(self) -> str:
        """Never shows the digits: windows may end up in a traceback."""
        return f"DigitWindow({len(self.digits)} digits at {self.start})"

    @property
    def in_a_row_of_numbers(self) -> bool:
        """It is more likely a row of figures, cut out by chance, than one number written in groups.

        So where the neighbours look like its own groups; a serial number before it or a whole long number beside
        it does not.
        """
        if len(self.sizes) == 1 or self.line_breaks or self.block_breaks:
            return False
        return 3 <= self.before <= 6 or 1 <= self.after <= 6


def digit_windows(copy: ScanCopy, wanted: Callable[[str], bool]) -> Iterator[DigitWindow]:
    """Every wanted window of 11 to 19 digits, or of 17 digits with ``X`` (which then counts as the eighteenth).

    Args:
        copy: the text.
        wanted: a quick look at the digits; 17 digits are asked for with their ``X``.

    Yields:
        Windows in order of their start.  A number spelled digit by digit is looked at from its first digit only.
    """
    text = copy.text
    groups = [match.span() for match in _GROUP.finditer(text)]
    last = len(groups) - 1
    joints = [
        text[groups[i][1] : groups[i + 1][0]] if groups[i + 1][0] - groups[i][1] <= 5 else "." for i in range(last)
    ]
    joints = [joint if _JOINT.fullmatch(joint) else "" for joint in joints]

    def neighbour(joint: int, group: int) -> int:
        if not (0 <= joint < last) or not joints[joint]:
            return 0
        if LINE_BREAK in joints[joint] or BLOCK_BREAK in joints[joint]:
            return 0
        return groups[group][1] - groups[group][0]

    for first, (start, _) in enumerate(groups):
        total = 0
        single = groups[first][1] - start == 1
        if single and first and joints[first - 1] and groups[first - 1][1] - groups[first - 1][0] == 1:
            continue
        known = ""
        for index in range(first, last + 1):
            if index > first and not joints[index - 1]:
                break
            end = groups[index][1]
            total += end - groups[index][0]
            if total > _LONGEST:
                break
            known += text[groups[index][0] : end]
            if total < _SHORTEST:
                continue
            tail = _LETTER_TAIL.match(text, end) if total == 17 and wanted(known + "X") else None
            if tail is None and not wanted(known):
                continue
            between = "".join(joints[first:index])
            sizes = tuple(high - low for low, high in groups[first : index + 1])
            yield DigitWindow(
                digits=known + "X" if tail else known,
                sizes=(*sizes[:-1], sizes[-1] + 1) if tail else sizes,
                line_breaks=between.count(LINE_BREAK),
                block_breaks=between.count(BLOCK_BREAK),
                hyphens="-" in between,
                before=neighbour(first - 1, first - 1),
                after=0 if tail else neighbour(index, index + 1),
                start=start,
                end=tail.end() if tail else end,
            )
