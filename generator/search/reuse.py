"""Segments of the index before, taken over byte for byte where they are whole."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from generator.errors import OutputError
from generator.search.folder import Folder

MANIFEST: Final = "manifest.json"
_OURS: Final = ("s-*", "dictionary-*.bin", "simplified-*.bin", "names-*.json")


class Previous:
    """The index before.

    Args:
        folder: ``search/`` of a site, or None; one that is missing, damaged, foreign or of another format is empty.
        index_format: the format that is written now.
    """

    def __init__(self, folder: Path | None, index_format: int) -> None:
        self._folder = folder
        self._entries: dict[str, dict[str, Any]] = {}
        try:
            manifest = json.loads((folder / MANIFEST).read_bytes()) if folder else {}
            if manifest.get("format") == index_format:
                self._entries = {entry["name"]: dict(entry) for entry in manifest["segments"]}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self._entries = {}

    def take_over(self, name: str, target_dir: Path) -> dict[str, Any] | None:
        """Take a segment over, unless it is in its place already.

        Returns:
            Its entry in the manifest; None where it is not there, or not byte for byte as it was written.

        Raises:
            OutputError: the disk refuses.
        """
        entry = self._entries.get(name)
        if entry is None or self._folder is None:
            return None
        source = self._folder / name
        if target_dir.resolve() != self._folder.resolve():
            remove(target_dir / name)
        try:
            with Folder(target_dir / name) as folder:
                for path in sorted(source.rglob("*")):
                    if path.is_file():
                        folder.adopt(path.relative_to(source).as_posix(), path)
                found = asdict(folder.close())
        except OSError:
            # A file that cannot be read is as good as none: the segment is made anew.
            return None
        return entry if found == {key: entry.get(key) for key in found} else None


def remove_others(target_dir: Path, kept: set[str]) -> None:
    """Remove files and segments of an index that the manifest no longer names; others' files are left alone.

    Raises:
        OutputError: the disk refuses.
    """
    for pattern in _OURS:
        for path in sorted(target_dir.glob(pattern)):
            if path.name not in kept:
                remove(path)


def remove(path: Path) -> None:
    """Remove a file or folder, if it is there.

    Raises:
        OutputError: the disk refuses.
    """
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        message = f"无法删除旧的检索索引 {path.name}：{error.strerror}"
        raise OutputError(message) from error
