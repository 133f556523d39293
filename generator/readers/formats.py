"""The formats that can be read: suffix, media type, reader.

To add a format, write a reader ``(content, limits) -> Extraction`` and add a row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from generator.readers.extraction import Extraction
from generator.readers.limits import Limits

Reader = Callable[[bytes, Limits], Extraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format.

    Attributes:
        name: Chinese, as people call it.
        suffixes: lower case, with the dot; the first is the usual one.
        media_type: registered media type.
        reader: ``package.module:function``; loaded when first used, so that a library is only loaded where a file
            needs it.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    reader: str

    def read(self, content: bytes, limits: Limits) -> Extraction:
        """Read a file's bytes."""
        module, _, function = self.reader.partition(":")
        read: Reader = getattr(import_module(module), function)
        return read(content, limits)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS: tuple[Format, ...] = (
    Format(
        name="纯文本",
        suffixes=(".txt",),
        media_type="text/plain",
        reader="generator.readers.plain_text:read_plain_text",
    ),
    Format(
        name="Markdown",
        suffixes=(".md", ".markdown"),
        media_type="text/markdown",
        reader="generator.readers.plain_text:read_markdown",
    ),
    Format(
        name="网页",
        suffixes=(".html", ".htm", ".shtml"),
        media_type="text/html",
        reader="generator.readers.web:read_web_page",
    ),
    Format(name="Word 文档", suffixes=(".docx",), media_type=_WORD, reader="generator.readers.word:read_word"),
    Format(name="PDF", suffixes=(".pdf",), media_type="application/pdf", reader="generator.readers.pdf:read_pdf"),
    Format(name="OFD", suffixes=(".ofd",), media_type="application/ofd", reader="generator.readers.ofd:read_ofd"),
)
# Formats of old office programs: another program makes a Word file of them first (``readers.office``).
CONVERTED: dict[str, str] = {
    ".doc": "application/msword",
    ".wps": "application/vnd.ms-works",
    ".rtf": "application/rtf",
}
MEDIA_TYPES = {suffix: one.media_type for one in FORMATS for suffix in one.suffixes} | CONVERTED


def find_format(suffix: str) -> Format | None:
    """The format of a suffix (any case), or None."""
    return next((one for one in FORMATS if suffix.lower() in one.suffixes), None)
