"""Reading where nothing can go wrong for anyone else: in a process that can be ended.

One bad file costs its limit and nothing more.  The reading process is started when the first file comes and kept for
the next ones; it is replaced after a file that stopped it.  Text files are read there too: the way there and back
takes about a millisecond, and so every byte that the public or a stranger wrote is parsed in the same confinement.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.errors import SourceError
from generator.model.diagnostics import Diagnostic
from generator.model.text import ExtractedText, TextOrigin
from generator.readers import confined_reader as frames
from generator.readers.confinement import Confinement
from generator.readers.formats import MEDIA_TYPES
from generator.readers.limits import DEFAULT_LIMITS, Limits
from generator.readers.read import ReadFile, read_source
from generator.readers.reading_process import ReadingProcess


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """A file of an old format as another program turned it into one that we read.

    Attributes:
        content: bytes of the new file.
        suffix: its format, ``.docx``.
        diagnostics: what is to be said of it.
    """

    content: bytes
    suffix: str
    diagnostics: tuple[Diagnostic, ...] = ()


Convert = Callable[[bytes, str, Limits], Converted | Diagnostic | None]
"""(content, suffix, limits) -> the converted file, why it cannot be, or None where nothing is to be converted.

It runs outside the reading process, because an office program needs files, processes and memory."""


class ConfinedReader:
    """Reads files in a process of its own; a context manager, for one thread.

    Args:
        limits: what a file may be and cost.
        convert: turns old formats into one that is read; None: there are none.
    """

    def __init__(self, limits: Limits = DEFAULT_LIMITS, convert: Convert | None = None) -> None:
        self._limits = limits
        self._convert = convert
        self._running: ReadingProcess | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the reading process; another one starts with the next file."""
        if self._running is not None:
            self._running.leave()
            self._running = None

    @property
    def confinement(self) -> Confinement:
        """What holds in the reading process on this system."""
        return self._process().confinement

    def read(self, path: Path) -> ReadFile:
        """Read one file as ``read_source`` does, with the costs of reading bounded.

        Raises:
            SourceError: the file cannot be opened.
        """
        try:
            small = path.stat().st_size <= self._limits.bytes
            content = path.read_bytes() if small else b""
        except OSError as error:
            message = f"无法读取文件 {path.name}：{error.strerror}"
            raise SourceError(message) from error
        if not small or len(content) > self._limits.bytes:
            return read_source(path, self._limits)  # refuses it by its size
        return self.read_bytes(content, path.suffix)

    def read_bytes(self, content: bytes, suffix: str) -> ReadFile:
        """Read a file's bytes as the format that ``suffix`` names."""
        converted = self._convert(content, suffix, self._limits) if self._convert is not None else None
        if converted is None:
            return self._described(self._ask(content, suffix), content, suffix)
        if isinstance(converted, Diagnostic):
            return self._described(_held(converted), content, suffix)
        read = self._ask(converted.content, converted.suffix)
        text = replace(read.text, origin=TextOrigin.CONVERTED)
        diagnostics = (*converted.diagnostics, *read.diagnostics)
        return self._described(replace(read, text=text, diagnostics=diagnostics), content, suffix)

    def _ask(self, content: bytes, suffix: str) -> ReadFile:
        process = self._process()
        answer = process.ask(frames.Order(suffix=suffix, limits=self._limits), content)
        if isinstance(answer, Diagnostic):
            self._running = None
            return _held(answer)
        if not process.alive:
            self._running = None
        return answer

    def _described(self, read: ReadFile, content: bytes, suffix: str) -> ReadFile:
        """What we know of the file ourselves is not taken from the process that read it."""
        text = replace(
            read.text,
            media_type=MEDIA_TYPES.get(suffix.lower(), "application/octet-stream"),
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
        )
        return replace(read, text=text)

    def _process(self) -> ReadingProcess:
        if self._running is None:
            self._running = ReadingProcess(self._limits)
        return self._running


def confinement_facts(limits: Limits = DEFAULT_LIMITS) -> Confinement:
    """What holds in a reading process on this system."""
    with ConfinedReader(limits) as reader:
        return reader.confinement


def _held(why: Diagnostic) -> ReadFile:
    text = ExtractedText(lines=(), media_type="", encoding="", sha256="", size=0, characters=0)
    return ReadFile(text=text, diagnostics=(why,))
