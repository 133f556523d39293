"""What the reports of one year state of an indicator, by unit and from the largest down, cut into pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.model.catalog import ReportRecord
from generator.model.figure import Indicator
from generator.pages import wording
from generator.pages.catalog import Catalog
from generator.pages.indicator_spool import IndicatorSpool, Place
from generator.pages.listing import cut
from generator.pages.plots import Bar, bar_chart
from generator.pages.quotations import StatedValue

MOST_BARS: Final = 30
MOST_ROWS: Final = 100

# Unit, places of some of its values, number of all of them, number of those before.
_Piece = tuple[str, Sequence[Place], int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table.

    Attributes:
        report: the report.
        value: what it states.
        name: the agency's; the document's title where the agency is not known, or where several of its documents are
            on the page.
    """

    report: ReportRecord
    value: StatedValue
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitGroup:
    """The values of one year in one unit; different units never stand in one plot.

    Attributes:
        unit: the unit.
        total: how many values there are.
        first: 1-based number of the first row.
        plot: the largest; empty on later pages of a long list, and where every value is zero.
        bars: how many the plot shows.
        rows: the largest first.
    """

    unit: str
    total: int
    first: int
    plot: Markup
    bars: int
    rows: tuple[Row, ...]

    @property
    def last(self) -> int:
        """1-based number of the last row."""
        return self.first + len(self.rows) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfIndicator:
    """Reads one year of one indicator from the spool: numbers first, sentences only for the rows of a page."""

    indicator: Indicator
    year: int | None
    spool: IndicatorSpool
    catalog: Catalog

    def largest(self) -> list[UnitGroup]:
        """The largest 30 of each unit."""
        return [self._group(unit, places[:MOST_BARS], len(places)) for unit, places in self._by_unit()]

    def pages(self) -> tuple[int, Iterator[list[UnitGroup]]]:
        """How many pages of at most 100 rows there are, and the pages, read one at a time.

        A unit that does not fit on what is left of a page begins a new one, so that its plot stands above its rows.
        """
        pages: list[list[_Piece]] = [[]]
        room = MOST_ROWS
        for unit, places in self._by_unit():
            for number, piece in enumerate(cut(places, MOST_ROWS)):
                if len(piece) > room:
                    pages.append([])
                    room = MOST_ROWS
                pages[-1].append((unit, piece, len(places), number * MOST_ROWS))
                room -= len(piece)
        return len(pages), ([self._group(*piece) for piece in page] for page in pages)

    def _by_unit(self) -> list[tuple[str, list[Place]]]:
        found = self.spool.largest_first(self.indicator.indicator_id, self.year)
        return sorted(found.items(), key=lambda pair: self.indicator.units.index(pair[0]))

    def _group(self, unit: str, places: Sequence[Place], total: int, before: int = 0) -> UnitGroup:
        values = self.spool.read_at(self.indicator.indicator_id, self.year, places)
        rows = _named([(self.catalog.by_id[value.report_id], value) for value in values])
        shown = rows[:MOST_BARS] if before == 0 else ()
        title = f"{wording.year_name(self.year)}各机关的“{self.indicator.name}”"
        plot_id = f"plot-{self.indicator.units.index(unit)}"
        return UnitGroup(
            unit=unit,
            total=total,
            first=before + 1,
            plot=bar_chart(plot_id, title, unit, _bars(shown)),
            bars=len(shown),
            rows=rows,
        )


def _named(stated: Sequence[tuple[ReportRecord, StatedValue]]) -> tuple[Row, ...]:
    names = Counter(report.agency.name for report, _ in stated)
    return tuple(
        Row(
            report=report,
            value=value,
            name=report.agency.name if report.agency.name and names[report.agency.name] == 1 else report.title,
        )
        for report, value in stated
    )


def _bars(rows: Sequence[Row]) -> list[Bar]:
    return [Bar(label=row.name, number=row.value.number, note="约" if row.value.approximate else "") for row in rows]
