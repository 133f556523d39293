"""What ``gongkai check`` does."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from generator.cli.console import make_console, print_findings
from generator.cli.held import print_held
from generator.errors import ConfigurationError
from generator.model.diagnostics import Diagnostic, Severity
from generator.pipeline.gather import FileOutcome, gather
from generator.pipeline.inspection import diagnostic_values
from generator.pipeline.understand import load_surroundings
from generator.readers.discover import Discovery, Found, discover, locate

_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def run_check(project_dir: Path, paths: tuple[Path, ...], form: str, *, strict: bool) -> None:
    """Judge the files, tell what was found, and end with the exit code."""
    folder = project_dir.resolve()
    around = load_surroundings(folder)
    discovery = _chosen(folder, paths)
    outcomes = gather(discovery.found, around, make_records=False)
    # The collection's own settings are told where the whole of it is checked, not for every file of it.
    others = discovery.others + (() if paths else tuple(("mkdocs.yml", note) for note in around.settings.notes))
    if form == "json":
        click.echo(json.dumps(_values(outcomes, others), ensure_ascii=False, indent=2))
    elif form == "github":
        _print_github(outcomes, others)
    else:
        _print_text(make_console(), outcomes, others)
    severities = {one.severity for outcome in outcomes for one in outcome.diagnostics}
    severities |= {diagnostic.severity for _, diagnostic in others}
    held = any(not outcome.decision.publish for outcome in outcomes)
    misplaced = any(diagnostic.severity is Severity.ERROR for _, diagnostic in others)
    sys.exit(1 if held or misplaced or (strict and Severity.WARNING in severities) else 0)


def _chosen(project_dir: Path, paths: Sequence[Path]) -> Discovery:
    """The reports below the paths; a file outside ``reports/`` is checked by itself."""
    discovery = discover(project_dir)
    if not paths:
        return discovery
    wanted = [path.absolute() for path in paths]
    found = [one for one in discovery.found if _is_below(one.source.path, wanted)]
    known = {one.source.path.absolute() for one in discovery.found}
    reports_dir = (project_dir / "reports").absolute()
    for path in wanted:
        if path.is_file() and path not in known and not path.resolve().is_relative_to(reports_dir):
            found.append(Found(source=locate(path, project_dir)))
    others = tuple(
        (display, diagnostic) for display, diagnostic in discovery.others if _is_below(project_dir / display, wanted)
    )
    if not found and not others and not any(_is_note_file(path) for path in wanted):
        message = f"这里没有可审查的文件：{'、'.join(str(path) for path in paths)}"
        raise ConfigurationError(message)
    return Discovery(found=tuple(found), others=others)


def _is_below(path: Path, wanted: Sequence[Path]) -> bool:
    """The path is one of these, lies below one, or is described by one (its sidecar or agency.yml)."""
    place = path.absolute()
    for one in wanted:
        describes = one.suffix in {".yml", ".yaml"} and (
            one.with_suffix("") == place.with_suffix("") or (one.name == "agency.yml" and one.parent == place.parent)
        )
        if place == one or place.is_relative_to(one) or describes:
            return True
    return False


def _is_note_file(path: Path) -> bool:
    return path.suffix in {".yml", ".yaml"}


def _values(outcomes: Sequence[FileOutcome], others: Sequence[tuple[str, Diagnostic]]) -> dict[str, object]:
    return {
        "files": [
            {
                "path": outcome.display_path,
                "report_id": outcome.report_id,
                "title": outcome.title or None,
                "decision": "publish" if outcome.decision.publish else "hold",
                "allowed": list(outcome.decision.allowed),
                "diagnostics": [diagnostic_values(diagnostic) for diagnostic in outcome.diagnostics],
            }
            for outcome in outcomes
        ],
        "others": [{"path": path, **diagnostic_values(diagnostic)} for path, diagnostic in others],
    }


def _print_text(console: Console, outcomes: Sequence[FileOutcome], others: Sequence[tuple[str, Diagnostic]]) -> None:
    for outcome in outcomes:
        decision = "[green]可以发布[/]" if outcome.decision.publish else "[bold red]暂缓发布[/]"
        title = f" 《{escape(outcome.title)}》" if outcome.title else ""
        console.print(f"{decision} [bold]{escape(outcome.display_path)}[/]{title}")
        print_findings(console, outcome.display_path, outcome.diagnostics)
    for path, diagnostic in others:
        print_findings(console, path, [diagnostic])
    held = [outcome for outcome in outcomes if not outcome.decision.publish]
    print_held(console, held)
    console.print(f"\n共 {len(outcomes)} 份：可以发布 {len(outcomes) - len(held)} 份，暂缓 {len(held)} 份。")


def _print_github(outcomes: Sequence[FileOutcome], others: Sequence[tuple[str, Diagnostic]]) -> None:
    for outcome in outcomes:
        for diagnostic in outcome.diagnostics:
            click.echo(_annotation(outcome.display_path, diagnostic))
    for path, diagnostic in others:
        click.echo(_annotation(path, diagnostic))
    held = sum(1 for outcome in outcomes if not outcome.decision.publish)
    click.echo(f"共 {len(outcomes)} 份：可以发布 {len(outcomes) - held} 份，暂缓 {held} 份。")


def _annotation(path: str, diagnostic: Diagnostic) -> str:
    """A workflow command; file names and text cannot end it early."""
    place = f"file={_property(path)}" + (f",line={diagnostic.line}" if diagnostic.line else "")
    text = f"{diagnostic.message}（{diagnostic.code}）"
    shown = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{_GITHUB_LEVELS[diagnostic.severity]} {place},title={_property(diagnostic.code)}::{shown}"


def _property(text: str) -> str:
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(character, code)
    return text
