"""What can be remarkable about a document's agency and its place."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

AGENCY_UNKNOWN = DiagnosticKind(
    code="agency-unknown",
    severity=Severity.WARNING,
    template="不能确定发文机关{hint}。",
    explanation="依次查看说明文件、机关文件夹、署名、发文机关标志、标题、发文字号、网页信息表和印发机关，都没有机关全称；简称只有在登记的机关中恰好对应一个时才采用，不作猜测。",
    remedy="请把文件放入机关文件夹（含 agency.yml），或在说明文件中写明 agency（机关全称）。",
)
AGENCY_MISMATCH = DiagnosticKind(
    code="agency-mismatch",
    severity=Severity.WARNING,
    template="{first_place}的机关是“{first}”，{second_place}却是“{second}”。",
    explanation="文件夹或说明文件登记的机关与正文的署名、发文机关标志或标题不是同一个机关，可能放错了文件夹。",
    remedy="请核对文件是否放对了文件夹；确属本机关的，请核对署名。",
)
REGION_AMBIGUOUS = DiagnosticKind(
    code="region-ambiguous",
    severity=Severity.NOTE,
    template="“{name}”中的地名不能确定是哪一处：{choices}。",
    explanation="同名的区县不止一个（例如西湖区、鼓楼区），或名称里没有可查的行政区划，正文中也没有别的依据。",
    remedy="请把文件放入机关文件夹，在 agency.yml 中写明行政区划代码 region。",
)
TITLE_SHORT_AGENCY = DiagnosticKind(
    code="title-short-agency",
    severity=Severity.NOTE,
    template="标题只写“{printed}”，机关全称取自{source}。",
    explanation="公文标题由发文机关名称、事由和文种组成，机关名称用全称或者规范化简称（党政机关公文处理工作条例第九条）；离开本机关的网站，“市外办”这样的简称看不出是哪个市。",
    remedy="建议标题使用机关全称。",
)
TITLE_WITHOUT_AGENCY = DiagnosticKind(
    code="title-without-agency",
    severity=Severity.NOTE,
    template="标题不含机关名称{where}。",
    explanation="公文标题由发文机关名称、事由和文种组成（党政机关公文处理工作条例第九条）。",
    remedy="建议标题写明发文机关名称。",
)
PAGE_AGENCY_DIFFERS = DiagnosticKind(
    code="page-agency-differs",
    severity=Severity.NOTE,
    template="{place}的机关是“{text}”，网页信息表写的是“{page}”，以{place}为准。",
    explanation="网页信息表中的“发文机关”“发布机构”有时填写的是主办网站的部门；正文的署名和标题更可靠。",
    remedy="请核对网页信息表；确以信息表为准的，请在说明文件中写明 agency。",
)

AGENCY_FINDINGS = (
    AGENCY_UNKNOWN,
    AGENCY_MISMATCH,
    REGION_AMBIGUOUS,
    TITLE_SHORT_AGENCY,
    TITLE_WITHOUT_AGENCY,
    PAGE_AGENCY_DIFFERS,
)
