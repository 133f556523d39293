"""Where two sentences differ: characters, but numbers and Latin words as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from generator.model.comparison import Piece, PieceKind

_TOKEN: Final = re.compile("[0-9０-９]+(?:[.．,][0-9０-９]+)*[%％]?|[A-Za-z]+|.", re.DOTALL)
# Sentences of a few characters over and over would keep the matcher busy for seconds; the longest of real texts have a
# tenth of this.
MOST_EQUAL_PLACES: Final = 10_000
_Run = tuple[str, list[str], list[str]]  # "equal" or "replace", tokens of the one, tokens of the other


def mark_words(old: str, new: str) -> tuple[Piece, ...]:
    """Both sentences in one, what was taken out in front of what was put in.

    A run that is the same but no longer than what differs on both sides of it is chance (的, 工作) and is marked with
    them: a reader sees words change, not characters. Sentences that repeat themselves too much are shown whole.

    Args:
        old: the earlier sentence.
        new: the later one.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if _equal_places(before, after) > MOST_EQUAL_PLACES:
        return (Piece(kind=PieceKind.OLD, text=old), Piece(kind=PieceKind.NEW, text=new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    runs: list[_Run] = [
        ("equal" if tag == "equal" else "replace", before[first:last], after[start:end])
        for tag, first, last, start, end in matcher.get_opcodes()
    ]
    return tuple(_pieces(_without_chance(runs)))


def _equal_places(before: Iterable[str], after: Iterable[str]) -> int:
    one, other = Counter(before), Counter(after)
    return sum(count * other[token] for token, count in one.items())


def _without_chance(runs: list[_Run]) -> list[_Run]:
    """Melt short equal runs into the changes around them until none is left."""
    at = 1
    while at < len(runs) - 1:
        (kind, same, _), before, behind = runs[at], runs[at - 1], runs[at + 1]
        if kind == "equal" and len(same) <= _size(before) and len(same) <= _size(behind):
            runs[at - 1 : at + 2] = [
                ("replace", before[1] + same + behind[1], before[2] + runs[at][2] + behind[2]),
            ]
            at = max(1, at - 2)
        else:
            at += 1
    return runs


def _size(run: _Run) -> int:
    return max(len(run[1]), len(run[2]))


def _pieces(runs: Iterable[_Run]) -> Iterable[Piece]:
    for kind, before, after in runs:
        if kind == "equal":
            yield Piece(kind=PieceKind.BOTH, text="".join(after))
            continue
        if before:
            yield Piece(kind=PieceKind.OLD, text="".join(before))
        if after:
            yield Piece(kind=PieceKind.NEW, text="".join(after))
