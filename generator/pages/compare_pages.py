"""对照: a page for every pair of neighbouring years, and the one where a reader chooses any two reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.catalog import ReportRecord
from generator.model.comparison import Change, Comparison, Extent, SectionComparison
from generator.model.report_parts import ReportParts
from generator.pages import uris, wording
from generator.pages.catalog import Catalog
from generator.pages.compare_lines import Line, percent, place_name, section_lines, section_name
from generator.pages.compare_pairs import COMPARE, YearPair, shared_addresses
from generator.pages.page import LIST_ONLY, Page, SiteFacts
from generator.pages.templating import render_template
from generator.taxonomy.comparison import compare_reports
from generator.taxonomy.comparison_text import MOST_SECTIONS, MOST_SENTENCES

_HOME: Final = ("首页", uris.HOME)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSection:
    """One section of the page.

    Attributes:
        number: from 1; its anchor is ``c-<number>``.
        name: heading.
        old_name, new_name: how the section is called in either report: its label alone unless their headings differ.
        section: what was compared.
        lines: what is shown.
        same: share of the later section that is word for word in the earlier report, or empty.
        same_but_numbers: the same, with what differs in numbers only.
    """

    number: int
    name: str
    old_name: str
    new_name: str
    section: SectionComparison
    lines: tuple[Line, ...]
    same: str
    same_but_numbers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """A row of the summary: characters and share of either report, empty where it cannot have any."""

    name: str
    old: int | None
    old_share: str
    new: int | None
    new_share: str


def compose_comparisons(
    catalog: Catalog, read_parts: Callable[[ReportRecord], ReportParts], site: SiteFacts
) -> Iterator[Page]:
    """The page of choice, where there are two reports, and a page a pair; two texts are in memory at a time.

    Args:
        catalog: lookups.
        read_parts: a report -> its passages.
        site: facts of the site.
    """
    if len(catalog.records) < 2:
        return
    has_pairs = bool(catalog.pairs.by_agency)
    yield Page(
        uri=COMPARE,
        front_matter={"title": "两份文件对照", **LIST_ONLY},
        body=render_template("compare.md.jinja", COMPARE, {"crumbs": (_HOME,), "has_pairs": has_pairs, "site": site}),
    )
    for agency_id, pairs in catalog.pairs.by_agency.items():
        for pair in pairs:
            comparison = compare_reports(read_parts(pair.earlier).passages, read_parts(pair.later).passages)
            yield _pair_page(pair, comparison, catalog, site)
        for uri, sharing in shared_addresses(pairs).items():
            values = {"pairs": sharing, "crumbs": _crumbs(agency_id, catalog), "title": _title(sharing[0])}
            body = render_template("compare_types.md.jinja", uri, values)
            yield Page(uri=uri, front_matter={"title": f"{_title(sharing[0])}：各种文件", **LIST_ONLY}, body=body)


def share_rows(extent: Extent, earlier: str, later: str) -> tuple[ShareRow, ...]:
    """The summary; kinds that do not occur are left out."""

    def row(name: str, old: int | None, new: int | None) -> ShareRow:
        return ShareRow(
            name=name,
            old=old,
            old_share="" if old is None else percent(old, extent.old_total),
            new=new,
            new_share="" if new is None else percent(new, extent.new_total),
        )

    rows = (
        row("逐句相同", extent.same + extent.left, extent.same + extent.moved),
        row("仅年份、数字、序号不同", extent.numbers_old, extent.numbers_new),
        row("有改动", extent.changed_old, extent.changed_new),
        row(f"删去（{later}没有）", extent.dropped, None),
        row(f"新增（{earlier}没有）", None, extent.new),
    )
    return tuple(row for row in rows if row.old or row.new)


def _pair_page(pair: YearPair, comparison: Comparison, catalog: Catalog, site: SiteFacts) -> Page:
    extent = comparison.extent
    earlier, later = wording.year_name(pair.earlier.year), wording.year_name(pair.later.year)
    agency = catalog.agencies[pair.later.agency.agency_id]
    same = percent(extent.same + extent.moved, extent.new_total)
    values = {
        "pair": pair,
        "agency": agency,
        "site": site,
        "title": _title(pair),
        "earlier": earlier,
        "later": later,
        "sections": tuple(_section(number, one) for number, one in enumerate(comparison.sections, 1)),
        "place_name": _place_name,
        "rows": share_rows(extent, earlier, later),
        "extent": extent,
        "same": same,
        "same_but_numbers": percent(extent.same + extent.moved + extent.numbers_new, extent.new_total),
        "is_cut": comparison.is_cut,
        "most_sections": MOST_SECTIONS,
        "most_sentences": MOST_SENTENCES,
        "crumbs": _crumbs(agency.agency_id, catalog),
    }
    front_matter = {
        "title": f"{agency.name}：{_title(pair)}",
        "description": f"{later}的报告与{earlier}逐句对照，相同的占{same}。" if same else "",
        "agency": agency.name,
        "agency_id": agency.agency_id,
        **LIST_ONLY,
    }
    body = render_template("compare_years.md.jinja", pair.uri, values)
    return Page(uri=pair.uri, front_matter={key: value for key, value in front_matter.items() if value}, body=body)


def _section(number: int, section: SectionComparison) -> ComparedSection:
    extent, shown = section.extent, section.new or section.old
    return ComparedSection(
        number=number,
        name=section_name(shown, number) if shown else "",
        old_name=place_name(section.old, section.new, number),
        new_name=place_name(section.new, section.old, number),
        section=section,
        lines=section_lines(section),
        same=percent(extent.same + extent.moved, extent.new_total),
        same_but_numbers=percent(extent.same + extent.moved + extent.numbers_new, extent.new_total),
    )


def _place_name(sections: tuple[ComparedSection, ...], line: Line) -> str:
    """Label of the section where a moved sentence has its other place, or how it is called."""
    if not line.elsewhere:
        return ""
    there = sections[line.elsewhere - 1]
    section = there.section.new if line.change is Change.LEFT else there.section.old
    return (section.label if section else "") or there.name


def _title(pair: YearPair) -> str:
    return f"{wording.year_name(pair.later.year)}与{wording.year_name(pair.earlier.year)}对照"


def _crumbs(agency_id: str, catalog: Catalog) -> tuple[tuple[str, str], ...]:
    return (_HOME, ("机关", uris.AGENCIES), (catalog.agencies[agency_id].name, uris.agency_uri(agency_id)))
