"""What can be remarkable between a text and the page around it."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

TITLE_FROM_PAGE = DiagnosticKind(
    code="title-from-page",
    severity=Severity.NOTE,
    template="正文没有标题，标题“{title}”取自网页信息。",
    explanation="正文没有标题时，依次取网页信息表、网页标签、网页上的标题；这些文字不属于正文，不在正文中显示。",
    remedy="请核对标题；不对的，请在说明文件中写明 title。",
)
PAGE_DIFFERS = DiagnosticKind(
    code="page-metadata-differs",
    severity=Severity.NOTE,
    template="网页信息表的{field}是“{page}”，正文是“{text}”，以正文为准。",
    explanation="网页信息表由发布时另行填写，与正文不一致时以正文为准。",
    remedy="请核对；确以信息表为准的，请在说明文件中写明。",
)
PUBLISHED_BEFORE_WRITTEN = DiagnosticKind(
    code="published-before-written",
    severity=Severity.NOTE,
    template="网页标明的发布日期 {published} 早于成文日期 {written}，没有采用。",
    explanation="公文不可能在成文之前发布；网页上的时间可能是模板的时间或录入有误。",
    remedy="请核对；需要标明发布日期的，请在说明文件中写明 publication_date。",
)

PAGE_FINDINGS = (TITLE_FROM_PAGE, PAGE_DIFFERS, PUBLISHED_BEFORE_WRITTEN)
