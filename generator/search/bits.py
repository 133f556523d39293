"""Whole arrays of numbers as bytes: varints, and Rice codes packed bit by bit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]  # 64 bits each, the lowest first


def varints(values: Ints) -> tuple[npt.NDArray[np.uint8], Ints]:
    """Seven bits a byte, lowest first, the eighth bit set where more follow.

    Args:
        values: not negative.

    Returns:
        All the bytes, and how many each value takes.
    """
    lengths = np.ones(len(values), dtype=np.int64)
    for places in range(1, 9):
        lengths += values >= 1 << (7 * places)
    starts = np.cumsum(lengths) - lengths
    result = np.empty(int(lengths.sum()), dtype=np.uint8)
    for place in range(int(lengths.max(initial=0))):
        chosen = np.flatnonzero(lengths > place)
        more = np.where(lengths[chosen] > place + 1, 128, 0)
        result[starts[chosen] + place] = (values[chosen] >> (7 * place) & 127) | more
    return result, lengths


@dataclass(frozen=True, slots=True)
class Groups:
    """Rising numbers in groups, one group after the other, as gaps ready for coding.

    Attributes:
        sizes: numbers in each group; 0 is allowed.
        gaps: each number less the one before it in its group less one (the first: the number itself).
        shifts: Rice parameter of each group: so many low bits are written as they are.
    """

    sizes: Ints
    gaps: Ints
    shifts: Ints

    @property
    def bits(self) -> Ints:
        """Bits that each group takes: high parts in unary, then low parts."""
        highs = self.gaps >> np.repeat(self.shifts, self.sizes)
        ends = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(highs)))
        at = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(self.sizes)))
        return np.asarray(ends[at[1:]] - ends[at[:-1]] + self.sizes * (1 + self.shifts))

    def write(self, target: Words, places: Ints) -> None:
        """Write each group from the bit on that ``places`` names; ``target`` is 0 there."""
        shifts = np.repeat(self.shifts, self.sizes)
        before = np.cumsum(self.sizes) - self.sizes
        run = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum((self.gaps >> shifts) + 1)))
        put(target, np.repeat(places - run[before], self.sizes) + run[1:] - 1, np.ones(1, dtype=np.uint64))
        low_starts = places + run[before + self.sizes] - run[before]
        at = np.repeat(low_starts - before * self.shifts, self.sizes)
        at += np.arange(len(self.gaps), dtype=np.int64) * shifts
        put(target, at, (self.gaps & ((1 << shifts) - 1)).astype(np.uint64))


def put(target: Words, places: Ints, values: Words) -> None:
    """Write numbers of up to 32 bits at bits ``places``, where ``target`` is still 0."""
    words, inside = places >> 6, (places & 63).astype(np.uint64)
    # Bits that are still 0: adding is writing.
    np.add.at(target, words, values << inside)
    over = np.flatnonzero(inside > 32)
    rest = (values[over] if len(values) > 1 else values) >> (np.uint64(64) - inside[over])
    np.add.at(target, words[over] + 1, rest)


def groups(numbers: Ints, sizes: Ints) -> Groups:
    """Gaps and Rice parameters of groups of strictly rising numbers.

    A dense group gets the parameter 0, and its code then is a bitmap: bit n is set where n is in the group.

    Args:
        numbers: the groups' numbers, one group after the other, each strictly rising and not negative.
        sizes: how many numbers each group has.
    """
    gaps = numbers.copy()
    gaps[1:] -= numbers[:-1] + 1
    starts = np.cumsum(sizes) - sizes
    filled = np.flatnonzero(sizes)
    gaps[starts[filled]] = numbers[starts[filled]]
    ends = np.zeros(len(sizes), dtype=np.int64)
    ends[filled] = numbers[starts[filled] + sizes[filled] - 1]
    # Best parameter for gaps of this mean: the floor of log2(0.69 mean), in whole numbers to be the same everywhere.
    means = (ends - sizes + 1) * 69 // np.maximum(sizes * 100, 1)
    shifts = np.zeros(len(sizes), dtype=np.int64)
    for bit in range(1, 31):
        shifts += means >= 1 << bit
    return Groups(sizes, gaps, shifts)
