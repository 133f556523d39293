"""Our search in Chromium: cold, warm, and asked for complete lists of hits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.bench.progress import Progress
from tests.bench.queries import Query
from tests.bench.search_served import BLANK, Moved, Served
from tests.browser import find_chromium, launch_arguments

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# What a page does that has nothing yet: from the import of the module to the first page of results.
_COLD = """async ([base, query, options]) => {
  const started = performance.now();
  const { openIndex } = await import(base + "gongkai-search.js");
  const index = await openIndex(base);
  await index.search(query, options);
  return performance.now() - started;
}"""
_OPEN = """async ([base, options]) => {
  const { openIndex } = await import(base + "gongkai-search.js");
  globalThis.index = await openIndex(base, options);
}"""
_WARM = """async ([query, options]) => {
  const started = performance.now();
  const found = await index.search(query, options);
  const seconds = performance.now() - started;
  const hits = found.hits.map(({ report, anchor, field, text, ranges }) =>
    [report.id, anchor || field, ranges.map(([start, end]) => text.slice(start, end))]);
  return { milliseconds: seconds, total: found.total, reports: found.reports, exact: found.exact,
           relaxed: found.relaxed, groups: found.groups.length, hits };
}"""
FIRST_PAGE = {"limit": 10, "relax": True}  # as the dialog asks
WITH_FACETS = {**FIRST_PAGE, "facets": True}  # as the search page asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Cold:
    """One query in a browser that has seen nothing of the site.

    Attributes:
        milliseconds: from the import of the module to the first page of results.
        moved: for it, modules and manifest included.
    """

    milliseconds: float
    moved: Moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What our search answers.

    Attributes:
        milliseconds: it took.
        total: passages it says there are.
        reports: reports it says there are.
        exact: it says that both are exact.
        relaxed: it says that these are not hits of the query as typed.
        groups: reports on the page.
        hits: report id, anchor or field, and the pieces marked as found, of each passage on the page.
    """

    milliseconds: float
    total: int
    reports: int
    exact: bool
    relaxed: bool
    groups: int
    hits: tuple[tuple[str, str, tuple[str, ...]], ...]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; ends the program where there is none."""
    from playwright.sync_api import sync_playwright

    path = find_chromium()
    if path is None:
        message = "没有 Chromium：请安装 chromium，或用环境变量 CHROMIUM 指明其位置。"
        raise SystemExit(message)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=launch_arguments())
        yield running
        running.close()


@contextmanager
def blank_page(browser: Browser, served: Served) -> Iterator[Page]:
    """An empty page of the served site in a profile of its own."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(served.address.rstrip("/") + BLANK)
    page.set_default_timeout(0)
    yield page
    context.close()


def ask_cold(
    browser: Browser, served: Served, queries: Sequence[Query], options: dict[str, Any], sentence: str
) -> list[Cold]:
    """Ask each query in a new profile."""
    progress = Progress(sentence)
    found = []
    for done, query in enumerate(queries, 1):
        served.taken()
        with blank_page(browser, served) as page:
            milliseconds = page.evaluate(_COLD, [served.address, query.text, options])
        found.append(Cold(milliseconds=milliseconds, moved=served.taken()))
        progress.step(done, len(queries))
    return found


@contextmanager
def open_page(browser: Browser, served: Served, **options: int) -> Iterator[Page]:
    """A page with the index open; the options are those of ``openIndex``."""
    with blank_page(browser, served) as page:
        page.evaluate(_OPEN, [served.address, options])
        yield page


def ask(page: Page, query: Query, options: dict[str, Any]) -> Answer:
    """Ask the open index of a page."""
    told = page.evaluate(_WARM, [query.text, options])
    hits = tuple((report, anchor, tuple(pieces)) for report, anchor, pieces in told.pop("hits"))
    return Answer(**told, hits=hits)


def ask_all(
    browser: Browser, served: Served, queries: Sequence[Query], options: dict[str, Any], sentence: str
) -> list[Answer]:
    """Ask all queries one after the other in one page that stays open."""
    progress = Progress(sentence)
    found = []
    with open_page(browser, served) as page:
        for done, query in enumerate(queries, 1):
            found.append(ask(page, query, options))
            progress.step(done, len(queries))
    return found
