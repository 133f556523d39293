"""What became of each sentence of two reports whose sections are aligned."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final, Literal

from generator.model.comparison import SectionText
from generator.taxonomy.likeness import likeness, pairs_of

FLOOR: Final = 500  # thousandths of likeness from which two sentences are one that was changed
FARTHEST: Final = 100  # sentences without a counterpart that a changed one may have been moved over

Place = tuple[int, int]
"""Section and sentence, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """Old place of each new sentence that has one.

    Attributes:
        same: word for word, in its section and in order.
        moved: word for word, elsewhere.
        changed: the same but for numbers, anywhere; or likeness above the floor, in the same section.
    """

    same: dict[Place, Place] = field(default_factory=dict)
    moved: dict[Place, Place] = field(default_factory=dict)
    changed: dict[Place, Place] = field(default_factory=dict)


def match_sentences(old: Sequence[SectionText], new: Sequence[SectionText], aligned: Mapping[int, int]) -> Matches:
    """Find the counterparts.

    In this order, so that the surer ones come first: word for word in place, word for word anywhere, the same but for
    numbers in the same section, then anywhere, alike in the same section.

    Args:
        old: sections of the earlier report.
        new: sections of the later one.
        aligned: place in ``new`` -> place in ``old``.
    """
    matches = Matches()
    for at, before in sorted(aligned.items()):
        one = [sentence.key for sentence in old[before].sentences]
        other = [sentence.key for sentence in new[at].sentences]
        for first, start, size in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
            for step in range(size):
                matches.same[at, start + step] = (before, first + step)
    finder = _Finder(old, new, matches)
    finder.find_equal("key", matches.moved)
    for at, before in sorted(aligned.items()):
        finder.find_equal("mask", matches.changed, before, at)
    finder.find_equal("mask", matches.changed)
    for at, before in sorted(aligned.items()):
        finder.find_alike(before, at)
    return matches


class _Finder:
    """Takes each sentence once."""

    def __init__(self, old: Sequence[SectionText], new: Sequence[SectionText], matches: Matches) -> None:
        self._old, self._new, self._matches = old, new, matches
        self._taken = set(matches.same.values())
        self._found = set(matches.same)

    def find_equal(
        self, form: Literal["key", "mask"], into: dict[Place, Place], before: int | None = None, at: int | None = None
    ) -> None:
        """Pair sentences with the same form, first with first; in one section of each report, or in all of them."""
        waiting: dict[str, deque[Place]] = defaultdict(deque)
        for place in self._free(self._old, self._taken, before):
            waiting[getattr(self._old[place[0]].sentences[place[1]], form)].append(place)
        for place in self._free(self._new, self._found, at):
            there = waiting.get(getattr(self._new[place[0]].sentences[place[1]], form))
            if there:
                self._take(place, there.popleft(), into)

    def find_alike(self, before: int, at: int) -> None:
        """Pair the sentences of two sections that are most alike."""
        one, other = self._free(self._old, self._taken, before), self._free(self._new, self._found, at)
        earlier = [pairs_of((self._old[before].sentences[step].mask,)) for _, step in one]
        found = []
        for place, (_, step) in enumerate(other):
            pairs = pairs_of((self._new[at].sentences[step].mask,))
            for was in range(max(0, place - FARTHEST), min(len(one), place + FARTHEST + 1)):
                score = likeness(earlier[was], pairs)
                if score >= FLOOR:
                    found.append((-score, abs(place - was), place, was))
        for _, _, place, was in sorted(found):
            if other[place] not in self._found and one[was] not in self._taken:
                self._take(other[place], one[was], self._matches.changed)

    def _take(self, place: Place, was: Place, into: dict[Place, Place]) -> None:
        into[place] = was
        self._found.add(place)
        self._taken.add(was)

    @staticmethod
    def _free(sections: Sequence[SectionText], used: set[Place], section: int | None) -> list[Place]:
        numbers = range(len(sections)) if section is None else (section,)
        places = ((number, step) for number in numbers for step in range(len(sections[number].sentences)))
        return [place for place in places if place not in used]
