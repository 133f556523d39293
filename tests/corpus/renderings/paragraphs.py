"""A report as a typist has it before him: its paragraphs in order, each with its part of the document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.model.document import Block, BlockKind, Document, Heading
from generator.parser.parse import parse_document
from generator.readers import read_source
from tests.corpus.gold_readings import source_path

CENTRED = frozenset({BlockKind.TITLE, BlockKind.HEAD_NOTE, BlockKind.ISSUER_MARK})
RIGHT = frozenset({BlockKind.SIGNATURE, BlockKind.DATE_OF_WRITING})
FLUSH = frozenset({BlockKind.ADDRESSEES, BlockKind.COPY_TO, BlockKind.PRINTING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One paragraph; ``heading`` where it opens with a printed number."""

    kind: BlockKind
    text: str
    heading: Heading | None

    @property
    def placing(self) -> str:
        """``centre``, ``right``, ``flush`` or ``indented`` (GB/T 9704-2012 7.3)."""
        if self.kind in CENTRED:
            return "centre"
        if self.kind in RIGHT:
            return "right"
        return "flush" if self.kind in FLUSH else "indented"

    @property
    def without_marker(self) -> str:
        """The text behind the printed number, for formats that count by themselves."""
        if self.heading is None:
            return self.text
        marker = self.heading.marker
        position = 0
        for character in marker:
            position = self.text.index(character, position) + 1
        return self.text[position:].lstrip()


@cache
def text_reading(name: str) -> Document:
    """What the reading of the disclosed text file gives: the truth that every other format is held against."""
    return parse_document(read_source(source_path(name)).text).value


def paragraphs(name: str) -> tuple[Typed, ...]:
    """The paragraphs of one of the five reports."""
    return tuple(_typed(block) for block in text_reading(name).blocks)


def _typed(block: Block) -> Typed:
    return Typed(kind=block.kind, text=block.text, heading=block.heading)
