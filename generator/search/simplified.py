"""Traditional to simplified, character by character, for matching only; the table is OpenCC's."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
import opencc

from generator.search.bits import varints

_BYTES_OF_IDEOGRAPHS: Final = 2
# Written for a simplified character in some words alone (瞭解 is 了解, 瞭望 stays): OpenCC's table of characters
# leaves them out.  In simplified texts they are too rare to bring up wrong passages; 覆 (答覆) and 著 (隨著) are not,
# because of 覆盖 and 显著.
_IN_SOME_WORDS: Final = dict(zip("瞭藉彷甦衞敍枱伕揹暱簷痺", "了借仿苏卫叙台夫背昵檐痹", strict=True))
# CJK ideographs with their extensions; compatibility ideographs are gone after NFKC.
_IDEOGRAPHS: Final = ((0x3400, 0xA000), (0x20000, 0x32400))


@lru_cache(maxsize=1)
def simplified_characters() -> dict[str, str]:
    """The table: traditional character -> simplified one, each a single character.

    It is closed: no value is a key, so that applying it twice changes nothing.
    """
    characters = [chr(code) for first, end in _IDEOGRAPHS for code in range(first, end)]
    # One to a line: phrases, which OpenCC converts by sense, do not arise.
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {
        character: simple
        for character, simple in zip(characters, converted, strict=True)
        if character != simple and len(simple) == 1
    } | _IN_SOME_WORDS
    return {character: _last(simple, table) for character, simple in table.items() if _last(simple, table) != character}


def _last(character: str, table: dict[str, str]) -> str:
    seen = {character}
    while (following := table.get(character)) is not None and following not in seen:
        seen.add(following)
        character = following
    return character


def simplified_table() -> bytes:
    """The table for the reading side.

    Returns:
        Varints: how many pairs; for each, in the order of the traditional characters, how much further that one stands
        than the one before (in code points); for each how far its simplified one stands from it, twice, and less one
        where that is backwards.
    """
    pairs = sorted((ord(key), ord(value)) for key, value in simplified_characters().items())
    keys = np.array([key for key, _ in pairs], dtype=np.int64)
    away = np.array([value - key for key, value in pairs], dtype=np.int64)
    folded = np.where(away < 0, -2 * away - 1, 2 * away)
    return varints(np.concatenate(([len(pairs)], np.diff(keys, prepend=0), folded)))[0].tobytes()


def common_traditional() -> str:
    """Characters of the table that GB 2312 holds too.

    The reading side need not load the table for a query that holds characters of GB 2312 alone and none of these.
    """
    return "".join(character for character in sorted(simplified_characters()) if _is_common(character))


def _is_common(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == _BYTES_OF_IDEOGRAPHS
    except UnicodeEncodeError:
        return False
