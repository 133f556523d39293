"""One source file -> its lines."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from generator.errors import SourceError
from generator.model.diagnostics import Diagnostic, Parsed
from generator.model.text import ExtractedText, Line, Removed
from generator.readers import findings, limits
from generator.readers.characters import find_refused_characters, remove_zero_width
from generator.readers.encoding import Decoded, decode
from generator.readers.markdown import strip_markdown
from generator.readers.plausibility import measure_plausibility

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}
_LINE_END = re.compile("\r\n|\r|\n|\f")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file read once: what is understood and what it is proven against come from the same bytes.

    Attributes:
        text: its lines.
        diagnostics: with a Severity.ERROR one (and mostly no lines) where it must be held.
        content: the bytes; empty where the file is too large to be read.
    """

    text: ExtractedText
    diagnostics: tuple[Diagnostic, ...]
    content: bytes


def read_source(path: Path) -> ReadFile:
    """Read one file.

    Args:
        path: a regular file; its suffix tells the format.

    Raises:
        SourceError: the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            content = file.read(limits.MAX_BYTES + 1)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        message = f"无法读取文件 {path.name}：{error.strerror}"
        raise SourceError(message) from error
    if len(content) > limits.MAX_BYTES:
        found = findings.TOO_LARGE.at(found=f"{size:,} 字节", limit=f"{limits.MAX_BYTES:,} 字节")
        return ReadFile(text=_nothing(path.suffix, "", size), diagnostics=(found,), content=b"")
    read = read_bytes(content, path.suffix)
    return ReadFile(text=read.value, diagnostics=read.diagnostics, content=content)


def read_bytes(content: bytes, suffix: str) -> Parsed[ExtractedText]:
    """Read a file's bytes as the format that ``suffix`` names (``.txt`` or ``.md``); pure, never raises."""
    digest = hashlib.sha256(content).hexdigest()
    nothing = _nothing(suffix, digest, len(content))
    if suffix.lower() not in MEDIA_TYPES:
        shown = suffix or "（无扩展名）"
        return Parsed(value=nothing, diagnostics=(findings.UNSUPPORTED_FORMAT.at(suffix=shown),))
    decoded = decode(content)
    if not decoded.encoding:
        return Parsed(value=nothing, diagnostics=decoded.diagnostics)
    characters = count_characters(decoded.text)
    refusal = _measure_limits(decoded.text, characters, len(content))
    if refusal is not None:
        return Parsed(value=nothing, diagnostics=(refusal,))
    lines = split_lines(decoded.text)
    texts = tuple(text for text, _ in lines)
    diagnostics = [*decoded.diagnostics, *find_refused_characters(texts), *_judge_language(decoded)]
    read, removed = _remove_zero_width(lines)
    if MEDIA_TYPES[suffix.lower()] == "text/markdown":
        stripped = strip_markdown(read, removed)
        read, removed = stripped.value
        diagnostics += stripped.diagnostics
    value = ExtractedText(
        lines=read,
        removed=removed,
        media_type=MEDIA_TYPES[suffix.lower()],
        encoding=decoded.encoding,
        sha256=digest,
        size=len(content),
        characters=characters,
    )
    return Parsed(value=value, diagnostics=tuple(diagnostics))


def source_lines(content: bytes) -> tuple[str, ...]:
    """The decoded source, line by line, with nothing taken out: what fidelity is proven against."""
    return tuple(text for text, _ in split_lines(decode(content).text))


def split_lines(text: str) -> tuple[tuple[str, bool], ...]:
    """Split at CRLF, CR, LF and form feed only (``str.splitlines`` also splits at characters that are text).

    Returns:
        (line without its end, whether a form feed stands right before it).
    """
    lines = []
    start, after_feed = 0, False
    for match in _LINE_END.finditer(text):
        lines.append((text[start : match.start()], after_feed))
        start, after_feed = match.end(), match.group() == "\f"
    lines.append((text[start:], after_feed))
    return tuple(lines)


def count_characters(text: str) -> int:
    """Number of non-blank characters."""
    return sum(map(len, text.split()))


def _remove_zero_width(lines: tuple[tuple[str, bool], ...]) -> tuple[tuple[Line, ...], tuple[Removed, ...]]:
    read: list[Line] = []
    removed: list[Removed] = []
    for number, (text, after_feed) in enumerate(lines, start=1):
        kept, gone = remove_zero_width(text, number)
        read.append(Line(number=number, text=kept, starts_page=after_feed))
        removed.extend(gone)
    return tuple(read), tuple(removed)


def _measure_limits(text: str, characters: int, size: int) -> Diagnostic | None:
    if not characters:
        return findings.EMPTY_FILE.at(size=size)
    if characters > limits.MAX_CHARACTERS:
        return findings.TOO_LARGE.at(found=f"{characters:,} 字", limit=f"{limits.MAX_CHARACTERS:,} 字")
    lines = text.count("\n") + text.count("\r") + text.count("\f")
    if lines > limits.MAX_LINES:
        return findings.TOO_LARGE.at(found=f"{lines:,} 行", limit=f"{limits.MAX_LINES:,} 行")
    return None


def _judge_language(decoded: Decoded) -> list[Diagnostic]:
    measured = measure_plausibility(decoded.text)
    if measured.garbled:
        share = round(100 * measured.share)
        return [findings.IMPLAUSIBLE_TEXT.at(1, encoding=decoded.encoding, share=share)]
    if measured.characters and measured.chinese * 5 < measured.characters:
        share = round(100 * measured.chinese / measured.characters)
        return [findings.FEW_CHINESE.at(count=measured.chinese, share=share)]
    return []


def _nothing(suffix: str, digest: str, size: int) -> ExtractedText:
    media_type = MEDIA_TYPES.get(suffix.lower(), "application/octet-stream")
    return ExtractedText(lines=(), media_type=media_type, encoding="", sha256=digest, size=size, characters=0)
