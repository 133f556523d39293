"""One bad file costs its limit and nothing else: what a reading process may do, and what is left when it misbehaves."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import SourceError
from generator.model.diagnostics import Diagnostic
from generator.model.text import TextOrigin
from generator.readers import DEFAULT_LIMITS, ReadFile, read_source, reading_process
from generator.readers.confine import ConfinedReader, Converted
from generator.readers.findings_confine import READING_STOPPED
from generator.readers.limits import MIB

GOOD = "某某市人民政府关于做好法治政府建设工作的通知\n\n各区县人民政府：\n\n一、提高认识。\n".encode()
LIMITS = replace(DEFAULT_LIMITS, seconds=2, memory_bytes=300 * MIB)

# The reading process with a reader that does what its file says, in place of the real one.
MISBEHAVING = """
import sys, os, time, socket
sys.path.append(sys.argv[1])
from generator.readers import confined_reader as child
honest = child.read_bytes
def told(words):
    return honest(("某某市人民政府的答复：" + words).encode(), ".txt")
def attempt(action):
    try:
        action()
    except OSError as error:
        return "refused"
    return "done"
def read(content, suffix, limits):
    order = content.decode("utf-8", "replace")
    if order == "sleep":
        time.sleep(60)
    if order == "spin":
        while True:
            pass
    if order == "memory":
        return bytearray(2 << 30)
    if order == "abort":
        os.abort()
    if order == "exit":
        os._exit(0)
    if order == "deep":
        return read(content, suffix, limits) and 1
    if order == "bug":
        raise ValueError("11010519491231002X")
    if order == "fork":
        try:
            os.fork()
        except OSError:
            pass
        time.sleep(60)
    if order == "noise":
        os.write(1, b"noise"); print("noise"); sys.stderr.write("noise" * 99999)
    if order == "nonsense":
        child.write_frame(ANSWERS[0], child.READ, b"{}")
        time.sleep(60)
    if order.startswith("write "):
        path = order[6:]
        return told(attempt(lambda: open(path, "w").write("x")) + attempt(lambda: os.mkdir(path + ".d")))
    if order.startswith("remove "):
        return told(attempt(lambda: os.unlink(order[7:])))
    if order.startswith("connect "):
        return told(attempt(lambda: socket.create_connection(("127.0.0.1", int(order[8:])), 1)))
    if order == "environment":
        return told(" ".join(sorted(os.environ)))
    if order == "surrogate":
        found = honest("某某市".encode("utf-16-le") + b"", ".txt")
        line = child.replace(told("x").text.lines[0], text="\\ud800")
        return child.replace(told("x"), text=child.replace(told("x").text, lines=(line,)))
    return honest(content, suffix, limits)
child.read_bytes = read
ANSWERS = []
take = child._take_streams
def keep():
    streams = take()
    ANSWERS.append(streams[1])
    return streams
