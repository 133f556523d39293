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
from generator.taxonomy.agency_names import AgencyName, parse_agency_name, parse_leading_name, same_body
from generator.taxonomy.agency_short_names import leading_short_name, short_forms, short_name_sector
from generator.taxonomy.regions import RegionTable

_LEADING_YEAR = re.compile(
    r"(?:关于)?(?:(?:19|20)\d\d|[一二][〇○零OＯ九][〇○零OＯ一二三四五六七八九]{2})年(?:度)?|关于"
)
_MARK_TAIL = re.compile(r"(?:文件|公告|令|通知|公报)$")
_PLACES = {
    "sidecar": "说明文件",
    "folder": "文件夹登记",
    "signature": "署名",
    "issuer_mark": "发文机关标志",
    "title": "标题",
    "printing_agency": "印发机关",
    "short_name": "机关登记",
}
_SHOWN_CHOICES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyReading:
    """The issuing agency and where it was read.

    Attributes:
        agency: with an empty name where it is unknown.
        as_printed: the form at the head of the title where it is not the full name (市外办); else empty.
        source: ``sidecar folder signature issuer_mark title printing_agency short_name unknown``.
    """

    agency: Agency
    as_printed: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What the text says of its agency."""

    title: str
    signature: tuple[AgencyName, ...]
    mark: AgencyName | None
    mark_place: str  # where the issuer mark stands, in Chinese
    head: AgencyName | None
    short: str
    printing: AgencyName | None
    short_signature: tuple[str, ...]

    def names(self) -> Iterator[tuple[str, AgencyName]]:
        """(source, name) in the order of evidence."""
        yield from (("signature", name) for name in self.signature)
        for source, name in (("issuer_mark", self.mark), ("title", self.head), ("printing_agency", self.printing)):
            if name is not None:
                yield source, name


def resolve_agency(
    *,
    folder: Agency | None,
    sidecar_agency: str,
    title: str,
    issuer_mark: str,
    signature: tuple[str, ...],
    printing_agency: str,
    registry: AgencyRegistry,
    regions: RegionTable,
    mark_place: str = "标题上一行",
) -> Parsed[AgencyReading]:
    """Find the issuing agency (发文机关).

    Order of evidence: sidecar, folder, signature (its first name), issuer mark, full name at the title's head,
    printing agency, a short form where exactly one registered agency fits.

    Args:
        folder: the agency of the folder, or None.
        sidecar_agency: agency id or full name that the sidecar states, or empty.
        title: in normal form.
        issuer_mark: 发文机关标志, or the name on the line above the title.
        signature: 发文机关署名 in order.
        printing_agency: 印发机关.
        registry: registered agencies.
        regions: the table of regions.
        mark_place: where ``issuer_mark`` stands, as a finding tells it.

    Returns:
        The reading and its findings; an agency that cannot be known has an empty name.
    """
    evidence = _read_evidence(title, issuer_mark, signature, printing_agency, regions, mark_place)
    stated = _stated(sidecar_agency, registry, regions)
    diagnostics: list[Diagnostic] = []
    if stated is not None or folder is not None:
        agency = stated or folder or Agency()
        source = "sidecar" if stated is not None else "folder"
        diagnostics += _mismatches(agency, source, folder, evidence, regions)
    else:
        agency, source = _from_text(evidence, registry, regions)
    if source != "folder":
        diagnostics += _unsure(agency, evidence, regions)
    printed = evidence.short or (evidence.head.text if evidence.head is not None else "")
    diagnostics += _title_notes(agency, source, evidence, regions)
    reading = AgencyReading(agency=agency, as_printed=printed if printed != agency.name else "", source=source)
    return Parsed(value=reading, diagnostics=tuple(diagnostics))


def _read_evidence(
    title: str,
    issuer_mark: str,
    signature: tuple[str, ...],
    printing_agency: str,
    regions: RegionTable,
    mark_place: str,
) -> _Evidence:
    read = [(text, parse_agency_name(text, regions)) for text in signature]
    year = _LEADING_YEAR.match(title)
    titles = (title, title[year.end() :]) if year is not None else (title,)
    heads = (parse_leading_name(text, regions) for text in titles)
    head = next((name for name in heads if name is not None), None)
    shorts = (leading_short_name(text, regions) for text in titles)
    mark = parse_agency_name(issuer_mark, regions)
    return _Evidence(
        title=title,
        signature=tuple(name for _, name in read if name is not None),
        mark=mark or parse_agency_name(_MARK_TAIL.sub("", re.sub(r"\s+", "", issuer_mark)), regions),
        mark_place=mark_place,
        head=head,
        short="" if head is not None else next((short for short in shorts if short), ""),
        printing=parse_agency_name(printing_agency, regions),
        short_signature=tuple(re.sub(r"\s+", "", text) for text, name in read if name is None),
    )


def _stated(text: str, registry: AgencyRegistry, regions: RegionTable) -> Agency | None:
    """The agency that a person states is believed, also where its name is of no known form."""
    if not text:
        return None
    if (registered := registry.agencies.get(text) or registry.by_name(text)) is not None:
        return registered
    name = parse_agency_name(text, regions)
    return _registered(name, registry, regions) if name is not None else Agency(name=text)


def _from_text(evidence: _Evidence, registry: AgencyRegistry, regions: RegionTable) -> tuple[Agency, str]:
    for source, name in evidence.names():
        return _registered(_placed(name, evidence, regions), registry, regions), source
    for short in (evidence.short, *evidence.short_signature):
        found = registry.by_short_name(short) if short else ()
        if len(found) == 1:
            return found[0], "short_name"
    return Agency(), "unknown"


def _placed(name: AgencyName, evidence: _Evidence, regions: RegionTable) -> AgencyName:
    """西湖区… with 杭州市… elsewhere in the document is the one in 杭州市."""
    if len(name.regions) < 2:
        return name
    others = [region.code for _, other in evidence.names() for region in other.regions if len(other.regions) == 1]
    places = regions.longest_prefix(evidence.short or evidence.title)
    others += [region.code for region in places.regions] if places is not None and len(places.regions) == 1 else []
    fitting = tuple(one for one in name.regions if any(regions.contains(code, one.code) for code in others))
    return replace(name, regions=fitting) if len(fitting) == 1 else name


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
    agency: Agency, source: str, folder: Agency | None, evidence: _Evidence, regions: RegionTable
) -> Iterator[Diagnostic]:
    def finding(place: str, other: str) -> Diagnostic:
        return findings.AGENCY_MISMATCH.at(
            first_place=_PLACES[source], first=agency.name, second_place=_PLACES[place], second=other
        )

    if folder is not None and agency.name != folder.name:
        yield finding("folder", folder.name)
    # The strongest statement of the text decides; a printing agency is often another body, and says nothing here.
    strongest = next((place for place, _ in evidence.names() if place != "printing_agency"), "")
    names = [name for place, name in evidence.names() if place == strongest and place]
    if names:
        if not any(_is(agency, name, regions) or _is_its_office(agency, name, regions) for name in names):
            yield finding(strongest, names[0].text)
        return
    own, sector = parse_agency_name(agency.name, regions), short_name_sector(evidence.short, regions)
    if own is None or sector is None or not evidence.short or evidence.short in agency.short_names:
        return
    if own.body.general != (sector == "") or (own.body.sector and sector and own.body.sector != sector):
        yield finding("title", evidence.short)


def _is_its_office(agency: Agency, name: AgencyName, regions: RegionTable) -> bool:
    """A government's office (办公厅, 办公室) signs for the government, and the other way round."""
    own = parse_agency_name(agency.name, regions)
    if own is None or not {one.code for one in own.regions} & {one.code for one in name.regions}:
        return False
    pair = (own.body, name.body)
    return any(first.text == "人民政府" and second.sector == GOVERNMENT_OFFICE for first, second in (pair, pair[::-1]))


