"""Which files are reports, and what their addresses are."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.readers.discover import address_name, discover, locate


def make(root: Path, *names: str) -> Path:
    for name in names:
        path = root / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("name: x\n" if name.endswith("agency.yml") else "正文", encoding="utf-8")
    return root


def test_id_and_sidecar_come_from_the_path(tmp_path: Path) -> None:
    make(tmp_path, "a/agency.yml", "a/2021-report.txt", "a/2021-report.yml", "a/other.md")
    found = discover(tmp_path).found
    assert [one.source.report_id for one in found] == ["a/2021-report", "a/other"]
    assert [bool(one.source.sidecar_path) for one in found] == [True, False]
    assert all(one.source.agency_id == "a" and not one.diagnostics for one in found)
    assert locate(tmp_path / "reports/a/other.md", tmp_path) == found[1].source


def test_folder_without_agency_and_loose_file_are_understood(tmp_path: Path) -> None:
    make(tmp_path, "loose.txt", "b/x.txt", "README.md", "b/.gitkeep")
    found = discover(tmp_path).found
    assert [one.source.report_id for one in found] == ["b/x", "unfiled/loose"]
    assert all([diagnostic.code for diagnostic in one.diagnostics] == ["no-agency-folder"] for one in found)
    assert all(one.source.agency_id == "" for one in found)


@pytest.mark.parametrize(("one", "other"), [("x.txt", "x.md"), ("x.txt", "X.md"), ("é.txt", "e\u0301.md")])
def test_one_address_for_two_files_holds_both(one: str, other: str, tmp_path: Path) -> None:
    make(tmp_path, "a/agency.yml", f"a/{one}", f"a/{other}")
    found = discover(tmp_path).found
    assert len(found) == 2
    assert all("duplicate-id" in [diagnostic.code for diagnostic in each.diagnostics] for each in found)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("2021-law-based-government", "2021-law-based-government"),
        ("2021年 报告", "2021年-报告"),
        ("a\"b'c<d>", "a-b-c-d"),
        ("..", "unnamed"),
        ("../../etc", "etc"),
        ("e\u0301", "é"),
        ("\u202e甲", "甲"),
        ("法" * 200, "法" * 50),
    ],
)
def test_names_in_addresses(name: str, wanted: str) -> None:
    assert address_name(name) == wanted


def test_links_are_refused(tmp_path: Path) -> None:
    make(tmp_path, "a/agency.yml", "outside.txt")
    (tmp_path / "reports/a/link.txt").symlink_to("/etc/hostname")
    found = {one.source.path.name: [each.code for each in one.diagnostics] for one in discover(tmp_path).found}
    assert "not-regular-file" in found["link.txt"]


def test_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="reports"):
        discover(tmp_path)
