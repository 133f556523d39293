"""Every page kind in a real browser, desktop and phone, below a sub-path: whole, quiet, and asking nobody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

KINDS = {
    "home": "",
    "report": "reports/xiamen-fao/2021-law-based-government/",
    "agencies": "agencies/",
    "agency": "agencies/urumqi-gov/",
    "years": "years/",
    "year": "years/2021/",
    "themes": "themes/",
    "theme": "themes/open-government/",
    "theme-year": "themes/open-government/2021/",
    "types": "types/",
    "type": "types/law-based-government-report/",
    "coverage": "coverage/",
    "guide": "guide/",
    "about": "about/",
}
SEARCHES = {
    "云帆护航": "liaocheng-fao/2022",
    "鄂木斯克": "urumqi-fao/2021",
    "双公示": "liaocheng-fao/2022",
    "最多跑一趟": "urumqi-gov/2021",
    "仁川市桂阳区": "shapingba-fao/2021",
}
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", KINDS)
def test_page(kind: str, site_address: str, new_page: Callable[..., Page], foreign_requests: list[str]) -> None:
    page = new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        answered = page.goto(site_address + KINDS[kind])
        page.wait_for_load_state("networkidle")
        assert answered is not None
        assert answered.status == 200
        expect(page.locator("h1:visible")).to_have_count(1)
        assert page.locator("html").get_attribute("lang") == "zh-CN"
        assert page.evaluate("[innerWidth, document.documentElement.scrollWidth <= innerWidth]") == [width, True]
    assert foreign_requests == []
    assert problems == []


def test_a_request_to_another_host_is_noted_and_not_answered(
    site_address: str, new_page: Callable[..., Page], foreign_requests: list[str]
) -> None:
    """By the page or by a worker of it, by name or by number: or else no test could tell of one."""
    page = new_page()
    page.goto(site_address)
    asked = ["https://www.example.cn/by-page", "http://192.0.2.1/by-number", "https://www.example.cn/by-worker"]
    assert page.evaluate(ASK, asked) == ["refused"] * 3
    assert sorted(foreign_requests) == sorted(asked)


ASK = """async ([byPage, byNumber, byWorker]) => {
  const ask = (address) => fetch(address, { mode: "no-cors" }).then(() => "answered", () => "refused");
  const source = `const ask = ${ask}; ask("${byWorker}").then((told) => postMessage(told))`;
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  const told = new Promise((done) => { worker.onmessage = (event) => done(event.data); });
  return [await ask(byPage), await ask(byNumber), await told];
}"""


def test_report_shows_the_official_text_as_disclosed(site_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(site_address + "reports/urumqi-gov/2021-law-based-government/")
    shown = "".join(page.locator(".official-text").inner_text().split())
    from tests.conftest import ROOT

    source = (ROOT / "reports/urumqi-gov/2021-law-based-government.txt").read_text(encoding="utf-8")
    assert shown == "".join(source.split())
    assert page.locator("h1").inner_text() == "乌鲁木齐市人民政府2021年度法治政府建设情况报告"


def test_masked_contact_is_marked_and_not_in_the_page(site_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(site_address + KINDS["report"])
    assert page.locator(".official-text .masked:visible").count() == 2
    assert "查永斌" not in page.content()


@pytest.mark.parametrize("words", SEARCHES)
def test_search_by_keyboard_leads_to_the_right_report(
    words: str, site_address: str, new_page: Callable[..., Page]
) -> None:
    """Type /, the words, a key (as an input method does), go to the first answer and press Enter: no mouse."""
    page = new_page()
    page.goto(site_address)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.insert_text(words)
    page.keyboard.press("Shift")
    page.wait_for_selector(".md-search-result__item a[href*='/reports/']")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.activeElement.closest('.md-search-result__item')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert f"/reports/{SEARCHES[words]}-law-based-government/" in page.url
    assert words in "".join(page.locator(".official-text").inner_text().split())


def test_search_finds_nothing_of_what_is_masked(site_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(site_address)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.insert_text("2856011")
    page.keyboard.press("Shift")
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.trim().startsWith('没有')")


def test_a_link_to_a_section_shows_it_below_the_header(site_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=390)
    page.goto(site_address + "reports/shapingba-fao/2021-law-based-government/#s-3-2")
    page.wait_for_function("scrollY > 0")
    top = page.evaluate("document.getElementById('s-3-2').getBoundingClientRect().top")
    header = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
    assert header <= top < 500


def test_the_field_of_the_home_page_leads_to_what_was_asked_for(
    site_address: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=390)
    page.goto(site_address)
    page.get_by_label("查找机关、文号，或者一句话中的几个字").fill("双公示")
    page.keyboard.press("Enter")
    page.wait_for_selector("#gk-found:visible")
    expect(page).to_have_url(re.compile(re.escape(f"{site_address}search/?q=")))
    page.locator("a[href*='liaocheng-fao/2022']").first.wait_for()


def test_the_table_of_coverage_scrolls_by_keyboard_in_its_own_frame(
    years_address: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=390)
    page.goto(years_address + "coverage/")
    region = page.get_by_role("region", name="法治政府建设年度报告")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("element => element.scrollLeft > 0", arg=region.element_handle())
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    # The agencies stay in sight beside the years.
    assert region.locator("tbody th[scope=row]").first.bounding_box()["x"] >= region.bounding_box()["x"]
    assert region.locator("td a").count() == 15
