"""What ``gongkai inspect`` does."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from generator.cli.console import make_console, print_findings
from generator.model.report import Role
from generator.model.text import EvidenceField, EvidencePlace, RemovalReason, TextOrigin
from generator.pages.inline import mask_name
from generator.pages.wording import (
    DISCLOSURE_NAMES,
    EVIDENCE_NAMES,
    EVIDENCE_PLACES,
    ORIGIN_NAMES,
    REMOVAL_NAMES,
    ROLE_NAMES,
    media_name,
)
from generator.pipeline.inspection import inspection
from generator.pipeline.understand import Understood, load_surroundings, understand
from generator.readers.discover import discover, locate

_SHOWN = 20
_TOLD_ONE_BY_ONE = frozenset({RemovalReason.PAGE_NUMBER, RemovalReason.RUNNING_HEAD})
_LISTED_REMOVALS = 10


def run_inspect(project_dir: Path, file: Path, form: str) -> None:
    """Understand one file, tell what was understood, and end with the exit code."""
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
    if values.get("evidence"):
        console.print("\n[bold]正文以外的说明（不属于正文，只作参考）[/]")
        for one in values["evidence"][:_SHOWN]:
            name, place = EVIDENCE_NAMES[EvidenceField(one["field"])], EVIDENCE_PLACES[EvidencePlace(one["place"])]
            console.print(f"  {name}：{escape(one['value'])}（{place}）")
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
    text = report.text
    pages = f"，{text.pages} 页" if text.pages else ""
    sure = f"，平均置信度 {text.confidence:.0%}" if text.origin is TextOrigin.RECOGNISED else ""
    return [
        *rows,
        ("格式、字数", f"{media_name(text.media_type)}，{text.encoding}{pages}，{text.characters} 字"),
        ("文字的取得", f"{ORIGIN_NAMES[text.origin]}{sure}"),
        ("电子印章", f"{text.seals} 处（不判断效力）" if text.seals else ""),
        ("标题", report.title or "（未找到）"),
        ("发布机构", report.agency.name or "（未知）"),
        ("行政区划", region),
        ("年度", str(report.year or "（未知）")),
        ("文种", report.document_type.name if report.document_type else "（未知）"),
        ("发文字号", report.document_number),
        ("索引号", report.index_number),
        ("成文日期", values["date_of_writing"] or ""),
        ("发布日期", values["publication_date"] or ""),
        ("公开属性", f"{DISCLOSURE_NAMES[report.disclosure.attribute] or '未确定'} {report.disclosure.basis}".strip()),
        ("主送机关", "，".join(values["addressees"])),
        ("署名", "，".join(values["signature"])),
        ("抄送机关", "，".join(values["copy_to"])),
        ("印发", f"{values['printing_agency'] or ''} {values['printing_date'] or ''}".strip()),
        ("关键词", "、".join(report.keywords)),
        ("摘要", report.summary),
        ("法定内容", "、".join(roles)),
        ("表格", _tables(values["tables"])),
        ("图片、附件", "；".join(one["name"] or "（未命名）" for one in values["references"][:_SHOWN])),
        ("略去", _removed(values["removed"])),
        ("遮盖", masked),
    ]


def _tables(tables: list[dict[str, Any]]) -> str:
    shapes = [f"第 {one['line']} 行起 {one['rows']} 行 {one['columns']} 列" for one in tables[:_SHOWN]]
    return f"{len(tables)} 个：{'；'.join(shapes)}" if tables else ""


def _removed(pieces: list[dict[str, Any]]) -> str:
    """Page numbers and running heads with their words; anything else by its number."""
    layout = [piece for piece in pieces if piece["reason"] in _TOLD_ONE_BY_ONE]
    told = [
        f"第 {piece['line']} 行{REMOVAL_NAMES[RemovalReason(piece['reason'])]}“{piece['text']}”"
        for piece in layout[:_LISTED_REMOVALS]
    ]
    told += [f"等共 {len(layout)} 处"] if len(layout) > _LISTED_REMOVALS else []
    numbers = Counter(piece["reason"] for piece in pieces if piece["reason"] not in _TOLD_ONE_BY_ONE)
    told += [f"{name} {numbers[reason]} 处" for reason, name in REMOVAL_NAMES.items() if numbers[reason]]
    return "；".join(told)
