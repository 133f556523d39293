"""Every kind of finding that there is, and its remedy."""

from __future__ import annotations

from generator.gate.findings import GATE_FINDINGS
from generator.model.diagnostics import DiagnosticKind
from generator.parser.findings import PARSER_FINDINGS
from generator.publish.findings import PUBLISH_FINDINGS
from generator.readers.findings import READER_FINDINGS
from generator.readers.findings_confine import CONFINE_FINDINGS
from generator.readers.findings_container import CONTAINER_FINDINGS
from generator.readers.findings_ofd import OFD_FINDINGS
from generator.readers.findings_office import OFFICE_FINDINGS
from generator.readers.findings_pdf import PDF_FINDINGS
from generator.readers.findings_web import WEB_FINDINGS
from generator.readers.findings_word import WORD_FINDINGS
from generator.taxonomy.findings import DESCRIBE_FINDINGS
from generator.taxonomy.findings_agency import AGENCY_FINDINGS
from generator.taxonomy.findings_tags import TAG_FINDINGS

ALL_FINDINGS: tuple[DiagnosticKind, ...] = (
    *READER_FINDINGS,
    *CONTAINER_FINDINGS,
    *WEB_FINDINGS,
    *WORD_FINDINGS,
    *OFFICE_FINDINGS,
    *PDF_FINDINGS,
    *OFD_FINDINGS,
    *CONFINE_FINDINGS,
    *PARSER_FINDINGS,
    *AGENCY_FINDINGS,
    *DESCRIBE_FINDINGS,
    *TAG_FINDINGS,
    *GATE_FINDINGS,
    *PUBLISH_FINDINGS,
)


def find_kind(code: str) -> DiagnosticKind | None:
    """The kind of a code, or None."""
    return next((kind for kind in ALL_FINDINGS if kind.code == code), None)
