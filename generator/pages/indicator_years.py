"""One indicator over the years: agencies that state it in several, each with its numbers and their sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.model.catalog import ReportRecord
from generator.model.figure import Indicator
from generator.model.report import Agency
from generator.pages.catalog import Catalog
from generator.pages.indicator_spool import IndicatorSpool
from generator.pages.plots import Point, line_chart
from generator.pages.quotations import StatedValue
from generator.pages.year_rows import YearRow, one_a_year, year_rows

MOST_AGENCIES: Final = 10
MOST_YEARS: Final = 10
MOST_ROWS: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyYears:
    """What one agency states of one indicator, newest year first.

    Attributes:
        agency: the agency.
        rows: at most ten years and 30 lines.
        left_out: how many lines there are besides.
        plot: empty where there are less than two years to show, one number each.
    """

    agency: Agency
    rows: tuple[YearRow, ...]
    left_out: int
    plot: Markup


def agency_years(indicator: Indicator, spool: IndicatorSpool, catalog: Catalog) -> tuple[tuple[AgencyYears, ...], int]:
    """The first ten agencies, in reading order, that state an indicator in several years.

    Args:
        indicator: the indicator.
        spool: read twice, one year at a time.
        catalog: lookups.

    Returns:
        They, and how many more there are.
    """
    years = [year for year in spool.years(indicator.indicator_id) if year is not None][:MOST_YEARS]
    counted: Counter[str] = Counter()
    for year in years:
        stated = (catalog.by_id[value.report_id] for value in spool.read(indicator.indicator_id, year))
        counted.update({record.agency.agency_id for record in stated})
    several = [agency_id for agency_id in catalog.by_agency if counted[agency_id] > 1]
    found: dict[str, list[tuple[ReportRecord, StatedValue]]] = {each: [] for each in several[:MOST_AGENCIES]}
    for year in years:
        for value in spool.read(indicator.indicator_id, year):
            record = catalog.by_id[value.report_id]
            if record.agency.agency_id in found:
                found[record.agency.agency_id].append((record, value))
    return tuple(
        AgencyYears(
            agency=catalog.agencies[agency_id],
            rows=year_rows(rows[:MOST_ROWS]),
            left_out=max(len(rows) - MOST_ROWS, 0),
            plot=_plot(f"years-{number}", indicator, rows),
        )
        for number, (agency_id, rows) in enumerate(found.items(), 1)
    ), max(len(several) - MOST_AGENCIES, 0)


def _plot(plot_id: str, indicator: Indicator, rows: Sequence[tuple[ReportRecord, StatedValue]]) -> Markup:
    units = Counter(value.unit for _, value in rows)
    unit = units.most_common(1)[0][0]
    shown, type_name = one_a_year([one for one in rows if one[1].unit == unit])
    points = [
        Point(year=record.year, number=value.number, note="约" if value.approximate else "")
        for record, value in reversed(shown)
        if record.year is not None
    ]
    title = f"历年“{indicator.name}”" + (f"（{type_name}）" if type_name else "")
    return line_chart(plot_id, title, unit, points)
