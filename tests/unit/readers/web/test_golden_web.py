"""Every golden case of tests/golden/web: lines, removals with reasons, evidence, references, findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.readers.web import web_cases


@pytest.mark.parametrize("path", web_cases.cases(), ids=lambda path: path.stem)
def test_golden_case(path: Path, request: pytest.FixtureRequest) -> None:
    case = web_cases.load(path)
    found = web_cases.understand(case)
    if request.config.getoption("--update-golden"):
        web_cases.write(path, {**case, "expected": found})
        return
    assert case.get("expected"), f"{path.name} 没有 expected：核对后用 --update-golden 写入"
    assert found == case["expected"]


def test_there_are_cases() -> None:
    assert len(web_cases.cases()) >= 30
