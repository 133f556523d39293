"""The sentences of a text that show why it is under a theme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

MOST_CHARACTERS: Final = 120
ROW_END: Final = "\u3000"  # between the rows of a table, whose cells have a blank between them
_ELLIPSIS: Final = "……"
_SENTENCE_ENDS: Final = f"。！？；!?;{ROW_END}"
_IN_NUMBER: Final = re.compile(r"[\d.%％,]")
_CLOSERS: Final = "”’」』）)】》〉"
_NEAR: Final = 8  # marks that may stand behind the end of a sentence: a few closing quotation marks and brackets
# A clause with its mark and what closes behind it; the last may have none.
_CLAUSE: Final = re.compile(
    rf"[^，：,{_SENTENCE_ENDS}]*[，：,{_SENTENCE_ENDS}]+[{_CLOSERS}]*|[^，：,{_SENTENCE_ENDS}]+$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An indicator word in the text, with what it adds: the first word of the list most."""

    start: int
    end: int
    word: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """A piece of the text that may be shown; ``rank``: weight of different words, number of words, whole, early."""

    start: int
    end: int
    last_word_ends: int
    rank: tuple[int, int, bool, int]


def excerpt_around(text: str, words: Sequence[str], most: int = MOST_CHARACTERS) -> str:
    """Choose the sentences that hold most of the words.

    Guarantees:
        1. what stands between the ellipses stands in the text, mark for mark, in one piece;
        2. it has at most ``most`` characters, ellipses included;
        3. where a word of the list stands in the text, the excerpt holds one;
        4. an end without an ellipsis is an end of a sentence, of a table's row, or of the text;
        5. no number is cut, unless it alone is longer than the room beside the word.

    Args:
        text: in normal form (``parser.characters.normal_form``).
        words: those that show the theme, best first; without any the excerpt is the beginning.
        most: characters, at least 40.
    """
    if len(text) <= most:
        return text
    windows = _windows(text, _find(text, words), most - 2 * len(_ELLIPSIS))
    best = max(windows, key=lambda window: window.rank)
    end = _end_of_sentence(text, best)
    shown = text[best.start : end].strip()
    before = "" if _opens_sentence(text, best.start) else _ELLIPSIS
    if end == len(text) or _ends_sentence(text, end):
        return before + shown
    return before + shown.rstrip("，：,、… ") + _ELLIPSIS


def beginning(text: str, most: int = MOST_CHARACTERS) -> str:
    """The first characters of a text, with an ellipsis where it goes on; no number is cut."""
    if len(text) <= most:
        return text
    end = most - 1
    while end > 1 and _cuts_number(text, end):
        end -= 1
    return text[:end].rstrip() + "…"


def _cuts_number(text: str, at: int) -> bool:
    """Whether a number stands on both sides of the place: what is left of it would be another one."""
    return 0 < at < len(text) and bool(_IN_NUMBER.match(text[at - 1]) and _IN_NUMBER.match(text[at]))


def _find(text: str, words: Sequence[str]) -> list[_Found]:
    if not words:
        return []
    weights = {word: len(words) - place for place, word in enumerate(words)}
    longest_first = sorted(weights, key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return [
        _Found(start=match.start(), end=match.end(), word=match[0], weight=weights[match[0]])
        for match in pattern.finditer(text)
    ]


def _windows(text: str, found: Sequence[_Found], room: int) -> Iterator[_Window]:
    """From each clause as many whole ones as there is room for; of a clause that is longer, a piece."""
    clauses = [match.span() for match in _CLAUSE.finditer(text)]
    passed = 0  # words that stand before the window
    for number, (start, end) in enumerate(clauses):
        while passed < len(found) and found[passed].start < start:
            passed += 1
        if end - start > room:
            # No mark is near enough to begin or end at: a little before the clause's first word.
            word = found[passed] if passed < len(found) else None
            begin = max(start, min(word.start - room // 4, end - room)) if word and word.end <= end else start
            stop = begin + room
            if word and word.end <= end:
                while begin < word.start and _cuts_number(text, begin):
                    begin += 1
                while stop > word.end and _cuts_number(text, stop):
                    stop -= 1
        else:
            begin, stop = start, end
            for _, further in clauses[number + 1 : number + 1 + room]:
                if further > start + room:
                    break
                stop = further
        inside = [one for one in found[passed : passed + room] if one.end <= stop]
        weights = {one.word: one.weight for one in inside}
        yield _Window(
            start=begin,
            end=stop,
            last_word_ends=max((one.end for one in inside), default=begin + 1),
            rank=(sum(weights.values()), len(inside), _opens_sentence(text, begin), -begin),
        )


def _end_of_sentence(text: str, window: _Window) -> int:
    """The end of the last whole sentence, where no word is lost by ending there."""
    for end in range(window.end, window.last_word_ends - 1, -1):
        if _ends_sentence(text, end) and text[end : end + 1] not in tuple(_CLOSERS):
            return end
    return window.end


def _opens_sentence(text: str, start: int) -> bool:
    return start == 0 or _ends_sentence(text, start)


def _ends_sentence(text: str, end: int) -> bool:
    core = text[max(0, end - _NEAR) : end].rstrip(_CLOSERS + " ")
    return bool(core) and core[-1] in _SENTENCE_ENDS
