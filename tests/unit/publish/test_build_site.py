"""Real MkDocs runs on a small collection: clean, complete, the same bytes twice, and safe with a hostile title."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.errors import BuildError, ConfigurationError
from generator.model.report_parts import ReportParts
from generator.pages.compose import ReportReaders, compose_site
from generator.pages.official_text import render_official_text
from generator.pages.page import SiteFacts
from generator.pages.uris import report_json_uri
from generator.pages.write import write_pages
from generator.publish.mkdocs_run import build_site
from generator.publish.verify_site import verify_site
from tests.unit.pages.factory import THEMES, agency, link_pair, record, small_document, sort_key

ROOT = Path(__file__).parents[3]
HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(2)>关于“甲&乙”的报告"
FIXED_DAY = 1_646_092_800


def make_project(folder: Path, records, links=(), bodies=None) -> Path:
    """A collection folder as ``gongkai -C DIR`` gets it: a copied mkdocs.yml and no theme of its own."""
    (folder / "docs").mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    bodies = bodies or {}
    known = tuple(each.agency for each in records)
    pages = compose_site(
        tuple(records), tuple(links), THEMES, known,
        ReportReaders(
            body=lambda path: bodies.get(path) or render_official_text(small_document(), ()),
            parts=lambda _: ReportParts(),
        ),
        sort_key, SiteFacts(name="公开", official=False),
    )  # fmt: skip
    write_pages(pages, folder / "docs")
    for one in records:  # what stands beside the pages: here as the pages' own data, so that MkDocs copies it
        (folder / "docs" / report_json_uri(one.uri)).write_text("{}", encoding="utf-8")
    return folder


def unoffered(one):
    return replace(one, original=replace(one.original, offered=False))


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("collection")
    hostile_document = small_document(HOSTILE)
    one = unoffered(record(by=agency(parent="qinghe")))
    other = unoffered(record(by=agency("qinghe", "清河市人民政府")))
    bad = unoffered(
        record(
            "2022-report", by=agency("villain", "丙局" + HOSTILE), content=hostile_document, year=2022, summary=HOSTILE
        )
    )
    records = (one, other, bad)
    bodies = {bad.body_path: render_official_text(hostile_document, ())}
    make_project(folder, records, link_pair(one, other), bodies)
    (folder / "docs/note.md").write_text("# 手写的一页\n\n不是程序生成的。\n", encoding="utf-8")
    outcome = build_site(folder, folder / "site", source_date=FIXED_DAY)
    return folder, records, outcome


def test_a_strict_build_is_clean_complete_and_proven(built):
    folder, records, outcome = built
    assert outcome.warnings == ()
    assert outcome.pages == len(list((folder / "site").rglob("*.html")))
    assert verify_site(records, folder / "site") == ()


def test_two_builds_are_the_same_bytes(built, tmp_path):
    folder, _, _ = built
    build_site(folder, tmp_path / "again", source_date=FIXED_DAY)
    first, second = tree(folder / "site"), tree(tmp_path / "again")
    assert first == second
    assert "sitemap.xml.gz" in first


def test_nav_names_only_pages_that_exist_and_no_report(built):
    folder, _, _ = built
    home = (folder / "site/index.html").read_text(encoding="utf-8")
    nav = home[home.index('class="gk-nav"') : home.index("</header>")]
    assert [word for word in ("首页", "机关", "年度", "主题", "指南", "关于") if word in nav] == [
        "首页",
        "机关",
        "年度",
        "主题",
    ]
    assert "reports/" not in nav


class Elements(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.scripts, self.images, self.handlers, self.lang, self.current, self.titles = [], [], [], "", "", []
        self.runs = True
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.current = tag
        self.runs = values.get("type") != "application/ld+json"
        self.handlers += [name for name in values if name.startswith("on")]
        if tag == "html":
            self.lang = values["lang"]
        if tag == "img":
            self.images.append(values)

    def handle_data(self, data):
        if self.current == "script" and self.runs:
            self.scripts.append(data)
        if self.current == "title":
            self.titles.append(data)


def test_a_hostile_title_is_text_on_every_page(built):
    folder, _, _ = built
    for path in (folder / "site").rglob("*.html"):
        page = Elements(path.read_text(encoding="utf-8"))
        assert not page.images, path
        assert not page.handlers, path
        assert not [script for script in page.scripts if "alert(" in script], path
        assert page.lang == "zh-CN"
    report = Elements((folder / "site/reports/villain/2022-report/index.html").read_text(encoding="utf-8"))
    assert "关于“甲＆乙”的报告 - 公开" in "".join(report.titles)


def test_the_index_of_the_plugin_holds_no_page(built):
    # The search is our own: what stands in Material's index is loaded with every page, and never asked.
    folder, _, _ = built
    assert (folder / "site/note/index.html").exists()
    index = json.loads((folder / "site/search/search_index.json").read_text(encoding="utf-8"))
    assert index["docs"] == []


def test_a_collection_without_reports_builds(tmp_path):
    folder = make_project(tmp_path / "empty", ())
    outcome = build_site(folder, folder / "site", source_date=0)
    assert outcome.pages == 2  # home and 404
    assert verify_site((), folder / "site") == ()


def test_a_site_under_a_path_of_another_site_is_proven_too(tmp_path):
    folder = make_project(tmp_path / "below", ())
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        settings + "\nsite_url: https://www.example.gov.cn/zwgk/fzzf/\n", encoding="utf-8"
    )
    build_site(folder, folder / "site", source_date=0)
    assert verify_site((), folder / "site") == ()


def test_a_broken_page_ends_a_strict_build_and_is_named(tmp_path):
    folder = make_project(tmp_path / "broken", ())
    (folder / "docs/about.md").write_text("# 关于\n\n[没有](nowhere.md)\n", encoding="utf-8")
    told = []
    with pytest.raises(BuildError, match=r"about\.md"):
        build_site(folder, folder / "site", source_date=0, on_message=told.append)
    assert any("nowhere.md" in line for line in told)
    assert build_site(folder, folder / "site", source_date=0, strict=False).warnings


def test_an_extension_that_rewrites_text_is_found_after_the_build(tmp_path):
    # Escaping defeats every extension that works on characters; one that adds text (a permalink sign) is caught by the proof.
    one = unoffered(record())
    folder = make_project(tmp_path / "altered", (one,))
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8").replace("permalink: false", "permalink: true")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build_site(folder, folder / "site", source_date=0)
    assert [fault.finding.code for fault in verify_site((one,), folder / "site")] == ["site-text-differs"]


@pytest.mark.parametrize("content", [None, "site_name: [", "theme: nonsense-theme\nsite_name: x\n"])
def test_an_unusable_mkdocs_yml_is_a_configuration_error(tmp_path, content):
    (tmp_path / "docs").mkdir()
    if content is not None:
        (tmp_path / "mkdocs.yml").write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml"):
        build_site(tmp_path, tmp_path / "site", source_date=0)


def test_the_environment_is_put_back(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    monkeypatch.delenv("NO_MKDOCS_2_WARNING", raising=False)
    import os

    folder = make_project(tmp_path / "environment", ())
    build_site(folder, folder / "site", source_date=0)
    assert os.environ["SOURCE_DATE_EPOCH"] == "7"


@pytest.mark.browser
def test_the_home_page_opens_the_search(built, serve, new_page):
    folder, _, _ = built
    page = new_page(width=390)
    page.goto(serve(folder / "site"))
    page.locator("button[data-gk-search]:visible").first.press("Enter")
    page.wait_for_function("document.activeElement.name === 'query'")
