"""Open data of the five reports: schemas, questions with known answers, nothing that is held or masked, other programs."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import markdown
import pytest
import yaml

from generator.model.catalog import ReportRecord
from generator.model.diagnostics import Diagnostic
from generator.pages.data_page import compose_data_page
from generator.pages.data_questions import QUESTIONS
from generator.pages.page import SiteFacts
from generator.pipeline.open_parts import keep_parts, read_open_report
from generator.pipeline.records import make_record
from generator.pipeline.understand import load_surroundings, open_reader, understand
from generator.publish.catalogue_files import CSV_COLUMNS
from generator.publish.collection import Collection
from generator.publish.open_data import OpenData, write_open_data
from generator.readers.discover import discover
from generator.readers.office import find_office
from generator.taxonomy.indicators import load_indicators
from tests.conftest import ROOT, copy_project
from tests.site.planted import HELD, planted
from tests.unit.publish.schema_faults import schema_faults, tables_of

ANSWERS = Path(__file__).parent.parent / "golden" / "open_data" / "questions.yml"
HELD_AGENCY = "held-agency"
MASKED_NAME, MASKED_TELEPHONE = "欧阳子虚", "13987654321"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Data files of a project.

    ``masked`` holds the words that its reports mask, ``texts`` each report's masked text.
    """

    folder: Path
    told: OpenData
    masked: tuple[str, ...]
    texts: dict[str, str]


def publish(project: Path, target: Path) -> Published:
    """As a build does it, without MkDocs."""
    around = load_surroundings(project)
    records: list[ReportRecord] = []
    masked: set[str] = set()
    texts: dict[str, str] = {}
    with open_reader(around) as reader:
        for found in discover(project).found:
            understood = understand(found.source, found.diagnostics, around, reader.read)
            if not understood.decision.publish or understood.report is None or understood.published is None:
                continue
            record = make_record(understood, project)
            assert not isinstance(record, Diagnostic)
            keep_parts(understood, project)
            records.append(record)
            whole = {block.anchor: block.text for block in understood.report.document.blocks}
            masked |= {whole[mask.anchor][mask.start : mask.end].strip() for mask in understood.decision.masks}
            texts[record.report_id] = "".join(block.text for block in understood.published.blocks)
    collection = Collection(
        name=around.settings.site_name,
        description="政府机关依法主动公开的文件",
        themes=around.vocabulary.themes.themes,
        indicators=load_indicators().indicators,
    )
    told = write_open_data(collection, records, lambda record: read_open_report(record, project), target)
    return Published(folder=target, told=told, masked=tuple(sorted(masked)), texts=texts)


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = tmp_path_factory.mktemp("five")
    return publish(copy_project(folder / "project"), folder / "open")


