"""The search in a real browser: dialog and search page, mouse and keyboard, wide and narrow, with things going wrong."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

    NewPage = Callable[..., Page]

pytestmark = pytest.mark.browser

WORDS = "信息公开"
REPORT = "reports/xiamen-fao/2021-law-based-government/"
FOUND_NOWHERE = "宇宙飞船第十七次"
WORDS_NEVER_WRITTEN_TOGETHER = "信息法治工作"
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "template": "{{7*7}}${7*7}",
    "regex": "(.*)+[$^\\",
    "unclosed": '"行政',
    "quotes": '""  "" \'',
    "emoji": "👨‍👩‍👧‍👦🏛️",
    "long": "行政复议" * 2500,
    "controls": "\u0000\u202e\u2066\ufeff\u200b",
    "percent": "%%%&q=x#y?z",
}
# A module with the interface of the real one, for what five reports cannot show.
FAKE = """
export class SearchError extends Error {}
const settings = %s;
const groups = Array.from({ length: settings.reports }, (_, index) => ({
  report: { id: `a/${index}`, title: settings.title ?? `第${index}份`, agency: settings.title ?? "某机关", year: 2021,
            date: "2022-03-01", type: settings.title ?? "报告" },
  uri: `reports/a/${index}/`, count: 1,
  passages: [{ anchor: "p-1", heading: settings.title ?? "一 标题", text: settings.text ?? "这里有词。", ranges: [[3, 4]], field: "" }],
}));
const choices = settings.choices ?? 0;
const facet = () => Array.from({ length: choices }, (_, index) => ({ value: `v${index}`, label: `第${index}个`, count: 1 }));
export async function openIndex() {
  if (settings.code) throw Object.assign(new SearchError("x"), { code: settings.code });
  return { async search(query, { limit = 10, offset = 0, facets } = {}) {
    const shown = groups.slice(offset, offset + limit);
    return { query, total: settings.reports * 3, exact: settings.exact ?? true, relaxed: false, words: [query], note: "", reports: settings.reports,
             groups: shown, hits: [], ...(facets ? { facets: { agency: facet(), year: facet() } } : {}) };
  } };
}
"""


@contextmanager
def quiet(page: Page) -> Iterator[None]:
    """Inside, the page may not open a dialog, write an error to the console or throw."""
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: problems.append(str(error)))

    def refuse(dialog: object) -> None:
        problems.append("dialog")
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", refuse)
    yield
    assert problems == []


def fake_module(page: Page, **settings: object) -> None:
    """Let the page get a module that answers as told, in place of the real one."""
    body = FAKE % json.dumps(settings)
    # On the context, because the dialog asks from its worker.
    page.context.route(
        "**/search/gongkai-search.js", lambda route: route.fulfill(body=body, content_type="text/javascript")
    )


def results_of(page: Page) -> Locator:
    page.wait_for_selector(".gk-hits > li")
    return page.locator(".gk-hits > li")


def open_search(page: Page, address: str, query: str = WORDS, more: str = "") -> None:
    """Open the search page at a query and wait until it has answered."""
    page.goto(f"{address}search/?q={quote(query)}{more}")
    wait_for_answer(page)


def wait_for_answer(page: Page) -> None:
    """Wait until the search page has answered its first query."""
    page.wait_for_function(
        "document.querySelector('[data-part=status]').textContent.length > 0"
        " && !document.querySelector('[data-part=results]').hasAttribute('aria-busy')"
    )


def type_in_dialog(page: Page, words: str) -> None:
    """Open the dialog by its key and write as an input method does, without a key for each character."""
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.insert_text(words)


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def wait_until_loaded(page: Page, *endings: str) -> None:
    """Wait until the page has got files whose addresses end so."""
    page.wait_for_function(
        """endings => endings.every(
          (ending) => performance.getEntriesByType("resource").some((each) => each.name.endsWith(ending)))""",
        arg=list(endings),
    )


def wait_until_found_is_in_view(page: Page) -> None:
    """Wait until the first painted mark inside the passage of the address is inside the window."""
    page.wait_for_function(
        """() => {
          const target = document.querySelector(":target");
          const ranges = [...CSS.highlights.get("gk-found") ?? []].filter((each) => target?.contains(each.startContainer));
          const box = ranges[0]?.getBoundingClientRect();
          return Boolean(box) && box.top >= 0 && box.bottom <= innerHeight;
        }"""
    )


# --- dialog ------------------------------------------------------------------------------------------------------


def test_nothing_of_the_index_is_loaded_before_the_first_query(site_address: str, new_page: NewPage) -> None:
    """The modules come when the reader comes to the field, one file each; what the query needs comes with the query."""
    page = new_page()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.removeprefix(site_address)))
    page.goto(site_address)
    page.wait_for_load_state("networkidle")
    assert {each for each in asked if each.startswith("search/")} == {"search/search_index.json"}
    before = len(asked)
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    modules = {"assets/javascripts/search-dialog.js", "search/gongkai-search.js"}
    wait_until_loaded(page, *modules)
    assert set(asked[before:]) == modules
    page.keyboard.insert_text(WORDS)
    page.wait_for_selector(".md-search-result__item mark")
    assert {each for each in asked[before:] if each.endswith(".js")} == modules
    assert "search/manifest.json" in asked
    assert not [each for each in asked if each.endswith(("/reports.bin", "/passages.bin"))]


def test_dialog_by_mouse_leads_to_the_passage(
    site_address: str, new_page: NewPage, foreign_requests: list[str]
) -> None:
    page = new_page()
    with quiet(page):
        page.goto(site_address)
        page.wait_for_load_state("networkidle")
        page.click(".md-search__input")
        page.keyboard.insert_text("微信公众号")
        page.click(f'.md-search-result__link[href*="{REPORT}"][href*="#"]')
        page.wait_for_selector(".gk-found-bar")
        assert REPORT in page.url
        assert re.search(r"#p-\d+$", page.url)
        wait_until_found_is_in_view(page)
        assert "微信公众号" in "".join(page.locator(":target").inner_text().split())
    assert foreign_requests == []


def test_dialog_by_keyboard_from_a_deep_page(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site_address + REPORT)
    type_in_dialog(page, "仁川市桂阳区")
    page.wait_for_selector(".md-search-result__item mark")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/reports/shapingba-fao/2021-law-based-government/" in page.url
    wait_until_found_is_in_view(page)


def test_dialog_tells_how_much_was_found(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site_address)
    type_in_dialog(page, WORDS)
    page.wait_for_selector(".md-search-result__item mark")
    status = page.locator(".md-search-result__meta")
    expect(status).to_have_text(re.compile(r"^\s*找到 \d+ 份文件，\d+ 段\s*$"))
    assert status.get_attribute("role") == "status"


def test_dialog_says_about_where_the_count_is_an_estimate(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    fake_module(page, reports=1200, exact=False)
    page.goto(site_address)
    type_in_dialog(page, "词")
    page.wait_for_selector(".md-search-result__item mark")
    expect(page.locator(".md-search-result__meta")).to_have_text("找到约 1,200 份文件，约 3,600 段")
    assert "查看全部约 3,600 段结果" in page.locator(".md-search-result__item").last.inner_text()


def test_dialog_leads_to_the_search_page(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site_address + REPORT)
    type_in_dialog(page, WORDS)
    page.wait_for_selector(".md-search-result__item mark")
    page.locator(".md-search-result__item a").last.click()
    assert results_of(page).count() > 1
    assert parameters(page) == {"q": [WORDS]}
    assert page.locator(".md-search").count() == 0, "Material would open the dialog over the page"


def test_enter_before_the_answer_leads_to_the_search_page(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site_address + "guide/")
    page.context.route("**/search/gongkai-search.js", lambda _: None)
    type_in_dialog(page, WORDS)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert parameters(page) == {"q": [WORDS]}


def test_dialog_without_hits_says_so(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site_address)
    type_in_dialog(page, FOUND_NOWHERE)
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.startsWith('没有找到')")


DIALOG_HAS_ANSWERED = r"/^\s*(找到|没有找到)/.test(document.querySelector('.md-search-result__meta').textContent)"


@pytest.mark.parametrize("name", HOSTILE)
def test_dialog_takes_any_words_for_words(name: str, site_address: str, new_page: NewPage) -> None:
    page = new_page()
    with quiet(page):
        page.goto(site_address)
        type_in_dialog(page, HOSTILE[name])
        page.wait_for_function(DIALOG_HAS_ANSWERED)
        assert page.locator(".md-search-result img, .md-search-result script").count() == 0
        page.keyboard.press("Escape")


def test_dialog_shows_hostile_documents_as_text(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    hostile = "<img src=x onerror=alert(1)>"
    fake_module(page, reports=2, title=hostile, text=f"这里有{hostile}")
    with quiet(page):
        page.goto(site_address)
        type_in_dialog(page, "词")
        page.wait_for_selector(".md-search-result__item mark")
        assert page.locator(".md-search-result img").count() == 0
        assert hostile in page.locator(".md-search-result__item").first.inner_text()


def test_dialog_tells_what_is_missing(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    page.context.route("**/search/**", refuse_index)
    page.goto(site_address)
    type_in_dialog(page, WORDS)
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent.includes('没有取到')")


# --- search page -------------------------------------------------------------------------------------------------


def refuse_index(route: Route) -> None:
    """Let the page through and none of what the search reads."""
    if urlsplit(route.request.url).path.endswith(("/search/", "/search/search_index.json")):
        route.continue_()
    else:
        route.abort()


@pytest.mark.parametrize("width", [1280, 390])
def test_results_stand_by_report_with_their_passages(
    width: int, site_address: str, new_page: NewPage, foreign_requests: list[str]
) -> None:
    page = new_page(width=width)
    with quiet(page):
        open_search(page, site_address)
        results = results_of(page)
        assert results.count() == 4
        assert re.fullmatch(r"找到 4 份文件，\d+ 段", page.locator("#gk-found").inner_text())
        assert page.locator("[data-part=status]").inner_text() == page.locator("#gk-found").inner_text()
        assert set(page.locator(".gk-hits mark").all_inner_texts()) == {WORDS}
        assert all(results.nth(each).locator("mark").count() for each in range(4))
        assert page.title().startswith(f"“{WORDS}” - 搜索")
        assert page.locator("#gk-q").input_value() == WORDS
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator(".gk-hit-passages a").first.click()
        page.wait_for_selector(".gk-found-bar")
        wait_until_found_is_in_view(page)
    assert foreign_requests == []


def test_page_works_at_the_root_of_a_host_too(built_site: Path, serve: Callable[..., str], new_page: NewPage) -> None:
    page = new_page()
    address = serve(built_site)
    open_search(page, address)
    href = page.locator(".gk-hit-passages a").first.get_attribute("href")
    assert href is not None
    assert href.startswith(f"{address}reports/")


def test_without_a_query_the_page_helps(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with quiet(page):
        page.goto(site_address + "search/")
        page.wait_for_load_state("networkidle")
        assert page.locator(".gk-search-help:visible").count() == 1
        assert page.locator(".gk-search-body:visible").count() == 0
        assert not [each for each in asked if each.endswith("gongkai-search.js")]
        page.focus("#gk-q")
        wait_until_loaded(page, "manifest.json", "gongkai-search.js")
        assert {each.rpartition("/")[2] for each in asked[-2:]} == {"manifest.json", "gongkai-search.js"}
        page.fill("#gk-q", WORDS)
        page.click("button[type=submit]")
        assert results_of(page).count() == 4
        assert page.locator(".gk-search-help:visible").count() == 0


def test_filters_narrow_and_stand_in_the_address(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    with quiet(page):
        open_search(page, site_address)
        names = page.locator(".gk-facet summary").all_inner_texts()
        assert [name.split()[0] for name in names] == ["地区", "机关", "年度", "文种", "主题", "法定内容"]
        box = page.locator("input[name=year][value='2022']")
        number = int(page.locator(".gk-facet label", has=box).locator(".gk-facet-count").inner_text().split()[0])
        box.check()
        page.wait_for_function(f"document.querySelectorAll('.gk-hits > li').length === {number}")
        assert parameters(page) == {"q": [WORDS], "year": ["2022"]}
        assert page.evaluate("document.activeElement.value") == "2022", "the focus stays on the box"
        assert all("2022年度" in each for each in page.locator(".gk-hit-notes").all_inner_texts())
        assert "2022" in page.locator(".gk-chip").inner_text()
        page.locator(".gk-chip").click()
        page.wait_for_function("document.querySelectorAll('.gk-hits > li').length === 4")
        assert parameters(page) == {"q": [WORDS]}
        page.go_back()
        page.wait_for_function(f"document.querySelectorAll('.gk-hits > li').length === {number}")
        assert page.locator("input[name=year][value='2022']").is_checked()
        page.go_back()
        page.wait_for_function("document.querySelectorAll('.gk-hits > li').length === 4")
        assert not page.locator("input[name=year][value='2022']").is_checked()


@pytest.mark.parametrize("name", ["region", "agency", "year", "type", "theme", "role"])
def test_every_filter_gives_as_many_reports_as_it_says(name: str, site_address: str, new_page: NewPage) -> None:
    page = new_page()
    open_search(page, site_address)
    value = page.locator(f"input[name={name}]").first.get_attribute("value")
    box = page.locator(f"input[name={name}][value='{value}']")
    row = page.locator(".gk-facet label", has=box)
    number = int(row.locator(".gk-facet-count").inner_text().split()[0])
    shown = row.locator(".gk-facet-name").inner_text()
    assert re.search(r"[一-鿿0-9]", shown), "a name for people"
    box.check()
    page.wait_for_selector(".gk-chip")
    assert parameters(page)[name] == [value]
    assert page.locator("#gk-found").inner_text().startswith(f"找到 {number} 份文件")
    assert results_of(page).count() == number


def test_every_state_can_be_sent_as_an_address(site_address: str, new_page: NewPage) -> None:
    first = new_page()
    open_search(first, site_address, more="&year=2021&agency=xiamen-fao&sort=date")
    second = new_page()
    second.goto(first.url)
    assert results_of(second).count() == 1
    assert second.locator("#gk-sort").input_value() == "date"
    assert second.locator("input[name=agency]:checked").get_attribute("value") == "xiamen-fao"
    assert second.locator(".gk-chip").count() == 2


def test_sorted_by_date_the_newest_is_first(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    open_search(page, site_address)
    page.select_option("#gk-sort", "date")
    page.wait_for_url("**sort=date")
    page.wait_for_selector("[data-part=results]:not([aria-busy])")
    notes = page.locator(".gk-hit-notes").all_inner_texts()
    days = [tuple(map(int, found.groups())) for each in notes if (found := re.search(r"(\d+)年(\d+)月(\d+)日", each))]
    assert len(days) > 1
    assert days == sorted(days, reverse=True)


def test_pages_turn_and_turn_back(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    fake_module(page, reports=35)
    with quiet(page):
        open_search(page, site_address, "词")
        assert results_of(page).count() == 10
        page.get_by_role("link", name="下一页").click()
        page.wait_for_selector(".gk-hits[start='11']")
        assert parameters(page)["page"] == ["2"]
        assert page.evaluate("document.activeElement.id") == "gk-found", "reading goes on at the results"
        assert page.locator("[data-part=status]").inner_text().endswith("第 2 页，共 4 页")
        page.get_by_role("link", name="第 4 页").click()
        page.wait_for_selector(".gk-hits[start='31']")
        assert results_of(page).count() == 5
        assert page.locator(".gk-pages [aria-current=page]").inner_text() == "4"
        page.go_back()
        page.wait_for_selector(".gk-hits[start='11']")
        page.go_back()
        page.wait_for_selector(".gk-hits[start='1']")
        open_search(page, site_address, "词", "&page=99")
        assert results_of(page).count() == 10
        assert "page" not in parameters(page)


def test_going_back_from_a_report_leads_to_the_same_place(site_address: str, new_page: NewPage) -> None:
    page = new_page(height=500)
    open_search(page, site_address)
    page.locator(".gk-hit-title a").nth(2).click()
    page.wait_for_url("**/reports/**")
    page.go_back()
    results_of(page)
    page.wait_for_function("scrollY > 100")


def test_an_estimate_is_called_one(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    fake_module(page, reports=20, exact=False)
    open_search(page, site_address, "词")
    assert page.locator("#gk-found").inner_text() == "找到约 20 份文件，约 60 段"


def test_many_values_of_a_filter_stay_usable(site_address: str, new_page: NewPage) -> None:
    page = new_page(width=390)
    fake_module(page, reports=20, choices=150)
    open_search(page, site_address, "词")
    page.click("[data-part=filter-button]")
    agencies = page.locator(".gk-facet", has=page.locator("input[name=agency]"))
    assert agencies.locator("input[type=checkbox]").count() == 6
    agencies.get_by_role("button", name="全部 150 个机关").click()
    assert agencies.locator("input[type=checkbox]").count() == 150
    assert page.evaluate("document.activeElement.value") == "v6", "the focus goes to the first new one"
    agencies.get_by_label("在机关中查找").fill("第149个")
    assert agencies.locator("input[type=checkbox]").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_phrase_without_hits_offers_its_words(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    open_search(page, site_address, WORDS_NEVER_WRITTEN_TOGETHER)
    notice = page.locator(".gk-relaxed").inner_text()
    assert f"没有找到连写的“{WORDS_NEVER_WRITTEN_TOGETHER}”" in notice
    assert results_of(page).count() >= 1
    assert "没有找到连写的" in page.locator("[data-part=status]").inner_text()


def test_nothing_found_says_what_to_do(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    with quiet(page):
        open_search(page, site_address, FOUND_NOWHERE)
        assert f"没有找到“{FOUND_NOWHERE}”" in page.locator(".gk-state").inner_text()
        assert page.locator("[data-part=status]").inner_text() == "没有找到"
        assert page.locator("[data-part=export]:visible").count() == 0
        assert page.locator(".gk-search-ways a").count() == 3


def test_nothing_found_under_filters_offers_to_drop_them(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    open_search(page, site_address, more="&year=1999")
    page.get_by_role("link", name="去掉全部筛选条件").click()
    assert results_of(page).count() == 4
    assert parameters(page) == {"q": [WORDS]}


@pytest.mark.parametrize(
    ("code", "told", "button"),
    [
        ("offline", "没有连上网络", "重试"),
        ("missing-chunk", "搜索要用的数据没有取到", "刷新本页"),
        ("bad-manifest", "搜索暂时不能使用", "刷新本页"),
        ("unknown", "这次搜索没有完成", "重试"),
    ],
)
def test_trouble_is_told_with_what_to_do(
    code: str, told: str, button: str, site_address: str, new_page: NewPage
) -> None:
    page = new_page(width=390)
    fake_module(page, reports=1, code=code)
    open_search(page, site_address)
    state = page.locator(".gk-state")
    assert told in state.inner_text()
    assert told in page.locator("[data-part=status]").inner_text()
    assert state.get_by_role("button", name=button).is_visible()
    assert page.locator(".gk-search-ways a").count() == 3


def test_a_missing_file_of_the_index_is_told_and_the_retry_works(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    page.context.route("**/search/**", refuse_index)
    open_search(page, site_address)
    assert page.locator(".gk-state-title").inner_text() == "搜索要用的数据没有取到"
    page.context.unroute("**/search/**")
    page.get_by_role("button", name="刷新本页").click()
    assert results_of(page).count() == 4


def test_a_chunk_that_is_gone_is_told(site_address: str, new_page: NewPage) -> None:
    """The module and the manifest are there, a file that the manifest names is not: a site between two versions."""
    page = new_page()
    fetched: list[str] = []

    def gone(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.endswith((".js", ".json", "/search/")):
            route.continue_()
        else:
            fetched.append(path)
            route.fulfill(status=404, body="")

    page.context.route("**/search/**", gone)
    open_search(page, site_address)
    assert fetched
    assert page.locator(".gk-state-title").inner_text() == "搜索要用的数据没有取到"


def test_offline_is_told_and_the_retry_works(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site_address + "search/")
    page.wait_for_load_state("networkidle")
    open_search(page, site_address, "法治")
    page.context.set_offline(True)
    page.fill("#gk-q", "云帆护航")
    page.keyboard.press("Enter")
    page.wait_for_selector(".gk-state-title")
    assert page.locator(".gk-state-title").inner_text() == "没有连上网络"
    page.context.set_offline(False)
    page.get_by_role("button", name="重试").click()
    assert results_of(page).count() == 1


def test_export_opens_in_a_spreadsheet(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    open_search(page, site_address, more="&year=2021")
    with page.expect_download() as waiting:
        page.click("[data-part=export]")
    assert waiting.value.suggested_filename == f"搜索结果-{WORDS}.csv"
    content = Path(waiting.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 3
    assert all(WORDS in "".join(row[7].split()) for row in rows[1:])
    assert all(row[8].startswith(f"{site_address}reports/") for row in rows[1:])
    assert {row[3] for row in rows[1:]} == {"2021"}


def test_keyboard_alone(site_address: str, new_page: NewPage) -> None:
    """Slash to the field, words, Enter; Tab to the filters, Space; Tab on to a result, Enter."""
    page = new_page()
    page.goto(site_address + "search/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    page.keyboard.insert_text(WORDS)
    page.keyboard.press("Enter")
    assert results_of(page).count() == 4
    wanted = ["INPUT:year", "SELECT:", "A:"]
    for _ in range(60):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "(() => { const at = document.activeElement; return at.closest('.gk-search-body')"
            " ? `${at.tagName}:${at.name ?? ''}` : ''; })()"
        )
        if here != wanted[0]:
            continue
        wanted.pop(0)
        if not wanted:
            break
        if here == "INPUT:year":
            page.keyboard.press("Space")
            page.wait_for_selector(".gk-chip")
    assert wanted == []
    assert "year" in parameters(page)


@pytest.mark.parametrize("name", HOSTILE)
def test_page_takes_any_words_for_words(name: str, site_address: str, new_page: NewPage) -> None:
    page = new_page(width=390)
    with quiet(page):
        page.goto(site_address + "search/")
        page.wait_for_load_state("networkidle")
        page.locator("#gk-q").evaluate("(field, words) => { field.value = words; }", HOSTILE[name])
        page.click("button[type=submit]")
        wait_for_answer(page)
        assert page.locator(".gk-search-results :is(img, script, iframe)").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(
    "part",
    ["?q=%ED%A0%80%ED%B0%80%FF", "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&year=%3Cb%3E&agency=__proto__&page=1e9"],
)
def test_page_takes_any_address(part: str, site_address: str, new_page: NewPage) -> None:
    page = new_page()
    with quiet(page):
        page.goto(f"{site_address}search/{part}")
        expect(page.locator(".gk-state")).to_have_count(1)
        assert page.locator(".gk-search-results :is(img, b)").count() == 0


def test_page_shows_hostile_documents_as_text(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    hostile = "<img src=x onerror=alert(1)>"
    fake_module(page, reports=2, title=hostile, text=f"这里有{hostile}", choices=3)
    with quiet(page):
        open_search(page, site_address, hostile)
        assert page.locator(".gk-search img").count() == 0
        assert hostile in page.locator(".gk-hit-title").first.inner_text()


def test_report_page_marks_hostile_words_as_text(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    with quiet(page):
        page.goto(f"{site_address}{REPORT}?h={quote('<img src=x onerror=alert(1)>')}&h={quote(WORDS)}#p-1%ff")
        page.wait_for_selector(".gk-found-bar")
        assert page.locator(".gk-found-bar img").count() == 0


def test_marks_are_painted_and_the_text_stays_as_it_is(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(site_address + REPORT)
    before = page.locator(".official-text").inner_html()
    page.goto(f"{site_address}{REPORT}?h={quote(WORDS)}")
    bar = page.locator(".gk-found-bar")
    bar.wait_for()
    assert page.locator(".official-text").inner_html() == before
    number = int(re.search(r"共 (\d+) 处", bar.inner_text())[1])  # type: ignore[index]
    assert page.evaluate("CSS.highlights.get('gk-found').size") == number
    bar.get_by_role("button", name="下一处").click()
    assert f"第 2 处，共 {number} 处" in bar.inner_text()
    bar.get_by_role("button", name="上一处").click()
    bar.get_by_role("button", name="上一处").click()
    assert f"第 {number} 处" in bar.inner_text()
    bar.get_by_role("button", name="不再标出").click()
    assert bar.count() == 0
    assert page.evaluate("CSS.highlights.size") == 0
    assert urlsplit(page.url).query == ""


def test_a_word_far_down_in_its_passage_is_brought_into_view(site_address: str, new_page: NewPage) -> None:
    """The browser goes to the beginning of the passage; on a small screen the word is below it."""
    page = new_page(width=390, height=360)
    page.goto(f"{site_address}{REPORT}?h={quote('微信公众号')}#p-10")
    page.wait_for_selector(".gk-found-bar")
    wait_until_found_is_in_view(page)
    assert "第 3 处，共 4 处" in page.locator(".gk-found-bar").inner_text(), "the one in view is the present one"


def test_browsers_without_painted_marks_get_elements(site_address: str, new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("delete CSS.highlights; delete window.Highlight;")
    page.goto(f"{site_address}{REPORT}?h={quote(WORDS)}#p-10")
    page.wait_for_selector(".gk-found-bar")
    assert set(page.locator("mark.gk-mark").all_inner_texts()) == {WORDS}
    page.get_by_role("button", name="不再标出").click()
    assert page.locator("mark.gk-mark").count() == 0


def test_the_documented_example_runs(site_address: str, new_page: NewPage) -> None:
    """As printed on the site, with the site's own address put in."""
    source = (ROOT / "docs/search-api.md").read_text(encoding="utf-8")
    example = re.findall(r"```js\n(.*?)```", source, re.DOTALL)
    assert len(example) == 1
    page = new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(site_address + "guide/")
    page.evaluate(RUN_MODULE, example[0].replace("https://网站的地址/", site_address))
    assert re.fullmatch(r"\d+ 份文件，\d+ 段", told[0])
    assert len(told) > 1
    assert all(re.fullmatch(r".+ reports/[a-z/-]+[0-9].*/#[ps]-[\d-]+ 行政复议", each) for each in told[1:])


# Done when the whole of the module has run, whatever it awaits at its top.
RUN_MODULE = "source => import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))).then(() => null)"


def test_without_scripts_the_page_leads_to_the_catalogue(site_address: str, new_page: NewPage) -> None:
    page = new_page(has_scripts=False)
    page.goto(f"{site_address}search/?q={quote(WORDS)}")
    assert "JavaScript" in page.locator("main").inner_text()
    assert page.locator("#gk-q:visible").count() == 0
    links = page.locator(".gk-search-ways a")
    assert links.count() == 3
    links.first.click()
    expect(page).to_have_url(re.compile("/agencies/$"))
