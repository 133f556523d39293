"""公开属性 and what it rests on."""

from __future__ import annotations

import re

from generator.model.document import BlockKind, Document
from generator.model.report import Disclosure, DisclosureBasis, DocumentType
from generator.parser.characters import non_blank
from generator.parser.forms import is_disclosure_note, unbracket

_WITHHELD = re.compile(r"不予公开|不公开|不宜公开")
_ON_REQUEST = re.compile(r"依申请公开")
_PROACTIVE = re.compile(r"主动公开|公开发布|予以公开|可以公开|公开")
_LONGEST_CELL = 20
_FIELD = re.compile(r"公开(?:方式|属性|类别|形式)[：:|｜]?(?P<value>主动公开|依申请公开|不予公开|不公开)")


def find_disclosure(
    document: Document,
    *,
    stated: Disclosure | None,
    stated_basis: str,
    document_type: DocumentType | None,
    cell: str = "",
) -> DisclosureBasis:
    """The disclosure attribute with its ground.

    The sidecar goes first (the gate compares it with marks and cells), then a mark in the text, then the cell 公开方式
    of the page, then the legal basis of the document type (政府信息公开条例 arts. 20, 21, 27).  Absence of a mark
    proves nothing either way; that a site shows the page proves nothing either.

    Args:
        document: the parsed document.
        stated: the sidecar's ``disclosure``.
        stated_basis: the sidecar's ``disclosure_basis``.
        document_type: the type, whose law may order disclosure.
        cell: the value of the page's cell 公开方式, or empty.
    """
    mark = find_mark(document)
    if stated is not None:
        basis = stated_basis or "经办人在说明文件中写明"
        return DisclosureBasis(attribute=stated, mark=mark, basis=basis)
    if mark:
        return DisclosureBasis(attribute=read_mark(mark), mark=mark, basis=f"文内标注“{mark}”")
    if (attribute := _read_cell(cell)) is not Disclosure.UNKNOWN:
        return DisclosureBasis(attribute=attribute, basis=f"网页信息表“公开方式：{cell}”")
    if document_type is not None and document_type.legal_basis:
        return DisclosureBasis(attribute=Disclosure.PROACTIVE, mark="", basis=document_type.legal_basis)
    return DisclosureBasis()


def _read_cell(cell: str) -> Disclosure:
    """主动公开, 依申请公开, 不予公开; 是 or 否 where the label asks 是否公开."""
    if len(cell) > _LONGEST_CELL:
        return Disclosure.UNKNOWN
    return {"是": Disclosure.PROACTIVE, "否": Disclosure.WITHHELD}.get(cell) or read_mark(cell)


def find_mark(document: Document) -> str:
    """The mark as printed, without brackets: a note of its own, or a cell 公开方式; empty without one."""
    for block in document.blocks:
        bracketed = unbracket(block.text) != block.text.strip()
        own_line = block.kind in {BlockKind.NOTE, BlockKind.HEAD_NOTE} or (bracketed and block.heading is None)
        if own_line and is_disclosure_note(block.text):
            return non_blank(unbracket(block.text)).rstrip("。")
    for block in document.blocks:
        if block.kind is BlockKind.METADATA_LINE:
            match = _FIELD.search(non_blank(block.text))
            if match:
                return match.group()
    return ""


def read_mark(mark: str) -> Disclosure:
    """What a mark says."""
    if _WITHHELD.search(mark):
        return Disclosure.WITHHELD
    if _ON_REQUEST.search(mark):
        return Disclosure.ON_REQUEST
    return Disclosure.PROACTIVE if _PROACTIVE.search(mark) else Disclosure.UNKNOWN
