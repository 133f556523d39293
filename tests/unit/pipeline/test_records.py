"""What a record keeps of a unit: the narrowest right place in lists, and for each theme the sentences that show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.report import MatchedWord, ThemeMatch, Unit
from generator.pipeline.gather import gather
from generator.pipeline.records import below_heading, listed_themes, readable
from generator.pipeline.understand import load_surroundings
from generator.readers.discover import discover


def unit(label: str, anchor: str, passages: tuple[str, ...], *themes: str, part_of: str = "") -> Unit:
    matches = tuple(ThemeMatch(theme_id=theme, score=9, words=(MatchedWord(word="词", line=1),)) for theme in themes)
    return Unit(label=label, anchor=anchor, heading="", text="文", passages=passages, themes=matches, part_of=part_of)


def test_a_theme_of_one_item_is_listed_there_and_a_shared_one_at_the_section() -> None:
    units = (
        unit("五", "s-5", ("p-8",), "open-government", "reconsideration"),
        unit("五 一是", "p-8-1", ("p-8",), "open-government", part_of="五"),
        unit("五 二是", "p-8-2", ("p-8",), "open-government", "reconsideration", part_of="五"),
        unit("六", "s-6", ("p-9",), "open-government", "business"),
        unit("六 一是", "p-9-1", ("p-9",), part_of="六"),
        unit("六 二是", "p-9-2", ("p-9",), "open-government", part_of="六"),
    )
    assert {one.label: themes for one, themes in listed_themes(units)} == {
        "五": ("open-government",),
        "五 一是": (),
        "五 二是": ("reconsideration",),
        "六": ("business",),
        "六 一是": (),
        "六 二是": ("open-government",),
    }


def test_for_each_theme_a_unit_keeps_sentences_with_its_words(project: Path) -> None:
    around = load_surroundings(project)
    (project / ".gongkai/work").mkdir(parents=True, exist_ok=True)
    outcomes = gather(discover(project).found, around, make_records=True)
    units = [one for outcome in outcomes if outcome.record for one in outcome.record.units]
    assert len([one for one in units if one.themes]) > 60
    held = []
    for one in units:
        assert tuple(theme for theme, _ in one.excerpts) == one.themes
        for theme, excerpt in one.excerpts:
            words = dict(one.words)[theme]
            assert len(excerpt) <= 120
            held.append(any(word in excerpt for word in words))
            # Where no sentence holds a word, the heading does.
            assert held[-1] or any(word in one.heading.replace(" ", "") for word in words), (one.label, words, excerpt)
    assert sum(held) / len(held) > 0.97


def test_cells_of_a_table_stay_apart_in_excerpts() -> None:
    """规章 4、0、14 件 would else be read as 规章4014."""
    text = "二、主动公开政府信息情况\n信息内容\t本年制发件数\t现行有效件数\n规章\t4\t14\n行政许可\t1238\n以上 数据\n截至年底。"
    assert readable(text) == (
        "二、主动公开政府信息情况　信息内容 本年制发件数 现行有效件数　规章 4 14　行政许可 1238　以上数据截至年底。"
    )


@pytest.mark.parametrize(
    ("label", "heading", "text", "told"),
    [
        ("第四条", "", "第四条行政规范性文件不得设定行政许可。", "行政规范性文件不得设定行政许可。"),
        ("第四条", "", "第四条", "第四条"),
        ("一（一）", "抓学习。", "（一）抓学习。学了十次。", "学了十次。"),
        ("一（一）", "抓学习。", "（一）抓学习。", "（一）抓学习。"),
        ("二 二是", "", "二是抓落实。", "二是抓落实。"),
        ("一", "", "一些同志学了十次。", "一些同志学了十次。"),
    ],
)
def test_lists_show_marker_and_heading_once(label: str, heading: str, text: str, told: str) -> None:
    assert below_heading(text, heading, label) == told
