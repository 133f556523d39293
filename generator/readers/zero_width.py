"""Zero-width characters out of every line, whatever the format: declared, and never text."""

from __future__ import annotations

from dataclasses import replace

from generator.model.text import Line, Removed
from generator.readers.characters import remove_zero_width
from generator.readers.extraction import Extraction


def without_zero_width(extraction: Extraction) -> Extraction:
    """Take zero-width characters out of the lines that their reader left as the source has them.

    A line of which a reader already took something out is that reader's own affair (its columns would shift).

    Guarantees: the lines' text and the removals together still are the source, line by line.
    """
    lines: list[Line] = []
    removed: list[Removed] = []
    for line in extraction.lines:
        if line.text != extraction.source[line.number - 1]:
            lines.append(line)
            continue
        text, gone = remove_zero_width(line.text, line.number)
        lines.append(replace(line, text=text) if gone else line)
        removed += gone
    if not removed:
        return extraction
    every = sorted((*extraction.removed, *removed), key=lambda piece: (piece.line, piece.column))
    return replace(extraction, lines=tuple(lines), removed=tuple(every))
