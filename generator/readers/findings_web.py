"""What can be wrong with a saved web page."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

WEB_ENCODING = DiagnosticKind(
    code="web-encoding",
    severity=Severity.ERROR,
    template="无法确定网页的文字编码：按 UTF-8、GB18030、Big5 都读不出通顺的中文（网页自称 {declared}）。",
    explanation="网页里写的 charset 常与实际不符，因此以内容为准：依次试读并核对常用汉字所占比例；都不成立时不作猜测。",
    remedy="请用浏览器打开原网页，确认显示正常后另存为“网页，仅 HTML”（UTF-8 编码）再放入。",
)
WEB_BROKEN_CHARACTERS = DiagnosticKind(
    code="web-broken-characters",
    severity=Severity.ERROR,
    template="正文第 {line_number} 行附近有 {count} 处字节不合 {encoding} 编码，文字可能已经残缺。",
    explanation="网页中有被截断或混入其他编码的字节。若只出现在不显示的地方（如 meta 摘要）不影响正文；出现在可见文字里则无法还原。",
    remedy="请从原网站重新保存该网页，核对所列位置的文字。",
)
WEB_TOO_DEEP = DiagnosticKind(
    code="web-too-deep",
    severity=Severity.ERROR,
    template="网页标签嵌套过深（上限 {limit} 层），未予读取。",
    explanation="正常网页嵌套不过几十层；过深的嵌套通常是损坏或恶意构造的文件，读到一半会丢字，因此整份不读。",
    remedy="请在浏览器中打开原网页，把正文复制到文本文件（.txt）或 Word 文档后放入。",
)
WEB_TOO_COMPLEX = DiagnosticKind(
    code="web-too-complex",
    severity=Severity.ERROR,
    template="网页过于庞杂：{found}，上限为 {limit}。",
    explanation="标签数量或单段文字的长度有上限，以免一份异常文件拖垮整个网站的生成。",
    remedy="请确认文件是否正确；必要时只保存正文部分。",
)
WEB_TEXT_INCOMPLETE = DiagnosticKind(
    code="web-text-incomplete",
    severity=Severity.ERROR,
    template="网页的文字没有全部读出：清点相差 {missing} 字。",
    explanation="读出的文字与另一种独立清点方法的结果逐字核对；不一致说明网页的标签有错，可能漏字，因此不发布。",
    remedy="请在浏览器中打开原网页另存一次，或把正文复制到文本文件后放入。",
)
WEB_HIDDEN_TEXT = DiagnosticKind(
    code="web-hidden-text",
    severity=Severity.ERROR,
    template="正文中有 {count} 字是隐藏的（在网页上看不见），第一处在第 {line_number} 行附近。",
    explanation="正文里有设为不显示、字号为零、与底色同色等看不见的文字。公众看不到的内容不属于公开的文本，不予发布；但可能是漏改的稿子，须有人核对。",
    remedy="请核对原网页：删去隐藏文字后重新放入，或以机关正式文本（Word、PDF）代替。",
)
WEB_IMAGE_TEXT = DiagnosticKind(
    code="web-image-text",
    severity=Severity.ERROR,
    template="正文几乎没有文字，只有 {count} 幅图片，正文可能在图片里。",
    explanation="把文件扫描成图片贴在网页上，图片里的字无法检索、复制，也无法供读屏软件朗读。",
    remedy="请放入该文件的 Word、PDF（带文字）或文本版本。",
)
WEB_ATTACHMENT_ONLY = DiagnosticKind(
    code="web-attachment-only",
    severity=Severity.WARNING,
    template="正文只有 {characters} 个汉字，另有 {count} 个附件链接；附件不会自动下载。",
    explanation="网页只是一个下载页，真正的内容在附件里。",
    remedy="如附件才是要公开的文件，请把附件本身放入机关文件夹。",
)
WEB_BODY_INFERRED = DiagnosticKind(
    code="web-body-inferred",
    severity=Severity.NOTE,
    template="没有认出正文所在的栏框，按文字疏密判定正文为第 {first} 至 {last} 行。",
    explanation="常见网站系统都用固定的标记圈出正文；认不出标记时，取成段文字集中、链接稀少的部分。",
    remedy="请核对页面上的正文是否完整、有无多余的栏目文字；不妥时请改放文本或 Word 文档。",
)

WEB_FINDINGS = (
    WEB_ENCODING,
    WEB_BROKEN_CHARACTERS,
    WEB_TOO_DEEP,
    WEB_TOO_COMPLEX,
    WEB_TEXT_INCOMPLETE,
    WEB_HIDDEN_TEXT,
    WEB_IMAGE_TEXT,
    WEB_ATTACHMENT_ONLY,
    WEB_BODY_INFERRED,
)
