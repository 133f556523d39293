"""Zones and paragraphs -> blocks with anchors, headings and items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from generator.model.document import Block, BlockKind, Fragment, Heading, Item
from generator.parser.characters import join, non_blank, normal_form
from generator.parser.foot import Foot, split_glued
from generator.parser.head import Zone
from generator.parser.lines import Layout, PhysicalLine
from generator.parser.markers import find_items, match_marker
from generator.parser.outline import OutlineBuilder, find_heading_end
from generator.parser.paragraphs import join_paragraphs
from generator.parser.tables import build_table


class BlockBuilder:
    """Collects blocks in reading order and numbers the passages."""

    def __init__(self) -> None:
        """Start without any block."""
        self.blocks: list[Block] = []
        self._outline = OutlineBuilder()
        self._passages = 0

    def add(self, kind: BlockKind, fragments: Sequence[Fragment]) -> None:
        """Add a block that is not part of the body."""
        self._append(Block(kind=kind, text=join_fragments(fragments), fragments=tuple(fragments), anchor=""))

    def add_text(self, lines: Sequence[PhysicalLine], layout: Layout, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Add running text: paragraphs, and tables where cells stand among the lines."""
        for table, group in groupby(lines, key=lambda line: line.cell.table if line.cell is not None else 0):
            if table:
                self.add_table(tuple(group))
                continue
            for paragraph in join_paragraphs(tuple(group), layout):
                self.add_paragraph(paragraph, kind)

    def add_table(self, lines: Sequence[PhysicalLine]) -> None:
        """Add a table; it belongs to the section that is open."""
        text, fragments, cells = build_table(lines)
        self._append(
            Block(
                kind=BlockKind.TABLE,
                text=text,
                fragments=fragments,
                anchor="",
                cells=cells,
                section=self._outline.section,
            )
        )

    def add_paragraph(self, lines: Sequence[PhysicalLine], kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Add a paragraph of the body: a heading, a paragraph with a run-in heading, or plain text."""
        fragments = tuple(Fragment(text=line.text, line=line.number) for line in lines)
        text = join_fragments(fragments)
        marker = match_marker(text) if kind is BlockKind.PARAGRAPH else None
        heading: Heading | None = None
        end = 0
        if marker is not None and non_blank(text[marker.end :]):
            end, run_in = find_heading_end(text, marker.end)
            heading = self._outline.add(marker, normal_form(text[marker.end : end]), run_in=run_in)
            if not run_in:
                block = Block(
                    kind=BlockKind.HEADING,
                    text=text,
                    fragments=fragments,
                    anchor=heading.anchor,
                    heading=heading,
                    heading_end=end,
                    section=heading.anchor,
                )
                self.blocks.append(block)
                return
        section = self._outline.section if kind is BlockKind.PARAGRAPH else ""
        block = Block(
            kind=kind, text=text, fragments=fragments, anchor="", heading=heading, heading_end=end, section=section
        )
        self._append(block)

    def _append(self, block: Block) -> None:
        self._passages += 1
        anchor = f"p-{self._passages}"
        items = _items(block, anchor) if block.kind is BlockKind.PARAGRAPH else ()
        self.blocks.append(replace(block, anchor=anchor, items=items))


def assemble_blocks(
    lines: Sequence[PhysicalLine], head: Sequence[Zone], foot: Foot, layout: Layout
) -> tuple[Block, ...]:
    """Build all blocks.

    Guarantees: every character of every line is in exactly one block, in order; anchors are unique.
    """
    builder = BlockBuilder()
    for zone in head:
        builder.add(zone.kind, _fragments(lines[zone.first : zone.end]))
    body_start = head[-1].end if head else 0
    builder.add_text(lines[body_start : foot.first], layout)
    for zone in foot.zones:
        zone_lines = lines[zone.first : zone.end]
        if zone.kind is BlockKind.ATTACHMENT:
            builder.add_text(zone_lines, layout, BlockKind.ATTACHMENT)
        elif zone.first in foot.glued:
            signature, written = split_glued(zone_lines[0].text)
            builder.add(BlockKind.SIGNATURE, [Fragment(text=signature, line=zone_lines[0].number)])
            builder.add(BlockKind.DATE_OF_WRITING, [Fragment(text=written, line=zone_lines[0].number)])
        else:
            builder.add(zone.kind, _fragments(zone_lines))
    return tuple(builder.blocks)


def join_fragments(fragments: Iterable[Fragment]) -> str:
    """The text of fragments that were one paragraph before it was cut into lines."""
    text = ""
    for fragment in fragments:
        text = join(text, fragment.text)
    return text


def _fragments(lines: Sequence[PhysicalLine]) -> list[Fragment]:
    return [Fragment(text=line.text, line=line.number) for line in lines]


def _items(block: Block, anchor: str) -> tuple[Item, ...]:
    found = find_items(block.text)
    ends = [*(start for _, _, start in found[1:]), len(block.text)] if found else []
    return tuple(
        Item(marker=marker, start=start, end=end, anchor=f"{anchor}-{number}")
        for number, ((marker, _, start), end) in enumerate(zip(found, ends, strict=True), start=1)
    )
