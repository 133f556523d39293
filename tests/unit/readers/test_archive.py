"""Zip containers: every fault of the threat table has a code of its own, found before anything is used."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.readers.archive import Archive, open_archive
from generator.readers.findings_container import CONTAINER_FINDINGS
from generator.readers.limits import DEFAULT_LIMITS, MIB
from generator.readers.zip_directory import find_directory, list_entries

LOCAL, CENTRAL, END = "<4s5H3L2H", "<4s6H3L5H2L", "<4s4H2LH"


class Raw:
    """A container written by hand, so that its two directories can say what they like."""

    def __init__(self) -> None:
        self.body = b""
        self.central = b""
        self.count = 0

    def local(
        self, name: str, content: bytes, *, size: int | None = None, flags: int = 0, crc: int | None = None
    ) -> int:
        packed = _deflate(content)
        header = len(self.body)
        crc = zlib.crc32(content) if crc is None else crc
        size = len(content) if size is None else size
        self.body += struct.pack(LOCAL, b"PK\3\4", 20, flags, 8, 0, 33, crc, len(packed), size, len(name.encode()), 0)
        self.body += name.encode() + packed
        return header

    def record(
        self,
        name: str,
        content: bytes,
        header: int,
        *,
        size: int | None = None,
        flags: int = 0,
        crc: int | None = None,
        mode: int = 0,
        packed: int | None = None,
    ) -> None:
        crc = zlib.crc32(content) if crc is None else crc
        size = len(content) if size is None else size
        packed = len(_deflate(content)) if packed is None else packed
        raw = name.encode()
        fields = (0x0314, 20, flags, 8, 0, 33, crc, packed, size, len(raw), 0, 0, 0, 0, mode << 16, header)
        self.central += struct.pack(CENTRAL, b"PK\1\2", *fields) + raw
        self.count += 1

    def add(self, name: str, content: bytes = b"x", **said: int) -> None:
        of_local = {key: value for key, value in said.items() if key in {"size", "flags", "crc"}}
        self.record(name, content, self.local(name, content, **of_local), **said)

    def end(self) -> bytes:
        return (
            self.body
            + self.central
            + struct.pack(END, b"PK\5\6", 0, 0, self.count, self.count, len(self.central), len(self.body), 0)
        )


def _deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def codes(content: bytes, **limits: int) -> list[str]:
    opened = open_archive(content, replace(DEFAULT_LIMITS, **limits))
    return [] if isinstance(opened, Archive) else [found.code for found in opened]


def container(parts: Sequence[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, content in parts:
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, method)
    return buffer.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_reads_what_the_standard_library_writes(method: int) -> None:
    parts = [("a/b.xml", b"<a/>" * 5000), ("a/", b""), ("中文.txt", "正文".encode()), ("empty", b"")]
    opened = open_archive(container(parts, method), DEFAULT_LIMITS)
    assert isinstance(opened, Archive)
    assert opened.names == ("a/b.xml", "中文.txt", "empty")
    assert opened.read("A/B.XML") == b"<a/>" * 5000
    assert opened.read("/中文.txt") == "正文".encode()
    assert opened.read("empty") == b""
    assert opened.read("none") is None


def test_reads_streamed_and_zip64_entries() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made, made.open("big", "w", force_zip64=True) as part:
        part.write(b"hello")

    class Pipe(io.RawIOBase):
        """Cannot be rewound: sizes follow the content (data descriptor)."""

        def __init__(self) -> None:
            self.written = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.written += bytes(data)  # type: ignore[call-overload]
            return len(bytes(data))  # type: ignore[call-overload]

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as made:  # type: ignore[call-overload]
        made.writestr("streamed", b"content")
    for content, name, expected in ((buffer.getvalue(), "big", b"hello"), (pipe.written, "streamed", b"content")):
        opened = open_archive(content, DEFAULT_LIMITS)
        assert isinstance(opened, Archive)
        assert opened.read(name) == expected


def test_padding_behind_the_end_is_let_pass_and_nothing_else() -> None:
    content = container([("a", b"x")])
    assert codes(content + b"\0" * 512 + b"\r\n") == []
    assert codes(content + b"more") == ["zip-broken"]


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.95])
def test_cut_off(kept: float) -> None:
    content = container([("a", bytes(range(256)) * 40), ("b", b"y" * 100)])
    assert codes(content[: int(len(content) * kept)]) == ["zip-broken"]


def test_random_bytes() -> None:
    assert codes(b"PK\x03\x04" + bytes(range(256)) * 50) == ["zip-broken"]
    assert codes(b"") == ["zip-broken"]


def test_ratio_is_judged_before_unpacking() -> None:
    content = container([("word/document.xml", b"a" * 60 * MIB)])
    tracemalloc.start()
    started = time.process_time()
    assert codes(content) == ["zip-ratio"]
    spent, peak = time.process_time() - started, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert spent < 0.5
    assert peak < MIB


def test_small_content_may_be_packed_well() -> None:
    assert codes(container([("a", b"a" * (MIB - 1))])) == []


def test_size_of_all_entries_counts_the_unused_ones() -> None:
    raw = Raw()
    raw.add("word/document.xml", b"<a/>")
    raw.add("word/media/x.bin", b"x" * 100, size=1_500_000_000)
    assert "zip-size" in codes(raw.end())


def test_entries() -> None:
    content = container([(f"p{number}", b"") for number in range(30)])
    assert codes(content, entries=30) == []
    assert codes(content, entries=29) == ["zip-entries"]


def test_a_lie_about_the_number_of_entries() -> None:
    raw = Raw()
    raw.add("a")
    raw.add("b")
    raw.count = 1
    assert codes(raw.end()) == ["zip-broken"]


def test_two_records_on_one_header() -> None:
    raw = Raw()
    header = raw.local("a", b"content")
    raw.record("a", b"content", header)
    raw.record("b", b"content", header)
    assert codes(raw.end()) == ["zip-overlap"]


def test_entries_that_share_packed_bytes() -> None:
    raw = Raw()
    first = raw.local("a", b"content " * 50)
    second = raw.local("b", b"y")
    raw.record("a", b"content " * 50, first, packed=len(raw.body) - 31 - first)
    raw.record("b", b"y", second)
    assert codes(raw.end()) == ["zip-overlap"]


@pytest.mark.parametrize("declared", [3, 300])
def test_declared_size_differs_from_the_real_one(declared: int) -> None:
    raw = Raw()
    raw.add("a", b"0123456789", size=declared)
    assert codes(raw.end()) == ["zip-mismatch"]


def test_local_header_contradicts_the_directory() -> None:
    raw = Raw()
    raw.record("b", b"content", raw.local("a", b"content"))
    assert codes(raw.end()) == ["zip-mismatch"]


def test_check_sum() -> None:
    raw = Raw()
    raw.add("a", b"content", crc=1)
    assert codes(raw.end()) == ["zip-crc"]


def test_encrypted() -> None:
    raw = Raw()
    raw.add("a", b"content", flags=1)
    assert codes(raw.end()) == ["zip-encrypted"]


@pytest.mark.parametrize("names", [("a.xml", "a.xml"), ("word/a.xml", "Word/A.XML")])
def test_duplicate_names(names: tuple[str, str]) -> None:
    raw = Raw()
    for name in names:
        raw.add(name, b"content")
    assert codes(raw.end()) == ["zip-duplicate"]


@pytest.mark.parametrize(
    "name", ["../../mkdocs.yml", "a/../../b", "/etc/passwd", "C:\\x", "c:x", "a\\b", "a\nb", "..", "a/.."]
)
def test_unsafe_names(name: str) -> None:
    raw = Raw()
    raw.add(name, b"content")
    assert codes(raw.end()) == ["zip-unsafe-name"]


def test_names_that_only_look_unsafe() -> None:
    assert codes(container([("a..b/c...xml", b"x"), ("[Content_Types].xml", b"x")])) == []


def test_symbolic_link() -> None:
    raw = Raw()
    raw.add("a", b"/etc/passwd", mode=0o120777)
    assert codes(raw.end()) == ["zip-unsafe-name"]


def test_unknown_method() -> None:
    assert codes(container([("a", b"x" * 100)], zipfile.ZIP_LZMA)) == ["zip-broken"]


def test_damaged_packed_bytes() -> None:
    raw = Raw()
    raw.add("a", b"content" * 9)
    content = bytearray(raw.end())
    content[33] ^= 0xFF
    assert codes(bytes(content))[0] in {"zip-broken", "zip-mismatch", "zip-crc"}


def test_embedded_files_are_named_and_not_opened() -> None:
    inner = container([("secret", b"x")])
    opened = open_archive(
        container([("word/embeddings/a.docx", inner), ("b.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")]), DEFAULT_LIMITS
    )
    assert isinstance(opened, Archive)
    assert opened.embedded == ("word/embeddings/a.docx", "b.bin")


def test_any_changed_byte_is_refused_or_reads_the_same() -> None:
    parts = [("a.xml", b"<a>" + b"text" * 60 + b"</a>"), ("b.xml", b"<b/>")]
    content = container(parts)
    for place in range(len(content)):
        changed = content[:place] + bytes([content[place] ^ 0x41]) + content[place + 1 :]
        opened = open_archive(changed, DEFAULT_LIMITS)
        if isinstance(opened, Archive):
            assert all(opened.read(entry.name) in {content for _, content in parts} for entry in opened.entries)


def test_directory_of_nothing() -> None:
    directory = find_directory(container([]))
    assert directory is not None
    assert list_entries(container([]), directory, 5) == ()


def test_every_code_is_told_once_and_says_what_to_do() -> None:
    kinds = {kind.code: kind for kind in CONTAINER_FINDINGS}
    assert len(kinds) == len(CONTAINER_FINDINGS)
    assert all(kind.explanation.endswith("。") and kind.remedy.endswith("。") for kind in kinds.values())
