"""Indicator words in a text, so that a page can mark them."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A piece of text, and whether it is an indicator word.
Piece = tuple[str, bool]


def mark_words(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """Cut a text at the words that stand in it.

    Args:
        text: what a page shows.
        words: as matched, without blanks; of two that overlap the longer one is marked.

    Returns:
        Pieces that make up the text, none empty.
    """
    wanted = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    if not wanted:
        return ((text, False),) if text else ()
    # With one group, every second piece is a word.
    pieces = re.split(f"({'|'.join(map(re.escape, wanted))})", text)
    return tuple((piece, bool(number % 2)) for number, piece in enumerate(pieces) if piece)
