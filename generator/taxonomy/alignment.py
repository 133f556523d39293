"""Which sections of two reports belong together: by wording, heading and themes.

The rule, as the page tells it: every section is paired with at most one of the other report.  A pair's likeness is
made of its text (50 %), its themes (30 %) and its heading (20 %), each without years and numbers; the pair most alike
is taken first.  Between two years of one agency nearly all pairs are far above the floors; these are set by reports of
different agencies, where the same themes say more than the same words, but nothing without any of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.comparison import SectionText
from generator.taxonomy.comparison_text import masked
from generator.taxonomy.likeness import Pairs, likeness, pairs_of

TEXT_WEIGHT: Final = 50
HEADING_WEIGHT: Final = 20
THEME_WEIGHT: Final = 30
FLOOR: Final = 23_000  # of 100,000
WORDING_FLOOR: Final = 150  # thousandths of text and heading together: below, only the theme is the same


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
    heading = (masked(section.title),) if section.title else ()
    return _Weighed(text=pairs_of(masks), heading=pairs_of(heading), themes=section.themes)


def _score(old: _Weighed, new: _Weighed) -> int:
    text = likeness(old.text, new.text)
    # What has no heading is judged by its text in its place.
    heading = likeness(old.heading, new.heading) if old.heading.total and new.heading.total else text
    if text + heading < WORDING_FLOOR:
        return 0
    union = len(old.themes | new.themes)
    themes = 1000 * len(old.themes & new.themes) // union if union else text
    return TEXT_WEIGHT * text + HEADING_WEIGHT * heading + THEME_WEIGHT * themes
