"""Figures as JSON values, and back without loss."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.model.figure import Figure, Repetition


def figure_values(figure: Figure) -> dict[str, Any]:
    """A figure as JSON values; ``number`` is one, ``value`` is the same in plain digits and exact."""
    return {
        "number": plain_number(figure.number),
        "value": figure.value,
        "printed": figure.printed,
        "unit": figure.unit or None,
        "counted": figure.counted or None,
        "phrase": figure.phrase,
        "sentence": figure.sentence,
        "anchor": figure.anchor,
        "item_anchor": figure.item_anchor or None,
        "start": figure.start,
        "end": figure.end,
        "line": figure.line,
        "label": figure.section or None,
        "approximate": figure.approximate or None,
        "implied": figure.implied,
        "planned": figure.planned,
        "theme": figure.theme or None,
        "indicator": figure.indicator or None,
        "repeated": [
            {"anchor": one.anchor, "start": one.start, "end": one.end, "line": one.line} for one in figure.repeated
        ],
    }


def figure_from_values(values: Mapping[str, Any]) -> Figure:
    """What ``figure_values`` gave."""
    return Figure(
        number=Decimal(values["value"]),
        printed=values["printed"],
        unit=values["unit"] or "",
        counted=values["counted"] or "",
        phrase=values["phrase"],
        sentence=values["sentence"],
        anchor=values["anchor"],
        item_anchor=values["item_anchor"] or "",
        start=values["start"],
        end=values["end"],
        line=values["line"],
        section=values["label"] or "",
        approximate=values["approximate"] or "",
        implied=values["implied"],
        planned=values["planned"],
        theme=values["theme"] or "",
        indicator=values["indicator"] or "",
        repeated=tuple(Repetition(**one) for one in values["repeated"]),
    )


def plain_number(number: Decimal) -> int | float:
    """A whole number where it is one: 36, 98.5."""
    return int(number) if number == number.to_integral_value() else float(number)
