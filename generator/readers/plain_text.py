"""Text and Markdown files: decoded with evidence, one line a line."""

from __future__ import annotations

import re

from generator.model.text import Line, TextOrigin
from generator.readers import findings
from generator.readers.encoding import decode
from generator.readers.extraction import Extraction, refuse
from generator.readers.limits import Limits
from generator.readers.markdown import strip_markdown
from generator.readers.zero_width import without_zero_width

_LINE_END = re.compile("\r\n|\r|\n|\f")


def read_plain_text(content: bytes, limits: Limits) -> Extraction:
    """Read a ``.txt`` file; never raises."""
    decoded = decode(content)
    if not decoded.encoding:
        return refuse(*decoded.diagnostics)
    lines = decoded.text.count("\n") + decoded.text.count("\r") + decoded.text.count("\f")
    if lines > limits.lines:  # before millions of lines are made
        return refuse(findings.TOO_LARGE.at(found=f"{lines:,} 行", limit=f"{limits.lines:,} 行"))
    pieces = split_lines(decoded.text)
    return Extraction(
        lines=tuple(Line(number=number, text=text, starts_page=fed) for number, (text, fed) in enumerate(pieces, 1)),
        source=tuple(text for text, _ in pieces),
        encoding=decoded.encoding,
        origin=TextOrigin.PLAIN,
        diagnostics=decoded.diagnostics,
    )


def read_markdown(content: bytes, limits: Limits) -> Extraction:
    """Read a ``.md`` file: the text that its author meant to be read, marks of markup declared; never raises."""
    extraction = without_zero_width(read_plain_text(content, limits))
    if not extraction.encoding:
        return extraction
    stripped = strip_markdown(extraction.lines, extraction.removed)
    lines, removed = stripped.value
    return Extraction(
        lines=lines,
        source=extraction.source,
        removed=removed,
        encoding=extraction.encoding,
        origin=TextOrigin.PLAIN,
        diagnostics=(*extraction.diagnostics, *stripped.diagnostics),
    )


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
