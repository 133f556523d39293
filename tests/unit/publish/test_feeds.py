"""Feeds: the newest by the dates in the records, never by a clock, and nothing in them that is markup."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.model.catalog import ReportRecord
from generator.publish.feeds import make_feeds, write_feeds
from tests.unit.pages.factory import agency, record, unit
from tests.unit.publish.open_reports import collection, three_records

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def dated(name: str, written: date | None, published: date | None = None, **more: object) -> ReportRecord:
    return record(name, date_of_writing=written, publication_date=published, **more)


def names(records: list[ReportRecord]) -> list[str]:
    return [entry.record.report_id.rpartition("/")[2] for entry in next(make_feeds(collection(), records)).entries]


def test_the_day_of_publication_counts_before_the_day_of_writing() -> None:
    records = [
        dated("written-in-march", date(2024, 3, 1)),
        dated("published-in-may", date(2024, 1, 1), date(2024, 5, 1)),
        dated("written-in-april", date(2024, 4, 1)),
        dated("same-day-b", date(2023, 1, 1)),
        dated("same-day-a", date(2023, 1, 1)),
    ]
    expected = ["published-in-may", "written-in-april", "written-in-march", "same-day-a", "same-day-b"]
    assert names(records) == expected
    assert names(records[::-1]) == expected


def test_a_report_without_a_date_is_in_no_feed_and_an_empty_feed_is_not_made(tmp_path: Path) -> None:
    assert names([dated("dated", date(2024, 3, 1)), dated("undated", None)]) == ["dated"]
    assert write_feeds(collection(), [dated("undated", None)], tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_fifty_are_the_most() -> None:
    many = [dated(f"report-{number:02}", date.fromordinal(738000 + number)) for number in range(60)]
    for feed in make_feeds(collection(), many):
        assert len(feed.entries) == 50
        assert feed.entries[0].record.report_id == "qinghe-water/report-59"


def test_the_site_each_agency_and_each_theme_have_their_feed(tmp_path: Path) -> None:
    assert write_feeds(collection(), three_records(), tmp_path) == tuple(
        f"{folder}{name}"
        for folder in ("", "agencies/a-sport/", "agencies/b-water/", "themes/open-government/", "themes/legal-counsel/")
        for name in ("feed.xml", "feed.json")
    )
    assert not (tmp_path / "themes/never-used").exists()
    own = json.loads((tmp_path / "agencies/b-water/feed.json").read_text(encoding="utf-8"))
    assert own["title"] == "乙市水务局：最新文件 - 清河公开"
    assert [item["url"] for item in own["items"]] == [
        "../../reports/b-water/2022-report/", "../../reports/b-water/2023-report/",
    ]  # fmt: skip


def test_a_theme_s_feed_leads_to_the_passage_and_quotes_it() -> None:
    one = record(units=(
        unit("qinghe-water/2023-report", "一", "s-1", "甲", "legal-counsel"),
        unit("qinghe-water/2023-report", "二", "s-2", "乙", "open-government"),
        unit("qinghe-water/2023-report", "三", "s-3", "丙", "open-government"),
    ))  # fmt: skip
    [feed] = [feed for feed in make_feeds(collection(), [one]) if feed.uri == "themes/open-government/"]
    [entry] = feed.entries
    assert entry.anchor == "s-2"
    assert entry.summary == "二：公开政府信息36条，收到申请2件。\n三：公开政府信息36条，收到申请2件。"


def test_an_agency_that_is_not_known_has_no_feed_of_its_own() -> None:
    feeds = list(make_feeds(collection(), [record(by=agency("", ""))]))
    assert not [feed for feed in feeds if feed.uri.startswith("agencies/")]
    assert len(feeds[0].entries) == 1


@pytest.mark.parametrize("site_url", ["", "https://x.test/zwgk", "https://x.test/zwgk/"])
def test_atom_has_what_the_standard_asks_for(tmp_path: Path, site_url: str) -> None:
    records = [dated("2023-报告", date(2024, 3, 1), date(2024, 3, 9)), dated("2022", date(2023, 3, 1))]
    write_feeds(collection(site_url=site_url), records, tmp_path)
    root = ElementTree.parse(tmp_path / "feed.xml").getroot()
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert root.findtext("a:updated", namespaces=ATOM) == "2024-03-09T00:00:00+08:00"
    first, second = root.findall("a:entry", ATOM)
    assert first.findtext("a:published", namespaces=ATOM) == "2024-03-09T00:00:00+08:00"
    assert second.findtext("a:published", namespaces=ATOM) is None
    assert second.findtext("a:updated", namespaces=ATOM) == "2023-03-01T00:00:00+08:00"
    links = {
        link.get("rel"): link.get("href") for link in (*root.findall("a:link", ATOM), *first.findall("a:link", ATOM))
    }
    page = "reports/qinghe-water/2023-%E6%8A%A5%E5%91%8A/"
    base = "https://x.test/zwgk/" if site_url else ""
    assert links == {"alternate": base + page, **({"self": f"{base}feed.xml"} if site_url else {})}
    ids = [element.text or "" for element in root.iter("{http://www.w3.org/2005/Atom}id")]
    assert len(set(ids)) == 3
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one) for one in ids)


def test_ids_stay_when_the_site_moves_and_titles_are_corrected() -> None:
    before = next(make_feeds(collection(), [record()]))
    after = next(make_feeds(collection(site_url="https://y.test/"), [record(title="更正后的标题")]))
    assert (before.feed_id, before.entries[0].entry_id) == (after.feed_id, after.entries[0].entry_id)


def test_markup_and_marks_that_xml_forbids_are_only_text(tmp_path: Path) -> None:
    title = '</title><script>alert(1)</script>&amp;"\x0b\ufffe'
    write_feeds(collection(), [record(title=title, by=agency("c-d", "<b>局</b>"))], tmp_path)
    root = ElementTree.parse(tmp_path / "feed.xml").getroot()
    entry = root.find("a:entry", ATOM)
    assert entry is not None
    assert entry.findtext("a:title", namespaces=ATOM) == '</title><script>alert(1)</script>&amp;"\ufffd\ufffd'
    assert entry.findtext("a:author/a:name", namespaces=ATOM) == "<b>局</b>"
    assert not [element.tag for element in root.iter() if "script" in element.tag or element.tag.endswith("}b")]
