"""Under which themes a unit stands in lists: the narrowest right place, once."""

from __future__ import annotations

from generator.model.report import MatchedWord, ThemeMatch, Unit
from generator.pipeline.records import listed_themes


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
