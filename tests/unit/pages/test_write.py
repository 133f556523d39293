"""Pages on the disk: only what changed is written, only what is ours is removed."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from generator.errors import OutputError
from generator.pages.page import Page
from generator.pages.write import Original, write_pages
from tests.unit.pages.factory import record


def page(uri, text="正文\n"):
    return Page(uri=uri, front_matter={"title": "题"}, body=text)


def test_writes_changes_and_removes_only_what_is_generated(tmp_path):
    (tmp_path / "about.md").write_text("手写", encoding="utf-8")
    first = write_pages([page(""), page("years/2021/"), page("reports/a/b/")], tmp_path)
    assert first.written == ("index.md", "reports/a/b/index.md", "years/2021/index.md")
    assert (tmp_path / "index.md").read_text(
        encoding="utf-8"
    ) == "---\ntitle: 题\nsearch:\n  exclude: true\n---\n\n正文\n"
    before = (tmp_path / "index.md").stat().st_mtime_ns
    second = write_pages([page(""), page("reports/a/b/", "新\n")], tmp_path)
    assert second.written == ("reports/a/b/index.md",)
    assert second.removed == ("years/2021/index.md",)
    assert second.unchanged == 1
    assert (tmp_path / "index.md").stat().st_mtime_ns == before
    assert not (tmp_path / "years").exists()
    assert (tmp_path / "about.md").read_text(encoding="utf-8") == "手写"


@pytest.mark.parametrize("uri", ["../x/", "reports/../../x/", "about/", "/etc/", "reports//x/", "reports/a\\b/"])
def test_an_address_outside_the_generated_folders_is_refused(tmp_path, uri):
    docs = tmp_path / "docs"
    docs.mkdir()
    with pytest.raises(OutputError, match="越出"):
        write_pages([page(uri)], docs)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_two_pages_with_one_address_are_refused(tmp_path):
    with pytest.raises(OutputError, match="地址相同"):
        write_pages([page("years/"), page("years/", "另一页\n")], tmp_path)


@pytest.mark.parametrize("place", ["reports", "reports/a", "index.md"])
def test_a_symbolic_link_is_not_followed(tmp_path, place):
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    outside.mkdir()
    (outside / "precious.md").write_text("勿动", encoding="utf-8")
    link = docs / place
    link.parent.mkdir(parents=True)
    link.symlink_to(outside if place != "index.md" else outside / "precious.md")
    with pytest.raises(OutputError, match="符号链接"):
        write_pages([page(""), page("reports/a/b/")], docs)
    assert (outside / "precious.md").read_text(encoding="utf-8") == "勿动"
    assert len(list(outside.iterdir())) == 1


def original(tmp_path, content=b"source", *, offered=True):
    path = tmp_path / "2023-report.txt"
    path.write_bytes(content)
    one = record()
    return Original(record=replace(one, original=replace(one.original, offered=offered)), path=path)


def test_an_offered_original_lies_beside_the_page_byte_for_byte(tmp_path):
    write_pages([page("")], tmp_path / "docs", originals=[original(tmp_path)])
    copied = tmp_path / "docs/reports/qinghe-water/2023-report/original/2023-report.txt"
    assert hashlib.sha256(copied.read_bytes()).hexdigest() == record().original.sha256


def test_an_original_that_would_undo_a_mask_is_not_copied_and_an_earlier_copy_goes(tmp_path):
    write_pages([page("")], tmp_path / "docs", originals=[original(tmp_path)])
    outcome = write_pages([page("")], tmp_path / "docs", originals=[original(tmp_path, offered=False)])
    assert outcome.removed == ("reports/qinghe-water/2023-report/original/2023-report.txt",)


def test_an_original_changed_since_it_was_examined_is_refused(tmp_path):
    with pytest.raises(OutputError, match="改动"):
        write_pages([page("")], tmp_path / "docs", originals=[original(tmp_path, b"other")])


def test_a_disk_that_refuses_is_an_output_error(tmp_path):
    (tmp_path / "years").write_text("a file where a folder should be")
    with pytest.raises(OutputError, match="无法写入"):
        write_pages([page("years/2021/")], tmp_path)
