"""Indicator words in a text, marked for the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from generator.pages.escape import markdown_text


def mark_words(text: str, words: Sequence[str]) -> Markup:
    """The text, escaped, with every word that stands in it in a ``<mark>``.

    Made here and not in a template: a page shows hundreds of marks, and each printed piece costs a call there.

    Args:
        text: what a page shows.
        words: as matched, without blanks; of two that overlap the longer one is marked.
    """
    wanted = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    if not wanted:
        return Markup(markdown_text(text))  # noqa: S704 - escaped
    # With one group, every second piece is a word.
    pieces = re.split(f"({'|'.join(map(re.escape, wanted))})", text)
    marked = [
        f"<mark>{markdown_text(piece)}</mark>" if number % 2 else markdown_text(piece)
        for number, piece in enumerate(pieces)
    ]
    return Markup("".join(marked))  # noqa: S704 - escaped piece by piece
