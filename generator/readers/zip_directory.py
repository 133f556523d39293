"""The directory of a zip container, read from its bytes: what it says of each entry, nothing unpacked.

An own reader, because a hostile container is judged by what its two directories (the central one and the header
before each entry) say, and libraries show only one of them.  Form: APPNOTE.TXT 6.3, sections 4.3 and 4.5.3.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_END = struct.Struct("<4s4H2LH")  # 4.3.16 end of central directory
_END64_LOCATOR = struct.Struct("<4sLQL")  # 4.3.15
_END64 = struct.Struct("<4sQ2H2L4Q")  # 4.3.14
_CENTRAL = struct.Struct("<4s6H3L5H2L")  # 4.3.12
_LOCAL = struct.Struct("<4s5H3L2H")  # 4.3.7
_LARGE = 0xFFFFFFFF  # "see the zip64 field"
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_DESCRIPTOR_FOLLOWS = 0x8
_UNIX_TYPE, _UNIX_LINK = 0o170000, 0o120000
_LONGEST_COMMENT = 0xFFFF
_PADDING = b"\0\r\n\t \x1a"  # what disks, mailers and editors add at the end of a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as the directory describes it.

    Attributes:
        name: as stored; its bytes read as UTF-8 where they are, else as GB18030, else as code page 437.
        raw_name: the name's bytes.
        method: 0 stored, 8 deflated.
        size: bytes unpacked, as declared.
        packed_size: bytes in the container, as declared.
        crc: CRC-32, as declared.
        header: offset of its local header.
        start: offset of its packed bytes; 0 until ``with_local_header`` has read the local header.
        encrypted: it says so.
        link: a symbolic link.
        flags: general purpose flags.
    """

    name: str
    raw_name: bytes
    method: int
    size: int
    packed_size: int
    crc: int
    header: int
    start: int
    encrypted: bool
    link: bool
    flags: int

    @property
    def folder(self) -> bool:
        """An entry for a folder: a name that ends with a slash, without content."""
        return self.name.endswith("/") and not self.size

    @property
    def end(self) -> int:
        """Offset behind its packed bytes; before ``start`` is known, the least that it can be."""
        return (self.start or self.header + _LOCAL.size + len(self.raw_name)) + self.packed_size


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """The central directory.

    Attributes:
        count: entries, as declared.
        offset: where it begins.
        end: where it ends.
    """

    count: int
    offset: int
    end: int


def find_directory(content: bytes) -> Directory | None:
    """Find the central directory; None where there is none or the file is cut off.

    Padding behind the end record is let pass, anything else is not.
    """
    place = content.rfind(b"PK\x05\x06", max(0, len(content) - _LONGEST_COMMENT - _END.size))
    if place < 0 or place + _END.size > len(content):
        return None
    _, disk, first_disk, here, count, size, offset, comment = _END.unpack_from(content, place)
    behind = content[place + _END.size + comment :]
    if place + _END.size + comment > len(content) or behind.strip(_PADDING):
        return None
    end = place
    if place >= _END64_LOCATOR.size and content.startswith(b"PK\x06\x07", place - _END64_LOCATOR.size):
        _, _, end, _ = _END64_LOCATOR.unpack_from(content, place - _END64_LOCATOR.size)
        if end + _END64.size > place or not content.startswith(b"PK\x06\x06", end):
            return None
        _, _, _, _, disk, first_disk, here, count, size, offset = _END64.unpack_from(content, end)
    if disk or first_disk or here != count or offset + size != end:
        return None
    return Directory(count=count, offset=offset, end=end)


def list_entries(content: bytes, directory: Directory, most: int) -> tuple[Entry, ...] | None:
    """The entries of the central directory, at most ``most``; None where it is not what it says."""
    entries: list[Entry] = []
    place = directory.offset
    while place < directory.end and len(entries) < most:
        if place + _CENTRAL.size > directory.end or not content.startswith(b"PK\x01\x02", place):
            return None
        fields = _CENTRAL.unpack_from(content, place)
        _, made_by, _, flags, method, _, _, crc, packed, size, name_size, extra_size, comment_size = fields[:13]
        outside, header = fields[15], fields[16]
        name_start = place + _CENTRAL.size
        extra_start = name_start + name_size
        place = extra_start + extra_size + comment_size
        if place > directory.end:
            return None
        raw_name = content[name_start:extra_start]
        large = _large_sizes(content[extra_start : extra_start + extra_size], (size, packed, header))
        if large is None:
            return None
        size, packed, header = large
        entries.append(
            Entry(
                name=_decode_name(raw_name, flags),
                raw_name=raw_name,
                method=method,
                size=size,
                packed_size=packed,
                crc=crc,
                header=header,
                start=0,
                encrypted=bool(flags & _ENCRYPTED),
                link=made_by >> 8 == 3 and (outside >> 16) & _UNIX_TYPE == _UNIX_LINK,
                flags=flags,
            )
        )
    if len(entries) < most and len(entries) != directory.count:
        return None
    return tuple(entries)


def read_local_header(content: bytes, entry: Entry) -> int | None:
    """Offset of an entry's packed bytes; None where its local header says something else than the directory.

    Sizes and check sum may be zero there, where they follow the content or the writer left them out.
    """
    if entry.header + _LOCAL.size > len(content) or not content.startswith(b"PK\x03\x04", entry.header):
        return None
    _, _, flags, method, _, _, crc, packed, size, name_size, extra_size = _LOCAL.unpack_from(content, entry.header)
    name_start = entry.header + _LOCAL.size
    extra_start = name_start + name_size
    start = extra_start + extra_size
    if content[name_start:extra_start] != entry.raw_name or method != entry.method or start > len(content):
        return None
    if (flags ^ entry.flags) & (_ENCRYPTED | _DESCRIPTOR_FOLLOWS):
        return None
    large = _large_sizes(content[extra_start:start], (size, packed, 0))
    if large is None:
        return None
    told = ((large[0], entry.size), (large[1], entry.packed_size), (crc, entry.crc))
    return None if any(local and local != central for local, central in told) else start


def _large_sizes(extra: bytes, values: tuple[int, int, int]) -> tuple[int, int, int] | None:
    """Size, packed size and offset with those that stand in the zip64 field (4.5.3); None where it lacks one."""
    if _LARGE not in values:
        return values
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind == 1:
            field = extra[place + 4 : place + 4 + length]
            wanted = sum(8 for value in values if value == _LARGE)
            if len(field) < wanted:
                return None
            numbers = iter(struct.unpack_from(f"<{wanted // 8}Q", field))
            size, packed, offset = (next(numbers) if value == _LARGE else value for value in values)
            return size, packed, offset
        place += 4 + length
    return None


def _decode_name(raw: bytes, flags: int) -> str:
    for encoding in ("utf-8",) if flags & _UTF8_NAME else ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")
