"""What can be wrong with a PDF file."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

_EXPORT_AGAIN = "请用原来的软件打开定稿，检查后重新导出 PDF；也可以改放 Word 文档（.docx）。"

PDF_BROKEN = DiagnosticKind(
    code="pdf-broken",
    severity=Severity.ERROR,
    template="PDF 文件已损坏，打不开。",
    explanation="文件的内部目录缺失或互相矛盾，读取程序无法还原页面。",
    remedy="请重新下载或复制原件；仍然打不开时，请从定稿重新导出 PDF。",
)
PDF_TRUNCATED = DiagnosticKind(
    code="pdf-truncated",
    severity=Severity.ERROR,
    template="PDF 文件不完整，末尾缺失。",
    explanation="完整的 PDF 以“%%EOF”结尾，此文件在此之前就中断了（多为下载或复制未完成）。即使能打开，也可能缺页缺字。",
    remedy="请重新下载或复制完整的原件。",
)
PDF_PAGE_BROKEN = DiagnosticKind(
    code="pdf-page-broken",
    severity=Severity.ERROR,
    template="第 {page} 页无法读取（共 {count} 页如此）。",
    explanation="该页的内容已损坏。缺页的正文不能当作全文发布。",
    remedy=_EXPORT_AGAIN,
)
PDF_REPAIRED = DiagnosticKind(
    code="pdf-repaired",
    severity=Severity.WARNING,
    template="PDF 文件的内部目录有错，已按文件内容重建后读取。",
    explanation="目录与内容不符时，读取程序会逐个查找文件中的对象；一般不影响正文，但有可能读到旧版本的内容。",
    remedy="请对照原件检查正文；最好从定稿重新导出 PDF。",
)
PDF_ENCRYPTED = DiagnosticKind(
    code="pdf-encrypted",
    severity=Severity.ERROR,
    template="PDF 文件设有打开密码，无法读取。",
    explanation="主动公开的文件应当人人可以打开。本系统不尝试破解密码。",
    remedy="请用原来的软件去掉打开密码，另存后再放入。",
)
PDF_RESTRICTED = DiagnosticKind(
    code="pdf-restricted",
    severity=Severity.NOTE,
    template="PDF 文件设有权限密码（限制打印或复制），正文可以读取。",
    explanation="权限密码不妨碍阅读；但限制复制的文件不便公众利用，读屏软件也可能读不出来。",
    remedy="建议公开时去掉权限限制。",
)
NEEDS_OCR = DiagnosticKind(
    code="needs-ocr",
    severity=Severity.ERROR,
    template="共 {pages} 页，{pictures}，没有可以读取的文字。",
    explanation="这是扫描件，或者文字已转成图形；网页上不能发布没有文字的文件，视障读者和检索也用不了它。",
    remedy="请优先放入定稿的 Word 文档或由它导出的 PDF；没有定稿时，可安装文字识别组件（pip install .[ocr]）识别后由人核对。",
)
PDF_PICTURE_PAGES = DiagnosticKind(
    code="pdf-picture-pages",
    severity=Severity.ERROR,
    template="第 {pages} 页只有图片、没有文字，正文可能不全。",
    explanation="部分页是扫描图片，图片里的字读不出来。缺页的正文不能当作全文发布。",
    remedy="请把这些页换成有文字的页（由定稿导出），或者另附这些页的文字；确实只是照片或图示的，请在说明文件中注明。",
)
PDF_PICTURE_COVER = DiagnosticKind(
    code="pdf-picture-cover",
    severity=Severity.WARNING,
    template="第 {pages} 页（封面或封底）只有图片、没有文字。",
    explanation="封面上的字做成了图片，读不出来；正文不受影响，但标题、机关等信息可能只在封面上。",
    remedy="请核对标题和发文机关；必要时在说明文件中补充。",
)
GARBLED_TEXT = DiagnosticKind(
    code="garbled-text",
    severity=Severity.ERROR,
    template="文字层是乱码：{count} 个字（占 {share}%）没有对应的字符。",
    explanation="PDF 里的字形没有标明是哪个字（自造字区、替换符），页面看上去正常，复制、检索和读屏得到的却是乱码。",
    remedy=_EXPORT_AGAIN,
)
PDF_RADICALS = DiagnosticKind(
    code="pdf-radicals",
    severity=Severity.NOTE,
    template="文字层有 {count} 个字被写成了外形相同的部首（如“⼈”代“人”），已改回通用汉字。",
    explanation="部分字体的汉字与部首共用一个字形，导出 PDF 时会把“人”记成部首“⼈”。看上去一样，但检索不到，所以按固定对照表改回。",
    remedy="无需处理；介意时可换用常见字体重新导出。",
)
PDF_SYMBOLS = DiagnosticKind(
    code="pdf-symbols",
    severity=Severity.NOTE,
    template="有 {count} 个项目符号或方框用了符号字体的自造字，已换成外形相同的通用符号。",
    explanation="Wingdings、Symbol 等符号字体的字没有统一的字符编码，换一台电脑就显示不出来；按固定对照表改为通用符号。",
    remedy="无需处理。",
)
PDF_DOUBLE_PRINTED = DiagnosticKind(
    code="pdf-double-printed",
    severity=Severity.NOTE,
    template="有 {count} 个字在同一位置重复打印（用来加粗），只计一次。",
    explanation="有的软件把字错开一点印两遍来做粗体，文字层里就有两份；同一位置的同一个字只算一个。",
    remedy="无需处理。",
)
PDF_HIDDEN_TEXT = DiagnosticKind(
    code="pdf-hidden-text",
    severity=Severity.ERROR,
    template="第 {pages} 页共有 {count} 个字在页面上看不见，但能从文件里取出来。",
    explanation="这些字被色块或图片盖住、与底色同色、设为不可见、小于 1 磅或在页面之外。用黑框遮盖的内容并没有删除，任何人都能复制出来。看不见的字没有读入正文。",
    remedy="如果是需要隐去的内容，请在定稿中删除后重新导出，不要只用色块遮盖；原件切勿公开。",
)
RECOGNISED_TEXT = DiagnosticKind(
    code="recognised-text",
    severity=Severity.ERROR,
    template="第 {pages} 页的文字是从图片识别得来的，可能有错，不能当作正式文本。",
    explanation="页面是扫描图片，文字是识别软件加上去的隐藏层，或由本系统识别得出；识别会错字、漏字，须由人对照原件核对。",
    remedy="请优先改放定稿；没有定稿时，请逐字核对识别文本，并在同名说明文件中由核对人签字放行。",
)
RECOGNISED_LINES_LOST = DiagnosticKind(
    code="recognised-lines-lost",
    severity=Severity.ERROR,
    template="第 {pages} 页识别后仍有墨迹没有对应的文字，可能漏了行。",
    explanation="识别结果以外的墨迹超过 2%，或某一行的宽度与字数不符，常见于整行漏识。",
    remedy="请对照原件补上漏掉的文字，或换用更清晰的扫描件。",
)
PDF_ATTACHMENTS = DiagnosticKind(
    code="pdf-attachments",
    severity=Severity.ERROR,
    template="PDF 里夹带了 {count} 个附件文件。",
    explanation="夹带的文件不显示在页面上，也没有经过审查；公开原件就会把它们一并公开。",
    remedy="请去掉夹带的文件后另存；确需公开的，请单独放入。",
)
PDF_ANNOTATIONS = DiagnosticKind(
    code="pdf-annotations",
    severity=Severity.ERROR,
    template="第 {pages} 页共有 {count} 处批注（评论、便笺、高亮、手写、文本框等）。",
    explanation="批注多为审稿意见，不属于正文，没有读入；公开原件就会把它们一并公开。画在页面上的批注也可能遮住正文。",
    remedy="请删除全部批注后另存 PDF。",
)
PDF_FORM_FIELDS = DiagnosticKind(
    code="pdf-form-fields",
    severity=Severity.ERROR,
    template="PDF 里有 {count} 个填写了内容的表单域，其内容不在正文里。",
    explanation="表单域里的字不属于页面文字，读取和检索都得不到它们，正文会不完整。",
    remedy="请用打印为 PDF 的办法把表单内容固定到页面上，再放入。",
)
PDF_SCRIPT = DiagnosticKind(
    code="pdf-script",
    severity=Severity.ERROR,
    template="PDF 里有会自动运行的内容（{kinds}）。",
    explanation="公文不需要脚本；打开原件的人可能因此受到攻击。",
    remedy=_EXPORT_AGAIN,
)
PDF_EARLIER_VERSION = DiagnosticKind(
    code="pdf-earlier-version",
    severity=Severity.ERROR,
    template="PDF 里保留着更早的版本，其中有 {count} 个字现在的版本里没有。",
    explanation="PDF 可以在末尾追加修改而不删除旧内容，已删去的字仍能从文件里恢复。",
    remedy="请用“另存为”或打印为 PDF 的办法生成不带历史的新文件，再放入；原件切勿公开。",
)
PDF_APPENDED = DiagnosticKind(
    code="pdf-appended",
    severity=Severity.WARNING,
    template="PDF 在生成之后又追加过 {count} 次修改（如签章），文字没有减少。",
    explanation="追加的修改保留了之前的版本；已核对各版本的文字，没有被删去的字。",
    remedy="无需处理；介意时可另存为不带历史的新文件（会使电子签章失效）。",
)
PDF_METADATA = DiagnosticKind(
    code="pdf-metadata",
    severity=Severity.NOTE,
    template="PDF 的文件属性里有 {fields}，没有读入正文。",
    explanation="作者、单位、软件等属性由软件自动写入，可能含有起草人的姓名；公开原件时会一并公开。",
    remedy="如不宜公开，请在导出前清除文档属性。",
)
PDF_AUTHOR = DiagnosticKind(
    code="pdf-author",
    severity=Severity.NOTE,
    template="PDF 的文件属性里有作者，网页不公布，原文件不提供下载。",
    explanation="作者一栏多为起草人的姓名或账号，由软件自动写入，不属于公开的内容；提供原文件下载会一并公开。",
    remedy="希望提供原文件下载的，请在导出前清除文档属性中的作者，再放入。",
)
PDF_SEAL = DiagnosticKind(
    code="pdf-seal",
    severity=Severity.NOTE,
    template="文件带有 {count} 个电子签名或印章，其有效性未作验证。",
    explanation="本系统只说明有签章存在，不判断签章是否有效。",
    remedy="需要验证签章的，请用签章软件打开原件。",
)
PDF_TEXT_INCOMPLETE = DiagnosticKind(
    code="pdf-text-incomplete",
    severity=Severity.ERROR,
    template="清点不符：文字层有 {found} 个字，读出 {read} 个。",
    explanation="读取前后逐字清点，不一致说明读取程序有遗漏或重复。",
    remedy="请把文件交给本系统的维护人员检查；可先改放 Word 文档或纯文本。",
)

PDF_FINDINGS = (
    PDF_BROKEN,
    PDF_TRUNCATED,
    PDF_PAGE_BROKEN,
    PDF_REPAIRED,
    PDF_ENCRYPTED,
    PDF_RESTRICTED,
    NEEDS_OCR,
    PDF_PICTURE_PAGES,
    PDF_PICTURE_COVER,
    GARBLED_TEXT,
    PDF_RADICALS,
    PDF_SYMBOLS,
    PDF_DOUBLE_PRINTED,
    PDF_HIDDEN_TEXT,
    RECOGNISED_TEXT,
    RECOGNISED_LINES_LOST,
    PDF_ATTACHMENTS,
    PDF_ANNOTATIONS,
    PDF_FORM_FIELDS,
    PDF_SCRIPT,
    PDF_EARLIER_VERSION,
    PDF_APPENDED,
    PDF_METADATA,
    PDF_AUTHOR,
    PDF_SEAL,
    PDF_TEXT_INCOMPLETE,
)
