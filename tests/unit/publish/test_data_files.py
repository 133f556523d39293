"""``data/reports.json``: one object a report, in order, nothing of a held one."""

from __future__ import annotations

import json

import pytest

from generator.errors import OutputError
from generator.publish.data_files import write_reports_json
from tests.unit.pages.factory import agency, record


def entry(each):
    return {"report_id": each.report_id, "agency": each.agency.name}


def test_the_catalogue_is_sorted_utf8_json(tmp_path):
    records = [record(by=agency("b", "乙局")), record(by=agency("a", "甲局"))]
    path = write_reports_json(records, tmp_path, entry)
    assert path == tmp_path / "data" / "reports.json"
    content = path.read_text(encoding="utf-8")
    assert [each["report_id"] for each in json.loads(content)] == ["a/2023-report", "b/2023-report"]
    assert "甲局" in content
    assert len(content.splitlines()) == 4
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_catalogue_is_an_empty_array(tmp_path):
    assert json.loads(write_reports_json([], tmp_path, entry).read_text(encoding="utf-8")) == []


def test_a_disk_that_refuses_is_an_output_error(tmp_path):
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(OutputError, match="无法写入"):
        write_reports_json([], tmp_path, entry)
