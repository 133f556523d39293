"""What the reader of one format hands over: the same for every format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.diagnostics import Diagnostic
from generator.model.text import Evidence, Line, Reference, Removed, TextOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The text of one file as its format gives it.

    Guarantees that every reader keeps (``readers.read`` checks 1 and 2 for every file):
        1. ``lines[i].text`` is ``source[lines[i].number - 1]`` less the removals of that line;
        2. every non-blank character of ``source`` is in one line or one removal;
        3. ``source`` is all text that the file shows to a reader, in reading order, automatic numbers included; what
           the format hides (deleted or hidden text, comments, author names) is in none of the fields: its presence
           is a diagnostic without the text itself.

    Attributes:
        lines: numbered from 1 in steps that only grow; blank lines may be left out.
        source: the text line by line, nothing taken out; line ``n`` is ``source[n - 1]``.
        removed: what is not official text, in source order.
        encoding: empty where nothing could be read (the diagnostics say why).
        evidence: metadata beside the text.
        references: images and attachments that it names.
        origin: how the text was obtained.
        confidence: 0 to 1 for recognised text.
        pages: 0 where the format has none.
        seals: seals and signatures present.
        diagnostics: with an ERROR one where the file must be held.
    """

    lines: tuple[Line, ...] = ()
    source: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    encoding: str = "utf-8"
    evidence: tuple[Evidence, ...] = ()
    references: tuple[Reference, ...] = ()
    origin: TextOrigin = TextOrigin.PLAIN
    confidence: float = 1.0
    pages: int = 0
    seals: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def refuse(*diagnostics: Diagnostic) -> Extraction:
    """Nothing could be read, and why."""
    return Extraction(encoding="", diagnostics=diagnostics)


def count_characters(lines: Iterable[str]) -> int:
    """Number of non-blank characters."""
    return sum(len(word) for line in lines for word in line.split())
