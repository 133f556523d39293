"""Passages of one theme under the heads that they are compared by: an agency, or a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from markupsafe import Markup

from generator.model.catalog import ReportRecord, UnitRecord
from generator.pages import uris, wording
from generator.pages.catalog import ThemePassage
from generator.pages.matched_words import mark_words

MOST_PASSAGES: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPassage:
    """One passage as a page shows it.

    Attributes:
        unit: where it stands.
        heading: its heading, matched words marked.
        excerpt: the sentences that hold the words, these marked.
        words: the matched words, best first.
    """

    unit: UnitRecord
    heading: Markup
    excerpt: Markup
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageGroup:
    """What stands under one head.

    Attributes:
        anchor: its place on the page, or empty.
        name: the head.
        uri: where the head leads, or empty.
        reports: the reports with their passages, in reading order.
    """

    anchor: str
    name: str
    uri: str
    reports: tuple[tuple[ReportRecord, tuple[ShownPassage, ...]], ...]


def group_by_agency(passages: Sequence[ThemePassage], theme_id: str) -> tuple[PassageGroup, ...]:
    """One group an agency; reports whose agency is not known stand for themselves.

    Args:
        passages: in reading order, so that those of an agency stand together.
        theme_id: the theme that they are shown for.
    """
    groups = []
    for run in agency_runs(passages):
        agency = run[0].report.agency
        groups.append(
            PassageGroup(
                anchor=agency_anchor(agency.agency_id),
                name=wording.agency_name(agency),
                uri=uris.agency_uri(agency.agency_id) if agency.agency_id else "",
                reports=_by_report(run, theme_id),
            )
        )
    return tuple(groups)


def group_by_year(passages: Iterable[ThemePassage], theme_id: str) -> tuple[PassageGroup, ...]:
    """One group a year, of passages that stand in order of years."""
    return tuple(
        PassageGroup(
            anchor="",
            name=wording.year_name(year),
            uri="",
            reports=_by_report(list(run), theme_id),
        )
        for year, run in groupby(passages, key=lambda passage: passage.report.year)
    )


def agency_runs(passages: Sequence[ThemePassage]) -> list[list[ThemePassage]]:
    """Passages in reading order, cut where the agency changes."""
    return [
        list(run)
        for _, run in groupby(passages, key=lambda passage: passage.report.agency.agency_id or passage.report.report_id)
    ]


def fill_pages(runs: Sequence[Sequence[ThemePassage]], most: int = MOST_PASSAGES) -> list[list[ThemePassage]]:
    """Pages of at most ``most`` passages; a run is cut only where it fills more than a page by itself."""
    pages: list[list[ThemePassage]] = []
    for run in runs:
        for start in range(0, len(run), most):
            piece = run[start : start + most]
            if pages and len(pages[-1]) + len(piece) <= most:
                pages[-1] += piece
            else:
                pages.append(list(piece))
    return pages


def agency_anchor(agency_id: str) -> str:
    """Where an agency's group stands on the page of a theme and year; empty for one that is not known."""
    return f"agency-{agency_id}" if agency_id else ""


def matched_words(unit: UnitRecord, theme_id: str) -> tuple[str, ...]:
    """The words that put a unit under a theme, best first."""
    return next((words for theme, words in unit.words if theme == theme_id), ())


def _by_report(
    passages: Sequence[ThemePassage], theme_id: str
) -> tuple[tuple[ReportRecord, tuple[ShownPassage, ...]], ...]:
    return tuple(
        (run[0].report, tuple(show_passage(passage.unit, theme_id) for passage in run))
        for run in (list(found) for _, found in groupby(passages, key=lambda passage: passage.report.report_id))
    )


def show_passage(unit: UnitRecord, theme_id: str) -> ShownPassage:
    """A unit as it is shown for a theme: the sentences that hold the theme's words, not its first ones."""
    words = matched_words(unit, theme_id)
    excerpt = next((text for theme, text in unit.excerpts if theme == theme_id), unit.excerpt)
    return ShownPassage(
        unit=unit,
        heading=mark_words(wording.heading_name(unit.heading), words),
        excerpt=mark_words(excerpt, words),
        words=words,
    )
