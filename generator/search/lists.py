"""Postings -> lists: for every key the places that hold it, coded as short as a bitmap or shorter.

The code of one list, bits counted from the lowest of each byte, padded to whole bytes::

    shift: 5 bits | one number a place: gap >> shift in unary (zeros, then a one) | the low bits of the gaps
    and, where some of the places hold the key in a title or heading, the same again for their ordinals in the list

A gap is the distance to the place before, less one.  With shift 0 this is a bitmap; otherwise a Rice code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from generator.search.bits import Groups, Ints, groups, put

_SHIFT_BITS: Final = 5


@dataclass(frozen=True, slots=True)
class Lists:
    """Coded lists in the order of their hashes.

    Attributes:
        hashes: of the keys, strictly rising.
        counts: places in each list.
        heads: how many of them are in titles or headings.
        sizes: bytes of each list.
        code: all lists, one after the other.
    """

    hashes: Ints
    counts: Ints
    heads: Ints
    sizes: Ints
    code: npt.NDArray[np.uint8]


def encode_lists(postings: npt.NDArray[np.uint64]) -> Lists:
    """Sort postings and code them.

    Args:
        postings: ``hash << 32 | place << 1 | in_heading``, in any order, repeated ones allowed; is sorted in place.

    Returns:
        One list for every hash.
    """
    postings.sort()
    # Of equal places the last one is kept: it carries the mark if any of them does.
    is_last = np.ones(len(postings), dtype=np.bool_)
    is_last[:-1] = postings[1:] >> np.uint64(1) != postings[:-1] >> np.uint64(1)
    kept = postings[is_last]
    hashes = (kept >> np.uint64(32)).astype(np.int64)
    places = (kept >> np.uint64(1)).astype(np.int64) & 0x7FFFFFFF
    marked = (kept & np.uint64(1)).astype(np.int64)
    starts = np.flatnonzero(np.diff(hashes, prepend=-1))
    counts = np.diff(np.append(starts, len(hashes)))
    ordinals = np.arange(len(hashes)) - np.repeat(starts, counts)
    heads = np.add.reduceat(marked, starts) if len(starts) else starts
    sizes, code = _code(groups(places, counts), groups(ordinals[marked == 1], heads))
    return Lists(hashes[starts], counts, heads, sizes, code)


def _code(places: Groups, heads: Groups) -> tuple[Ints, npt.NDArray[np.uint8]]:
    first = places.bits + _SHIFT_BITS
    second = np.where(heads.sizes > 0, heads.bits + _SHIFT_BITS, 0)
    sizes = (first + second + 7) // 8
    at = (np.cumsum(sizes) - sizes) * 8
    words = np.zeros(int(sizes.sum()) // 8 + 2, dtype=np.uint64)
    put(words, at, places.shifts.astype(np.uint64))
    places.write(words, at + _SHIFT_BITS)
    second_at = (at + first)[heads.sizes > 0]
    put(words, second_at, heads.shifts[heads.sizes > 0].astype(np.uint64))
    heads.write(words, at + first + _SHIFT_BITS)
    return sizes, words.astype("<u8").view(np.uint8)[: int(sizes.sum())]


def decode_list(code: bytes, count: int, heads: int) -> tuple[list[int], list[int]]:
    """Read one list; slow, for tests and for looking into an index.

    Args:
        code: the list's bytes.
        count: its places.
        heads: those of them in titles or headings.

    Returns:
        The places, and the places in titles or headings.
    """
    bits = int.from_bytes(code, "little")
    places, at = _decode_run(bits, 0, count)
    ordinals, _ = _decode_run(bits, at, heads) if heads else ([], at)
    return places, [places[ordinal] for ordinal in ordinals]


def _decode_run(bits: int, at: int, count: int) -> tuple[list[int], int]:
    shift, at = bits >> at & 31, at + _SHIFT_BITS
    highs = []
    for _ in range(count):
        rest = bits >> at
        zeros = (rest & -rest).bit_length() - 1
        highs.append(zeros)
        at += zeros + 1
    numbers, last = [], -1
    for high in highs:
        last += 1 + (high << shift | (bits >> at & ((1 << shift) - 1)))
        at += shift
        numbers.append(last)
    return numbers, at
