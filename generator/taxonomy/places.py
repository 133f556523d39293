"""Where in the source a word of a paragraph stands."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.document import Block
from generator.parser.characters import non_blank


def line_of(word: str, blocks: Sequence[Block]) -> int:
    """The source line in which the word first begins.

    Args:
        word: without blanks; it may be cut by a line end in the source.
        blocks: where to look, in order.

    Returns:
        1-based line; the first line of the first block where the word is in none of them.
    """
    for block in blocks:
        joined, starts = "", []
        for fragment in block.fragments:
            starts.append((len(joined), fragment.line))
            joined += non_blank(fragment.text)
        offset = joined.find(word)
        if offset >= 0:
            return next(line for start, line in reversed(starts) if start <= offset)
    return blocks[0].fragments[0].line
