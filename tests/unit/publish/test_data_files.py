"""``data/reports.json``: one object a report, in order, nothing of a held one."""

from __future__ import annotations

import json

import pytest

from generator.errors import OutputError
from generator.publish.data_files import report_json, write_reports_json
from tests.unit.pages.factory import agency, record


def test_the_catalogue_is_sorted_utf8_json(tmp_path):
    records = [record(by=agency("b", "乙局")), record(by=agency("a", "甲局"))]
    path = write_reports_json(records, tmp_path)
    assert path == tmp_path / "data" / "reports.json"
    content = path.read_text(encoding="utf-8")
    assert [each["report_id"] for each in json.loads(content)] == ["a/2023-report", "b/2023-report"]
    assert "甲局" in content
    assert len(content.splitlines()) == 4
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_catalogue_is_an_empty_array(tmp_path):
    assert json.loads(write_reports_json([], tmp_path).read_text(encoding="utf-8")) == []


def test_keys_are_those_of_inspect():
    values = report_json(record())
    assert {
        "source", "title", "agency", "agency_id", "region", "year", "document_type", "document_number", "index_number", "date_of_writing",
        "publication_date", "disclosure", "keywords", "themes", "outline", "masked", "diagnostics",
    } <= set(values)  # fmt: skip
    assert values["date_of_writing"] == "2024-02-05"
    assert values["publication_date"] is None
    assert values["themes"] == [{"id": "open-government", "sections": ["一"]}, {"id": "legal-counsel", "sections": ["二 二是"]}]
    assert values["outline"][0] == {"level": 1, "marker": "一、", "heading": "主要举措", "run_in": False, "anchor": "s-1"}


def test_a_disk_that_refuses_is_an_output_error(tmp_path):
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(OutputError, match="无法写入"):
        write_reports_json([], tmp_path)
