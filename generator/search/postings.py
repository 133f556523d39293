"""Leaves -> postings: which key stands in which place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generator.search.leaves import Leaf
from generator.search.symbols import Symbols, bridge_keys, hashes, number_keys, punctuation_table, symbol_texts

Postings = npt.NDArray[np.uint64]


def postings_of(batch: Sequence[Leaf], first_leaf: int, first_passage: int) -> Postings:
    """All postings of some leaves.

    Args:
        batch: leaves in order; a hundred at a time is good, the table of single symbols takes 64 KB for each.
        first_leaf: number of the first leaf in the segment.
        first_passage: number of its first passage.

    Returns:
        ``hash << 32 | place << 1 | in_heading``, unordered, some repeated.  A place is the number of a passage for a
        fine key, of a leaf for a coarse one.
    """
    entries = [entry for leaf in batch for entry in leaf.entries]
    texts = symbol_texts([(entry.text, entry.heading_end) for entry in entries])
    text, lengths = texts.symbols, np.diff(texts.ends, prepend=-1)
    starts = texts.ends - lengths + 1
    in_heading = np.arange(len(text)) < np.repeat(starts + texts.heading_ends, lengths)
    numbers = np.arange(len(entries), dtype=np.uint64)
    leaf_of = np.repeat(np.arange(len(batch)), [len(leaf.entries) for leaf in batch])
    passages = np.repeat(numbers + np.uint64(first_passage), lengths)
    leaves = np.repeat(leaf_of, lengths)
    leaf_numbers = leaves.astype(np.uint64) + np.uint64(first_leaf)
    return np.concatenate(
        (
            _pairs(text, in_heading, passages, leaf_numbers),
            _numbers(text, in_heading, passages),
            _bridges(text, in_heading, leaf_numbers),
            _singles(text, in_heading, leaves, len(batch), first_leaf),
        )
    )


def _pairs(text: Symbols, in_heading: npt.NDArray[np.bool_], passages: Postings, leaves: Postings) -> Postings:
    first, second = text[:-1], text[1:]
    is_mark = punctuation_table()[text]
    is_coarse = is_mark[:-1] | is_mark[1:]
    places = np.where(is_coarse, leaves[1:], passages[1:])
    keys = hashes(first << np.uint32(16) | second).astype(np.uint64)
    postings = keys << np.uint64(32) | places << np.uint64(1) | in_heading[1:]
    kept: Postings = postings[(first != 0) & (second != 0)]
    return kept


def _numbers(text: Symbols, in_heading: npt.NDArray[np.bool_], passages: Postings) -> Postings:
    keys, at = number_keys(text)
    marked: Postings = in_heading[at].astype(np.uint64)
    return hashes(keys).astype(np.uint64) << np.uint64(32) | passages[at] << np.uint64(1) | marked


def _bridges(text: Symbols, in_heading: npt.NDArray[np.bool_], leaves: Postings) -> Postings:
    plain = np.flatnonzero(~punctuation_table()[text])
    before, after = plain[:-1], plain[1:]
    kept = (after > before + 1) & (text[before] != 0) & (text[after] != 0)
    before, after = before[kept], after[kept]
    keys = hashes(bridge_keys(text[before], text[after])).astype(np.uint64)
    postings: Postings = keys << np.uint64(32) | leaves[after] << np.uint64(1) | in_heading[after]
    return postings


def _singles(
    text: Symbols,
    in_heading: npt.NDArray[np.bool_],
    leaves: npt.NDArray[np.int64],
    number: int,
    first_leaf: int,
) -> Postings:
    seen = np.zeros((2, number, 0x10000), dtype=np.bool_)
    seen[0, leaves, text] = True
    seen[1, leaves[in_heading], text[in_heading]] = True
    seen[:, :, 0] = False
    found, marked = (np.flatnonzero(table.ravel()).astype(np.uint64) for table in seen)
    return np.concatenate((_single_postings(found, first_leaf), _single_postings(marked, first_leaf) | np.uint64(1)))


def _single_postings(found: Postings, first_leaf: int) -> Postings:
    places = (found >> np.uint64(16)) + np.uint64(first_leaf)
    keys = hashes((found & np.uint64(0xFFFF)).astype(np.uint32) << np.uint32(16)).astype(np.uint64)
    return keys << np.uint64(32) | places << np.uint64(1)
