"""The official text as Markdown: one element with exactly its characters, in order, and nothing else as text.

The layout follows GB/T 9704-2012 chapter 7 by classes alone (title centred, signature and date to the right, 版记
between rules); the style sheet does the rest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from generator.model.document import Block, BlockKind, Document
from generator.model.report import Mask
from generator.pages.escape import markdown_text
from generator.pages.inline import render_inline
from generator.pages.tables import render_table

_OPEN: Final = '<div class="official-text" lang="zh-CN" markdown="1">'
_CLOSE: Final = "</div>"
_IMPRINT: Final = frozenset({BlockKind.COPY_TO, BlockKind.PRINTING})
_LOWEST: Final = 6
_YEAR: Final = re.compile(r"(?<![#\d])\d{4}年度?")
_DATE_AT_END: Final = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年[^年月日]{1,6}月[^年月日]{1,6}日\s*(?:印发)?\s*$"
)


def render_official_text(document: Document, masks: tuple[Mask, ...]) -> str:
    """Render the official text of a document.

    Guarantees: rendered by ``dialect.render_markdown``, the element ``.official-text`` holds the characters of
    ``official_characters(document, masks)``; a masked range leaves an empty marked place; every block, section and
    item has its anchor as ``id``; a table's cells are those of ``document_cells(document, masks)``.

    Args:
        document: the parsed document.
        masks: what is not shown.

    Returns:
        Markdown, ending in a line break.
    """
    by_anchor: dict[str, list[Mask]] = defaultdict(list)
    for mask in masks:
        by_anchor[mask.anchor].append(mask)
    anchors = (block.anchor for block in document.blocks if block.kind is BlockKind.TABLE)
    tables = {anchor: number for number, anchor in enumerate(anchors, start=1)}
    titled = next((index for index, block in enumerate(document.blocks) if block.kind is BlockKind.TITLE), -1)
    ranks = heading_ranks(document.blocks)
    pieces: list[str] = []
    numbered = enumerate(document.blocks)
    for in_imprint, group in groupby(numbered, key=lambda pair: pair[1].kind in _IMPRINT):
        rendered = [
            render_table(block, by_anchor.get(block.anchor, ()), tables[block.anchor])
            if block.kind is BlockKind.TABLE
            else _render_block(block, by_anchor.get(block.anchor, ()), is_h1=index == titled, rank=ranks[index])
            for index, block in group
            if block.text.strip()
        ]
        pieces += ['<div class="imprint" markdown="1">', *rendered, "</div>"] if in_imprint else rendered
    return "\n\n".join((_OPEN, *pieces, _CLOSE)) + "\n"


def heading_ranks(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The rank of each block's heading among HTML's, 0 for blocks without one.

    Guarantees: the first of a part is 2, and none is more than one below the heading that it stands under, however
    the markers run: many documents have 1. directly below 一、, or begin with （一）.
    """
    ranks = []
    above: list[int] = []
    part = ""
    for block in blocks:
        if block.heading is None:
            ranks.append(0)
            continue
        if block.part != part:
            above, part = [], block.part
        level = block.heading.level
        above = [*(one for one in above if one < level), level]
        ranks.append(min(len(above) + 1, _LOWEST))
    return tuple(ranks)


def _render_block(block: Block, masks: Sequence[Mask], *, is_h1: bool, rank: int) -> str:
    name = block.kind.value.replace("_", "-")
    if is_h1:
        # 标题 is cut by sense (GB/T 9704-2012 7.3.1 词意完整): a year at least is not torn from its 年.
        title = _YEAR.sub(r'<span class="keep">\g<0></span>', render_inline(block, masks, 0, len(block.text)))
        return f"# {title} {{ #{block.anchor} .title }}"
    if block.heading is None:
        return f"{_render_line(block, masks)}\n{{ #{block.anchor} .{name} }}"
    heading = block.heading
    # The type follows from the marker (GB/T 9704-2012 7.3.3), so the level is kept where the rank is another.
    look = "" if rank == min(heading.level + 1, _LOWEST) else f" .level-{heading.level}"
    rest_starts = block.heading_end or len(block.text)
    title = f"{'#' * rank} {render_inline(block, masks, 0, rest_starts)} {{ #{heading.anchor}{look} }}"
    if not block.text[rest_starts:].strip() and block.anchor == heading.anchor:
        return title
    rest = render_inline(block, masks, rest_starts, len(block.text))
    pieces = [f'<div class="run-in" id="{block.anchor}" markdown="1">', title]
    if block.text[rest_starts:].strip():
        apart = " .apart" if not heading.text and block.text[rest_starts].isspace() else ""
        pieces.append(f"{rest}\n{{ .rest{apart} }}")
    return "\n\n".join((*pieces, "</div>"))


def _render_line(block: Block, masks: Sequence[Mask]) -> str:
    """A block without heading; 印发机关 and 印发日期 stand at the two ends of one line (GB/T 9704-2012 7.4.3)."""
    date = _DATE_AT_END.search(block.text) if block.kind is BlockKind.PRINTING and not masks else None
    if date is None or date.start() == 0:
        return render_inline(block, masks, 0, len(block.text))
    return f"<span>{markdown_text(block.text[: date.start()])}</span> <span>{markdown_text(date.group())}</span>"
