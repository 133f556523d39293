"""Texts on disk: read back as they were, shorter for what reports share."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.leaves import leaves
from generator.search.model import SearchReport
from generator.search.texts import Packer, make_dictionary, unpack

SHARED = [
    f"坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻第{number}次会议精神，认真落实。" for number in range(40)
]


@given(st.text(alphabet=st.characters()), st.sampled_from([b"", make_dictionary(SHARED)]))
def test_round_trip(text: str, dictionary: bytes) -> None:
    assert unpack(Packer(dictionary).pack(text), dictionary) == text


def test_one_packer_makes_the_same_of_the_same() -> None:
    packer = Packer(make_dictionary(SHARED))
    assert packer.pack("甲乙丙") == packer.pack("甲乙丙")


def test_what_is_shared_costs_little() -> None:
    dictionary = make_dictionary(SHARED)
    assert 0 < len(dictionary) <= 32_000
    assert len(Packer(dictionary).pack(SHARED[3])) < len(Packer(b"").pack(SHARED[3])) / 2


def test_the_reading_side_sees_one_zlib_stream() -> None:
    dictionary = make_dictionary(SHARED)
    size = len(dictionary)
    opening = bytes([0x78, 0x9C, 0]) + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little") + dictionary
    whole = zlib.decompress(opening + Packer(dictionary).pack("法治政府"))
    assert whole[size:].decode("utf-16-le") == "法治政府"


def test_damage_is_noticed() -> None:
    content = bytearray(Packer(b"").pack(SHARED[0] * 5))
    content[-1] ^= 1
    with pytest.raises(zlib.error):
        unpack(bytes(content), b"")


def test_dictionary_of_nothing_shared_holds_no_text() -> None:
    assert make_dictionary(["甲乙丙丁。", "戊己庚辛。"]) == make_dictionary([])
    assert "甲" not in make_dictionary(["甲乙丙丁。", "戊己庚辛。"]).decode("utf-16-le")


def test_what_frames_a_text_costs_little() -> None:
    """The names of the fields stand in every text; with the dictionary they are pointed back to."""
    report = SearchReport(report_id="a/1", uri="reports/a/1/", title="甲", agency="乙", year=2021, date="2022-01-01")
    (leaf,) = leaves(report)
    assert len(Packer(make_dictionary([])).pack(leaf.text)) < len(Packer(b"").pack(leaf.text)) * 0.65