@pytest.fixture(scope="module")
def with_secrets(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The five, reports that are held (one agency has no other), and one whose contact is masked."""
    folder = tmp_path_factory.mktemp("secrets")
    project = copy_project(folder / "project")
    held = project / "reports" / HELD_AGENCY
    held.mkdir()
    for name, (_, text) in HELD.items():
        (held / f"held-{name}.txt").write_text(text, encoding="utf-8")
    foot = f"（联系人：{MASKED_NAME} 电话：{MASKED_TELEPHONE}）\n"
    target = project / "reports/xiamen-fao/2023-masked.txt"
    target.write_text(planted("暗号丙子", foot=foot), encoding="utf-8")
    return publish(project, folder / "open")


def ask(folder: Path, question: str) -> list[dict[str, object]]:
    with closing(sqlite3.connect(f"file:{folder / 'data/gongkai.sqlite'}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(question)]


def examples(published: Published, language: str, base: str = "") -> list[str]:
    """The code blocks of the data page, as a reader copies them."""
    told = compose_data_page(published.told.files, (), SiteFacts(name="公开", official=False), base)
    text = markdown.markdown(told.body, extensions=["attr_list", "md_in_html", "fenced_code"])
    return [
        html.unescape(one) for one in re.findall(rf'<code class="language-{language}">(.*?)</code>', text, re.DOTALL)
    ]


# --- the files ----------------------------------------------------------------------------------------------------


def test_every_file_of_the_five_is_true_to_its_schema(five: Published, with_secrets: Published) -> None:
    assert schema_faults(five.folder) == []
    assert schema_faults(with_secrets.folder) == []


def test_rows_are_those_of_the_reports(five: Published) -> None:
    rows = {file.uri: file.rows for file in five.told.files}
    assert rows["data/reports.csv"] == rows["data/reports.json"] == rows["data/gongkai.sqlite"] == len(five.texts) == 5
    passages = [json.loads(line) for line in (five.folder / "data/passages.jsonl").read_text("utf-8").splitlines()]
    assert rows["data/passages.jsonl"] == len(passages)
    for report_id, text in five.texts.items():
        own = "".join(one["text"] for one in passages if one["report_id"] == report_id)
        assert own == text
        told = json.loads((five.folder / f"reports/{report_id}/report.json").read_text("utf-8"))
        assert "".join(one["text"] for one in told["passages"]) == text


def test_a_figure_s_place_in_its_passage_holds_what_was_printed(five: Published) -> None:
    found = 0
    for path in five.folder.rglob("report.json"):
        report = json.loads(path.read_text("utf-8"))
        texts = {one["anchor"]: one["text"] for one in report["passages"]}
        for figure in report["figures"]:
            assert texts[figure["anchor"]][figure["start"] : figure["end"]] == figure["printed"]
            assert figure["sentence"] in texts[figure["anchor"]]
            found += 1
    assert found == next(file.rows for file in five.told.files if file.uri == "data/figures.csv") > 0


def test_two_runs_give_the_same_bytes(five: Published, tmp_path: Path) -> None:
    again = publish(copy_project(tmp_path / "project"), tmp_path / "open")
    places = sorted(path.relative_to(five.folder) for path in five.folder.rglob("*") if path.is_file())
    assert places == sorted(path.relative_to(again.folder) for path in again.folder.rglob("*") if path.is_file())
    assert [
        place for place in places if (five.folder / place).read_bytes() != (again.folder / place).read_bytes()
    ] == []


# --- what must not be in them --------------------------------------------------------------------------------------


def test_nothing_masked_and_nothing_held_is_in_any_file(with_secrets: Published) -> None:
    assert {MASKED_NAME, MASKED_TELEPHONE} <= set(with_secrets.masked)
    markers = {text[text.index("暗号") : text.index("暗号") + 4] for _, text in HELD.values()}
    secrets = {*with_secrets.masked, *markers, HELD_AGENCY}
    assert "暗号丙子" in (with_secrets.folder / "data/passages.jsonl").read_text("utf-8"), (
        "the masked report is published"
    )
    for path in with_secrets.folder.rglob("*"):
        assert HELD_AGENCY not in path.as_posix()
        if path.is_file() and path.suffix != ".sqlite":
            content = path.read_text("utf-8")
            assert [secret for secret in secrets if secret in content] == [], path
    database = with_secrets.folder / "data/gongkai.sqlite"
    cells = json.dumps(tables_of(database), ensure_ascii=False)
    assert "暗号丙子" in cells
    assert [secret for secret in secrets if secret in cells] == []
    assert [secret for secret in secrets if secret.encode() in database.read_bytes()] == [], "in a page that is free"


# --- questions ------------------------------------------------------------------------------------------------------


def test_each_question_has_its_answer(five: Published) -> None:
    expected = yaml.safe_load(ANSWERS.read_text(encoding="utf-8"))
    assert [case["question"] for case in expected] == [one.title for one in QUESTIONS]
    for case, question in zip(expected, QUESTIONS, strict=True):
        assert ask(five.folder, question.sql) == case["answer"], question.title


def test_questions_on_the_page_are_those_that_are_asked_here(five: Published) -> None:
    assert [one.strip() for one in examples(five, "sql")] == [one.sql for one in QUESTIONS]


# --- examples and other programs --------------------------------------------------------------------------------------


def test_python_examples_run_as_they_stand(five: Published) -> None:
    outputs = []
    for code in examples(five, "python"):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=five.folder / "data", capture_output=True, text=True, encoding="utf-8",
            timeout=60, check=False, env={"PYTHONUTF8": "1"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        outputs.append(done.stdout.splitlines())
    assert "2021 厦门市人民政府外事办公室" in "\n".join(outputs[0])
    assert len(outputs[0]) == 5
    wanted = ask(five.folder, "SELECT count(*) AS n FROM passages WHERE instr(text, '法律顾问') > 0")[0]["n"]
    assert len(outputs[1]) == wanted


def test_curl_examples_fetch_the_files(five: Published, serve: Callable[..., str], tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        _missing("curl")
    [fetch] = [code for code in examples(five, "sh", serve(five.folder, under="zwgk")) if "curl" in code]
    for line in fetch.strip().splitlines():
        subprocess.run([*line.split(), "--silent", "--fail", "--noproxy", "*"], cwd=tmp_path, check=True, timeout=60)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["passages.jsonl", "reports.csv"]
    assert (tmp_path / "reports.csv").read_bytes() == (five.folder / "data/reports.csv").read_bytes()


def test_datasette_opens_the_file_with_its_notes(five: Published) -> None:
    program = shutil.which("datasette", path=f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}")
    if program is None:
        _missing("datasette")
    for place, wanted in {
        "/gongkai/reports": "文件所反映的年度",
        "/gongkai/indicator_overview": "指标一览",
        "/gongkai/passage_overview?text__contains=外事": "段落一览",
    }.items():
        arguments = [str(program), "gongkai.sqlite", "-m", "metadata.json", "--get", place]
        done = subprocess.run(
            arguments,
            cwd=five.folder / "data",
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert wanted in done.stdout


def test_the_read_me_asks_the_same_questions_in_both_languages() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    asked = [textwrap.dedent(sql).strip() for sql in re.findall(r"```sql\n(.*?)```", readme, re.DOTALL)]
    assert asked == [one.sql for one in QUESTIONS] * 2
    assert all(one.title in readme for one in QUESTIONS)


def test_libreoffice_opens_the_table_with_right_columns(five: Published, tmp_path: Path) -> None:
    """As its import window offers it for a file with our mark: comma (44), quotation mark (34), UTF-8 (76)."""
    program = find_office()
    if program is None:
        _missing("LibreOffice")
    subprocess.run(
        [
            str(program), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--infilter=CSV:44,34,76,1", "--convert-to", "fods", "--outdir", str(tmp_path),
            str(five.folder / "data/reports.csv"),
        ],
        capture_output=True, timeout=240, check=True,
    )  # fmt: skip
    sheet = (tmp_path / "reports.fods").read_text(encoding="utf-8")
    rows = re.findall(r"<table:table-row[^>]*>(.*?)</table:table-row>", sheet, re.DOTALL)
    heads = re.findall(r"<text:p>(.*?)</text:p>", rows[0])
    assert tuple(heads) == CSV_COLUMNS
    assert sum(1 for row in rows if "<text:p>" in row) == 6
    assert "table:formula" not in sheet


def _missing(program: str) -> None:
    """Other programs that people open our files with: tried where they are, skipped by name where not."""
    pytest.skip(f"没有 {program}，不作此项试用")
