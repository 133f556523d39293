"""Every kind of page has exactly the tags that tests/golden/page_tags/pages.yml lists, and a true JSON-LD description."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.data_file import DataFile
from generator.model.report_parts import ReportParts
from generator.pages.compose import ReportReaders, compose_site
from generator.pages.data_page import compose_data_page
from generator.pages.official_text import render_official_text
from generator.pages.page import SiteFacts
from generator.pages.page_tags import Offered, tag_pages
from generator.pages.write import write_pages
from generator.publish.collection import Collection
from generator.publish.feeds import make_feeds
from generator.publish.mkdocs_run import build_site
from generator.publish.verify_site import verify_site
from generator.settings import load_settings
from tests.page_heads import PageHead, read_head
from tests.unit.pages.factory import THEMES, agency, record, small_document, sort_key

ROOT = Path(__file__).parents[3]
CASES = yaml.safe_load((ROOT / "tests/golden/page_tags/pages.yml").read_text(encoding="utf-8"))
HOSTILE = '</title><script>alert("1")</script>甲&乙'
ADDRESS = "https://www.qinghe.example/zwgk/"
OFFICIAL = {
    "site_name": "清河公开",
    "site_description": "清河市各部门依法公开的文件",
    "site_url": ADDRESS,
    "gongkai": {
        "official": True,
        "site_domain": "www.qinghe.example",
        "site_id_code": 1399000001,
        "column_types": {"themes": "政策文件", "guide": "办事服务"},
    },
}
FILES = tuple(
    DataFile(
        uri=f"data/reports.{form}", name="文件目录", form=form.upper(), media_type=kind, rows=3, row_name="份文件", size=9,
        sha256="0" * 64,
    )
    for form, kind in (("csv", "text/csv"), ("json", "application/json"))
)  # fmt: skip


def records():
    one = record(publication_date=date(2024, 3, 10), document_number="清水〔2024〕1号", index_number="0012")
    lost = record("2021-letter", by=agency("", "", region=agency().region), year=2021, document_type=None)
    bad = record(
        "2022-report", by=agency("villain", HOSTILE), content=small_document(HOSTILE), summary=HOSTILE, year=2022
    )
    return one, lost, bad


def make_site(folder: Path, changes: dict[str, Any]) -> Path:
    """Build a small collection as the pipeline does, with these settings."""
    written = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    written["extra"]["gongkai"] = changes.get("gongkai", {"official": False})
    written |= {key: value for key, value in changes.items() if key != "gongkai"}
    if changes:
        written["nav"] = [{"部门": "agencies/index.md"} if "机关" in entry else entry for entry in written["nav"]]
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(written, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (folder / "docs").mkdir()
    shutil.copy(ROOT / "docs/search.md", folder / "docs")
    guide = "---\ntitle: 指南\ndescription: 怎样使用本站。\n---\n\n# 指南\n"
    (folder / "docs/guide.md").write_text(guide, encoding="utf-8")
    settings = load_settings(folder)
    site = SiteFacts(
        name=settings.site_name, official=settings.official, site_url=settings.site_url,
        description=settings.site_description, columns=settings.columns, has_search_page=True,
    )  # fmt: skip
    published = records()
    collection = Collection(name=settings.site_name, themes=THEMES)
    feeds = tuple(f"{feed.uri}feed.xml" for feed in make_feeds(collection, published))
    readers = ReportReaders(
        body=lambda path: render_official_text(small_document(HOSTILE if "villain" in path else ""), ()),
        parts=lambda _: ReportParts(),
    )
    pages = [
        *compose_site(published, (), THEMES, tuple(one.agency for one in published), readers, sort_key, site),
        compose_data_page(FILES, feeds, site, settings.site_url),
    ]
    write_pages(tag_pages(pages, published, THEMES, site, Offered(feeds=feeds, files=FILES)), folder / "docs")
    build_site(folder, folder / "site", source_date=1_646_092_800, strict=False)
    return folder / "site"


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    folder = tmp_path_factory.mktemp("heads")
    return {"机关主办": make_site(folder / "official", OFFICIAL), "汇编": make_site(folder / "collected", {})}


def head(site: Path, address: str) -> PageHead:
    return read_head(site / address if address.endswith(".html") else site / address / "index.html")


@pytest.mark.parametrize("case", CASES, ids=[f"{case['网站']} {case['页面']}" for case in CASES])
def test_a_page_has_exactly_its_tags(case, sites):
    found = head(sites[case["网站"]], case["地址"])
    assert len(found.tags) == len(dict(found.tags))
    assert dict(found.tags) == case["标签"]
    shown = [f"{kind or relation} {address}" for relation, kind, address in found.links]
    assert shown == case["链接"]


def test_every_kind_of_page_is_among_the_cases():
    folders = {case["地址"].split("/")[0] for case in CASES}
    assert {"", "reports", "agencies", "years", "themes", "data", "guide"} <= folders


def test_a_report_is_described_with_what_is_known_of_it(sites):
    page = head(sites["机关主办"], "reports/qinghe-water/2023-report/")
    assert page.types() == ["Report", "BreadcrumbList"]
    here = f"{ADDRESS}reports/qinghe-water/2023-report/"
    report = page.first("Report")
    site = {"@type": "WebSite", "name": "清河公开", "@id": ADDRESS, "url": ADDRESS}
    assert report == {
        "@type": "Report", "@id": here, "url": here,
        "name": "清河市水务局2023年法治政府建设年度报告", "headline": "清河市水务局2023年法治政府建设年度报告",
        "description": "公开政府信息36条，收到申请2件。", "inLanguage": "zh-CN", "isAccessibleForFree": True,
        "datePublished": "2024-03-10", "dateCreated": "2024-02-05", "temporalCoverage": "2023",
        "reportNumber": "清水〔2024〕1号",
        "identifier": [
            {"@type": "PropertyValue", "propertyID": name, "value": value}
            for name, value in (
                ("文件标识", "qinghe-water/2023-report"), ("索引号", "0012"), ("发文字号", "清水〔2024〕1号")
            )
        ],
        "publisher": {
            "@type": "GovernmentOrganization", "name": "清河市水务局",
            "areaServed": {"@type": "AdministrativeArea", "name": "河北省清河市", "identifier": "139900"},
        },
        "about": [
            {"@type": "DefinedTerm", "name": "政务公开与信息公开"}, {"@type": "DefinedTerm", "name": "法律顾问与公职律师"}
        ],
        "keywords": ["政府信息", "法律顾问"],
        "isPartOf": site,
        "encoding": [
            {
                "@type": "MediaObject", "name": "2023-report.txt", "contentUrl": f"{here}original/2023-report.txt",
                "encodingFormat": "text/plain", "sha256": record().original.sha256,
            },
            {"@type": "MediaObject", "contentUrl": f"{here}report.json", "encodingFormat": "application/json"},
        ],
    }  # fmt: skip
    items = page.first("BreadcrumbList")["itemListElement"]
    assert [one["name"] for one in items] == ["首页", "部门", "清河市水务局", "2023年", report["name"]]
    assert [one["item"] for one in items][1:4] == [f"{ADDRESS}{uri}" for uri in ("agencies/", "agencies/qinghe-water/", "years/2023/")]  # fmt: skip


def test_without_an_address_nothing_is_named_by_one(sites):
    page = head(sites["汇编"], "reports/2021-letter/")
    article = page.first("Article")  # its type is not known, so it is not called a report
    assert not {"@id", "url", "publisher", "datePublished"} & set(article)
    assert article["encoding"][0]["contentUrl"] == "original/2021-letter.txt"
    assert all("item" not in one for one in page.first("BreadcrumbList")["itemListElement"])
    assert "http" not in json.dumps(page.described).replace("https://schema.org", "")


def test_home_tells_of_the_search_and_whether_the_site_is_official(sites):
    official, collected = (head(site, "").first("WebSite") for site in sites.values())
    assert official["potentialAction"]["target"]["urlTemplate"] == f"{ADDRESS}search/?q={{search_term_string}}"
    assert collected["potentialAction"]["target"]["urlTemplate"] == "search/?q={search_term_string}"
    assert collected["disambiguatingDescription"] == "非官方汇编"
    assert "disambiguatingDescription" not in official


def test_the_data_page_is_a_catalogue_of_data_sets(sites):
    catalogue = head(sites["机关主办"], "data/").first("DataCatalog")
    assert [one["name"] for one in catalogue["dataset"]] == ["清河公开：文件目录"]
    downloads = catalogue["dataset"][0]["distribution"]
    assert [one["contentUrl"] for one in downloads] == [f"{ADDRESS}data/reports.csv", f"{ADDRESS}data/reports.json"]


def test_a_hostile_title_ends_no_tag_and_no_script(sites):
    page = head(sites["汇编"], "reports/villain/2022-report/")
    assert page.first("Report")["name"] == HOSTILE
    assert page.first("Report")["publisher"]["name"] == HOSTILE
    assert page.first("BreadcrumbList")["itemListElement"][-1]["name"] == HOSTILE
    assert not any(script.startswith("alert(") for script in page.scripts)


def test_the_sites_prove_clean_of_other_hosts(sites):
    # Feeds and data files are laid over the site later; alternates are not followed here.
    for site in sites.values():
        assert [str(fault) for fault in verify_site(records(), site) if "其他网站" in str(fault)] == []
