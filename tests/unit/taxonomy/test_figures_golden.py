"""The readable cases of ``tests/golden/figures``: what is read out of each sentence, and what is not."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.document import Block, BlockKind, Document, Fragment
from generator.model.figure import Figure
from generator.taxonomy.figures import find_figures
from generator.taxonomy.indicators import load_indicators

FOLDER = Path(__file__).parents[2] / "golden" / "figures"
_EXPECTED = re.compile(r"([\d.]+)(.*)")


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1):
            found.append(pytest.param(case, id=f"{path.stem}-{number}"))
    return found


def figures(text: str) -> tuple[Figure, ...]:
    block = Block(kind=BlockKind.PARAGRAPH, text=text, fragments=(Fragment(text=text, line=1),), anchor="p-1")
    return find_figures(Document(blocks=(block,)))


def told(figure: Figure) -> str:
    names = {one.indicator_id: one.name for one in load_indicators().indicators}
    parts = [f"{figure.value}{figure.unit}", figure.counted]
    parts += [f"约：{figure.approximate}"] if figure.approximate else []
    parts += ["零"] * figure.implied + ["打算"] * figure.planned
    parts += [f"指标 {names[figure.indicator]}"] if figure.indicator else []
    return "｜".join(parts)


@pytest.mark.parametrize("case", cases())
def test_golden_figures(case: dict[str, Any]) -> None:
    found = figures(case["text"])
    shown = [told(figure) for figure in found]
    assert len(found) == len(case["figures"]), shown
    for figure, expected in zip(found, case["figures"], strict=True):
        quantity, noun, *marks = expected.split("｜")
        number = _EXPECTED.fullmatch(quantity)
        assert number is not None, expected
        assert (figure.number, figure.unit) == (Decimal(number[1]), number[2]), shown
        assert noun in figure.counted, shown
        assert figure.approximate == next((mark[2:] for mark in marks if mark.startswith("约：")), ""), shown
        assert (figure.implied, figure.planned) == ("零" in marks, "打算" in marks), shown
        named = next((mark[3:] for mark in marks if mark.startswith("指标 ")), None)
        assert "没有指标" not in marks or not figure.indicator, shown
        if named is not None:
            assert f"指标 {named}" in told(figure).split("｜"), shown
        assert figure.sentence in case["text"]
        assert figure.printed == case["text"][figure.start : figure.end]


def test_there_are_many_cases() -> None:
    assert len(cases()) >= 120
