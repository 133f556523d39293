"""Themes as they are laid out: side by side where there is room, stacked on a phone, every word to be seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python
import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
YEAR = "themes/open-government/2021/"
PAGES = {
    "themes": "themes/",
    "theme": "themes/open-government/",
    "theme in a year": YEAR,
    "agency": "agencies/urumqi-gov/",
    "agency over the years": "agencies/urumqi-gov/themes/",
}
PLACES = """selector => [...document.querySelectorAll(selector)].map(one => {
  const box = one.getBoundingClientRect(); return [Math.round(box.left), Math.round(box.top)]; })"""
pytestmark = pytest.mark.browser


def test_pages_fit_a_small_phone_and_say_what_they_hold(
    years_address: str, new_page: Callable[..., Page], foreign_requests: list[str]
) -> None:
    page = new_page(width=320)
    for place in PAGES.values():
        page.goto(years_address + place)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, place
        assert (page.locator('meta[name="description"]').get_attribute("content") or "").endswith("。"), place
    assert foreign_requests == []


def test_marks_can_be_read_in_the_dark(years_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=1280)
    page.emulate_media(color_scheme="dark")
    page.goto(years_address + YEAR)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run('.md-content')")
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
    assert "color-contrast" in {one["id"] for one in found["passes"]}


def test_agencies_stand_side_by_side_and_their_passages_begin_on_one_line(
    years_address: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=1280)
    page.goto(years_address + YEAR)
    heads = page.evaluate(PLACES, ".gk-compared__head")
    passages = page.evaluate(PLACES, ".gk-compared__body")
    assert len(heads) == 4
    assert len({left for left, _ in heads}) == 2
    for row in (0, 2):
        assert heads[row][1] == heads[row + 1][1]
        assert passages[row][1] == passages[row + 1][1]
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_function("innerWidth === 390")
    assert len({left for left, _ in page.evaluate(PLACES, ".gk-compared__head")}) == 1


def test_a_number_leads_to_the_passages_and_these_to_the_text(
    years_address: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=390)
    page.goto(years_address + PAGES["agency"])
    row = page.locator("tr", has=page.get_by_role("rowheader", name="行政执法"))
    assert row.locator("td a").first.bounding_box()["height"] >= 24  # type: ignore[index]
    row.locator("td a").first.click()
    section = page.locator("section:target")
    assert section.get_by_role("heading", level=2).inner_text() == "乌鲁木齐市人民政府"
    expect(section.locator("mark:visible").first).to_be_visible()
    words = section.locator(".gk-words").first.inner_text()
    assert set(section.locator("li").first.locator("mark").all_inner_texts()) <= set(
        words.removeprefix("相关词语：").split("、")
    )
    section.locator(".gk-card-title a").first.click()
    page.wait_for_url("**/reports/urumqi-gov/2021-law-based-government/#*")
    expect(page.locator(".official-text :target")).to_have_count(1)
