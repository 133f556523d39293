"""Named indicators: the file is checked whole, and a report's statements become one value."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.taxonomy.indicators import DATA, indicator_values, load_indicators
from generator.taxonomy.themes import load_themes
from tests.unit.taxonomy.test_figures_golden import figures


def values(text: str) -> dict[str, str]:
    return {one.indicator_id: one.value + one.unit for one in indicator_values(figures(text), load_indicators())}


def test_every_indicator_has_a_known_theme() -> None:
    themes = {theme.theme_id for theme in load_themes().themes}
    assert {one.theme for one in load_indicators().indicators} <= themes
    assert len(load_indicators().indicators) >= 40


def test_a_total_and_its_parts_are_the_total() -> None:
    assert values("主动公开政府信息600条，其中网站公开政府信息420条、公开栏公开政府信息180条。") == {
        "proactive-disclosure": "600条"
    }


def test_parts_without_a_total_are_added_where_the_file_says_so() -> None:
    assert values("发放宣传册300份。另发放宣传手册200份。") == {"leaflets": "500份"}


def test_the_first_rate_is_the_headline() -> None:
    assert values("办结率98.5%。其中急件办结率100%。") == {"completion-rate": "98.5%"}


def test_a_value_keeps_the_statements_it_rests_on() -> None:
    (value,) = indicator_values(figures("发放宣传册300份。另发放宣传手册200份。"), load_indicators())
    assert [figure.sentence for figure in value.figures] == ["发放宣传册300份。", "另发放宣传手册200份。"]


@pytest.mark.parametrize(
    "text",
    [
        "去年同期办理行政复议案件30件。",
        "行政复议案件同比减少5件。",
        "近三年来办理行政复议案件90件。",
        "计划办理行政复议案件90件，力争审结行政复议案件80件。",
        "行政许可事项清单共218项。",
        "开展行政复议宣传12场。",
    ],
)
def test_other_years_changes_plans_and_lists_state_no_indicator(text: str) -> None:
    assert not {"reconsideration", "reconsideration-closed", "licences"} & values(text).keys()


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "因政府信息公开被申请行政复议2件，行政诉讼0件。",
            {"disclosure-reconsideration": "2件", "disclosure-litigation": "0件"},
        ),
        (
            "因政府信息公开引发行政复议3件、行政诉讼1起。",
            {"disclosure-reconsideration": "3件", "disclosure-litigation": "1起"},
        ),
        # A clause with a verb of its own begins something else.
        (
            "因政府信息公开被申请行政复议2件，办理行政诉讼案件15件。",
            {"disclosure-reconsideration": "2件", "litigation": "15件"},
        ),
        (
            "主动公开信息36条，行政复议案件4件，行政诉讼案件2件。",
            {"proactive-disclosure": "36条", "reconsideration": "4件", "litigation": "2件"},
        ),
    ],
)
def test_what_an_enumeration_leaves_out_is_read_from_the_clause_before(text: str, stated: dict[str, str]) -> None:
    """行政诉讼0件 of an annual report on disclosure is no statement on all the agency's lawsuits."""
    assert values(text) == stated


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    content = (DATA / "indicators.yml").read_text(encoding="utf-8")
    content = content.replace("direction: lower", "direction: down", 1).replace(
        "aggregation: sum", "aggregation: all", 1
    )
    content = content.replace("words: '败诉'", "words: '(败诉'", 1)
    path = tmp_path / "indicators.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError) as told:
        load_indicators(path)
    assert len(str(told.value).splitlines()) == 3


def test_an_id_is_given_once(tmp_path: Path) -> None:
    content = (DATA / "indicators.yml").read_text(encoding="utf-8").replace("id: licences", "id: hotline", 1)
    path = tmp_path / "indicators.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="hotline"):
        load_indicators(path)
