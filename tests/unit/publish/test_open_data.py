"""All files of open data: every one is true to its schema, the same again, and written one report at a time."""

from __future__ import annotations

import csv
import gc
import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.errors import OutputError
from generator.model.catalog import ReportRecord
from generator.model.figure import Figure
from generator.publish.catalogue_files import CSV_COLUMNS
from generator.publish.coverage_file import CSV_COLUMNS as COVERAGE_COLUMNS
from generator.publish.figures_file import CSV_COLUMNS as FIGURE_COLUMNS
from generator.publish.open_data import OpenData, lay_over, write_open_data
from generator.publish.open_report import OpenReport
from tests.unit.pages.factory import agency, record
from tests.unit.publish.open_reports import collection, open_report, three_records
from tests.unit.publish.schema_faults import schema_faults


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, OpenData]:
    return tmp_path, write_open_data(collection(), three_records(), open_report, tmp_path)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_file_is_true_to_its_schema(written: tuple[Path, OpenData]) -> None:
    assert schema_faults(written[0]) == []


def test_every_schema_is_a_schema_and_tells_each_field(written: tuple[Path, OpenData]) -> None:
    schemas = sorted((written[0] / "data/schemas").iterdir())
    assert len(schemas) == 9
    for path in schemas:
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


def test_a_file_that_differs_from_its_schema_is_seen(written: tuple[Path, OpenData]) -> None:
    """The check itself can fail."""
    path = written[0] / "data/passages.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"line":4', '"line":0'), encoding="utf-8")
    assert len(schema_faults(written[0])) == 3


def test_rows_and_sizes_are_told_as_they_are(written: tuple[Path, OpenData]) -> None:
    folder, told = written
    assert {file.uri: (file.rows, file.row_name) for file in told.files} == {
        "data/reports.csv": (3, "份文件"),
        "data/reports.json": (3, "份文件"),
        "data/passages.jsonl": (9, "段"),
        "data/figures.csv": (9, "项数字"),
        "data/coverage.csv": (4, "行"),
        "data/gongkai.sqlite": (3, "份文件"),
    }
    for file in told.files:
        assert file.size == (folder / file.uri).stat().st_size
        assert (folder / file.schema_uri).is_file()
    assert [uri for uri in told.feeds if not (folder / uri).is_file()] == []


def test_the_same_content_gives_the_same_bytes_in_whatever_order(tmp_path: Path) -> None:
    for name, records in (("one", three_records()), ("other", three_records()[::-1])):
        write_open_data(collection(), records, open_report, tmp_path / name, full_text=True)
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_tables_open_in_spreadsheets(written: tuple[Path, OpenData]) -> None:
    for name, columns in (("reports", CSV_COLUMNS), ("figures", FIGURE_COLUMNS), ("coverage", COVERAGE_COLUMNS)):
        content = (written[0] / f"data/{name}.csv").read_bytes()
        assert content.startswith("\ufeff".encode())
        assert content.count(b"\n") == content.count(b"\r\n")
        rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
        assert tuple(rows[0]) == columns
        assert {len(row) for row in rows} == {len(columns)}


def test_a_hostile_title_is_text_in_the_table(tmp_path: Path) -> None:
    bad = record(title='=HYPERLINK("http://x.test")\n,"', by=agency("c-d", "+丙局"))
    write_open_data(collection(), [bad], open_report, tmp_path)
    with (tmp_path / "data/reports.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert row["标题"] == '\'=HYPERLINK("http://x.test") ,"'
    assert row["发布机构"] == "'+丙局"


def test_each_report_is_read_once_and_let_go(tmp_path: Path) -> None:
    """Figures and passages, which are what is large, are kept by no writer."""
    alive: list[int] = []

    def read(each: ReportRecord) -> OpenReport:
        gc.collect()
        alive.append(sum(1 for one in gc.get_objects() if type(one) is Figure))
        return open_report(each)

    write_open_data(collection(), [record(f"2023-{number:03}") for number in range(20)], read, tmp_path)
    assert len(alive) == 20
    assert max(alive) - alive[0] <= 3  # those of the one report before


def test_no_reports_no_files(tmp_path: Path) -> None:
    assert write_open_data(collection(), [], open_report, tmp_path) == OpenData()
    assert tree(tmp_path) == {}


def test_without_figures_there_is_no_empty_table(tmp_path: Path) -> None:
    def read(each: ReportRecord) -> OpenReport:
        return replace(open_report(each), figures=(), indicator_values=())

    told = write_open_data(collection(), [record()], read, tmp_path)
    assert not (tmp_path / "data/figures.csv").exists()
    assert "data/figures.csv" not in [file.uri for file in told.files]
    assert schema_faults(tmp_path) == []


def test_files_are_laid_over_the_site_and_never_over_its_own(written: tuple[Path, OpenData], tmp_path: Path) -> None:
    site = tmp_path.parent / f"{tmp_path.name}-site"
    (site / "data").mkdir(parents=True)
    (site / "data/index.html").write_text("page")
    before = tree(written[0])
    assert lay_over(written[0], site) == tuple(sorted(before))
    assert tree(site) == {**before, "data/index.html": b"page"}
    (written[0] / "feed.xml").write_text("another")
    with pytest.raises(OutputError, match=r"feed\.xml"):
        lay_over(written[0], site)


def test_a_disk_that_refuses_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(OutputError, match="无法写入"):
        write_open_data(collection(), three_records(), open_report, tmp_path)


def test_a_database_that_is_there_already_is_an_output_error(written: tuple[Path, OpenData]) -> None:
    with pytest.raises(OutputError, match="SQLite"):
        write_open_data(collection(), three_records(), open_report, written[0])
