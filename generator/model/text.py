"""What a reader hands over: lines with their place, no meaning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RemovalReason(StrEnum):
    """Why a non-blank character of the source may be missing from the official text: a closed list."""

    PAGE_NUMBER = "page-number"
    RUNNING_HEAD = "running-head"
    ZERO_WIDTH = "zero-width"
    MARKDOWN_MARKUP = "markdown-markup"
    FRONT_MATTER = "front-matter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Something of the source that is layout and not text, declared (删去内容).

    Attributes:
        text: the removed characters, exactly.
        reason: why they may go.
        line: 1-based line of the source file.
        column: 0-based character offset in that source line.
    """

    text: str
    reason: RemovalReason
    line: int
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One physical line of the source.

    Attributes:
        number: 1-based number in the source file.
        text: the characters after the reader's removals, without the line end.
        starts_page: a form feed or page change stands right before it.
    """

    number: int
    text: str
    starts_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedText:
    """The text of a source file, line by line.

    Attributes:
        lines: every line, blank ones too, in order.
        removed: what the reader took out (zero-width characters, Markdown markup), in source order.
        media_type: e.g. ``text/plain``.
        encoding: e.g. ``utf-8``, ``gb18030``; empty where nothing could be decoded.
        sha256: hex digest of the file's bytes.
        size: bytes.
        characters: non-blank characters of the decoded source, before any removal.
    """

    lines: tuple[Line, ...]
    removed: tuple[Removed, ...] = ()
    media_type: str
    encoding: str
    sha256: str
    size: int
    characters: int
