"""Every golden case of tests/golden/parser: value and diagnostics, both."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.parser import golden_cases


@pytest.mark.parametrize("path", golden_cases.cases(), ids=lambda path: path.stem)
def test_golden_case(path: Path, request: pytest.FixtureRequest) -> None:
    case = golden_cases.load(path)
    found = golden_cases.understand(case)
    if request.config.getoption("--update-golden"):
        golden_cases.write(path, {**case, "expected": found})
        return
    assert case.get("expected"), f"{path.name} 没有 expected：核对后用 --update-golden 写入"
    assert found == case["expected"]


def test_there_are_cases() -> None:
    assert len(golden_cases.cases()) >= 30
