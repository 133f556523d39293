"""What can go wrong when an old office file is converted."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

OFFICE_NEEDED = DiagnosticKind(
    code="office-needed",
    severity=Severity.ERROR,
    template="{suffix} 是旧格式，要先由 LibreOffice 转换，这台电脑上没有装。",
    explanation="旧版 .doc、.wps 和 .rtf 没有公开可靠的读取方法，本系统借助 LibreOffice 转为 .docx 再读；没有装时不作猜测。",
    remedy="请安装 LibreOffice（Debian、Ubuntu、统信、麒麟：sudo apt install libreoffice-writer-nogui；"
    "Windows：从 libreoffice.org 下载安装包）后重新生成；或者用 Word、WPS 打开文件，另存为 .docx 后放入。",
)
OFFICE_TIMEOUT = DiagnosticKind(
    code="office-timeout",
    severity=Severity.ERROR,
    template="转换超过 {seconds} 秒没有完成，已中止。",
    explanation="正常的文件几秒即可转完；超时多因文件损坏、过大，或含有要人回答的对话框。",
    remedy="请用 Word 或 WPS 打开文件，另存为 .docx 后放入。",
)
OFFICE_FAILED = DiagnosticKind(
    code="office-failed",
    severity=Severity.ERROR,
    template="LibreOffice 没有转换出 Word 文档。",
    explanation="LibreOffice 打不开文件时也会报告“成功”，所以以是否真的得到了新的 .docx 为准。常见原因是文件损坏、设有密码，或不是文字文档。",
    remedy="请用 Word 或 WPS 打开文件核对，取消密码，另存为 .docx 后放入。",
)
NOT_OLD_OFFICE = DiagnosticKind(
    code="not-old-office",
    severity=Severity.ERROR,
    template="扩展名是 {suffix}，内容却不是旧版 Word、WPS 或 RTF 文件，没有转换。",
    explanation="LibreOffice 会把任何数据都当作文档打开，得出没有意义的文字；因此先核对文件开头的标记。",
    remedy="请检查文件是否损坏或放错；可以打开的话，用原来的软件另存为 .docx 后放入。",
)

OFFICE_FINDINGS = (OFFICE_NEEDED, OFFICE_TIMEOUT, OFFICE_FAILED, NOT_OLD_OFFICE)
