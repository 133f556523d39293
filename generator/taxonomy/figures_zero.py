"""Zeros that a text tells without a number: 未发生行政诉讼案件, 无一例输入, 零投诉."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from generator.taxonomy.figures_mentions import Mention
from generator.taxonomy.figures_phrase import Reading
from generator.taxonomy.figures_rules import FigureRules, ZeroRules
from generator.taxonomy.figures_text import PassageText

_AND = re.compile(r"(、|以及|和|及其?|与|或者?)")
_MOST = 1000
_FAR = 12  # a word this near before 未发生 makes it a demand
_LONGEST_TITLE = 100
_TITLE = re.compile(r"《[^《》]*》")


def find_zeros(text: PassageText, rules: FigureRules) -> tuple[Reading, ...]:
    """Implied zeros of a passage, one for each thing that did not happen, in text order."""
    found: list[Reading] = []
    end = 0
    for match in islice(rules.zero.triggers.finditer(text.plain), _MOST):
        if match.start() < end or _demanded(text, match.start(), rules.zero):
            continue
        clause_end = text.clause_end(match.end())
        measure = match.groupdict().get("measure")
        things = tuple(_things(text.plain, match.end(), clause_end, rules.zero))
        if measure and clause_end > match.end():
            # 无一例关联病例输入: the measure word says that it is counted, whatever it is.
            things = things or ((_cleaned(text.plain[match.end() : clause_end], rules.zero), measure),)
        for counted, unit in things:
            mention = Mention(
                start=match.start(),
                end=clause_end,
                number=Decimal(0),
                unit=measure or unit,
            )
            found.append(Reading(mention=mention, counted=counted, start=match.start(), end=clause_end, near=counted))
        end = clause_end if things else end
    return tuple(found)


def _demanded(text: PassageText, place: int, zero: ZeroRules) -> bool:
    clause = text.plain[max(text.clause_start(place), place - _FAR) : place]
    first = max(0, place - _LONGEST_TITLE)
    titles = _TITLE.finditer(text.plain, first, place + _LONGEST_TITLE)
    in_title = any(match.start() < place < match.end() for match in titles)
    return in_title or zero.not_after.search(clause) is not None


def _things(plain: str, start: int, end: int, zero: ZeroRules) -> Iterator[tuple[str, str]]:
    """Cut 行政复议事项、行政诉讼案件及投诉情况 where every part names something that can be counted."""
    pending = ""
    for piece in [*_AND.split(plain[start:end]), ""]:
        if _AND.fullmatch(piece):
            pending += piece if not _unit(pending, zero) else ""
            if not pending.endswith(piece):
                yield _cleaned(pending, zero), _unit(pending, zero)
                pending = ""
        else:
            pending += piece
    if unit := _unit(pending, zero):
        yield _cleaned(pending, zero), unit


def _unit(thing: str, zero: ZeroRules) -> str:
    """The unit of the noun that the thing ends with, 情况 and 事项 aside; empty where it names nothing countable."""
    core = zero.strip.sub("", thing).rstrip('”’"')
    for noun, unit in zero.nouns:
        if core.endswith((noun, f"{noun}案件", f"{noun}事件")):
            return unit
    return ""


def _cleaned(thing: str, zero: ZeroRules) -> str:
    return zero.strip.sub("", thing).strip("的“”")
