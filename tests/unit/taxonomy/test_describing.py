"""Year, document type, disclosure, roles, foreign phrases, keywords and summary."""

from __future__ import annotations

import pytest

from generator.model.report import Agency, Disclosure, Role
from generator.parser.characters import normal_form
from generator.taxonomy.disclosure import find_disclosure
from generator.taxonomy.document_types import find_document_type, load_document_types
from generator.taxonomy.foreign_phrases import find_foreign_phrases, load_sectors
from generator.taxonomy.roles import assign_roles, load_roles
from generator.taxonomy.summary import summarise
from generator.taxonomy.units import find_units
from generator.taxonomy.words import extract_keywords
from generator.taxonomy.year import find_year
from tests.unit.taxonomy.documents import document

LONG = "我局认真开展各项工作，取得了积极成效，群众反映良好。"


@pytest.mark.parametrize(
    ("title", "opening", "stated", "name", "year", "codes"),
    [
        ("某局2021年法治政府建设年度报告", "", None, "2021-x", 2021, []),
        ("某局2021年度法治政府建设情况报告", "", None, "x", 2021, []),
        ("某局２０２１年度法治政府建设情况报告", "", None, "x", 2021, []),
        ("法治政府建设报告", "现将我局２０２１年法治政府建设情况报告如下：", None, "x", 2021, []),
        ("二〇二一年法治政府建设报告", "", None, "x", 2021, []),
        ("某局法治政府建设年度报告", "2021年，我局坚持依法行政。", None, "x", 2021, []),
        ("法治政府建设报告", "现将我局2021年法治政府建设情况报告如下：", None, "x", 2021, []),
        ("法治政府建设实施纲要（2021-2025年）落实情况报告", "我局认真贯彻。", None, "x", None, ["no-year"]),
        ("法治政府建设报告", "我局认真贯彻。", None, "2021-x", None, ["no-year"]),
        ("某局2021年报告", "", None, "2022-x", 2021, ["year-conflict"]),
        ("某局2021年报告", "", 2022, "x", 2022, ["year-conflict"]),
    ],
)
def test_year(title: str, opening: str, stated: int | None, name: str, year: int | None, codes: list[str]) -> None:
    found = find_year(title=title, opening=[opening], stated=stated, name=name)
    assert found.value == year
    assert [one.code for one in found.diagnostics] == codes


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("某市2021年法治政府建设年度报告", True),
        ("某局关于2021年法治政府建设情况的报告", True),
        ("某局2021年法治政府建设工作总结", True),
        ("某局2021年度推进依法行政工作情况汇报", True),
        ("某局2021年法治建设年度情况报告（公开版）", True),
        ("某市2022年法治政府建设工作要点", False),
        ("关于开展法治政府建设督察的通知", False),
        ("某局局长2021年述职述法报告", False),
        ("某局2021年政府信息公开工作年度报告", False),
    ],
)
def test_document_type(title: str, known: bool) -> None:
    found = find_document_type(title, load_document_types())
    assert (found is not None and found.type_id == "law-based-government-report") == known


@pytest.mark.parametrize(
    ("foot", "mark", "attribute"),
    [
        ("某局\n2024年1月1日\n（此件主动公开）\n", "此件主动公开", Disclosure.PROACTIVE),
        ("某局\n2024年1月1日\n（以上内容主动公开）\n", "以上内容主动公开", Disclosure.PROACTIVE),
        ("某局\n2024年1月1日\n信息公开选项：主动公开\n", "信息公开选项：主动公开", Disclosure.PROACTIVE),
        ("某局\n2024年1月1日\n（依申请公开）\n", "依申请公开", Disclosure.ON_REQUEST),
        ("某局\n2024年1月1日\n（此件不予公开）\n", "此件不予公开", Disclosure.WITHHELD),
        ("某局\n2024年1月1日\n", "", Disclosure.UNKNOWN),
    ],
)
def test_disclosure_mark(foot: str, mark: str, attribute: Disclosure) -> None:
    found = find_disclosure(document(f"一、做法。{LONG}\n{foot}"), stated=None, stated_basis="", document_type=None)
    assert (found.mark, found.attribute) == (mark, attribute)


def test_words_of_disclosure_in_prose_are_no_mark() -> None:
    body = "一、公开。规范依申请公开工作，坚持公开为原则、不公开为例外，主动公开信息31件。\n"
    found = find_disclosure(document(body), stated=None, stated_basis="", document_type=None)
    assert found.attribute is Disclosure.UNKNOWN


