"""Which agency issued the document: the evidence in order, never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.diagnostics import Diagnostic, Parsed
from generator.model.report import Agency
from generator.taxonomy import findings_agency as findings
from generator.taxonomy.agencies import AgencyRegistry
from generator.taxonomy.agency_bodies import GOVERNMENT_OFFICE
from generator.taxonomy.agency_names import AgencyName, parse_agency_name, same_body, unlisted_name
from generator.taxonomy.agency_short_names import short_forms, short_name_sector
from generator.taxonomy.issuer_evidence import (
    PLACES,
    WEAK_PLACES,
    IssuerEvidence,
    IssuerStatements,
    placed,
    read_issuers,
)
from generator.taxonomy.regions import RegionTable

_SHOWN_CHOICES = 4
# 法规、规章、规划 bear the name of what they rule, not of who made them.
_NAMELESS = re.compile(r"(?:条例|办法|规定|细则|规则|规划|纲要)(?:[（(][^（()）]*[）)])?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyReading:
    """The issuing agency and where it was read.

    Attributes:
        agency: with an empty name where it is unknown.
        as_printed: the form at the head of the title where it is not the full name (市外办); else empty.
        source: a key of ``PLACES``, or ``unknown``.
    """

    agency: Agency
    as_printed: str
    source: str


def resolve_agency(
    statements: IssuerStatements,
    *,
    folder: Agency | None,
    sidecar_agency: str,
    registry: AgencyRegistry,
    regions: RegionTable,
) -> Parsed[AgencyReading]:
    """Find the issuing agency (发文机关).

    Order of evidence: sidecar, folder, then what the text and the page around it state (``read_issuers``), then a
    short form where exactly one registered agency fits, then a short form that names its place in full.

    Args:
        statements: what document and page say.
        folder: the agency of the folder, or None.
        sidecar_agency: agency id or full name that the sidecar states, or empty.
        registry: registered agencies.
        regions: the table of regions.

    Returns:
        The reading and its findings; an agency that cannot be known has an empty name.
    """
    evidence = read_issuers(statements, regions)
    stated = _stated(sidecar_agency, registry, regions)
    diagnostics: list[Diagnostic] = []
    if stated is not None or folder is not None:
        agency = stated or folder or Agency()
        source = "sidecar" if stated is not None else "folder"
        diagnostics += _mismatches(agency, source, folder, evidence, regions)
    else:
        agency, source = _from_text(evidence, registry, regions)
        diagnostics += _page_differs(source, evidence, regions)
    if source != "folder":
        diagnostics += _unsure(agency, evidence, regions)
    printed = evidence.short or (evidence.head.text if evidence.head is not None else "")
    diagnostics += _title_notes(agency, source, evidence, regions)
    reading = AgencyReading(agency=agency, as_printed=printed if printed != agency.name else "", source=source)
    return Parsed(value=reading, diagnostics=tuple(diagnostics))


def _stated(text: str, registry: AgencyRegistry, regions: RegionTable) -> Agency | None:
    """The agency that a person states is believed, also where its name is of no known form."""
    if not text:
        return None
    if (registered := registry.agencies.get(text) or registry.by_name(text)) is not None:
        return registered
    name = parse_agency_name(text, regions)
    return _registered(name, registry, regions) if name is not None else Agency(name=text)


def _from_text(evidence: IssuerEvidence, registry: AgencyRegistry, regions: RegionTable) -> tuple[Agency, str]:
    for source, name in evidence.ordered:
        return _registered(placed(name, evidence, regions), registry, regions), source
    shorts = [short for short in (evidence.short, *evidence.short_signature, *evidence.page_shorts) if short]
    for short in shorts:
        found = registry.by_short_name(short)
        if len(found) == 1:
            return found[0], "short_name"
    for place, short in (("title", evidence.short), *(("signature", text) for text in evidence.short_signature)):
        if (named := _short_with_place(short, regions)) is not None:
            return named, place
    return Agency(), "unknown"


def _short_with_place(short: str, regions: RegionTable) -> Agency | None:
    """厦门市外办 tells place and body, so it is known though it is no full name; 市外办 and 西湖区外办 are not."""
    for place in regions.prefixes(short):
        if place.full and len(place.regions) == 1 and short_name_sector(short, regions):
            region = place.regions[0]
            return Agency(name=short, region=region, level=regions.level(region.code))
    return None


def _registered(name: AgencyName, registry: AgencyRegistry, regions: RegionTable) -> Agency:
    """The registered agency of that name (also written without its province), else the agency as read."""
    if (exact := registry.by_name(name.text)) is not None:
        return exact
    alike = [one for one in registry.agencies.values() if _is(one, name, regions)] if name.regions else []
    return alike[0] if len(alike) == 1 else name.agency(regions)


def _is(agency: Agency, name: AgencyName, regions: RegionTable) -> bool:
    """The name means this agency."""
    own = parse_agency_name(agency.name, regions)
    if own is None or agency.name == name.text:
        return agency.name == name.text
    own = replace(own, regions=(agency.region,)) if agency.region.code else own
    return same_body(own, name)


def _mismatches(
    agency: Agency, source: str, folder: Agency | None, evidence: IssuerEvidence, regions: RegionTable
) -> Iterator[Diagnostic]:
    def finding(place: str, other: str) -> Diagnostic:
        return findings.AGENCY_MISMATCH.at(
            first_place=PLACES[source], first=agency.name, second_place=PLACES[place], second=other
        )

    if folder is not None and agency.name != folder.name:
        yield finding("folder", folder.name)
    # The strongest statement of the text decides; a printing agency is often another body, and says nothing here.
    strongest = next((place for place, _ in evidence.ordered if place not in WEAK_PLACES), "")
    names = [name for place, name in evidence.ordered if place == strongest and place]
    if names:
        if not any(_is(agency, name, regions) or _is_its_office(agency, name, regions) for name in names):
            yield finding(strongest, names[0].text)
        return
    own, sector = parse_agency_name(agency.name, regions), short_name_sector(evidence.short, regions)
    if own is None or sector is None or not evidence.short or evidence.short in agency.short_names:
        return
    if own.body.general != (sector == "") or (own.body.sector and sector and own.body.sector != sector):
        yield finding("title", evidence.short)


def _page_differs(source: str, evidence: IssuerEvidence, regions: RegionTable) -> Iterator[Diagnostic]:
    """The page's table names another body than the text: the text is believed, the difference told."""
    page = next((name for place, name in evidence.ordered if place == "page_table"), None)
    if page is None or source in WEAK_PLACES or source not in PLACES:
        return
    named = [name for place, name in evidence.ordered if place not in WEAK_PLACES]
    alike = (
        _is(name.agency(regions), page, regions) or _is_its_office(name.agency(regions), page, regions)
        for name in named
    )
    if named and not any(alike):
        yield findings.PAGE_AGENCY_DIFFERS.at(place=PLACES[source], text=named[0].text, page=page.text)


