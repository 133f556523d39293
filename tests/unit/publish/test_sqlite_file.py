"""The SQLite file: whole, linked, quick to ask, with notes in Chinese for every column."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import resources
from pathlib import Path

import pytest

from generator.publish.schemas import datasette_notes
from generator.publish.sqlite_file import SqliteFile
from tests.unit.publish.open_reports import collection, open_report, three_records
from tests.unit.publish.schema_faults import tables_of


def write(folder: Path, *, full_text: bool = False, **facts: str) -> Path:
    records = sorted(three_records(), key=lambda each: each.report_id)
    file = SqliteFile(folder, collection(**facts), records, full_text=full_text)
    for each in records:
        file.add(open_report(each))
    return folder / file.finish().uri


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(write(tmp_path, site_url="https://x.test/zwgk"))) as connection:
        yield connection


def test_rows_of_all_reports_are_there_in_the_order_of_ids(asked: sqlite3.Connection) -> None:
    ids = [row[0] for row in asked.execute("SELECT report_id FROM reports ORDER BY rowid")]
    assert ids == ["a-sport/2023-report", "b-water/2022-report", "b-water/2023-report"]
    counts = {name: asked.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in (
        "agencies", "themes", "indicators", "passages", "passage_themes", "theme_matches", "keywords", "figures",
        "indicator_values", "passage_overview", "theme_overview", "figure_overview", "indicator_overview",
    )}  # fmt: skip
    assert counts == {
        "agencies": 2, "themes": 3, "indicators": 1, "passages": 9, "passage_themes": 9, "theme_matches": 3,
        "keywords": 6, "figures": 9, "indicator_values": 3, "passage_overview": 9, "theme_overview": 3,
        "figure_overview": 9, "indicator_overview": 3,
    }  # fmt: skip


def test_the_file_is_sound_and_its_references_resolve(asked: sqlite3.Connection) -> None:
    assert asked.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert asked.execute("PRAGMA foreign_key_check").fetchall() == []


def test_numbers_are_numbers_and_the_unknown_is_null(asked: sqlite3.Connection) -> None:
    rows = asked.execute(
        "SELECT number, typeof(number), unit, implied, approximate FROM figures WHERE report_id LIKE 'a%'"
    ).fetchall()
    assert rows == [(36, "integer", "条", 0, None), (98.5, "real", "%", 0, "余"), (0, "integer", "件", 1, None)]
    assert asked.execute("SELECT count(*) FROM reports WHERE publication_date IS NULL").fetchone() == (3,)
    assert asked.execute("SELECT count(*) FROM reports WHERE publication_date = ''").fetchone() == (0,)


def test_a_figure_leads_to_its_passage(asked: sqlite3.Connection) -> None:
    row = asked.execute("SELECT number, sentence, address FROM indicator_overview LIMIT 1").fetchone()
    assert row == (36, "公开政府信息36条，收到申请2件。", "https://x.test/zwgk/reports/a-sport/2023-report/#p-3")


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("SELECT * FROM reports WHERE year = 2023", "reports_by_year"),
        ("SELECT * FROM reports WHERE agency_id = 'a'", "reports_by_agency"),
        ("SELECT * FROM passage_themes WHERE theme_id = 'x'", "passage_themes_by_theme"),
        ("SELECT * FROM figures WHERE indicator_id = 'x'", "figures_by_indicator"),
        ("SELECT * FROM passages WHERE report_id = 'a/b'", "sqlite_autoindex_passages_1"),
    ],
)
def test_what_is_asked_for_most_has_an_index(asked: sqlite3.Connection, question: str, index: str) -> None:
    plan = " ".join(str(row) for row in asked.execute(f"EXPLAIN QUERY PLAN {question}"))
    assert index in plan, plan


def test_every_column_has_its_note_and_no_note_is_of_another_form(tmp_path: Path) -> None:
    with closing(sqlite3.connect(write(tmp_path))) as connection:
        names = [name for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
        )]  # fmt: skip
        columns = {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}
    noted = datasette_notes(collection())["databases"]["gongkai"]["tables"]
    assert {name: list(table["columns"]) for name, table in noted.items()} == columns
    assert all(note for table in noted.values() for note in (table["title"], *table["columns"].values()))
    schema = json.loads(resources.files("generator").joinpath("data/schemas/sqlite.schema.json").read_text("utf-8"))
    assert {name: list(rows["properties"]) for name, rows in schema["$defs"].items()} == columns


def test_nothing_in_the_file_depends_on_when_or_where_it_was_written(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one"), write(tmp_path / "other" / "deeper")
    assert one.read_bytes() == other.read_bytes()
    assert str(tmp_path).encode() not in one.read_bytes()
    assert [path.name for path in one.parent.iterdir()] == ["gongkai.sqlite"]


def test_the_index_of_trigrams_is_made_only_when_asked_for(tmp_path: Path) -> None:
    plain, indexed = write(tmp_path / "plain"), write(tmp_path / "indexed", full_text=True)
    with closing(sqlite3.connect(plain)) as connection, pytest.raises(sqlite3.OperationalError, match="no such table"):
        connection.execute("SELECT * FROM passages_search")
    with closing(sqlite3.connect(indexed)) as connection:
        found = connection.execute(
            "SELECT p.anchor FROM passages_search JOIN passages AS p ON p.rowid = passages_search.rowid"
            " WHERE passages_search MATCH '政府信息'"
        ).fetchall()
    assert found == [("p-3",)] * 3
    assert tables_of(plain) == tables_of(indexed)


def test_a_word_of_two_characters_is_found_by_instr(asked: sqlite3.Connection) -> None:
    assert asked.execute("SELECT count(*) FROM passages WHERE instr(text, '申请') > 0").fetchone() == (3,)
