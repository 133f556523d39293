"""What ``gongkai explain`` does."""

from __future__ import annotations

import sys

from rich.markup import escape

from generator.cli.all_findings import ALL_FINDINGS, find_kind
from generator.cli.console import SEVERITY_NAMES, fail, make_console


def run_explain(code: str | None) -> None:
    """Tell one kind of finding, or list all."""
    console = make_console()
    if code is None:
        for kind in sorted(ALL_FINDINGS, key=lambda one: one.code):
            console.print(f"{kind.code:<26}{SEVERITY_NAMES[kind.severity]}  {escape(kind.explanation)}")
        return
    chosen = find_kind(code.strip().strip("()（）"))
    if chosen is None:
        fail(f"没有代码“{code}”。运行 gongkai explain 可列出全部代码。")
        sys.exit(2)
    console.print(f"[bold]{chosen.code}[/]（{SEVERITY_NAMES[chosen.severity]}）")
    console.print(f"消息：{escape(chosen.template)}")
    console.print(f"说明：{escape(chosen.explanation)}")
    console.print(f"怎么办：{escape(chosen.remedy)}")
