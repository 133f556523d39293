"""Where passages of a theme are compared: made once, so that every table links to the right page of a long list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.catalog import ReportRecord
from generator.pages import uris
from generator.pages.catalog import Catalog, ThemePassage
from generator.pages.theme_passages import MOST_PASSAGES, agency_anchor, agency_runs, fill_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePlaces:
    """Addresses of comparisons.

    Attributes:
        later_pages: (theme id, year, agency id) -> page where the agency's group begins, if not 1.
        over_years: (agency id, theme id) -> number of the agency's page that compares its years.
    """

    later_pages: dict[tuple[str, int | None, str], int]
    over_years: dict[tuple[str, str], int]

    def in_year(self, theme_id: str, year: int | None, agency_id: str) -> tuple[str, str]:
        """Address and anchor of an agency's passages among those of the others in that year."""
        number = self.later_pages.get((theme_id, year, agency_id), 1)
        return uris.numbered_uri(uris.theme_year_uri(theme_id, year), number), agency_anchor(agency_id)

    def over_the_years(self, agency_id: str, theme_id: str) -> tuple[str, str]:
        """Address and anchor of an agency's passages year by year; empty where there are not two years."""
        number = self.over_years.get((agency_id, theme_id), 0)
        return (uris.numbered_uri(uris.agency_themes_uri(agency_id), number), theme_id) if number else ("", "")


def make_places(catalog: Catalog) -> ThemePlaces:
    """Find every place, in one pass over the passages."""
    later = {
        (theme_id, year, agency_id): number
        for theme_id, years in catalog.passages.items()
        for year, passages in years.items()
        if len(passages) > MOST_PASSAGES
        for agency_id, number in _first_pages(fill_pages(agency_runs(passages))).items()
        if number > 1
    }
    over_years = {
        (agency_id, theme_id): number
        for agency_id, records in catalog.by_agency.items()
        for number, page in reversed(list(enumerate(over_years_pages(records, catalog), 1)))
        for theme_id, _ in page
    }
    return ThemePlaces(later_pages=later, over_years=over_years)


def over_years_pages(
    records: Sequence[ReportRecord], catalog: Catalog
) -> list[list[tuple[str, tuple[ThemePassage, ...]]]]:
    """The themes that one agency wrote of in two known years or more, in pages of at most 100 passages.

    Args:
        records: of one agency, newest year first.
        catalog: gives the themes, in their order.

    Returns:
        For each page its themes with their passages, newest year first; none where there is nothing to compare.
    """
    pages: list[list[tuple[str, tuple[ThemePassage, ...]]]] = []
    room = 0
    for theme_id, passages in _by_theme(records, catalog):
        for start in range(0, len(passages), MOST_PASSAGES):
            piece = passages[start : start + MOST_PASSAGES]
            if len(piece) > room:
                pages.append([])
                room = MOST_PASSAGES
            pages[-1].append((theme_id, piece))
            room -= len(piece)
    return pages


def _by_theme(records: Sequence[ReportRecord], catalog: Catalog) -> Iterator[tuple[str, tuple[ThemePassage, ...]]]:
    found: dict[str, list[ThemePassage]] = {}
    for record in records:
        for unit in record.units if record.year else ():
            for theme_id in unit.themes:
                found.setdefault(theme_id, []).append(ThemePassage(report=record, unit=unit))
    for theme_id in catalog.themes:
        passages = found.get(theme_id, [])
        if len({passage.report.year for passage in passages}) > 1:
            yield theme_id, tuple(passages)


def _first_pages(pages: Sequence[Sequence[ThemePassage]]) -> dict[str, int]:
    """Agency id -> number of the page where it first stands."""
    first: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for passage in page:
            first.setdefault(passage.report.agency.agency_id, number)
    return first
