"""Normal texts as numbers: symbols of 16 bits, keys for single symbols and pairs, and their hashes.

A key is one of

- a pair of neighbours, ``first << 16 | second``;
- a single symbol, ``symbol << 16``;
- a *number*: four digits in a row, as ``number_keys`` gives it;
- a *bridge*: two symbols with nothing but punctuation between them, as ``bridge_keys`` gives it.

Numbers, and pairs without a mark of punctuation, are *fine*: their lists name passages.  All other keys are *coarse*:
their lists name leaves (a report or a part of one), which takes half the bytes for what is seldom searched alone.
Bridges are for queries such as 法，推: its two pairs stand in most reports, but seldom side by side.  Numbers are for
years: the pairs of 2020 stand wherever 2021 or 2012 does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from generator.search.normalise import combines, normalise
from generator.search.simplified import simplified_characters

Symbols = npt.NDArray[np.uint32]
Ints = npt.NDArray[np.int64]

# As they stand in a normal text: NFKC has made most full-width marks half-width.
PUNCTUATION: Final = "!\"#%&'()*+,-./:;<=>?@[\\]^_`{|}~。、“”‘’《》〈〉【】〔〕「」『』—–…·"
_NUMBER_DIGITS: Final = 4
_NUMBERS: Final = np.uint32(17 << 16)  # as bridges, below what a text can hold, and behind these
_MULTIPLIER: Final = np.uint32(0x9E3779B1)  # odd: the hash is one to one
_PLANE: Final = 0x10000
_ASTRAL: Final = 0xD800  # surrogates do not occur in normal texts: astral characters share their 2,048 places
_PLAIN: Final = ((0x3400, 0xA000), (0xAC00, 0xD7A4), (0xE000, 0xF900))  # only tables of ours change any of these
_DROPPED: Final = 0xFFFFFFFE
_SLOW: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class SymbolTexts:
    """Normal texts as symbols.

    Attributes:
        symbols: of all texts, each followed by 0.
        ends: where these zeros are.
        heading_ends: for each text, how many of its first symbols are title or heading.
    """

    symbols: Symbols
    ends: Ints
    heading_ends: Ints


def symbols(normal: str) -> Symbols:
    """One symbol a character."""
    codes = _codes(normal)
    return np.where(codes >= _PLANE, _ASTRAL | (codes & 0x7FF), codes).astype(np.uint32)


def symbol_texts(texts: Sequence[tuple[str, int]]) -> SymbolTexts:
    """Normalise texts as ``normalise`` does, ten times as fast for what official texts consist of.

    Args:
        texts: each with the number of its first characters that are title or heading.
    """
    # U+0000 would be taken for the end of a text; like the blank it is dropped.
    codes = _codes("".join(text.replace("\0", " ") + "\0" for text, _ in texts))
    values = _table()[np.minimum(codes, _PLANE)]
    starts = np.append(0, np.flatnonzero(codes == 0)[:-1] + 1)
    is_kept = values != _DROPPED
    before = np.append(0, np.cumsum(is_kept))
    headings = before[starts + [heading for _, heading in texts]] - before[starts]
    found = values[is_kept]
    pieces, done = [], 0
    edges = before[np.append(starts, len(codes))]
    # A text with a character that becomes several, or combines with others, takes the slow way.
    for index in np.flatnonzero(np.add.reduceat(values == _SLOW, starts)).tolist():
        text, heading = texts[index]
        pieces += [found[done : edges[index]], symbols(normalise(text)), np.zeros(1, dtype=np.uint32)]
        done = edges[index + 1]
        headings[index] = len(normalise(text[:heading]))
    joined = np.concatenate((*pieces, found[done:]))
    return SymbolTexts(joined, np.flatnonzero(joined == 0), headings)


def hashes(keys: Symbols) -> Symbols:
    """The hash of each key; chunks and their contents are in its order."""
    return keys * _MULTIPLIER


def bridge_keys(firsts: Symbols, seconds: Symbols) -> Symbols:
    """Keys of bridges: below the first symbol that a text can hold, so that no other key is among them.

    Several bridges share a key, which does no harm: what coarse lists give is always looked up in the text.
    """
    mixed = hashes(firsts << np.uint32(16) | seconds)
    return (np.uint32(1) + (mixed >> np.uint32(28))) << np.uint32(16) | (mixed >> np.uint32(12) & np.uint32(0xFFFF))


def number_keys(text: Symbols) -> tuple[Symbols, Ints]:
    """Keys of all places with four digits in a row; in a longer row each four of them.

    Returns:
        The keys, and for each the place of its last digit.
    """
    digits = text - np.uint32(ord("0"))  # what is none is a large number
    is_digit = digits < 10
    ends = np.arange(_NUMBER_DIGITS - 1, len(text), dtype=np.int64)
    for back in range(_NUMBER_DIGITS):
        ends = ends[is_digit[ends - back]]
    keys = np.full(len(ends), _NUMBERS, dtype=np.uint32)
    for back in range(_NUMBER_DIGITS):
        keys += digits[ends - back] * np.uint32(10**back)
    return keys, ends


@lru_cache(maxsize=1)
def punctuation_table() -> npt.NDArray[np.bool_]:
    """Symbol -> whether pairs with it are coarse."""
    table = np.zeros(_PLANE, dtype=np.bool_)
    table[[ord(character) for character in PUNCTUATION]] = True
    return table


@lru_cache(maxsize=1)
def _table() -> Symbols:
    """Code point -> symbol, for characters that become one character or none whatever stands beside them."""
    table = np.full(_PLANE + 1, _SLOW, dtype=np.uint32)
    plain = frozenset(code for span in _PLAIN for code in range(*span))
    for span in _PLAIN:
        table[slice(*span)] = range(*span)
    for character, simple in simplified_characters().items():
        if max(character, simple) < chr(_PLANE):
            table[ord(character)] = ord(simple)
        elif character < chr(_PLANE):
            table[ord(character)] = _SLOW
    for code in range(1, _PLANE):
        if code in plain:
            continue
        form = normalise(chr(code))
        if len(form) <= 1 and not combines(chr(code)) and form < chr(_PLANE):
            table[code] = ord(form) if form else _DROPPED
    table[0] = 0
    return table


def _codes(text: str) -> Symbols:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint32)
