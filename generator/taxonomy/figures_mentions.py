"""Numbers with their units in a passage, before anything is known of what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.parser.numerals import read_numeral
from generator.taxonomy.figures_rules import FigureRules
from generator.taxonomy.figures_text import BLOT, PassageText

_POWERS = {"": 1, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_DIGIT_VALUES = {character: value for value, character in enumerate("零一二三四五六七八九")}
_BOUNDARY = frozenset("，。；：、！？,;:!?…\n\t（(）)")
_AND = frozenset("和及与并")
# 一件 after these is 每一件, 这一件: not a count.
_NOT_BEFORE_ONE = frozenset("每同这那另任某之进统专单唯哪某跑成")
_ONE_COUNTED = frozenset("件起例宗名份次场期篇部项人座处所")
_OPENING = frozenset(("件", "起", "名", "份", "篇", "部", "家", "批", "场"))  # 两件案例入选……
_LOOSE = frozenset(("个", "项", "类", "种", "套", "条"))
_NAMED = _LOOSE | {"件", "部", "批", "场"}  # what they count must be named: 三件提案, not 三件大事
_ROUND = frozenset("十百千万亿")
_LEAST_MONEY = 100  # 一元, 二元, 多元 are other words
_DEMANDED_WITHIN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A number with its unit.

    Attributes:
        start: its first character in the passage's ``plain`` text.
        end: after the last character of the unit (and of 以上, 左右).
        number: the value.
        unit: the unit, in the spelling that the rules choose.
        approximate: the word that makes it approximate, or empty.
        in_words: it is written in Chinese numerals.
    """

    start: int
    end: int
    number: Decimal
    unit: str
    approximate: str = ""
    in_words: bool = False


def find_mentions(text: PassageText, rules: FigureRules) -> tuple[Mention, ...]:
    """All numbers with units that are not blotted out, in text order, Chinese numerals only where they count."""
    arabic = tuple(_arabic(text, rules))
    inside = [range(mention.start, mention.end) for mention in arabic]
    # 万人次 of 20余万人次 is no number of its own.
    words = [
        mention for mention in _percent_and_chinese(text, rules) if not any(mention.start in span for span in inside)
    ]
    return tuple(sorted((*arabic, *words), key=lambda mention: mention.start))


def _arabic(text: PassageText, rules: FigureRules) -> Iterator[Mention]:
    for match in rules.arabic.finditer(text.masked):
        number = Decimal(match["number"].replace(",", "")) * _POWERS[match["power"] or ""]
        yield Mention(
            start=match.start(),
            end=match.end(),
            number=_plain(number),
            unit=rules.same_unit.get(match["unit"], match["unit"]),
            approximate=_about(text, match, rules),
        )


def _percent_and_chinese(text: PassageText, rules: FigureRules) -> Iterator[Mention]:
    for match in rules.chinese.finditer(text.masked):
        if match["share"]:
            number = _share(match["share"])
            if number is not None:
                before = rules.about_before.search(text.masked, max(0, match.start() - 4), match.start())
                about = (before[0] if before else "") or match["shareafter"] or ""
                yield Mention(
                    start=match.start(), end=match.end(), number=number, unit="%", approximate=about, in_words=True
                )
            continue
        value = _chinese_value(match["number"])
        if value is None or not _counts(text, match, value, rules):
            continue
        yield Mention(
            start=match.start(),
            end=match.end(),
            number=_plain(Decimal(value) * _POWERS[match["power"] or ""]),
            unit=rules.same_unit.get(match["unit"], match["unit"]),
            approximate=_about(text, match, rules),
            in_words=True,
        )


def _about(text: PassageText, match: re.Match[str], rules: FigureRules) -> str:
    before = rules.about_before.search(text.masked, max(0, match.start() - 4), match.start())
    if text.masked[match.start() - 1 : match.start()] == "上" and match["number"][0] in _ROUND:
        return "上"  # 上百条, not 网上12条
    inner = match.groupdict().get("inner")
    return (before[0] if before else "") or inner or match["more"] or match["after"] or ""


def _counts(text: PassageText, match: re.Match[str], value: int, rules: FigureRules) -> bool:
    """Whether Chinese numerals count something here, rather than being part of a name or a set phrase."""
    unit, printed = match["unit"], match["number"]
    before = text.masked[text.clause_start(match.start()) : match.start()]
    after = text.masked[match.end() : match.end() + 10]
    core = rules.trail.sub("", rules.lead.sub("", before))
    ends_here = not after or after[0] in _BOUNDARY or after[0] in _AND
    clause_after = text.masked[match.end() : text.clause_end(match.end())]
    if before[-1:] == BLOT or printed == "二" or printed[0] in "零〇" or "之一" in clause_after:
        return False
    if value == 1:
        if rules.required.search(before[-_DEMANDED_WITHIN:]):
            return False
        if ends_here:
            return unit in _ONE_COUNTED and len(core) >= 2 and before[-1:] not in _NOT_BEFORE_ONE
        return unit in rules.one_after_verb and rules.creating.search(before) is not None
    if unit == "元":
        return value >= _LEAST_MONEY and len(printed) > 1
    if rules.generic.match(after) or (unit in _LOOSE and rules.generic.search(after[:6])):
        return False
    if _ROUND.issuperset(printed) and "十" not in printed and not (match["more"] or _about(text, match, rules)):
        return False  # 法律进万家
    if rules.creating.search(before) or (match["more"] and before) or unit in rules.counted_in_words:
        return True
    if unit in _NAMED and rules.counted_nouns.match(after):
        return True
    if not core and not ends_here:
        return unit in _OPENING or unit == "次"
    noun_before = len(core) >= 2 and not core.endswith(("的", "这", "以", "用", "做好", "抓好", "坚持"))
    if ends_here:
        return noun_before and unit not in _LOOSE - {"项", "条"}
    return noun_before and unit in {"次", "批次", "场次", "人次"}


def _chinese_value(text: str) -> int | None:
    """一百二十, 三千, 两万五千 … below 10**12."""
    for sign, power in (("亿", 10**8), ("万", 10**4)):
        if sign in text:
            left, _, right = text.partition(sign)
            high = _chinese_value(left) if left else 1
            low = _chinese_value(right.lstrip("零〇")) if right.strip("零〇") else 0
            return None if high is None or low is None else high * power + low
    return read_numeral(text)


def _share(text: str) -> Decimal | None:
    """九十八点五 of 百分之九十八点五."""
    whole, _, part = text.partition("点")
    value = _chinese_value(whole)
    digits = [_DIGIT_VALUES.get(character) for character in part]
    if value is None or None in digits:
        return None
    return _plain(Decimal(f"{value}.{''.join(map(str, digits))}" if digits else value))


def _plain(number: Decimal) -> Decimal:
    """Without exponent and without zeros after the point."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
