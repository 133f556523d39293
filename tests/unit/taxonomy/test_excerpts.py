"""Excerpts around the words that show a theme: read cases, and what holds for any text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.taxonomy.excerpts import excerpt_around

CASES = yaml.safe_load((Path(__file__).parent / "excerpts.yml").read_text(encoding="utf-8"))
WORDS = ("政务公开", "公开", "决策，审查", "学习")


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, object]) -> None:
    given_text = {key: case[key] for key in ("text", "words", "most")}
    assert excerpt_around(**given_text) == case["excerpt"]


@given(
    st.lists(st.sampled_from([*WORDS, "工作", "。", "，", "；", "”", "）", "A", " ", "…"]), max_size=120).map("".join),
    st.integers(min_value=40, max_value=130),
)
def test_any_text(text: str, most: int) -> None:
    text = text.strip()
    shown = excerpt_around(text, WORDS, most)
    assert len(shown) <= most
    if text == shown:
        return
    inner = shown.removeprefix("……").removesuffix("……")
    assert inner in text
    if any(word in text for word in WORDS):
        assert any(word in shown for word in WORDS)
    if not shown.endswith("……"):
        assert shown.rstrip("”） ")[-1] in "。；" or text.endswith(shown.removeprefix("……"))


def test_a_very_long_text_costs_little() -> None:
    text = "推进政务公开，完善制度。开展学习，提高质量；" * 20_000
    started = time.process_time()
    assert "政务公开" in excerpt_around(text, WORDS)
    assert time.process_time() - started < 5
