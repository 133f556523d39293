"""Characters that must not reach a page: found, named, or (zero-width only) removed and declared."""

from __future__ import annotations

import re
import unicodedata

from generator.model.diagnostics import Diagnostic, DiagnosticKind
from generator.model.text import RemovalReason, Removed
from generator.readers import findings

# Zero-width and soft-hyphen characters carry no text, and split words so that neither search nor gate finds them.
_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Form feed, CR and LF are line ends and do not come here; the tab is a blank.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_UNDEFINED = re.compile("[\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000f0000-\U0010ffff]")

_REFUSED: tuple[tuple[re.Pattern[str], DiagnosticKind], ...] = (
    (_CONTROL, findings.CONTROL_CHARACTER),
    (_BIDI, findings.BIDI_CHARACTER),
    (_UNDEFINED, findings.UNDEFINED_CHARACTER),
)


def find_refused_characters(lines: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """One finding a kind, at its first place, with the count in the whole text."""
    found = []
    for pattern, kind in _REFUSED:
        places = [(number, match.group()) for number, line in enumerate(lines, 1) for match in pattern.finditer(line)]
        if places:
            number, character = places[0]
            found.append(kind.at(number, line_number=number, name=name_character(character), count=len(places)))
    return tuple(found)


def remove_zero_width(line: str, number: int) -> tuple[str, tuple[Removed, ...]]:
    """Take zero-width characters out of one line; each is declared with its column."""
    removed = tuple(
        Removed(text=match.group(), reason=RemovalReason.ZERO_WIDTH, line=number, column=match.start())
        for match in _ZERO_WIDTH.finditer(line)
    )
    return (_ZERO_WIDTH.sub("", line), removed) if removed else (line, ())


def name_character(character: str) -> str:
    """``U+202E RIGHT-TO-LEFT OVERRIDE``: code point and name, never the character itself."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
