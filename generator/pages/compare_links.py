"""What a report's page and an agency's page lead to of the comparisons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from generator.model.catalog import ReportRecord
from generator.pages.catalog import Catalog
from generator.pages.compare_pairs import COMPARE, YearPair

_MOST_PAIRS: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The comparisons that one report's page leads to; ``compare_links.jinja`` shows them.

    Attributes:
        years: with the year after and the year before.
        chooser: address of the page where a reader chooses another report, or empty where there is none.
        query: what this report is called in that address.
    """

    years: tuple[YearPair, ...]
    chooser: str
    query: Markup


def neighbours(record: ReportRecord, catalog: Catalog) -> Neighbours:
    """The comparisons of one report."""
    return Neighbours(
        years=catalog.pairs.by_report.get(record.report_id, ()),
        chooser=COMPARE if len(catalog.records) > 1 else "",
        query=Markup(f"?a={quote(record.report_id, safe='')}"),  # noqa: S704 - percent-encoded, cannot hold markup
    )


def agency_pairs(agency_id: str, catalog: Catalog) -> tuple[YearPair, ...]:
    """The comparisons of an agency's years, newest first, the first 60; ``compare_agency.jinja`` shows them."""
    return catalog.pairs.by_agency.get(agency_id, ())[:_MOST_PAIRS]
