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
from generator.taxonomy.agencies import AgencyRegistry
from generator.taxonomy.disclosure import find_disclosure
from generator.taxonomy.document_types import TypeRule, find_document_type, load_document_types
from generator.taxonomy.foreign_phrases import SectorTable, find_foreign_phrases, load_sectors
from generator.taxonomy.regions import RegionTable, load_regions
from generator.taxonomy.resolve_agency import resolve_agency
from generator.taxonomy.roles import RoleRule, assign_roles, load_roles
from generator.taxonomy.sidecar import Sidecar
from generator.taxonomy.summary import summarise
from generator.taxonomy.themes import ThemeTable, assign_themes, load_themes
from generator.taxonomy.units import TextUnit, find_units
from generator.taxonomy.words import extract_keywords, unit_terms
from generator.taxonomy.year import find_year

_OPENING_PARAGRAPHS = 3


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

    Evidence goes in this order everywhere: the sidecar, then the text's own statements, then what follows from the
    document type; what no evidence tells is empty and said, never guessed.

    Args:
        source: the file.
        text: its lines and digest.
        document: the parsed document.
        sidecar: what the agency's note file says; an empty one where there is none.
        registry: the agencies of the project.
        vocabulary: as ``load_vocabulary`` gives it.

    Returns:
        The report, with findings on metadata and wording.
    """
    title = normal_form(sidecar.title) or document.title
    reading = resolve_agency(
        folder=registry.agencies.get(source.agency_id),
        sidecar_agency=sidecar.agency,
        title=title,
        issuer_mark=document.issuer_mark,
        signature=document.signature,
        printing_agency=document.printing_agency,
        registry=registry,
        regions=vocabulary.regions,
        mark_place=_mark_place(document),
    )
    agency = reading.value.agency
    opening = [block.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH][:_OPENING_PARAGRAPHS]
    year = find_year(title=title, opening=opening, stated=sidecar.year, name=source.path.stem)
    document_type = find_document_type(title, vocabulary.document_types, sidecar.document_type)
    written = sidecar.date_of_writing or document.date_of_writing
    disclosure = find_disclosure(
        document,
        stated=sidecar.disclosure,
        stated_basis=sidecar.disclosure_basis,
        document_type=document_type,
    )
    units = describe_units(document, year.value, vocabulary)
    missing = _missing_roles(document_type, units)
    body = "\n".join(block.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH)
    report = Report(
        source=source,
        text=text,
        document=document,
        title=title,
        agency=agency,
        agency_as_printed=reading.value.as_printed,
        year=year.value,
        document_type=document_type,
        document_number=sidecar.document_number or document.document_number,
        index_number=sidecar.index_number or document.index_number,
        date_of_writing=written,
        publication_date=sidecar.publication_date or document.publication_date,
        disclosure=disclosure,
        source_url=sidecar.source_url,
        keywords=sidecar.keywords or extract_keywords(body),
        summary=summarise(document),
        units=units,
        missing_roles=missing,
        review=sidecar.review,
        remarks=sidecar.remarks,
    )
    found = [
        *reading.diagnostics,
        *year.diagnostics,
        *_check_metadata(written, year.value, document_type, disclosure),
        *_check_parts(missing, vocabulary.roles),
        *find_foreign_phrases(document, agency, vocabulary.sectors),
    ]
    return Parsed(value=report, diagnostics=tuple(found))


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
    if document_type is not None and not disclosure.mark and disclosure.basis == document_type.legal_basis:
        yield findings.DISCLOSURE_BY_LAW.at(basis=disclosure.basis)


def _check_parts(missing: Sequence[Role], rules: Sequence[RoleRule]) -> Iterator[Diagnostic]:
    names = {rule.role: rule.name for rule in rules}
    for role in missing:
        yield findings.MISSING_PART.at(part=names[role])
