"""Tables of one theme's agencies by year, and of one agency's themes by year: how many passages, and where they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.model.catalog import ReportRecord
from generator.pages import uris, wording
from generator.pages.catalog import Catalog, ThemePassage, newest_first
from generator.pages.listing import cut
from generator.pages.theme_passages import matched_words
from generator.pages.theme_places import ThemePlaces

MOST_YEARS: Final = 10  # columns of one table: more would not be read side by side
NOT_FOUND: Final = "未见"  # a report of that year is in the collection, and no passage in it is under the theme
NO_REPORT: Final = "—"
_MANY, _SOME = 6, 3

# (agency id, year) -> passages on one theme; the id is empty where the agency is not known.
Counts = Mapping[tuple[str, int | None], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One year of one row.

    Attributes:
        count: passages.
        none: what is said where there are none.
        uri, anchor: where they stand beside those of other agencies.
    """

    count: int
    none: str
    uri: str
    anchor: str

    @property
    def shade(self) -> str:
        """Class for the ground of the cell; the number says the same."""
        return "is-many" if self.count >= _MANY else "is-some" if self.count >= _SOME else "is-few"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One agency or theme.

    Attributes:
        name, uri: its head; the address may be empty.
        cells: in the order of the table's years.
        over_uri, over_anchor: where its years are compared; empty where there are not two.
    """

    name: str
    uri: str
    cells: tuple[Cell, ...]
    over_uri: str
    over_anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """At most ten years side by side."""

    years: tuple[int | None, ...]
    rows: tuple[Row, ...]

    @property
    def compares(self) -> bool:
        """Whether any row leads to a comparison of its years."""
        return any(row.over_uri for row in self.rows)

    @property
    def signs(self) -> frozenset[str]:
        """What stands in cells without passages, for the key below the table."""
        return frozenset(cell.none for row in self.rows for cell in row.cells if not cell.count)


def agency_tables(
    theme_id: str, agency_ids: Sequence[str], counts: Counts, catalog: Catalog, places: ThemePlaces
) -> tuple[Table, ...]:
    """One row an agency: its passages on a theme.

    Args:
        theme_id: the theme.
        agency_ids: at most a hundred, in reading order; an empty id stands for reports whose agency is not known.
        counts: what ``count_by_agency`` gives for the theme.
        catalog: gives names and years.
        places: where passages are compared.
    """
    years = tuple(catalog.passages[theme_id])
    rows = []
    for agency_id in agency_ids:
        told = frozenset(record.year for record in catalog.by_agency.get(agency_id, ()))
        over_uri, over_anchor = places.over_the_years(agency_id, theme_id)
        rows.append(
            Row(
                name=catalog.agencies[agency_id].name if agency_id else wording.UNKNOWN_AGENCY,
                uri=uris.agency_uri(agency_id) if agency_id else "",
                cells=tuple(_cell(theme_id, year, agency_id, counts, told, places) for year in years),
                over_uri=over_uri,
                over_anchor=over_anchor,
            )
        )
    return _cut_years(years, rows)


def theme_tables(
    agency_id: str, records: Sequence[ReportRecord], catalog: Catalog, places: ThemePlaces
) -> tuple[Table, ...]:
    """One row a theme: the passages of one agency.

    Args:
        agency_id: the agency.
        records: its reports.
        catalog: gives the themes, in their order.
        places: where passages are compared.
    """
    counts: dict[str, Counter[tuple[str, int | None]]] = {}
    for record in records:
        for unit in record.units:
            for theme_id in unit.themes:
                counts.setdefault(theme_id, Counter())[agency_id, record.year] += 1
    told = frozenset(record.year for record in records)
    years = sorted(told, key=newest_first)
    rows = []
    for theme in (theme for theme in catalog.themes.values() if theme.theme_id in counts):
        over_uri, over_anchor = places.over_the_years(agency_id, theme.theme_id)
        of_theme = counts[theme.theme_id]
        rows.append(
            Row(
                name=theme.name,
                uri=uris.theme_uri(theme.theme_id),
                cells=tuple(_cell(theme.theme_id, year, agency_id, of_theme, told, places) for year in years),
                over_uri=over_uri,
                over_anchor=over_anchor,
            )
        )
    return _cut_years(years, rows)


def count_by_agency(theme_id: str, catalog: Catalog) -> Counts:
    """Passages of every agency and year on a theme."""
    return Counter(
        (passage.report.agency.agency_id, year)
        for year, passages in catalog.passages[theme_id].items()
        for passage in passages
    )


def count_words(passages: Iterable[ThemePassage], theme_id: str, most: int) -> tuple[tuple[str, int], ...]:
    """The words that put most passages under a theme, with the number of passages."""
    counts: Counter[str] = Counter()
    for passage in passages:
        counts.update(matched_words(passage.unit, theme_id))
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))[:most]


def _cell(
    theme_id: str,
    year: int | None,
    agency_id: str,
    counts: Counts,
    told: frozenset[int | None],
    places: ThemePlaces,
) -> Cell:
    uri, anchor = places.in_year(theme_id, year, agency_id)
    # Of reports without a known agency it cannot be said which are missing.
    none = "" if not agency_id else NOT_FOUND if year in told else NO_REPORT
    return Cell(count=counts.get((agency_id, year), 0), none=none, uri=uri, anchor=anchor)


def _cut_years(years: Sequence[int | None], rows: Sequence[Row]) -> tuple[Table, ...]:
    """Tables of at most ten years; a row without a passage in these is left out of that table."""
    tables = []
    for number, piece in enumerate(cut(years, MOST_YEARS)):
        start = number * MOST_YEARS
        shown = (replace(row, cells=row.cells[start : start + len(piece)]) for row in rows)
        kept = tuple(row for row in shown if any(cell.count for cell in row.cells))
        if kept:
            tables.append(Table(years=tuple(piece), rows=kept))
    return tuple(tables)
