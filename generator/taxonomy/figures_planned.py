"""Whether a number tells of what was done, or of what is to be done."""

from __future__ import annotations

from collections.abc import Collection

from generator.model.report import Role
from generator.taxonomy.figures_rules import FigureRules
from generator.taxonomy.figures_text import PassageText


def is_planned(text: PassageText, place: int, roles: Collection[Role], rules: FigureRules) -> bool:
    """Whether the number at a place belongs to a plan.

    A unit about next year holds plans only; one that also tells of achievements or problems (存在问题及下一步打算) holds
    them after words that open a plan, or where its passage names no trouble.

    Args:
        text: the passage.
        place: where the number stands in its ``plain`` text.
        roles: of the unit.
        rules: as ``load_figure_rules`` gives them.
    """
    first, _ = text.sentence(place, place + 1)
    if rules.planned.search(text.plain, first, place):
        return True
    if Role.NEXT_YEAR not in roles:
        return False
    if Role.ACHIEVEMENTS not in roles and Role.PROBLEMS not in roles:
        return True
    if rules.planned_from.search(text.plain, 0, place):
        return True
    return Role.ACHIEVEMENTS not in roles and not rules.troubles.search(text.plain)
