"""Zip containers (docx, ofd): judged whole before anything in them is used, unpacked in bounds, never to disk."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.model.diagnostics import Diagnostic
from generator.readers import findings_container as findings
from generator.readers.limits import MIB, Limits
from generator.readers.zip_directory import Entry, find_directory, list_entries, read_local_header

_STORED, _DEFLATED = 0, 8
_CHUNK = 64 * 1024
# A name that could leave the folder it is unpacked to, or means another place on another system.
_UNSAFE_NAME = re.compile(r"^/|\\|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|[\x00-\x1f\x7f]|^$")
_CONTAINER_MAGIC = (b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A container that passed every check: each entry has the size and check sum that it declares.

    Attributes:
        content: the container's bytes.
        entries: files in it (folders left out), in the directory's order; names are unique, upper and lower case alike.
        embedded: names of entries that are containers or old office files themselves; they are never opened.
    """

    content: bytes
    entries: tuple[Entry, ...]
    embedded: tuple[str, ...] = ()
    _by_name: Mapping[str, Entry] = field(default_factory=dict, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the files, as stored."""
        return tuple(entry.name for entry in self.entries)

    def find(self, name: str) -> Entry | None:
        """The entry of a name, upper and lower case alike, with or without a leading slash."""
        return self._by_name.get(name.lstrip("/").lower())

    def read(self, name: str) -> bytes | None:
        """Unpack one entry; None where there is none of that name."""
        entry = self.find(name)
        return None if entry is None else b"".join(_unpack(self.content, entry))


def open_archive(content: bytes, limits: Limits) -> Archive | tuple[Diagnostic, ...]:
    """Judge a zip container.

    Everything that the directories tell is checked first; only then every entry is unpacked once, piece by piece and
    without keeping it, for its true size and check sum.

    Args:
        content: the file.
        limits: ``entries``, ``unpacked_bytes`` and ``ratio`` count.

    Returns:
        The container, or why it is refused (at least one finding, each an error).
    """
    directory = find_directory(content)
    if directory is None:
        return (findings.ZIP_BROKEN.at(),)
    if directory.count > limits.entries:
        return (findings.ZIP_ENTRIES.at(count=f"{directory.count:,}", limit=f"{limits.entries:,}"),)
    listed = list_entries(content, directory, limits.entries + 1)
    if listed is None:
        return (findings.ZIP_BROKEN.at(),)
    refused = (*_judge_names(listed), *_judge_sizes(listed, limits))
    if _overlap(listed, directory.offset):
        refused = (*refused, findings.ZIP_OVERLAP.at())
    if refused:
        return refused
    placed = _place(content, listed, directory.offset)
    if not placed:
        return (findings.ZIP_MISMATCH.at(),)
    if _overlap(placed, directory.offset):
        return (findings.ZIP_OVERLAP.at(),)
    return _verify(content, tuple(entry for entry in placed if not entry.folder))


def _judge_names(entries: tuple[Entry, ...]) -> Iterator[Diagnostic]:
    unsafe = sum(1 for entry in entries if entry.link or _UNSAFE_NAME.search(entry.name))
    if unsafe:
        yield findings.ZIP_UNSAFE_NAME.at(count=unsafe)
    names = Counter(entry.name.lower() for entry in entries if not entry.folder)
    twice = sum(1 for count in names.values() if count > 1)
    if twice:
        yield findings.ZIP_DUPLICATE.at(count=twice)
    if any(entry.encrypted for entry in entries):
        yield findings.ZIP_ENCRYPTED.at()
    elif any(entry.method not in {_STORED, _DEFLATED} for entry in entries):
        yield findings.ZIP_BROKEN.at()


def _judge_sizes(entries: tuple[Entry, ...], limits: Limits) -> Iterator[Diagnostic]:
    large = [entry for entry in entries if entry.size > MIB]
    worst = max((entry.size // max(entry.packed_size, 1) for entry in large), default=0)
    if worst > limits.ratio:
        yield findings.ZIP_RATIO.at(ratio=f"{worst:,}", limit=limits.ratio)
    total = sum(entry.size for entry in entries)
    if total > limits.unpacked_bytes:
        yield findings.ZIP_SIZE.at(size=f"{total // MIB:,}", limit=f"{limits.unpacked_bytes // MIB:,}")


def _place(content: bytes, entries: tuple[Entry, ...], end: int) -> tuple[Entry, ...]:
    """The entries with the place of their packed bytes; empty where a local header contradicts the directory."""
    placed = []
    for entry in entries:
        start = read_local_header(content, entry)
        if start is None or start + entry.packed_size > end:
            return ()
        placed.append(replace(entry, start=start))
    return tuple(placed)


def _overlap(entries: tuple[Entry, ...], end: int) -> bool:
    """Two entries that share bytes: the same packed bytes would be unpacked again and again."""
    ordered = sorted(entries, key=lambda entry: entry.header)
    following = [*(entry.header for entry in ordered[1:]), end]
    return any(entry.end > border for entry, border in zip(ordered, following, strict=True))


def _verify(content: bytes, entries: tuple[Entry, ...]) -> Archive | tuple[Diagnostic, ...]:
    embedded = []
    for entry in entries:
        size, crc, head = 0, 0, b""
        try:
            for piece in _unpack(content, entry):
                size += len(piece)
                crc = zlib.crc32(piece, crc)
                head = head if len(head) >= 8 else head + piece[:8]
        except zlib.error:
            return (findings.ZIP_BROKEN.at(),)
        if size != entry.size:
            return (findings.ZIP_MISMATCH.at(),)
        if crc != entry.crc:
            return (findings.ZIP_CRC.at(),)
        if head.startswith(_CONTAINER_MAGIC):
            embedded.append(entry.name)
    by_name = {entry.name.lower(): entry for entry in entries}
    return Archive(content=content, entries=entries, embedded=tuple(embedded), _by_name=by_name)


def _unpack(content: bytes, entry: Entry) -> Iterator[bytes]:
    """The entry's bytes in pieces, at most one byte more than it declares."""
    packed = memoryview(content)[entry.start : entry.end]
    left = entry.size + 1
    if entry.method == _STORED:
        yield bytes(packed[:left])
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    for first in range(0, len(packed), _CHUNK):
        waiting: bytes | memoryview = packed[first : first + _CHUNK]
        while waiting and left > 0:
            piece = unpacker.decompress(waiting, min(left, _CHUNK))
            left -= len(piece)
            yield piece
            waiting = unpacker.unconsumed_tail
            if unpacker.eof:
                return
