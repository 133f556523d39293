"""The files of one segment, from its reports alone."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from tempfile import TemporaryFile
from typing import IO, Final

import numpy as np

from generator.search.bits import varints
from generator.search.chunks import write_lists
from generator.search.columns import Columns
from generator.search.folder import Folder
from generator.search.leaves import Leaf, leaves
from generator.search.lists import Lists, encode_lists
from generator.search.model import SearchReport
from generator.search.postings import Postings, postings_of
from generator.search.texts import Packer

_BATCH: Final = 64  # leaves whose postings are made at once
_CHARACTERS_A_PART: Final = 1 << 20  # each gives about one posting of 8 bytes; sorting needs some ten times that
_MOST_BITS: Final = 8  # no more open files than 256


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentFacts:
    """What the manifest says of a segment."""

    reports: int
    leaves: int
    passages: int
    chunks: int


def build_segment(reports: Iterable[SearchReport], characters: int, dictionary: bytes, folder: Folder) -> SegmentFacts:
    """Write the files of a segment.

    Args:
        reports: newest first; taken one at a time.
        characters: of all their texts, about: how much memory sorting them needs.
        dictionary: for the texts.
        folder: where.

    Returns:
        What the manifest says of it.

    Raises:
        OutputError: the disk refuses.
    """
    columns = Columns()
    packer = Packer(dictionary)
    sizes: list[int] = []
    number = 0

    def numbered() -> Iterator[Leaf]:
        nonlocal number
        for report in reports:
            own = list(leaves(report))
            columns.add(report, own)
            number += 1
            yield from own

    with _Sorter(characters) as sorter:
        batch: list[Leaf] = []
        done = 0

        def flush() -> None:
            nonlocal done
            sorter.add(postings_of(batch, len(sizes), done))
            for leaf in batch:
                folder.write(f"texts/{len(sizes)}.bin", partial(packer.pack, leaf.text))
                sizes.append(len(leaf.entries) << 1 | leaf.continues)
                done += len(leaf.entries)
            batch.clear()

        for leaf in numbered():
            batch.append(leaf)
            if len(batch) == _BATCH:
                flush()
        if batch:
            flush()
        chunks, long_table = write_lists(list(sorter.parts()), folder)
    code, _ = varints(np.array([len(sizes), *sizes], dtype=np.int64))
    folder.write("head.bin", zlib.compress(code.tobytes() + long_table, 9))
    folder.write("reports.bin", columns.reports_file())
    folder.write("passages.bin", columns.passages_file())
    return SegmentFacts(reports=number, leaves=len(sizes), passages=done, chunks=chunks)


class _Sorter:
    """Postings on disk, parted by the first bits of their hash, so that one part at a time is sorted in memory."""

    def __init__(self, characters: int) -> None:
        self._bits = min(_MOST_BITS, (characters // _CHARACTERS_A_PART).bit_length())
        self._files: list[IO[bytes]] = []

    def __enter__(self) -> _Sorter:
        self._files = [TemporaryFile() for _ in range(1 << self._bits)]  # noqa: SIM115 - closed in __exit__
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files:
            file.close()

    def add(self, postings: Postings) -> None:
        if not self._bits:
            self._files[0].write(postings.data)
            return
        postings.sort()
        firsts = np.arange(1, len(self._files), dtype=np.uint64) << np.uint64(64 - self._bits)
        edges = [0, *np.searchsorted(postings, firsts).tolist(), len(postings)]
        for file, (start, end) in zip(self._files, pairwise(edges), strict=True):
            file.write(postings[start:end].data)

    def parts(self) -> Iterator[Lists]:
        for file in self._files:
            file.seek(0)
            yield encode_lists(np.frombuffer(bytearray(file.read()), dtype=np.uint64))