def test_legal_basis_of_the_type_and_the_sidecar() -> None:
    kind = find_document_type("某市2021年法治政府建设年度报告", load_document_types())
    plain = document(f"一、做法。{LONG}\n")
    by_law = find_disclosure(plain, stated=None, stated_basis="", document_type=kind)
    assert by_law.attribute is Disclosure.PROACTIVE
    assert "条例" in by_law.basis
    stated = find_disclosure(plain, stated=Disclosure.ON_REQUEST, stated_basis="", document_type=kind)
    assert stated.attribute is Disclosure.ON_REQUEST


def roles(body: str) -> dict[str, set[Role]]:
    units = find_units(document(body))
    found = assign_roles(units, 2023, load_roles())
    return {unit.label: set(parts) for unit, parts in zip(units, found, strict=True)}


def test_roles_by_headings() -> None:
    found = roles(
        f"一、主要举措和成效\n（一）学习。{LONG}\n二、存在的不足和原因\n{LONG}\n"
        f"三、主要负责人履行推进法治建设第一责任人职责情况\n{LONG}\n四、2024年主要安排\n{LONG}\n"
    )
    assert found["一（一）"] == {Role.ACHIEVEMENTS}
    assert found["二"] == {Role.PROBLEMS}
    assert found["三"] == {Role.LEADER_DUTY}
    assert found["四"] == {Role.NEXT_YEAR}


def test_roles_by_sentences_where_no_heading_tells() -> None:
    found = roles(
        f"一、学习。全市各级党政主要负责人履行推进法治建设第一责任人职责，{LONG}\n二、执法。{LONG}\n"
        "一年来，我市工作取得成效，但还存在力量不足等问题。下一步，我市将继续努力。\n"
    )
    assert found["一"] == {Role.ACHIEVEMENTS, Role.LEADER_DUTY}
    assert found["二"] == {Role.ACHIEVEMENTS}
    assert found["结语"] == {Role.PROBLEMS, Role.NEXT_YEAR}


@pytest.mark.parametrize(
    ("name", "level", "text", "phrases"),
    [
        ("厦门市人民政府外事办公室", "prefecture", "住建领域法律宣传工作还需要加强", ["住建领域"]),
        ("厦门市人民政府外事办公室", "prefecture", "党领导全面依法治镇的能力", ["依法治镇"]),
        ("厦门市人民政府外事办公室", "prefecture", "外事领域法律宣传、全面依法治市、全面依法治国", []),
        ("厦门市人民政府外事办公室", "prefecture", "加强教育领域国际合作", []),
        ("厦门市人民政府", "prefecture", "住建领域法律宣传，全面依法治县", []),
        ("厦门市住房和建设局", "prefecture", "住建领域执法", []),
        ("", "", "住建领域法律宣传", []),
    ],
)
def test_phrases_of_another_kind_of_agency(name: str, level: str, text: str, phrases: list[str]) -> None:
    found = find_foreign_phrases(
        document(f"一、做法。{text}，{LONG}\n"), Agency(name=name, level=level), load_sectors()
    )
    assert [next(phrase for phrase in ("住建领域", "依法治镇") if phrase in one.message) for one in found] == phrases


def test_summary_is_made_of_the_text() -> None:
    plain = document(
        f"一、做法。坚持以习近平法治思想为指导，{LONG}全年主动公开政府信息36条，办理依申请公开2件。\n二、学习。组织集中学习12次，覆盖全体干部职工。\n"
    )
    text = "".join(normal_form(block.text) for block in plain.blocks)
    summary = summarise(plain)
    assert summary
    assert all(sentence + "。" in text for sentence in summary.split("。") if sentence)
    assert "为指导" not in summary
    assert len(summary) <= 160


def test_keywords_are_words_of_the_text_and_no_common_ones() -> None:
    text = "推进政务公开，主动公开政府信息36条，依申请公开2件。政务公开培训3次，政府信息目录更新。开展工作，加强建设。"
    found = extract_keywords(text)
    assert found[:2] == ("政务公开", "政府信息") or set(found[:2]) == {"政务公开", "政府信息"}
    assert all(word in text for word in found)
    assert not {"工作", "建设", "开展"} & set(found)