def _is_its_office(agency: Agency, name: AgencyName, regions: RegionTable) -> bool:
    """A government's office (办公厅, 办公室) signs for the government, and the other way round."""
    own = parse_agency_name(agency.name, regions)
    if own is None or not {one.code for one in own.regions} & {one.code for one in name.regions}:
        return False
    pair = (own.body, name.body)
    return any(first.text == "人民政府" and second.sector == GOVERNMENT_OFFICE for first, second in (pair, pair[::-1]))


def _unsure(agency: Agency, evidence: IssuerEvidence, regions: RegionTable) -> Iterator[Diagnostic]:
    if not agency.name:
        unlisted = unlisted_name(evidence.title)
        hint = f"：标题只写“{evidence.short}”" if evidence.short else ""
        hint = f"：标题写的是“{unlisted}”，其中的地名不在行政区划代码表中" if unlisted else hint
        yield findings.AGENCY_UNKNOWN.at(hint=hint)
    elif not agency.region.code and agency.level != "national":
        name = parse_agency_name(agency.name, regions)
        choices = ["".join(region.names) for region in name.regions] if name is not None else []
        told = "、".join(choices[:_SHOWN_CHOICES]) + ("等" if len(choices) > _SHOWN_CHOICES else "")
        yield findings.REGION_AMBIGUOUS.at(name=agency.name, choices=told or "名称里没有代码表中的地名")


def _title_notes(agency: Agency, source: str, evidence: IssuerEvidence, regions: RegionTable) -> Iterator[Diagnostic]:
    if not evidence.title or evidence.head is not None or _NAMELESS.search(evidence.title):
        return
    if evidence.short:
        if agency.name:
            yield findings.TITLE_SHORT_AGENCY.at(
                printed=evidence.short, source=_full_name_place(agency, source, evidence, regions)
            )
        return
    if agency.name and any(form in evidence.title for form in (agency.name, *short_forms(agency))):
        return
    if not agency.name and unlisted_name(evidence.title):
        return
    where = ""
    if evidence.mark is not None:
        where = f"，机关名称在{evidence.mark_place}"
    yield findings.TITLE_WITHOUT_AGENCY.at(where=where)


def _full_name_place(agency: Agency, source: str, evidence: IssuerEvidence, regions: RegionTable) -> str:
    """Where the full name stands: in the text if anywhere there, otherwise where it was taken from."""
    for place, name in evidence.ordered:
        if _is(agency, name, regions):
            return evidence.mark_place if place == "issuer_mark" else PLACES[place]
    return PLACES[source]
