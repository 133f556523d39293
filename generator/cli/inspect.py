"""``gongkai inspect``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from generator.cli.chinese import ChineseCommand
from generator.cli.console import make_console, print_findings
from generator.cli.options import examples, project_option
from generator.model.report import Role
from generator.pages.inline import mask_name
from generator.pages.wording import DISCLOSURE_NAMES, ROLE_NAMES
from generator.pipeline.inspection import inspection
from generator.pipeline.understand import Understood, load_surroundings, understand
from generator.readers.discover import discover, locate


@click.command(
    cls=ChineseCommand,
    epilog=examples(
        "gongkai inspect reports/某机关/2021-law-based-government.txt",
        "gongkai inspect ~/下载/报告.txt --format json",
    ),
)
@project_option
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="text 给人看，json 给程序用。"
)
def inspect(project_dir: Path, file: Path, form: str) -> None:
    """看程序从一份文件里读懂了什么；不写任何文件。

    FILE 可以在 reports/ 里，也可以在任何地方。json 的格式见 generator/data/inspect.schema.json。
    """
    folder = project_dir.resolve()
    around = load_surroundings(folder, needs_settings=False)
    place = file.absolute()
    found = None
    if (folder / "reports").is_dir():
        found = next((one for one in discover(folder).found if one.source.path.absolute() == place), None)
    source = found.source if found else locate(place, folder)
    understood = understand(source, found.diagnostics if found else (), around)
    if form == "json":
        click.echo(json.dumps(inspection(understood), ensure_ascii=False, indent=2))
    else:
        _print_text(make_console(), understood)
    sys.exit(0 if understood.decision.publish else 1)


def _print_text(console: Console, understood: Understood) -> None:
    values = inspection(understood)
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in _rows(understood, values):
        if value:
            table.add_row(label, escape(value))
    console.print(table)
    if values.get("outline"):
        console.print("\n[bold]结构[/]")
        for heading in values["outline"]:
            indent = "  " * heading["level"]
            console.print(f"{indent}{escape(heading['marker'])}{escape(heading['heading'])}")
    if values.get("themes"):
        console.print("\n[bold]主题[/]")
        for theme in values["themes"]:
            console.print(f"  {theme['id']}：{escape('、'.join(theme['sections']))}")
    if understood.diagnostics:
        console.print("\n[bold]发现[/]")
        print_findings(console, understood.source.display_path, understood.diagnostics)
    decision = "可以发布" if understood.decision.publish else "暂缓发布"
    console.print(f"\n结论：[bold]{decision}[/]")


def _rows(understood: Understood, values: dict[str, Any]) -> list[tuple[str, str]]:
    report = understood.report
    rows = [("文件", understood.source.display_path)]
    if report is None:
        return rows
    region = " ".join(filter(None, [report.agency.region.code, *report.agency.region.names]))
    roles = [ROLE_NAMES[Role(entry["id"])] for entry in values["roles"]]
    masked = "；".join(f"第 {mask['line']} 行 {mask_name(mask['kind'])}" for mask in values["masked"])
    removed = "；".join(
        f"第 {piece['line']} 行 {piece['text']}（{piece['reason']}）" for piece in values["removed"][:10]
    )
    return [
        *rows,
        ("编码、字数", f"{report.text.encoding}，{report.text.characters} 字"),
        ("标题", report.title or "（未找到）"),
        ("发布机构", report.agency.name or "（未知）"),
        ("行政区划", region),
        ("年度", str(report.year or "（未知）")),
        ("文种", report.document_type.name if report.document_type else "（未知）"),
        ("发文字号", report.document_number),
        ("索引号", report.index_number),
        ("成文日期", values["date_of_writing"] or ""),
        ("公开属性", f"{DISCLOSURE_NAMES[report.disclosure.attribute] or '未确定'} {report.disclosure.basis}".strip()),
        ("主送机关", "，".join(values["addressees"])),
        ("抄送机关", "，".join(values["copy_to"])),
        ("印发", f"{values['printing_agency'] or ''} {values['printing_date'] or ''}".strip()),
        ("关键词", "、".join(report.keywords)),
        ("摘要", report.summary),
        ("法定内容", "、".join(roles)),
        ("略去", removed),
        ("遮盖", masked),
    ]
