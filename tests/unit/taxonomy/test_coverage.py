"""公开情况: tests/golden/coverage/cases.yml, and what does not fit into a case."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from generator.model.catalog import ReportRecord
from generator.model.report import Agency, DocumentType
from generator.publish.coverage_file import NAMES
from generator.taxonomy.coverage import survey
from generator.taxonomy.document_types import find_document_type, load_document_types
from generator.taxonomy.roster import Duty, Roster
from tests.conftest import ROOT
from tests.unit.pages.factory import agency, record, sort_key

CASES = yaml.safe_load((ROOT / "tests/golden/coverage/cases.yml").read_text(encoding="utf-8"))
RULES = load_document_types()
LETTERS = {"甲局": "a-ju", "乙局": "b-ju", "丙局": "c-ju"}


def document_type(name: str) -> DocumentType:
    found = find_document_type("", RULES, stated=name)
    assert found is not None
    return found


ANNUAL = document_type("法治政府建设年度报告")
BODIES = {name: agency(agency_id, name) for name, agency_id in LETTERS.items()}


def report(body: Agency, year: int | None, published: date | None, written: date | None, number: int) -> ReportRecord:
    return record(
        f"{year}-{number}",
        by=body,
        year=year,
        publication_date=published,
        date_of_writing=written,
        document_type=ANNUAL,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    reports = [report(BODIES[name], *rest, number) for number, (name, *rest) in enumerate(case["reports"])]
    duties = tuple(
        Duty(document_type=ANNUAL, agency_ids=(LETTERS[name],), from_year=first, to_year=last)
        for name, first, last in case.get("roster", [])
    )
    agencies = [BODIES[name] for name in case["agencies"]]
    for order in (1, -1):
        (table,) = survey(reports[::order], agencies[::order], Roster(duties=duties) if duties else None, sort_key)
        found = {row.agency.name: [NAMES[cell.state] for cell in row.cells] for row in table.rows}
        assert {"years": list(table.years), **found} == case["expected"]


def test_what_has_no_agency_or_year_is_counted_and_not_placed() -> None:
    known = report(BODIES["甲局"], 2021, None, None, 1)
    lost = report(BODIES["甲局"], None, None, None, 2)
    nobody = record("2021-x", by=Agency(name="某局"), year=2021, document_type=ANNUAL)
    (table,) = survey([known, lost, nobody], [], None, sort_key)
    assert (table.unplaced, [row.agency.name for row in table.rows]) == (2, ["甲局"])


def test_only_documents_on_a_year_have_a_table() -> None:
    notice = record(document_type=document_type("通知"))
    assert survey([notice, record(document_type=None)], [], None, sort_key) == ()


def test_an_agency_without_a_report_is_shown_where_a_rule_binds_all() -> None:
    """Not every agency publishes a 统计公报; who does is known from the reports."""
    communique = document_type("统计公报")
    reports = [report(BODIES["甲局"], 2021, None, None, 1), record("s", by=BODIES["乙局"], document_type=communique)]
    annual, statistics = survey(reports, BODIES.values(), None, sort_key)
    assert [row.agency.name for row in annual.rows] == ["丙局", "乙局", "甲局"]
    assert [row.agency.name for row in statistics.rows] == ["乙局"]


def test_others_of_the_same_year_are_counted() -> None:
    reports = [report(BODIES["甲局"], 2021, date(2022, month, 1), None, month) for month in (5, 3, 4)]
    (table,) = survey(reports, [], None, sort_key)
    (cell,) = table.rows[0].cells
    assert cell.record is reports[1]
    assert cell.others == 2
