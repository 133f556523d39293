"""原文件: where it is offered for download, under a name that no browser runs and MkDocs does not render."""

from __future__ import annotations

import re
from typing import Final

from generator.model.catalog import ReportRecord

# Offered under their own suffix; anything else (.md, .html, .svg …) gets ``.txt`` behind it.
_INERT_SUFFIXES: Final = (".txt", ".pdf", ".doc", ".docx", ".wps", ".ofd")
_UNSAFE: Final = re.compile(r"[^\w.\-]+")


def original_uri(record: ReportRecord) -> str:
    """Address of the file as disclosed, below the report's page."""
    return f"{record.uri}original/{safe_file_name(record.original.name)}"


def safe_file_name(name: str) -> str:
    """A name that is good on every disk and in every address, and recognisably the same.

    Args:
        name: the file's own name.

    Returns:
        Letters, digits, ``-``, ``_`` and ``.`` alone; no dot in front (MkDocs leaves out such files).
    """
    safe = _UNSAFE.sub("-", name).lstrip(".-") or "original"
    return safe if safe.lower().endswith(_INERT_SUFFIXES) else f"{safe}.txt"
