"""Five of five: every field, every outline entry and every remark of the hand-read truth."""

from __future__ import annotations

import json

import jsonschema
import pytest

from generator.parser.fidelity import prove_fidelity
from generator.parser.parse import parse_document
from generator.readers import read_source
from tests.corpus.gold_readings import NAMES, ROOT, gold, inspected, source_path

# Which finding tells what a remark of the hand reading says, and a phrase that must stand in its message.
REMARKS = {
    "标题只写“市外办”，机关全称取自署名": ("title-short-agency", "市外办"),
    "标题只写“市外事办”，机关全称取自署名": ("title-short-agency", "市外事办"),
    "成文日期早于报告年度结束": ("date-before-year-end", "2021-11-13"),
    "三、“2022工作安排”缺“年”字": ("year-without-nian", "2022"),
    "文中“住建领域”“依法治镇”与本机关不符，疑似沿用他文": ("foreign-phrase", "住建领域"),
    "没有公开属性标注": ("no-disclosure-mark", "公开属性"),
    "第一部分（五）与第四部分“一是”“二是”重复同一组数据": ("repeated-passage", "统计数字"),
    "第三部分缺（一）：“加强党对外事工作的集中统一领导。”一段没有序号，其后从（二）开始": (
        "numbering-gap",
        "加强党对外事工作的集中统一领导",
    ),
    "没有署名和成文日期": ("no-signature", "署名"),
    "标题不含机关名称，机关名称在标题上一行": ("title-without-agency", "上一行"),
    "“社会主义思想”后重复“义思想”三字（跨页重复，原文保留并提示）": ("repeated-fragment", "义思想"),
    "“社会主义思想”后重复“义思想”三字（跨页重复），原文保留并提示": ("repeated-fragment", "义思想"),
    "附注含联系人姓名和电话": ("contact-in-note", "联系人"),
}


@pytest.mark.parametrize("name", NAMES)
def test_metadata_equals_the_hand_reading(name: str) -> None:
    wanted, found = gold(name), inspected(name)
    for key in ("title", "agency", "agency_as_printed", "year", "document_type", "date_of_writing", "printing_date"):
        assert found[key] == wanted[key], key
    assert [found["region"]["code"], *found["region"]["names"]] == wanted["region"]
    assert found["disclosure"]["mark"] == wanted["disclosure"]
    assert "，".join(found["addressees"]) == (wanted["addressee"] or "")
    assert "，".join(found["copy_to"]) == (wanted["copy_to"] or "")
    assert found["printing_agency"] == wanted["printed_by"]
    assert bool(found["masked"]) == bool(wanted["contact"])
    assert [piece["text"] for piece in found["removed"]] == wanted["layout_removed"]
    assert found["source"]["characters"] == wanted["characters"]["source"]
    assert found["official_characters"] == wanted["characters"]["official"]
    assert found["enumerations"] == wanted["enumerations"]
    assert found["decision"] == "publish"


@pytest.mark.parametrize("name", NAMES)
def test_outline_equals_the_hand_reading(name: str) -> None:
    found = [
        [heading["level"], heading["marker"], heading["heading"], heading["run_in"]]
        for heading in inspected(name)["outline"]
    ]
    assert found == gold(name)["outline"]


@pytest.mark.parametrize("name", NAMES)
def test_every_remark_has_its_finding(name: str) -> None:
    messages = [(one["code"], one["message"]) for one in inspected(name)["diagnostics"]]
    for remark in gold(name)["remarks"]:
        code, phrase = REMARKS[remark]
        assert any(found == code and phrase in message for found, message in messages), (remark, messages)
    assert ("依法治镇" in str(messages)) == (name == "urumqi-fao-2021")


@pytest.mark.parametrize("name", NAMES)
def test_no_finding_that_a_reader_would_not_make(name: str) -> None:
    """No warning but those of the hand reading (notes tell more: what the law asks for, on what ground)."""
    remarked = {REMARKS[remark][0] for remark in gold(name)["remarks"]} | {"no-date"}
    warnings = {one["code"] for one in inspected(name)["diagnostics"] if one["severity"] != "note"}
    assert warnings <= remarked


@pytest.mark.parametrize("name", NAMES)
def test_not_one_character_is_lost(name: str) -> None:
    path = source_path(name)
    read = read_source(path)
    document = parse_document(read.text).value
    assert prove_fidelity(read.source, document) is None


@pytest.mark.parametrize("name", NAMES)
def test_inspection_follows_its_schema(name: str) -> None:
    schema = json.loads((ROOT / "generator/data/inspect.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(inspected(name), schema)


def test_passages_are_the_official_text() -> None:
    """Joined, they are the source less the page number; the masked contact is left out."""
    text = "".join("".join(passage["text"].split()) for passage in inspected("liaocheng-fao-2022")["passages"])
    source = source_path("liaocheng-fao-2022").read_text(encoding="utf-8").split("\n")
    assert text == "".join("".join(line.split()) for line in source if line.strip() != "3")
    assert "查永斌" not in json.dumps(inspected("xiamen-fao-2021"), ensure_ascii=False)
