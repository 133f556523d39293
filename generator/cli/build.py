"""What ``gongkai build`` does."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from generator.cli.console import is_terminal, make_console, print_findings
from generator.cli.held import print_held
from generator.model.diagnostics import Severity
from generator.pipeline.build import BuildReport, build_project
from generator.pipeline.build import Progress as BuildProgress
from generator.pipeline.gather import FileOutcome


def run_build(project_dir: Path, *, strict: bool) -> None:
    """Build the site, tell what was done, and end with the exit code."""
    with _Display() as display:
        report = build_project(project_dir.resolve(), display.progress)
    print_summary(report)
    sys.exit(exit_code(report, strict=strict))


def exit_code(report: BuildReport, *, strict: bool) -> int:
    """0 good; 1 something held, or with ``strict`` a warning."""
    findings = [diagnostic for outcome in report.outcomes for diagnostic in outcome.diagnostics]
    findings += [diagnostic for _, diagnostic in report.others]
    misplaced = any(diagnostic.severity is Severity.ERROR for _, diagnostic in report.others)
    warned = any(diagnostic.severity is Severity.WARNING for diagnostic in findings)
    return 1 if report.held or misplaced or (strict and warned) else 0


def print_summary(report: BuildReport) -> None:
    """What was done, on standard output."""
    console = make_console()
    print_held(console, report.held)
    if report.others:
        console.print("\n[bold]未作为文件处理：[/]")
        for path, diagnostic in report.others:
            print_findings(console, path, [diagnostic])
    if report.notes:
        console.print("\n[bold]网站设置：[/]")
        print_findings(console, "mkdocs.yml", report.notes)
    warned = [
        diagnostic
        for outcome in report.published
        for diagnostic in outcome.diagnostics
        if diagnostic.severity is Severity.WARNING
    ]
    console.print(
        f"\n发布 {len(report.published)} 份，暂缓 {len(report.held)} 份；"
        f"与原文逐字核对 {report.proven}/{len(report.published)} 份一致。"
    )
    console.print(f"网站共 {report.pages} 页，在 {report.site_dir}。", soft_wrap=True)
    if warned:
        console.print(f"[dim]另有 {len(warned)} 条警告，gongkai check 可逐条查看。[/]")


class _Display:
    """A progress bar for a person, plain lines for a log; both on standard error."""

    def __init__(self) -> None:
        self._console = make_console(stderr=True)
        self._bar = Progress(
            TextColumn("正在读取和审查"), BarColumn(), MofNCompleteColumn(), console=self._console, transient=True
        )
        self._live = is_terminal()
        self._task = self._bar.add_task("", total=None)

    def __enter__(self) -> _Display:
        if self._live:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    @property
    def progress(self) -> BuildProgress:
        return BuildProgress(on_stage=self._stage, on_total=self._total, on_file=self._file)

    def _total(self, total: int) -> None:
        self._bar.update(self._task, total=total)
        if not self._live:
            self._console.print(f"正在读取和审查 {total} 份文件……")

    def _file(self, _: FileOutcome) -> None:
        self._bar.advance(self._task)

    def _stage(self, text: str) -> None:
        self._console.print(text)
