"""What can go wrong with the reading of a file itself."""

from __future__ import annotations

from generator.model.diagnostics import DiagnosticKind, Severity

READING_STOPPED = DiagnosticKind(
    code="reading-stopped",
    severity=Severity.ERROR,
    template="读取这份文件时被中止：{why}。",
    explanation="每份文件都在单独的进程里读取，时间和内存有上限（mkdocs.yml 的 extra.gongkai.limits）；超过上限或使读取程序出错的文件被中止，不影响其他文件。",
    remedy="请用原来的软件打开文件核对是否损坏，另存一份后重试；确属正常的大文件可以拆分，或在 extra.gongkai.limits 中提高上限；仍不能读取时，请把此提示告诉本系统的维护者。",
)

CONFINE_FINDINGS = (READING_STOPPED,)
