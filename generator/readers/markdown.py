"""Markdown -> the text that its author meant to be read, every mark of markup declared as removed.

CommonMark is parsed by markdown-it-py; a few of its rules are switched off because official text must win over
markup: ``1. `` is a heading's number and not a list, an indented line is a paragraph, HTML is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model.diagnostics import Diagnostic, Parsed
from generator.model.text import Line, RemovalReason, Removed
from generator.readers import findings

_BULLET = re.compile(r"^\s*[-*+](?=\s+\S)")
_FRONT_MATTER_LINE = re.compile(r"^(\s+\S.*|[\w\-\"'.]+\s*:.*|\s*-\s.*|\s*#.*|\s*)$")
_FRONT_MATTER_MOST = 200

Stripped = Parsed[tuple[tuple[Line, ...], tuple[Removed, ...]]]


def strip_markdown(lines: tuple[Line, ...], removed: tuple[Removed, ...]) -> Stripped:
    """Take the markup out of a Markdown file's lines.

    Guarantees: every non-blank character of ``lines`` is either in the lines returned, on the same line and in
    order, or in the removals added; nothing is added to the text.

    Args:
        lines: the lines after zero-width removal.
        removed: what was removed before; columns of both kinds count in the source line.

    Returns:
        The lines without markup, all removals in source order, and a note where front matter was left out.
    """
    diagnostics: list[Diagnostic] = []
    masks = [[False] * len(line.text) for line in lines]
    last = _front_matter_end(lines)
    if last:
        diagnostics.append(findings.FRONT_MATTER_IGNORED.at(1, last=last))
    bullets = [_BULLET.match(line.text) if number >= last else None for number, line in enumerate(lines)]
    source = "\n".join(
        "" if number < last else " " * bullet.end() + line.text[bullet.end() :] if bullet else line.text
        for number, (line, bullet) in enumerate(zip(lines, bullets, strict=True))
    )
    for first, end, kept in _kept_pieces(_parser().parse(source)):
        _keep(lines, masks, bullets, first, end, kept)
    shifts = _column_shifts(removed)
    out: list[Line] = []
    gone = list(removed)
    for number, (line, mask) in enumerate(zip(lines, masks, strict=True)):
        reason = RemovalReason.FRONT_MATTER if number < last else RemovalReason.MARKDOWN_MARKUP
        gone.extend(_removals(line, mask, reason, shifts.get(line.number, ())))
        text = "".join(c for c, kept in zip(line.text, mask, strict=True) if kept or c.isspace())
        out.append(Line(number=line.number, text=text, starts_page=line.starts_page))
    gone.sort(key=lambda piece: (piece.line, piece.column))
    return Parsed(value=(tuple(out), tuple(gone)), diagnostics=tuple(diagnostics))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    return parser.disable(["list", "code", "entity", "html_block", "html_inline", "reference", "autolink"])


def _front_matter_end(lines: Sequence[Line]) -> int:
    """Number of lines of a leading ``---`` block that holds nothing but YAML-like lines; 0 without one."""
    if not lines or lines[0].text.rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:_FRONT_MATTER_MOST], start=1):
        if line.text.rstrip() in {"---", "..."}:
            return number + 1 if number > 1 else 0
        if not _FRONT_MATTER_LINE.match(line.text):
            return 0
    return 0


def _kept_pieces(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """(first line, line after the last, characters that are text) of every block with text, 0-based lines."""
    for token in tokens:
        if token.map is None:
            continue
        if token.type == "inline":
            yield token.map[0], token.map[1], "".join(_inline_text(token.children or []))
        elif token.type in {"fence", "code_block"}:
            yield token.map[0], token.map[1], token.info + token.content


def _inline_text(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "image":
            yield from _inline_text(token.children or [])
        else:
            yield token.content


def _keep(
    lines: Sequence[Line],
    masks: list[list[bool]],
    bullets: Sequence[re.Match[str] | None],
    first: int,
    end: int,
    kept: str,
) -> None:
    """Mark the characters of ``lines[first:end]`` that spell ``kept`` (blanks do not count)."""
    wanted = "".join(kept.split())
    position = 0
    places: list[tuple[int, int]] = []
    for number in range(first, min(end, len(lines))):
        bullet = bullets[number]
        for column in range(bullet.end() if bullet else 0, len(lines[number].text)):
            if position < len(wanted) and lines[number].text[column] == wanted[position]:
                places.append((number, column))
                position += 1
    if position < len(wanted):  # not spelled by the source (never seen): then all of it is text
        places = [(number, column) for number in range(first, end) for column in range(len(lines[number].text))]
    for number, column in places:
        masks[number][column] = True


def _column_shifts(removed: Sequence[Removed]) -> dict[int, tuple[int, ...]]:
    shifts: dict[int, tuple[int, ...]] = {}
    for piece in removed:
        shifts[piece.line] = (*shifts.get(piece.line, ()), piece.column)
    return shifts


def _removals(line: Line, mask: list[bool], reason: RemovalReason, earlier: tuple[int, ...]) -> Iterator[Removed]:
    """Runs of characters that are not kept; columns are those of the source line, before zero-width removal."""
    start: int | None = None
    for column in range(len(line.text) + 1):
        gone = column < len(line.text) and not mask[column] and not line.text[column].isspace()
        if gone and start is None:
            start = column
        elif not gone and start is not None:
            text = line.text[start:column]
            yield from _source_pieces(text, start, line.number, reason, earlier)
            start = None


def _source_pieces(
    text: str, start: int, number: int, reason: RemovalReason, earlier: tuple[int, ...]
) -> Iterator[Removed]:
    if not earlier:
        yield Removed(text=text, reason=reason, line=number, column=start)
        return
    for offset, character in enumerate(text):  # a zero-width character may stand inside the run
        column = start + offset
        for gone in earlier:
            if gone <= column:
                column += 1
        yield Removed(text=character, reason=reason, line=number, column=column)
