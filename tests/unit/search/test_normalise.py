"""The form in which texts are compared, and the quick way to it."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.normalise import normalise
from generator.search.simplified import simplified_characters
from generator.search.symbols import symbol_texts, symbols


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("法治 政府\u3000建设", "法治政府建设"),
        ("２０２１年，ＡＢＣ", "2021年,abc"),
        ("進一步增強", "进一步增强"),
        ("乾隆", "干隆"),
        ("零\u200b宽\ufeff度\u00ad", "零宽度"),
        ("㎡ Ⅳ ① ﬁ ⻳ ⾨ ⾏ 豈", "m2iv1fi龟门行岂"),
        ("Straße ΣΑΣ", "strasseσασ"),
        ("e\u0301É", "éé"),
        ("……", "......"),
        ("𠮷野家", "𠮷野家"),
        ("葛\U000e0100城", "葛城"),
        ("", ""),
        (" \n\t", ""),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert normalise(text) == normal


@given(st.text())
def test_no_blank_and_no_control_is_left_and_twice_is_as_once_but_for_marks(text: str) -> None:
    normal = normalise(text)
    assert "\0" not in normal
    assert not any(
        unicodedata.category(character) in {"Zs", "Cc", "Cf"} and character <= "\uffff" and character.isspace()
        for character in normal
    )


def test_table_is_closed_and_of_single_characters() -> None:
    table = simplified_characters()
    assert len(table) > 3000
    assert not table.keys() & set(table.values())
    assert all(len(key) == len(value) == 1 for key, value in table.items())
    assert {table["國"], table["務"], table["檢"]} == {"国", "务", "检"}


def test_characters_that_stand_for_a_simplified_one_in_some_words_are_folded_too() -> None:
    """人民對我市的瞭解 found nothing: OpenCC converts 瞭解 by the word, and 瞭 alone not at all."""
    for traditional, simplified in (
        ("人民對我市的瞭解", "人民对我市的了解"),
        ("憑藉", "凭借"),
        ("衞生", "卫生"),
        ("復甦", "复苏"),
        ("敍述", "叙述"),
    ):
        assert normalise(traditional) == normalise(simplified)
    assert normalise("覆盖") != normalise("复盖")


def test_quick_way_gives_the_same_for_every_character() -> None:
    ideographs = [*range(0x3400, 0xD7A0, 13), *simplified_codes()]
    codes = [*range(1, 0x3400), *ideographs, *range(0xD7A0, 0x10000), *range(0x10000, sys.maxunicode + 1, 101)]
    texts = [("法" + chr(code) + "治", 2) for code in codes]
    found = symbol_texts(texts)
    starts = [0, *(found.ends[:-1] + 1).tolist()]
    for (text, heading), start, end, heading_end in zip(
        texts, starts, found.ends.tolist(), found.heading_ends.tolist(), strict=True
    ):
        assert found.symbols[start:end].tolist() == symbols(normalise(text)).tolist(), hex(ord(text[1]))
        assert heading_end == len(normalise(text[:heading]))


def simplified_codes() -> list[int]:
    return [ord(character) for character in simplified_characters()]


@given(
    st.lists(
        st.text(alphabet=st.one_of(st.characters(), st.sampled_from("法治，。…㎡①e\u0301\0 "))), min_size=1, max_size=8
    )
)
def test_quick_way_gives_the_same_for_any_texts(texts: list[str]) -> None:
    found = symbol_texts([(text, len(text) // 2) for text in texts])
    expected: list[int] = []
    for text in texts:
        expected += [*symbols(normalise(text)).tolist(), 0]
    assert found.symbols.tolist() == expected
    assert found.heading_ends.tolist() == [len(normalise(text[: len(text) // 2])) for text in texts]
