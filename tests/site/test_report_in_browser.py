"""The report's page in a browser: links to passages, copying, the outline on a phone, without scripts, and on paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    NewPage = Callable[..., Page]

pytestmark = pytest.mark.browser

XIAMEN = "reports/xiamen-fao/2021-law-based-government/"
SHAPINGBA = "reports/shapingba-fao/2021-law-based-government/"
A4_POINTS = (595, 842)
READ_ON = datetime(2031, 5, 6, 3, tzinfo=UTC)  # the same day all over China, and whatever the hour of the tests


@pytest.fixture
def report(years_address: str, new_page: NewPage) -> Callable[..., Page]:
    def open_report(uri: str = XIAMEN, *, width: int = 1280) -> Page:
        page = new_page(width=width)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.clock.install(time=READ_ON)
        page.goto(years_address + uri)
        page.wait_for_load_state("networkidle")
        return page

    return open_report


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def visible_links(page: Page) -> Locator:
    return page.locator(".official-text .here:visible")


def test_a_passage_s_link_is_shown_by_pointing_at_it_and_copies_link_and_citation(
    report: Callable[..., Page], years_address: str
) -> None:
    page = report()
    expect(visible_links(page)).to_have_count(0)
    passage = page.locator("#p-4")
    passage.hover()
    expect(visible_links(page)).to_have_count(1)
    link = page.get_by_role("link", name="本段链接")
    box = link.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    link.click()
    menu = page.get_by_role("dialog", name="本段链接")
    menu.get_by_role("button", name="复制链接").click()
    menu.get_by_text("已复制").wait_for()
    assert clipboard(page) == f"{years_address}{XIAMEN}#p-4"
    expect(page).to_have_url(f"{years_address}{XIAMEN}#p-4")
    menu.get_by_role("button", name="复制引文").click()
    menu.get_by_text("[R/OL]").wait_for()
    assert clipboard(page) == (
        "厦门市人民政府外事办公室. 厦门市人民政府外事办公室关于2021年法治政府建设工作情况的报告"
        f"[R/OL]. (2022-03-01)[{READ_ON.date()}]. {years_address}{XIAMEN}#p-4"
    )
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog").filter(has_text="复制链接")).to_have_count(0)
    expect(page.locator("#p-4 > .here")).to_be_focused()


def test_the_switch_brings_all_links_into_the_keyboard_s_path(report: Callable[..., Page]) -> None:
    page = report(SHAPINGBA, width=390)
    switch = page.get_by_role("checkbox", name="显示段落链接")
    switch.focus()
    page.keyboard.press("Space")
    every = page.locator(".official-text .here").count()
    assert every > 30
    expect(visible_links(page)).to_have_count(every)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.keyboard.press("Tab")  # the outline
    page.keyboard.press("Tab")
    expect(page.locator(".here:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="本段链接").get_by_role("button", name="复制链接").wait_for()
    page.keyboard.press("Escape")
    switch.press("Space")
    expect(visible_links(page)).to_have_count(0)


def test_the_menu_goes_with_its_link_and_leaves_nothing_when_it_is_closed(report: Callable[..., Page]) -> None:
    """Closed and asked within one task of the browser, so that nothing can be late and right all the same."""
    page = report(width=390)
    page.locator("#p-4").hover()
    assert page.evaluate(OPEN_AND_SCROLL) == {"isOpen": True, "moved": 0}
    assert page.evaluate(CLOSE) == {"focused": "#p-4", "open": 0}


# Whether the menu is open and has kept its distance from the link after the page was scrolled.
OPEN_AND_SCROLL = """async () => {
  const link = document.querySelector("#p-4 > .here"), top = (one) => one.getBoundingClientRect().top;
  link.focus();
  link.click();
  const menu = document.querySelector(".gk-here-menu"), before = top(menu) - top(link);
  scrollBy(0, 120);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return { isOpen: menu.matches(":popover-open"), moved: Math.round(top(menu) - top(link) - before) };
}"""
CLOSE = """() => {
  document.querySelector(".gk-here-menu").hidePopover();
  return { focused: document.activeElement.getAttribute("href"), open: document.querySelectorAll(".here.is-open").length };
}"""


def test_the_outline_is_at_the_side_of_a_wide_page_and_folded_on_a_phone(report: Callable[..., Page]) -> None:
    page = report(SHAPINGBA)
    beside, folded = page.locator(".md-sidebar--secondary"), page.locator(".gk-outline")
    expect(beside).to_be_visible()
    expect(folded).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 800})
    expect(beside).to_be_hidden()
    folded.locator("summary").click()
    folded.get_by_role("link", name=re.compile("存在的不足")).click()
    expect(page).to_have_url(re.compile(r"#s-2-1$"))


def test_the_citation_of_the_page_is_complete_and_copied(report: Callable[..., Page], years_address: str) -> None:
    page = report()
    shown = page.locator("#cite-standard").inner_text()
    assert shown.endswith(f". {years_address}{XIAMEN}")
    assert f"(2022-03-01)[{READ_ON.date()}]" in shown
    page.clock.pause_at(READ_ON + timedelta(hours=1))  # what is told for two seconds stays until it has been read
    button = page.locator("[data-gk-copies=cite-standard]")
    label = button.inner_text()
    button.click()
    expect(button).to_have_text("已复制")
    assert clipboard(page) == shown
    page.clock.run_for(3000)
    expect(button).to_have_text(label)
    page.get_by_text("其他格式").click()
    page.locator("[data-gk-copies=cite-ris]").click()
    expect(page.locator("[data-gk-copies=cite-ris]")).to_have_text("已复制")
    assert clipboard(page).startswith("TY  - RPRT\nAU  - 厦门市人民政府外事办公室\n")


def test_without_scripts_nothing_is_offered_that_does_not_work(years_address: str, new_page: NewPage) -> None:
    page = new_page(has_scripts=False)
    page.goto(years_address + XIAMEN)
    assert page.locator(".official-text").inner_text().startswith("厦门市人民政府外事办公室")
    assert page.locator("#cite-standard").inner_text().endswith("[引用日期]. 本页网址")
    assert page.get_by_role("button", name=re.compile("复制|打印")).count() == 0
    page.get_by_role("checkbox", name="显示段落链接").check()
    page.locator("#p-4 > .here").click()
    expect(page).to_have_url(re.compile("#p-4$"))


def test_paper_holds_the_text_and_where_it_is_from_and_nothing_else(
    report: Callable[..., Page], years_address: str, built_years: Path, tmp_path: Path
) -> None:
    page = report()
    page.get_by_role("checkbox", name="显示段落链接").check()
    printed = tmp_path / "report.pdf"
    page.pdf(path=printed, prefer_css_page_size=True)
    with pypdfium2.PdfDocument(printed) as pdf:
        sizes = {tuple(map(round, sheet.get_size())) for sheet in pdf}
        texts = ["".join(sheet.get_textpage().get_text_range().split()) for sheet in pdf]
    assert sizes == {A4_POINTS}
    assert 4 <= len(texts) <= 7
    # Characters by their number: a PDF has them in order of drawing, all of one typeface together.
    text, numbers = "".join(texts), [re.findall(r"—\d+—", one) for one in texts]
    assert numbers == [[f"—{number}—"] for number in range(1, len(texts) + 1)]
    official = "".join(page.locator(".official-text").inner_text().split())
    assert Counter(official) - Counter(text) == Counter()
    html = (built_years / "site" / XIAMEN / "index.html").read_text(encoding="utf-8")
    digest = re.search(r"正文校验值</dt><dd>SHA&#45;256 ([0-9a-f]{64})", html)
    assert digest is not None
    for shown in (f"{years_address}{XIAMEN}", "发布机构厦门市人民政府外事办公室", digest[1], "联系电话已经遮盖"):
        assert shown in text, shown
    assert len(text) < len(official) + 350
    for hidden in ("同主题", "本页目录", "显示段落链接", "⇄", "¶", "§", "搜索", "引用本文件"):
        assert hidden not in text, hidden
    # 署名 never opens a sheet.
    assert not any(one.removeprefix(f"—{number}—").startswith("厦门市人民政府外事办公室2022年3月1日") for number, one in enumerate(texts, 1))


def test_the_day_is_the_reader_s_and_not_the_build_s(built_years: Path) -> None:
    html = (built_years / "site" / XIAMEN / "index.html").read_text(encoding="utf-8")
    assert date.today().isoformat() not in html
