"""Document + sidecar + registry -> Report: everything that is known of a report besides its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.diagnostics import Diagnostic, Parsed
from generator.model.document import BlockKind, Document
from generator.model.report import DisclosureBasis, DocumentType, Report, Role, ThemeMatch, Unit
from generator.model.source import SourceFile
from generator.model.text import ExtractedText
from generator.parser.characters import normal_form
from generator.taxonomy import findings
from generator.taxonomy.adopt import adopt_metadata
from generator.taxonomy.agencies import AgencyRegistry
from generator.taxonomy.disclosure import find_disclosure
from generator.taxonomy.document_types import TypeRule, find_type_rule, load_document_types
from generator.taxonomy.foreign_phrases import SectorTable, find_foreign_phrases, load_sectors
from generator.taxonomy.issuer_evidence import IssuerStatements
from generator.taxonomy.page_metadata import PageMetadata, read_page_metadata
from generator.taxonomy.regions import RegionTable, load_regions
from generator.taxonomy.resolve_agency import resolve_agency
from generator.taxonomy.roles import RoleRule, assign_roles, load_roles
from generator.taxonomy.sidecar import Sidecar
from generator.taxonomy.summary import summarise
from generator.taxonomy.themes import ThemeTable, assign_themes, load_themes
from generator.taxonomy.units import TextUnit, find_units
from generator.taxonomy.words import extract_keywords, unit_terms
from generator.taxonomy.year import catalogue_year, find_year

_OPENING_PARAGRAPHS = 3
_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.TABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All tables that describing a report needs; loaded once a process."""

    themes: ThemeTable
    roles: tuple[RoleRule, ...]
    document_types: tuple[TypeRule, ...]
    sectors: SectorTable
    regions: RegionTable


def load_vocabulary() -> Vocabulary:
    """Read and check all vocabularies.

    Raises:
        ConfigurationError: one of the files is not well-formed.
    """
    return Vocabulary(
        themes=load_themes(),
        roles=load_roles(),
        document_types=load_document_types(),
        sectors=load_sectors(),
        regions=load_regions(),
    )


def describe_report(
    source: SourceFile,
    text: ExtractedText,
    document: Document,
    sidecar: Sidecar,
    registry: AgencyRegistry,
    vocabulary: Vocabulary,
) -> Parsed[Report]:
    """Describe a report.

    Evidence goes in this order everywhere: the sidecar, then the text's own statements, then what stands beside the
    text (``ExtractedText.evidence``), then what follows from the document type; what no evidence tells is empty and
    said, never guessed.

    Args:
        source: the file.
        text: its lines, digest and evidence.
        document: the parsed document.
        sidecar: what the agency's note file says; an empty one where there is none.
        registry: the agencies of the project.
        vocabulary: as ``load_vocabulary`` gives it.

    Returns:
        The report, with findings on metadata and wording.
    """
    page = read_page_metadata(text.evidence)
    adopted = adopt_metadata(document, sidecar, page)
    values = adopted.value
    reading = resolve_agency(
        _statements(values.title, document, page),
        folder=registry.agencies.get(source.agency_id),
        sidecar_agency=sidecar.agency,
        registry=registry,
        regions=vocabulary.regions,
    )
    rule = find_type_rule(
        values.title,
        vocabulary.document_types,
        number=values.document_number,
        stated=sidecar.document_type,
        on_page=page.document_type,
    )
    document_type = rule.document_type if rule is not None else None
    year = _year(values.title, document, sidecar, source, values.date_of_writing, values.document_number, rule)
    disclosure = find_disclosure(
        document,
        stated=sidecar.disclosure,
        stated_basis=sidecar.disclosure_basis,
        document_type=document_type,
        cell=values.disclosure_cell,
    )
    units = describe_units(document, year.value, vocabulary)
    missing = _missing_roles(document_type, units)
    body = "\n".join(block.text for block in document.blocks if block.kind in _TOLD)
    report = Report(
        source=source,
        text=text,
        document=document,
        title=values.title,
        agency=reading.value.agency,
        agency_as_printed=reading.value.as_printed,
        year=year.value,
        document_type=document_type,
        document_number=values.document_number,
        index_number=values.index_number,
        date_of_writing=values.date_of_writing,
        publication_date=values.publication_date,
        disclosure=disclosure,
        source_url=sidecar.source_url,
        keywords=values.keywords or extract_keywords(body),
        summary=summarise(document),
        units=units,
        missing_roles=missing,
        review=sidecar.review,
        remarks=sidecar.remarks,
    )
    found = [
        *adopted.diagnostics,
        *reading.diagnostics,
        *year.diagnostics,
        *_check_metadata(values.date_of_writing, year.value, document_type, disclosure),
        *_check_parts(missing, vocabulary.roles),
        *find_foreign_phrases(document, reading.value.agency, vocabulary.sectors),
    ]
    return Parsed(value=report, diagnostics=tuple(found))


