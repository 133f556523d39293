"""文号 in every bracket form; what only looks like one is none."""

from __future__ import annotations

import pytest

from generator.parser.document_numbers import (
    find_document_number,
    is_serial_alone,
    order_name,
    read_document_number,
    split_title_number,
)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("国发〔1981〕1号", "国发〔1981〕1号"),
        ("国发[1985]7号", "国发[1985]7号"),
        ("某政发【2012】7号", "某政发【2012】7号"),
        ("某政发（1985）7号", "某政发（1985）7号"),
        ("某 政 发 〔 2024 〕 1 号", "某政发〔2024〕1号"),
        ("國發〔2011〕5號", "國發〔2011〕5號"),
        ("国办发明电〔2024〕12号", "国办发明电〔2024〕12号"),
        ("特急　国办发明电〔2024〕12号", "国办发明电〔2024〕12号"),
        ("某劳社部发[2008]3号", "某劳社部发[2008]3号"),
        ("法(办)发〔1988〕6号", "法(办)发〔1988〕6号"),
        ("(81)国发12号", "(81)国发12号"),
        ("〔1983〕国函字12号", "〔1983〕国函字12号"),
        ("国函字〔1984〕12 号", "国函字〔1984〕12号"),
        ("公告 2024年 第1号", "公告2024年第1号"),
        ("某某总局公告2018年第5号", "某某总局公告2018年第5号"),
        ("中华人民共和国国务院令 第 711 号", "中华人民共和国国务院令第711号"),
        ("主席令第五号", "主席令第五号"),
        ("第四十三号", "第四十三号"),
        ("（第5号）", "第5号"),
        ("财政部令第101号", "财政部令第101号"),
        ("某政发〔2024〕5号　　签发人：张某", "某政发〔2024〕5号"),
        ("某税函[2002]197号 2002-3-11", "某税函[2002]197号"),
        ("（某政发〔2001〕3号）", "某政发〔2001〕3号"),
        ("文号：无", ""),
        ("无", ""),
        ("第三号井", ""),
        ("2020年第1号台风", ""),
        ("根据某政发〔2024〕5号文件精神", ""),
        ("第3号决议已经通过", ""),
        ("一、某政发〔2024〕5号", ""),
    ],
)
def test_a_line_is_a_number_or_not(line: str, number: str) -> None:
    assert read_document_number(line) == number


def test_a_metadata_value_begins_with_its_number() -> None:
    assert find_document_number("某政办发〔2024〕8号　公开日期：2024年3月1日") == "某政办发〔2024〕8号"
    assert find_document_number("无") == ""
    assert find_document_number("") == ""


def test_the_name_of_an_order() -> None:
    assert order_name("中华人民共和国国务院令") == "中华人民共和国国务院"
    assert order_name("某 某 部 令") == "某某部"
    assert order_name("关于印发办法的通知") == ""
    assert is_serial_alone("第711号")
    assert is_serial_alone("2024年第1号")
    assert not is_serial_alone("某某部令第5号")


def test_a_number_behind_the_title() -> None:
    assert split_title_number("关于加强绿化的通知（某政发〔2001〕3号）") == ("关于加强绿化的通知", "某政发〔2001〕3号")
    assert split_title_number("某某办法（试行）") == ("某某办法（试行）", "")
