"""How much one source file may be and may cost; beyond it the report is held, never read half.

The figures bound time and memory of one file; they are far above any real report of the kind (the five first
ones have 3,000 characters each).  A collection may set its own under ``extra.gongkai.limits`` in mkdocs.yml.
"""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Upper limits for one file.

    Attributes:
        bytes: size of the file.
        characters: characters of its text.
        lines: lines or paragraphs of its text.
        pages: pages of a PDF or OFD.
        depth: nesting of XML or HTML elements.
        entries: files inside a zip container (docx, ofd).
        unpacked_bytes: of all files inside a zip container together.
        ratio: unpacked size divided by packed size of one file inside a zip container (counted above 1 MiB).
        seconds: time that reading it may take.
        memory_bytes: memory that the process that reads it may have.
    """

    bytes: int = 50 * MIB
    characters: int = 5_000_000
    lines: int = 50_000
    pages: int = 2_000
    depth: int = 256
    entries: int = 4_000
    unpacked_bytes: int = 256 * MIB
    ratio: int = 200
    seconds: int = 30
    memory_bytes: int = 1024 * MIB


DEFAULT_LIMITS = Limits()
