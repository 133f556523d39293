"""Metadata that gets published beside the text, and so must be as clean as the text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.report import Report


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
    ]
    if report.review is not None:
        values += [("审查记录", report.review.by), ("审查记录", report.review.reason)]
    for name, value in values:
        if value not in stated:
            yield name, value
