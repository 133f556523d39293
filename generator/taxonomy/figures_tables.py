"""Cells of a table that hold a number alone: the unit and the noun stand in the headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.model.document import Block, TableCell
from generator.taxonomy.figures_mentions import Mention, plain_number
from generator.taxonomy.figures_phrase import Reading
from generator.taxonomy.figures_rules import FigureRules
from generator.taxonomy.figures_text import PassageText

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,14}(?:\.\d{1,6})?")
_POWERS = {"万": 10**4, "亿": 10**8}


def read_cells(text: PassageText, rules: FigureRules) -> tuple[Reading, ...]:
    """Figures of a table's bare numbers, in text order; a number without a known unit is none.

    Args:
        text: the table, as ``read_passage`` gives it.
        rules: as ``load_figure_rules`` gives them.
    """
    return tuple(_readings(text, rules)) if text.block.cells else ()


def _readings(text: PassageText, rules: FigureRules) -> Iterator[Reading]:
    block = text.block
    places = {offset: place for place, offset in enumerate(text.offsets)}
    columns: dict[int, str] = {}
    labels: dict[int, str] = {}
    whole = unit_in(block.text, rules, alone=True)
    for cell in block.cells:
        printed = _text(block, cell)
        if not _NUMBER.fullmatch(printed):
            if cell.column == 0 or cell.row not in labels:
                labels.setdefault(cell.row, printed)
            if cell.header or cell.row == 0:
                for number in range(cell.column, cell.column + cell.column_span):
                    columns[number] = columns.get(number, "") + printed
            continue
        column, label = columns.get(cell.column, ""), labels.get(cell.row, "")
        unit = unit_in(column, rules) or unit_in(label, rules) or whole
        if not unit or not label or rules.not_columns.search(column):
            continue
        counted = rules.table_unit.sub("", label + column)
        start, end = places[cell.start], places[cell.end - 1] + 1
        mention = Mention(
            start=start,
            end=end,
            number=in_full(printed, unit),
            unit=plain_unit(unit, rules),
        )
        yield Reading(mention=mention, counted=counted, start=start, end=end, near=counted)


def _text(block: Block, cell: TableCell) -> str:
    return "".join(block.text[cell.start : cell.end].split())


def unit_in(heading: str, rules: FigureRules, *, alone: bool = False) -> str:
    """件 of 数量（件）; empty where it is no unit that a number can have; ``alone``: only of 单位：件."""
    for match in rules.table_unit.finditer(heading):
        unit = match["alone"] or ("" if alone else match["unit"]) or ""
        if unit.strip() and plain_unit(unit, rules):
            return unit.strip()
    return ""


def plain_unit(unit: str, rules: FigureRules) -> str:
    """件 of 万件, in the spelling that the rules choose; empty where it is no unit that a number can have."""
    bare = unit.strip().lstrip("万亿")
    return rules.same_unit.get(bare, bare) if bare in rules.units else ""


def in_full(printed: str, unit: str) -> Decimal:
    """1234000 of 123.4 under 万元."""
    power = next((value for sign, value in _POWERS.items() if unit.startswith(sign)), 1)
    return plain_number(Decimal(printed.replace(",", "")) * power)
