"""The data page: every file with rows, size and schema; examples that stand as they are typed."""

from __future__ import annotations

import html
import re

import markdown

from generator.model.data_file import DataFile
from generator.pages.data_page import compose_data_page
from generator.pages.data_questions import QUESTIONS
from generator.pages.page import Page, SiteFacts

FEEDS = ("feed.xml", "feed.json", "agencies/a/feed.xml")


def data_file(uri: str, form: str, schema: str) -> DataFile:
    return DataFile(
        uri=uri, name="文件目录", form=form, media_type="text/csv", rows=1234, row_name="份文件", size=2048,
        sha256="ab" * 32, schema_uri=schema,
    )  # fmt: skip


FILES = (
    data_file("data/reports.csv", "CSV 表格", "data/schemas/reports-csv.schema.json"),
    data_file("data/figures.csv", "CSV 表格", "data/schemas/figures-csv.schema.json"),
    data_file("data/gongkai.sqlite", "SQLite 数据库", "data/schemas/sqlite.schema.json"),
)


def page(*, official: bool = False, site_url: str = "", files: tuple[DataFile, ...] = FILES) -> Page:
    return compose_data_page(files, FEEDS, SiteFacts(name="公开", official=official), site_url)


def built(composed: Page) -> str:
    return markdown.markdown(composed.body, extensions=["attr_list", "md_in_html", "fenced_code", "tables", "toc"])


def test_each_file_is_linked_with_rows_size_and_schema() -> None:
    text = built(page())
    for file in FILES:
        name = file.uri.removeprefix("data/")
        row = re.search(rf'<tr>(?:(?!</tr>).)*href="{re.escape(name)}".*?</tr>', text, re.DOTALL)
        assert row is not None, name
        assert "1234 份文件" in row[0]
        assert "2.0 KB" in html.unescape(row[0])
        assert f'href="{file.schema_uri.removeprefix("data/")}"' in row[0]
        assert file.sha256 in text


def test_examples_stand_as_they_are_typed() -> None:
    shown = [
        html.unescape(code)
        for code in re.findall(r"<code class=\"language-\w+\">(.*?)</code>", built(page()), re.DOTALL)
    ]
    assert [code.strip() for code in shown if code.startswith("SELECT")] == [one.sql for one in QUESTIONS]
    assert "curl -O https://www.example.gov.cn/data/reports.csv" in shown[0]
    assert "datasette gongkai.sqlite -m metadata.json" in shown[-1]


def test_the_address_of_the_site_stands_in_the_examples() -> None:
    assert "curl -O https://x.test/zwgk/data/reports.csv" in built(page(site_url="https://x.test/zwgk"))
    assert "<b>" not in built(page(site_url="https://x.test/<b>"))


def test_feeds_are_named_by_the_site_s_own() -> None:
    text = built(page())
    assert 'href="../feed.xml"' in text
    assert "agencies/a/feed.xml" not in text


def test_what_there_is_not_is_not_spoken_of() -> None:
    text = built(page(files=FILES[:1], official=True))
    assert "SQLite" not in text
    assert "推定为零" not in text
    assert "非官方汇编" not in text
    assert "非官方汇编" in built(page())
