"""The rules of figures (``data/figures.yml``), checked and compiled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator

from generator.taxonomy.validation import StrictModel, load_yaml

_NUMERALS = "一二两三四五六七八九十廿卅百千万亿零〇壹贰叁肆伍陆柒捌玖拾佰仟"
DATA = Path(__file__).parent.parent / "data"


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        message = f"不是正确的正则表达式（{error}）"
        raise ValueError(message) from None
    return value


Pattern = Annotated[str, AfterValidator(_pattern)]


class _NeverEntry(StrictModel):
    name: str
    pattern: Pattern


class _ZeroEntry(StrictModel):
    triggers: Pattern
    told_after: Pattern
    before: Pattern
    not_after: Pattern
    nouns: dict[str, str]
    results: dict[str, str]
    strip: Pattern


class _TableEntry(StrictModel):
    unit: Pattern
    not_columns: Pattern


class _FigureFile(StrictModel):
    measures: list[str]
    guards: dict[str, Pattern]
    digits_only: list[str]
    unitless: Pattern
    same_unit: dict[str, str]
    about_before: list[str]
    not_about: list[str]
    about_after: list[str]
    never: list[_NeverEntry]
    lead: Pattern
    trail: Pattern
    verbs: list[str]
    noun_ends: Pattern
    creating: list[str]
    counted_in_words: list[str]
    one_after_verb: list[str]
    counted_nouns: Pattern
    required: Pattern
    short_nouns: list[str]
    generic: list[str]
    zero: _ZeroEntry
    planned: Pattern
    planned_from: Pattern
    troubles: Pattern
    distinct: Pattern
    apart: Pattern
    table: _TableEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ZeroRules:
    """How a text tells of zero without a number.

    Attributes:
        triggers: the words that say so; a group ``measure`` gives the unit, a group ``bare`` is 零 alone.
        told_after: words that say so after what is counted (均为零).
        before: what goes before 零 without being counted.
        not_after: words before them that make it a demand or an intention.
        nouns: what can be counted so -> its unit, longest first.
        results: what is counted so besides where the zero stands behind it.
        strip: what says nothing at the end of a noun (情况, 事项).
    """

    triggers: re.Pattern[str]
    told_after: re.Pattern[str]
    before: re.Pattern[str]
    not_after: re.Pattern[str]
    nouns: tuple[tuple[str, str], ...]
    results: tuple[tuple[str, str], ...]
    strip: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRules:
    """The rules, ready for matching.

    Attributes:
        arabic: a number in digits with its unit.
        chinese: a number in Chinese numerals with its unit.
        large: a number in 万 or 亿 that ends its clause without a unit.
        unitless: what stands before such a number; a group ``unit`` is its unit.
        same_unit: spelling of a unit -> the unit it means.
        about_before: words right before a number that make it approximate.
        never: what is never a figure.
        lead: words that go at the beginning of what stands before a number.
        trail: words that go at its end.
        verbs: an alternation that matches at the end of a text; group 0 is the verb.
        noun_ends: words that end the noun after a number.
        creating: the verbs after which Chinese numerals count.
        counted_in_words: measures with which two or more in Chinese numerals always count.
        one_after_verb: measures with which 一 counts after such a verb.
        counted_nouns: nouns before which Chinese numerals count with any measure.
        required: words that make 一次 a demand.
        short_nouns: nouns of one character.
        generic: nouns before which Chinese numerals only introduce a list.
        zero: see there.
        planned: words that make a sentence one about what is to be done.
        planned_from: words after which a passage that also tells of other things is about what is to be done.
        troubles: words that tell of what is wanting now.
        distinct: words that make a longer noun another thing than the shorter one in it.
        apart: what tells of the rest, at the beginning of a noun that no later number shares.
        units: every unit that a number can have.
        table_unit: where a table tells its unit.
        not_columns: headings of columns whose numbers count nothing.
    """

    arabic: re.Pattern[str]
    chinese: re.Pattern[str]
    large: re.Pattern[str]
    unitless: re.Pattern[str]
    same_unit: dict[str, str]
    about_before: re.Pattern[str]
    never: tuple[re.Pattern[str], ...]
    lead: re.Pattern[str]
    trail: re.Pattern[str]
    verbs: re.Pattern[str]
    noun_ends: re.Pattern[str]
    creating: re.Pattern[str]
    counted_in_words: frozenset[str]
    one_after_verb: frozenset[str]
    counted_nouns: re.Pattern[str]
    required: re.Pattern[str]
    short_nouns: frozenset[str]
    generic: re.Pattern[str]
    zero: ZeroRules
    planned: re.Pattern[str]
    planned_from: re.Pattern[str]
    troubles: re.Pattern[str]
    distinct: re.Pattern[str]
    apart: re.Pattern[str]
    units: frozenset[str]
    table_unit: re.Pattern[str]
    not_columns: re.Pattern[str]


@lru_cache(maxsize=4)
def load_figure_rules(path: Path = DATA / "figures.yml") -> FigureRules:
    """Read and check the rules.

    Raises:
        ConfigurationError: the file is not well-formed; every fault is listed.
    """
    content = load_yaml(path, _FigureFile)
    in_words = [measure for measure in content.measures if measure not in content.digits_only]
    about = f"(?P<after>{_either(content.about_after)})?"
    or_another = f"(?:[（(](?:{_either(content.measures)})[）)])?"  # 36篇（条）
    # No quantity has more digits; without a bound a page of digits would be tried at every length.
    number = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,14}(?:\.\d{1,6})?"
    arabic = (
        rf"(?<![\d.,A-Za-z])(?<!\d )(?:百分之)?(?P<number>{number})(?P<inner>[余多几来])?"
        r"(?P<power>百万|千万|十万|万|亿|千|百)?"
        rf"(?P<more>[余多几来])?(?P<unit>{_units(content.measures, content.guards)}|[%‰]){or_another}{about}"
    )
    numerals = f"[{_NUMERALS}]{{1,16}}"
    chinese = (
        rf"百分之(?P<share>{numerals}(?:点{numerals})?)(?P<shareafter>{_either(content.about_after)})?"
        rf"|(?<![{_NUMERALS}几数多半.\d])(?<![{_NUMERALS}]点)(?<!(?<![全今去])年)(?P<number>{numerals})"
        # 二点五个百分点; elsewhere 点 is a place or an hour
        rf"(?:点(?P<part>[一二三四五六七八九零〇]{{1,4}})(?=个?百分点|倍|[万亿]))?(?P<more>[余多几来])?(?P<power>万|亿)?"
        rf"(?P<unit>{_units(in_words, content.guards)}){or_another}{about}"
    )
    return FigureRules(
        arabic=re.compile(arabic),
        chinese=re.compile(chinese),
        large=re.compile(
            rf"(?<![\d.,A-Za-z])(?<!\d )(?P<number>{number})(?P<power>[万亿])(?P<more>[余多])?(?P<after>以上|左右)?(?=[，。；、）)]|$)"
        ),
        unitless=re.compile(content.unitless),
        same_unit=content.same_unit,
        about_before=re.compile(
            f"(?:{_either(content.about_before)}){''.join(f'(?<!{re.escape(word)})' for word in content.not_about)}$"
        ),
        never=tuple(re.compile(entry.pattern) for entry in content.never),
        lead=re.compile(f"^(?:{content.lead})++"),
        trail=re.compile(f"(?>{content.trail})++$"),
        verbs=re.compile(f"(?:{_either(content.verbs)})$"),
        noun_ends=re.compile(content.noun_ends),
        creating=re.compile(f"(?:{_either(content.creating)})$"),
        counted_in_words=frozenset(content.counted_in_words),
        one_after_verb=frozenset(content.one_after_verb),
        counted_nouns=re.compile(content.counted_nouns),
        required=re.compile(content.required),
        short_nouns=frozenset(content.short_nouns),
        generic=re.compile(_either(content.generic)),
        zero=ZeroRules(
            triggers=re.compile(content.zero.triggers),
            told_after=re.compile(content.zero.told_after),
            before=re.compile(content.zero.before),
            not_after=re.compile(content.zero.not_after),
            nouns=_longest_first(content.zero.nouns),
            results=_longest_first(content.zero.nouns | content.zero.results),
            strip=re.compile(content.zero.strip),
        ),
        planned=re.compile(content.planned),
        planned_from=re.compile(content.planned_from),
        troubles=re.compile(content.troubles),
        distinct=re.compile(content.distinct),
        apart=re.compile(content.apart),
        units=frozenset((*content.measures, "%", "‰")),
        table_unit=re.compile(content.table.unit),
        not_columns=re.compile(content.table.not_columns),
    )


def _longest_first(nouns: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(nouns.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _units(measures: Sequence[str], guards: dict[str, str]) -> str:
    """Longest first; a measure that may open another word looks at what follows."""
    ordered = sorted(set(measures), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + (f"(?!{guards[word]})" if guards.get(word) else "") for word in ordered)
