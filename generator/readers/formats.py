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
)
MEDIA_TYPES = {suffix: one.media_type for one in FORMATS for suffix in one.suffixes}


def find_format(suffix: str) -> Format | None:
    """The format of a suffix (any case), or None."""
    return next((one for one in FORMATS if suffix.lower() in one.suffixes), None)
