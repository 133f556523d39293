"""PDF: the characters of the text layer where they stand on the page, and what else the file carries."""

from generator.readers.pdf.read import read_pdf

__all__ = ["read_pdf"]
