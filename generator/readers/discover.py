"""Which files are there, and what will their addresses be?"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ConfigurationError
from generator.model.diagnostics import Diagnostic
from generator.model.source import SourceFile
from generator.readers import findings
from generator.readers.formats import MEDIA_TYPES

AGENCY_FILE = "agency.yml"
ROSTER_FILE = "roster.yml"  # who has to publish what: lies in reports/ and is no report
SIDECAR_SUFFIXES = {".yml", ".yaml"}
_DOCUMENT_SUFFIXES = frozenset(MEDIA_TYPES)
UNFILED = "unfiled"
_UNSAFE = re.compile(r"[^\w.\-〔〕（）《》·]+|[\x00-\x1f]")
_DOTS = re.compile(r"^[.\-]+|[.\-]+$")
_MAX_NAME_BYTES = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A source file and what is wrong with its place or name already; an ERROR holds it."""

    source: SourceFile
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What lies in ``reports/``.

    Attributes:
        found: files that are reports, sorted by id and path.
        others: (display path, finding) for things that are no report: sidecars without a file, and so on.
    """

    found: tuple[Found, ...]
    others: tuple[tuple[str, Diagnostic], ...] = ()


def discover(project_dir: Path) -> Discovery:
    """List the reports of a project folder.

    Args:
        project_dir: the folder that holds ``reports/``.

    Returns:
        Every file with its id; files that must not be read carry an ERROR.

    Raises:
        ConfigurationError: there is no folder ``reports/``.
    """
    reports_dir = project_dir / "reports"
    if not reports_dir.is_dir() or reports_dir.is_symlink():
        message = f"没有找到文件夹 {reports_dir}。请在项目文件夹中运行，或用 -C 指定项目文件夹。"
        raise ConfigurationError(message)
    found: list[Found] = []
    others: list[tuple[str, Diagnostic]] = []
    for entry in sorted(reports_dir.iterdir()):
        if _is_hidden(entry):
            continue
        if entry.is_dir() and not entry.is_symlink():
            inner, strange = _folder(entry, project_dir)
            found.extend(inner)
            others.extend(strange)
        elif not _is_readme(entry) and entry.name != ROSTER_FILE:
            found.append(_file(entry, project_dir, folder=None))
    return Discovery(found=_mark_duplicates(found), others=tuple(others))


def locate(path: Path, project_dir: Path) -> SourceFile:
    """The SourceFile of a single path, inside ``reports/`` or anywhere else (for ``inspect``)."""
    resolved, reports_dir = path.absolute(), (project_dir / "reports").absolute()
    folder = resolved.parent if resolved.parent.parent == reports_dir else None
    has_agency = folder is not None or (resolved.parent / AGENCY_FILE).is_file()
    return _file(resolved, project_dir, folder=resolved.parent if has_agency else None).source


def address_name(name: str) -> str:
    """A folder's or file's name as it stands in addresses: NFC, unsafe runs as one ``-``, bounded length."""
    safe = _DOTS.sub("", _UNSAFE.sub("-", unicodedata.normalize("NFC", name)))
    while len(safe.encode()) > _MAX_NAME_BYTES:
        safe = safe[:-1]
    return safe or "unnamed"


def _folder(folder: Path, project_dir: Path) -> tuple[list[Found], list[tuple[str, Diagnostic]]]:
    found: list[Found] = []
    others: list[tuple[str, Diagnostic]] = []
    entries = sorted(entry for entry in folder.iterdir() if not _is_hidden(entry))
    stems = {entry.stem for entry in entries if entry.suffix.lower() not in SIDECAR_SUFFIXES}
    for entry in entries:
        display = _display(entry, project_dir)
        if entry.is_dir() and not entry.is_symlink():
            others.append((display, findings.NESTED_FOLDER.at()))
        elif entry.suffix.lower() in SIDECAR_SUFFIXES:
            if entry.name != AGENCY_FILE and entry.stem not in stems:
                others.append((display, findings.ORPHAN_SIDECAR.at()))
        else:
            found.append(_file(entry, project_dir, folder=folder))
    return found, others


def _file(path: Path, project_dir: Path, folder: Path | None) -> Found:
    diagnostics: list[Diagnostic] = []
    mode = path.lstat().st_mode if path.exists() or path.is_symlink() else 0
    if path.is_symlink():
        diagnostics.append(findings.NOT_REGULAR_FILE.at(what="符号链接"))
    elif mode and not stat.S_ISREG(mode):
        diagnostics.append(findings.NOT_REGULAR_FILE.at(what="不是普通文件，"))
    name = address_name(path.stem)
    if name != unicodedata.normalize("NFC", path.stem):
        diagnostics.append(findings.UNSAFE_NAME.at(name=name))
    folder_name = address_name(folder.name) if folder is not None else UNFILED
    registered = folder is not None and (folder / AGENCY_FILE).exists()
    if not registered:
        wanted = folder_name if folder is not None else "<机关代号>"
        diagnostics.append(findings.NO_AGENCY_FOLDER.at(folder=wanted))
    source = SourceFile(
        report_id=f"{folder_name}/{name}",
        path=path,
        display_path=_display(path, project_dir),
        agency_id=folder_name if registered else "",
        sidecar_path=_sidecar(path),
    )
    return Found(source=source, diagnostics=tuple(diagnostics))


def _sidecar(path: Path) -> Path | None:
    for suffix in sorted(SIDECAR_SUFFIXES):
        candidate = path.with_suffix(suffix)
        if candidate != path and (candidate.exists() or candidate.is_symlink()):
            return candidate
    return None


def _mark_duplicates(found: list[Found]) -> tuple[Found, ...]:
    """Two files with one address (also where only case or Unicode form differ) are both held."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        groups[unicodedata.normalize("NFKC", one.source.report_id).casefold()].append(one)
    return tuple(sorted(_with_duplicates(groups), key=lambda one: (one.source.report_id, one.source.display_path)))


def _with_duplicates(groups: dict[str, list[Found]]) -> Iterator[Found]:
    for group in groups.values():
        for one in group:
            others = [other.source.display_path for other in group if other is not one]
            if not others:
                yield one
                continue
            duplicate = findings.DUPLICATE_ID.at(other="、".join(others), report_id=one.source.report_id)
            yield Found(source=one.source, diagnostics=(*one.diagnostics, duplicate))


def _is_hidden(path: Path) -> bool:
    """System files such as .DS_Store, .gitkeep and ._name; a document whose name only begins with dots is none."""
    return path.name.startswith("._") or (path.name.startswith(".") and path.suffix.lower() not in _DOCUMENT_SUFFIXES)


def _is_readme(path: Path) -> bool:
    return path.stem.casefold() == "readme"


def _display(path: Path, project_dir: Path) -> str:
    """Path for messages: relative where possible, without characters that could disturb a terminal or a log."""
    absolute = path.absolute()
    base = project_dir.absolute()
    shown = absolute.relative_to(base).as_posix() if absolute.is_relative_to(base) else absolute.as_posix()
    return "".join(character if character.isprintable() else "�" for character in shown)
