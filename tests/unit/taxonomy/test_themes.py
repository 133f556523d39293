"""Themes: words make them, set phrases do not, and each says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.taxonomy.themes import assign_themes, load_themes
from generator.taxonomy.units import find_units
from tests.unit.taxonomy.documents import document


def themes(body: str) -> dict[str, list[str]]:
    units = find_units(document(body))
    return {
        unit.label: [theme.theme_id for theme in found]
        for unit, found in zip(units, assign_themes(units, load_themes()), strict=True)
    }


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("全年主动公开政府信息36条，收到依申请公开2件，均按期答复。", "open-government"),
        ("聘请常年法律顾问1名，参与合同审查12件。", "legal-counsel"),
        ("办理行政复议案件5件，行政机关负责人出庭应诉率100%。", "reconsideration-litigation"),
        ("落实执法公示、全过程记录、重大执法决定法制审核制度。", "enforcement"),
        ("开展规范性文件清理，报送备案审查3件。", "normative-docs"),
        ("深化“放管服”改革，优化营商环境，开展公平竞争审查。", "business-env"),
        ("落实谁执法谁普法责任制，开展宪法宣传周活动。", "legal-publicity"),
        ("加强应急管理，修订应急预案，开展防灾减灾演练。", "emergency"),
        ("公布权责清单，下放行政许可权5项。", "gov-functions"),
        ("推进一网通办，实现最多跑一次。", "gov-services"),
    ],
)
def test_a_plain_section(text: str, theme: str) -> None:
    assert themes(f"一、主要工作。{text}\n二、其他工作。各项工作扎实推进。\n")["一"][0] == theme


def test_set_phrases_make_no_theme() -> None:
    body = "一、总体情况。坚持以习近平法治思想为指导，增强“四个意识”、坚定“四个自信”、做到“两个维护”，扎实工作。\n"
    assert themes(body)["一"] == []


def test_preface_has_none_and_a_section_has_the_themes_of_its_items() -> None:
    found = themes(
        "一、主要工作。一是推进政务公开，主动公开政府信息36条，办理依申请公开2件。二是聘请法律顾问，开展合同审查，设公职律师2名。\n"
    )
    assert found["前言"] == []
    assert found["一 一是"][0] == "open-government"
    assert found["一 二是"][0] == "legal-counsel"
    assert {"open-government", "legal-counsel"} <= set(found["一"])


def test_a_word_cut_by_a_line_end_is_found_with_its_line() -> None:
    units = find_units(document("一、公开。全年依申请公开2件，开展政务公\n\n开培训，主动公开信息。\n"))
    match = next(theme for theme in assign_themes(units, load_themes())[1] if theme.theme_id == "open-government")
    assert {word.word: word.line for word in match.words}["政务公开"] == 5


def test_a_bad_theme_file_is_told_whole(tmp_path: Path) -> None:
    path = tmp_path / "themes.yml"
    path.write_text("version: x\nignroe: []\nthemes:\n  - id: a\n    nmae: b\n", encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        load_themes(path)
    assert "ignroe" in str(error.value)
    assert "nmae" in str(error.value)
