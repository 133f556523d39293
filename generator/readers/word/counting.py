"""Counting automatic numbers through a document, as Word prints them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.readers.word.numbering import Level, Numbering
from generator.readers.word.numerals import print_number
from generator.readers.word.symbols import is_symbol_font

_PLACE = re.compile("%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CLOSED = "、）)】〕］]．：:。"


@dataclass(slots=True)
class Counting:
    """The state of all numberings of one document; paragraphs are told in reading order.

    Attributes:
        numberings: ``w:numId`` to its definition.
        unknown_forms: forms of numbers that are not known here; printed as decimals.
    """

    numberings: Mapping[str, Numbering]
    unknown_forms: set[str] = field(default_factory=set)
    _values: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    def next_label(self, number_id: str, level: int) -> str:
        """The label of the next paragraph of that numbering and level, with the blank behind it, or empty.

        A bullet that is an ordinary character is text; one that only a symbol font shows is ornament and left out.
        """
        numbering = self.numberings.get(number_id)
        definition = numbering.levels.get(level) if numbering is not None else None
        if numbering is None or definition is None:
            return ""
        values = self._values.setdefault(numbering.counters, {})
        self._count(numbering, definition, number_id, level, values)
        if definition.form == "bullet":
            ornament = is_symbol_font(definition.font) or _PRIVATE.search(definition.text)
            label = "" if ornament else definition.text
        else:
            printed = _PLACE.sub(
                lambda place: self._print(numbering, definition, int(place[1]) - 1, values), definition.text
            )
            label = _PRIVATE.sub("", printed)
        return label + _blank_behind(label, definition.suffix)

    def _count(
        self, numbering: Numbering, definition: Level, number_id: str, level: int, values: dict[int, int]
    ) -> None:
        if level in numbering.restarts and (number_id, level) not in self._restarted:
            self._restarted.add((number_id, level))
            values.pop(level, None)
        start = numbering.restarts.get(level, definition.start)
        values[level] = values[level] + 1 if level in values else start
        for deeper in [index for index in values if index > level]:
            restart = numbering.levels[deeper].restart if deeper in numbering.levels else None
            if restart is None or (restart and level < restart):
                del values[deeper]

    def _print(self, numbering: Numbering, at: Level, index: int, values: Mapping[int, int]) -> str:
        definition = numbering.levels.get(index)
        if definition is None:
            return ""
        value = values.get(index, numbering.restarts.get(index, definition.start))
        form = "decimal" if at.legal and definition.form != "none" else definition.form
        printed = print_number(value, form, definition.custom)
        if printed is None:
            self.unknown_forms.add(form)
            return str(value)
        return printed


def _blank_behind(label: str, suffix: str) -> str:
    """A tab or space behind the number; behind 一、 and （一） it is only layout, as in the printed document."""
    return "" if not label or suffix == "nothing" or label[-1] in _CLOSED else " "
