"""Facts about characters that the line rules share."""

from __future__ import annotations

import re
import unicodedata

# A sentence may end here; closing quotes and brackets may follow.
SENTENCE_ENDS = "。！？；：!?;…"
FULL_STOPS = "。！？!?"
CLOSERS = "”’」』）)】》〉]"
_BLANK_IN_CHINESE = re.compile(r"(?<=[^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])|(?<=\d)\s+(?=\d)")
_ALL_BLANKS = re.compile(r"\s+")


def non_blank(text: str) -> str:
    """The text without any blank character (``str.isspace``)."""
    return "".join(text.split())


def width(text: str) -> int:
    """Columns of a line as it is printed: 2 for a full-width character, 1 for a half-width one.

    Quotation marks, dashes and dots that Unicode calls ambiguous are full-width in Chinese type.
    """
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def normal_form(text: str) -> str:
    """Without the blanks that stand beside Chinese characters or between digits; one blank between Latin words."""
    return _ALL_BLANKS.sub(" ", _BLANK_IN_CHINESE.sub("", text.strip()))


def ends_sentence(text: str) -> bool:
    """True where the text ends with a sentence's or clause group's end, closing quotes and brackets aside."""
    core = text.rstrip().rstrip(CLOSERS)
    return bool(core) and (core[-1] in SENTENCE_ENDS or (core != text.rstrip() and _closed_bracket(text)))


def _closed_bracket(text: str) -> bool:
    """A whole line in brackets is complete in itself."""
    stripped = text.strip()
    return stripped[:1] in "（(【[" and stripped[-1:] in "）)】]"


def join(left: str, right: str) -> str:
    """Rejoin a hard-wrapped line: a blank only where two Latin words or numbers would run together."""
    if left and right and left[-1].isascii() and right[0].isascii() and left[-1].isalnum() and right[0].isalnum():
        return f"{left} {right}"
    return left + right