def _statements(title: str, document: Document, page: PageMetadata) -> IssuerStatements:
    return IssuerStatements(
        title=title,
        issuer_mark=document.issuer_mark,
        mark_place=_mark_place(document),
        signature=document.signature,
        document_number=document.document_number or page.document_number,
        printing_agency=document.printing_agency,
        page_agencies=page.agencies,
        page_sources=page.sources,
    )


def _year(
    title: str,
    document: Document,
    sidecar: Sidecar,
    source: SourceFile,
    written: date | None,
    number: str,
    rule: TypeRule | None,
) -> Parsed[int | None]:
    """The catalogue's year; findings where the type tells of a year, or no year is known at all."""
    opening = [block.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH][:_OPENING_PARAGRAPHS]
    told = find_year(title=title, opening=opening, stated=sidecar.year, name=source.path.stem)
    tells = rule is not None and rule.names_year
    year = catalogue_year(told=told.value, tells=tells, stated=sidecar.year, written=written, number=number)
    return Parsed(value=year, diagnostics=told.diagnostics if tells or year is None else ())


def describe_units(document: Document, year: int | None, vocabulary: Vocabulary) -> tuple[Unit, ...]:
    """Units with their themes, parts and word weights, in text order."""
    text_units = find_units(document)
    themes = assign_themes(text_units, vocabulary.themes)
    roles = assign_roles(text_units, year, vocabulary.roles)
    return tuple(
        _unit(text_unit, found, parts) for text_unit, found, parts in zip(text_units, themes, roles, strict=True)
    )


def _unit(text_unit: TextUnit, themes: tuple[ThemeMatch, ...], parts: tuple[Role, ...]) -> Unit:
    words = tuple(word.word for theme in themes for word in theme.words)
    return Unit(
        label=text_unit.label,
        anchor=text_unit.anchor,
        heading=text_unit.heading,
        text=text_unit.text,
        passages=tuple(block.anchor for block in text_unit.blocks),
        themes=themes,
        roles=parts,
        terms=unit_terms(text_unit.text, words) if themes else (),
        part_of=text_unit.part_of,
    )


def _mark_place(document: Document) -> str:
    """Where the agency's name stands on a line of its own."""
    marks = [block for block in document.blocks if block.kind in {BlockKind.ISSUER_MARK, BlockKind.TITLE}]
    if marks and marks[0].kind is BlockKind.TITLE:
        return "标题下一行"
    return "发文机关标志里" if marks and normal_form(marks[0].text).endswith("文件") else "标题上一行"


def _missing_roles(document_type: DocumentType | None, units: Sequence[Unit]) -> tuple[Role, ...]:
    if document_type is None:
        return ()
    have = {role for unit in units for role in unit.roles}
    return tuple(role for role in document_type.required_roles if role not in have)


def _check_metadata(
    written: date | None,
    year: int | None,
    document_type: DocumentType | None,
    disclosure: DisclosureBasis,
) -> Iterator[Diagnostic]:
    if document_type is None:
        yield findings.UNKNOWN_DOCUMENT_TYPE.at()
    elif document_type.reports_on_year and written is not None and year is not None and written <= date(year, 12, 31):
        yield findings.DATE_BEFORE_YEAR_END.at(date=written.isoformat(), year=year)
    by_law = document_type.legal_basis if document_type is not None else ""
    if by_law and not disclosure.mark and disclosure.basis == by_law:
        yield findings.DISCLOSURE_BY_LAW.at(basis=disclosure.basis)


def _check_parts(missing: Sequence[Role], rules: Sequence[RoleRule]) -> Iterator[Diagnostic]:
    names = {rule.role: rule.name for rule in rules}
    for role in missing:
        yield findings.MISSING_PART.at(part=names[role])
