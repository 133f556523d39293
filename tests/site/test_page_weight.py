"""What a first visit brings over the line: everything that Chromium loads, each file compressed as servers do, no fonts."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.page_kinds import address_of, example

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# Kilobytes (1000 bytes) of the whole first visit. The report page's is the project's promise.
MOST = {"home": 100, "report": 150, "theme": 100, "search": 120, "compare": 130, "data": 100}
# Material starts its worker with the page and gives it a list of pages, which is empty here; ours waits with the rest.
ASKED_FOR_AT_ONCE = {"search/index.html", "search/search_index.json"}


@pytest.mark.parametrize("kind", MOST)
def test_first_visit(kind: str, built_years: Path, years_address: str, new_page: Callable[..., Page]) -> None:
    site = built_years / "site"
    loaded = _loaded(new_page(width=390), years_address, address_of(example(kind, site)))
    weights = {path: len(gzip.compress((site / path).read_bytes(), 9, mtime=0)) for path in loaded}
    assert sum(weights.values()) <= 1000 * MOST[kind], sorted(weights.items(), key=lambda each: -each[1])


@pytest.mark.parametrize("kind", ["home", "report", "search"])
def test_the_search_is_not_loaded_before_it_is_asked(
    kind: str, built_years: Path, years_address: str, new_page: Callable[..., Page]
) -> None:
    loaded = _loaded(new_page(), years_address, address_of(example(kind, built_years / "site")))
    assert [path for path in loaded if path.startswith("search/") and path not in ASKED_FOR_AT_ONCE] == []


def _loaded(page: Page, site_address: str, address: str) -> list[str]:
    """The files of the site that a visit asks for, each once, in order."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(site_address + address)
    page.wait_for_load_state("networkidle")
    paths = [
        unquote(urlsplit(url).path).removeprefix(urlsplit(site_address).path) for url in asked if url.startswith("http")
    ]
    return [f"{path}index.html" if path == "" or path.endswith("/") else path for path in dict.fromkeys(paths)]
