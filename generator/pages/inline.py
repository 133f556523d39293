"""The characters of one block: escaped, with items marked and masked ranges left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.model.document import Block, Item
from generator.model.report import Mask
from generator.pages.escape import markdown_text

MASK_NAMES: Final = {
    "contact-name": "联系人姓名",
    "contact-telephone": "联系电话",
}


def mask_name(kind: str) -> str:
    """What a reader is told of a masked place: 联系人姓名, 联系电话; 个人信息 for kinds without a name here."""
    return MASK_NAMES.get(kind, "个人信息")


def render_inline(block: Block, masks: Sequence[Mask], start: int, end: int) -> str:
    """Markdown of ``block.text[start:end]`` in one line, blanks at its edges left out.

    Args:
        block: its items become ``<span id=… class="item">``; overlapping ones are left to the first.
        masks: masked ranges of this block; each becomes an empty ``<span class="masked">``.
        start: first offset.
        end: offset after the last.
    """
    while start < end and block.text[start].isspace():
        start += 1
    while end > start and block.text[end - 1].isspace():
        end -= 1
    # A mask that begins in the blanks left out begins here: its place must still be marked.
    masks = [
        replace(mask, start=start)
        if mask.start < start < mask.end and not block.text[mask.start : start].strip()
        else mask
        for mask in masks
    ]
    pieces: list[str] = []
    at = start
    for item in block.items:
        first, last = max(item.start, at), min(item.end, end)
        if first >= last:
            continue
        pieces += [_visible(block.text, masks, at, first), _open_item(item)]
        pieces += [_visible(block.text, masks, first, last), "</span>"]
        at = last
    pieces.append(_visible(block.text, masks, at, end))
    return "".join(pieces)


def _open_item(item: Item) -> str:
    return f'<span id="{item.anchor}" class="item">'


def _visible(text: str, masks: Sequence[Mask], start: int, end: int) -> str:
    return "".join(_pieces(text, masks, start, end))


def _pieces(text: str, masks: Sequence[Mask], start: int, end: int) -> Iterator[str]:
    at = start
    for mask in sorted(masks, key=lambda mask: mask.start):
        first, last = max(mask.start, at), min(mask.end, end)
        if first >= last:
            continue
        yield markdown_text(text[at:first])
        if mask.start >= start:  # a mask that runs over an item's edge is named once
            label = f"已遮盖：{mask_name(mask.kind)}"
            yield f'<span class="masked" role="img" aria-label="{label}"></span>'
        at = last
    yield markdown_text(text[at:end])
