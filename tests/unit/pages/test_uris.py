"""Links are relative, percent-encoded, and lead where they should."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.originals import original_uri, safe_file_name
from generator.pages.uris import relative_href
from tests.unit.pages.factory import record

PARTS = st.text(st.sampled_from("ab甲 -_.%#?'\"<"), min_size=1, max_size=5).filter(lambda part: part.strip(".") != "")
URIS = st.lists(PARTS, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(URIS, URIS)
def test_a_relative_link_leads_to_its_target(here, there):
    base = "https://example.test/zwgk/" + relative_href("", here).removeprefix("./")
    wanted = "https://example.test/zwgk/" + relative_href("", there).removeprefix("./")
    assert urljoin(base, relative_href(here, there)) == wanted


@pytest.mark.parametrize(
    ("here", "there", "anchor", "href"),
    [
        ("", "years/2021/", "", "years/2021/"),
        ("reports/a/b/", "reports/c/d/", "s-1-2", "../../c/d/#s-1-2"),
        ("reports/a/b/", "reports/a/b/", "s-1", "#s-1"),
        ("reports/a/b/", "", "", "../../../"),
        ("reports/a/b/", "reports/a/b/original/甲.txt", "", "original/%E7%94%B2.txt"),
    ],
)
def test_links(here, there, anchor, href):
    assert relative_href(here, there, anchor) == href


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("2021-law.txt", "2021-law.txt"),
        ("报告.TXT", "报告.TXT"),
        ("a.md", "a.md.txt"),
        ("a.html", "a.html.txt"),
        ("a.svg", "a.svg.txt"),
        ("../../x.txt", "x.txt"),
        (".hidden.txt", "hidden.txt"),
        ("<img onerror=x>.txt", "img-onerror-x-.txt"),
        ("..", "original.txt"),
    ],
)
def test_an_original_gets_a_name_that_nothing_runs(name, safe):
    assert safe_file_name(name) == safe


def test_an_original_lies_beside_its_page():
    assert original_uri(record()) == "reports/qinghe-water/2023-report/original/2023-report.txt"
