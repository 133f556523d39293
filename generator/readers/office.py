"""Old office files (.doc, .wps, .rtf) -> .docx, through LibreOffice where it is installed.

Converted to .docx and never to text: the conversion to text prints deleted and hidden text as if it were there.
Each call has a profile and a folder of its own, both gone afterwards; it must run outside the process that reads
hostile files, because it needs the disk and a second program.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from xml.sax.saxutils import escape

from generator.model.diagnostics import Diagnostic
from generator.readers import findings_office as findings
from generator.readers.limits import Limits
from generator.readers.sniff import FileKind, sniff

OLD_OFFICE_SUFFIXES = (".doc", ".wps", ".rtf")
_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
# Word's and Kingsoft's files have the same streams: both are opened by the name of the one.
_NAMES = {FileKind.DOC: "source.doc", FileKind.RTF: "source.rtf", FileKind.WORD_XML: "source.xml"}
_MAGIC_DOCX = b"PK\x03\x04"
_ONE_AT_A_TIME = threading.Lock()  # two at once can hand back nothing, without a word
_PAUSE = 0.05  # seconds between two looks
_GRACE = 5  # seconds for the program to be gone after it was killed
# Settings of LibreOffice's registry: no macros, no links followed, no way out to the network.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def find_office() -> Path | None:
    """The LibreOffice program of this computer, or None."""
    for name in _PROGRAMS:
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((Path(place) for place in _USUAL_PLACES if Path(place).is_file()), None)


def convert_to_word(content: bytes, suffix: str, limits: Limits) -> bytes | Diagnostic:
    """Convert an old office file.

    Args:
        content: the file.
        suffix: its suffix, for messages; what it is is told by its content.
        limits: ``seconds`` (wall clock) and ``bytes`` (of the result) count.

    Returns:
        The bytes of a .docx file, or why there is none: ``office-needed``, ``office-timeout``, ``office-failed``,
        ``not-old-office``.
    """
    name = _NAMES.get(sniff(content))
    if name is None:
        return findings.NOT_OLD_OFFICE.at(suffix=suffix)
    program = find_office()
    if program is None:
        return findings.OFFICE_NEEDED.at(suffix=suffix)
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="gongkai-office-", ignore_cleanup_errors=True) as folder:
        return _convert(program, content, Path(folder), name, limits)


def _convert(program: Path, content: bytes, folder: Path, name: str, limits: Limits) -> bytes | Diagnostic:
    source, output, profile = folder / name, folder / "output", folder / "profile"
    source.write_bytes(content)
    output.mkdir()
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    command = [
        str(program),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(output),
        str(source),
    ]
    if not _run(command, folder, limits.seconds):
        return findings.OFFICE_TIMEOUT.at(seconds=limits.seconds)
    made = output / f"{source.stem}.docx"
    # Its exit status says success even where it could not load the file: only the result counts.
    if not made.is_file() or made.is_symlink() or not 0 < made.stat().st_size <= limits.bytes:
        return findings.OFFICE_FAILED.at()
    word = made.read_bytes()
    return word if word.startswith(_MAGIC_DOCX) else findings.OFFICE_FAILED.at()


def _run(command: list[str], folder: Path, seconds: int) -> bool:
    """Run a program with its children as one group; False where the time is up (the whole group is killed)."""
    try:
        process = subprocess.Popen(  # noqa: S603 (a program of the computer's own, and no shell)
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return True  # nothing was made, which is seen by the caller
    try:
        return _finished(process, seconds)
    finally:
        _end(process)


def _finished(process: subprocess.Popen[bytes], seconds: int) -> bool:
    """Wait for the end without taking note of it, so that the group's number stays the program's own."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if hasattr(os, "waitid"):
            over = os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
        else:
            over = process.poll() is not None
        if over:
            return True
        time.sleep(_PAUSE)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    """No child outlives the call: the starter may have gone while the office program it started runs on."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=_GRACE)


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of ours but where programs are: no home, no credentials, no proxies that lead out."""
    kept = {name: os.environ[name] for name in ("PATH", "SystemRoot", "SYSTEMROOT") if name in os.environ}
    nowhere = "http://127.0.0.1:9"
    return {
        **kept,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "TEMP": str(folder),
        "TMP": str(folder),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "SAL_USE_VCLPLUGIN": "svp",
        "http_proxy": nowhere,
        "https_proxy": nowhere,
    }


def _registry() -> str:
    items = "".join(
        f'<item oor:path="/{escape(path)}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>\n'
    )
