"""Zip containers that lie: written byte by byte, because no library writes them (APPNOTE.TXT 6.3)."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DATE = 33  # 1 January 1980
UTF8, ENCRYPTED = 0x800, 0x1
UNIX_LINK = 0o120777 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as it is written, true or not.

    Attributes:
        name: as stored.
        packed: the bytes in the container.
        size: declared size unpacked.
        crc: declared check sum.
        method: 0 stored, 8 deflated.
        flags: general purpose flags.
        external: external attributes (Unix mode above 16 bits).
        header: offset of a local header that is there already; None writes one of its own.
    """

    name: str
    packed: bytes
    size: int
    crc: int
    method: int = 8
    flags: int = UTF8
    external: int = 0
    header: int | None = None


def deflated(name: str, content: bytes) -> Entry:
    """An honest entry."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return Entry(
        name=name, packed=packer.compress(content) + packer.flush(), size=len(content), crc=zlib.crc32(content)
    )


def stored(name: str, content: bytes) -> Entry:
    """An honest entry that is not packed."""
    return Entry(name=name, packed=content, size=len(content), crc=zlib.crc32(content), method=0)


def repeated(name: str, chunk: bytes, count: int, *, head: bytes = b"", tail: bytes = b"") -> Entry:
    """``head``, ``count`` times ``chunk``, ``tail``: packed without ever being made (the check sum is not kept true)."""
    pieces = []
    for content in (head, chunk, tail):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        pieces.append(packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH))
    end = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    packed = pieces[0] + pieces[1] * count + pieces[2] + end
    return Entry(name=name, packed=packed, size=len(head) + count * len(chunk) + len(tail), crc=0)


def honest(content: bytes) -> list[Entry]:
    """The entries of an honest container."""
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        return [deflated(one.filename, container.read(one)) for one in container.infolist()]


def exchanged(content: bytes, name: str, entry: Entry) -> bytes:
    """An honest container with one entry put in the place of another."""
    return write(entry if one.name == name else one for one in honest(content))


def changed(content: bytes, name: str, **lies: object) -> bytes:
    """An honest container with lies about one entry."""
    return write(replace(one, **lies) if one.name == name else one for one in honest(content))  # type: ignore[arg-type]


def write(entries: Iterable[Entry]) -> bytes:
    """The container."""
    body, directory, count = bytearray(), bytearray(), 0
    for entry in entries:
        name = entry.name.encode()
        header = entry.header
        if header is None:
            header = len(body)
            body += local_record(entry)
        directory += _CENTRAL.pack(
            b"PK\x01\x02", 0x0314, 20, entry.flags, entry.method, 0, _DATE, entry.crc, len(entry.packed), entry.size,
            len(name), 0, 0, 0, 0, entry.external, header,
        )  # fmt: skip
        directory += name
        count += 1
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def local_record(entry: Entry) -> bytes:
    """Local header and packed bytes."""
    name = entry.name.encode()
    head = _LOCAL.pack(
        b"PK\x03\x04", 20, entry.flags, entry.method, 0, _DATE, entry.crc, len(entry.packed), entry.size, len(name), 0
    )
    return head + name + entry.packed


def overlapping(entries: Sequence[Entry]) -> bytes:
    """A stored entry that holds the next one's record, both listed: the same bytes count twice (Fifield's bomb)."""
    made = list(entries)
    inner = deflated("word/inner.xml", b"<x>" + b"a" * 5000 + b"</x>")
    record = local_record(inner)
    outer = stored("word/outer.bin", record)
    start = sum(len(local_record(one)) for one in made)
    inside = start + len(local_record(outer)) - len(record)
    return write([*made, outer, replace(inner, header=inside)])
