"""Every kind of page, at three widths, light, dark, in elder mode and as printed: axe finds nothing, and nothing sticks out.

A page is loaded once; then the window, the display mode and the medium are changed in place, as a reader would.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.site.page_kinds import KINDS, address_of, built_pages, example, kinds_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WIDTHS = (1280, 768, 390)
A4 = 794  # pixels across at 96 dots an inch
NARROWEST = 320
EVERY_RULE: dict[str, object] = {}
ON_PAPER: dict[str, object] = {"rules": {"scrollable-region-focusable": {"enabled": False}}}  # nothing scrolls there
# What a change of colours, or of the size of type, can break.
OF_COLOUR: dict[str, object] = {"runOnly": ["color-contrast", "link-in-text-block"]}
OF_SIZE_AND_COLOUR: dict[str, object] = {"runOnly": ["color-contrast", "target-size", "scrollable-region-focusable"]}
OF_SIZE_FOR_ELDERS: dict[str, object] = {
    "runOnly": ["color-contrast-enhanced", "target-size", "scrollable-region-focusable"]
}


class Look(NamedTuple):
    """One way in which a page is looked at."""

    mode: str
    width: int
    rules: dict[str, object]


# The whole page by every rule, once; then a sample of it as widths and modes change it.
WHOLE = Look("light", 1280, EVERY_RULE)
SAMPLED = (
    Look("light", 390, EVERY_RULE),
    Look("print", A4, ON_PAPER),
    Look("light", 768, OF_SIZE_AND_COLOUR),
    *(Look("elder", width, OF_SIZE_FOR_ELDERS) for width in WIDTHS),
    *(Look("dark", width, OF_COLOUR) for width in WIDTHS),
    Look("dark elder", 390, OF_SIZE_FOR_ELDERS),
    Look("dark elder print", A4, OF_COLOUR),  # paper is white whatever the screen is
)
# `make audit` takes the time for every rule on the whole page in every look.
IN_FULL = (
    *(
        Look(mode, width, EVERY_RULE)
        for mode in ("light", "dark", "elder", "dark elder")
        for width in WIDTHS
        if (mode, width) != (WHOLE.mode, WHOLE.width)
    ),
    *(Look(mode, A4, ON_PAPER) for mode in ("print", "dark print", "elder print", "dark elder print")),
)
IS_IN_FULL = os.environ.get("LOOKS") == "all"


class State(NamedTuple):
    """A page as it is after a reader has done something there: by the address, or by what is typed after ``/``."""

    kind: str
    awaited: str = "h1"
    query: str = ""
    typed: str = ""


RESULTS = "[data-part=results]"
STATES = {
    "search, found": State("search", f"{RESULTS} li", query="?q=法治"),
    "search, nothing found": State("search", f"{RESULTS} :is(p, li)", query="?q=此语不见于任何文件"),
    "search dialog": State("themes", ".md-search-result__item mark", typed="法治"),
    "compare, chosen": State(
        "compare",
        ".gk-compare section",
        query="?a=xiamen-fao/2021-law-based-government&b=urumqi-gov/2021-law-based-government",
    ),
}


def test_every_built_page_is_of_one_kind(built_years: Path) -> None:
    kinds = {place: kinds_of(place) for place in built_pages(built_years / "site")}
    assert {place: found for place, found in kinds.items() if len(found) != 1} == {}


@pytest.mark.parametrize("kind", [*KINDS, *STATES])
def test_a_page_for_everyone(
    kind: str,
    built_years: Path,
    serve: Callable[..., str],
    new_page: Callable[..., Page],
    foreign_requests: list[str],
) -> None:
    page = new_page(width=WIDTHS[0])
    page.emulate_media(reduced_motion="reduce")  # or colours would be measured half way from light to dark
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    state = STATES.get(kind, State(kind))
    site = built_years / "site"
    # The page for wrong addresses names its own by their full paths, which begin at the root where no site_url is set.
    page.goto(serve(site) + address_of(example(state.kind, site)) + state.query)
    if state.typed:
        page.wait_for_load_state("networkidle")
        page.keyboard.press("/")
        page.keyboard.insert_text(state.typed)
        page.keyboard.press("Shift")
    page.locator(state.awaited).first.wait_for()
    page.evaluate(AXE_SCRIPT)
    problems += _told(page, WHOLE)
    if not IS_IN_FULL:
        page.evaluate(LEAVE_FIRST_OF_EACH_SORT)
    problems += [told for look in (IN_FULL if IS_IN_FULL else SAMPLED) for told in _told(page, look)]
    assert problems == []
    assert foreign_requests == []


def test_what_is_wrong_is_seen(years_address: str, new_page: Callable[..., Page]) -> None:
    """Each sort of fault, put into a sound page, is told in the look that it spoils."""
    page = new_page(width=WIDTHS[0])
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{years_address}years/")
    page.evaluate(AXE_SCRIPT)
    page.evaluate("faults => document.querySelector('.md-content h1').insertAdjacentHTML('afterend', faults)", FAULTS)
    told = {look.mode: " ".join(_told(page, look)) for look in (WHOLE, SAMPLED[0], SAMPLED[3], SAMPLED[6])}
    assert "button-name" in told["light"]
    assert "'width': 320" in told["light"]
    assert "#planted-pale" in told["dark"]
    assert "12px type" in told["elder"]
    assert "20px high" in told["elder"]


FAULTS = """
<button style="width: 30px; height: 20px; min-height: 0"></button>
<p id="planted-pale" style="color: #333">灰色的文字</p>
<p style="width: 350px">很宽的一段</p>
<h2 style="font-size: 12px">小</h2>"""


def _told(page: Page, look: Look) -> list[str]:
    return [f"{look.mode} {look.width}: {problem}" for problem in _problems(page, look)]


def _problems(page: Page, look: Look) -> Iterator[str]:
    _show(page, look)
    yield from _violations(page, look.rules)
    if "print" in look.mode:
        return
    yield from _too_wide(page)
    if look.width == 390:
        _resize(page, NARROWEST)
        yield from _too_wide(page)
    if "elder" in look.mode:
        yield from page.evaluate(TOO_SMALL_FOR_ELDERS)


def _show(page: Page, look: Look) -> None:
    """Make the page look so: the modes by the header's own buttons, the rest by the browser."""
    page.emulate_media(media="print" if "print" in look.mode else "screen")
    _resize(page, look.width)
    for name, wanted in (("type", "elder" in look.mode), ("scheme", "dark" in look.mode)):
        page.evaluate(PRESS, [name, wanted])
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def _resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_function("width => innerWidth === width", arg=width)


