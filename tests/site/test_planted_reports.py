"""The gate end to end: planted reports are held, nothing of them is anywhere in the site, the others are published."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import copy_project, run_gongkai
from tests.site.planted import HELD, PUBLISHED

Gongkai = Callable[..., subprocess.CompletedProcess[str]]


def marker_of(text: str) -> str:
    return text[text.index("暗号") : text.index("暗号") + 4]


@pytest.fixture(scope="module")
def planted_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = copy_project(tmp_path_factory.mktemp("planted") / "project")
    agency = folder / "reports/xiamen-fao"
    for name, (_, text) in HELD.items():
        (agency / f"held-{name}.txt").write_text(text, encoding="utf-8")
    for name, text in PUBLISHED.items():
        (agency / f"good-{name}.txt").write_text(text, encoding="utf-8")
    return folder, run_gongkai("build", "-C", folder)


def contents(site: Path) -> list[tuple[str, str]]:
    """Every file of the site as text (compressed ones unpacked), with its path as a first line."""
    found = []
    for path in sorted(site.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            content = gzip.decompress(content) if path.suffix == ".gz" else content
            text = content.decode("utf-8", errors="replace")
            found.append((path.relative_to(site).as_posix(), text + json.dumps(text)))
    return found


def test_exit_code_and_summary(planted_build: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    _, done = planted_build
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"发布 {5 + len(PUBLISHED)} 份，暂缓 {len(HELD)} 份" in done.stdout


@pytest.mark.parametrize("name", HELD)
def test_summary_tells_file_line_rule_and_remedy(
    name: str, planted_build: tuple[Path, subprocess.CompletedProcess[str]]
) -> None:
    code, _ = HELD[name]
    lines = [
        line for line in planted_build[1].stdout.splitlines() if f"held-{name}.txt" in line and f"({code})" in line
    ]
    assert lines, planted_build[1].stdout
    assert any(f"held-{name}.txt:" in line for line in lines), "行号"
    assert any(line.strip().startswith(f"{code}：") for line in planted_build[1].stdout.splitlines()), "怎么办"


@pytest.mark.parametrize("name", HELD)
def test_nothing_of_a_held_report_is_anywhere(
    name: str, planted_build: tuple[Path, subprocess.CompletedProcess[str]]
) -> None:
    folder, _ = planted_build
    for place, text in contents(folder / "site"):
        for trace in (
            marker_of(HELD[name][1]),
            f"held-{name}",
            "11010519491231002X",
            "6222021001116245702",
            "13812345678",
        ):
            assert trace not in text, f"{place}：{trace}"
            assert trace not in place


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_others_are_published(name: str, planted_build: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    page = planted_build[0] / f"site/reports/xiamen-fao/good-{name}/index.html"
    assert marker_of(PUBLISHED[name]) in page.read_text(encoding="utf-8")


def test_masked_values_are_nowhere(planted_build: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    for place, text in contents(planted_build[0] / "site"):
        for secret in ("查永斌", "2856011", "李某某", "13912345678"):
            assert secret not in text, f"{place}：{secret}"
    offered = planted_build[0] / "site/reports/xiamen-fao/2021-law-based-government/original"
    assert not offered.exists()


def test_no_value_is_printed(planted_build: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    printed = planted_build[1].stdout + planted_build[1].stderr
    for secret in ("11010519491231002X", "6222021001116245702", "13812345678", "查永斌", "2856011"):
        assert secret not in printed


def test_other_pages_are_as_without_them(
    planted_build: tuple[Path, subprocess.CompletedProcess[str]], built_site: Path
) -> None:
    """A held file changes no byte of another agency's own page."""
    held_only = planted_build[0] / "site"
    place = "reports/urumqi-gov/2021-law-based-government/index.html"
    official = "official-text"
    assert official in (held_only / place).read_text(encoding="utf-8")
    without = (built_site / place).read_text(encoding="utf-8")
    start, end = without.index(f'class="{official}"'), without.index("</article>")
    part = without[start:end]
    text = (held_only / place).read_text(encoding="utf-8")
    assert part[: part.index("</div>")] in text


def test_a_report_that_becomes_held_leaves_the_site(project: Path, gongkai: Gongkai) -> None:
    """What was published before goes when a mark is added; the other four stay."""
    assert gongkai("build", "-C", project).returncode == 0
    path = project / "reports/shapingba-fao/2021-law-based-government.txt"
    path.write_text("秘密★3年\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert gongkai("build", "-C", project).returncode == 1
    assert not any("仁川市桂阳区" in text for _, text in contents(project / "site"))
    assert not (project / "docs/reports/shapingba-fao").exists()
    assert (project / "site/reports/xiamen-fao/2021-law-based-government/index.html").exists()


def test_a_reviewer_may_let_a_private_number_pass_but_no_secret(project: Path, gongkai: Gongkai) -> None:
    agency = project / "reports/xiamen-fao"
    review = "review:\n  by: 王某\n  date: 2024-03-01\n  allow: [{code}]\n  reason: 经核对为单位公务手机\n"
    for name in ("mobile", "secrecy"):
        (agency / f"held-{name}.txt").write_text(HELD[name][1], encoding="utf-8")
        (agency / f"held-{name}.yml").write_text(review.format(code=HELD[name][0]), encoding="utf-8")
    done = gongkai("build", "-C", project)
    assert done.returncode == 1
    page = project / "site/reports/xiamen-fao/held-mobile/index.html"
    assert "经核对为单位公务手机" in page.read_text(encoding="utf-8")
    assert "王某" in page.read_text(encoding="utf-8")
    assert not (project / "site/reports/xiamen-fao/held-secrecy").exists()
