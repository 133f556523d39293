"""The reading process: takes one file's bytes after the other and answers with what it read.

It is started by ``confine.ConfinedReader`` and talks in frames through its standard input and output.  It answers in
JSON, never in a form that could run anything in the process that receives it.
"""

from __future__ import annotations

import os
import struct
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BufferedReader, BufferedWriter
from types import TracebackType
from typing import IO

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from generator.readers.confinement import Confinement, address_space, allow_seconds, confine
from generator.readers.limits import Limits
from generator.readers.read import ReadFile, read_bytes

READ, LAST, STOPPED, READY, ORDER, CONTENT = b"RLSHOC"
MEMORY, DEPTH = "memory", "depth"
_FRAME = struct.Struct(">BQ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be read next: the bytes follow in a frame of their own."""

    suffix: str
    limits: Limits


ORDERS = TypeAdapter(Order)
LIMITS = TypeAdapter(Limits)
ANSWERS = TypeAdapter(ReadFile)
FACTS = TypeAdapter(Confinement)


def write_frame(stream: IO[bytes], kind: int, payload: bytes) -> None:
    """Write a frame: kind, length, payload."""
    stream.write(_FRAME.pack(kind, len(payload)))
    stream.write(payload)
    stream.flush()


def read_frame(stream: IO[bytes], most: int) -> tuple[int, bytes] | None:
    """Read a frame of at most ``most`` bytes; None at the end of the stream or for anything that is no whole frame."""
    head = stream.read(_FRAME.size)
    if len(head) < _FRAME.size:
        return None
    kind, length = _FRAME.unpack(head)
    if length > most:
        return None
    payload = stream.read(length)
    return (kind, payload) if len(payload) == length else None


def serve() -> None:
    """Read files until the input ends: the whole life of the process."""
    orders, answers = _take_streams()
    sys.excepthook = _tell_fault(answers)
    limits = LIMITS.validate_json(sys.argv[2])
    write_frame(answers, READY, FACTS.dump_json(confine(limits)))
    enough = address_space() + limits.memory_bytes // 4
    while (order := read_frame(orders, limits.memory_bytes)) is not None:
        content = read_frame(orders, limits.memory_bytes)
        if content is None:
            break
        kind, payload = _answer(ORDERS.validate_json(order[1]), content[1])
        del content
        last = kind == STOPPED or address_space() > enough
        write_frame(answers, LAST if kind == READ and last else kind, payload)
        if last:  # a process that has grown, or was stopped in the middle, is not used again
            break


def _answer(order: Order, content: bytes) -> tuple[int, bytes]:
    allow_seconds(order.limits.seconds)
    try:
        return READ, _encode(read_bytes(content, order.suffix, order.limits))
    except MemoryError:
        return STOPPED, MEMORY.encode()
    except RecursionError:
        return STOPPED, DEPTH.encode()


def _encode(read: ReadFile) -> bytes:
    try:
        return ANSWERS.dump_json(read)
    except PydanticSerializationError:
        # Half a surrogate pair cannot be written down; such a text is held already (undefined-character).
        return ANSWERS.dump_json(ReadFile(text=replace(read.text, lines=(), encoding=""), diagnostics=read.diagnostics))


def _take_streams() -> tuple[BufferedReader, BufferedWriter]:
    """Keep the two pipes for the frames; what a library prints goes nowhere."""
    orders = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    return orders, answers


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def _tell_fault(answers: BufferedWriter) -> Hook:
    """A fault of ours ends the process; its kind and place are told, its message (it may quote the file) is not."""

    def tell(kind: type[BaseException], _fault: BaseException, trace: TracebackType | None) -> None:
        places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
        ours = [place for place in places if f"{os.sep}generator{os.sep}" in place]
        place = (ours or places or ["?"])[-1].rpartition(f"{os.sep}generator{os.sep}")[2]
        write_frame(answers, STOPPED, f"{kind.__name__} {place}".encode())

    return tell
