"""同主题 links between passages of different reports: ranked, capped, always in both directions."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.catalog import Link, ReportRecord, UnitRecord
from generator.model.vocabulary import Theme

_MOST_A_UNIT = 6  # links of one unit for one theme
_MOST_A_REPORT = 2  # of these, into the same other report
_TERMS = 10  # words of a unit that look for candidates
_WINDOW = 32  # candidates a word on each side in catalogue order (near regions and years first)
_KEPT = 16  # candidates of a unit that compete for links
_LEAST_SCORE = 0.08  # cosine below which two passages share no more than the theme's commonest word
_WORDS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    """A unit under one theme, at its place in catalogue order."""

    unit: UnitRecord
    words: set[str]
    terms: dict[str, float]


def find_links(records: Sequence[ReportRecord], themes: Sequence[Theme]) -> Iterator[Link]:
    """Find the links of all reports, theme by theme.

    Guarantees:
        1. a link from A to B comes with the link from B to A, with the same score and words; both have these words,
           and they are words that show the theme by themselves (weak indicators make no link);
        2. no unit has more than 6 links a theme, no more than 2 of them into one report, none into its own;
        3. work and memory a report are bounded: a unit meets at most 10 x 64 candidates however many reports there are;
        4. the same records, in the same order, give the same links in the same order.

    Args:
        records: in catalogue order, so that neighbours are near in region and time.
        themes: with their indicator words, in their order.

    Yields:
        Both directions of every link, best first within a theme.
    """
    for theme in themes:
        firm = {word for word, weight in theme.indicators if weight > 1}
        nodes = [
            _Node(unit=unit, words=firm & set(dict(unit.words).get(theme.theme_id, ())), terms=dict(unit.terms))
            for record in records
            for unit in record.units
            if theme.theme_id in unit.themes
        ]
        yield from _theme_links(nodes, theme.theme_id)


def _theme_links(nodes: Sequence[_Node], theme_id: str) -> Iterator[Link]:
    pairs = sorted(_candidate_pairs(nodes), key=lambda pair: (-pair[0], pair[1], pair[2]))
    links: Counter[int] = Counter()
    into: Counter[tuple[int, str]] = Counter()
    for score, left, right in pairs:
        one, other = nodes[left].unit, nodes[right].unit
        words = _shared_words(nodes[left], nodes[right])
        free = bool(words) and links[left] < _MOST_A_UNIT and links[right] < _MOST_A_UNIT
        spread = into[left, other.report_id] < _MOST_A_REPORT and into[right, one.report_id] < _MOST_A_REPORT
        if not (free and spread):
            continue
        links.update((left, right))
        into.update(((left, other.report_id), (right, one.report_id)))
        yield _link(one, other, theme_id, words, score)
        yield _link(other, one, theme_id, words, score)


def _candidate_pairs(nodes: Sequence[_Node]) -> set[tuple[float, int, int]]:
    """(score, smaller index, larger index) of the best candidates of every node."""
    postings: dict[str, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        for term in list(node.terms)[:_TERMS]:
            postings[term].append(index)
    pairs: set[tuple[float, int, int]] = set()
    for index, node in enumerate(nodes):
        candidates: set[int] = set()
        for term in list(node.terms)[:_TERMS]:
            places = postings[term]
            middle = bisect_left(places, index)
            candidates.update(places[max(0, middle - _WINDOW) : middle + _WINDOW + 1])
        scored = [
            (_cosine(node, nodes[other]), other)
            for other in candidates
            if nodes[other].unit.report_id != node.unit.report_id
        ]
        scored.sort(key=lambda pair: (-pair[0], pair[1]))
        for score, other in scored[:_KEPT]:
            if score >= _LEAST_SCORE:
                pairs.add((score, min(index, other), max(index, other)))
    return pairs


def _cosine(left: _Node, right: _Node) -> float:
    """Likeness of two word vectors of length 1; rounded, so that both directions agree."""
    others = right.terms
    return round(sum(weight * others[term] for term, weight in left.terms.items() if term in others), 4)


def _shared_words(left: _Node, right: _Node) -> tuple[str, ...]:
    """Indicator words that both have, longest first.

    Where one has 贯彻习近平法治思想 and the other 习近平法治思想, they share the shorter one.
    """
    shared = {min(one, other, key=len) for one in left.words for other in right.words if one in other or other in one}
    whole = {word for word in shared if not any(word != longer and word in longer for longer in shared)}
    return tuple(sorted(whole, key=lambda word: (-len(word), word))[:_WORDS_SHOWN])


def _link(one: UnitRecord, other: UnitRecord, theme_id: str, words: tuple[str, ...], score: float) -> Link:
    return Link(
        from_report=one.report_id,
        from_anchor=one.anchor,
        to_report=other.report_id,
        to_anchor=other.anchor,
        theme_id=theme_id,
        words=words,
        score=score,
    )
