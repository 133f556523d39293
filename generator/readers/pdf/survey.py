"""A PDF file's bytes before it is opened: is it whole, how large does it unpack, what does it carry that acts."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_START_XREF = re.compile(rb"startxref\s+(\d{1,12})\s*(?:%%EOF)?")
_EARLIER = re.compile(rb"/Prev\s+(\d{1,12})\b")
_STREAM = re.compile(rb"stream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")
_CHUNK = 256 * 1024
_KEPT = 8 * 1024 * 1024  # of one object stream, for its names
_DICTIONARY = 4096  # bytes before a stream that tell what it is
# Names of actions and contents that act when the file is opened, and what to call them.
_ACTING = (
    (re.compile(rb"/(?:JavaScript|JS)\b"), "脚本"),
    (re.compile(rb"/Launch\b"), "启动外部程序"),
    (re.compile(rb"/(?:SubmitForm|ImportData)\b"), "提交或导入表单"),
    (re.compile(rb"/(?:RichMedia|Movie|Sound|Rendition)\b"), "多媒体"),
    (re.compile(rb"/XFA\b"), "动态表单"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What the bytes tell.

    Attributes:
        header: the mark ``%PDF-`` stands near the beginning.
        truncated: the file ends before its directory does.
        looped: its directories refer to each other in a circle.
        versions: ends of earlier versions that later ones were appended to, as offsets.
        acting: Chinese names of what acts by itself.
        metadata: an XMP packet is there.
        unpacked: bytes of its packed parts, pictures aside; more than the limit means that counting stopped there.
    """

    header: bool
    truncated: bool
    looped: bool
    versions: tuple[int, ...]
    acting: tuple[str, ...]
    metadata: bool
    unpacked: int


def survey_file(content: bytes, most_unpacked: int) -> Survey:
    """Look through the bytes of a file.

    Args:
        content: all of it.
        most_unpacked: bytes; unpacking stops beyond them.
    """
    ends = [match for match in _START_XREF.finditer(content) if int(match.group(1)) < len(content)]
    # The first of the two directories of a file made for viewing while it loads names the place 0: no version.
    real = [match for match in ends if int(match.group(1)) > 0]
    acting: set[str] = set()
    metadata = False
    unpacked = 0
    for outside, packed, dictionary in _pieces(content):
        names = unescape_names(outside)
        metadata = metadata or re.search(rb"/Type\s*/Metadata\b", names) is not None
        acting |= find_acting(names)
        if packed is None or b"/Image" in dictionary or not _FLATE.search(dictionary):
            continue
        keep = _KEPT if re.search(rb"/ObjStm\b", dictionary) else 0
        count, kept = unpack(packed, len(_FLATE.findall(dictionary)), most_unpacked - unpacked, keep)
        unpacked += count
        acting |= find_acting(unescape_names(kept))
        if unpacked > most_unpacked:
            break
    last = content[ends[-1].end() :] if ends else content
    return Survey(
        header=b"%PDF-" in content[:1024],
        truncated=not ends or _OBJECT.search(last) is not None,
        looped=_is_looped(content, int(ends[-1].group(1))) if ends else False,
        versions=tuple(match.end() for match in real[:-1]),
        acting=tuple(name for _, name in _ACTING if name in acting),
        metadata=metadata,
        unpacked=unpacked,
    )


def _is_looped(content: bytes, place: int) -> bool:
    """Follow the directories from the last one to the earlier ones (ISO 32000-1, 7.5.5, Prev)."""
    seen: set[int] = set()
    while place not in seen:
        seen.add(place)
        end = content.find(b"startxref", place)
        match = _EARLIER.search(content, place, end if end > place else len(content))
        if match is None or int(match.group(1)) >= len(content):
            return False
        place = int(match.group(1))
    return True


def find_acting(names: bytes) -> set[str]:
    """What acts by itself, of the names in a piece of a file."""
    return {name for pattern, name in _ACTING if pattern.search(names)}


def unescape_names(piece: bytes) -> bytes:
    """``/J#53`` and ``/JS`` are one name (ISO 32000-1, 7.3.5)."""
    return _ESCAPED.sub(lambda match: bytes([int(match.group(1), 16)]), piece) if b"#" in piece else piece


def unpack(packed: bytes, times: int, most: int, keep: int) -> tuple[int, bytes]:
    """Unpack a stream in small steps.

    Args:
        packed: Flate data, maybe with bytes behind it.
        times: how often it is packed one over the other.
        most: bytes; it stops as soon as they are passed.
        keep: how many of the unpacked bytes are wanted.

    Returns:
        The number of bytes (the largest of all layers), and the first ``keep`` ones.  Damaged data ends early.
    """
    kept = bytearray()
    count = 0
    pieces: Iterator[bytes] = iter((packed,))
    for _ in range(min(times, 8)):
        pieces = _inflate(pieces)
    for piece in pieces:
        count += len(piece)
        if len(kept) < keep:
            kept += piece[: keep - len(kept)]
        if count > most:
            break
    return count, bytes(kept)


def _inflate(pieces: Iterator[bytes]) -> Iterator[bytes]:
    engine = zlib.decompressobj()
    try:
        for piece in pieces:
            rest = piece
            while rest and not engine.eof:
                yield engine.decompress(rest, _CHUNK)
                rest = engine.unconsumed_tail
            if engine.eof:
                return
    except zlib.error:
        return


def _pieces(content: bytes) -> Iterator[tuple[bytes, bytes | None, bytes]]:
    """Stretches outside of streams, each with the stream that follows it and the dictionary in front of that."""
    position = 0
    while True:
        match = _STREAM.search(content, position)
        if match is None:
            yield content[position:], None, b""
            return
        end = content.find(b"endstream", match.end())
        if end < 0:
            end = len(content)
        outside = content[position : match.start()]
        dictionary = unescape_names(outside[-_DICTIONARY:])
        start = max((found.end() for found in _OBJECT.finditer(dictionary)), default=0)
        yield outside, content[match.end() : end], dictionary[start:]
        position = end + len(b"endstream")
