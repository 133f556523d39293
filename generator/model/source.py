"""Where a report comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file as the agency disclosed it (原文件).

    Attributes:
        report_id: ``<agency-id>/<name>``, from the path alone, so that a permalink never moves.
        path: where the file is now.
        display_path: POSIX path for messages, relative to the project folder where the file is inside it.
        agency_id: folder name with an ``agency.yml``; empty where the file lies in no such folder.
        sidecar_path: ``<name>.yml`` beside the file, or None.
    """

    report_id: str
    path: Path
    display_path: str
    agency_id: str = ""
    sidecar_path: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpan:
    """原文位置: first and last line (1-based, inclusive) of the source file."""

    first_line: int
    last_line: int
