"""What a report's page and an agency's page tell of the indicators: the numbers with their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.catalog import ReportRecord
from generator.model.figure import Indicator
from generator.model.report_parts import ReportParts
from generator.pages.quotations import StatedValue
from generator.pages.year_rows import YearRow, even_share, year_rows

MOST_YEARS: Final = 5
MOST_ROWS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFigures:
    """What one report states.

    Attributes:
        rows: its indicators, in their order.
        others: figures that belong to no row.
    """

    rows: tuple[tuple[Indicator, StatedValue], ...]
    others: int

    @property
    def implied(self) -> bool:
        """Whether a zero among them is told without a number."""
        return any(value.implied for _, value in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyIndicators:
    """What the reports of one agency state.

    Attributes:
        indicators: each with its newest values, newest year first; as many of one as of another.
        left_out: values that are not among them, so that the page does not grow with the years.
    """

    indicators: tuple[tuple[Indicator, tuple[YearRow, ...]], ...]
    left_out: int


def report_figures(
    values: Iterable[StatedValue], parts: ReportParts, indicators: Sequence[Indicator]
) -> ReportFigures | None:
    """The section of a report's page; None where the report states nothing.

    Args:
        values: what it states of the indicators.
        parts: its figures.
        indicators: all of them.
    """
    by_id = {indicator.indicator_id: indicator for indicator in indicators}
    rows = tuple((by_id[value.indicator_id], value) for value in values if value.indicator_id in by_id)
    quoted = sum(len(value.quotations) for _, value in rows)
    others = len(parts.figures) - quoted
    return ReportFigures(rows=rows, others=max(others, 0)) if rows or others > 0 else None


def agency_indicators(
    stated: Iterable[tuple[ReportRecord, Sequence[StatedValue]]], indicators: Sequence[Indicator]
) -> AgencyIndicators | None:
    """The section of an agency's page; None where its reports state no indicator.

    Args:
        stated: the agency's reports, newest year first, with what each states.
        indicators: all of them, in their order.
    """
    found: dict[str, list[tuple[ReportRecord, StatedValue]]] = {one.indicator_id: [] for one in indicators}
    total = 0
    for record, values in stated:
        for value in values:
            if value.indicator_id in found:
                total += 1
                found[value.indicator_id] += [(record, value)] if len(found[value.indicator_id]) < MOST_YEARS else []
    # All indicators have a place: of each the newest numbers, instead of all of the first indicators.
    each = even_share(tuple(found.values()), MOST_ROWS, MOST_YEARS)
    shown = tuple(
        (indicator, year_rows(found[indicator.indicator_id][:each]))
        for indicator in indicators
        if found[indicator.indicator_id]
    )
    told = sum(len(rows) for _, rows in shown)
    return AgencyIndicators(indicators=shown, left_out=total - told) if shown else None
