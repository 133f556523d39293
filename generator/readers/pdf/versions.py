"""Earlier versions of a PDF to which later ones were appended: do they hold characters that are gone now?"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence

from generator.model.diagnostics import Diagnostic
from generator.readers import findings_pdf as findings
from generator.readers.pdf.library import Failure, Handle, open_document, open_page, pdfium

_MOST_VERSIONS = 4  # looked into; a file with more has its oldest ones told by the later ones


def report_versions(content: bytes, ends: Sequence[int], document: Handle, most: int) -> list[Diagnostic]:
    """Compare the text of earlier versions with the text now.

    Args:
        content: the file.
        ends: offsets at which earlier versions end.
        document: the file as it is now.
        most: pages and, times thousand, characters that a version may have to be compared.
    """
    if not ends:
        return []
    now = _count_text(document, most)
    gone: Counter[str] = Counter()
    opened = 0
    for end in ends[-_MOST_VERSIONS:]:
        with open_document(content[:end]) as earlier:
            if isinstance(earlier, Failure):
                continue
            opened += 1
            gone |= _count_text(earlier, most) - now
    if gone:
        return [findings.PDF_EARLIER_VERSION.at(count=gone.total())]
    return [findings.PDF_APPENDED.at(count=len(ends))] if opened else []


def _count_text(document: Handle, most: int) -> Counter[str]:
    counts: Counter[str] = Counter()
    for index in range(min(pdfium.FPDF_GetPageCount(document), most)):
        with open_page(document, index) as opened:
            if opened is None:
                continue
            _, text = opened
            length = pdfium.FPDFText_CountChars(text)
            if not 0 < length <= most * 1000:
                continue
            buffer = (ctypes.c_ushort * (length + 1))()
            pdfium.FPDFText_GetText(text, 0, length, buffer)
            counts.update("".join(bytes(buffer).decode("utf-16-le", "ignore").rstrip("\0").split()))
    return counts
