"""Every built page is sound HTML: parsed strictly, and then what a parser alone does not see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import html5lib
import pytest

from tests.site.page_kinds import KINDS, built_pages, example

REFERRING = (
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
    "for",
    "list",
    "headers",
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def test_every_built_page_is_sound(built_years: Path) -> None:
    site = built_years / "site"
    faults = {place: list(_faults((site / place).read_text(encoding="utf-8"))) for place in built_pages(site)}
    assert {place: found for place, found in faults.items() if found} == {}


@pytest.mark.parametrize("fault", ["id", "reference", "order", "h1", "lang", "nesting", "label", "unnamed"])
def test_a_fault_is_seen(fault: str, built_years: Path) -> None:
    """The checks above would tell it: each fault is put into a sound page."""
    site = built_years / "site"
    page = (site / "themes/index.html").read_text(encoding="utf-8")
    broken = {
        "id": page.replace("</main>", '<p id="gk-content"></p></main>'),
        "reference": page.replace("</main>", '<p aria-describedby="nowhere"></p></main>'),
        "order": page.replace("</main>", "<h2>二</h2><h4>四</h4></main>"),
        "h1": page.replace("</main>", "<h1>又一个</h1></main>"),
        "lang": page.replace('lang="zh-CN"', "", 1),
        "nesting": page.replace("</main>", "<p><div></div></p></main>"),
        "label": page.replace("</main>", '<input type="text"></main>'),
        "unnamed": page.replace("</main>", "<nav><a href='.'>一</a></nav></main>"),
    }[fault]
    assert broken != page
    assert list(_faults(page)) == []
    assert len(list(_faults(broken))) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_landmarks(kind: str, built_years: Path) -> None:
    """A reader who goes by landmarks finds one of each, and the way past the header."""
    site = built_years / "site"
    elements, _ = _read((site / example(kind, site)).read_text(encoding="utf-8"))
    names = Counter(name for name, _ in elements)
    assert names["main"] == 1
    assert names["h1"] == 1
    assert names["header"] >= 1
    assert names["footer"] >= 1
    links = [values for name, values in elements if name == "a" and "href" in values]
    # Material's own way past the header, which is missing on some pages, is not shown.
    assert next(link["href"] for link in links if link.get("class") != "md-skip") == "#gk-content"


def _faults(html: str) -> Iterator[str]:
    elements, errors = _read(html)
    yield from errors
    yield from _faults_of_ids(elements)
    yield from _faults_of_headings(elements)
    yield from _faults_of_names(elements)
    if elements[0][1].get("lang") != "zh-CN":
        yield "html 没有 lang"


def _read(html: str) -> tuple[list[tuple[str, dict[str, str]]], list[str]]:
    """Name and attributes of every element, in order, and what the parser minds; as a reader without scripts has it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree: Any = parser.parse(html, scripting=False)
    for label in tree.iter("label"):
        for inner in label.iter():
            inner.attrib["in-label"] = ""
    elements = [(each.tag, dict(each.attrib)) for each in tree.iter() if isinstance(each.tag, str)]
    return elements, [f"{line}:{column} {code} {told}" for (line, column), code, told in parser.errors]


def _faults_of_ids(elements: list[tuple[str, dict[str, str]]]) -> Iterator[str]:
    ids = Counter(values["id"] for _, values in elements if "id" in values)
    yield from (f"两处 id={name}" for name, count in ids.items() if count > 1)
    yield from (
        f"空的 id：{name}" for name, values in elements if values.get("id", "x").split() != [values.get("id", "x")]
    )
    for name, values in elements:
        for attribute in REFERRING:
            for wanted in values.get(attribute, "").split():
                if wanted not in ids:
                    yield f"<{name} {attribute}={wanted}> 没有所指"


def _faults_of_headings(elements: list[tuple[str, dict[str, str]]]) -> Iterator[str]:
    levels = [HEADINGS[name] for name, _ in elements if name in HEADINGS]
    if levels.count(1) != 1:
        yield f"h1 有 {levels.count(1)} 个"
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"h{above} 之后是 h{below}"


def _faults_of_names(elements: list[tuple[str, dict[str, str]]]) -> Iterator[str]:
    labelled = {values["for"] for name, values in elements if name == "label" and "for" in values}
    for name, values in elements:
        is_named = bool(values.get("aria-label") or values.get("aria-labelledby"))
        if name == "nav" and not is_named:
            yield "nav 没有名称"
        if "md-toggle" in values.get("class", ""):  # Material's own state, never shown
            continue
        is_field = name in {"input", "select", "textarea"} and values.get("type") not in {"hidden", "submit", "button"}
        if is_field and not is_named and "in-label" not in values and values.get("id") not in labelled:
            yield f"{name} 没有标签"
