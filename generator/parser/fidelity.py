"""The proof that not one character of the official text was lost, added or moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.model.diagnostics import Diagnostic
from generator.model.document import Document
from generator.model.text import RemovalReason, Removed
from generator.parser import findings
from generator.parser.characters import non_blank

_WHOLE_LINE = {RemovalReason.PAGE_NUMBER, RemovalReason.RUNNING_HEAD}


def prove_fidelity(source: Sequence[str], document: Document) -> Diagnostic | None:
    """Check that the document holds exactly the source less what it declares as removed.

    For every source line: its non-blank characters without the declared removals, in order, are the characters of
    the blocks' fragments that name this line, in order; the fragments stand in source order; each block's text has
    the characters of its fragments.  This is computed from the decoded source anew, not from what the parser kept.

    Args:
        source: the lines of the decoded source file, nothing taken out (``ReadFile.source``).
        document: the parsed document.

    Returns:
        None where it holds, else an ERROR at the first line that differs.
    """
    pieces: dict[int, list[str]] = defaultdict(list)
    last = 0
    for block in document.blocks:
        if non_blank(block.text) != non_blank("".join(fragment.text for fragment in block.fragments)):
            return _broken(block.fragments[0].line)
        for fragment in block.fragments:
            if fragment.line < last:
                return _broken(fragment.line)
            last = fragment.line
            pieces[fragment.line].append(fragment.text)
    removed: dict[int, list[Removed]] = defaultdict(list)
    for piece in document.removed:
        removed[piece.line].append(piece)
    for number, line in enumerate(source, start=1):
        rest = _without(line, removed.get(number, []))
        if rest is None or non_blank(rest) != non_blank("".join(pieces.pop(number, []))):
            return _broken(number)
    return _broken(min(pieces)) if pieces else None


def _without(line: str, removed: list[Removed]) -> str | None:
    """The line less its removals; None where a removal is not what stands there."""
    whole = [piece for piece in removed if piece.reason in _WHOLE_LINE]
    for piece in sorted((piece for piece in removed if piece not in whole), key=lambda piece: -piece.column):
        end = piece.column + len(piece.text)
        if line[piece.column : end] != piece.text:
            return None
        line = line[: piece.column] + line[end:]
    for piece in whole:
        if non_blank(line) != non_blank(piece.text):
            return None
        line = ""
    return line


def _broken(line: int) -> Diagnostic:
    return findings.FIDELITY_BROKEN.at(line, line_number=line)
