"""``llms.txt``: a few lines that name the data, and no page that is not there."""

from __future__ import annotations

from dataclasses import replace

from generator.publish.llms_text import llms_text
from tests.unit.pages.factory import record
from tests.unit.publish.open_reports import collection
from tests.unit.publish.test_dcat import FILES


def test_data_and_pages_are_named() -> None:
    lines = llms_text(collection(site_url="https://x.test"), [record()], FILES).splitlines()
    assert lines[0] == "# 清河公开"
    assert lines[2] == "> 清河市的文件。本站为非官方汇编，文件以发布机关公布的为准。"
    assert "- [文件目录（CSV 表格）](https://x.test/data/reports.csv): 3 份文件" in lines
    assert "- [主题](https://x.test/themes/)" in lines
    assert not any("indicators/" in line or "coverage/" in line for line in lines)


def test_indicators_and_coverage_are_named_where_they_have_pages() -> None:
    coverage = replace(FILES[0], uri="data/coverage.csv", name="公开情况")
    text = llms_text(collection(site_url="https://x.test"), [record()], (*FILES, coverage), has_indicators=True)
    assert "- [指标](https://x.test/indicators/): 可以互相对照的数字，每个都附原句和出处\n" in text
    assert "- [公开情况](https://x.test/coverage/): 各机关各年度公开了没有，是否按时，内容是否齐全\n" in text


def test_no_themes_no_link_to_them() -> None:
    text = llms_text(collection(official=True), [record(units=())], FILES)
    assert "themes/" not in text
    assert "- [机关](agencies/)" in text
    assert "> 清河市的文件。发布机关主办。" in text
