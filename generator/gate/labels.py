"""What stands right before a number: a label says whose number it is."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.gate.scan_copy import BLOCK_BREAK, CELL_BREAK, ScanCopy

_REACH = 16
_STOP = re.compile(rf"[。;,{BLOCK_BREAK}]")


@lru_cache(maxsize=32)
def alternatives(words: tuple[str, ...]) -> str:
    """A regular expression for any of the words, the longest first, with up to four blanks between characters."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join("[ \n]{0,4}".join(re.escape(char) for char in word) for word in ordered)


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternatives(words), re.IGNORECASE)


def labelled(copy: ScanCopy, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands shortly before ``start``: in the same clause, or in the cell right before."""
    near = CELL_BREAK.join(copy.text[max(0, start - _REACH) : start].split(CELL_BREAK)[-2:])
    stops = list(_STOP.finditer(near))
    return _pattern(words).search(near, stops[-1].end() if stops else 0) is not None
