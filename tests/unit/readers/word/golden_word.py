"""Golden cases of the Word reader: a YAML file says what a document has, and what must be read of it.

``body`` is a list; each entry is

- a text: a plain paragraph;
- ``{text: …, number: 1-0, align: center, size: 22, style: …}``: a paragraph; ``number`` is list and level (0-based);
- ``{table: [[…], […]], header: true}``: a table, row by row;
- ``{xml: …}``: anything else, as Word writes it.

``numbering`` has one entry a list, each a list of levels: ``chineseCountingThousand %1、``, where ``start=3``,
``suffix=tab``, ``restart=0``, ``legal``, ``font=Wingdings`` and ``style=…`` may follow.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.model.text import Alignment, Line
from generator.readers.limits import DEFAULT_LIMITS
from generator.readers.word import read_word
from tests import docx_files

FOLDER = Path(__file__).parents[3] / "golden" / "word"
_PLAIN = ("numbering_extra", "styles", "settings", "footnotes", "endnotes", "comments", "section", "core", "strict")
_FURTHER = {
    "restart": '<w:lvlRestart w:val="{}"/>',
    "style": '<w:pStyle w:val="{}"/>',
    "font": '<w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}"/></w:rPr>',
}


class _Dumper(yaml.SafeDumper):
    pass


def _string(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _string)


def cases() -> list[Path]:
    return sorted(FOLDER.glob("*.yml"))


def load(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def write(path: Path, case: dict[str, Any]) -> None:
    path.write_text(yaml.dump(case, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def make(case: dict[str, Any]) -> bytes:
    """The .docx file that a case describes."""
    lists = [
        "".join(_level(index, entry) for index, entry in enumerate(levels)) for levels in case.get("numbering", ())
    ]
    settings = {name: case[name] for name in _PLAIN if name in case}
    numbering = docx_files.numbering(*lists, extra=settings.pop("numbering_extra", "")) if lists else ""
    return docx_files.make_docx(
        [_block(entry) for entry in case["body"]],
        numbering=case.get("numbering_xml", numbering),
        headers=[_block(entry) for entry in case.get("headers", ())],
        footers=[_block(entry) for entry in case.get("footers", ())],
        parts=case.get("parts"),
        relations=[tuple(one) for one in case.get("relations", ())],
        **settings,
    )


def understand(case: dict[str, Any]) -> dict[str, Any]:
    """What the reader makes of a case, in the form of ``expected``."""
    read = read_word(make(case), DEFAULT_LIMITS)
    result: dict[str, Any] = {"lines": [_show(line) for line in read.lines if line.text.strip()]}
    if read.removed:
        result["removed"] = [f"第{piece.line}行 {piece.reason.value} {piece.text}" for piece in read.removed]
    if read.references:
        result["references"] = [
            f"第{one.line}行 {one.kind.value} {one.name} {one.uri}".rstrip() for one in read.references
        ]
    result["findings"] = [f"{one.severity.value} {one.code} {one.message}" for one in read.diagnostics]
    check(read.lines, read.source, read.removed)
    return result


def check(lines: tuple[Line, ...], source: tuple[str, ...], removed: tuple[Any, ...]) -> None:
    """What every reader guarantees: lines and removals together are the source, line by line."""
    kept = {line.number: line.text for line in lines}
    for piece in removed:
        assert source[piece.line - 1] == piece.text
        assert piece.line not in kept
        kept[piece.line] = piece.text
    assert [kept.get(number, "") for number in range(1, len(source) + 1)] == list(source)
    assert not any("\n" in line for line in source)


def _show(line: Line) -> str:
    facts = []
    if line.alignment in {Alignment.CENTRE, Alignment.RIGHT}:
        facts.append({"centre": "居中", "right": "居右"}[line.alignment.value])
    if line.scale and line.scale != 1:
        facts.append(f"{line.scale:g}倍")
    if line.starts_page:
        facts.append("新页")
    if line.continues is None:
        facts.append("换行")
    place = line.cell
    if place is not None:
        spans = f" 占{place.row_span}行{place.column_span}列" if place.row_span * place.column_span > 1 else ""
        header = " 表头" if place.header else ""
        facts.append(f"表{place.table} {place.row + 1}行{place.column + 1}列{spans}{header}")
    return f"{line.number}{''.join(f'【{fact}】' for fact in facts)} {line.text}"


def _level(index: int, entry: str) -> str:
    form, text, *options = entry.split(" ")
    said = dict(option.partition("=")[::2] for option in options)
    further = "".join(_FURTHER[name].format(value) for name, value in said.items() if name in _FURTHER)
    further += "<w:isLgl/>" if "legal" in said else ""
    return docx_files.level(
        index,
        form,
        text.replace("␣", " "),
        start=int(said.get("start", 1)),
        suffix=said.get("suffix", "nothing"),
        further=further,
    )


def _block(entry: str | dict[str, Any]) -> str:
    if isinstance(entry, str):
        return docx_files.paragraph(entry)
    if "xml" in entry:
        return entry["xml"]
    if "table" in entry:
        return docx_files.table(entry["table"], header=entry.get("header", False))
    number = tuple(int(part) for part in entry["number"].split("-")) if "number" in entry else None
    return docx_files.paragraph(
        entry.get("text", ""),
        number=number,  # type: ignore[arg-type]
        align=entry.get("align", ""),
        size=entry.get("size", 0),
        style=entry.get("style", ""),
    )
