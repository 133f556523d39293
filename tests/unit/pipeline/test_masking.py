"""Masked characters are gone from everything that is made of the document."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.report import Mask
from generator.pages.read_back import official_characters
from generator.pipeline.masking import without_masks
from tests.unit.taxonomy.documents import document

BODY = "一、做法。一是学习，联系人张某。二是执法，电话1234567。\n某局\n2024年1月1日\n（联系人：李某 电话：7654321）\n"


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_the_masked_document_has_the_official_characters(data: st.DataObject) -> None:
    plain = document(BODY)
    masks: list[Mask] = []
    for block in plain.blocks:
        places = sorted(data.draw(st.lists(st.integers(0, len(block.text)), max_size=4, unique=True)))
        for start, end in zip(places[::2], places[1::2], strict=False):
            masks.append(Mask(kind="contact-name", anchor=block.anchor, start=start, end=end, line=1))
    masked = without_masks(plain, masks)
    assert "".join("".join(block.text.split()) for block in masked.blocks) == official_characters(plain, tuple(masks))
    assert [block.anchor for block in masked.blocks] == [block.anchor for block in plain.blocks]
    for before, after in zip(plain.blocks, masked.blocks, strict=True):
        kept = [mask for mask in masks if mask.anchor == before.anchor]
        gone = {offset for mask in kept for offset in range(mask.start, mask.end)}
        for old, new in zip(before.items, after.items, strict=True):
            text = "".join(before.text[offset] for offset in range(old.start, old.end) if offset not in gone)
            assert after.text[new.start : new.end] == text
        assert "".join(fragment.text for fragment in after.fragments if kept) in (after.text, "")
