"""The lowest numbered units of a document: what themes and roles are given to and what links lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.document import Block, BlockKind, Document, Heading

_CLOSING_LEAD = re.compile(
    r"\s*(?:一年来|总之|总体|综上|下一步|下一阶段|今后|接下来|展望|(?:20\d\d|新的一|明)年|虽然|尽管|但是?[，,]|同时[，,]还?存在|存在)"
)
_BODY = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TABLE})
_LEAD_SENTENCE = re.compile(r"[^，。；：]{4,30}。(?=.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextUnit:
    """A unit before themes are given to it.

    Attributes:
        label: ``一（二）1``, ``六 二是``, ``前言``, ``结语``.
        anchor: where it begins on the page.
        heading: its heading's text, or empty.
        text: the whole text.
        blocks: the blocks it covers.
        themed: False for prefaces and lead paragraphs, which speak of everything.
        part_of: label of the unit that this item belongs to, or empty.
        chain: the headings above it and its own, from the top.
    """

    label: str
    anchor: str
    heading: str
    text: str
    blocks: tuple[Block, ...]
    themed: bool
    part_of: str = ""
    chain: tuple[Heading, ...] = ()


def find_units(document: Document) -> tuple[TextUnit, ...]:
    """Cut the body into units, in text order; an item follows the unit that it is part of.

    A table counts as text of the section that it stands in.
    """
    body = [block for block in document.blocks if block.kind in _BODY]
    headings = [block.heading for block in body if block.heading is not None]
    chains = _chains(headings)
    parents = {chain[-2].anchor for chain in chains.values() if len(chain) > 1}
    units: list[TextUnit] = []
    for section, blocks in _runs(body):
        chain = chains.get(section, ())
        if not chain:
            units.extend(_unsectioned(blocks, alone=not headings))
        elif section in parents:
            units.extend(_lead_paragraphs(blocks, chain))
        else:
            last = bool(headings) and headings[-1].anchor == section
            units.extend(_leaf(blocks, chain, last=last))
    return tuple(units)


def _chains(headings: Sequence[Heading]) -> dict[str, tuple[Heading, ...]]:
    """Anchor -> the headings from the top down to this one."""
    chains: dict[str, tuple[Heading, ...]] = {}
    opened: list[Heading] = []
    for heading in headings:
        opened = [*(one for one in opened if one.level < heading.level), heading]
        chains[heading.anchor] = tuple(opened)
    return chains


def _runs(body: Sequence[Block]) -> Iterator[tuple[str, list[Block]]]:
    run: list[Block] = []
    for block in body:
        if run and run[-1].section != block.section:
            yield run[0].section, run
            run = []
        run.append(block)
    if run:
        yield run[0].section, run


def _unsectioned(blocks: Sequence[Block], *, alone: bool) -> Iterator[TextUnit]:
    """Paragraphs above the first heading; without any heading each paragraph stands for itself, tables apart."""
    paragraphs, tables = 0, 0
    for block in blocks:
        is_table = block.kind is BlockKind.TABLE
        paragraphs, tables = paragraphs + (not is_table), tables + is_table
        label = (f"表格{tables}" if is_table else f"第{paragraphs}段") if alone else "前言"
        themed = alone and not is_table and paragraphs > 1
        yield TextUnit(label=label, anchor=block.anchor, heading="", text=block.text, blocks=(block,), themed=themed)


def _lead_paragraphs(blocks: Sequence[Block], chain: tuple[Heading, ...]) -> Iterator[TextUnit]:
    """Paragraphs between a heading and its first sub-heading; one that opens with a heading-like sentence is a unit."""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            continue
        text = block.text[block.heading_end :]
        yield TextUnit(
            label=chain[-1].label,
            anchor=block.anchor,
            heading="",
            text=text,
            blocks=(block,),
            themed=block.kind is BlockKind.PARAGRAPH and bool(_LEAD_SENTENCE.match(text)),
            chain=chain,
        )


def _leaf(blocks: Sequence[Block], chain: tuple[Heading, ...], *, last: bool) -> Iterator[TextUnit]:
    own = list(blocks)
    closing: list[Block] = []
    if last and chain[-1].level == 1 and chain[-1].run_in:
        while len(own) > 1 and _closes(own[-1]):
            closing.insert(0, own.pop())
    label = chain[-1].label
    yield TextUnit(
        label=label,
        anchor=chain[-1].anchor,
        heading=chain[-1].text,
        text="\n".join(block.text for block in own),
        blocks=tuple(own),
        themed=True,
        chain=chain,
    )
    yield from _items(own, chain)
    for block in closing:
        yield TextUnit(label="结语", anchor=block.anchor, heading="", text=block.text, blocks=(block,), themed=False)


def _closes(block: Block) -> bool:
    plain = block.kind is BlockKind.PARAGRAPH and not block.items and block.heading is None
    return plain and _CLOSING_LEAD.match(block.text) is not None


def _items(blocks: Sequence[Block], chain: tuple[Heading, ...]) -> Iterator[TextUnit]:
    items = [(block, item) for block in blocks for item in block.items]
    if len(items) < 2:
        return
    for block, item in items:
        yield TextUnit(
            label=f"{chain[-1].label} {item.marker}",
            anchor=item.anchor,
            heading="",
            text=block.text[item.start : item.end],
            blocks=(block,),
            themed=True,
            part_of=chain[-1].label,
            chain=chain,
        )
