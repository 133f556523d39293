"""PDFium behind one border: opening files and pages, and its failures as values.

PDFium is not safe for threads; each process reads one file at a time.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from typing import Any

import pypdfium2.raw as _raw  # type: ignore[import-untyped]

pdfium: Any = _raw  # the only way to PDFium: it has no types of its own
Handle = Any  # its handles are untyped pointers


class Failure(Enum):
    """Why a file does not open."""

    BROKEN = auto()
    ENCRYPTED = auto()


@contextmanager
def open_document(content: bytes) -> Iterator[Handle | Failure]:
    """Open a file's bytes; nothing is written and nothing else is opened."""
    # PDFium reads from this very memory until the document is closed.
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        locked = code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        yield Failure.ENCRYPTED if locked else Failure.BROKEN
        return
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


@contextmanager
def open_page(document: Handle, index: int) -> Iterator[tuple[Handle, Handle] | None]:
    """A page and its text page; None where PDFium cannot make them."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        yield None
        return
    text = pdfium.FPDFText_LoadPage(page)
    try:
        yield (page, text) if text else None
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def address(handle: Handle) -> int:
    """A handle's address: two handles of one object have the same."""
    return ctypes.addressof(handle.contents) if handle else 0
