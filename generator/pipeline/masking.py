"""The document as it is published: masked characters are gone from it, so nothing made of it can show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.model.document import Block, Document, Fragment, Item
from generator.model.report import Mask
from generator.parser.forms import unbracket


def without_masks(document: Document, masks: Sequence[Mask]) -> Document:
    """Leave the masked characters out of blocks and notes.

    Guarantees: ``official characters`` of the result are those of the document less the masked ones; anchors stay.
    """
    by_anchor: dict[str, list[Mask]] = defaultdict(list)
    for mask in masks:
        by_anchor[mask.anchor].append(mask)
    blocks = tuple(
        _without(block, by_anchor[block.anchor]) if block.anchor in by_anchor else block for block in document.blocks
    )
    notes = tuple(unbracket(block.text) for block in blocks if block.kind == "note")
    return replace(document, blocks=blocks, notes=notes)


def _without(block: Block, masks: Sequence[Mask]) -> Block:
    gone = sorted((mask.start, mask.end) for mask in masks)
    text = "".join(_kept(block.text, gone))
    items = tuple(
        Item(marker=item.marker, start=_moved(item.start, gone), end=_moved(item.end, gone), anchor=item.anchor)
        for item in block.items
    )
    # The fragments held the masked characters too; one that names the block's first line stands for them.
    fragments = (Fragment(text=text, line=block.fragments[0].line), Fragment(text="", line=block.fragments[-1].line))
    cells = tuple(replace(cell, start=_moved(cell.start, gone), end=_moved(cell.end, gone)) for cell in block.cells)
    heading_end = _moved(block.heading_end, gone)
    return replace(block, text=text, fragments=fragments, items=items, cells=cells, heading_end=heading_end)


def _kept(text: str, gone: Iterable[tuple[int, int]]) -> Iterable[str]:
    at = 0
    for start, end in gone:
        yield text[at:start]
        at = max(at, end)
    yield text[at:]


def _moved(offset: int, gone: Iterable[tuple[int, int]]) -> int:
    return offset - sum(min(end, offset) - start for start, end in gone if start < offset)
