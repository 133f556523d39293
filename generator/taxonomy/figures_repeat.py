"""The same fact told again later: it counts once, the later place is noted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from generator.model.figure import Figure, Repetition

_LEAST = 6  # a shorter noun inside a longer one proves nothing: 案件 in 调解案件
_TELLING = 4  # a shorter noun (办结率) is the same fact only where the sentences are alike too
_MOST = 50  # facts with one number that are compared
_ALIKE = 0.8  # share of two sentences' pairs of characters that they have in common
_LONGEST = 400  # characters; a longer sentence is no sentence, and alike only to itself
_FILLER = str.maketrans("", "", "的了“”、")


def join_repeated(figures: Iterable[Figure], distinct: re.Pattern[str]) -> tuple[Figure, ...]:
    """Keep the first statement of each fact.

    A fact is the same where number and unit are equal and the nouns are equal; in another sentence a long noun may
    also be part of the other's, and a short one (办结率) asks for alike sentences.

    Args:
        figures: in text order.
        distinct: words that make a longer noun another thing than the shorter one in it.
    """
    kept: list[Figure] = []
    by_number: dict[tuple[Decimal, str, bool], list[int]] = {}
    for figure in figures:
        places = by_number.setdefault((figure.number, figure.unit, figure.planned), [])
        first = next((place for place in places[:_MOST] if _same(kept[place], figure, distinct)), None)
        if first is None:
            places.append(len(kept))
            kept.append(figure)
        elif (kept[first].anchor, kept[first].start) != (figure.anchor, figure.start):
            again = Repetition(anchor=figure.anchor, start=figure.start, end=figure.end, line=figure.line)
            kept[first] = replace(kept[first], repeated=(*kept[first].repeated, again))
    return tuple(kept)


def _same(one: Figure, other: Figure, distinct: re.Pattern[str]) -> bool:
    left, right = one.counted.translate(_FILLER), other.counted.translate(_FILLER)
    if left == right and left:
        return len(left) >= _TELLING or _alike(one.sentence, other.sentence)
    if one.anchor == other.anchor and one.sentence == other.sentence:
        return False
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) < _LEAST or shorter not in longer:
        return False
    return not distinct.search(longer.replace(shorter, "", 1))


def _alike(one: str, other: str) -> bool:
    if one == other or max(len(one), len(other)) > _LONGEST:
        return one == other
    left, right = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other))
    return 2 * len(left & right) >= _ALIKE * (len(left) + len(right))
