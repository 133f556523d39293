"""同主题 links on the built pages: the required ones are there, both ways; and the rules that all links follow."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

XIAMEN = "reports/xiamen-fao/2021-law-based-government/"
SHAPINGBA = "reports/shapingba-fao/2021-law-based-government/"
URUMQI = "reports/urumqi-fao/2021-law-based-government/"
URUMQI_GOV = "reports/urumqi-gov/2021-law-based-government/"
# (page, anchors of the passage) <-> (page, anchors of the passage), from the hand reading
REQUIRED = [
    ((SHAPINGBA, {"s-1-5", "p-8", "p-8-1", "p-8-2"}), (XIAMEN, {"s-6", "p-10", "p-10-2"})),
    ((SHAPINGBA, {"s-1-5", "p-8", "p-8-1", "p-8-2"}), (URUMQI, {"s-3-3", "p-17"})),
    ((XIAMEN, {"s-6", "p-10", "p-10-2"}), (URUMQI, {"s-3-3", "p-17"})),
    ((SHAPINGBA, {"s-1-2", "p-5"}), (XIAMEN, {"s-5", "p-9"})),
]


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.hrefs += [value or "" for key, value in attrs if key == "href"]


def links(site: Path, page: str) -> list[tuple[str, str]]:
    """(page, anchor) of every link on a page."""
    parser = _Anchors()
    parser.feed((site / page / "index.html").read_text(encoding="utf-8"))
    found = [urlsplit(urljoin(f"http://x/{page}", href)) for href in parser.hrefs]
    return [(parts.path.lstrip("/"), parts.fragment) for parts in found]


@pytest.mark.parametrize(("one", "other"), REQUIRED)
def test_required_links_stand_on_both_pages(
    one: tuple[str, set[str]], other: tuple[str, set[str]], built_site: Path
) -> None:
    for (page, own), (target, anchors) in ((one, other), (other, one)):
        section = section_links(built_site, page)
        assert any(
            target_page == target and anchor in anchors
            for start, found in section.items()
            if start in own
            for target_page, anchor in found
        ), (page, own, target, anchors)


def section_links(site: Path, page: str) -> dict[str, list[tuple[str, str]]]:
    """Anchor of a section -> links to other reports in its group of the list 同主题."""
    grouped: dict[str, list[tuple[str, str]]] = {}
    current = ""
    listing = False
    for target, anchor in links(site, page):
        if target == page and anchor and not listing:
            current = anchor
        if target == page and anchor:
            current = anchor
        elif target.startswith("reports/") and target != page and anchor:
            listing = True
            grouped.setdefault(current, []).append((target, anchor))
    return grouped


def test_parent_and_child_of_the_same_year_are_linked(built_site: Path) -> None:
    assert URUMQI_GOV in {page for page, _ in links(built_site, URUMQI)}
    assert URUMQI in {page for page, _ in links(built_site, URUMQI_GOV)}


def test_every_link_between_reports_is_answered(built_site: Path) -> None:
    pages = [
        path.parent.relative_to(built_site).as_posix() + "/" for path in (built_site / "reports").rglob("index.html")
    ]
    assert len(pages) == 5
    counts: Counter[tuple[str, str]] = Counter()
    for page in pages:
        for target, anchor in links(built_site, page):
            if target.startswith("reports/") and target != page and re.match(r"[sp]-\d", anchor):
                counts[page, target] += 1
                assert f'id="{anchor}"' in (built_site / target / "index.html").read_text(encoding="utf-8")
    assert sum(counts.values()) > 40
    assert all(counts[one, other] == counts[other, one] for one, other in counts)
