"""Lists of places: what is written is what is read, and never longer than a bitmap."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.search.bits import varints
from generator.search.lists import decode_list, encode_lists

PLACES = st.dictionaries(st.integers(0, 2**31 - 1) | st.integers(0, 300), st.booleans(), min_size=1, max_size=60)


@given(st.dictionaries(st.integers(0, 2**32 - 1), PLACES, max_size=8), st.randoms(use_true_random=False))
def test_round_trip(wanted: dict[int, dict[int, bool]], random) -> None:
    postings = [key << 32 | place << 1 for key, places in wanted.items() for place in places]
    postings += [key << 32 | place << 1 | 1 for key, places in wanted.items() for place, head in places.items() if head]
    random.shuffle(postings)
    lists = encode_lists(np.array(postings, dtype=np.uint64))
    assert lists.hashes.tolist() == sorted(wanted)
    at = 0
    for key, count, heads, size in zip(
        lists.hashes.tolist(), lists.counts.tolist(), lists.heads.tolist(), lists.sizes.tolist(), strict=True
    ):
        places, in_headings = decode_list(lists.code[at : at + size].tobytes(), count, heads)
        assert places == sorted(wanted[key])
        assert in_headings == sorted(place for place, head in wanted[key].items() if head)
        at += size
    assert at == len(lists.code)


@given(st.sets(st.integers(0, 5000), min_size=1, max_size=3000))
def test_never_longer_than_a_bitmap_or_varints(places: set[int]) -> None:
    lists = encode_lists(np.array([7 << 32 | place << 1 for place in places], dtype=np.uint64))
    bitmap = max(places) // 8 + 1
    assert len(lists.code) <= bitmap + 2
    numbers = sorted(places)
    gaps = [after - before for before, after in zip([-1, *numbers], numbers, strict=False)]
    assert len(lists.code) <= sum(1 if gap < 128 else 2 for gap in gaps) * 1.2 + 2


def test_a_list_of_all_places_is_a_bitmap_of_ones() -> None:
    lists = encode_lists(np.arange(80, dtype=np.uint64) << np.uint64(1))
    assert len(lists.code) == 11
    assert lists.code[1:10].tolist() == [255] * 9


def test_nothing_gives_nothing() -> None:
    lists = encode_lists(np.array([], dtype=np.uint64))
    assert (len(lists.hashes), len(lists.code)) == (0, 0)


def test_varints() -> None:
    code, lengths = varints(np.array([0, 127, 128, 16383, 16384, 2**40]))
    assert code.tolist()[:4] == [0, 127, 128, 1]
    assert lengths.tolist() == [1, 1, 2, 2, 3, 6]
