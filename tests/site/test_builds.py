"""Builds as a whole: the same input gives the same bytes, a failure leaves the former site, other folders work too."""

from __future__ import annotations

import hashlib
import html
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.pages.read_back import read_built_page
from tests.conftest import ROOT, copy_project

Gongkai = Callable[..., subprocess.CompletedProcess[str]]


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A project of its own that was built: its folder, and what the command said."""

    folder: Path
    said: str


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory, gongkai: Gongkai) -> Built:
    """The project in another place, built by another process than ``built_project``.

    A test may build in it again where that changes nothing; for anything else it takes a copy.
    """
    folder = copy_project(tmp_path_factory.mktemp("elsewhere") / "项目")
    done = gongkai("build", "-C", folder)
    assert done.returncode == 0, done.stderr
    return Built(folder=folder, said=done.stdout)


def test_five_published_none_held_five_proven(elsewhere: Built) -> None:
    assert "发布 5 份，暂缓 0 份；与原文逐字核对 5/5 份一致。" in elsewhere.said
    catalogue = json.loads((elsewhere.folder / "site/data/reports.json").read_text(encoding="utf-8"))
    assert [entry["report_id"] for entry in catalogue] == sorted(entry["report_id"] for entry in catalogue)
    assert len(catalogue) == 5


def test_two_builds_in_two_places_are_byte_identical(elsewhere: Built, built_project: Path) -> None:
    assert tree(elsewhere.folder / "docs") == tree(built_project / "docs")
    assert tree(elsewhere.folder / "site") == tree(built_project / "site")


def test_building_again_writes_no_page(elsewhere: Built, gongkai: Gongkai) -> None:
    folder = elsewhere.folder
    before = {path: path.stat().st_mtime_ns for path in (folder / "docs").rglob("*.md")}
    site = tree(folder / "site")
    assert gongkai("build", "-C", folder).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in (folder / "docs").rglob("*.md")} == before
    assert tree(folder / "site") == site


def test_mkdocs_alone_builds_the_generated_pages(built_project: Path, tmp_path: Path) -> None:
    """With the theme's folder in its place, as in this project."""
    folder = tmp_path / "project"
    shutil.copytree(built_project, folder, ignore=shutil.ignore_patterns("site", ".gongkai"))
    shutil.copytree(ROOT / "generator/theme", folder / "generator/theme")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "site/reports/xiamen-fao/2021-law-based-government/index.html").exists()


def test_a_failing_build_leaves_the_former_site(tmp_path: Path, elsewhere: Built, gongkai: Gongkai) -> None:
    project = shutil.copytree(elsewhere.folder, tmp_path / "project", symlinks=True)
    before = tree(project / "site")
    assert before
    about = project / "docs/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n[坏链接](nowhere.md)\n", encoding="utf-8")
    done = gongkai("build", "-C", project)
    assert done.returncode == 2
    assert "nowhere.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(project / "site") == before


def test_no_reports_make_a_site_that_says_so(project: Path, gongkai: Gongkai) -> None:
    shutil.rmtree(project / "reports")
    (project / "reports").mkdir()
    done = gongkai("build", "-C", project)
    assert done.returncode == 0, done.stderr
    assert "发布 0 份" in done.stdout
    assert not (project / "site/agencies").exists()
    assert not (project / "site/themes").exists()


def test_many_files_in_worker_processes_give_the_same_pages(
    project: Path, gongkai: Gongkai, built_project: Path
) -> None:
    """Above two dozen files work goes to processes; nothing of a page depends on that."""
    source = (project / "reports/urumqi-gov/2021-law-based-government.txt").read_text(encoding="utf-8")
    for number in range(24):
        text = source.replace("2021年度", f"{1990 + number}年度").replace("54次", f"{number}次")
        (project / f"reports/urumqi-gov/{1990 + number}-law-based-government.txt").write_text(text, encoding="utf-8")
    done = gongkai("build", "-C", project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "发布 29 份" in done.stdout
    place = "site/reports/xiamen-fao/2021-law-based-government/index.html"
    ours, theirs = (read_built_page((root / place).read_text(encoding="utf-8")) for root in (project, built_project))
    assert ours
    assert ours == theirs


def test_outside_a_project_nothing_is_done(tmp_path: Path, called: Gongkai) -> None:
    done = called("build", "-C", tmp_path)
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_unknown_setting_is_refused_with_its_name(project: Path, called: Gongkai) -> None:
    path = project / "mkdocs.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("    official: false", "    offical: yes"), encoding="utf-8"
    )
    done = called("build", "-C", project)
    assert done.returncode == 2
    assert "offical" in done.stderr


def test_require_mark_holds_what_has_none(project: Path, called: Gongkai) -> None:
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace(
        "    official: false", "    official: false\n    require_mark: true"
    )
    path.write_text(text, encoding="utf-8")
    done = called("check", "-C", project)
    assert done.returncode == 1
    assert "暂缓 3 份" in done.stdout


def test_catalogue_has_the_keys_of_inspect(built_project: Path, called: Gongkai) -> None:
    catalogue = json.loads((built_project / "site/data/reports.json").read_text(encoding="utf-8"))
    assert len(catalogue) == 5
    for entry in catalogue:
        file = built_project / entry["source"]["path"]
        told = json.loads(called("inspect", "-C", built_project, file, "--format", "json").stdout)
        assert set(told) - {"passages", "figures", "indicators", "decision"} <= set(entry)
        for key in ("title", "agency", "year", "themes", "outline", "copy_to", "printing_date", "masked", "disclosure"):
            assert entry[key] == told[key]
        assert (built_project / "site" / entry["uri"] / "index.html").exists()
    assert "查永斌" not in json.dumps(catalogue, ensure_ascii=False)


def test_what_the_sidecar_says_is_shown(project: Path, gongkai: Gongkai) -> None:
    for agency in (project / "reports").iterdir():  # the others only take time
        if agency.is_dir() and agency.name != "urumqi-gov":
            shutil.rmtree(agency)
    sidecar = project / "reports/urumqi-gov/2021-law-based-government.yml"
    sidecar.write_text(
        "publication_date: 2022-03-10\nindex_number: 0012/2022-0003\nsource_url: https://example.gov.cn/a\n"
        "remarks:\n  - 依门户网站<公布>的文本收录。\n",
        encoding="utf-8",
    )
    assert gongkai("build", "-C", project).returncode == 0
    page = (project / "site/reports/urumqi-gov/2021-law-based-government/index.html").read_text(encoding="utf-8")
    assert "<公布>" not in page
    for shown in ("2022年3月10日", "0012/2022-0003", "https://example.gov.cn/a", "依门户网站<公布>的文本收录。"):
        assert shown in html.unescape(page), shown
