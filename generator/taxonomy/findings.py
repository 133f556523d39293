"""What can be remarkable in a report's metadata and wording."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity
from generator.taxonomy.findings_page import PAGE_FINDINGS

NO_YEAR = DiagnosticKind(
    code="no-year",
    severity=Severity.WARNING,
    template="不能确定报告的是哪一年。",
    explanation="年度报告的年度取自标题，其次取自开头的段落；两处都没有年份时不作猜测（成文年份通常是次年，不能代替）。其他文种以成文年份为准，其次看发文字号。",
    remedy="请在说明文件中写明 year。",
)
YEAR_CONFLICT = DiagnosticKind(
    code="year-conflict",
    severity=Severity.NOTE,
    template="标题的年份是 {title_year}，{where}是 {other_year}。",
    explanation="标题、文件名与说明文件给出的报告年度不一致；以说明文件为先，其次为标题。",
    remedy="请核对；文件名改动会改变网址，一般只需确认标题无误。",
)
UNKNOWN_DOCUMENT_TYPE = DiagnosticKind(
    code="unknown-document-type",
    severity=Severity.WARNING,
    template="不能从标题判断文种。",
    explanation="文种表（generator/data/document_types.yml）按标题用语判断；没有文种就没有法定公开依据可循。",
    remedy="请在说明文件中写明 document_type，或在文种表中补充。",
)
DATE_BEFORE_YEAR_END = DiagnosticKind(
    code="date-before-year-end",
    severity=Severity.WARNING,
    template="成文日期 {date} 早于报告年度（{year} 年）结束。",
    explanation="年度报告反映全年情况，一般在次年第一季度形成并公开。",
    remedy="请核对成文日期和报告年度。",
)
MISSING_PART = DiagnosticKind(
    code="missing-part",
    severity=Severity.NOTE,
    template="没有找到“{part}”的内容。",
    explanation="法治政府建设与责任落实督察工作规定（2019）列出了年度报告应当包括的内容。",
    remedy="请核对报告是否写全；写在其他标题下的，可不改。",
)
FOREIGN_PHRASE = DiagnosticKind(
    code="foreign-phrase",
    severity=Severity.NOTE,
    template="文中“{phrase}”与本机关不符，疑似沿用他文。",
    explanation="部门报告中出现别的行业的自述（如“××领域法律宣传”），或“依法治镇”之类低于本机关层级的用语。",
    remedy="请核对文字；确有所指的可不改。",
)
SIDECAR_INVALID = DiagnosticKind(
    code="sidecar-invalid",
    severity=Severity.ERROR,
    template="说明文件 {path} 第 {line_number} 行：{message}",
    explanation="说明文件的每个键都有固定的含义和格式，不认识的键和不合格式的值不予采用。",
    remedy="请按提示改正说明文件。",
)
AGENCY_FILE_INVALID = DiagnosticKind(
    code="agency-file-invalid",
    severity=Severity.ERROR,
    template="{path} 第 {line_number} 行：{message}",
    explanation="机关登记有误时，机关名称和行政区划都不可靠，该文件夹的文件暂不发布。",
    remedy="请按提示改正 agency.yml。",
)
DISCLOSURE_BY_LAW = DiagnosticKind(
    code="disclosure-by-law",
    severity=Severity.NOTE,
    template="正文没有公开标注，按文种的法定依据作为主动公开：{basis}。",
    explanation="没有标注并不等于不公开；法律法规要求主动公开的文种，以该规定为依据。",
    remedy="建议在附注中标注“此件主动公开”。",
)

DESCRIBE_FINDINGS = (
    NO_YEAR,
    YEAR_CONFLICT,
    UNKNOWN_DOCUMENT_TYPE,
    DATE_BEFORE_YEAR_END,
    MISSING_PART,
    FOREIGN_PHRASE,
    SIDECAR_INVALID,
    AGENCY_FILE_INVALID,
    DISCLOSURE_BY_LAW,
    *PAGE_FINDINGS,
)
