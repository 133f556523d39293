"""The hostile set: each file gets its finding and is held, the others are published, nothing leaks and nothing runs."""

from __future__ import annotations

import hashlib
import json
import tracemalloc
from pathlib import Path

import pytest

from generator.readers import read_bytes
from tests.conftest import copy_project, run_gongkai
from tests.hostile_files import CONTAINERS, HOSTILE, SECRET, Hostile

MOST_FOR_A_REFUSAL = 16 * 1024 * 1024  # bytes; the bombs unpack to 400 MB and more
AGENCY = "reports/xiamen-fao"
OURS = ("liaocheng-fao/2022", "shapingba-fao/2021", "urumqi-fao/2021", "urumqi-gov/2021", "xiamen-fao/2021")
HELD = tuple(one for one in HOSTILE if one.held)
SHOWN = tuple(one for one in HOSTILE if not one.held)


def put(one: Hostile, root: Path) -> Path:
    """Write a file; its suffix is in its name too, so that no two have one address."""
    path = Path(one.name)
    target = root / AGENCY / f"{path.stem}-{path.suffix[1:]}{path.suffix}"
    target.write_bytes(one.make())
    return target


def tree(root: Path) -> dict[str, str]:
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".gongkai" not in path.parts
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("hostile") / "project")
    for one in HELD:
        put(one, root)
    return root


@pytest.fixture(scope="module")
def checked(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What ``gongkai check`` says of each file of the set, the published ones in a project of their own."""
    shown = copy_project(tmp_path_factory.mktemp("shown") / "project")
    for one in SHOWN:
        put(one, shown)
    found: dict[str, dict[str, object]] = {}
    for root in (folder, shown):
        before, outside = tree(root), sorted(path.name for path in root.parent.iterdir())
        done = run_gongkai("check", "-C", root, "--format", "json")
        assert done.returncode == (1 if root == folder else 0), done.stdout + done.stderr
        assert SECRET not in done.stdout + done.stderr
        assert tree(root) == before
        assert sorted(path.name for path in root.parent.iterdir()) == outside
        values = json.loads(done.stdout)
        entries = {Path(entry["path"]).stem: entry for entry in values["files"]}
        assert all(entries[f"{name.split('/')[1]}-law-based-government"]["decision"] == "publish" for name in OURS)
        found |= entries
    return found


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: one.name)
def test_found_and_held_or_published_with_a_remark(hostile: Hostile, checked: dict[str, dict[str, object]]) -> None:
    path = Path(hostile.name)
    entry = checked[f"{path.stem}-{path.suffix[1:]}"]
    codes = {one["code"] for one in entry["diagnostics"]}
    assert entry["decision"] == ("hold" if hostile.held else "publish"), entry
    assert not hostile.codes or codes & set(hostile.codes), entry
    # A fault of our own would hold the file too, and prove nothing.
    assert not any("读取程序出错" in one["message"] for one in entry["diagnostics"]), entry


@pytest.fixture(scope="module")
def built(folder: Path) -> Path:
    done = run_gongkai("build", "-C", folder)
    assert done.returncode == 1, done.stdout + done.stderr
    return folder / "site"


def test_the_pages_of_all_other_reports_are_as_without_these_files(built: Path, built_site: Path) -> None:
    for name in OURS:
        page = f"reports/{name}-law-based-government/index.html"
        assert (built / page).read_bytes() == (built_site / page).read_bytes()
    assert {path.relative_to(built) for path in built.rglob("*.html")} == {
        path.relative_to(built_site) for path in built_site.rglob("*.html")
    }


def test_nothing_of_the_held_files_is_in_the_site(built: Path) -> None:
    names = [Path(one.name).stem.lower() for one in HELD]
    for path in built.rglob("*"):
        assert not any(name in path.name.lower() for name in names)
        assert not path.is_file() or SECRET.encode() not in path.read_bytes()


@pytest.mark.parametrize(
    "hostile",
    [one for one in CONTAINERS if one.name.startswith(("A01", "A02", "A03", "A04"))],
    ids=lambda one: one.name,
)
def test_a_bomb_is_refused_before_it_is_unpacked(hostile: Hostile) -> None:
    content = hostile.make()
    read_bytes(b"x", ".docx")  # loads the reader
    tracemalloc.start()
    try:
        read = read_bytes(content, ".docx")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_FOR_A_REFUSAL + len(content)
    assert {one.code for one in read.diagnostics} & set(hostile.codes)
