"""Lines as marks are looked for in them: physical lines, and blocks whose lines belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.gate.scan_copy import Hit, ScanCopy, ScanLine
from generator.model.diagnostics import DiagnosticKind
from generator.model.document import Block, BlockKind, Document

_SENTENCE_END = re.compile(r"[。!?;:)】\]]$")
_SHORT_LINE = 16
_WHOLE_TITLE = 10
_LONGEST_JOINED = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLine:
    """One line, or a short block of several lines joined.

    Attributes:
        text: folded, blanks kept.
        squeezed: without blanks, a tab written as ``|``.
        kind: of its block; None for metadata.
        in_head: at the head of the page: before the title, or among the first lines.
        stands_alone: not the middle of a sentence that was wrapped, nor one line of a title over several.
        earlier_in_block: squeezed lines before it in its block.
        is_last: last line of its block, or the whole block.
        start, end: place in the copy.
        in_row: one cell of a table's row that has others; what stands there speaks of an entry, not of the document.
    """

    text: str
    squeezed: str
    kind: BlockKind | None
    in_head: bool
    stands_alone: bool
    earlier_in_block: tuple[str, ...]
    is_last: bool
    start: int
    end: int
    in_row: bool = False


def squeeze(text: str) -> str:
    """Take out blanks; a tab parts cells, so it becomes ``|``."""
    return text.replace(" ", "").replace("\t", "|").replace("\n", "")


def _stands_alone(kind: BlockKind | None, squeezed: list[str], order: int) -> bool:
    if len(squeezed) == 1:
        return True
    if kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.ADDRESSEES):
        # A line of its own above a whole title, not the first piece of a title that was cut.
        return order == 0 and sum(map(len, squeezed[1:])) >= _WHOLE_TITLE
    text, earlier = squeezed[order], squeezed[order - 1] if order else ""
    if text.endswith("。"):
        return False
    return order == 0 or bool(_SENTENCE_END.search(earlier)) or len(earlier) <= _SHORT_LINE


def _of_block(copy: ScanCopy, group: tuple[ScanLine, ...], kind: BlockKind | None, head: int) -> Iterable[MarkLine]:
    """The lines of one block, the first ``head`` of them at the head of the page."""
    texts = [copy.line_text(line) for line in group]
    squeezed = [squeeze(text) for text in texts]
    for order, line in enumerate(group):
        yield MarkLine(
            text=texts[order],
            squeezed=squeezed[order],
            kind=kind,
            in_head=order < head,
            stands_alone=_stands_alone(kind, squeezed, order),
            earlier_in_block=tuple(squeezed[max(0, order - 4) : order]),
            is_last=order == len(group) - 1,
            start=line.start,
            end=line.end,
        )
    if len(group) > 1 and sum(map(len, squeezed)) <= _LONGEST_JOINED:
        yield MarkLine(
            text=" ".join(texts),
            squeezed="".join(squeezed),
            kind=kind,
            in_head=len(group) <= head,
            stands_alone=True,
            earlier_in_block=(),
            is_last=True,
            start=group[0].start,
            end=group[-1].end,
        )


def _of_table(copy: ScanCopy, group: tuple[ScanLine, ...], block: Block, head: int) -> Iterable[MarkLine]:
    """Each cell, and each row with its cells parted by ``|``: 公开方式 | 依申请公开.

    A cell does not stand alone: in a list of documents 依申请公开 is an entry.  With its label before it it is a mark.
    """
    rows: dict[int, list[ScanLine]] = {}
    for line in group:
        rows.setdefault(block.cells[line.cell].row, []).append(line)
    for order, lines in enumerate(rows.values()):
        cells: dict[int, list[ScanLine]] = {}
        for line in lines:
            cells.setdefault(line.cell, []).append(line)
        texts = [" ".join(copy.line_text(line) for line in cell) for cell in cells.values()]
        in_head = order < head
        for text, cell in zip(texts, cells.values(), strict=True):
            yield _cell_line(text, squeeze(text), cell, in_head=in_head, in_row=len(cells) > 1)
        if len(cells) > 1:
            yield _cell_line(" | ".join(texts), "|".join(map(squeeze, texts)), lines, in_head=in_head, in_row=False)


def _cell_line(text: str, squeezed: str, lines: list[ScanLine], *, in_head: bool, in_row: bool) -> MarkLine:
    return MarkLine(
        text=text,
        squeezed=squeezed,
        kind=BlockKind.TABLE,
        in_head=in_head,
        stands_alone=False,
        earlier_in_block=(),
        is_last=False,
        start=lines[0].start,
        end=lines[-1].end,
        in_row=in_row,
    )


def mark_lines(copy: ScanCopy, document: Document, head_lines: int) -> tuple[MarkLine, ...]:
    """Lines of a document to look for marks in.

    Args:
        copy: the document's scan copy.
        document: for the kinds of blocks.
        head_lines: how many lines from the top count as the head even where the title stands above.
    """
    kinds = [block.kind for block in document.blocks]
    title = kinds.index(BlockKind.TITLE) if BlockKind.TITLE in kinds else 0
    found: list[MarkLine] = []
    seen = 0
    for block, group in groupby(copy.lines, key=lambda line: line.block):
        lines = tuple(group)
        head = len(lines) if block < title else max(0, head_lines - seen)
        if document.blocks[block].cells:
            found.extend(_of_table(copy, lines, document.blocks[block], head))
        else:
            found.extend(_of_block(copy, lines, kinds[block], head))
        seen += len(lines)
    return tuple(found)


def told_before(hits: list[Hit], kind: DiagnosticKind, line: MarkLine) -> bool:
    """Whether a joined block only repeats what one of its lines has told."""
    return bool(hits) and any(hit.kind is kind and line.start <= hit.start <= line.end for hit in hits[-3:])


def value_lines(copy: ScanCopy) -> tuple[MarkLine, ...]:
    """Lines of metadata values: each alone, none at the head."""
    return tuple(found for line in copy.lines for found in _of_block(copy, (line,), None, 0))
