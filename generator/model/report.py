"""A report: one published item, with metadata, themes and what is known of its disclosure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.model.diagnostics import Diagnostic
from generator.model.document import Document
from generator.model.source import SourceFile
from generator.model.text import ExtractedText


class Disclosure(StrEnum):
    """公开属性 (政府信息公开条例 arts. 13-16, 27)."""

    PROACTIVE = "proactive"
    ON_REQUEST = "on_request"
    WITHHELD = "withheld"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """Which part of the annual report, as 法治政府建设与责任落实督察工作规定 (2019) lists them, a section serves."""

    ACHIEVEMENTS = "achievements"  # 主要举措和成效
    PROBLEMS = "problems"  # 存在的不足和原因
    LEADER_DUTY = "leader-duty"  # 党政主要负责人履行第一责任人职责情况
    NEXT_YEAR = "next-year"  # 下一年度主要安排


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """An administrative region.

    Attributes:
        code: six digits of GB/T 2260, or empty where unknown.
        names: from the province down, without 市辖区 and 县 layers: ``("重庆市", "沙坪坝区")``.
    """

    code: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An agency as ``agency.yml`` records it, or as it was read in a document.

    Attributes:
        agency_id: folder name; empty for an agency known from a document alone.
        name: full official name (机关全称).
        short_names: usual short forms (市外办).
        region: where it has jurisdiction.
        level: ``national province prefecture county township`` or empty.
        parent: agency_id of the body it belongs to (its government), or empty.
        website: its own site, http(s), or empty.
    """

    agency_id: str = ""
    name: str = ""
    short_names: tuple[str, ...] = ()
    region: Region = field(default_factory=Region)
    level: str = ""
    parent: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureBasis:
    """公开属性 with its ground.

    Attributes:
        attribute: what may be done with the document.
        mark: the mark as printed (``此件主动公开``), without brackets; empty where the text has none.
        basis: Chinese: what the attribute rests on (the mark, the sidecar, the legal basis of the document type);
            empty where there is none.
    """

    attribute: Disclosure = Disclosure.UNKNOWN
    mark: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationRule:
    """By when a rule orders that documents of a type are public (公开期限).

    Attributes:
        month, day: before this day of the year after the one reported on.
        from_year: the first year reported on for which the rule was in force.
        source: the rule with its article, in Chinese.
    """

    month: int
    day: int
    from_year: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """文种 as a vocabulary entry.

    Attributes:
        type_id: e.g. ``law-based-government-report``.
        name: 法治政府建设年度报告.
        legal_basis: Chinese; empty where no law orders that such documents are disclosed.
        required_roles: parts that the rule asks for.
        reports_on_year: it tells of one year (so a date of writing before that year's end is remarkable).
        public_before: by when such documents have to be public; None where no one day holds for all who publish them.
    """

    type_id: str
    name: str
    legal_basis: str = ""
    required_roles: tuple[Role, ...] = ()
    reports_on_year: bool = False
    public_before: PublicationRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedWord:
    """An indicator word found in the text, and the 1-based source line where."""

    word: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMatch:
    """One theme of one unit, with what made it so; ``score`` only orders (no unit)."""

    theme_id: str
    score: float
    words: tuple[MatchedWord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The lowest numbered unit of the text: what themes and roles are given to and what links lead to.

    Attributes:
        label: ``一（二）1``, ``六 二是``, ``前言``; unique labels are not guaranteed, anchors are.
        anchor: ``s-1-2-1``, ``p-17-2`` or ``p-3``.
        heading: the heading's text, or empty.
        text: the unit's whole text, masked parts left out.
        passages: anchors of the blocks it covers.
        themes: best first.
        roles: the legal parts that it serves.
        terms: weighted words for likeness with other units, heaviest first.
        part_of: label of the unit that this 一是 item belongs to, or empty.
    """

    label: str
    anchor: str
    heading: str
    text: str
    passages: tuple[str, ...]
    themes: tuple[ThemeMatch, ...] = ()
    roles: tuple[Role, ...] = ()
    terms: tuple[tuple[str, float], ...] = ()
    part_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A reviewer's decision from the sidecar (审查记录, 条例 art. 17).

    Attributes:
        by: who decided.
        date: when.
        allow: gate codes that the reviewer lets pass.
        reason: why.
    """

    by: str
    date: date
    allow: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything we understand of one source file.

    Attributes follow ``gongkai inspect --format json``; see ``generator/data/inspect.schema.json``.
    """

    source: SourceFile
    text: ExtractedText
    document: Document
    title: str
    agency: Agency
    agency_as_printed: str
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
    units: tuple[Unit, ...]
    missing_roles: tuple[Role, ...]
    review: Review | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """A place of the official text that is not shown (遮盖).

    Attributes:
        kind: ``contact-name``, ``contact-telephone`` …
        anchor: the block's anchor.
        start: first offset in the block's ``text``.
        end: offset after the last.
        line: 1-based source line of the first character.
    """

    kind: str
    anchor: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the gate says of a report.

    Attributes:
        publish: False means hold.
        reasons: the findings that hold it, or that a reviewer let pass.
        masks: places that are not shown, in reading order, not overlapping.
        allowed: codes that the reviewer's decision let pass.
    """

    publish: bool
    reasons: tuple[Diagnostic, ...] = ()
    masks: tuple[Mask, ...] = ()
    allowed: tuple[str, ...] = ()
