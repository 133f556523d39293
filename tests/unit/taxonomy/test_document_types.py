"""Document types: tests/unit/taxonomy/document_types.yml, and the law behind them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.taxonomy.document_types import find_document_type, find_type_rule, load_document_types
from generator.taxonomy.year import catalogue_year

CASES = yaml.safe_load(Path(__file__).with_name("document_types.yml").read_text(encoding="utf-8"))
RULES = load_document_types()


@pytest.mark.parametrize(("title", "name"), CASES.items())
def test_type_of_a_title(title: str, name: str) -> None:
    found = find_document_type(title, RULES)
    assert (found.name if found else "") == name


def test_ids_and_names_are_unique() -> None:
    assert len({rule.document_type.type_id for rule in RULES}) == len(RULES)
    assert len({rule.document_type.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    "name", ["通知", "意见", "决定", "批复", "函", "公告", "令", "规划", "方案", "办法", "人事任免"]
)
def test_no_law_orders_the_disclosure_of_a_mere_genre(name: str) -> None:
    found = find_document_type("", RULES, stated=name)
    assert found is not None
    assert found.legal_basis == ""


@pytest.mark.parametrize(
    ("title", "basis"),
    [
        ("某市2021年政府信息公开工作年度报告", "第四十九条"),
        ("某局2023年部门预算", "预算法第十四条"),
        ("某局2023年部门决算", "第二十条第（七）项"),
        ("2022年某市国民经济和社会发展统计公报", "第二十条第（四）项"),
        ("中华人民共和国国务院令", "第二十条第（一）项"),
    ],
)
def test_law_that_orders_disclosure(title: str, basis: str) -> None:
    found = find_document_type(title, RULES)
    assert found is not None
    assert basis in found.legal_basis


@pytest.mark.parametrize(
    ("title", "number", "name"),
    [
        ("专利代理条例", "国令第706号", "行政法规、规章"),
        ("某省停车管理办法", "某省人民政府令第123号", "行政法规、规章"),
        ("某部门预算管理办法（试行）", "财政部令第一百零一号", "行政法规、规章"),
        ("某省停车管理办法", "某政发〔2020〕3号", "办法"),
        ("某省停车条例", "", "条例"),
        ("某省停车条例（草案）征求意见稿", "某省人民政府令第123号", ""),
    ],
)
def test_what_an_order_publishes_is_a_regulation_or_rule(title: str, number: str, name: str) -> None:
    found = find_type_rule(title, RULES, number=number)
    assert (found.document_type.name if found else "") == name


def test_traditional_characters() -> None:
    found = find_document_type("國務院關於加強環境保護工作的決定", RULES)
    assert found is not None
    assert found.name == "决定"


def test_the_sidecar_goes_first_and_the_page_last() -> None:
    def name(title: str, stated: str = "", on_page: str = "") -> str:
        rule = find_type_rule(title, RULES, stated=stated, on_page=on_page)
        return rule.document_type.name if rule else ""

    assert name("某某通知", stated="意见", on_page="函") == "意见"
    assert name("某某通知", stated="没有的文种", on_page="函") == ""
    assert name("某某通知", on_page="函") == "通知"
    assert name("某某", on_page="函") == "函"
    assert name("某某", on_page="其他") == ""


@pytest.mark.parametrize(
    ("told", "tells", "stated", "written", "number", "year"),
    [
        (2021, True, None, date(2022, 3, 1), "", 2021),
        (None, True, None, date(2022, 3, 1), "", None),
        (2019, False, None, date(2018, 12, 1), "国办发明电〔2018〕15号", 2018),
        (2019, False, None, None, "国办发明电〔2018〕15号", 2018),
        (None, False, None, None, "国发（85）7号", 1985),
        (None, False, None, None, "海环〔２０２１〕１２号", 2021),
        (None, False, None, None, "公告2024年第1号", 2024),
        (2019, False, None, None, "第12号", 2019),
        (None, False, None, None, "", None),
        (2021, True, 2020, date(2022, 3, 1), "", 2020),
        (2019, False, 2020, date(2018, 12, 1), "", 2020),
    ],
)
def test_year_of_the_catalogue(
    told: int | None, tells: bool, stated: int | None, written: date | None, number: str, year: int | None
) -> None:
    assert catalogue_year(told=told, tells=tells, stated=stated, written=written, number=number) == year


def test_a_budget_names_its_year_and_is_signed_before_it_ends() -> None:
    rule = find_type_rule("某局2023年部门预算", RULES)
    assert rule is not None
    assert (rule.names_year, rule.document_type.reports_on_year) == (True, False)
