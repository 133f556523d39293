"""Passages with the themes of their units, and what is kept on disk between the phases."""

from __future__ import annotations

from decimal import Decimal

from generator.model.figure import Repetition
from generator.model.report import MatchedWord, ThemeMatch, Unit
from generator.publish.open_report import dump_parts, load_parts, make_passages
from tests.unit.pages.factory import small_document
from tests.unit.publish.open_reports import PASSAGES, figure


def unit(anchor: str, passages: tuple[str, ...], *themes: str) -> Unit:
    found = tuple(ThemeMatch(theme_id=theme, score=1, words=(MatchedWord(word="词", line=1),)) for theme in themes)
    return Unit(label="", anchor=anchor, heading="", text="", passages=passages, themes=found)


def test_passages_have_the_themes_of_all_their_units_once() -> None:
    units = (
        unit("s-1", ("s-1", "p-3"), "open-government"),
        unit("s-2", ("p-4",), "legal-counsel"),
        unit("p-4-2", ("p-4",), "legal-counsel", "open-government"),
    )
    found = {passage.anchor: passage for passage in make_passages(small_document(), units)}
    assert found["p-3"].themes == ("open-government",)
    assert found["p-4"].themes == ("legal-counsel", "open-government")
    assert found["p-1"].themes == ()
    assert (found["p-3"].section, found["p-3"].label, found["p-3"].line) == ("s-1", "一", 4)
    assert (found["p-1"].section, found["p-1"].label, found["p-1"].kind) == ("", "", "title")
    assert list(found) == [block.anchor for block in small_document().blocks]


def test_what_is_kept_on_disk_comes_back_as_it_was() -> None:
    figures = (
        figure(repeated=(Repetition(anchor="p-9", start=1, end=4, line=20),)),
        figure(number=Decimal("98.50"), approximate="近", planned=True, item_anchor="p-3-1"),
        figure(number=Decimal(152000), indicator="", theme="", unit="", counted="", section="", implied=True),
    )
    passages, again = load_parts(dump_parts(PASSAGES, figures))
    assert passages == PASSAGES
    assert again == figures
    assert [one.value for one in again] == ["36", "98.50", "152000"]
