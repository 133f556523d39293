"""The site map: whole addresses, dates of the content, split where it is long."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.publish.sitemap import write_sitemap
from tests.unit.pages.factory import record

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for place in ("index.html", "404.html", "about/index.html", "reports/qinghe-water/2023-报告&/index.html"):
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<p>")
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (tmp_path / name).write_text("as MkDocs wrote it")
    return tmp_path


def places(path: Path) -> list[tuple[str | None, str | None]]:
    return [(one.findtext(f"{SPACE}loc"), one.findtext(f"{SPACE}lastmod")) for one in ElementTree.parse(path).getroot()]


def test_every_page_is_listed_and_only_reports_are_dated(site: Path) -> None:
    one = record("2023-报告&", date_of_writing=date(2024, 2, 5))
    assert write_sitemap(site, "https://x.test/a", [one]) == ("sitemap.xml",)
    assert places(site / "sitemap.xml") == [
        ("https://x.test/a/about/", None),
        ("https://x.test/a/", None),
        ("https://x.test/a/reports/qinghe-water/2023-%E6%8A%A5%E5%91%8A%26/", "2024-02-05"),
    ]
    assert not (site / "sitemap.xml.gz").exists()


def test_without_an_address_there_is_none(site: Path) -> None:
    assert write_sitemap(site, "", [record()]) == ()
    assert not list(site.glob("sitemap*"))


def test_a_long_one_is_split_and_indexed(site: Path) -> None:
    assert write_sitemap(site, "https://x.test/", [], most=2) == ("sitemap.xml", "sitemap-1.xml", "sitemap-2.xml")
    assert [place for place, _ in places(site / "sitemap.xml")] == [
        "https://x.test/sitemap-1.xml", "https://x.test/sitemap-2.xml",
    ]  # fmt: skip
    assert [len(places(site / f"sitemap-{number}.xml")) for number in (1, 2)] == [2, 1]
