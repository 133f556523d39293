"""A folder of the index as it is written: knows its files, their bytes and a digest of them all."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.errors import OutputError

_WRITERS: Final = 4
_File = tuple[str, int, bytes]  # name, bytes, SHA-256
_MOST_PENDING: Final = 1024  # files that wait to be written, and so the memory that they take


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written into a folder: files, their bytes, and their ``folder_digest``."""

    files: int
    size: int
    digest: str


def folder_digest(digests: Mapping[str, bytes]) -> str:
    """Digest of all names and contents of a folder, hex, from the SHA-256 of each content."""
    whole = hashlib.sha256()
    for name, digest in sorted(digests.items()):
        whole.update(name.encode() + b"\0" + digest)
    return whole.hexdigest()


class Folder:
    """Writes files into one folder below the index; a context manager.

    Making a file takes longer than filling it, and waits for the system: files are made and written beside the work, in
    no certain order.  Errors come up with a later call, at the latest when the folder is closed.

    Args:
        path: is made with the first file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.as_posix()
        self._made: set[str] = set()
        self._digests: dict[str, bytes] = {}
        self._pending: deque[Future[_File]] = deque()
        self._writer = ThreadPoolExecutor(max_workers=_WRITERS)
        self._size = 0

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.shutdown(cancel_futures=True)

    def write(self, name: str, content: bytes | Callable[[], bytes]) -> None:
        """Write one file, soon.

        Args:
            name: below the folder.
            content: its bytes, or what makes them, which then also happens beside the work.

        Raises:
            OutputError: the disk refused this or an earlier file.
        """
        self._later(self._write, name, content)

    def adopt(self, name: str, source: Path) -> None:
        """Take a finished file over, as a second name of the same file where the disk allows that; may be in its place.

        Raises:
            OutputError: the disk refused this or an earlier file.
        """
        self._later(self._adopt, name, source)

    def close(self) -> Written:
        """Wait for all files.

        Raises:
            OutputError: the disk refused one of them.
        """
        while self._pending:
            self._note(self._pending.popleft().result())
        return Written(files=len(self._digests), size=self._size, digest=folder_digest(self._digests))

    def _later(self, work: Callable[..., _File], *arguments: object) -> None:
        if len(self._pending) == _MOST_PENDING:
            self._note(self._pending.popleft().result())
        self._pending.append(self._writer.submit(work, *arguments))

    def _note(self, written: _File) -> None:
        name, size, digest = written
        self._digests[name] = digest
        self._size += size

    def _write(self, name: str, content: bytes | Callable[[], bytes]) -> _File:
        made = content if isinstance(content, bytes) else content()
        try:
            # Tens of thousands of small files: by the system's calls, at half the time of Path and file objects.
            opened = os.open(
                self._ready(name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666
            )
            try:
                _write_whole(opened, made)
            finally:
                os.close(opened)
        except OSError as error:
            message = f"无法写入检索索引 {name}：{error.strerror}"
            raise OutputError(message) from error
        return name, len(made), hashlib.sha256(made).digest()

    def _adopt(self, name: str, source: Path) -> _File:
        content = source.read_bytes()
        try:
            path = self._ready(name)
            if not os.path.exists(path):  # noqa: PTH110 - it may be in its place already
                os.link(source, path)
        except OSError:
            # Another disk, or one without links.
            return self._write(name, content)
        return name, len(content), hashlib.sha256(content).digest()

    def _ready(self, name: str) -> str:
        path = f"{self._path}/{name}"
        below = path.rpartition("/")[0]
        if below not in self._made:
            os.makedirs(below, exist_ok=True)  # noqa: PTH103
            self._made.add(below)
        return path


def _write_whole(opened: int, content: bytes) -> None:
    """The system may write less than it was given, for example as a disk fills up."""
    view = memoryview(content)
    while view:
        view = view[os.write(opened, view) :]
