"""How like two texts are, in whole numbers, so that every language that computes it gets the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The pairs of neighbouring characters of a text, with their number."""

    counts: Counter[str]
    total: int


def pairs_of(texts: tuple[str, ...]) -> Pairs:
    """Pairs of neighbouring characters; the beginning of each text counts as a character."""
    counts: Counter[str] = Counter()
    for text in texts:
        opened = f"^{text}"
        counts.update(opened[at : at + 2] for at in range(len(text)))
    return Pairs(counts=counts, total=counts.total())


def likeness(one: Pairs, other: Pairs) -> int:
    """Dice's coefficient in thousandths: 1000 for the same pairs, 0 where none is shared."""
    total = one.total + other.total
    if not total:
        return 0
    few, many = (one, other) if len(one.counts) <= len(other.counts) else (other, one)
    there = many.counts
    common = sum(min(count, there[pair]) for pair, count in few.counts.items() if pair in there)
    return 2000 * common // total
