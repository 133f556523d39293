"""What is told of the files that are held back."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape

from generator.cli.all_findings import find_kind
from generator.cli.console import print_findings
from generator.model.diagnostics import Severity
from generator.pipeline.gather import FileOutcome


def print_held(console: Console, held: Sequence[FileOutcome]) -> None:
    """Which files are held, by which rule, and what to do."""
    if not held:
        return
    console.print(f"\n[bold red]暂缓发布 {len(held)} 份[/]（网站里没有它们的任何内容）：")
    for outcome in held:
        console.print(f"[bold]{escape(outcome.display_path)}[/]")
        reasons = [reason for reason in outcome.decision.reasons if reason.code not in outcome.decision.allowed]
        print_findings(console, outcome.display_path, [one for one in reasons if one.severity is Severity.ERROR])
    codes = sorted({one.code for outcome in held for one in outcome.decision.reasons if one.severity is Severity.ERROR})
    console.print("[bold]怎么办[/]（详见 gongkai explain 代码）：")
    for kind in filter(None, map(find_kind, codes)):
        console.print(f"  {kind.code}：{escape(kind.remedy)}")
