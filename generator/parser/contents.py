"""目录: a table of contents inside the text is text, but its entries are no headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.parser.characters import canonical, fold, non_blank
from generator.parser.lines import PhysicalLine

_HEAD = re.compile(r"目录|目次|CONTENTS", re.IGNORECASE)
# 一、总体情况……3   第一章 总则 ..... 12   （一）主要职责·····（5）
_LEADER = re.compile(
    r".*?(?:[.．·•…‥]\s*){3,}\s*[-—(（]?\s*\d{0,4}\s*[-—)）]?\s*$|.*?…+\s*[-—(（]?\s*\d{1,4}\s*[-—)）]?\s*$"
)
_PAGE_BEHIND = re.compile(r"(?:\s*[.．·•…‥]\s*)+[-—(（]?\s*\d{0,4}\s*[-—)）]?\s*$|(?<=\D)\s+\d{1,4}\s*$")
_LONGEST_ENTRY = 64
_MOST_ENTRIES = 400
_MIN_PREFIX = 3


def is_contents_entry(text: str) -> bool:
    """A line with a row of dots and a page number behind it."""
    return (
        len(text) <= 200
        and ("..." in text or "…" in text or "··" in text or ". ." in text or "．．" in text)
        and (_LEADER.fullmatch(text) is not None)
    )


def find_contents(lines: Sequence[PhysicalLine]) -> frozenset[int]:
    """Source lines that belong to a table of contents, its own heading included.

    It begins at a line 目录 or with rows of dots, and ends where its first entry stands again, or where a sentence
    begins.
    """
    found: set[int] = set()
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.cell is None and _HEAD.fullmatch(non_blank(fold(line.text))):
            end = _contents_end(lines, index + 1)
            if end > index + 2:
                found.update(one.number for one in lines[index:end])
                index = end
                continue
        if line.cell is None and is_contents_entry(line.text):
            found.add(line.number)
        index += 1
    return frozenset(found)


def _contents_end(lines: Sequence[PhysicalLine], start: int) -> int:
    """Index after the last entry; ``start`` where no entries follow."""
    first = _entry(lines[start].text) if start < len(lines) else ""
    for index in range(start, min(start + _MOST_ENTRIES, len(lines))):
        text = lines[index].text
        if len(text) > _LONGEST_ENTRY and not is_contents_entry(text):
            return index
        if text[-1] in "。；：" or lines[index].cell is not None:
            return index
        entry = _entry(text)
        again = (
            entry == first
            or (len(entry) >= _MIN_PREFIX and first.startswith(entry))
            or (len(first) >= _MIN_PREFIX and entry.startswith(first) and not is_contents_entry(text))
        )
        if index > start and again:
            return index
    return min(start + _MOST_ENTRIES, len(lines))


def _entry(text: str) -> str:
    return canonical(_PAGE_BEHIND.sub("", text))
