"""What can be wrong with a Word file, or must not go out with it."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

WORD_BROKEN = DiagnosticKind(
    code="word-broken",
    severity=Severity.ERROR,
    template="文件是 docx 容器，但其中找不到 Word 正文。",
    explanation="docx 由主文档（通常是 word/document.xml）和样式、编号等部分组成；没有主文档，或主文档不是文字文档时，没有可读的正文。",
    remedy="请用 Word 或 WPS 打开，确认是文字文档后另存为 .docx 再放入。",
)
WORD_NO_TEXT = DiagnosticKind(
    code="word-no-text",
    severity=Severity.ERROR,
    template="Word 文件里没有文字，只有 {count} 幅图片。",
    explanation="正文是扫描图片时，既不能检索，也不能核对，读屏软件也读不出内容。",
    remedy="请放入有文字的电子版；只有扫描件时，请先识别为文字并由经办人逐字核对。",
)
WORD_HIDDEN_TEXT = DiagnosticKind(
    code="word-hidden-text",
    severity=Severity.ERROR,
    template="文件里有 {count} 处读者看不到的文字（共 {characters} 字），没有读入正文。",
    explanation="设为“隐藏”的文字、白底白字、1 磅及更小的字、放在页面之外的文本框，打印和阅读时看不到，却能从文件里复制出来，可能是不应公开的内容。",
    remedy="请在 Word 中显示隐藏文字（文件—选项—显示—隐藏文字），逐处决定删除还是公开，另存后重新放入。",
)
WORD_TRACKED_CHANGES = DiagnosticKind(
    code="word-tracked-changes",
    severity=Severity.ERROR,
    template="文件里有 {count} 处未接受也未拒绝的修订。",
    explanation="带修订的文件同时存有修改前后的内容，无法确定哪一种是定稿；被删去的文字也会随原文件一同公开。",
    remedy="请在“审阅”中逐处接受或拒绝修订，关闭修订功能，另存后重新放入。",
)
WORD_COMMENTS = DiagnosticKind(
    code="word-comments",
    severity=Severity.WARNING,
    template="文件里有 {count} 条批注，没有读入正文；原文件不宜照原样提供下载。",
    explanation="批注是办理过程中的意见，不是公开的正文（政府信息公开条例第十六条：过程性信息可以不予公开），并带有批注人姓名。",
    remedy="请在“审阅”中删除全部批注，另存后重新放入。",
)
WORD_EMBEDDED_FILE = DiagnosticKind(
    code="word-embedded-file",
    severity=Severity.ERROR,
    template="文件里嵌有 {count} 个别的文件或控件，其内容未读取。",
    explanation="嵌入的表格、文档等往往带有全部原始数据，远多于页面上显示的部分；随原文件一同公开可能泄露不应公开的内容。",
    remedy="请把嵌入的对象转为图片或普通表格；需要公开的，另存为单独的文件放入。",
)
WORD_MACRO = DiagnosticKind(
    code="word-macro",
    severity=Severity.ERROR,
    template="文件里带有宏程序。",
    explanation="宏是随文件一同下载、可能在读者电脑上运行的程序，公开的文件不应带有；本系统从不运行宏。",
    remedy="请用 Word 或 WPS 另存为不含宏的 .docx 后重新放入。",
)
WORD_AUTHOR = DiagnosticKind(
    code="word-author",
    severity=Severity.WARNING,
    template="文件属性里有 {count} 处作者、单位、模板或修改人信息，页面不显示；原文件不宜照原样提供下载。",
    explanation="Word 在文件属性中记录作者、最后保存者、单位、模板路径和缩略图，读者下载原文件就能看到，其中常有个人姓名和内部路径。",
    remedy="请用“文件—信息—检查文档”删除文档属性和个人信息，另存后重新放入；也可以只提供 PDF 或 OFD 版本。",
)
WORD_OUTSIDE_LINK = DiagnosticKind(
    code="word-outside-link",
    severity=Severity.WARNING,
    template="文件引用了 {count} 个文件以外的图片、模板或对象，没有去取。",
    explanation="引用外部内容的文件，打开时会访问别处，显示的内容可能随时改变，也会暴露读者的访问；本系统从不访问外部地址。",
    remedy="请把外部图片嵌入文件（编辑链接—断开链接），去掉外部模板后另存。",
)
WORD_UNKNOWN_ELEMENT = DiagnosticKind(
    code="word-unknown-element",
    severity=Severity.WARNING,
    template="文件里有 {count} 处不认识的成分带有文字，文字已读入，请核对。",
    explanation="读取程序只认识一份固定的成分清单；清单以外的成分，其文字照样读入，但位置和形式可能与 Word 中不同。",
    remedy="请对照原文件核对页面上的正文；有出入时用 Word 另存为 .docx 后重新放入。",
)
WORD_LOST_PART = DiagnosticKind(
    code="word-lost-part",
    severity=Severity.ERROR,
    template="正文有 {count} 处要从别的文件引入，内容没有读到。",
    explanation="主控文档和引入的片段不在正文里；缺了它们，公开的内容不完整。",
    remedy="请用 Word 打开，使引入的内容成为正文的一部分，另存后重新放入。",
)
WORD_TEXT_INCOMPLETE = DiagnosticKind(
    code="word-text-incomplete",
    severity=Severity.ERROR,
    template="核对发现有 {count} 个字没有读入正文。",
    explanation="用两种不同的方法各读一遍，逐字清点；第二种方法读到而正文里没有的字，说明读取不完整，不予发布。",
    remedy="请用 Word 另存为 .docx 后重新放入；仍有此提示时，请改放 PDF 或纯文本，并告知维护人员。",
)
WORD_CHANGING_FIELD = DiagnosticKind(
    code="word-changing-field",
    severity=Severity.NOTE,
    template="正文有 {count} 处自动更新的域（日期、时间、文件名等），已按文件中保存的内容读入。",
    explanation="这类域每次打开都会变成当时的值，读者下载后看到的可能与页面不同。",
    remedy="请把域转为普通文字（选中后按 Ctrl+Shift+F9），核对日期后另存。",
)
WORD_NUMBER_FORM = DiagnosticKind(
    code="word-number-form",
    severity=Severity.WARNING,
    template="自动编号用了不认识的数字形式（{forms}），已写作阿拉伯数字。",
    explanation="Word 的自动编号不在文字里，由本系统按编号设置计算；少见的数字形式没有收录。",
    remedy="请对照原文件核对编号；有出入时把自动编号转为文字后另存。",
)
WORD_EQUATION = DiagnosticKind(
    code="word-equation",
    severity=Severity.NOTE,
    template="正文有 {count} 个公式，已写成一行文字。",
    explanation="公式的上下结构（分数、上下标）在一行文字中用 /、^、_ 表示。",
    remedy="请核对公式；复杂的公式建议附图片或提供原文件。",
)
WORD_GRAPHIC = DiagnosticKind(
    code="word-graphic",
    severity=Severity.WARNING,
    template="文件里有 {count} 个图表或 SmartArt 图形，其中的文字没有读入正文。",
    explanation="图表和 SmartArt 的文字不在正文里，由绘图程序生成，顺序和位置无法用文字表达。",
    remedy="请在正文中用文字或表格写出图中的内容，方便检索和读屏软件的使用者。",
)
MARKED_OUTSIDE_TEXT = DiagnosticKind(
    code="marked-outside-text",
    severity=Severity.ERROR,
    template="{place}里有{mark}。",
    explanation="页眉、页脚和图片的替代文字不属于正文，但其中的密级标志（GB/T 9704-2012，7.2.2）和内部标志对整份文件有效，不因不在正文里而失效。",
    remedy="请先确认文件是否可以公开（保守国家秘密法，政府信息公开条例第十四条、第十七条）；确可公开的，去掉标志后另存。",
)

WORD_FINDINGS = (
    WORD_BROKEN,
    WORD_NO_TEXT,
    WORD_HIDDEN_TEXT,
    WORD_TRACKED_CHANGES,
    WORD_COMMENTS,
    WORD_EMBEDDED_FILE,
    WORD_MACRO,
    WORD_AUTHOR,
    WORD_OUTSIDE_LINK,
    WORD_UNKNOWN_ELEMENT,
    WORD_LOST_PART,
    WORD_TEXT_INCOMPLETE,
    WORD_CHANGING_FIELD,
    WORD_NUMBER_FORM,
    WORD_EQUATION,
    WORD_GRAPHIC,
    MARKED_OUTSIDE_TEXT,
)
