"""The page of one report: what it is, the official text, and what it is linked with."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.catalog import ReportRecord
from generator.model.diagnostics import Severity
from generator.model.report import Agency
from generator.pages import uris, wording
from generator.pages.catalog import Catalog
from generator.pages.front_matter import report_front_matter
from generator.pages.originals import original_uri
from generator.pages.page import Page, SiteFacts
from generator.pages.provenance import tell_provenance
from generator.pages.relations import related_reports, same_theme_sections
from generator.pages.section_links import link_sections
from generator.pages.stated_tables import ReportFigures
from generator.pages.templating import render_template


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
    linked = link_sections(official_text, {section.unit.anchor for section in sections})
    themes = dict.fromkeys(theme for unit in record.units for theme in unit.themes if theme in catalog.themes)
    required = record.document_type.required_roles if record.document_type else ()
    agency = catalog.agencies.get(record.agency.agency_id, record.agency)
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
        "related": related_reports(record, catalog),
        "parts": [(wording.ROLE_NAMES[role], role not in record.missing_roles) for role in required],
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
