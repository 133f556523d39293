"""The index on disk: a function of the set of reports, cheap to add to, true to the texts."""

from __future__ import annotations

import json
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np
import pytest

from generator.errors import OutputError
from generator.search.leaves import leaves
from generator.search.lists import decode_list
from generator.search.model import SearchNames, SearchReport
from generator.search.normalise import normalise
from generator.search.symbols import PUNCTUATION, hashes, symbols
from generator.search.texts import unpack
from generator.search.write import FORMAT, write_index
from tests.unit.search.reports import made_up


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def index_of(reports: Iterable[SearchReport], folder: Path) -> dict[str, bytes]:
    write_index(reports, folder)
    return files(folder)


def read_varint(content: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = content[at]
        at, value, shift = at + 1, value | (byte & 127) << shift, shift + 7
        if byte < 128:
            return value, at


def read_table(content: bytes, at: int = 0) -> tuple[list[tuple[int, int, int, int]], int]:
    """Rows of hash, count, heads, bytes; and where the table ends."""
    number, at = read_varint(content, at)
    rows, key = [], 0
    for _ in range(number):
        step, at = read_varint(content, at)
        counted, at = read_varint(content, at)
        size, at = read_varint(content, at)
        heads, at = read_varint(content, at) if counted & 1 else (0, at)
        key += step
        rows.append((key, counted >> 1, heads, size))
    return rows, at


def test_files_depend_on_the_set_of_reports_alone(tmp_path: Path) -> None:
    reports = [made_up(number) for number in range(150)]
    one = index_of(reports, tmp_path / "one")
    Random(1).shuffle(reports)
    assert index_of(iter(reports), tmp_path / "two") == one


def test_incremental_equals_clean_after_many_edits(tmp_path: Path) -> None:
    random = Random(7)
    reports = {number: made_up(number) for number in range(80)}
    work = tmp_path / "work"
    write_index(reports.values(), work)
    for step in range(15):
        number = random.randrange(110)
        if number in reports and random.random() < 0.5:
            del reports[number]
        else:
            reports[number] = replace(made_up(number), title=f"第{step}次修改")
        write_index(reports.values(), work, previous=work)
    assert files(work) == index_of(reports.values(), tmp_path / "clean")


def test_a_new_report_rewrites_the_newest_segment_only(tmp_path: Path) -> None:
    reports = [made_up(number, date=f"{2000 + number // 50}-01-{number % 28 + 1:02}") for number in range(600)]
    before = write_index(reports, tmp_path / "before")
    assert len(before.segments) >= 2
    new = made_up(9999, date="2030-01-01")
    after = write_index([*reports, new], tmp_path / "after", previous=tmp_path / "before")
    assert before.segments[-1] == after.segments[-1]
    assert after.rewritten_reports < 150
    assert after.rewritten_files < after.files / 3
    assert files(tmp_path / "after") == index_of([*reports, new], tmp_path / "clean")


@pytest.mark.parametrize("harm", ["cut", "flipped", "missing", "added", "manifest", "format"])
def test_a_damaged_former_index_does_no_harm(harm: str, tmp_path: Path) -> None:
    reports = [made_up(number) for number in range(40)]
    clean = index_of(reports, tmp_path / "clean")
    before = tmp_path / "before"
    outcome = write_index(reports, before)
    victim = before / outcome.segments[-1] / "head.bin"
    content = victim.read_bytes()
    if harm == "cut":
        victim.write_bytes(content[:-1])
    elif harm == "flipped":
        victim.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    elif harm == "missing":
        victim.unlink()
    elif harm == "added":
        victim.with_name("other.bin").write_bytes(b"?")
    elif harm == "manifest":
        (before / "manifest.json").write_text(f'{{"format": {FORMAT}, "segments": [{{"name": 3}}, 4]}}')
    else:
        manifest = json.loads((before / "manifest.json").read_text())
        (before / "manifest.json").write_text(json.dumps({**manifest, "format": 99}))
    write_index(reports, tmp_path / "after", previous=before)
    assert files(tmp_path / "after") == clean
    write_index(reports, before, previous=before)
    assert files(before) == clean


def test_others_files_are_left_alone_and_ours_cleared(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("page")
    (tmp_path / "gongkai-search.js").write_text("module")
    (tmp_path / "s-0000000000000000").mkdir()
    write_index([made_up(1)], tmp_path)
    assert (tmp_path / "index.html").read_text() == "page"
    assert (tmp_path / "gongkai-search.js").read_text() == "module"
    assert not (tmp_path / "s-0000000000000000").exists()


def test_no_reports(tmp_path: Path) -> None:
    outcome = write_index([], tmp_path)
    assert (outcome.reports, outcome.segments) == (0, ())
    assert json.loads((tmp_path / "manifest.json").read_text())["segments"] == []


def test_two_reports_with_one_id_are_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unique"):
        write_index([made_up(1), made_up(1)], tmp_path)


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError, match="无法"):
        write_index([made_up(1)], tmp_path / "taken")


def test_names_are_listed_in_their_order(tmp_path: Path) -> None:
    write_index([made_up(1)], tmp_path, names=SearchNames(themes={"b": "乙", "a": "甲"}, roles={"r": "成效"}))
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert json.loads((tmp_path / manifest["names"]).read_text()) == {
        "themes": [["b", "乙"], ["a", "甲"]],
        "roles": [["r", "成效"]],
    }


def test_every_pair_of_every_passage_is_in_its_list_and_no_other(tmp_path: Path) -> None:
    """The whole index read back by plain means and compared with the texts."""
    reports = [made_up(number) for number in range(120)]
    write_index(reports, tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    dictionary = zlib.decompress((tmp_path / manifest["dictionary"]).read_bytes())
    by_id = {report.report_id: report for report in reports}
    seen = set()
    for entry in manifest["segments"]:
        folder = tmp_path / entry["name"]
        wanted: dict[str, set[int]] = defaultdict(set)
        passage = 0
        for number in range(entry["leaves"]):
            about, rows = json.loads(unpack((folder / f"texts/{number}.bin").read_bytes(), dictionary))
            seen.add(about["id"])
            own = next(leaves(by_id[about["id"]]))
            assert [row[3] for row in rows] == [one.text for one in own.entries]
            for row in rows:
                normal = normalise(row[3])
                for first, second in pairwise(normal):
                    is_coarse = first in PUNCTUATION or second in PUNCTUATION
                    wanted[first + second].add(number if is_coarse else passage)
                for start in range(len(normal) - 3):
                    if re.fullmatch(r"[0-9]{4}", normal[start : start + 4]):
                        wanted[normal[start : start + 4]].add(passage)
                for character in normal:
                    wanted[character].add(number)
                passage += 1
        found = {}
        for path in folder.glob("lists/*.bin"):
            content = path.read_bytes()
            table, at = read_table(content)
            for key, count, heads, size in table:
                found[key] = set(decode_list(content[at : at + size], count, heads)[0])
                at += size
        for text, places in wanted.items():
            first, second = symbols(text[0])[0], symbols(text[1:])[0] if len(text) > 1 else np.uint32(0)
            own_key = (17 << 16) + int(text) if len(text) == 4 else first << np.uint32(16) | second
            key = int(hashes(np.array([own_key], dtype=np.uint32))[0])
            assert found.pop(key) == places, text
        bridges = 15 * len(wanted)
        assert 0 < len(found) < bridges  # what is left are bridges
    assert seen == by_id.keys()


def test_a_long_report_is_cut_between_passages(tmp_path: Path) -> None:
    report = made_up(1, passages=3)
    long = replace(report, passages=tuple(replace(one, text=one.text * 700) for one in report.passages))
    assert [leaf.continues for leaf in leaves(long)][:2] == [False, True]
    texts = [entry.text for leaf in leaves(long) for entry in leaf.entries if entry.anchor]
    assert texts == [one.text for one in long.passages]
    write_index([long], tmp_path)
    assert json.loads((tmp_path / "manifest.json").read_text())["segments"][0]["leaves"] >= 3
