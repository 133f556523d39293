"""What a reader hands over: lines with their place and layout, and what stands beside the text; no meaning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RemovalReason(StrEnum):
    """Why a non-blank character of the source may be missing from the official text: a closed list."""

    PAGE_NUMBER = "page-number"
    RUNNING_HEAD = "running-head"  # 页眉页脚, of the text or of the format
    ZERO_WIDTH = "zero-width"
    MARKDOWN_MARKUP = "markdown-markup"
    FRONT_MATTER = "front-matter"
    SITE_FURNITURE = "site-furniture"  # navigation, 字号, 分享, 浏览量, 责任编辑, footer of a web page
    SITE_METADATA = "site-metadata"  # the table of 索引号, 发布机构 … that a web page shows beside the text
    REPEATED_TITLE = "repeated-title"  # a web page's own heading, where the text itself opens with the title


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Something of the source that is layout and not text, declared (删去内容).

    Attributes:
        text: the removed characters, exactly.
        reason: why they may go.
        line: 1-based line of the source file.
        column: 0-based character offset in that source line.
    """

    text: str
    reason: RemovalReason
    line: int
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPlace:
    """Where a line stands in a table.

    Attributes:
        table: 1-based number of the table in the source.
        row: 0-based.
        column: 0-based, counted in grid columns, so that merged cells keep the places of the others.
        row_span: rows that the cell covers.
        column_span: grid columns that the cell covers.
        header: the source says that it is a header cell.
    """

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


class Alignment(StrEnum):
    """How a line stands between the margins, where the format tells."""

    UNKNOWN = ""
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the source: a physical line (text, PDF, OFD) or a paragraph (web page, Word).

    Attributes:
        number: 1-based number in the source (see ``ReadFile.source``).
        text: the characters after the reader's removals, without the line end; automatic numbers are in it.
        starts_page: a form feed or page change stands right before it.
        continues: whether the format shows that the line goes on with the paragraph of the line before it; None
            where only the text can tell.
        scale: type size divided by the usual size of the text; 0 where unknown.
        alignment: where the format tells.
        cell: its place in a table; None outside tables.
    """

    number: int
    text: str
    starts_page: bool = False
    continues: bool | None = None
    scale: float = 0.0
    alignment: Alignment = Alignment.UNKNOWN
    cell: CellPlace | None = None


class EvidenceField(StrEnum):
    """What a piece of evidence tells of."""

    TITLE = "title"
    AGENCY = "agency"  # 发布机构, 发文机关
    SOURCE = "source"  # 来源, ContentSource: where a web page has it from; weaker than AGENCY
    DOCUMENT_NUMBER = "document_number"
    INDEX_NUMBER = "index_number"
    DATE_OF_WRITING = "date_of_writing"
    PUBLICATION_DATE = "publication_date"
    DISCLOSURE = "disclosure"  # 公开方式, 公开属性
    KEYWORDS = "keywords"
    DOCUMENT_TYPE = "document_type"  # 体裁, 公文种类
    SUBJECT = "subject"  # 主题分类
    VALIDITY = "validity"


class EvidencePlace(StrEnum):
    """Where evidence stands, from the strongest to the weakest."""

    METADATA_TABLE = "metadata-table"
    META_TAG = "meta-tag"
    PAGE_LINE = "page-line"  # a site's line beside the text: 发布时间：…  来源：…
    PAGE_TITLE = "page-title"  # <title> of a web page, with the site's name in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Metadata that stands beside the official text: a statement to be weighed, never text.

    Attributes:
        field: what it tells of.
        value: as printed, blanks at the ends removed; never empty.
        place: where it stands.
        line: 1-based source line, 0 for places without one (meta tags).
    """

    field: EvidenceField
    value: str
    place: EvidencePlace
    line: int = 0


class ReferenceKind(StrEnum):
    """What a reference names."""

    IMAGE = "image"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An image or attachment that the source names: told to the reader, never fetched.

    Attributes:
        kind: image or attachment.
        name: its caption, alternative text or file name.
        uri: http(s) address or relative path as the source has it; empty where there is none that is safe to show.
        line: 1-based source line near which it stands.
    """

    kind: ReferenceKind
    name: str
    uri: str = ""
    line: int = 0


class TextOrigin(StrEnum):
    """How the text was obtained: shown to the public on the report's page."""

    PLAIN = "plain"  # a text file
    MARKUP = "markup"  # a web page
    WORD = "word"  # a word processor's file
    CONVERTED = "converted"  # an old format, converted by an office program first
    TEXT_LAYER = "text-layer"  # the characters that a PDF or OFD carries
    RECOGNISED = "recognised"  # 识别文本: read from pictures by a machine


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedText:
    """The text of a source file, line by line.

    Attributes:
        lines: every line, blank ones too, in reading order.
        removed: what the reader took out (zero-width characters, markup, a site's furniture), in source order.
        media_type: e.g. ``text/plain``.
        encoding: e.g. ``utf-8``, ``gb18030``; for formats that carry their own, ``utf-8``; empty where nothing could
            be read.
        sha256: hex digest of the file's bytes.
        size: bytes.
        characters: non-blank characters of the source, before any removal.
        evidence: metadata beside the text, strongest place first.
        references: images and attachments that it names.
        origin: how the text was obtained.
        confidence: 0 to 1 for recognised text, else 1.
        pages: pages of the source; 0 where the format has none.
        seals: seals and signatures present (电子印章), not judged valid.
    """

    lines: tuple[Line, ...]
    removed: tuple[Removed, ...] = ()
    media_type: str
    encoding: str
    sha256: str
    size: int
    characters: int
    evidence: tuple[Evidence, ...] = ()
    references: tuple[Reference, ...] = ()
    origin: TextOrigin = TextOrigin.PLAIN
    confidence: float = 1.0
    pages: int = 0
    seals: int = 0
