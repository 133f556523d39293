"""Zones and paragraphs -> blocks with anchors, headings and items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model.document import Block, BlockKind, Fragment, Heading, Item
from generator.parser.characters import join, non_blank, normal_form
from generator.parser.foot import Foot, split_glued
from generator.parser.head import Zone
from generator.parser.lines import Layout, PhysicalLine
from generator.parser.markers import Rank, find_items
from generator.parser.numbering import Numbering
from generator.parser.outline import OutlineBuilder, find_heading_end, find_item_end
from generator.parser.paragraphs import join_paragraphs
from generator.parser.tables import build_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The document itself, or one thing attached to it, with what was found in it.

    Attributes:
        lines: its physical lines.
        head: zones from its first line on.
        foot: zones to its last line.
        numbering: the markers that it uses.
        part: empty for the document itself, else ``a1``, ``a2`` …
        name: what its labels begin with, or empty.
        kind: of its paragraphs.
    """

    lines: Sequence[PhysicalLine]
    head: tuple[Zone, ...]
    foot: Foot
    numbering: Numbering
    part: str = ""
    name: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH


class BlockBuilder:
    """Collects blocks in reading order and numbers the passages."""

    def __init__(self) -> None:
        """Start without any block."""
        self.blocks: list[Block] = []
        self._passages = 0

    def add_section(self, section: Section, layout: Layout) -> None:
        """Add the blocks of the document itself or of one thing attached."""
        self._section = section
        self._outline = OutlineBuilder(section.numbering, part=section.part, name=section.name)
        lines, foot = section.lines, section.foot
        for zone in section.head:
            self._add(zone.kind, _fragments(lines[zone.first : zone.end]))
        body_start = section.head[-1].end if section.head else 0
        self._add_text(lines[body_start : foot.first], layout)
        for zone in foot.zones:
            zone_lines = lines[zone.first : zone.end]
            if zone.first in foot.glued:
                signature, written = split_glued(zone_lines[0].text)
                self._add(BlockKind.SIGNATURE, [Fragment(text=signature, line=zone_lines[0].number)])
                self._add(BlockKind.DATE_OF_WRITING, [Fragment(text=written, line=zone_lines[0].number)])
            else:
                self._add(zone.kind, _fragments(zone_lines))

    def _add(self, kind: BlockKind, fragments: Sequence[Fragment]) -> None:
        """Add a block that is not part of the body."""
        text = join_fragments(fragments)
        self._append(Block(kind=kind, text=text, fragments=tuple(fragments), anchor="", part=self._section.part))

    def _add_text(self, lines: Sequence[PhysicalLine], layout: Layout) -> None:
        """Add running text: paragraphs, and tables where cells stand among the lines."""
        for table, group in groupby(lines, key=lambda line: line.cell.table if line.cell is not None else 0):
            if table:
                self._add_table(tuple(group))
                continue
            for paragraph in join_paragraphs(tuple(group), layout, self._section.numbering):
                self._add_paragraph(paragraph)

    def _add_table(self, lines: Sequence[PhysicalLine]) -> None:
        """Add a table; it belongs to the section that is open."""
        text, fragments, cells = build_table(lines)
        self._outline.text_added()
        self._append(
            Block(
                kind=BlockKind.TABLE,
                text=text,
                fragments=fragments,
                anchor="",
                cells=cells,
                section=self._outline.section,
                part=self._section.part,
            )
        )

    def _add_paragraph(self, lines: Sequence[PhysicalLine]) -> None:
        """Add a paragraph of the body: a heading, a paragraph with a run-in heading, or plain text."""
        fragments = _fragments(lines)
        text = join_fragments(fragments)
        kind, part = self._section.kind, self._section.part
        heading, end = self._find_heading(lines[0], text)
        if heading is not None and not heading.run_in:
            self.blocks.append(
                Block(
                    kind=BlockKind.HEADING if kind is BlockKind.PARAGRAPH else kind,
                    text=text,
                    fragments=tuple(fragments),
                    anchor=heading.anchor,
                    heading=heading,
                    heading_end=end,
                    section=heading.anchor,
                    part=part,
                )
            )
            return
        if heading is None:
            self._outline.text_added()
        self._append(
            Block(
                kind=kind,
                text=text,
                fragments=tuple(fragments),
                anchor="",
                heading=heading,
                heading_end=end,
                section=self._outline.section,
                part=part,
            )
        )

    def _find_heading(self, line: PhysicalLine, text: str) -> tuple[Heading | None, int]:
        """The heading that a paragraph is or opens with, and where it ends."""
        marker = self._section.numbering.match(line, text)
        if marker is None or not non_blank(text[marker.end :]):
            return None, 0
        # 一、 numbers no 项 of an article (立法法 art. 65): it heads what follows, in a text that also has articles.
        item = marker.rank > Rank.FIRST and self._outline.in_article
        end, run_in = find_item_end(text, marker) if item else find_heading_end(text, marker)
        words = normal_form(text[marker.end : end])
        return self._outline.add(marker, words, run_in=run_in), end

    def _append(self, block: Block) -> None:
        self._passages += 1
        anchor = f"p-{self._passages}"
        items = _items(block, anchor) if block.kind is BlockKind.PARAGRAPH else ()
        self.blocks.append(replace(block, anchor=anchor, items=items))


def assemble_blocks(sections: Iterable[Section], layout: Layout) -> tuple[Block, ...]:
    """Build all blocks.

    Guarantees: every character of every line is in exactly one block, in order; anchors are unique.
    """
    builder = BlockBuilder()
    for section in sections:
        builder.add_section(section, layout)
    return tuple(builder.blocks)


def join_fragments(fragments: Sequence[Fragment]) -> str:
    """The text of fragments that were one paragraph before it was cut into lines."""
    pieces: list[str] = []
    last = ""
    for fragment in fragments:
        pieces.append(join(last, fragment.text)[len(last) :])
        last = fragment.text[-1:] or last
    return "".join(pieces)


def _fragments(lines: Iterable[PhysicalLine]) -> list[Fragment]:
    return [Fragment(text=line.text, line=line.number) for line in lines]


def _items(block: Block, anchor: str) -> tuple[Item, ...]:
    found = find_items(block.text)
    ends = [*(start for _, _, start in found[1:]), len(block.text)] if found else []
    return tuple(
        Item(marker=marker, start=start, end=end, anchor=f"{anchor}-{number}")
        for number, ((marker, _, start), end) in enumerate(zip(found, ends, strict=True), start=1)
    )
