"""Old office files: the mechanics with a stand-in for LibreOffice, and the real one where it is installed."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.diagnostics import Diagnostic
from generator.readers import office
from generator.readers.limits import DEFAULT_LIMITS
from generator.readers.word import read_word
from tests.docx_files import make_docx, paragraph

DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"\0" * 40
RTF = rb"{\rtf1\ansi\ansicpg936\uc1 {\fonttbl{\f0 SimSun;}}\f0 \u20851?\u20110?\u26576?\u26576?\u24037?\u20316?\par}"
REAL = office.find_office()

Install = Callable[[str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put a shell script in the place of LibreOffice; returns a folder that it may write to."""
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "made.docx").write_bytes(make_docx([paragraph("转换得到的正文。")]))

    def put(script: str) -> Path:
        program = tmp_path / "soffice"
        program.write_text(f"#!/bin/sh\nNOTES={notes}\n{_FIND_OUTPUT}\n{script}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(office, "find_office", lambda: program)
        return notes

    return put


_FIND_OUTPUT = 'while [ "$1" != "--outdir" ]; do ARGS="$ARGS $1"; shift; done; OUT="$2"; SOURCE="$3"'


def code(result: bytes | Diagnostic) -> str:
    return result.code if isinstance(result, Diagnostic) else ""


def test_a_converted_file_can_be_read(install: Install) -> None:
    install('cp "$NOTES/made.docx" "$OUT/source.docx"')
    result = office.convert_to_word(DOC, ".doc", DEFAULT_LIMITS)
    assert isinstance(result, bytes)
    assert [line.text for line in read_word(result, DEFAULT_LIMITS).lines] == ["转换得到的正文。"]


def test_what_the_program_is_given(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    notes = install(
        'echo "$ARGS" > "$NOTES/args"; env > "$NOTES/env"; pwd > "$NOTES/pwd"; cp "$SOURCE" "$NOTES/source";'
        'cp "$HOME/profile/user/registrymodifications.xcu" "$NOTES/registry"; cp "$NOTES/made.docx" "$OUT/source.docx"'
    )
    assert code(office.convert_to_word(DOC, ".doc", DEFAULT_LIMITS)) == ""
    arguments, environment = (notes / "args").read_text(), (notes / "env").read_text()
    assert "--headless" in arguments
    assert "--norestore --nolockcheck" in arguments
    assert "-env:UserInstallation=file://" in arguments
    assert "--convert-to docx:MS Word 2007 XML" in arguments
    assert "SECRET_TOKEN" not in environment
    assert "http_proxy=http://127.0.0.1:9" in environment
    assert (notes / "source").read_bytes() == DOC
    assert "DisableMacrosExecution" in (notes / "registry").read_text()
    assert not Path((notes / "pwd").read_text().strip()).exists()


def test_two_calls_never_share_a_profile(install: Install) -> None:
    notes = install('echo "$ARGS" >> "$NOTES/args"; cp "$NOTES/made.docx" "$OUT/source.docx"')
    office.convert_to_word(DOC, ".doc", DEFAULT_LIMITS)
    office.convert_to_word(RTF, ".rtf", DEFAULT_LIMITS)
    first, second = (notes / "args").read_text().splitlines()
    assert first.split("UserInstallation=")[1].split()[0] != second.split("UserInstallation=")[1].split()[0]


@pytest.mark.parametrize(
    "script",
    [
        "exit 0",
        "exit 3",
        'echo "no document" > "$OUT/source.docx"',
        ': > "$OUT/source.docx"',
        'ln -s "$NOTES/made.docx" "$OUT/source.docx"',
        'cp "$NOTES/made.docx" "$OUT/other.docx"',
    ],
)
def test_success_is_a_new_word_file_and_nothing_else(install: Install, script: str) -> None:
    install(script)
    assert code(office.convert_to_word(DOC, ".doc", DEFAULT_LIMITS)) == "office-failed"


def test_a_result_beyond_the_limit(install: Install) -> None:
    install('cp "$NOTES/made.docx" "$OUT/source.docx"')
    assert code(office.convert_to_word(DOC, ".doc", replace(DEFAULT_LIMITS, bytes=100))) == "office-failed"


def test_time_limit_ends_the_whole_group(install: Install) -> None:
    notes = install('sleep 60 & echo $! > "$NOTES/child"; wait')
    started = time.monotonic()
    result = office.convert_to_word(DOC, ".doc", replace(DEFAULT_LIMITS, seconds=1))
    assert code(result) == "office-timeout"
    assert time.monotonic() - started < 10
    assert _gone(int((notes / "child").read_text()))


def test_a_child_that_outlives_the_starter_is_ended(install: Install) -> None:
    notes = install('sleep 60 & echo $! > "$NOTES/child"; cp "$NOTES/made.docx" "$OUT/source.docx"')
    assert code(office.convert_to_word(DOC, ".doc", DEFAULT_LIMITS)) == ""
    assert _gone(int((notes / "child").read_text()))


def _gone(process: int) -> bool:
    """Ended, even if nobody has taken note of it yet (a zombie)."""
    for _ in range(100):
        try:
            os.kill(process, 0)
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_a_program_that_cannot_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: tmp_path / "missing")
    assert code(office.convert_to_word(DOC, ".doc", DEFAULT_LIMITS)) == "office-failed"


def test_without_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    result = office.convert_to_word(DOC, ".wps", DEFAULT_LIMITS)
    assert isinstance(result, Diagnostic)
    assert result.code == "office-needed"
    assert ".wps" in result.message


@pytest.mark.parametrize("content", [b"", b"random bytes", b"%PDF-1.4", make_docx([paragraph("x")]), DOC[:100]])
def test_only_old_office_files_are_handed_over(install: Install, content: bytes) -> None:
    notes = install('touch "$NOTES/called"')
    assert code(office.convert_to_word(content, ".doc", DEFAULT_LIMITS)) == "not-old-office"
    assert not (notes / "called").exists()


@pytest.mark.skipif(REAL is None, reason="LibreOffice 未安装")
def test_with_the_real_program() -> None:
    result = office.convert_to_word(RTF, ".rtf", DEFAULT_LIMITS)
    assert isinstance(result, bytes)
    assert [line.text for line in read_word(result, DEFAULT_LIMITS).lines if line.text] == ["关于某某工作"]
