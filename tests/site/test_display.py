"""长者模式 and dark, remembered and set before the first paint; the keyboard's way; and the site without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

REPORT = "reports/xiamen-fao/2021-law-based-government/"
LARGE = '[data-gk-display="type"]'
DARK = '[data-gk-display="scheme"]'
BODY_TYPE = "parseFloat(getComputedStyle(document.querySelector('.md-typeset')).fontSize)"
GROUND = "getComputedStyle(document.body).backgroundColor"


def test_elder_mode_is_chosen_by_keyboard_told_and_remembered(
    site_address: str, new_page: Callable[..., Page], foreign_requests: list[str]
) -> None:
    page = new_page()
    page.goto(site_address)
    before = page.evaluate(BODY_TYPE)
    button = page.get_by_role("button", name="长者模式", pressed=False)
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_count(0)
    expect(page.get_by_role("button", name="长者模式", pressed=True)).to_be_visible()
    assert page.evaluate(BODY_TYPE) >= max(24, 1.4 * before)
    page.goto(site_address + REPORT)
    expect(page.get_by_role("button", name="长者模式", pressed=True)).to_be_visible()
    page.get_by_role("button", name="长者模式").press("Enter")
    page.reload()
    assert page.evaluate(BODY_TYPE) == before
    assert foreign_requests == []


def test_what_was_chosen_holds_before_any_script_file_has_come(
    site_address: str, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto(site_address)
    light = page.evaluate(GROUND)
    page.locator(LARGE).click()
    page.locator(DARK).click()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(site_address + REPORT)
    assert page.evaluate(BODY_TYPE) >= 24
    assert page.evaluate(GROUND) != light


def test_dark_follows_the_system_until_the_reader_chooses(site_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.emulate_media(color_scheme="dark")
    page.goto(site_address)
    dark = page.evaluate(GROUND)
    assert page.locator(DARK).get_attribute("aria-pressed") == "true"
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"{GROUND} !== '{dark}'")
    page.locator(DARK).click()
    page.reload()
    assert page.evaluate(GROUND) == dark
    # The other way of choosing, and storage that is switched off
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off') } })")
    page.reload()
    assert page.evaluate(GROUND) != dark
    page.locator(DARK).click()
    page.wait_for_function(f"{GROUND} === '{dark}'")


def test_elder_mode_keeps_the_readers_place(site_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(site_address + REPORT + "#s-4")
    page.wait_for_load_state("networkidle")
    page.wait_for_function("scrollY > 0")
    top = "document.getElementById('s-4').getBoundingClientRect().top"
    before = page.evaluate(top)
    page.evaluate(f"document.querySelector('{LARGE}').click()")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert abs(page.evaluate(top) - before) < 2


@pytest.mark.parametrize("address", ["", REPORT, "search/"])
def test_the_keyboards_way(address: str, site_address: str, new_page: Callable[..., Page]) -> None:
    """First past the header; every stop is seen, in the window, with its outline."""
    page = new_page(width=390, height=800)
    page.emulate_media(reduced_motion="reduce")
    page.goto(site_address + address)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    assert page.evaluate(STOP)["problem"] == ""
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#gk-content$"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#gk-content') !== null")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.goto(site_address + address)
    stops = []
    for _ in range(30):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))
        if stops[-1]["problem"] == "nothing":  # behind the last one is the browser itself
            stops.pop()
            break
    assert len(stops) > 10
    assert [stop for stop in stops if stop["problem"]] == []
    assert [stop["name"] for stop in stops[:4]][1:] == ["公开", "长者模式", "深色显示"]


STOP = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const name = at.getAttribute("aria-label") ?? at.textContent.trim().slice(0, 20);
  let problem = "";
  if (at === document.body) problem = "nothing";
  else if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) problem = "out of sight";
  else if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) problem = "no outline";
  return { name, problem, element: at.cloneNode(false).outerHTML?.slice(0, 90) };
}"""


def test_without_scripts_the_text_and_the_ways_to_it_are_there(
    site_address: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=390, has_scripts=False)
    page.goto(site_address)
    assert page.locator(f"{LARGE}:visible, {DARK}:visible").count() == 0
    page.get_by_role("navigation", name="栏目").get_by_role("link", name="机关").click()
    page.get_by_role("link", name="厦门市人民政府外事办公室").first.click()
    page.locator(".md-content a[href*='2021-law-based-government']").first.click()
    expect(page).to_have_url(site_address + REPORT)
    assert len("".join(page.locator(".official-text").inner_text().split())) > 2000
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_without_scripts_the_search_page_says_what_to_do(
    site_address: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=390, has_scripts=False)
    page.goto(site_address + "search/")
    assert "可以从下面的目录查找" in page.locator(".gk-notice").inner_text()
    assert page.locator(".gk-search").is_hidden()
    assert page.locator(".gk-search-ways a:visible").count() >= 3
