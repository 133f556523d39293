"""data/coverage.csv: every agency and year in words that need no colour."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from generator.model.catalog import ReportRecord
from generator.model.report import DocumentType, PublicationRule, Role
from generator.publish.collection import Collection
from generator.publish.coverage_file import COVERAGE_URI, CoverageFile
from generator.taxonomy.roster import Duty, Roster
from tests.unit.pages.factory import agency, record

ANNUAL = DocumentType(
    type_id="law-based-government-report",
    name="法治政府建设年度报告",
    reports_on_year=True,
    public_before=PublicationRule(month=4, day=1, from_year=2019, source="某规定"),
)


def rows(folder: Path, collection: Collection, *records: ReportRecord) -> list[dict[str, str]]:
    told = CoverageFile(folder, collection, records).finish()
    if told is None:
        assert not (folder / COVERAGE_URI).exists()
        return []
    with (folder / COVERAGE_URI).open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert told.rows == len(found)
    return found


def test_what_is_asked_for_and_not_there_has_a_row_of_its_own(tmp_path: Path) -> None:
    silent = agency("silent", "静默局")
    roster = Roster(duties=(Duty(document_type=ANNUAL, agency_ids=("silent",), from_year=2021, to_year=2021),))
    there = record(
        document_type=ANNUAL,
        year=2021,
        publication_date=date(2022, 4, 2),
        missing_roles=(Role.PROBLEMS, Role.NEXT_YEAR),
    )
    collection = Collection(name="公开", site_url="https://x.test/a", agencies=(silent,), roster=roster)
    by_agency = {row["机关标识"]: row for row in rows(tmp_path, collection, there)}
    late, missing = by_agency["qinghe-water"], by_agency["silent"]
    assert (late["情况"], late["公开期限"], late["发布日期"]) == ("逾期", "2022-04-01", "2022-04-02")
    assert late["未见的法定内容"] == "存在的不足和原因、下一年度主要安排"
    assert late["页面"] == "https://x.test/a/reports/qinghe-water/2023-report/"
    assert (missing["机关"], missing["情况"], missing["文件编号"]) == ("静默局", "应公开未收录", "")


def test_what_the_roster_does_not_ask_for_has_no_row(tmp_path: Path) -> None:
    silent = agency("silent", "静默局")
    roster = Roster(duties=(Duty(document_type=ANNUAL, agency_ids=("silent",), from_year=2021, to_year=2021),))
    found = rows(
        tmp_path,
        Collection(name="公开", agencies=(silent,), roster=roster),
        record(document_type=ANNUAL, year=2020),
    )
    assert [(row["机关标识"], row["年度"]) for row in found] == [("qinghe-water", "2020"), ("silent", "2021")]


def test_without_annual_documents_there_is_no_file(tmp_path: Path) -> None:
    assert rows(tmp_path, Collection(name="公开"), record(document_type=None)) == []
