"""Small plots, drawn when the site is built: numbers in, SVG out; no library, no script, no colour of their own.

Widths are per cent and heights ``em``, without a ``viewBox``: bars grow and shrink with the page while the letters keep
the size of the page's text, on a telephone, enlarged and in print alike. A plot never stands alone: whoever
draws one puts the same numbers into a table beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from generator.pages.templating import render_template
from generator.pages.wording import grouped_number

# How far bars may reach, in per cent: the rest is for the number behind the longest.
_REACH: Final = 74
_LABEL_LENGTH: Final = 21
_MOST_LABEL_LINES: Final = 2
_LINE_HEIGHT: Final = 1.35
_ROW_BELOW_LABEL: Final = 1.75
_BAR_HEIGHT: Final = 0.95
_TOLD_ALOUD: Final = 10
_INTERVALS: Final = 4
# The line chart: its field from left to right in per cent, from top to bottom in em.
_FIELD: Final = (20.0, 90.0, 2.4, 8.6)
_MOST_POINT_LABELS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar.

    Attributes:
        label: what it stands for, in full; above the bar, in two lines at most.
        number: its length; not negative.
        note: a word that belongs to the number, printed in front of it: ``约``.
    """

    label: str
    number: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The number of one year."""

    year: int
    number: Decimal
    note: str = ""


def bar_chart(plot_id: str, title: str, unit: str, bars: Sequence[Bar]) -> Markup:
    """Horizontal bars from zero, one below the other, in the order given.

    Args:
        plot_id: an id that no other element of the page has; ids of its parts begin with it.
        title: one line that says what is shown, without the unit.
        unit: measure word or ``%``; all bars have the same.
        bars: at most a few dozen; say beside the plot what is left out.

    Returns:
        A ``<figure>``; empty where there is no bar or every number is zero, which no length can show.
    """
    if not any(bar.number for bar in bars):
        return Markup("")
    ticks = nice_ticks(max(bar.number for bar in bars))
    rows, height = [], 0.2
    for bar in bars:
        lines = _label_lines(bar.label)
        share = _per_cent(bar.number, ticks[-1])
        under = height + len(lines) * _LINE_HEIGHT
        rows.append(
            {
                "lines": [(_em(height + number * _LINE_HEIGHT + 1), line) for number, line in enumerate(lines)],
                "top": _em(under),
                "bottom": _em(under + _BAR_HEIGHT),
                "length": _share(share * _REACH / 100) if bar.number else "",
                "end": _share(share * _REACH / 100),
                "baseline": _em(under + 0.83),
                "shown": bar.note + grouped_number(bar.number),
            }
        )
        height = under + _ROW_BELOW_LABEL
    values = {
        "kind": "bars",
        "rows": rows,
        "bar_height": _em(_BAR_HEIGHT),
        "ticks": [(_share(_per_cent(tick, ticks[-1]) * _REACH / 100), short_number(tick)) for tick in ticks],
        "reach": _share(_REACH),
        "axis": _em(height),
        "tick_end": _em(height + 0.35),
        "tick_label": _em(height + 1.5),
        "height": _em(height + 1.9),
    }
    return _render(plot_id, title, unit, [(bar.label, bar.note, bar.number) for bar in bars], values)


def line_chart(plot_id: str, title: str, unit: str, points: Sequence[Point], top: Decimal | None = None) -> Markup:
    """The numbers of several years, from zero upwards; only neighbouring years are joined by a line.

    Args:
        plot_id: an id that no other element of the page has; ids of its parts begin with it.
        title: one line that says what is shown, without the unit.
        unit: measure word or ``%``; all points have the same.
        points: in order of years, one a year.
        top: the largest number of all plots that stand beside it, so that they have one scale.

    Returns:
        A ``<figure>``; empty with fewer than two points or where every number is zero.
    """
    if len(points) < 2 or not any(point.number for point in points):
        return Markup("")
    left, right, upper, lower = _FIELD
    ticks = nice_ticks(max(top or Decimal(0), *(point.number for point in points)))
    first, last = points[0].year, points[-1].year

    def across(year: int) -> str:
        return _share(left + (right - left) * (year - first) / (last - first))

    def down(number: Decimal) -> float:
        return lower - (lower - upper) * _per_cent(number, ticks[-1]) / 100

    labelled = _labelled_years(points)
    values = {
        "kind": "line",
        "grid": [(_em(down(tick)), _em(down(tick) - 0.3), short_number(tick)) for tick in (ticks[0], ticks[-1])],
        "left": _share(left - 8),
        "segments": [
            (across(one.year), _em(down(one.number)), across(other.year), _em(down(other.number)))
            for one, other in pairwise(points)
            if other.year == one.year + 1
        ],
        "dots": [
            {
                "across": across(point.year),
                "down": _em(down(point.number)),
                "above": _em(down(point.number) - 0.7),
                "shown": point.note + grouped_number(point.number) if point.year in labelled else "",
                "year": str(point.year) if point.year in labelled else "",
            }
            for point in points
        ],
        "years": _em(lower + 1.5),
        "height": _em(lower + 1.9),
    }
    return _render(plot_id, title, unit, [(f"{point.year}年", point.note, point.number) for point in points], values)


def nice_ticks(largest: Decimal) -> tuple[Decimal, ...]:
    """Marks of an axis from zero to the largest number or a little more: 1, 2 or 5 times a power of ten apart."""
    if largest <= 0:
        return (Decimal(0), Decimal(1))
    power = Decimal(10) ** (largest / _INTERVALS).adjusted()
    step = next(size * power for size in (1, 2, 5, 10) if size * power * _INTERVALS >= largest)
    if largest == largest.to_integral_value():
        step = max(step, Decimal(1))  # half a piece is never counted
    count = int((largest / step).to_integral_value(rounding=ROUND_CEILING))
    return tuple((step * number).normalize() for number in range(count + 1))


def short_number(number: Decimal) -> str:
    """A round number for an axis: ``500``, ``2,000``, ``15万``, ``3亿``."""
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            return f"{grouped_number((number / size).normalize())}{name}"
    return grouped_number(number)


def _render(
    plot_id: str, title: str, unit: str, told: Sequence[tuple[str, str, Decimal]], values: Mapping[str, object]
) -> Markup:
    aloud = "；".join(f"{label} {note}{grouped_number(number)}" for label, note, number in told[:_TOLD_ALOUD])
    more = f"；其余 {len(told) - _TOLD_ALOUD} 项见表" if len(told) > _TOLD_ALOUD else ""
    frame = {"plot_id": plot_id, "title": title, "unit": unit, "described": f"单位：{unit}。{aloud}{more}。"}
    return Markup(render_template("plots.jinja", "", {**frame, **values}).rstrip())  # noqa: S704 - escaped there


def _label_lines(label: str) -> list[str]:
    """The label in two lines at most; a longer one ends in an ellipsis and stands in full in the table."""
    lines = [label[at : at + _LABEL_LENGTH] for at in range(0, len(label), _LABEL_LENGTH)] or [""]
    if len(lines) > _MOST_LABEL_LINES:
        lines = lines[:_MOST_LABEL_LINES]
        lines[-1] = f"{lines[-1][:-1]}…"
    return lines


def _labelled_years(points: Sequence[Point]) -> set[int]:
    """All years where there are few; of many the first, the last, the lowest and the highest."""
    if len(points) <= _MOST_POINT_LABELS:
        return {point.year for point in points}
    ends = {points[0].year, points[-1].year}
    far = [point for point in points[1:-1] if min(abs(point.year - end) for end in ends) * 5 >= len(points)]
    if far:
        low, high = (pick(far, key=lambda point: point.number).year for pick in (min, max))
        ends |= {low} if abs(low - high) * 5 < len(points) else {low, high}
    return ends


def _per_cent(number: Decimal, whole: Decimal) -> float:
    return float(number / whole * 100)


def _share(number: float) -> Markup:
    return Markup(f"{number:.2f}%")  # noqa: S704 - digits


def _em(number: float) -> Markup:
    return Markup(f"{number:.2f}em")  # noqa: S704 - digits
