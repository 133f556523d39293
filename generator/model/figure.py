"""Figures: quantities that a report states, each with the sentence that states it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Aggregation(StrEnum):
    """How several statements of one indicator in one report become one value."""

    LARGEST = "largest"  # a total is never smaller than its parts, whichever is told first
    SUM = "sum"  # every statement is a part of its own
    FIRST = "first"  # what is told first is the headline: rates


class Direction(StrEnum):
    """Which way is better, where anybody could say so."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """A later place that states a fact once more.

    Attributes:
        anchor: the passage's anchor.
        start: first offset of the number in the block's ``text``.
        end: offset after the unit.
        line: 1-based source line.
    """

    anchor: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quantity stated in a report.

    Attributes:
        number: its value: 15.2万 is 152000; exact, without exponent.
        printed: number, multiplier and unit as printed (``15.2万人次``); of an implied zero the words that say so.
        unit: measure word (``件``), ``%`` or a unit of measurement (``平方米``).
        counted: what is counted, without blanks: ``主动公开信息``, ``境外驻华使馆``; of
            修改5件 after 废止法规6件: ``修改法规``.
        phrase: the words of the text around the number, as printed.
        sentence: the whole sentence, as printed: what is quoted beside the number.
        anchor: the passage's anchor.
        item_anchor: anchor of the 一是 item that it stands in, or empty.
        start: first offset of the printed number in the block's ``text``.
        end: offset after the last character of its unit.
        line: 1-based source line of ``start``.
        section: label of the unit that it stands in: ``一（二）``, ``六 二是``.
        approximate: the word that makes it approximate (``余``, ``近``, ``以上``), or empty.
        implied: a zero that the text tells without a number (未发生…).
        planned: it tells what is to be done, not what was done.
        theme: id of the leading theme of its unit, or empty.
        indicator: id of the named indicator that it states, or empty.
        repeated: later places that state the same fact.
    """

    number: Decimal
    printed: str
    unit: str
    counted: str
    phrase: str
    sentence: str
    anchor: str
    start: int
    end: int
    line: int
    item_anchor: str = ""
    section: str = ""
    approximate: str = ""
    implied: bool = False
    planned: bool = False
    theme: str = ""
    indicator: str = ""
    repeated: tuple[Repetition, ...] = ()

    @property
    def link_anchor(self) -> str:
        """The finest anchor that shows the figure on the report's page."""
        return self.item_anchor or self.anchor

    @property
    def value(self) -> str:
        """The number in plain digits: ``152000``, ``98.5``."""
        return format(self.number, "f")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A named indicator that reports can be compared by.

    Attributes:
        indicator_id: ``proactive-disclosure``.
        name: 主动公开信息.
        units: measure words that may state it; another unit states another thing.
        theme: id of the theme that it belongs to.
        aggregation: how several statements in one report become one value.
        direction: which way is better.
    """

    indicator_id: str
    name: str
    units: tuple[str, ...]
    theme: str
    aggregation: Aggregation
    direction: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue:
    """What one report states of one indicator.

    Attributes:
        indicator_id: the indicator.
        number: the value.
        unit: the unit of the statements that it rests on.
        figures: the statements that it rests on, in text order; never empty.
    """

    indicator_id: str
    number: Decimal
    unit: str
    figures: tuple[Figure, ...]

    @property
    def value(self) -> str:
        """The number in plain digits."""
        return format(self.number, "f")
