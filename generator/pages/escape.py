"""The one place where text from a document becomes Markdown or HTML.

Every ASCII punctuation mark is written as a numeric character reference: no Markdown extension, attribute list,
snippet, macro or HTML parser then finds anything to act on, whatever extensions a site switches on later.
"""

from __future__ import annotations

import re
import string

_SPECIAL = re.escape(string.punctuation) + r"\t\n\r"
# Markdown strips blanks at the edges of a block and gives meaning to runs of them.
_FRAGILE = re.compile(rf"[{_SPECIAL}]|\A\s+|\s+\Z|\s{{2,}}")
_REFERENCES = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation + "\t\n\r"}
# HTML reads references to these as nothing or as another character: they can only stand as themselves.
_NO_REFERENCE = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f\x85")


def markdown_text(text: str) -> str:
    """Markdown that renders as exactly this text, inline and in one line.

    The result is good in running Markdown, inside raw HTML blocks of a Markdown file and in quoted attributes.
    Nothing is dropped. (U+0002 and U+0003, which Python-Markdown eats, never come here: readers hold such files.)

    Args:
        text: any text of a document.
    """
    return _FRAGILE.sub(_refer, text)


def attribute(text: str) -> str:
    """The value of a quoted HTML attribute, inside Markdown or not."""
    return text.translate(_REFERENCES)


def _refer(match: re.Match[str]) -> str:
    return "".join(mark if mark in _NO_REFERENCE else f"&#{ord(mark)};" for mark in match.group())
