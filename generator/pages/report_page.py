"""The page of one report: what it is, the official text, and what it is linked with."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from generator.model.catalog import ReportRecord
from generator.model.diagnostics import Severity
from generator.model.document import Heading
from generator.model.report import Agency
from generator.pages import uris, wording
from generator.pages.catalog import Catalog
from generator.pages.citation import cite
from generator.pages.compare_links import neighbours
from generator.pages.front_matter import report_front_matter
from generator.pages.originals import original_uri
from generator.pages.page import Page, SiteFacts
from generator.pages.passage_links import link_passages
from generator.pages.provenance import tell_provenance
from generator.pages.relations import related_reports, same_theme_sections
from generator.pages.requirements import tell_requirements
from generator.pages.section_links import link_sections
from generator.pages.stated_tables import ReportFigures
from generator.pages.templating import render_template

_OUTLINE_LINES: Final = 40
_MOST_LINES: Final = 100


def compose_report(
    record: ReportRecord,
    official_text: str,
    catalog: Catalog,
    site: SiteFacts,
    figures: ReportFigures | None = None,
) -> Page:
    """Compose a report's page.

    Args:
        record: the report.
        official_text: what ``render_official_text`` made of it.
        catalog: lookups.
        site: facts of the site.
        figures: the numbers that it states, with their sentences.
    """
    sections = same_theme_sections(record, catalog)
    linked = link_passages(
        link_sections(official_text, {section.unit.anchor: len(section.passages) for section in sections})
    )
    themes = dict.fromkeys(theme for unit in record.units for theme in unit.themes if theme in catalog.themes)
    agency = catalog.agencies.get(record.agency.agency_id, record.agency)
    related = related_reports(record, catalog)
    values = {
        "record": record,
        "agency": agency,
        "site": site,
        # Escaped already, mark by mark, by the renderer that made it.
        "official_text": Markup(linked.strip()),  # noqa: S704
        "has_title": "\n# " in official_text,
        "disclosure_name": wording.DISCLOSURE_NAMES[record.disclosure.attribute],
        "original_uri": original_uri(record) if record.original.offered else "",
        "source_url": safe_url(record.source_url),
        "themes": [catalog.themes[theme] for theme in themes],
        "sections": sections,
        "figures": figures,
        "related": related,
        "earlier_word": "上一年度" if _is_next(related.earlier, record) else "较早年度",
        "later_word": "下一年度" if _is_next(record, related.later) else "较晚年度",
        "outline": shown_outline(record.outline),
        "json_uri": uris.report_json_uri(record.uri),
        "citation": cite(record, agency.name, site.site_url),
        "comparisons": neighbours(record, catalog),
        "requirements": tell_requirements(record),
        "remarks": [finding for finding in record.diagnostics if finding.severity is not Severity.ERROR],
        "provenance": tell_provenance(record),
        "facts": _facts(record, themes=bool(themes)),
        "crumbs": _crumbs(record, agency),
    }
    return Page(
        uri=record.uri,
        front_matter=report_front_matter(record),
        body=render_template("report.md.jinja", record.uri, values),
    )


def shown_outline(outline: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The headings of the folded outline: all levels where they are few, else the upper ones; never more than 100."""
    shown: tuple[Heading, ...] = ()
    for level in sorted({heading.level for heading in outline}):
        deeper = tuple(heading for heading in outline if heading.level <= level)
        if shown and len(deeper) > _OUTLINE_LINES:
            break
        shown = deeper
    return shown[:_MOST_LINES]


def _is_next(one: ReportRecord | None, other: ReportRecord | None) -> bool:
    return one is not None and other is not None and one.year is not None and one.year + 1 == other.year


def _crumbs(record: ReportRecord, agency: Agency) -> tuple[tuple[str, str], ...]:
    year = (wording.year_name(record.year), uris.year_uri(record.year))
    if not agency.agency_id:
        return (("首页", uris.HOME), ("年度", uris.YEARS), year)
    return (("首页", uris.HOME), ("机关", uris.AGENCIES), (agency.name, uris.agency_uri(agency.agency_id)), year)


def _facts(record: ReportRecord, *, themes: bool) -> list[tuple[str, bool]]:
    """Names of the rows that have a value, and whether a row takes the whole width; pairs share a line."""
    present = {
        "index_number": record.index_number,
        "document_number": record.document_number,
        "agency": True,
        "document_type": record.document_type,
        "date_of_writing": record.date_of_writing,
        "publication_date": record.publication_date,
        "disclosure": wording.DISCLOSURE_NAMES[record.disclosure.attribute],
        "region": record.agency.region.names,
    }
    halves = [name for name, value in present.items() if value]
    rows = [(name, False) for name in halves]
    if len(rows) % 2:
        rows[-1] = (rows[-1][0], True)
    return [("title", True), *rows, *([("themes", True)] if themes else []), ("original", True)]


def safe_url(url: str) -> str:
    """The address where it is http(s), else empty: no ``javascript:`` ever becomes a link."""
    return url if url.lower().startswith(("http://", "https://")) else ""
