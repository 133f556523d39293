"""The commands as a newcomer uses them: help, formats, exit codes, messages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.planted import HELD

Gongkai = Callable[..., subprocess.CompletedProcess[str]]
REPORT = "reports/urumqi-fao/2021-law-based-government.txt"


@pytest.mark.parametrize("command", ["build", "inspect", "check", "serve", "explain"])
def test_help_teaches_with_examples(command: str, gongkai: Gongkai) -> None:
    done = gongkai(command, "--help")
    assert done.returncode == 0
    assert f"gongkai {command}" in done.stdout
    assert "示例" in done.stdout


def test_inspect_reads_any_file_and_writes_none(tmp_path: Path, gongkai: Gongkai, called: Gongkai) -> None:
    folder = tmp_path / "空"
    folder.mkdir()
    file = folder / "下载 的报告.txt"
    file.write_bytes((ROOT / REPORT).read_bytes())
    done = gongkai("inspect", file, "-C", folder, "--format", "json")
    assert done.returncode == 0, done.stderr
    values = json.loads(done.stdout)
    assert values["agency"] == "乌鲁木齐市人民政府外事办公室"
    assert values["agency_id"] is None
    assert [path.name for path in folder.iterdir()] == [file.name]
    text = called("inspect", file, "-C", folder)
    assert "乌鲁木齐市人民政府外事办公室" in text.stdout
    assert "结论：可以发布" in text.stdout


def test_inspect_of_a_held_file_exits_1_and_of_none_exits_2(tmp_path: Path, called: Gongkai) -> None:
    file = tmp_path / "x.txt"
    file.write_text(HELD["secrecy"][1], encoding="utf-8")
    assert called("inspect", file, "-C", tmp_path).returncode == 1
    assert called("inspect", tmp_path / "nothing.txt", "-C", tmp_path).returncode == 2


def test_check_of_one_file_in_all_formats(project: Path, gongkai: Gongkai, called: Gongkai) -> None:
    text = gongkai("check", "-C", project, project / REPORT)
    assert text.returncode == 0
    assert "共 1 份：可以发布 1 份，暂缓 0 份" in text.stdout
    assert f"{REPORT}:181" in text.stdout
    values = json.loads(called("check", "-C", project, project / REPORT, "--format", "json").stdout)
    assert [entry["decision"] for entry in values["files"]] == ["publish"]
    github = called("check", "-C", project, project / REPORT, "--format", "github")
    assert f"::notice file={REPORT},line=181,title=foreign-phrase::" in github.stdout


def test_strict_fails_on_warnings(called: Gongkai) -> None:
    assert called("check", "-C", ROOT).returncode == 0
    assert called("check", "-C", ROOT, "--strict").returncode == 1


def test_names_cannot_break_out_of_an_annotation(project: Path, called: Gongkai) -> None:
    (project / "reports/xiamen-fao/x,y:z\n::error::q.txt").write_text(HELD["secrecy"][1], encoding="utf-8")
    done = called("check", "-C", project, "--format", "github")
    assert done.returncode == 1
    assert not any(line.startswith("::error::q") for line in done.stdout.splitlines())


def test_explain_tells_one_all_or_says_there_is_none(gongkai: Gongkai) -> None:
    assert "结构层次序数" in gongkai("explain", "numbering-gap").stdout
    assert "numbering-gap" in gongkai("explain").stdout
    unknown = gongkai("explain", "no-such-code")
    assert unknown.returncode == 2
    assert "no-such-code" in unknown.stderr


@pytest.mark.parametrize("arguments", [["buidl"], ["check", "--format", "xml"], ["build", "-C", "/no/such/folder"]])
def test_misuse_exits_2(arguments: list[str], gongkai: Gongkai) -> None:
    assert gongkai(*arguments).returncode == 2


def test_check_tells_an_official_site_what_its_page_tags_lack(tmp_path: Path, called: Gongkai) -> None:
    (tmp_path / "reports/office").mkdir(parents=True)
    (tmp_path / "reports/office/agency.yml").write_text("name: 清河市水务局\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: 公开\nextra: {gongkai: {official: true}}\n", encoding="utf-8")
    done = called("check", "-C", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("site_id_code") == 1
    assert done.stdout.count("site_domain") == 1
    (tmp_path / "mkdocs.yml").write_text("site_name: 公开\n", encoding="utf-8")
    assert "site-tag-missing" not in called("check", "-C", tmp_path).stdout
