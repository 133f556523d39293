"""Word files: with printed numbers, and with Word counting 一、（一）1. by itself."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.renderings.paragraphs import Typed, paragraphs
from tests.docx_files import CHINESE_LEVELS, make_docx, numbering, paragraph

_ALIGN = {"centre": "center", "right": "right", "flush": "", "indented": "both"}
_PRINTED = {1: "、", 2: "）", 3: "."}
_PAGE_FIELD = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def printed_numbers(name: str) -> bytes:
    """The numbers are typed, as most are."""
    return _file([_paragraph(one, one.text) for one in paragraphs(name)])


def automatic_numbers(name: str) -> bytes:
    """Word counts wherever its numbering can print just what the report prints; the other numbers are typed."""
    counted: dict[int, int] = {}
    restarts: list[str] = []
    body: list[str] = []
    for one in paragraphs(name):
        heading = one.heading
        if heading is None or not _countable(one):
            body.append(_paragraph(one, one.text))
            continue
        level = heading.level
        numbers = 1  # the w:numId whose levels go on counting
        if counted.get(level, 0) + 1 != heading.number:
            restarts.append(_restart(len(restarts) + 2, level - 1, heading.number))
            numbers = len(restarts) + 1
        else:
            counted[level] = heading.number
        for deeper in range(level + 1, 5):
            counted.pop(deeper, None)
        body.append(_paragraph(one, one.without_marker, number=(numbers, level - 1)))
    return _file(body, extra="".join(restarts))


def unjustified(name: str) -> bytes:
    """Printed numbers and ragged lines, for printing by LibreOffice.

    Where a justified first line ends in punctuation that hangs over the margin, its PDF lacks that sign: no glyph of it
    is in the file, so that no reader could find it.
    """
    return _file([_paragraph(one, one.text, justified=False) for one in paragraphs(name)])


WORD_FILES: dict[str, Callable[[str], bytes]] = {
    "printed-numbers": printed_numbers,
    "automatic-numbers": automatic_numbers,
}


def _countable(one: Typed) -> bool:
    heading = one.heading
    return heading is not None and heading.level in _PRINTED and heading.marker.endswith(_PRINTED[heading.level])


def _restart(number: int, level: int, start: int) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )


def _paragraph(one: Typed, text: str, number: tuple[int, int] | None = None, *, justified: bool = True) -> str:
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>' if one.placing == "indented" else ""
    align = _ALIGN[one.placing]
    if not justified and align == "both":
        align = ""
    return paragraph(text, number=number, align=align, size=22 if one.kind == "title" else 16, properties=indent)


def _file(body: list[str], extra: str = "") -> bytes:
    footer = paragraph("<w:r><w:t>— </w:t></w:r>", _PAGE_FIELD, "<w:r><w:t> —</w:t></w:r>", align="center")
    return make_docx(body, numbering=numbering(CHINESE_LEVELS, extra=extra), footers=(footer,))
