"""Faulty and hostile files: a clear finding that names file and line; the rest is published; nothing is executed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import copy_project, run_gongkai
from tests.site.planted import planted

Gongkai = Callable[..., subprocess.CompletedProcess[str]]
GOOD = planted("暗号")
HOSTILE = """某某市2023年<img src=x onerror=alert(9)>法治政府建设年度报告

---
title: evil
template: evil.html
---

{{ config }}{% include 'x' %}{{ ''.__class__ }}

--8<-- "mkdocs.yml"

段落<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>
{: onclick=alert(1) }

# 井号开头 {#__search}

[点击](javascript:alert(1)) <javascript:alert(1)> [1]: javascript:alert(1)

1986. 年份；2*3*4=24；(c) a_b_c ~删~ ==标== :smile: ++ctrl++ [^1]: 注 [TOC]

<!-- 没有结尾

一、主要做法

我局坚持依法行政，各项工作扎实推进，群众反映良好，社会满意度不断提升。
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("bad") / "project")
    agency = root / "reports/xiamen-fao"

    def put(name: str, content: bytes | str) -> None:
        (agency / name).write_bytes(content.encode() if isinstance(content, str) else content)

    put("empty.txt", b"")
    put("blank.txt", " \n\t\n\u3000\n")
    put("binary.txt", bytes(range(256)) * 40)
    put("pdf.txt", b"%PDF-1.7\n...")
    put("long-line.txt", "法" * 17_000_000)
    put("many-lines.txt", "我局坚持依法行政，各项工作扎实推进。\n" * 100_000)
    put(
        "thousands-of-lines.txt",
        "某某市2023年法治政府建设年度报告\n" + "我局坚持依法行政，各项工作扎实推进。\n" * 5_000,
    )
    put("unknown.txt", "某某市法治政府建设年度报告，各项工作扎实推进。\n".encode() + b"\xff\xfe\x80\x81" * 50)
    put("mixed.txt", f"{GOOD}\n".encode() + "用另一种编码写的一行字".encode("gbk") + b"\n")
    put("mojibake.txt", GOOD.encode().decode("gb18030", errors="ignore"))
    put("nul.txt", GOOD.replace("一、", "一\x00、"))
    put("bidi.txt", GOOD.replace("一、", "一\u202e、"))
    put("hostile.txt", HOSTILE)
    put("gb18030.txt", GOOD.encode("gb18030"))
    put("utf16.txt", GOOD.encode("utf-16"))
    put("with space 'quote' \"x\".txt", GOOD)
    put("..双点.txt", GOOD)
    put("same.txt", GOOD)
    put("Same.md", GOOD)
    put("é报告.txt", GOOD)
    put("sheet.xlsx", b"PK\x03\x04")
    put("orphan.yml", "title: 没有正文\n")
    put("sidecar.txt", GOOD)
    put("sidecar.yml", "title: 标题\nyaer: 2023\ndate_of_writing: 2024-13-45\n")
    os.symlink("/etc/hostname", agency / "link.txt")
    os.symlink("/etc", root / "reports/linked-folder")
    os.mkfifo(agency / "pipe.txt")
    wrong = root / "reports/wrong-agency"
    wrong.mkdir()
    (wrong / "agency.yml").write_text("name: 某某市司法局\nregion: '999999'\nnane: x\n", encoding="utf-8")
    (wrong / "2023-report.txt").write_text(GOOD, encoding="utf-8")
    (root / "reports/dropped.txt").write_text(GOOD.replace("某某市", "厦门市"), encoding="utf-8")
    (root / "reports/xiamen-fao/deep").mkdir()
    return root


@pytest.fixture(scope="module")
def checked(folder: Path) -> dict[str, dict[str, object]]:
    done = run_gongkai("check", "-C", folder, "--format", "json")
    assert done.returncode == 1, done.stderr
    values = json.loads(done.stdout)
    return {Path(entry["path"]).name: entry for entry in values["files"]} | {
        Path(entry["path"]).name: {"decision": "", "diagnostics": [entry]} for entry in values["others"]
    }


@pytest.fixture(scope="module")
def built(folder: Path) -> subprocess.CompletedProcess[str]:
    return run_gongkai("build", "-C", folder)


@pytest.mark.parametrize(
    ("name", "code", "line"),
    [
        ("empty.txt", "empty-file", None),
        ("blank.txt", "empty-file", None),
        ("binary.txt", "binary-content", 1),
        ("pdf.txt", "type-mismatch", None),
        ("long-line.txt", "too-large", None),
        ("many-lines.txt", "too-large", None),
        ("unknown.txt", "unknown-encoding", 2),
        ("mixed.txt", "mixed-encoding", None),
        ("mojibake.txt", "implausible-text", 1),
        ("nul.txt", "control-character", 5),
        ("bidi.txt", "bidi-character", 5),
        ("same.txt", "duplicate-id", None),
        ("Same.md", "duplicate-id", None),
        ("sheet.xlsx", "unsupported-format", None),
        ("sidecar.txt", "sidecar-invalid", None),
        ("link.txt", "not-regular-file", None),
        ("pipe.txt", "not-regular-file", None),
        ("2023-report.txt", "agency-file-invalid", None),
    ],
)
def test_held_with_a_finding(name: str, code: str, line: int | None, checked: dict[str, dict[str, object]]) -> None:
    entry = checked[name]
    assert entry["decision"] == "hold"
    found = [one for one in entry["diagnostics"] if one["code"] == code and one["severity"] == "error"]
    assert found, entry
    assert line is None or found[0]["line"] == line


