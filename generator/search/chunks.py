"""Lists -> files: short lists many to a chunk, each long one in a file of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from generator.search.bits import Ints, varints
from generator.search.folder import Folder
from generator.search.lists import Lists

LONG: Final = 4096  # bytes from which a list has its own file
CHUNK: Final = 2048  # bytes of lists in a chunk, in the mean: a query loads several of them for one list each


def write_lists(parts: Sequence[Lists], folder: Folder) -> tuple[int, bytes]:
    """Write the lists of a segment.

    A chunk: varint number of lists; for each list varints ``hash`` less the one before, ``count << 1 | has heads``,
    bytes, and, where it has heads, their number; then the lists.  The chunk of a hash is ``hash * chunks >> 32``.

    Args:
        parts: lists in the order of their hashes.
        folder: the segment's.

    Returns:
        The number of chunks, and the table of long lists in the form of a chunk's (their files are numbered in its
        order).
    """
    short = [part.sizes <= LONG for part in parts]
    total = sum(int(part.sizes[kept].sum()) for part, kept in zip(parts, short, strict=True))
    chunks = max(1, -(-total // CHUNK))
    rows = np.concatenate([_rows(part)[kept] for part, kept in zip(parts, short, strict=True)])
    pieces = b"".join(_joined(part, kept) for part, kept in zip(parts, short, strict=True))
    edges = np.searchsorted(rows[:, 0] * chunks >> 32, np.arange(chunks + 1))
    tables, table_ends = _tables(rows, edges)
    ends = np.append(0, np.cumsum(rows[:, 2]))[edges]
    # Empty chunks too: a file that is missing is a fault.
    for number in range(chunks):
        table = tables[table_ends[number] : table_ends[number + 1]]
        folder.write(f"lists/{number}.bin", table + pieces[ends[number] : ends[number + 1]])
    return chunks, _write_long(parts, folder)


def _rows(part: Lists) -> Ints:
    return np.stack((part.hashes, part.counts, part.sizes, part.heads), axis=1)


def _joined(part: Lists, is_kept: npt.NDArray[np.bool_]) -> bytes:
    return part.code[np.repeat(is_kept, part.sizes)].tobytes()


def _write_long(parts: Sequence[Lists], folder: Folder) -> bytes:
    tables = []
    number = 0
    for part in parts:
        chosen = np.flatnonzero(part.sizes > LONG)
        tables.append(_rows(part)[chosen])
        ends = np.cumsum(part.sizes)
        for index in chosen.tolist():
            folder.write(f"long/{number}.bin", part.code[ends[index] - part.sizes[index] : ends[index]].tobytes())
            number += 1
    rows = np.concatenate(tables)
    return _tables(rows, np.array([0, len(rows)]))[0]


def _tables(rows: Ints, edges: Ints) -> tuple[bytes, Ints]:
    """Rows of hash, count, bytes, heads as varints.

    Args:
        rows: of all tables.
        edges: the first row of each table, and the end of the last.

    Returns:
        All tables, each with its number of rows in front, and where each begins; the end of the last.
    """
    has_heads = rows[:, 3] > 0
    steps = np.diff(rows[:, 0], prepend=0)
    firsts = edges[:-1][np.diff(edges) > 0]
    steps[firsts] = rows[firsts, 0]
    fields = np.stack((steps, rows[:, 1] << 1 | has_heads, rows[:, 2], rows[:, 3]), axis=1)
    written = np.ones(fields.shape, dtype=np.bool_)
    written[:, 3] = has_heads
    values_before = np.append(0, np.cumsum(3 + has_heads))[edges]
    values = np.insert(fields[written], values_before[:-1], np.diff(edges))
    code, lengths = varints(values)
    starts = values_before + np.arange(len(edges))
    return code.tobytes(), np.append(0, np.cumsum(lengths))[starts]
