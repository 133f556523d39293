"""Pages of indicators in a real browser: whole at 320 px, in the dark and on paper; axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

LIST = "indicators/"
ONE = "indicators/disclosure-requests/"
YEAR = "indicators/files-reviewed/2020/"
REPORT = "reports/shapingba-fao/2021-law-based-government/"
AGENCY = "agencies/shapingba-fao/"
SIZES_AND_PLACES = """texts => texts.map(text => {
  const box = text.getBoundingClientRect();
  return [parseFloat(getComputedStyle(text).fontSize), box.left, box.right];
})"""
pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("place", "width", "scheme"), [(LIST, 1280, "dark"), (ONE, 320, "light"), (YEAR, 320, "dark")])
def test_pages_of_indicators(
    place: str, width: int, scheme: str, years_address: str, new_page: Callable[..., Page], foreign_requests: list[str]
) -> None:
    page = new_page(width=width)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(years_address + place)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    assert found == [], [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
    assert foreign_requests == []
    letters = page.locator(".gk-plot__drawing text").evaluate_all(SIZES_AND_PLACES)
    assert len(letters) > 5 or place == LIST
    for size, left, right in letters:
        assert size >= 11
        assert 0 <= left < right <= width


@pytest.mark.parametrize("place", [REPORT, AGENCY])
def test_numbers_on_pages_of_reports_and_agencies(
    place: str, years_address: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=320)
    page.goto(years_address + place)
    assert page.locator(".gk-figures-told").evaluate("section => section.scrollWidth - section.clientWidth") == 0
    found = Axe().run(page, context=".gk-figures-told").response["violations"]
    assert found == [], [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def test_a_number_leads_to_its_sentence_in_the_document(years_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(years_address + ONE)
    row = page.locator(".gk-stated tbody tr").first
    sentence = "".join(row.locator(".gk-quoted").inner_text().split())
    row.locator(".gk-place a").click()
    page.wait_for_url("**/reports/**")
    assert sentence in "".join(page.locator(".official-text").inner_text().split())
    assert sentence.rstrip("。") in "".join(page.locator(":target").inner_text().split())
