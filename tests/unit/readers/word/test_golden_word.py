"""Every golden case of tests/golden/word: lines, what is left out, findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.readers.word import golden_word


@pytest.mark.parametrize("path", golden_word.cases(), ids=lambda path: path.stem)
def test_golden_case(path: Path, request: pytest.FixtureRequest) -> None:
    case = golden_word.load(path)
    found = golden_word.understand(case)
    if request.config.getoption("--update-golden"):
        golden_word.write(path, {**case, "expected": found})
        return
    assert case.get("expected"), f"{path.name} 没有 expected：核对后用 --update-golden 写入"
    assert found == case["expected"]


def test_there_are_cases() -> None:
    assert len(golden_word.cases()) >= 25
