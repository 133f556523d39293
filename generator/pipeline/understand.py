"""One file -> everything that we understand of it, and whether it may be published."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import SourceError
from generator.gate.decide import decide
from generator.gate.rules import GateRules, load_gate_rules
from generator.model.diagnostics import Diagnostic
from generator.model.document import Document
from generator.model.report import Decision, Report
from generator.model.source import SourceFile
from generator.parser.fidelity import prove_fidelity
from generator.parser.parse import parse_document
from generator.pipeline.masking import without_masks
from generator.readers import ReadFile
from generator.readers.confine import ConfinedReader
from generator.readers.findings import NOT_REGULAR_FILE
from generator.readers.old_formats import convert_old_format
from generator.settings import Settings, load_settings
from generator.taxonomy import findings as taxonomy_findings
from generator.taxonomy.agencies import AgencyRegistry, load_agencies
from generator.taxonomy.describe import Vocabulary, describe_report, describe_units, load_vocabulary
from generator.taxonomy.roster import Roster, load_roster
from generator.taxonomy.sidecar import Sidecar, load_sidecar
from generator.taxonomy.summary import summarise

Read = Callable[[Path], ReadFile]
"""Reads one file, as ``readers.read_source`` does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What understanding a file needs besides the file."""

    project_dir: Path
    settings: Settings
    registry: AgencyRegistry
    vocabulary: Vocabulary
    rules: GateRules
    roster: Roster | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A file, understood.

    Attributes:
        source: the file.
        report: None where nothing could be read at all.
        published: the document as it is published, masked parts left out; None like ``report``.
        decision: publish or hold.
        diagnostics: every finding, those of the gate included, by line.
    """

    source: SourceFile
    report: Report | None
    published: Document | None
    decision: Decision
    diagnostics: tuple[Diagnostic, ...]


def load_surroundings(project_dir: Path, *, needs_settings: bool = True) -> Surroundings:
    """Load settings, agencies, roster, vocabularies and rules of a project folder.

    Args:
        project_dir: the folder.
        needs_settings: False lets a folder without mkdocs.yml pass (``inspect`` of any file).

    Raises:
        ConfigurationError: one of them is missing or not well-formed.
    """
    settings = load_settings(project_dir) if needs_settings or (project_dir / "mkdocs.yml").exists() else Settings()
    registry = load_agencies(project_dir / "reports")
    vocabulary = load_vocabulary()
    return Surroundings(
        project_dir=project_dir,
        settings=settings,
        registry=registry,
        vocabulary=vocabulary,
        roster=load_roster(project_dir / "reports", registry, vocabulary.document_types),
        rules=replace(load_gate_rules(), require_mark=settings.require_mark),
    )


def open_reader(around: Surroundings) -> ConfinedReader:
    """The reading process for files of a project; a context manager."""
    return ConfinedReader(around.settings.limits, convert_old_format)


def understand(
    source: SourceFile, earlier: tuple[Diagnostic, ...], around: Surroundings, read: Read | None = None
) -> Understood:
    """Read, parse, prove, describe and judge one file.

    Args:
        source: the file.
        earlier: what discovery found wrong with its place or name.
        around: settings, agencies, vocabularies, rules.
        read: reads the file; None opens a reading process for this one file (a third of a second).

    Returns:
        What was understood; a file that cannot be read at all is held with its findings.  Never raises for a
        document's sake.
    """
    if any(diagnostic.code == NOT_REGULAR_FILE.code for diagnostic in earlier):
        return _unread(source, earlier)
    if read is None:
        with open_reader(around) as reader:
            return understand(source, earlier, around, reader.read)
    try:
        file = read(source.path)
    except SourceError as error:
        unreadable = NOT_REGULAR_FILE.at(what=f"{error}，")
        return _unread(source, (*earlier, unreadable))
    found = [*earlier, *_agency_faults(source, around.registry), *file.diagnostics]
    if not file.text.encoding:
        return _unread(source, tuple(found))
    sidecar, faults = _read_sidecar(source)
    found += faults
    parsed = parse_document(file.text)
    found += parsed.diagnostics
    broken = prove_fidelity(file.source, parsed.value)
    found += [broken] if broken is not None else []
    described = describe_report(source, file.text, parsed.value, sidecar, around.registry, around.vocabulary)
    found += described.diagnostics
    report = described.value
    return _judge(report, tuple(found), around)


def _judge(report: Report, found: tuple[Diagnostic, ...], around: Surroundings) -> Understood:
    decision = decide(report, around.rules, earlier=found)
    published = report.document
    if decision.masks:
        published = without_masks(report.document, decision.masks)
        report = replace(
            report,
            units=describe_units(published, report.year, around.vocabulary),
            summary=summarise(published),
        )
    known = {id(diagnostic) for diagnostic in found}
    added = tuple(reason for reason in decision.reasons if id(reason) not in known and reason not in found)
    diagnostics = tuple(sorted((*found, *added), key=lambda one: (one.line or 0, one.code)))
    return Understood(
        source=report.source, report=report, published=published, decision=decision, diagnostics=diagnostics
    )


def _unread(source: SourceFile, found: tuple[Diagnostic, ...]) -> Understood:
    return Understood(
        source=source,
        report=None,
        published=None,
        decision=Decision(publish=False, reasons=tuple(one for one in found if one.severity == "error")),
        diagnostics=found,
    )


def _agency_faults(source: SourceFile, registry: AgencyRegistry) -> Iterator[Diagnostic]:
    for fault in registry.faults:
        if fault.agency_id == source.agency_id:
            yield taxonomy_findings.AGENCY_FILE_INVALID.at(
                path=fault.display_path, line_number=fault.line, message=fault.message
            )


def _read_sidecar(source: SourceFile) -> tuple[Sidecar, list[Diagnostic]]:
    if source.sidecar_path is None:
        return Sidecar(), []
    sidecar, faults = load_sidecar(source.sidecar_path)
    found = [
        taxonomy_findings.SIDECAR_INVALID.at(
            path=source.sidecar_path.name, line_number=fault.line, message=fault.message
        )
        for fault in faults
    ]
    return sidecar or Sidecar(), found
