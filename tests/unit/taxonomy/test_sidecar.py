"""The note file beside a report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.report import Disclosure, Review
from generator.taxonomy.sidecar import Sidecar, load_sidecar

WHOLE = """\
title: 市外办2021年法治政府建设工作报告
agency: 乌鲁木齐市人民政府外事办公室
year: 2021
document_type: law-based-government-report
document_number: 乌外办〔2021〕0012号
index_number: 000014349/2019-00007
date_of_writing: 2021-11-13
publication_date: "2021-12-01"
disclosure: proactive
disclosure_basis: 主动公开目录第三项
source_url: https://www.example.gov.cn/a.html
keywords: [外事, no]
remarks:
  - 原件两页
review:
  by: 张三
  date: 2022-03-01
  allow: [identity-number]
  reason: 示例号码
"""


def read(tmp_path: Path, text: str) -> tuple[Sidecar | None, list[tuple[int, str]]]:
    path = tmp_path / "2021.yml"
    path.write_text(text, encoding="utf-8")
    sidecar, faults = load_sidecar(path, "reports/a/2021.yml")
    assert all(fault.display_path == "reports/a/2021.yml" for fault in faults)
    return sidecar, [(fault.line, fault.message) for fault in faults]


def test_a_whole_sidecar(tmp_path: Path) -> None:
    sidecar, faults = read(tmp_path, WHOLE)
    assert faults == []
    assert sidecar == Sidecar(
        title="市外办2021年法治政府建设工作报告",
        agency="乌鲁木齐市人民政府外事办公室",
        year=2021,
        document_type="law-based-government-report",
        document_number="乌外办〔2021〕0012号",
        index_number="000014349/2019-00007",
        date_of_writing=date(2021, 11, 13),
        publication_date=date(2021, 12, 1),
        disclosure=Disclosure.PROACTIVE,
        disclosure_basis="主动公开目录第三项",
        source_url="https://www.example.gov.cn/a.html",
        keywords=("外事", "no"),
        remarks=("原件两页",),
        review=Review(by="张三", date=date(2022, 3, 1), allow=("identity-number",), reason="示例号码"),
    )


def test_an_empty_sidecar_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "") == (Sidecar(), [])
    assert read(tmp_path, "# 说明\nyear:\n") == (Sidecar(), [])


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("titel: x\n", 1, "不认识的键“titel”"),
        ("title: x\nyear: 21\n", 2, "不小于 1949"),
        ("disclosure: public\n", 1, "proactive、on_request、withheld"),
        ("source_url: javascript:alert(1)\n", 1, "http://"),
        ("date_of_writing: 20211113\n", 1, "2022-03-01"),
        ("title: |\n  a\n  b\n", 1, "一行"),
        ("review:\n  by: x\n  date: 2022-03-01\n  allow: [a-b]\n", 1, "缺少必填的键“reason”"),
        ("review:\n  by: x\n  date: 2022-03-01\n  reason: y\n  allow: []\n", 5, "至少 1 项"),
        ("review:\n  by: x\n  date: 2022-03-01\n  reason: y\n  allow: [ID]\n", 5, "格式"),
        ("review: yes\n", 1, "下一级"),
        ("year: 2021\nyear: 2022\n", 2, "重复"),
    ],
)
def test_faults_hold_the_line(tmp_path: Path, text: str, line: int, part: str) -> None:
    sidecar, faults = read(tmp_path, text)
    assert sidecar is None
    assert any(at == line and part in message for at, message in faults), faults


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "secret.yml"
    target.write_text("title: x\n", encoding="utf-8")
    link = tmp_path / "2021.yml"
    link.symlink_to(target)
    sidecar, faults = load_sidecar(link)
    assert sidecar is None
    assert "符号链接" in faults[0].message
