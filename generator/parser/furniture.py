"""Page numbers and running heads: layout, not text.  What is taken out is declared; what is doubtful stays."""

from __future__ import annotations

import re
from collections import Counter

from generator.model.diagnostics import Diagnostic, Parsed
from generator.model.text import RemovalReason, Removed
from generator.parser import findings
from generator.parser.characters import ends_sentence
from generator.parser.lines import Layout, PhysicalLine
from generator.parser.markers import match_marker

# — 1 —, -1-, －1－, 第 3 页, 第3页 共10页, 3/10: nothing but a page number is written so.
_DECORATED = re.compile(
    r"[-—–－_·.•~～]{1,3}\s*\d{1,4}\s*[-—–－_·.•~～]{1,3}|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?"
    r"|\d{1,3}\s*/\s*\d{1,3}|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?",
    re.IGNORECASE,
)
_BARE = re.compile(r"[0-9０-９]{1,3}")
_MIN_LINES_A_PAGE = 8

Cleaned = Parsed[tuple[tuple[PhysicalLine, ...], tuple[Removed, ...]]]


def remove_furniture(lines: tuple[PhysicalLine, ...], layout: Layout) -> Cleaned:
    """Take page numbers and running heads out.

    A decorated number alone on its line is a page number.  A bare number is one only by evidence: it cuts a
    sentence of a hard-wrapped text in two, it stands right at a page change, or several such numbers count up
    through the text at page distance.  Any other bare number stays in the text, with a note.

    Returns:
        The remaining lines, what was removed (whole lines), and notes for numbers that stay in doubt.
    """
    bare = [index for index, line in enumerate(lines) if line.cell is None and _BARE.fullmatch(line.text)]
    pages = {index for index, line in enumerate(lines) if line.cell is None and _DECORATED.fullmatch(line.text)}
    counted = _counting(lines, bare)
    notes: list[Diagnostic] = []
    for index in bare:
        if index in counted or _cuts_sentence(lines, index, layout) or _at_page_change(lines, index):
            pages.add(index)
        elif not _beside_number(lines, index):
            notes.append(findings.NUMBER_ALONE.at(lines[index].number, number=lines[index].text))
    heads = _running_heads(lines, pages)
    removed = tuple(
        Removed(
            text=line.text,
            reason=RemovalReason.RUNNING_HEAD if index in heads else RemovalReason.PAGE_NUMBER,
            line=line.number,
            column=0,
        )
        for index, line in enumerate(lines)
        if index in pages or index in heads
    )
    kept = tuple(line for index, line in enumerate(lines) if index not in pages and index not in heads)
    return Parsed(value=(kept, removed), diagnostics=tuple(notes))


def _cuts_sentence(lines: tuple[PhysicalLine, ...], index: int, layout: Layout) -> bool:
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1], lines[index + 1]
    cut = not ends_sentence(before.text) and match_marker(after.text) is None
    if layout.wrapped:
        return cut and before.width >= layout.full_width - 8
    return cut and before.width > 40 and any(stop in before.text for stop in "。；，")


def _at_page_change(lines: tuple[PhysicalLine, ...], index: int) -> bool:
    after = lines[index + 1] if index + 1 < len(lines) else None
    return (lines[index].starts_page and index > 0) or (after is not None and after.starts_page)


def _beside_number(lines: tuple[PhysicalLine, ...], index: int) -> bool:
    """A number among numbers is a table's cell: no doubt that it is text."""
    near = [lines[other] for other in (index - 1, index + 1) if 0 <= other < len(lines)]
    return any(re.fullmatch(r"[\d.,%％]+", line.text) for line in near)


def _counting(lines: tuple[PhysicalLine, ...], bare: list[int]) -> set[int]:
    """Bare numbers that count up by one (pages may be missing) at least a page's length apart."""
    chain: list[int] = []
    best: list[int] = []
    for index in bare:
        if chain:
            step = int(lines[index].text) - int(lines[chain[-1]].text)
            distance = index - chain[-1]
            if not (1 <= step <= 3 and distance >= step * _MIN_LINES_A_PAGE):
                best, chain = max(best, chain, key=len), []
        chain.append(index)
    best = max(best, chain, key=len)
    return set(best) if len(best) >= 2 else set()


def _running_heads(lines: tuple[PhysicalLine, ...], pages: set[int]) -> set[int]:
    """Short lines that stand again and again right beside a page number or page change."""
    edges = {index + step for index in pages for step in (-1, 1)}
    edges |= {index for index, line in enumerate(lines) if line.starts_page}
    edges |= {index - 1 for index, line in enumerate(lines) if line.starts_page}
    candidates = [
        index
        for index in edges
        if 0 <= index < len(lines)
        and lines[index].cell is None
        and index not in pages
        and lines[index].width <= 80
        and not ends_sentence(lines[index].text)
    ]
    counts = Counter(lines[index].text for index in candidates)
    # The first one may be the title itself, which is text: only its repetitions go.
    first: dict[str, int] = {}
    for index, line in enumerate(lines):
        if line.text in counts:
            first.setdefault(line.text, index)
    return {index for index in candidates if counts[lines[index].text] >= 3 and index != first[lines[index].text]}
