"""Files are read in a process of their own, one for a run, under the limits of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SourceError
from generator.pipeline.gather import gather
from generator.pipeline.understand import load_surroundings, understand
from generator.readers import ReadFile, confine, read_source
from generator.readers.discover import discover, locate
from generator.readers.reading_process import ReadingProcess
from tests.site.planted import planted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    agency = tmp_path / "reports/some-agency"
    agency.mkdir(parents=True)
    (agency / "agency.yml").write_text("name: 厦门市司法局\nregion: '350200'\n", encoding="utf-8")
    for number in range(3):
        (agency / f"202{number}-report.txt").write_text(
            planted("各项任务").replace("2023", f"202{number}"), encoding="utf-8"
        )
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra: {gongkai: {limits: {bytes: 4 KiB}}}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[ReadingProcess]:
    made: list[ReadingProcess] = []

    def start(*arguments: object) -> ReadingProcess:
        made.append(ReadingProcess(*arguments))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(confine, "ReadingProcess", start)
    return made


def test_one_process_for_all_files_of_a_run_and_none_left(folder: Path, started: list[ReadingProcess]) -> None:
    outcomes = gather(discover(folder).found, load_surroundings(folder), make_records=False)
    assert len(outcomes) == 3
    assert all("2" in one.title for one in outcomes)
    assert len(started) == 1
    assert not started[0].alive


def test_the_limits_of_the_project_hold(folder: Path, started: list[ReadingProcess]) -> None:
    path = folder / "reports/some-agency/2029-report.txt"
    path.write_text(planted("各项任务" * 1000), encoding="utf-8")
    understood = understand(locate(path, folder), (), load_surroundings(folder))
    assert "too-large" in {one.code for one in understood.diagnostics}
    assert not understood.decision.publish
    assert started == []


def test_the_reader_that_is_given_is_used_and_one_is_opened_where_none_is(
    folder: Path, started: list[ReadingProcess]
) -> None:
    path = folder / "reports/some-agency/2020-report.txt"
    around = load_surroundings(folder)
    asked: list[Path] = []

    def read(one: Path) -> ReadFile:
        asked.append(one)
        return read_source(one)

    given = understand(locate(path, folder), (), around, read)
    assert asked == [path]
    assert started == []
    opened = understand(locate(path, folder), (), around)
    assert len(started) == 1
    assert opened == given


def test_a_file_that_cannot_be_opened_is_held(folder: Path) -> None:
    def read(_: Path) -> ReadFile:
        raise SourceError("无法读取文件")

    path = folder / "reports/some-agency/2020-report.txt"
    understood = understand(locate(path, folder), (), load_surroundings(folder), read)
    assert understood.report is None
    assert not understood.decision.publish
