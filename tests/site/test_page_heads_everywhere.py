"""Every page of a site with every kind of page: its head is whole, its descriptions are true JSON, its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from tests.page_heads import PageHead, read_head

ALWAYS = {"SiteName", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
REQUIRED = {
    "WebSite": {"name", "description", "inLanguage", "potentialAction", "disambiguatingDescription"},
    "Report": {
        "name", "description", "inLanguage", "identifier", "temporalCoverage", "publisher", "about", "keywords",
        "isPartOf", "encoding",
    },
    "CollectionPage": {"name", "description", "inLanguage", "isPartOf"},
    "WebPage": {"name", "description", "inLanguage", "isPartOf"},
    "DataCatalog": {"name", "description", "dataset"},
    "BreadcrumbList": {"itemListElement"},
}  # fmt: skip
Heads = list[tuple[str, PageHead]]
MINUTE = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")  # the form that the standard asks for


@pytest.fixture(scope="module")
def heads(built_years: Path) -> list[tuple[str, PageHead]]:
    site = built_years / "site"
    pages = sorted(path for path in site.rglob("index.html") if "original" not in path.parts)
    return [(path.relative_to(site).as_posix().removesuffix("index.html"), read_head(path)) for path in pages]


def test_every_head_is_whole(heads: Heads) -> None:
    described: set[str] = set()
    for place, head in heads:
        names = [name.lower() for name, _ in head.tags]
        assert len(names) == len(set(names)), f"{place}：标签重复 {sorted(names)}"
        tags = dict(head.tags)
        assert tags.keys() >= ALWAYS, place
        assert tags.get("description", tags.get("Description")), place
        assert all(value.strip() for value in tags.values()), place
        assert not {"SiteIDCode", "SiteDomain"} & tags.keys(), place
        assert len(head.described) == 1, place
        for whole in head.described:
            assert whole["@context"] == "https://schema.org", place
            for one in whole.get("@graph", [whole]):
                missing = REQUIRED[one["@type"]] - one.keys()
                assert not missing, f"{place}：{one['@type']} 缺 {missing}"
                described.add(one["@type"])
    assert described == set(REQUIRED)


def test_content_pages_are_the_reports_and_state_no_hour(heads: Heads) -> None:
    for place, head in heads:
        tags = dict(head.tags)
        assert ("ArticleTitle" in tags) == place.startswith("reports/"), place
        assert ("ContentSource" in tags) == place.startswith("reports/"), place
        assert MINUTE.fullmatch(tags.get("PubDate", "2000-01-01 00:00")), place
        assert ("PubDate" in tags) == ("article:published_time" in tags), place


def test_alternates_lead_to_files_below_any_path(built_years: Path, heads: Heads) -> None:
    site = built_years / "site"
    kinds = set()
    for place, head in heads:
        for relation, kind, address in head.links:
            assert relation == "alternate", place  # no canonical address without site_url
            target = unquote(urljoin(f"/{place}", address))
            assert (site / target.removeprefix("/")).is_file(), f"{place} → {address}"
            assert not address.startswith(("/", "http")), place
            kinds.add(kind)
    assert kinds == {"application/atom+xml", "application/feed+json", "application/json"}
