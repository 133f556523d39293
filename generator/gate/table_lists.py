"""Lists of persons in tables: a column of names beside a column of personal data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from generator.gate.findings import NAME_LIST
from generator.gate.marks import squeeze
from generator.gate.names import looks_like_name
from generator.gate.rules import NameListRules
from generator.gate.scan_copy import Hit, ScanCopy
from generator.model.document import Block, Document

_HEAD_ROWS = 3  # rows that may name columns, where heads stand over one another
_LONGEST_HEAD = 12


def find_table_lists(
    copy: ScanCopy, document: Document, rules: NameListRules, surnames: frozenset[str]
) -> Iterator[Hit]:
    """Find tables with a column 姓名 beside one such as 身份证号, and names below it.

    However many columns stand between, and wherever empty places are, the names are those of their column.

    Args:
        copy: the document's scan copy.
        document: for the places of cells.
        rules: words of columns, and how many names make a list.
        surnames: family names.

    Yields:
        One hit a table, over the whole of it.
    """
    for index, group in groupby(copy.lines, key=lambda line: line.block):
        if not document.blocks[index].cells:
            continue
        lines = tuple(group)
        texts: dict[int, str] = {}
        for line in lines:
            texts[line.cell] = texts.get(line.cell, "") + squeeze(copy.line_text(line))
        if _is_list(document.blocks[index], texts, rules, surnames):
            yield Hit(kind=NAME_LIST, start=lines[0].start, end=lines[-1].end)


def _is_list(block: Block, texts: dict[int, str], rules: NameListRules, surnames: frozenset[str]) -> bool:
    personal = re.compile("|".join(map(re.escape, rules.personal_columns)))
    named: dict[int, int] = {}  # column -> row of its head
    told: list[int] = []
    for number, cell in enumerate(block.cells):
        text = texts.get(number, "")
        if text in rules.name_columns:
            named.setdefault(cell.column, cell.row)
        elif len(text) <= _LONGEST_HEAD and personal.search(text):
            told.append(cell.row)
    for column, head in named.items():
        if not any(abs(row - head) < _HEAD_ROWS for row in told):
            continue
        names = sum(
            looks_like_name(texts.get(number, ""), surnames)
            for number, cell in enumerate(block.cells)
            if cell.column == column and cell.row > head
        )
        if names >= rules.rows:
            return True
    return False
