"""What can be remarkable in a document's form."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

NO_TITLE = DiagnosticKind(
    code="no-title",
    severity=Severity.WARNING,
    template="没有找到标题。",
    explanation="标题一般用分布在首页红色分隔线下的“机关＋事由＋文种”（GB/T 9704—2012 7.3.1）；正文之前没有这样的行。",
    remedy="请在正文前补上标题，或在说明文件中写明 title。",
)
NO_SIGNATURE = DiagnosticKind(
    code="no-signature",
    severity=Severity.WARNING,
    template="没有发文机关署名。",
    explanation="公文应当署发文机关全称或者规范化简称（GB/T 9704—2012 7.3.5）。",
    remedy="请核对原件是否有署名；网页版漏录的请补上。",
)
NO_DATE = DiagnosticKind(
    code="no-date",
    severity=Severity.WARNING,
    template="没有成文日期。",
    explanation="成文日期署会议通过或者发文机关负责人签发的日期（党政机关公文处理工作条例第九条）；目录要素“生成日期”由它而来（政府信息公开条例第十二条）。",
    remedy="请补上成文日期；原件确无的，可在说明文件中写明 date_of_writing。",
)
BAD_DATE = DiagnosticKind(
    code="bad-date",
    severity=Severity.ERROR,
    template="落款日期“{found}”不是一个存在的日期。",
    explanation="日期的月或日超出范围，无法确定成文日期。",
    remedy="请对照原件改正，或由审查人在说明文件中写明。",
)
NUMBERING_GAP = DiagnosticKind(
    code="numbering-gap",
    severity=Severity.WARNING,
    template="{where}缺{missing}{hint}。",
    explanation="同一层次的结构层次序数应当连续（GB/T 9704—2012 7.3.3）；这里跳过了一个或几个序数。",
    remedy="请核对是漏写了序数，还是漏录了一段。",
)
NUMBERING_REPEATED = DiagnosticKind(
    code="numbering-repeated",
    severity=Severity.WARNING,
    template="{where}的序数{marker}重复。",
    explanation="同一层次的结构层次序数应当连续而不重复（GB/T 9704—2012 7.3.3）。",
    remedy="请核对序数。",
)
LEVEL_SKIPPED = DiagnosticKind(
    code="level-skipped",
    severity=Severity.NOTE,
    template="标题“{marker}{heading}”越过了一个层次：上一级应为{expected}。",
    explanation="结构层次序数依次用“一、”“（一）”“1.”“（1）”（GB/T 9704—2012 7.3.3）。",
    remedy="如系笔误请改正；习惯用法可不改。",
)
REPEATED_FRAGMENT = DiagnosticKind(
    code="repeated-fragment",
    severity=Severity.WARNING,
    template="“{before}”后重复“{fragment}”{count}字，疑为跨页或换行时重复，原文保留。",
    explanation="上一行末尾的几个字在下一行开头又出现了一次。",
    remedy="请对照原件；确属重复的，请更正后重新公开。",
)
REPEATED_PASSAGE = DiagnosticKind(
    code="repeated-passage",
    severity=Severity.NOTE,
    template="{first}与{second}重复同一段文字{with_figures}：“{text}”。",
    explanation="同一份文件的两处出现较长的相同文字，可能是沿用时重复，统计数字时只应计一次。",
    remedy="请核对是否有意重复。",
)
YEAR_WITHOUT_NIAN = DiagnosticKind(
    code="year-without-nian",
    severity=Severity.NOTE,
    template="“{text}”中的“{year}”后缺“年”字。",
    explanation="标题中的年份应写作“××××年”。",
    remedy="请核对后更正。",
)
NUMBER_ALONE = DiagnosticKind(
    code="number-alone",
    severity=Severity.NOTE,
    template="数字“{number}”单独成行，不能确定是不是页码，按正文保留。",
    explanation="只有切断句子、位于换页处或按页递增的数字才作为页码略去；其余一律保留，以免丢失正文。",
    remedy="如是页码，请从文件中删去。",
)
NO_DISCLOSURE_MARK = DiagnosticKind(
    code="no-disclosure-mark",
    severity=Severity.NOTE,
    template="没有公开属性标注。",
    explanation="公文起草时应当确定公开属性（政府信息公开条例第十六条及有关规定），通常在附注中写明“此件主动公开”。没有标注不等于不公开。",
    remedy="建议在附注中标注公开属性。",
)
FIDELITY_BROKEN = DiagnosticKind(
    code="fidelity-broken",
    severity=Severity.ERROR,
    template="转换结果与原文不一致（第 {line_number} 行起），未予发布。",
    explanation="页面上的文字必须与原文逐字一致，略去和遮盖的内容必须声明；每次生成都逐份核对。",
    remedy="这是程序的错误，请把文件（可公开的部分）附在问题报告中。",
)

PARSER_FINDINGS = (
    NO_TITLE,
    NO_SIGNATURE,
    NO_DATE,
    BAD_DATE,
    NUMBERING_GAP,
    NUMBERING_REPEATED,
    LEVEL_SKIPPED,
    REPEATED_FRAGMENT,
    REPEATED_PASSAGE,
    YEAR_WITHOUT_NIAN,
    NUMBER_ALONE,
    NO_DISCLOSURE_MARK,
    FIDELITY_BROKEN,
)
