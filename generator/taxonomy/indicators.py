"""Named indicators: which of the figures state the same thing in every report, and their value a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from generator.model.figure import Aggregation, Direction, Figure, Indicator, IndicatorValue
from generator.taxonomy.figures_phrase import Reading
from generator.taxonomy.figures_rules import Pattern
from generator.taxonomy.figures_text import PassageText
from generator.taxonomy.validation import StrictModel, load_yaml

DATA = Path(__file__).parent.parent / "data"
_NEAR = 10
_TITLE = re.compile(r"《[^《》]*》")


class _IndicatorEntry(StrictModel):
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    name: str
    units: Annotated[list[str], Field(min_length=1)]
    theme: str
    aggregation: Aggregation
    direction: Direction
    words: Pattern
    before: Pattern = ""
    after: Pattern = ""
    never: Pattern = ""
    sentence: Pattern = ""


class _IndicatorFile(StrictModel):
    not_this_year: Pattern
    change: Pattern
    bodies: Pattern
    elided: Pattern
    not_all: Pattern
    indicators: Annotated[list[_IndicatorEntry], Field(min_length=1)]

    @model_validator(mode="after")
    def _once_each(self) -> _IndicatorFile:
        for key in ("id", "name"):
            values = [getattr(entry, key) for entry in self.indicators]
            twice = sorted({value for value in values if values.count(value) > 1})
            if twice:
                message = f"指标的 {key} 重复：{'、'.join(twice)}"
                raise ValueError(message)
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRule:
    """How an indicator shows.

    Attributes:
        indicator: the indicator.
        words: must be found in the words around the number.
        before: must be found in the clause up to the number; empty asks for nothing.
        after: must be found after the unit in its clause.
        never: must not be found around the number.
        sentence: must be found in the sentence or its section's heading.
    """

    indicator: Indicator
    words: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    never: re.Pattern[str] | None
    sentence: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorTable:
    """All indicators, in the order in which they are tried.

    Attributes:
        rules: the first that fits wins.
        not_this_year: words that make a number one of another year.
        change: words right before a number that make it a change and no level.
        bodies: ends of nouns for places and bodies, which say nothing of what was done there.
        elided: clauses of a noun alone, which go on from the clause before them.
        not_all: words that make a number one of a part only.
    """

    rules: tuple[IndicatorRule, ...]
    not_this_year: re.Pattern[str]
    change: re.Pattern[str]
    bodies: re.Pattern[str]
    elided: re.Pattern[str]
    not_all: re.Pattern[str]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators in the file's order."""
        return tuple(rule.indicator for rule in self.rules)


@lru_cache(maxsize=4)
def load_indicators(path: Path = DATA / "indicators.yml") -> IndicatorTable:
    """Read and check the indicators.

    Raises:
        ConfigurationError: the file is not well-formed; every fault is listed.
    """
    content = load_yaml(path, _IndicatorFile)
    return IndicatorTable(
        rules=tuple(_rule(entry) for entry in content.indicators),
        not_this_year=re.compile(content.not_this_year),
        change=re.compile(f"(?:{content.change})$"),
        bodies=re.compile(content.bodies),
        elided=re.compile(content.elided),
        not_all=re.compile(content.not_all),
    )


def _rule(entry: _IndicatorEntry) -> IndicatorRule:
    return IndicatorRule(
        indicator=Indicator(
            indicator_id=entry.id,
            name=entry.name,
            units=tuple(entry.units),
            theme=entry.theme,
            aggregation=entry.aggregation,
            direction=entry.direction,
        ),
        words=re.compile(entry.words),
        before=re.compile(entry.before),
        after=re.compile(entry.after),
        never=re.compile(entry.never) if entry.never else None,
        sentence=re.compile(entry.sentence),
    )


def match_indicator(text: PassageText, reading: Reading, table: IndicatorTable) -> Indicator | None:
    """The indicator that a number states, or None; changes and numbers of other years state none."""
    mention = reading.mention
    clause_starts = text.clause_start(mention.start)
    clause = text.plain[clause_starts : mention.start]
    if table.not_this_year.search(clause) or table.change.search(clause[-_NEAR:]):
        return None
    first, last = text.sentence(mention.start, mention.end)
    sentence = text.plain[first:last]
    told = text.plain[mention.start : mention.end]  # of an implied zero the words that tell it
    if table.not_all.search(clause + told):
        return None
    after = text.plain[mention.end : text.clause_end(mention.end)]
    # The name of one document among those counted says nothing of what is counted.
    of_bodies = mention.unit == "个" and table.bodies.search(reading.counted)
    if table.elided.search(clause):
        clause = text.plain[max(first, text.clause_start(clause_starts - 1)) : mention.start]
    near = _TITLE.sub("《》", reading.counted if of_bodies else reading.near)
    for rule in table.rules:
        if mention.unit not in rule.indicator.units or not rule.words.search(near):
            continue
        if rule.never is not None and rule.never.search(near):
            continue
        if rule.before.search(clause + told) and rule.after.search(after) and rule.sentence.search(sentence):
            return rule.indicator
    return None


def indicator_values(figures: Iterable[Figure], table: IndicatorTable) -> tuple[IndicatorValue, ...]:
    """What one report states of each indicator, in the table's order; plans and approximate parts included as told.

    Args:
        figures: of one report, in text order.
        table: as ``load_indicators`` gives it.

    Returns:
        One value an indicator that the report states.  Statements in another unit than the one used are left out:
        pieces and sessions cannot be added up.
    """
    stated: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.indicator and not figure.planned:
            stated.setdefault(figure.indicator, []).append(figure)
    return tuple(
        _value(indicator, stated[indicator.indicator_id])
        for indicator in table.indicators
        if indicator.indicator_id in stated
    )


def _value(indicator: Indicator, figures: Sequence[Figure]) -> IndicatorValue:
    unit = min((figure.unit for figure in figures), key=indicator.units.index)
    chosen = [figure for figure in figures if figure.unit == unit]
    if indicator.aggregation is Aggregation.SUM:
        number = sum((figure.number for figure in chosen), start=chosen[0].number * 0)
    else:
        largest = indicator.aggregation is Aggregation.LARGEST
        chosen = [max(chosen, key=lambda figure: figure.number) if largest else chosen[0]]
        number = chosen[0].number
    return IndicatorValue(indicator_id=indicator.indicator_id, number=number, unit=unit, figures=tuple(chosen))
