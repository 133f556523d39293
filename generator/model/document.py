"""The parsed document: its parts as GB/T 9704-2012 names them, every character in exactly one block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.source import SourceSpan
from generator.model.text import Removed


class BlockKind(StrEnum):
    """The part of an official document that a block is (GB/T 9704-2012, chapter 7)."""

    COPY_NUMBER = "copy_number"  # 份号
    SECURITY_CLASSIFICATION = "security_classification"  # 密级和保密期限
    URGENCY = "urgency"  # 紧急程度
    ISSUER_MARK = "issuer_mark"  # 发文机关标志, also an agency's name alone on the line above the title
    DOCUMENT_NUMBER = "document_number"  # 发文字号
    APPROVER = "approver"  # 签发人
    METADATA_LINE = "metadata_line"  # 索引号：… 发布日期：… and the like, above the body
    TITLE = "title"  # 标题
    HEAD_NOTE = "head_note"  # 题注 below the title, e.g. (2022年3月1日)
    ADDRESSEES = "addressees"  # 主送机关
    HEADING = "heading"  # 正文 numbered heading alone in its block
    TABLE = "table"  # 表格 of the text, its cells in reading order
    PARAGRAPH = "paragraph"  # 正文 paragraph, with or without a run-in heading
    CLOSING = "closing"  # 结束语: 专此报告。特此报告。
    ATTACHMENT_NOTE = "attachment_note"  # 附件说明
    SIGNATURE = "signature"  # 发文机关署名
    DATE_OF_WRITING = "date_of_writing"  # 成文日期
    NOTE = "note"  # 附注
    ATTACHMENT = "attachment"  # 附件 (its text, after the signature)
    COPY_TO = "copy_to"  # 抄送机关
    PRINTING = "printing"  # 印发机关和印发日期


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A run of characters of one source line.

    Attributes:
        text: the characters; leading and trailing blanks of the line are not kept, inner ones are.
        line: 1-based source line.
    """

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A numbered heading (结构层次序数, GB/T 9704-2012 7.3.3).

    Attributes:
        level: 1 to 4 for 一、 （一） 1. （1）; in a text with 第一部分, 第一章 or 第一条 those come first, the others
            below them; it may go beyond 6 in a deep regulation.
        marker: as printed, without blanks: ``一、``, ``（一）``, ``1.``, ``第一章``, ``第一条``, ``3.2``.
        number: its value, 1-based; of a decimal its last part.
        text: the heading after the marker; for a run-in heading its first sentence with the final stop; of an article
            its caption in brackets, mostly empty.
        run_in: the heading is the first sentence of a paragraph.
        anchor: ``s-1-2``, from the structure; ``a1-s-1-2`` in the first attachment or inner document; unique.
        label: for people and for citation: ``一（二）1``, ``第十五条（三）``, ``附件1二``; never with a suffix.
    """

    level: int
    marker: str
    number: int
    text: str
    run_in: bool
    anchor: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An 一是 / 二是 item inside a paragraph: part of the text, never a heading.

    Attributes:
        marker: ``一是``.
        start: offset of the marker in the block's ``text``.
        end: offset after its last character.
        anchor: ``p-17-2``.
    """

    marker: str
    start: int
    end: int
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """One cell of a table block.

    Attributes:
        row: 0-based.
        column: 0-based grid column.
        row_span: rows that it covers.
        column_span: grid columns that it covers.
        header: the source says that it is a header cell.
        start: offset of its first character in the block's ``text``.
        end: offset after its last; equal to ``start`` for an empty cell.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    header: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph-like piece of the official text: the unit called passage (段落) in search and citation.

    Attributes:
        kind: which part of the document it is.
        text: its characters, rejoined from the fragments (a blank only between two Latin or digit words).
        fragments: where the characters come from, in order; their non-blank characters are those of ``text``.
        anchor: ``p-17``; for a HEADING block the heading's own ``s-1-2``.
        heading: set on HEADING blocks and on paragraphs that open with a run-in heading.
        heading_end: offset in ``text`` where marker and heading end (0 without a heading).
        items: the 一是 items in it, in order.
        cells: of a TABLE block, row by row; the text has a tab between cells and a line break between rows.
        section: anchor of the section that it belongs to (its own for headings); empty before the first heading
            and outside the body.
        part: empty in the document itself; ``a1``, ``a2`` … in what is attached to it: 附件 (kind ATTACHMENT for all of
            its text but tables), or the document that a letter or order carries (with the kinds of a document).
    """

    kind: BlockKind
    text: str
    fragments: tuple[Fragment, ...]
    anchor: str
    heading: Heading | None = None
    heading_end: int = 0
    items: tuple[Item, ...] = ()
    cells: tuple[TableCell, ...] = ()
    section: str = ""
    part: str = ""

    @property
    def span(self) -> SourceSpan:
        """Source lines of the block."""
        return SourceSpan(first_line=self.fragments[0].line, last_line=self.fragments[-1].line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The whole document in reading order.

    Attributes:
        blocks: every block; their non-blank characters, in order, are the official text.
        removed: layout taken out by reader and parser, in source order.
        title: 标题 in normal form (no blank between Chinese characters and digits); empty where there is none.  Of a
            letter that carries another document its own title; of an order the title of what it promulgates.
        issuer_mark: 发文机关标志, normal form, or empty.
        document_number: 发文字号 as printed, without blanks; of an order or announcement with the issuing body
            (某某令第5号); or empty.
        index_number: 索引号 where the text carries one, or empty.
        publication_date: 发布日期 where a metadata line of the text states it.
        addressees: 主送机关, one entry as printed without the colon, split at 、 and ，.
        signature: 发文机关署名, normal form, in order.
        date_of_writing: 成文日期.
        notes: 附注 without the brackets.
        copy_to: 抄送机关, split like addressees.
        printing_agency: 印发机关, or empty.
        printing_date: 印发日期.
    """

    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    title: str = ""
    issuer_mark: str = ""
    document_number: str = ""
    index_number: str = ""
    publication_date: date | None = None
    addressees: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    date_of_writing: date | None = None
    notes: tuple[str, ...] = ()
    copy_to: tuple[str, ...] = ()
    printing_agency: str = ""
    printing_date: date | None = None

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All numbered headings in order (the outline)."""
        return tuple(block.heading for block in self.blocks if block.heading is not None)
