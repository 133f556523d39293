"""Metadata that gets published beside the text, and so must be as clean as the text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.report import Report
from generator.model.text import EvidenceField, EvidencePlace, RemovalReason

_TOLD_REMOVALS = frozenset({RemovalReason.PAGE_NUMBER, RemovalReason.RUNNING_HEAD})


def published_values(report: Report) -> Iterator[tuple[str, str]]:
    """Values with their names for messages.

    Args:
        report: the report.

    Yields:
        ``(Chinese name, value)``; values that the document itself states are left out, since its text is looked at.
    """
    document = report.document
    stated = {document.title, document.document_number, document.index_number, report.disclosure.mark, ""}
    values = [
        ("元数据“标题”", report.title),
        ("元数据“文号”", report.document_number),
        ("元数据“索引号”", report.index_number),
        ("元数据“发布机构”", report.agency_as_printed),
        ("元数据“公开依据”", report.disclosure.basis),
        ("元数据“来源网址”", report.source_url),
        *(("附属说明文件的备注", remark) for remark in report.remarks),
        *(("元数据“关键词”", keyword) for keyword in report.keywords),
        *(("图片或附件的名称", reference.name) for reference in report.text.references),
        *(("图片或附件的网址", reference.uri) for reference in report.text.references),
        *(("页眉页脚", text) for text in _told_removals(report)),
        *(("网页信息表", one.value) for one in report.text.evidence if one.place is EvidencePlace.METADATA_TABLE),
    ]
    if report.review is not None:
        values += [("审查记录", report.review.by), ("审查记录", report.review.reason)]
    for name, value in values:
        if value not in stated:
            yield name, value


def disclosure_cells(report: Report) -> Iterator[tuple[str, str]]:
    """The page's cells 公开方式, written as a mark with its label, so that they are judged as marks are."""
    for evidence in report.text.evidence:
        if evidence.field is EvidenceField.DISCLOSURE:
            yield "网页信息表", f"公开方式：{evidence.value}"


def _told_removals(report: Report) -> Iterator[str]:
    """Each different running head once: the page tells what was left out, with its text."""
    return iter(dict.fromkeys(piece.text for piece in report.document.removed if piece.reason in _TOLD_REMOVALS))
