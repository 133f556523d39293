"""The lines of a comparison as the page shows them: with a word and a sign each, long runs of the same folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.model.comparison import Change, SectionComparison, SectionText, SentenceChange

# Told by sign and word, so that no colour is needed.
SIGNS: Final = {
    Change.SAME: ("＝", "相同"),
    Change.MOVED: ("↓", "移入"),
    Change.LEFT: ("↑", "移出"),
    Change.NUMBERS: ("≈", "数字不同"),
    Change.CHANGED: ("±", "改动"),
    Change.NEW: ("＋", "新增"),
    Change.DROPPED: ("－", "删去"),
}
_ALONE: Final = frozenset({Change.NUMBERS, Change.CHANGED})
_MOST_OPEN: Final = 120  # characters of a run of the same that is shown as it is
_OPENING: Final = 24  # characters that a fold or a moved sentence begins with


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a section.

    Attributes:
        change: what became of the sentences.
        sign: one character.
        word: what the sign means.
        sentences: one, or a run of one kind.
        folded: the run is shown when asked for.
        characters: of the run, without blanks.
        opening: its first characters.
        elsewhere: number of the section with the other place, or 0.
    """

    change: Change
    sign: str
    word: str
    sentences: tuple[SentenceChange, ...]
    folded: bool
    characters: int
    opening: str
    elsewhere: int


def section_lines(section: SectionComparison) -> tuple[Line, ...]:
    """The lines of a section: sentences of one kind that follow each other in one, changed ones each for itself."""
    return tuple(_lines(section.changes))


def _lines(changes: Iterable[SentenceChange]) -> Iterator[Line]:
    for (change, elsewhere), group in groupby(changes, key=lambda one: (one.change, one.elsewhere)):
        run = tuple(group)
        for sentences in ((one,) for one in run) if change in _ALONE else (run,):
            texts = [sentence.text for one in sentences if (sentence := one.new or one.old)]
            characters = sum(len(sentence.key) for one in sentences if (sentence := one.new or one.old))
            sign, word = SIGNS[change]
            yield Line(
                change=change,
                sign=sign,
                word=word,
                sentences=sentences,
                folded=change is Change.SAME and characters > _MOST_OPEN,
                characters=characters,
                opening=opening("".join(texts)),
                elsewhere=elsewhere,
            )


def opening(text: str) -> str:
    """The first characters of a text, with …… where there are more."""
    return text if len(text) <= _OPENING else text[:_OPENING].rstrip(" ") + "……"


def section_name(section: SectionText, number: int) -> str:
    """How a section is called: its label and heading, or where it stands."""
    if section.label:
        # A bracket brings its own blank.
        return f"{section.label}{'' if section.label.endswith('）') else ' '}{section.title}".rstrip("。：:；; ")
    return "开头" if number == 1 else "未编号部分"


def place_name(section: SectionText | None, other: SectionText | None, number: int) -> str:
    """How a section is called beside its counterpart: by its label alone unless the two have different headings."""
    if section is None:
        return ""
    if section.label and (other is None or section.title == other.title):
        return section.label
    return section_name(section, number)


def percent(part: int, whole: int) -> str:
    """``40.3%``, rounded half up; empty where there is nothing to take a share of."""
    if not whole:
        return ""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}%"
