"""Texts with the layout that formats know, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.document import Document
from generator.model.text import Evidence, ExtractedText, Line
from generator.parser.fidelity import prove_fidelity
from generator.parser.parse import parse_document


def understand(lines: Sequence[Line | str], evidence: Sequence[Evidence] = (), hints: Sequence[str] = ()) -> Document:
    """Parse lines (numbered here) and prove that nothing was lost."""
    from dataclasses import replace

    numbered = tuple(
        Line(number=number, text=line) if isinstance(line, str) else replace(line, number=number)
        for number, line in enumerate(lines, start=1)
    )
    text = ExtractedText(
        lines=numbered, media_type="", encoding="utf-8", sha256="", size=0, characters=0, evidence=tuple(evidence)
    )
    document = parse_document(text, hints).value
    assert prove_fidelity([line.text for line in numbered], document) is None
    return document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks]
