"""Which system of numbers a text uses: what a marker means depends on the others around it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from generator.parser.lines import PhysicalLine
from generator.parser.markers import Marker, Rank, match_decimal, match_decimal_top, match_marker

_MIN_DECIMALS = 3
_TOP_COLUMNS = 60
_ORDINALS = (Rank.FIRST, Rank.SECOND, Rank.THIRD, Rank.FOURTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The markers of one text (the document itself, one attachment, one inner document).

    Attributes:
        ranks: ranks that occur, from the highest down.
        decimals: source lines that open with a decimal number of a decimal numbering (1.1, 1.1.1).
        tops: source lines that open with the number above them (1 总则).
        excluded: source lines whose markers open nothing (a table of contents).
    """

    ranks: tuple[Rank, ...] = ()
    decimals: frozenset[int] = frozenset()
    tops: frozenset[int] = frozenset()
    excluded: frozenset[int] = frozenset()

    def match(self, line: PhysicalLine, text: str = "") -> Marker | None:
        """The marker that opens a line (or ``text``, the paragraph that begins with it), or None."""
        if line.number in self.excluded or line.cell is not None:
            return None
        whole = text or line.text
        if line.number in self.decimals:
            return match_decimal(whole)
        if line.number in self.tops:
            return match_decimal_top(whole)
        return match_marker(whole)

    @property
    def structured(self) -> bool:
        """It has parts, chapters or articles; then the other markers stand below them."""
        return bool(self._structure)

    @property
    def _structure(self) -> tuple[Rank, ...]:
        return tuple(rank for rank in self.ranks if rank <= Rank.ARTICLE)

    @property
    def decimal_base(self) -> int:
        """How many levels stand above the decimals."""
        return len(self._structure)

    def level(self, rank: Rank) -> int:
        """Level of a heading: 1 to 4 for 一、 （一） 1. （1）; in a structured text counted below its structure."""
        structure = self._structure
        if rank in structure:
            return structure.index(rank) + 1
        if not structure:
            return int(rank) - int(Rank.ARTICLE)
        return len(structure) + self.position(rank)

    def position(self, rank: Rank) -> int:
        """1-based place of an ordinal marker among those that occur."""
        used = [one for one in _ORDINALS if one in self.ranks]
        return used.index(rank) + 1 if rank in used else len(used) + 1


def read_numbering(lines: Sequence[PhysicalLine], excluded: frozenset[int] = frozenset()) -> Numbering:
    """See which markers a text uses.

    A decimal number is a heading's only where decimals count on (1.1, 1.2 …) and most of them stand in order; a
    number alone before a short line (1 总则) only where its own decimals follow.
    """
    ranks: set[Rank] = set()
    candidates: list[tuple[int, Marker]] = []
    tops: list[tuple[int, Marker]] = []
    for line in lines:
        if line.cell is not None or line.number in excluded:
            continue
        decimal = match_decimal(line.text)
        if decimal is not None:
            candidates.append((line.number, decimal))
            continue
        marker = match_marker(line.text)
        if marker is not None:
            ranks.add(marker.rank)
        if (
            (marker is None or marker.rank is Rank.THIRD)
            and line.width <= _TOP_COLUMNS
            and line.text[-1] not in "。；，"
        ):
            top = match_decimal_top(line.text)
            if top is not None:
                tops.append((line.number, top))
    if not _counts_on([marker for _, marker in candidates]):
        return Numbering(ranks=tuple(sorted(ranks)), excluded=excluded)
    return Numbering(
        ranks=tuple(sorted(ranks)),
        decimals=frozenset(number for number, _ in candidates),
        tops=_true_tops(tops, candidates),
        excluded=excluded,
    )


def _counts_on(markers: list[Marker]) -> bool:
    """Decimals that make a numbering: each follows from the one before, or nearly all do."""
    if len(markers) < _MIN_DECIMALS:
        return False
    good = sum(1 for before, after in pairwise(markers) if _follows(before.path, after.path))
    return good >= 0.7 * (len(markers) - 1) and any(len(marker.path) > 1 and marker.path[-1] == 1 for marker in markers)


def _follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """1.1 → 1.2, 1.1.1, 2.1."""
    if len(after) > len(before):
        return after[: len(before)] == before and all(part == 1 for part in after[len(before) :])
    same = after[:-1] == before[: len(after) - 1] and after[-1] == before[len(after) - 1] + 1
    next_top = after[0] == before[0] + 1 and all(part == 1 for part in after[1:])
    middle = len(after) > 2 and after[0] == before[0] and after[1] == before[1] + 1 and after[-1] == 1
    return same or next_top or middle


def _true_tops(tops: list[tuple[int, Marker]], decimals: list[tuple[int, Marker]]) -> frozenset[int]:
    """Of the lines that open with a bare number, those that stand right above their own decimals."""
    found: set[int] = set()
    remaining = deque(tops)
    for number, marker in decimals:
        if marker.path[1:] and all(part == 1 for part in marker.path[1:]):
            above: tuple[int, Marker] | None = None
            while remaining and remaining[0][0] < number:
                if remaining[0][1].number == marker.path[0]:
                    above = remaining[0]
                remaining.popleft()
            if above is not None:
                found.add(above[0])
    last = max((marker.path[0] for _, marker in decimals), default=0)
    found.update(
        number for number, marker in islice(remaining, 1) if marker.number == last + 1
    )  # 9 附则, without decimals
    return frozenset(found)
