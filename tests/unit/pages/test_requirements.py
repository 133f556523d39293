"""What the law asks of a report, as its page says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.model.report import PublicationRule
from generator.pages.requirements import tell_requirements
from tests.unit.pages.factory import REPORT_TYPE, record

DATED = replace(REPORT_TYPE, public_before=PublicationRule(month=4, day=1, from_year=2019, source="规定第二十四条"))


def told(**changes):
    return [(one.verdict, one.style, one.text) for one in tell_requirements(record(**changes))]


def test_parts_that_are_there_and_that_are_not():
    assert [(verdict, text) for verdict, _, text in told()] == [
        ("已载明", "主要举措和成效"),
        ("未见", "存在的不足和原因"),
        ("已载明", "党政主要负责人履行第一责任人职责情况"),
        ("已载明", "下一年度主要安排"),
    ]


@pytest.mark.parametrize(
    ("published", "written", "expected"),
    [
        (date(2024, 3, 1), None, ("按时", "is-there", "应于2024年4月1日前公开，发布日期为2024年3月1日")),
        (date(2024, 4, 1), None, ("逾期", "is-missing", "应于2024年4月1日前公开，发布日期为2024年4月1日")),
        (None, date(2024, 5, 6), ("逾期", "is-missing", "应于2024年4月1日前公开，成文日期为2024年5月6日")),
        (
            None,
            date(2024, 2, 5),
            ("未知", "is-unknown", "应于2024年4月1日前公开，文件没有载明发布日期，不作判断"),
        ),
        (None, None, ("未知", "is-unknown", "应于2024年4月1日前公开，文件没有载明发布日期，不作判断")),
    ],
)
def test_the_day(published, written, expected):
    assert told(document_type=DATED, publication_date=published, date_of_writing=written)[-1] == expected


def test_nothing_is_said_where_no_rule_holds():
    assert told(document_type=None) == []
    assert len(told(document_type=DATED, year=2018)) == 4
    assert len(told(document_type=DATED, year=None)) == 4
