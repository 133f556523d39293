"""Bytes -> ``ExtractedText``: one module a format; no meaning is given to the text here."""

from generator.readers.read import read_bytes, read_source, source_lines

__all__ = ["read_bytes", "read_source", "source_lines"]
