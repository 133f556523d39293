"""Columns of plain text: a line of headings, then lines of a name and numbers, with wide gaps between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.document import Block, BlockKind
from generator.taxonomy.figures_mentions import Mention
from generator.taxonomy.figures_phrase import Reading
from generator.taxonomy.figures_rules import FigureRules
from generator.taxonomy.figures_tables import in_full, plain_unit, unit_in
from generator.taxonomy.figures_text import PassageText

_CELL = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"[-—−+]?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,14}(?:\.\d{1,6})?)(?P<rate>[%％])?")
_YEAR = re.compile(r"\d{4}年")
_SENTENCE = re.compile("[。；，]")
_UNITS = re.compile(r"单位[:：]\s*(?P<units>[^）)\s。，；]{1,12})")
_MONEY = re.compile("金额|款|资金|经费|税额|收入|支出")
_LEAST, _MOST = 3, 12  # columns; a name and one number are a sentence as well
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    text: str
    start: int
    end: int


class Columns:
    """Remembers the line of headings from one passage of a document to the next."""

    def __init__(self, rules: FigureRules) -> None:
        self._rules = rules
        self._headings: tuple[str, ...] = ()
        self._units: tuple[str, ...] = ()  # of （单位：件、万元） right before

    def is_row(self, block: Block) -> bool:
        """Whether the passage is a line of numbers below the headings; other passages set or forget the headings."""
        cells = _cells(block)
        if not cells:
            told = _UNITS.search(block.text[-_LONGEST:])
            self._headings = ()
            self._units = tuple(re.split("[、，,/]", told["units"])) if told else ()
            return False
        numbers = [_NUMBER.fullmatch(cell.text) for cell in cells]
        if len(cells) == len(self._headings) and numbers[0] is None and all(numbers[1:]):
            return True
        self._headings = () if any(numbers) else tuple(cell.text for cell in cells)
        return False

    def read(self, text: PassageText) -> tuple[Reading, ...]:
        """The numbers of such a line, each with the unit of its heading; without a unit it is none."""
        return tuple(self._readings(text))

    def _readings(self, text: PassageText) -> Iterator[Reading]:
        name, *rest = _cells(text.block)
        places = {offset: place for place, offset in enumerate(text.offsets)}
        for cell, heading in zip(rest, self._headings[1:], strict=True):
            match = _NUMBER.fullmatch(cell.text)
            unit = "%" if match and match["rate"] else unit_in(heading, self._rules) or self._unit_of(name.text)
            if match is None or not unit or self._rules.not_columns.search(_YEAR.sub("", heading)):
                continue
            start, end = places[cell.start], places[cell.end - 1] + 1
            counted = "".join((name.text + self._rules.table_unit.sub("", heading)).split())
            yield Reading(
                mention=Mention(
                    start=start,
                    end=end,
                    number=in_full(match["number"], unit),
                    unit=unit if unit == "%" else plain_unit(unit, self._rules),
                ),
                counted=counted,
                start=0,
                end=len(text.plain),
                # Which year is the report's is not known here.
                near="" if _YEAR.search(heading) else counted,
            )

    def _unit_of(self, name: str) -> str:
        """件 or 万元 of （单位：件、万元）, as the line tells of money or not."""
        money = _MONEY.search(name) is not None
        fitting = [unit for unit in self._units if plain_unit(unit, self._rules)]
        return next((unit for unit in fitting if unit.endswith("元") == money or len(fitting) == 1), "")


def _cells(block: Block) -> Sequence[_Cell]:
    """The pieces of a one-line passage between wide gaps; empty where it is a sentence."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(block.fragments) != 1 or len(text) > _LONGEST:
        return ()
    if _SENTENCE.search(text):
        return ()
    found = tuple(_Cell(text=match[0], start=match.start(), end=match.end()) for match in _CELL.finditer(text))
    return found if _LEAST <= len(found) <= _MOST else ()
