"""A text file that is counted and hashed while it is written, piece by piece."""

from __future__ import annotations

import hashlib
from io import BufferedWriter
from pathlib import Path
from typing import Final

from generator.model.data_file import DataFile

_CHUNK: Final = 1 << 20


class CountedFile:
    """Opens with its first piece: what has no content never becomes a file."""

    def __init__(self, target: Path, uri: str) -> None:
        """The file ``uri`` below the folder ``target``."""
        self.uri = uri
        self.rows = 0
        self._path = target.joinpath(*uri.split("/"))
        self._file: BufferedWriter | None = None
        self._size = 0
        self._digest = hashlib.sha256()

    def write(self, text: str, *, rows: int = 0) -> None:
        """Add text, which holds so many rows."""
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb")
        content = text.encode()
        self._file.write(content)
        self._size += len(content)
        self._digest.update(content)
        self.rows += rows

    def close(self) -> None:
        """Close it; harmless when repeated."""
        if self._file is not None:
            self._file.close()

    def told(self, *, name: str, form: str, media_type: str, row_name: str, schema_uri: str = "") -> DataFile:
        """What was written, after ``close``."""
        return DataFile(
            uri=self.uri,
            name=name,
            form=form,
            media_type=media_type,
            rows=self.rows,
            row_name=row_name,
            size=self._size,
            sha256=self._digest.hexdigest(),
            schema_uri=schema_uri,
        )


def write_whole(target: Path, uri: str, text: str) -> None:
    """Write a small file at once."""
    file = CountedFile(target, uri)
    file.write(text)
    file.close()


def size_and_digest(path: Path) -> tuple[int, str]:
    """Bytes and SHA-256 of a file that something else wrote."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return path.stat().st_size, digest.hexdigest()
