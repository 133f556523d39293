"""Words on the terminal: Chinese, readable without colours, safe for any document's text."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape

from generator.model.diagnostics import Diagnostic, Severity

SEVERITY_NAMES = {Severity.ERROR: "暂缓", Severity.WARNING: "警告", Severity.NOTE: "提示"}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def make_console(*, stderr: bool = False) -> Console:
    """A console that never breaks a line of text in two (logs and pipes keep whole lines)."""
    return Console(stderr=stderr, soft_wrap=True, highlight=False)


def fail(message: str) -> None:
    """Say on standard error why nothing was done."""
    make_console(stderr=True).print(f"[bold red]错误[/]：{escape(message)}")


def print_findings(console: Console, path: str, diagnostics: Sequence[Diagnostic]) -> None:
    """The findings of one file, a line each."""
    for diagnostic in diagnostics:
        place = f"{path}:{diagnostic.line}" if diagnostic.line else path
        name = SEVERITY_NAMES[diagnostic.severity]
        console.print(
            f"  [{_STYLES[diagnostic.severity]}]{name}[/] {escape(place)} {escape(diagnostic.message)}"
            f" [dim]({diagnostic.code})[/]"
        )


def is_terminal() -> bool:
    """A person watches: progress may be drawn."""
    return sys.stderr.isatty()
