"""Golden cases of the parser: a YAML file holds the source text and what must be understood of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.parser.fidelity import prove_fidelity
from generator.parser.parse import parse_document
from generator.readers import read_bytes

FOLDER = Path(__file__).parents[2] / "golden" / "parser"


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
    """What the parser makes of a case's source, in the form of ``expected``."""
    content = case["source"].encode()
    read = read_bytes(content, case.get("suffix", ".txt"))
    parsed = parse_document(read.text)
    document = parsed.value
    assert prove_fidelity(read.source, document) is None
    result: dict[str, Any] = {"title": document.title or None}
    for name in ("issuer_mark", "document_number", "index_number", "printing_agency"):
        if getattr(document, name):
            result[name] = getattr(document, name)
    for name in ("publication_date", "date_of_writing", "printing_date"):
        if getattr(document, name):
            result[name] = getattr(document, name).isoformat()
    for name in ("addressees", "signature", "notes", "copy_to"):
        if getattr(document, name):
            result[name] = list(getattr(document, name))
    result["outline"] = [
        f"{heading.anchor} {'段首标题' if heading.run_in else '标题'} {heading.marker}|{heading.text}"
        for heading in document.headings
    ]
    result["blocks"] = [f"{block.kind.value}: {block.text}" for block in document.blocks]
    items = [f"{item.anchor} {block.text[item.start : item.end]}" for block in document.blocks for item in block.items]
    if items:
        result["items"] = items
    if document.removed:
        result["removed"] = [f"第{piece.line}行 {piece.reason.value} {piece.text}" for piece in document.removed]
    result["diagnostics"] = [
        f"{diagnostic.code}{'' if diagnostic.line is None else f' 第{diagnostic.line}行'}"
        for diagnostic in (*read.diagnostics, *parsed.diagnostics)
    ]
    return result


def write(path: Path, case: dict[str, Any]) -> None:
    path.write_text(yaml.dump(case, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")
