"""What can be wrong with a file before its text is understood."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

EMPTY_FILE = DiagnosticKind(
    code="empty-file",
    severity=Severity.ERROR,
    template="文件里没有文字（{size} 字节）。",
    explanation="文件为空，或只有空格、换行等空白字符，无法成为一份公开文件。",
    remedy="请检查是否放错了文件，放入有正文的文件后重新生成。",
)
TOO_LARGE = DiagnosticKind(
    code="too-large",
    severity=Severity.ERROR,
    template="文件过大：{found}，上限为 {limit}。",
    explanation="单个文件的字节数、字数和行数都有上限，以免一份异常文件拖垮整个网站的生成。",
    remedy="请确认文件是否正确；确有必要公开的大文件请拆分为若干份。",
)
BINARY_CONTENT = DiagnosticKind(
    code="binary-content",
    severity=Severity.ERROR,
    template="文件内容不是文本，{found}。",
    explanation="扩展名为 .txt 或 .md 的文件应当是纯文本；此文件的内容是二进制数据或另一种格式。",
    remedy="请用原来的软件打开它，另存为纯文本（UTF-8 编码）后再放入。",
)
UNSUPPORTED_FORMAT = DiagnosticKind(
    code="unsupported-format",
    severity=Severity.ERROR,
    template="暂不能读取 {suffix} 格式的文件。",
    explanation="能读取纯文本（.txt .md）、网页（.html）、Word（.docx）、PDF、OFD，以及经 LibreOffice 转换的 .doc .wps .rtf。",
    remedy="请用原来的软件另存为上述格式之一后放入；表格、演示文稿请导出为 PDF。",
)
UNKNOWN_ENCODING = DiagnosticKind(
    code="unknown-encoding",
    severity=Severity.ERROR,
    template="无法确定文字编码：按 UTF-8 读到第 {line_number} 行出错，按 GB18030、UTF-16 也读不出通顺的中文。",
    explanation="依次以字节顺序标记（BOM）、严格 UTF-8、严格 GB18030 和 UTF-16 试读，并以常用汉字所占比例核对；都不成立时不作猜测。",
    remedy="请用记事本或 WPS 打开，另存为 UTF-8 编码的文本。",
)
MIXED_ENCODING = DiagnosticKind(
    code="mixed-encoding",
    severity=Severity.ERROR,
    template="同一文件混用了两种编码：多数行是 UTF-8，第 {lines} 行不是。",
    explanation="文件由不同编码的内容拼接而成，任何一种读法都会出现乱码。",
    remedy="请在原软件中重新打开并另存为 UTF-8 编码，检查所列各行的文字。",
)
IMPLAUSIBLE_TEXT = DiagnosticKind(
    code="implausible-text",
    severity=Severity.ERROR,
    template="文字能够解码（{encoding}），但不像通顺的中文：常用汉字只占 {share}%。",
    explanation="正常公文中最常用的二百来个汉字占全文三成以上；比例过低通常是乱码（例如把 UTF-8 误存为 GBK）。",
    remedy="请打开文件核对；若是乱码，请从原件重新导出。",
)
FEW_CHINESE = DiagnosticKind(
    code="few-chinese",
    severity=Severity.WARNING,
    template="全文只有 {count} 个汉字，占非空白字符的 {share}%。",
    explanation="本系统面向中文公文，标题、机关、章节等规则都以中文为准。",
    remedy="请确认放入的是中文正本。",
)
CONTROL_CHARACTER = DiagnosticKind(
    code="control-character",
    severity=Severity.ERROR,
    template="第 {line_number} 行有不可见的控制字符 {name}（全文共 {count} 处）。",
    explanation="空字符、控制字符和行分隔符在网页上不可见，可能使页面显示与原文不一致。",
    remedy="请删除所列字符后重新放入。",
)
BIDI_CHARACTER = DiagnosticKind(
    code="bidi-character",
    severity=Severity.ERROR,
    template="第 {line_number} 行有改变文字方向的隐形字符 {name}（全文共 {count} 处）。",
    explanation="双向控制字符会让页面上看到的文字顺序与实际内容不同，中文公文不需要它们。",
    remedy="请删除所列字符后重新放入。",
)
UNDEFINED_CHARACTER = DiagnosticKind(
    code="undefined-character",
    severity=Severity.ERROR,
    template="第 {line_number} 行有无法辨认的字符 {name}（替换符、自造字或非字符，全文共 {count} 处）。",
    explanation="替换符 U+FFFD 说明文字在此前的转换中已经丢失；自造字区的字符在别的电脑上显示为空白或他字。",
    remedy="请对照原件，把所列位置改为正确的字。",
)
FRONT_MATTER_IGNORED = DiagnosticKind(
    code="front-matter-ignored",
    severity=Severity.NOTE,
    template="Markdown 文件开头的元数据块（第 1 至 {last} 行）不属于正文，已略去。",
    explanation="元数据只从正文和同名 .yml 说明文件读取，以免两处不一致。",
    remedy="需要补充元数据时，请写入与文件同名的 .yml 文件。",
)
NOT_REGULAR_FILE = DiagnosticKind(
    code="not-regular-file",
    severity=Severity.ERROR,
    template="{what}不予读取。",
    explanation="符号链接、管道、设备等不是普通文件，可能指向文件夹以外的内容。",
    remedy="请把文件本身（而不是链接）放入机关文件夹。",
)
DUPLICATE_ID = DiagnosticKind(
    code="duplicate-id",
    severity=Severity.ERROR,
    template="与“{other}”会得到同一个网址 {report_id}，两份都未发布。",
    explanation="网址由文件夹名和文件名得来（不计扩展名、大小写和字符的写法），同一网址只能有一份文件。",
    remedy="请给其中一份改名，或删去多余的一份。",
)
UNSAFE_NAME = DiagnosticKind(
    code="unsafe-name",
    severity=Severity.WARNING,
    template="文件名含有不宜用于网址的字符，网址中写作“{name}”。",
    explanation="空格、引号、冒号、尖括号、控制字符等在网址或别的系统中会出错，已换成“-”。",
    remedy="建议把文件改名为“年份-文种”，例如 2021-law-based-government.txt。",
)
NO_AGENCY_FOLDER = DiagnosticKind(
    code="no-agency-folder",
    severity=Severity.WARNING,
    template="文件不在带有 agency.yml 的机关文件夹里，机关名称只能从正文辨认。",
    explanation="每个机关一个文件夹，其中的 agency.yml 登记机关全称、行政区划代码等；网址也由此得来。",
    remedy="请建立文件夹 reports/{folder}/ 并写好 agency.yml，再把文件移入。",
)
NESTED_FOLDER = DiagnosticKind(
    code="nested-folder",
    severity=Severity.ERROR,
    template="文件放得过深：只读取 reports/<机关>/<文件>。",
    explanation="网址由“机关/文件名”两级组成，更深的文件夹没有对应的网址。",
    remedy="请把文件移到机关文件夹下。",
)
ORPHAN_SIDECAR = DiagnosticKind(
    code="orphan-sidecar",
    severity=Severity.WARNING,
    template="说明文件没有对应的正文文件。",
    explanation="与正文同名的 .yml 用来补充元数据；找不到同名正文时它不起作用。",
    remedy="请检查两者文件名（不含扩展名）是否一致。",
)

READER_FINDINGS = (
    EMPTY_FILE,
    TOO_LARGE,
    BINARY_CONTENT,
    UNSUPPORTED_FORMAT,
    UNKNOWN_ENCODING,
    MIXED_ENCODING,
    IMPLAUSIBLE_TEXT,
    FEW_CHINESE,
    CONTROL_CHARACTER,
    BIDI_CHARACTER,
    UNDEFINED_CHARACTER,
    FRONT_MATTER_IGNORED,
    NOT_REGULAR_FILE,
    DUPLICATE_ID,
    UNSAFE_NAME,
    NO_AGENCY_FOLDER,
    NESTED_FOLDER,
    ORPHAN_SIDECAR,
)
