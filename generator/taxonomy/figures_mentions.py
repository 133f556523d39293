"""Numbers with their units in a passage, before anything is known of what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.parser.numerals import read_numeral
from generator.taxonomy.figures_rules import FigureRules
from generator.taxonomy.figures_text import PassageText
from generator.taxonomy.figures_words import counts_in_words

_POWERS = {"": 1, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_DIGIT_VALUES = {character: value for value, character in enumerate("零一二三四五六七八九")}
_HALF_TENTH = re.compile("(?P<half>[一二三四五六七八九])(?P<after>以上|以下|左右)?(?=[，。；、）)的]|$)")
_ROUND = frozenset("十百千万亿")


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
    arabic = (*_arabic(text, rules), *_large(text, rules))
    inside = [range(mention.start, mention.end) for mention in arabic]
    # 万人次 of 20余万人次 is no number of its own.
    words = [
        mention for mention in _percent_and_chinese(text, rules) if not any(mention.start in span for span in inside)
    ]
    return _with_units_in_full(text, sorted((*arabic, *words), key=lambda mention: mention.start))


def _with_units_in_full(text: PassageText, mentions: list[Mention]) -> tuple[Mention, ...]:
    """12个、7个工作日: the unit is told in full at the end."""
    for index in range(len(mentions) - 2, -1, -1):
        one, after = mentions[index], mentions[index + 1]
        printed = text.plain[after.start : after.end]
        joined = text.plain[one.end : after.start] in {"、", "和"}
        if one.unit == "个" != after.unit and joined and f"个{after.unit}" in printed:
            mentions[index] = replace(one, unit=after.unit)
    return tuple(mentions)


def _arabic(text: PassageText, rules: FigureRules) -> Iterator[Mention]:
    for match in rules.arabic.finditer(text.masked):
        number = Decimal(match["number"].replace(",", "")) * _POWERS[match["power"] or ""]
        yield Mention(
            start=match.start(),
            end=match.end(),
            number=plain_number(number),
            unit=rules.same_unit.get(match["unit"], match["unit"]),
            approximate=_about(text, match, rules),
        )


def _large(text: PassageText, rules: FigureRules) -> Iterator[Mention]:
    """粉丝数12.6万, 观看人次逾2亿: a large number without a unit of its own."""
    for match in rules.large.finditer(text.masked):
        told = rules.unitless.search(text.masked, text.clause_start(match.start()), match.start())
        if told is None:
            continue
        yield Mention(
            start=match.start(),
            end=match.end(),
            number=plain_number(Decimal(match["number"].replace(",", "")) * _POWERS[match["power"]]),
            unit=(told["unit"] or "").replace("人数", "人"),
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
        if value is None:
            continue
        number = _share(f"{match['number']}点{match['part']}") if match["part"] else Decimal(value)
        if number is None:
            continue
        about = _about(text, match, rules)
        if not counts_in_words(text, match, value, rules, about=bool(about)):
            continue
        # 六成五: half a tenth more
        half = _HALF_TENTH.match(text.masked, match.end()) if match["unit"] == "成" and not match["after"] else None
        if half:
            yield Mention(
                start=match.start(),
                end=half.end(),
                number=Decimal(f"{value}.{_DIGIT_VALUES[half['half']]}"),
                unit=match["unit"],
                approximate=about or half["after"] or "",
                in_words=True,
            )
            continue
        yield Mention(
            start=match.start(),
            end=match.end(),
            number=plain_number(number * _POWERS[match["power"] or ""]),
            unit=rules.same_unit.get(match["unit"], match["unit"]),
            approximate=about,
            in_words=True,
        )


def _about(text: PassageText, match: re.Match[str], rules: FigureRules) -> str:
    before = rules.about_before.search(text.masked, max(0, match.start() - 4), match.start())
    if text.masked[match.start() - 1 : match.start()] == "上" and match["number"][0] in _ROUND:
        return "上"  # 上百条, not 网上12条
    inner = match.groupdict().get("inner")
    return (before[0] if before else "") or inner or match["more"] or match["after"] or ""


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
    """九十八点五 of 百分之九十八点五, 二点五 of 二点五个百分点."""
    whole, _, part = text.partition("点")
    value = _chinese_value(whole)
    digits = [_DIGIT_VALUES.get(character) for character in part]
    if value is None or None in digits:
        return None
    return plain_number(Decimal(f"{value}.{''.join(map(str, digits))}" if digits else value))


def plain_number(number: Decimal) -> Decimal:
    """Without exponent and without zeros after the point."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
