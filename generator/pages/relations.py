"""What a report is related to: passages on the same theme, and reports of related agencies and other years."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.model.catalog import Link, ReportRecord, UnitRecord
from generator.pages.catalog import Catalog
from generator.pages.series import nearest_years, reports_of_year
from generator.pages.theme_passages import ShownPassage, show_passage

_MOST_RELATED: Final = 30
_BEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePassage:
    """One link to a passage on the same theme.

    Attributes:
        report: the report that it stands in.
        unit: where it stands.
        shown: its heading and the sentences that hold the theme's words.
        theme_id, theme_name: the theme.
        words: those that made the link.
    """

    report: ReportRecord
    unit: UnitRecord
    shown: ShownPassage
    theme_id: str
    theme_name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLinks:
    """The links of one section of a report.

    Attributes:
        unit: the section.
        passages: best first.
        themes: (id, name, number of passages of that theme in the report's year), those of the best passages first,
            three at most.
    """

    unit: UnitRecord
    passages: tuple[SamePassage, ...]
    themes: tuple[tuple[str, str, int], ...]

    @property
    def best(self) -> tuple[SamePassage, ...]:
        """Shown at once."""
        return self.passages[:_BEST]

    @property
    def others(self) -> tuple[SamePassage, ...]:
        """Shown when asked for."""
        return self.passages[_BEST:]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedReports:
    """Related reports.

    Attributes:
        parents: of the agency that this one belongs to, same year, the first 30.
        children: of the agencies that belong to this one, same year, the first 30.
        more_children: there are more; the agency's page has them all.
        other_years: of the same agency, newest first, the first 30.
        more_others: the agency has others; its page has them all.
        earlier: of the same agency and document type, the nearest earlier year that is there.
        later: the nearest later year.
    """

    parents: tuple[ReportRecord, ...]
    children: tuple[ReportRecord, ...]
    more_children: bool
    other_years: tuple[ReportRecord, ...]
    more_others: bool = False
    earlier: ReportRecord | None = None
    later: ReportRecord | None = None

    @property
    def any(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.parents or self.children or self.other_years)


def same_theme_sections(record: ReportRecord, catalog: Catalog) -> tuple[SectionLinks, ...]:
    """The sections of a report that have 同主题 links, in the order of the text; links best first.

    A passage that shares several themes with a section is named once, by the best link.
    """
    by_anchor: dict[str, list[Link]] = {}
    seen: set[tuple[str, str, str]] = set()
    for link in catalog.links.get(record.report_id, ()):
        place = (link.from_anchor, link.to_report, link.to_anchor)
        if place not in seen:
            seen.add(place)
            by_anchor.setdefault(link.from_anchor, []).append(link)
    sections = []
    for unit in record.units:
        found = (_passage(link, catalog) for link in by_anchor.pop(unit.anchor, ()))
        passages = tuple(passage for passage in found if passage is not None)
        if passages:
            sections.append(SectionLinks(unit=unit, passages=passages, themes=_themes(passages, record.year, catalog)))
    return tuple(sections)


def related_reports(record: ReportRecord, catalog: Catalog) -> RelatedReports:
    """Reports of the parent and child agencies of the same year, and of the same agency in other years."""
    agency_id = record.agency.agency_id
    agency = catalog.agencies.get(agency_id)
    if agency is None:
        return RelatedReports(parents=(), children=(), more_children=False, other_years=())
    earlier, later = nearest_years(record, catalog)
    children: list[ReportRecord] = []
    for child in catalog.children.get(agency_id, ()):
        children += reports_of_year(child, record.year, catalog)
        if len(children) > _MOST_RELATED:
            break
    # One more than are shown, so that a long list is not copied for each of its reports.
    others = [one for one in catalog.by_agency[agency_id][: _MOST_RELATED + 2] if one.report_id != record.report_id]
    return RelatedReports(
        parents=reports_of_year(agency.parent, record.year, catalog)[:_MOST_RELATED]
        if agency.parent != agency_id
        else (),
        children=tuple(children[:_MOST_RELATED]),
        more_children=len(children) > _MOST_RELATED,
        other_years=tuple(others[:_MOST_RELATED]),
        more_others=len(others) > _MOST_RELATED,
        earlier=earlier,
        later=later,
    )


def by_year(records: tuple[ReportRecord, ...]) -> tuple[tuple[int | None, tuple[ReportRecord, ...]], ...]:
    """Records that stand in order of years, in groups of one year."""
    return tuple((year, tuple(group)) for year, group in groupby(records, key=lambda record: record.year))


def _themes(passages: tuple[SamePassage, ...], year: int | None, catalog: Catalog) -> tuple[tuple[str, str, int], ...]:
    """Themes of the passages, those of the best ones first, three at most."""
    names = list({passage.theme_id: passage.theme_name for passage in passages}.items())[:_BEST]
    counted = ((theme_id, name, len(catalog.passages.get(theme_id, {}).get(year, ()))) for theme_id, name in names)
    return tuple((theme_id, name, count) for theme_id, name, count in counted if count)


def _passage(link: Link, catalog: Catalog) -> SamePassage | None:
    unit = catalog.units.get((link.to_report, link.to_anchor))
    theme = catalog.themes.get(link.theme_id)
    if unit is None or theme is None:
        return None
    return SamePassage(
        report=catalog.by_id[link.to_report],
        unit=unit,
        shown=show_passage(unit, link.theme_id),
        theme_id=link.theme_id,
        theme_name=theme.name,
        words=link.words,
    )
