"""The small records that the second half of the build works with: never the full texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.diagnostics import Diagnostic
from generator.model.document import Heading
from generator.model.report import Agency, DisclosureBasis, DocumentType, Review, Role
from generator.model.text import Reference, TextOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRecord:
    """What pages and links need of a ``Unit``.

    Attributes:
        report_id: the report it stands in.
        label: ``一（二）1``.
        anchor: its place on the report's page.
        heading: may be empty.
        excerpt: its first 120 characters or fewer, for lists.
        themes: theme ids, best first.
        words: theme id -> the indicator words matched, in the order of ``themes``.
        terms: weighted words, heaviest first, for likeness.
        excerpts: theme id -> the sentences that hold its words, 120 characters or fewer, in the order of ``themes``;
            ellipses stand where the text is cut.
    """

    report_id: str
    label: str
    anchor: str
    heading: str
    excerpt: str
    themes: tuple[str, ...]
    words: tuple[tuple[str, tuple[str, ...]], ...]
    terms: tuple[tuple[str, float], ...]
    excerpts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalFile:
    """原文件 as it is named on the page.

    Attributes:
        name: file name.
        media_type: e.g. ``text/plain``.
        size: bytes.
        sha256: hex digest.
        offered: False where something is masked: the file would undo the mask.
        encoding: how its characters were encoded, e.g. ``gb18030``.
    """

    name: str
    media_type: str
    size: int
    sha256: str
    offered: bool
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecord:
    """One published report for lists, links and its page's frame.

    Attributes:
        report_id: ``<agency-id>/<name>``.
        uri: ``reports/<agency-id>/<name>/``, from the site's root, percent-encoding not applied.
        title: normal form; never empty (the file's name in brackets where the document has no title).
        agency: the issuing agency (``agency_id`` is the folder of the page under ``agencies/``).
        year: the year reported on.
        document_type: or None.
        document_number, index_number: or empty.
        date_of_writing, publication_date: or None, never the build's time.
        disclosure: attribute, mark, basis.
        source_url: the agency's own page, or empty.
        keywords, summary: from the text.
        outline: the numbered headings.
        units: themed units.
        missing_roles: legal parts that the report lacks.
        masked: Chinese kinds of what is masked.
        original: the file as disclosed.
        review: a reviewer's decision, shown on the page.
        diagnostics: the remarks that the page shows.
        remarks: the agency's own explanations (说明), from the sidecar.
        removed: layout left out of the text, told in Chinese with its line, in source order.
        official_sha256: digest of the non-blank characters of the official text as published, UTF-8.
        official_characters: their number.
        body_path: file below ``.gongkai/work`` that holds the rendered official text.
        origin: how the text was obtained.
        confidence: 0 to 1 for recognised text, else 1.
        pages: pages of the file; 0 where its format has none.
        seals: seals and signatures present, not judged valid.
        references: images and attachments that the text names.
        withheld: the file holds things that the page does not show (author names, comments, attachments), so that it
            is not offered.
    """

    report_id: str
    uri: str
    title: str
    agency: Agency
    year: int | None
    document_type: DocumentType | None
    document_number: str
    index_number: str
    date_of_writing: date | None
    publication_date: date | None
    disclosure: DisclosureBasis
    source_url: str
    keywords: tuple[str, ...]
    summary: str
    outline: tuple[Heading, ...]
    units: tuple[UnitRecord, ...]
    missing_roles: tuple[Role, ...]
    masked: tuple[str, ...]
    original: OriginalFile
    review: Review | None
    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[str, ...]
    removed: tuple[str, ...]
    official_sha256: str
    official_characters: int
    body_path: str
    origin: TextOrigin = TextOrigin.PLAIN
    confidence: float = 1.0
    pages: int = 0
    seals: int = 0
    references: tuple[Reference, ...] = ()
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """同主题 link from one unit to another; always made in both directions.

    Attributes:
        from_report, from_anchor: where it stands.
        to_report, to_anchor: where it leads.
        theme_id: the theme that both share.
        words: the words that made the link, best first.
        score: cosine of the weighted words, 0 to 1.
    """

    from_report: str
    from_anchor: str
    to_report: str
    to_anchor: str
    theme_id: str
    words: tuple[str, ...]
    score: float
