"""Traditional to simplified, character by character, for matching only; the table is OpenCC's."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import opencc

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
    }
    return {character: _last(simple, table) for character, simple in table.items() if _last(simple, table) != character}


def _last(character: str, table: dict[str, str]) -> str:
    seen = {character}
    while (following := table.get(character)) is not None and following not in seen:
        seen.add(following)
        character = following
    return character
