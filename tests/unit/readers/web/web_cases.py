"""Golden cases of web pages: a YAML file holds a page's source and what must be read from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.model.text import CellPlace, Line
from generator.readers.extraction import Extraction
from generator.readers.limits import DEFAULT_LIMITS
from generator.readers.web import read_web_page

FOLDER = Path(__file__).parents[3] / "golden" / "web"


class _Dumper(yaml.SafeDumper):
    pass


def _string(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _string)


def cases() -> list[Path]:
    return sorted(FOLDER.glob("*.yml"))


def load(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def understand(case: dict[str, Any]) -> dict[str, Any]:
    """What the reader makes of a case's page, in the form of ``expected``."""
    read = read_web_page(case["source"].encode(case.get("bytes", "utf-8")), DEFAULT_LIMITS)
    assert_kept(read)
    result: dict[str, Any] = {"encoding": read.encoding, "lines": [_shown(line) for line in read.lines]}
    removed: dict[str, list[str]] = {}
    for piece in read.removed:
        removed.setdefault(piece.reason.value, []).append(piece.text)
    result["removed"] = removed
    result["evidence"] = [f"{one.place.value} {one.field.value}: {one.value}" for one in read.evidence]
    result["references"] = [f"{one.kind.value} {one.name} <{one.uri}>" for one in read.references]
    result["diagnostics"] = [one.code for one in read.diagnostics]
    return {name: value for name, value in result.items() if value or name == "lines"}


def assert_kept(read: Extraction) -> None:
    """What every reader guarantees: each source line is whole in one line or one removal."""
    pieces = {line.number: line.text for line in read.lines} | {one.line: one.text for one in read.removed}
    assert [pieces.get(number) for number in range(1, len(read.source) + 1)] == list(read.source)
    assert len(read.lines) + len(read.removed) == len(read.source)
    assert [line.number for line in read.lines] == sorted(line.number for line in read.lines)


def _shown(line: Line) -> str:
    facts = [f"表{_place(line.cell)}"] if line.cell else []
    facts += [f"字号{line.scale:g}"] if line.scale != 1 else []
    facts += (
        [{"center": "居中", "centre": "居中", "right": "居右"}[line.alignment.value]]
        if line.alignment.value
        in {
            "centre",
            "right",
        }
        else []
    )
    facts += ["段落未定"] if line.continues is None else []
    return f"{line.text} ‖{' '.join(facts)}" if facts else line.text


def _place(cell: CellPlace) -> str:
    span = f"跨{cell.row_span}×{cell.column_span}" if (cell.row_span, cell.column_span) != (1, 1) else ""
    return f"{cell.table}行{cell.row}列{cell.column}{span}{'表头' if cell.header else ''}"


def write(path: Path, case: dict[str, Any]) -> None:
    path.write_text(yaml.dump(case, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")
