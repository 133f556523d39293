"""Compare two reports: sections that belong together, and in them what became of each sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields

from generator.model.comparison import (
    Change,
    Comparison,
    Extent,
    SectionComparison,
    SectionText,
    Sentence,
    SentenceChange,
)
from generator.model.report_parts import Passage
from generator.taxonomy.alignment import align_sections
from generator.taxonomy.comparison_text import compared_text
from generator.taxonomy.sentence_changes import Matches, Place, match_sentences
from generator.taxonomy.word_marks import mark_words


def compare_reports(old: Sequence[Passage], new: Sequence[Passage]) -> Comparison:
    """Compare two reports; the same passages give the same comparison.

    The cost is bounded: ``comparison_text`` says how much of a text is taken.

    Args:
        old: all passages of the earlier report.
        new: all passages of the later one.
    """
    one, other = compared_text(old), compared_text(new)
    aligned = align_sections(one.sections, other.sections)
    matches = match_sentences(one.sections, other.sections, aligned)
    order = _order(len(one.sections), len(other.sections), aligned)
    writer = _Writer(one.sections, other.sections, order, matches)
    sections = tuple(writer.section(before, at) for before, at in order)
    return Comparison(
        sections=sections, extent=_sum(section.extent for section in sections), is_cut=one.is_cut or other.is_cut
    )


_Pair = tuple[int | None, int | None]


def _order(old: int, new: int, aligned: dict[int, int]) -> list[_Pair]:
    """Sections in the order of the later report, those it dropped behind the one that they followed."""
    back = {before: at for at, before in aligned.items()}
    behind: dict[int, list[int]] = {}
    last = -1
    for before in range(old):
        if before in back:
            last = back[before]
        else:
            behind.setdefault(last, []).append(before)
    order: list[_Pair] = [(before, None) for before in behind.get(-1, ())]
    for at in range(new):
        order.append((aligned.get(at), at))
        order += [(before, None) for before in behind.get(at, ())]
    return order


class _Writer:
    """Writes the lines of each section."""

    def __init__(
        self, old: Sequence[SectionText], new: Sequence[SectionText], order: Sequence[_Pair], matches: Matches
    ) -> None:
        self._old, self._new, self._matches = old, new, matches
        aligned = set(order)
        self._gone = {
            before: at
            for at, before in (*matches.moved.items(), *matches.changed.items())
            if at in matches.moved or (before[0], at[0]) not in aligned
        }
        self._stays = (set(matches.same.values()) | set(matches.changed.values())) - set(self._gone)
        self._number_of_old = {before: number for number, (before, _) in enumerate(order, 1) if before is not None}
        self._number_of_new = {at: number for number, (_, at) in enumerate(order, 1) if at is not None}

    def section(self, before: int | None, at: int | None) -> SectionComparison:
        """One section: lines of the later text; what was dropped in a gap stands in front of what came there."""
        changes: list[SentenceChange] = []
        length = 0 if before is None else len(self._old[before].sentences)
        anchors = self._anchors(before, at)
        following = iter((*anchors.values(), length))
        if before is not None:
            changes += self._gone_from(before, 0, next(following))
        for step in range(len(self._new[at].sentences) if at is not None else 0):
            changes.append(self._line((at or 0, step)))
            if before is not None and step in anchors:
                changes += self._gone_from(before, anchors[step] + 1, next(following))
        return SectionComparison(
            old=None if before is None else self._old[before],
            new=None if at is None else self._new[at],
            changes=tuple(changes),
            extent=_sum(_extent(change) for change in changes),
        )

    def _anchors(self, before: int | None, at: int | None) -> dict[int, int]:
        """Sentences of the later section whose counterparts in the earlier one follow each other, with these."""
        anchors: dict[int, int] = {}
        told = 0
        for step in range(len(self._new[at].sentences) if at is not None else 0):
            place = (at or 0, step)
            was = self._matches.same.get(place) or self._matches.changed.get(place)
            if was is not None and was[0] == before and was[1] >= told:
                anchors[step] = was[1]
                told = was[1] + 1
        return anchors

    def _gone_from(self, before: int, start: int, end: int) -> Iterable[SentenceChange]:
        for step in range(start, end):
            if (before, step) in self._stays:
                continue
            sentence = self._old[before].sentences[step]
            there = self._gone.get((before, step))
            if there is None:
                yield SentenceChange(change=Change.DROPPED, old=sentence)
            else:
                new = _at(self._new, there)
                yield SentenceChange(change=Change.LEFT, old=sentence, new=new, elsewhere=self._number_of_new[there[0]])

    def _line(self, place: Place) -> SentenceChange:
        new = _at(self._new, place)
        if place in self._matches.same:
            return SentenceChange(change=Change.SAME, old=_at(self._old, self._matches.same[place]), new=new)
        if place in self._matches.moved:
            was = self._matches.moved[place]
            number = self._number_of_old[was[0]]
            return SentenceChange(change=Change.MOVED, old=_at(self._old, was), new=new, elsewhere=number)
        if place in self._matches.changed:
            was = self._matches.changed[place]
            old = _at(self._old, was)
            change = Change.NUMBERS if old.mask == new.mask else Change.CHANGED
            number = self._number_of_old[was[0]] if was in self._gone else 0
            pieces = mark_words(old.text, new.text)
            return SentenceChange(change=change, old=old, new=new, pieces=pieces, elsewhere=number)
        return SentenceChange(change=Change.NEW, new=new)


def _at(sections: Sequence[SectionText], place: Place) -> Sentence:
    return sections[place[0]].sentences[place[1]]


def _extent(change: SentenceChange) -> Extent:
    old = len(change.old.key) if change.old else 0
    new = len(change.new.key) if change.new else 0
    match change.change:
        case Change.SAME:
            return Extent(same=new)
        case Change.MOVED:
            return Extent(moved=new)
        case Change.LEFT:
            is_same = change.old is not None and change.new is not None and change.old.key == change.new.key
            return Extent(left=old) if is_same else Extent(numbers_old=old)
        case Change.NUMBERS:
            return Extent(numbers_old=0 if change.elsewhere else old, numbers_new=new)
        case Change.CHANGED:
            return Extent(changed_old=old, changed_new=new)
        case Change.DROPPED:
            return Extent(dropped=old)
        case Change.NEW:
            return Extent(new=new)


def _sum(extents: Iterable[Extent]) -> Extent:
    all_of = tuple(extents)
    return Extent(**{one.name: sum(getattr(extent, one.name) for extent in all_of) for one in fields(Extent)})
