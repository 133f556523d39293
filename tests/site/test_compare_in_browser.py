"""Comparisons in a real browser: whole, accessible, readable without scripts, and the same whoever makes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

YEARS = "compare/shapingba-fao/2020-2021/"
EARLIER, LATER = "shapingba-fao/2020-law-based-government", "shapingba-fao/2021-law-based-government"
pytestmark = pytest.mark.browser


def faults(page: Page) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]


def watched(page: Page) -> list[str]:
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    return problems


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_page_of_two_years(
    width: int, scheme: str, years_address: str, new_page: Callable[..., Page], foreign_requests: list[str]
) -> None:
    page = new_page(width=width)
    page.emulate_media(color_scheme=scheme)
    problems = watched(page)
    page.goto(years_address + YEARS)
    page.locator(".gk-compare details > summary").first.click()
    assert page.locator("h1:visible").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page) == []
    assert (problems, foreign_requests) == ([], [])


def test_the_browser_makes_the_same_comparison(years_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    problems = watched(page)
    told = []
    for address in (YEARS, f"compare/?a={EARLIER}&b={LATER}"):
        page.goto(years_address + address)
        page.wait_for_selector(".gk-compare")
        parts = (".gk-shares >> nth=0", ".gk-shares >> nth=1", ".gk-compare")
        told.append(["".join((page.locator(part).text_content() or "").split()) for part in parts])
        marks = (
            "[...document.querySelectorAll('.gk-compare :is(ins, del)')].map((one) => one.tagName + one.textContent)"
        )
        told[-1] += page.evaluate(marks)
        told[-1] += page.evaluate(
            "[...document.querySelectorAll('.gk-compare a')].map((one) => one.href.split('#')[1])"
        )
    assert told[0] == told[1]
    assert len(told[0]) > 20
    assert problems == []


def test_from_a_report_to_another_agencys(years_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=390)
    problems = watched(page)
    page.goto(f"{years_address}reports/{LATER}/")
    page.get_by_role("link", name="与另一份文件对照").click()
    field = page.get_by_role("searchbox", name="查找第二份")
    field.fill("云帆护航")
    page.get_by_role("button", name="查找", exact=True).click()
    page.wait_for_selector(".gk-chooser .gk-hits")
    assert faults(page) == []
    field.fill("https://www.example.gov.cn/reports/a/b/")
    field.press("Enter")
    page.wait_for_selector("text=这不是本站文件页面的网址")
    field.fill(f"{years_address}reports/liaocheng-fao/2022-law-based-government/?h=x#s-1")
    field.press("Enter")
    page.wait_for_selector(".gk-compare")
    assert page.locator(".gk-chooser dt").all_inner_texts() == ["第一份", "第二份"]
    assert "仅第一份有" in page.locator(".gk-shares").first.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert faults(page) == []
    page.get_by_role("link", name="第一份换成别的文件").click()
    page.wait_for_selector("text=查找第一份")
    assert problems == []


def test_what_is_not_there_is_said(years_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(f"{years_address}compare/?a={LATER}&b=nobody/nothing")
    page.wait_for_selector("text=没有找到第二份文件")
    page.goto(f"{years_address}compare/?a={LATER}&b={LATER}")
    page.wait_for_selector("text=两份是同一份文件")
    page.goto(f"{years_address}compare/")
    page.wait_for_selector("text=查找第一份")


def test_without_scripts(years_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page(has_scripts=False)
    page.goto(years_address + YEARS)
    assert page.locator(".gk-compare section").count() > 10
    page.goto(f"{years_address}compare/")
    assert "要用浏览器的脚本" in page.locator("main").inner_text()
    assert page.locator(".gk-chooser:visible").count() == 0
