"""The form in which texts and queries are compared; what is shown is always the text as published.

NFKC, case folded, white space, control and zero-width characters dropped, traditional to simplified by character.  The
reading side (``normalise.js``) does the same; a test compares the two on every character.  To give both the same
result whatever their libraries do with whole strings, the rules are applied to one cluster (a character and the
combining marks after it) at a time.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from generator.search.simplified import simplified_characters

DROPPED: Final = (
    "\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_DROPPED: Final = re.compile(f"[{DROPPED}]")
_COMBINES: Final = "\uffff"  # a non-character: stands for "this text needs the slow way"


def normalise(text: str) -> str:
    """The form of a text for matching; holds no white space, no control character and no U+0000.

    Args:
        text: any text.

    Returns:
        Its normal form, possibly empty.
    """
    quick = text.translate(_table())
    return _by_clusters(text) if _COMBINES in quick else quick


def combines(character: str) -> bool:
    """True for what may compose with the character before it: marks, Hangul vowels and finals, voiced sound marks."""
    return (
        unicodedata.category(character).startswith("M")
        or "\u1160" <= character <= "\u11ff"
        or character in "\uff9e\uff9f"
    )


@lru_cache(maxsize=1)
def _table() -> _Table:
    return _Table()


class _Table(dict[int, str]):
    """Code point -> its normal form, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        form = _COMBINES if character == _COMBINES or combines(character) else _form(character)
        self[code] = form
        return form


def _by_clusters(text: str) -> str:
    clusters: list[str] = []
    for character in text:
        if clusters and combines(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return "".join(map(_form, clusters))


def _form(cluster: str) -> str:
    table = simplified_characters()
    folded = (
        character.upper().lower()
        for character in unicodedata.normalize("NFKC", cluster)
        if not _DROPPED.match(character)
    )
    return "".join(table.get(character, character) for part in folded for character in part)
