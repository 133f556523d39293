"""Which sections of two reports belong together: by wording, heading and themes.

The rule, as the page tells it: every section is paired with at most one of the other report.  A pair's likeness is
made of its text (60 %), its heading (25 %) and its themes (15 %), each without years and numbers; the pair most alike
is taken first, and none below 30 %.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.comparison import SectionText
from generator.taxonomy.likeness import Pairs, likeness, pairs_of

TEXT_WEIGHT: Final = 60
HEADING_WEIGHT: Final = 25
THEME_WEIGHT: Final = 15
FLOOR: Final = 30_000  # of 100,000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    text: Pairs
    heading: Pairs
    themes: frozenset[str]


def align_sections(old: Sequence[SectionText], new: Sequence[SectionText]) -> dict[int, int]:
    """Pair the sections of two reports.

    Args:
        old: sections of the earlier report.
        new: sections of the later one.

    Returns:
        Place in ``new`` -> place in ``old``; sections without a counterpart are in neither.
    """
    earlier, later = [_weigh(one) for one in old], [_weigh(one) for one in new]
    found = []
    for at, one in enumerate(later):
        for before, other in enumerate(earlier):
            score = _score(other, one)
            if score >= FLOOR:
                # Of pairs equally alike those that stand at the same height come first.
                distance = abs(at * len(earlier) - before * len(later))
                found.append((-score, distance, at, before))
    aligned: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, at, before in sorted(found):
        if at not in aligned and before not in taken:
            aligned[at] = before
            taken.add(before)
    return aligned


def _weigh(section: SectionText) -> _Weighed:
    masks = tuple(sentence.mask for sentence in section.sentences)
    title = next((one.mask for one in section.sentences if one.text == section.title), "") if section.title else ""
    return _Weighed(text=pairs_of(masks), heading=pairs_of((title,) if title else ()), themes=section.themes)


def _score(old: _Weighed, new: _Weighed) -> int:
    text = likeness(old.text, new.text)
    # What has no heading is judged by its text in its place.
    heading = likeness(old.heading, new.heading) if old.heading.total and new.heading.total else text
    union = len(old.themes | new.themes)
    themes = 1000 * len(old.themes & new.themes) // union if union else text
    return TEXT_WEIGHT * text + HEADING_WEIGHT * heading + THEME_WEIGHT * themes