def _violations(page: Page, rules: dict[str, object]) -> Iterator[str]:
    found = page.evaluate("options => axe.run(document, options)", {"resultTypes": ["violations"], **rules})
    for violation in found["violations"]:
        for node in violation["nodes"][:3]:
            told = " ".join(check["message"] for check in (*node["any"], *node["all"], *node["none"]))
            yield f"{violation['id']} {json.dumps(node['target'])} {told}"


def _too_wide(page: Page) -> Iterator[str]:
    over = page.evaluate(STICKING_OUT)
    if over:
        yield f"{page.viewport_size}: {over}"


PRESS = """([name, wanted]) => {
  const button = document.querySelector(`[data-gk-display="${name}"]`);
  if ((button.getAttribute("aria-pressed") === "true") !== wanted) button.click();
}"""
# A hundred paragraphs alike tell no more of colours and sizes than six.
LEAVE_FIRST_OF_EACH_SORT = """() => {
  const seen = new Map();
  for (const each of document.querySelectorAll(".md-content :is(p, li, tr, section, h2, h3, h4, h5, div):not(:has([data-part]))")) {
    const sort = `${each.tagName} ${each.className} ${each.parentElement?.className}`;
    seen.set(sort, (seen.get(sort) ?? 0) + 1);
    if (seen.get(sort) > 6) each.remove();
  }
}"""
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const out = [...document.body.querySelectorAll("*")].filter((each) => each.getBoundingClientRect().right > width + 1);
  return out.slice(0, 4).map((each) => each.cloneNode(false).outerHTML.slice(0, 120));
}"""
# 互联网网站适老化通用设计规范: type of 18 pt, lines of 1.3; and 44 pixels for what is pressed.
TOO_SMALL_FOR_ELDERS = """() => {
  const isSeen = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && each.getBoundingClientRect().width > 1 && !each.closest(".md-search, noscript, svg");
  const told = (each, what) => `${what}: ${each.cloneNode(false).outerHTML.slice(0, 100)}`;
  const found = [];
  for (const each of document.body.querySelectorAll("*")) {
    const hasText = [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!hasText || !isSeen(each)) continue;
    const style = getComputedStyle(each), size = parseFloat(style.fontSize);
    if (size < 23.9) found.push(told(each, `${size}px type`));
    if (parseFloat(style.lineHeight) < 1.3 * size) found.push(told(each, `${style.lineHeight} lines of ${size}px type`));
  }
  for (const each of document.querySelectorAll("button, summary, select, input:not([type=checkbox], [type=radio]), .gk-nav a")) {
    const height = each.getBoundingClientRect().height;
    if (isSeen(each) && height < 43.5) found.push(told(each, `${height}px high`));
  }
  return [...new Set(found)].slice(0, 12);
}"""
