"""Bytes -> ``ExtractedText``: one reader a format; no meaning is given to the text here."""

from generator.readers.limits import DEFAULT_LIMITS, Limits
from generator.readers.read import ReadFile, read_bytes, read_source

__all__ = ["DEFAULT_LIMITS", "Limits", "ReadFile", "read_bytes", "read_source"]