def _unsure(agency: Agency, evidence: _Evidence, regions: RegionTable) -> Iterator[Diagnostic]:
    if not agency.name:
        hint = f"：标题只写“{evidence.short}”" if evidence.short else ""
        yield findings.AGENCY_UNKNOWN.at(hint=hint)
    elif not agency.region.code and agency.level != "national":
        name = parse_agency_name(agency.name, regions)
        choices = ["".join(region.names) for region in name.regions] if name is not None else []
        told = "、".join(choices[:_SHOWN_CHOICES]) + ("等" if len(choices) > _SHOWN_CHOICES else "")
        yield findings.REGION_AMBIGUOUS.at(name=agency.name, choices=told or "名称里没有代码表中的地名")


def _title_notes(agency: Agency, source: str, evidence: _Evidence, regions: RegionTable) -> Iterator[Diagnostic]:
    if not evidence.title or evidence.head is not None:
        return
    if evidence.short:
        if agency.name:
            yield findings.TITLE_SHORT_AGENCY.at(
                printed=evidence.short, source=_full_name_place(agency, source, evidence, regions)
            )
        return
    if agency.name and any(form in evidence.title for form in (agency.name, *short_forms(agency))):
        return
    where = ""
    if evidence.mark is not None:
        where = f"，机关名称在{evidence.mark_place}"
    yield findings.TITLE_WITHOUT_AGENCY.at(where=where)


def _full_name_place(agency: Agency, source: str, evidence: _Evidence, regions: RegionTable) -> str:
    """Where the full name stands: in the text if anywhere there, otherwise where it was taken from."""
    for place, name in evidence.names():
        if _is(agency, name, regions):
            return evidence.mark_place if place == "issuer_mark" else _PLACES[place]
    return _PLACES[source]
