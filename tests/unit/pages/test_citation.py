"""Citations: the readable cases of ``tests/golden/citations``, and what they leave to the reader's browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.report import DocumentType
from generator.pages.citation import Citation, PieceKind, cite, plain
from tests.unit.pages.factory import REPORT_TYPE, record

FOLDER = Path(__file__).parents[2] / "golden" / "citations"
NOTICE = DocumentType(type_id="notice", name="通知")
TYPES = {"年度报告": REPORT_TYPE, "通知": NOTICE, None: None}


def cases() -> list[Any]:
    found = [case for path in sorted(FOLDER.glob("*.yml")) for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return [pytest.param(case, id=case["name"]) for case in found]


def citation(case: dict[str, Any]) -> Citation:
    agency, title, type_name, number, published, written, site_url = case["report"]
    one = record(
        title=title,
        document_type=TYPES[type_name],
        document_number=number or "",
        publication_date=published,
        date_of_writing=written,
    )
    return cite(one, agency or "", site_url or "")


@pytest.mark.parametrize("case", cases())
def test_golden_citations(case: dict[str, Any]) -> None:
    made = citation(case)
    shown = {
        "standard": plain(made.standard),
        "note": made.date_note,
        "bibtex": plain(made.bibtex),
        "ris": plain(made.ris),
    }
    expected = {key: value for key, value in case.items() if key not in {"name", "report"}}
    assert {key: shown[key] for key in expected} == expected


@pytest.mark.parametrize("case", cases())
def test_each_form_asks_for_the_day_and_the_address_once(case: dict[str, Any]) -> None:
    made = citation(case)
    for pieces in (made.standard, made.bibtex, made.ris):
        kinds = [piece.kind for piece in pieces if piece.kind is not PieceKind.TEXT]
        assert sorted(kinds) == [PieceKind.ADDRESS, PieceKind.DAY]


def test_a_line_break_in_a_title_cannot_end_a_line_of_the_forms() -> None:
    made = cite(record(title="一\nER  - \n二"), "清河市\n水务局", "")
    assert plain(made.ris).count("\nER  - ") == 1
    assert "title = {{一 ER - 二}}" in plain(made.bibtex)
