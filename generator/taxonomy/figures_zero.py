"""Zeros that a text tells without a number: 未发生行政诉讼案件, 无一例输入, 零投诉."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice, zip_longest

from generator.taxonomy.figures_mentions import Mention
from generator.taxonomy.figures_phrase import Reading
from generator.taxonomy.figures_rules import FigureRules, ZeroRules
from generator.taxonomy.figures_text import PassageText

_AND = re.compile(r"(、|以及|和|及其?|与|或者?)")
_MOST = 1000
_LONGEST_SUBJECT = 12  # 行政诉讼 of 行政诉讼零败诉
_COUNTED = re.compile(r"\d[余多]?([件宗起例])")
_OF_CASES = "件"  # 均未被撤销, 均未败诉
_FAR = 12  # a word this near before 未发生 makes it a demand
_LONGEST_TITLE = 100
_CLOSED = re.compile("[”」、，]")
_TITLE = re.compile(r"《[^《》]*》")


def find_zeros(text: PassageText, rules: FigureRules) -> tuple[Reading, ...]:
    """Implied zeros of a passage, one for each thing that did not happen, in text order."""
    zero = rules.zero
    found = [*_told_before(text, zero), *_told_after(text, rules)]
    return tuple(sorted(found, key=lambda one: (one.mention.start, one.mention.end)))


def _told_before(text: PassageText, zero: ZeroRules) -> Iterator[Reading]:
    """未发生行政诉讼案件, 无一例输入, 行政诉讼零败诉."""
    end = 0
    matches = list(islice(zero.triggers.finditer(text.plain), _MOST))
    for match, following in zip_longest(matches, matches[1:]):
        if match.start() < end or _demanded(text, match.start(), zero):
            continue
        told = match.groupdict()
        bare, measure, passive = bool(told.get("bare")), told.get("measure"), told.get("passive")
        clause_end = text.clause_end(match.end(), "、" if bare else "")
        if bare and (closed := _CLOSED.search(text.plain, match.end(), clause_end)):  # “国家赔偿零赔付”的单位
            clause_end = closed.start()
        if following is not None and text.plain[following.start() - 1] == "、":  # 无超时件、无投诉
            clause_end = min(clause_end, following.start() - 1)
        things = tuple(_things(text.plain, match.end(), clause_end, zero.nouns, zero))
        if passive:
            units = _COUNTED.findall(text.plain, text.sentence(match.start(), match.end())[0], match.start())
            things, clause_end = ((passive, units[-1] if units else _OF_CASES),), match.end()
        if measure and clause_end > match.end():
            # 无一例关联病例输入: the measure word says that it is counted, whatever it is.
            things = things or ((_cleaned(text.plain[match.end() : clause_end], zero), measure),)
        if bare:
            before = text.plain[text.clause_start(match.start()) : match.start()].rstrip("“「")
            aside = zero.before.match(before)
            subject = (before[aside.end() :] if aside else before).rpartition("“")[2]
            if len(subject) <= _LONGEST_SUBJECT:
                things = tuple((subject + noun, unit) for noun, unit in things)
        for counted, unit in things:
            yield _reading(counted, measure or unit, match.start(), clause_end, near=f"{match[0]}{counted}")
        end = clause_end if things else end


def _told_after(text: PassageText, rules: FigureRules) -> Iterator[Reading]:
    """行政复议、行政诉讼案件均为零."""
    for match in islice(rules.zero.told_after.finditer(text.plain), _MOST):
        clause = text.clause_start(match.start())
        if _demanded(text, match.start(), rules.zero):
            continue
        lead = rules.lead.match(text.plain[clause : match.start()])
        start = clause + (lead.end() if lead else 0)
        for counted, unit in _things(text.plain, start, match.start(), rules.zero.results, rules.zero):
            reading = _reading(counted, unit, start, match.end(), near=counted)
            yield replace(reading, mention=replace(reading.mention, in_words=not match[0].endswith("0")))


def _reading(counted: str, unit: str, start: int, end: int, *, near: str) -> Reading:
    mention = Mention(start=start, end=end, number=Decimal(0), unit=unit, in_words=True)
    return Reading(mention=mention, counted=counted, start=start, end=end, near=near)


def _demanded(text: PassageText, place: int, zero: ZeroRules) -> bool:
    clause = text.plain[max(text.clause_start(place), place - _FAR) : place]
    first = max(0, place - _LONGEST_TITLE)
    titles = _TITLE.finditer(text.plain, first, place + _LONGEST_TITLE)
    in_title = any(match.start() < place < match.end() for match in titles)
    return in_title or zero.not_after.search(clause) is not None


def _things(
    plain: str, start: int, end: int, nouns: tuple[tuple[str, str], ...], zero: ZeroRules
) -> Iterator[tuple[str, str]]:
    """Cut 行政复议事项、行政诉讼案件及投诉情况 where every part names something that can be counted."""
    pending = ""
    for piece in [*_AND.split(plain[start:end]), ""]:
        if _AND.fullmatch(piece):
            unit = _unit(pending, nouns, zero)
            pending += piece if not unit else ""
            if not pending.endswith(piece):
                yield _cleaned(pending, zero), unit
                pending = ""
        else:
            pending += piece
    if unit := _unit(pending, nouns, zero):
        yield _cleaned(pending, zero), unit


def _unit(thing: str, nouns: tuple[tuple[str, str], ...], zero: ZeroRules) -> str:
    """The unit of the noun that the thing ends with, 情况 and 事项 aside; empty where it names nothing countable."""
    core = zero.strip.sub("", thing).rstrip('”’"')
    for noun, unit in nouns:
        if core.endswith((noun, f"{noun}案件", f"{noun}事件")):
            return unit
    return ""


def _cleaned(thing: str, zero: ZeroRules) -> str:
    return zero.strip.sub("", thing).strip("的“”").lstrip("和及与").removeprefix("一")  # 无一败诉