child._take_streams = keep
child.serve()
"""


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[ConfinedReader]:
    monkeypatch.setattr(reading_process, "START", MISBEHAVING)
    with ConfinedReader(LIMITS) as opened:
        yield opened


def why(read: ReadFile) -> str:
    assert read.source == ()
    assert read.text.lines == ()
    assert read.text.encoding == ""
    assert [one.code for one in read.diagnostics] == [READING_STOPPED.code]
    assert read.diagnostics[0].severity == "error"
    return read.diagnostics[0].message


def pid(reader: ConfinedReader) -> int:
    assert reader._running is not None
    return reader._running._process.pid


def test_what_is_read_is_what_reading_here_gives(tmp_path: Path) -> None:
    path = tmp_path / "2024-通知.txt"
    path.write_bytes(GOOD)
    with ConfinedReader() as reader:
        assert reader.read(path) == read_source(path)
        assert reader.read(path).text.sha256
        missing = tmp_path / "nothing.txt"
        with pytest.raises(SourceError, match=r"nothing\.txt"):
            reader.read(missing)
        assert reader.read_bytes(b"x", ".unknown").diagnostics[0].code == "unsupported-format"


def test_a_file_above_the_limit_never_comes_near_the_reading_process(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(GOOD)
    with ConfinedReader(replace(DEFAULT_LIMITS, bytes=10)) as reader:
        read = reader.read(path)
        assert [one.code for one in read.diagnostics] == ["too-large"]
        assert reader._running is None


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("sleep", "超过时限（2 秒）"),
        ("spin", "超过时限（2 秒）"),
        ("memory", "内存超过上限（300 MiB）"),
        ("abort", "SIGABRT"),
        ("exit", "退出码 0"),
        ("deep", "嵌套过深"),
        ("nonsense", "不可用"),
    ],
)
def test_stopped_with_the_reason_and_the_next_file_is_read(order: str, words: str, reader: ConfinedReader) -> None:
    assert reader.read_bytes(GOOD, ".txt").source
    before = pid(reader)
    started = time.monotonic()
    assert words in why(reader.read_bytes(order.encode(), ".txt"))
    assert time.monotonic() - started < 10
    assert reader.read_bytes(GOOD, ".txt").source
    assert pid(reader) != before
    with pytest.raises(ProcessLookupError):
        os.kill(before, 0)


def test_a_fault_of_ours_is_told_by_kind_and_place_and_never_with_what_the_file_says(reader: ConfinedReader) -> None:
    message = why(reader.read_bytes(b"bug", ".txt"))
    assert "ValueError" in message
    assert "11010519491231002X" not in message


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_no_orphan_is_left(reader: ConfinedReader) -> None:
    reader.read_bytes(GOOD, ".txt")
    group = pid(reader)
    assert "超过时限" in why(reader.read_bytes(b"fork", ".txt"))
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:  # what it started is a zombie until the system's first process collects it
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        states = [Path(f"/proc/{one}/stat").read_text().split(")")[1].split()[0] for one in _members(group)]
        assert set(states) <= {"Z"}, states


def _members(group: int) -> list[int]:
    return [
        int(one.name)
        for one in Path("/proc").iterdir()
        if one.name.isdigit()
        and (one / "stat").exists()
        and (one / "stat").read_text().split(")")[1].split()[2] == str(group)
    ]


def test_what_a_library_prints_is_no_answer(reader: ConfinedReader) -> None:
    assert reader.read_bytes(b"noise", ".txt").text.characters == 5


def test_nothing_is_written_or_removed(reader: ConfinedReader, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("x")
    facts = reader.confinement
    answer = reader.read_bytes(f"write {tmp_path}/new".encode(), ".txt").source[0]
    assert "refused" in answer
    if not facts.no_files_written:
        pytest.skip("这个系统没有 Landlock，只能保证写不进内容")
    assert answer.endswith("refusedrefused")
    assert reader.read_bytes(f"remove {kept}".encode(), ".txt").source[0].endswith("refused")
    assert [one.name for one in tmp_path.iterdir()] == ["kept.txt"]


def test_no_network(reader: ConfinedReader) -> None:
    if not reader.confinement.no_network:
        pytest.skip("这个系统不允许普通用户离开网络")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        socket.create_connection(("127.0.0.1", port), 1).close()
        assert reader.read_bytes(f"connect {port}".encode(), ".txt").source[0].endswith("refused")


def test_no_secret_of_the_environment_goes_there(reader: ConfinedReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_SECRET", "x")
    names = reader.read_bytes(b"environment", ".txt").source[0]
    assert "LANG" in names
    assert "A_SECRET" not in names
    assert "HOME" not in names


def test_half_a_character_is_held_and_breaks_nothing(reader: ConfinedReader) -> None:
    read = reader.read_bytes(b"surrogate", ".txt")
    assert read.text.encoding == ""
    assert read.text.lines == ()
    assert reader.read_bytes(GOOD, ".txt").source


def test_an_old_format_is_converted_outside_and_read_inside() -> None:
    def convert(content: bytes, suffix: str, limits: object) -> Converted | Diagnostic | None:
        if suffix != ".wps":
            return None
        if content == b"?":
            return READING_STOPPED.at(why="没有办公软件")
        return Converted(content=GOOD, suffix=".txt", diagnostics=(READING_STOPPED.at(why="转换时的说明"),))

    with ConfinedReader(convert=convert) as reader:
        read = reader.read_bytes(b"old", ".wps")
        assert read.text.origin == TextOrigin.CONVERTED
        assert read.text.size == 3
        assert read.source[0].startswith("某某市")
        assert read.diagnostics[0].message.startswith("读取这份文件时被中止：转换时的说明")
        assert "没有办公软件" in why(reader.read_bytes(b"?", ".wps"))
        assert reader.read_bytes(GOOD, ".txt").text.origin == TextOrigin.PLAIN


def test_a_process_that_cannot_start_holds_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_process, "START", "raise SystemExit(3)")
    with ConfinedReader() as reader:
        assert "无法启动" in why(reader.read_bytes(GOOD, ".txt"))
