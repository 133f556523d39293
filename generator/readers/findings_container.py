"""What can be wrong with a container (docx, ofd), with the XML in it, or with a file's type."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

_SAVE_AGAIN = "请用原来的软件打开该文件，检查内容后另存一份再放入；来历不明的文件请勿放入。"

ZIP_BROKEN = DiagnosticKind(
    code="zip-broken",
    severity=Severity.ERROR,
    template="文件不完整或已损坏，打不开其中的压缩包。",
    explanation="docx、ofd 文件是压缩包，末尾有目录；目录缺失、被截断或与内容不符时，无法确定文件里到底有什么，不作猜测。",
    remedy="请重新下载或复制原文件；仍然打不开时，用原来的软件打开后另存一份再放入。",
)
ZIP_ENTRIES = DiagnosticKind(
    code="zip-entries",
    severity=Severity.ERROR,
    template="文件内部的条目过多：{count} 个，上限为 {limit} 个。",
    explanation="一份正常的公文，内部条目（正文、样式、图片等）不过几十个；条目极多的压缩包会拖垮读取程序。",
    remedy=_SAVE_AGAIN,
)
ZIP_RATIO = DiagnosticKind(
    code="zip-ratio",
    severity=Severity.ERROR,
    template="文件内部有内容展开后是压缩时的 {ratio} 倍，上限为 {limit} 倍。",
    explanation="压缩比极高的内容多为“压缩炸弹”：文件很小，展开后却占满内存。只计展开后超过 1 MiB 的条目，在展开之前就检查。",
    remedy=_SAVE_AGAIN,
)
ZIP_SIZE = DiagnosticKind(
    code="zip-size",
    severity=Severity.ERROR,
    template="文件展开后共 {size} MiB，上限为 {limit} MiB。",
    explanation="压缩包里的全部内容（包括正文没有用到的）展开后的总大小有上限，在展开之前就检查。",
    remedy="请删去文件中不需要的图片和附件，或压缩图片后另存；确需公开的大文件请拆分为若干份。",
)
ZIP_OVERLAP = DiagnosticKind(
    code="zip-overlap",
    severity=Severity.ERROR,
    template="文件内部的条目相互重叠，属于恶意构造的压缩包。",
    explanation="正常软件写出的压缩包，各条目前后相接；几个条目共用同一段内容，是让小文件展开成巨量数据的手法。",
    remedy=_SAVE_AGAIN,
)
ZIP_MISMATCH = DiagnosticKind(
    code="zip-mismatch",
    severity=Severity.ERROR,
    template="文件内部条目的名称或大小前后不一致。",
    explanation="压缩包在目录和条目开头两处记录名称、大小；两处不同，或与实际内容不同时，不同软件会读出不同的内容，无法确定哪一种是公开的原文。",
    remedy=_SAVE_AGAIN,
)
ZIP_CRC = DiagnosticKind(
    code="zip-crc",
    severity=Severity.ERROR,
    template="文件内部有内容与其校验值不符，可能已损坏或被改动。",
    explanation="压缩包为每个条目记录校验值（CRC-32）；不符说明内容在保存以后发生了变化。",
    remedy="请重新下载或复制原文件；仍有问题时，用原来的软件打开、核对内容后另存一份再放入。",
)
ZIP_ENCRYPTED = DiagnosticKind(
    code="zip-encrypted",
    severity=Severity.ERROR,
    template="文件内部有加密的内容，无法读取。",
    explanation="加密的内容要有密码才能读取；公开的文件不应加密。",
    remedy="请用原来的软件打开，取消密码后另存一份再放入。",
)
ZIP_DUPLICATE = DiagnosticKind(
    code="zip-duplicate",
    severity=Severity.ERROR,
    template="文件内部有 {count} 个条目重名（不计大小写）。",
    explanation="同名条目在不同软件里取舍不同：有的取第一个，有的取最后一个，看到的内容可能不一样。",
    remedy=_SAVE_AGAIN,
)
ZIP_UNSAFE_NAME = DiagnosticKind(
    code="zip-unsafe-name",
    severity=Severity.ERROR,
    template="文件内部有 {count} 个条目的名称指向文件以外的位置，或是符号链接。",
    explanation="条目名含有上级目录、盘符、绝对路径、反斜杠或控制字符，展开时可能覆盖别的文件。本系统从不把内容展开到磁盘，但不接受这样的文件。",
    remedy=_SAVE_AGAIN,
)
EMBEDDED_FILE = DiagnosticKind(
    code="embedded-file",
    severity=Severity.ERROR,
    template="文件里还嵌有 {count} 个别的文件，其内容未读取。",
    explanation="嵌在里面的压缩包或办公文件可能带有不公开的内容；本系统不读取它们，原文件也不能照原样提供下载。",
    remedy="请打开原文件，删去嵌入的文件；需要公开的内容另存为单独的文件放入。",
)
XML_BROKEN = DiagnosticKind(
    code="xml-broken",
    severity=Severity.ERROR,
    template="文件内部的{part}不是完好的 XML，无法读取。",
    explanation="docx、ofd 的正文是 XML；语法有错时后面的内容会丢失，因此整份不读，不作猜测。",
    remedy="请用原来的软件打开该文件（软件会提示修复），核对内容后另存一份再放入。",
)
XML_DTD = DiagnosticKind(
    code="xml-dtd",
    severity=Severity.ERROR,
    template="文件内部的{part}含有文档类型声明（DOCTYPE），不予读取。",
    explanation="办公软件写出的 XML 从不带文档类型声明；它可以引入外部文件或无限展开的内容，是常见的攻击手法。",
    remedy=_SAVE_AGAIN,
)
XML_DEPTH = DiagnosticKind(
    code="xml-depth",
    severity=Severity.ERROR,
    template="文件内部的{part}嵌套过深，超过 {limit} 层。",
    explanation="正常的公文嵌套不过几十层；层数极多的内容会使读取程序崩溃。",
    remedy=_SAVE_AGAIN,
)
XML_SIZE = DiagnosticKind(
    code="xml-size",
    severity=Severity.ERROR,
    template="文件内部的{part}有 {count} 个标记，上限为 {limit} 个。",
    explanation="标记的数量决定读取所需的内存和时间；上限按允许的段落数折算，远高于正常公文。",
    remedy="请确认文件是否正确；确有必要公开的大文件请拆分为若干份。",
)
TYPE_MISMATCH = DiagnosticKind(
    code="type-mismatch",
    severity=Severity.ERROR,
    template="扩展名是 {suffix}，内容却是{actual}。{advice}",
    explanation="按扩展名读取会出错或读出乱码；按内容读取则与公众看到的文件类型不符，因此不作猜测。",
    remedy="请按提示改正扩展名，或用原来的软件打开、核对后另存为所需格式再放入。",
)
TYPE_BY_CONTENT = DiagnosticKind(
    code="type-by-content",
    severity=Severity.NOTE,
    template="扩展名是 {suffix}，内容却是{actual}，已按实际内容读取。",
    explanation="旧版办公文件（.doc、.wps、.rtf）常由网页或新版软件直接改名而来，Word 和 WPS 都按内容打开，本系统也是如此。",
    remedy="建议把扩展名改为与内容相符的，以免公众下载后打不开。",
)

CONTAINER_FINDINGS = (
    ZIP_BROKEN,
    ZIP_ENTRIES,
    ZIP_RATIO,
    ZIP_SIZE,
    ZIP_OVERLAP,
    ZIP_MISMATCH,
    ZIP_CRC,
    ZIP_ENCRYPTED,
    ZIP_DUPLICATE,
    ZIP_UNSAFE_NAME,
    EMBEDDED_FILE,
    XML_BROKEN,
    XML_DTD,
    XML_DEPTH,
    XML_SIZE,
    TYPE_MISMATCH,
    TYPE_BY_CONTENT,
)
