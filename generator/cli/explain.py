"""``gongkai explain``."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.markup import escape

from generator.cli.all_findings import ALL_FINDINGS, find_kind
from generator.cli.chinese import ChineseCommand
from generator.cli.console import SEVERITY_NAMES, fail, make_console
from generator.cli.options import examples, project_option


@click.command(cls=ChineseCommand, epilog=examples("gongkai explain", "gongkai explain numbering-gap"))
@project_option
@click.argument("code", required=False)
def explain(project_dir: Path, code: str | None) -> None:
    """解释审查结果里的代码：看什么、凭什么、怎么办。

    CODE 是审查结果末尾括号里的代码；省略时列出全部代码。
    """
    del project_dir  # accepted as everywhere; the findings are the same in every project
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
