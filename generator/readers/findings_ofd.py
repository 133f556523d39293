"""What can be wrong with an OFD file (GB/T 33190-2016)."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

_OPEN_AGAIN = (
    "请用原来的软件（如 WPS、数科或福昕 OFD 阅读器）打开核对，重新导出 OFD 后放入；也可以改放 .docx 或 .pdf 正本。"
)

OFD_BROKEN = DiagnosticKind(
    code="ofd-broken",
    severity=Severity.ERROR,
    template="OFD 文件不完整：{what}。",
    explanation="OFD 由入口（OFD.xml）、文档（Document.xml）、页面、模板页和资源组成（GB/T 33190-2016 第 7 章）；缺少其中一项，读出的正文就可能不全。",
    remedy=_OPEN_AGAIN,
)
OFD_ENCRYPTED = DiagnosticKind(
    code="ofd-encrypted",
    severity=Severity.ERROR,
    template="OFD 文件已加密，无法读取正文。",
    explanation="文件入口登记了加密信息；本系统不保存口令，也不尝试解密。",
    remedy="请在原软件中去掉加密后另存，再放入。",
)
OFD_NO_TEXT = DiagnosticKind(
    code="ofd-no-text",
    severity=Severity.ERROR,
    template="OFD 文件{where}没有可读的文字：{what}。",
    explanation="扫描件只有图片，有的软件导出时只写字形编号而不写字符编码；两者在屏幕上看得到字，却检索不到、复制不出，不能作为正文发布。",
    remedy="请从原来的公文处理软件重新导出带文字的 OFD，或放入 .docx、.txt 正本；只有扫描件的，请先作文字识别并人工校对。",
)
OFD_HIDDEN_TEXT = DiagnosticKind(
    code="ofd-hidden-text",
    severity=Severity.ERROR,
    template="第 {pages} 页有读者看不到的文字，共 {count} 个字（{why}），未作为正文。",
    explanation="不可见、白色、全透明、版面以外、极小或被色块和图片盖住的文字，公众看不到，却可以从文件中复制出来；可能是没有真正删去的内容。",
    remedy="请打开原文件核对；确属应删去的内容，请在原件中删除（不要用色块遮盖）后重新导出。",
)
OFD_TEXT_INCOMPLETE = DiagnosticKind(
    code="ofd-text-incomplete",
    severity=Severity.ERROR,
    template="OFD 页面里共有 {found} 个字，按版面排出 {set_out} 个，两者不符。",
    explanation="读出正文后，另用一种简单的方法清点全部文字；两者不符说明有文字没有排进正文。",
    remedy="请把这份文件告诉本系统的维护者；急需发布时可以改放 .docx 或 .txt 正本。",
)
OFD_ANNOTATIONS = DiagnosticKind(
    code="ofd-annotations",
    severity=Severity.ERROR,
    template="OFD 文件带有批注 {count} 处（{kinds}），其内容不发布。",
    explanation="批注、水印、图章等注释不属于正文，可能含有内部意见或个人信息；它们仍在原文件里，原文件不能照原样提供下载。",
    remedy="请在原软件中删去注释后另存；确认可以公开的，由审查人在说明文件中写明。",
)
OFD_ATTACHMENTS = DiagnosticKind(
    code="ofd-attachments",
    severity=Severity.ERROR,
    template="OFD 文件里附有 {count} 个文件，其内容不发布。",
    explanation="OFD 可以携带任意附件，有的设为不可见；附件内容未经审查，随原文件下载即等于公开。",
    remedy="请在原软件中删去附件后另存；需要公开的附件请作为单独的文件放入。",
)
OFD_EARLIER_VERSIONS = DiagnosticKind(
    code="ofd-earlier-versions",
    severity=Severity.ERROR,
    template="OFD 文件里保存着 {count} 个历史版本。",
    explanation="历史版本中可能有已经删改的内容（GB/T 33190-2016 的版本机制），随原文件下载即等于公开。",
    remedy="请用原软件另存为一份不带历史版本的文件后放入。",
)
OFD_SEAL = DiagnosticKind(
    code="ofd-seal",
    severity=Severity.NOTE,
    template="文件带有电子印章或数字签名 {count} 个，本系统不验证其效力。",
    explanation="印章和签名的真伪须用专门软件和证书核验；这里只说明有，不说明是否有效。",
    remedy="无需处理；需要核验的，请用支持国密签章的阅读器打开原文件。",
)
OFD_AUTHOR = DiagnosticKind(
    code="ofd-author",
    severity=Severity.WARNING,
    template="OFD 文件的属性里写有作者等个人或软件信息（{count} 项），页面上不显示。",
    explanation="作者、摘要和自定义属性随原文件一起下载，可能暴露个人姓名和内部系统信息；原文件因此不提供下载。",
    remedy="需要提供原文件下载的，请在原软件的“文件属性”中清空作者等项后另存。",
)

OFD_FINDINGS = (
    OFD_BROKEN,
    OFD_ENCRYPTED,
    OFD_NO_TEXT,
    OFD_HIDDEN_TEXT,
    OFD_TEXT_INCOMPLETE,
    OFD_ANNOTATIONS,
    OFD_ATTACHMENTS,
    OFD_EARLIER_VERSIONS,
    OFD_SEAL,
    OFD_AUTHOR,
)