@pytest.mark.parametrize(
    ("name", "code"),
    [("orphan.yml", "orphan-sidecar"), ("deep", "nested-folder"), ("linked-folder", "not-regular-file")],
)
def test_things_that_are_no_report_are_named(name: str, code: str, checked: dict[str, dict[str, object]]) -> None:
    assert code in {one["code"] for one in checked[name]["diagnostics"]}


@pytest.mark.parametrize(
    "name",
    ["hostile.txt", "gb18030.txt", "utf16.txt", "..双点.txt", "é报告.txt", "thousands-of-lines.txt", "dropped.txt"],
)
def test_published_all_the_same(name: str, checked: dict[str, dict[str, object]]) -> None:
    assert checked[name]["decision"] == "publish", checked[name]


def test_every_fault_of_a_sidecar_is_told_with_its_line(checked: dict[str, dict[str, object]]) -> None:
    messages = [one["message"] for one in checked["sidecar.txt"]["diagnostics"] if one["code"] == "sidecar-invalid"]
    assert any("第 2 行" in message and "yaer" in message for message in messages)
    assert any("第 3 行" in message for message in messages)


def test_every_fault_of_agency_yml_is_told_with_its_line(checked: dict[str, dict[str, object]]) -> None:
    messages = [
        one["message"] for one in checked["2023-report.txt"]["diagnostics"] if one["code"] == "agency-file-invalid"
    ]
    assert any("第 2 行" in message for message in messages)
    assert any("第 3 行" in message and "nane" in message for message in messages)


def test_dropped_file_is_understood_and_the_folder_to_make_is_named(checked: dict[str, dict[str, object]]) -> None:
    messages = [one["message"] + one["code"] for one in checked["dropped.txt"]["diagnostics"]]
    assert any("no-agency-folder" in message for message in messages)


def test_the_rest_is_published(built: subprocess.CompletedProcess[str], folder: Path) -> None:
    assert built.returncode == 1, built.stdout + built.stderr
    for agency in ("liaocheng-fao/2022", "shapingba-fao/2021", "urumqi-fao/2021", "urumqi-gov/2021", "xiamen-fao/2021"):
        assert (folder / f"site/reports/{agency}-law-based-government/index.html").exists()


def test_nothing_from_outside_is_published(built: subprocess.CompletedProcess[str], folder: Path) -> None:
    assert built.returncode == 1
    assert not list((folder / "site").rglob("*link*"))
    assert "docs_dir" not in (folder / "site/reports/xiamen-fao/hostile/index.html").read_text(encoding="utf-8")


@pytest.mark.browser
def test_hostile_text_is_only_text(
    built: subprocess.CompletedProcess[str], folder: Path, serve: Callable[[Path], str], new_page: Callable[..., object]
) -> None:
    assert built.returncode == 1
    page = new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(serve(folder / "site") + "reports/xiamen-fao/hostile/")
    page.wait_for_load_state("networkidle")
    shown = "".join(page.locator(".official-text").inner_text().split())
    assert shown == "".join(HOSTILE.split())
    assert dialogs == []
    assert (
        page.locator(
            ".official-text script, .official-text img, .official-text [onclick], "
            ".official-text a:not(.here, .see-also), .official-text a:not(:empty), .official-text a:not([href^='#'])"
        ).count()
        == 0
    )
    assert page.locator('a[href^="javascript"]').count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("words", ["主要做法", "alert", "<img src=x onerror=alert(1)>", "法治政府建设年度报告"])
def test_search_runs_nothing_of_a_hostile_text(
    words: str,
    built: subprocess.CompletedProcess[str],
    folder: Path,
    serve: Callable[[Path], str],
    new_page: Callable[..., object],
) -> None:
    assert built.returncode == 1
    page = new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(serve(folder / "site") + "?q=<img src=x onerror=alert(2)>")
    page.wait_for_load_state("networkidle")
    page.locator(".md-search__input").fill(words)
    page.keyboard.press("Shift")
    # The address asked for something already: what is shown must be the answer to these words.
    page.wait_for_function(
        """words => [...document.querySelectorAll(".md-search-result__item mark")]
            .some(mark => mark.textContent && words.includes(mark.textContent))""",
        arg=words,
    )
    assert page.locator(".md-search-result img, .md-search-result script, .md-search-result svg[onload]").count() == 0
    assert dialogs == []
