"""What a PDF carries beside its pages' text: attachments, annotations, form fields, signatures, properties."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from generator.model.diagnostics import Diagnostic
from generator.readers import findings_pdf as findings
from generator.readers.pdf.library import Handle, pdfium
from generator.readers.pdf.survey import Survey

_MOST_ANNOTATIONS = 5_000  # of one page that are looked at
_AUTHOR = "作者"
_PROPERTIES = (("Author", _AUTHOR), ("Title", "标题"), ("Subject", "主题"), ("Keywords", "关键词"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNotes:
    """Annotations of one page, counted: their text is never read."""

    page: int
    comments: int = 0
    stamps: int = 0
    files: int = 0
    filled_fields: int = 0


@contextmanager
def open_form(document: Handle) -> Iterator[Handle | None]:
    """PDFium's view of the form fields; None where the file has none."""
    if pdfium.FPDF_GetFormType(document) <= 0:
        yield None
        return
    callbacks = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, callbacks)
    try:
        yield form or None
    finally:
        if form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def read_notes(page: Handle, number: int, form: Handle | None) -> PageNotes:
    """Count what is laid over one page.  Links and the windows of comments do not count."""
    comments = stamps = files = fields = 0
    for index in range(min(max(pdfium.FPDFPage_GetAnnotCount(page), 0), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            fields += form is not None and _is_filled(form, annotation)
        elif kind == pdfium.FPDF_ANNOT_STAMP:
            stamps += 1
        elif kind == pdfium.FPDF_ANNOT_FILEATTACHMENT:
            files += 1
        elif kind not in _HARMLESS:
            comments += 1
        pdfium.FPDFPage_CloseAnnot(annotation)
    return PageNotes(page=number, comments=comments, stamps=stamps, files=files, filled_fields=fields)


_HARMLESS = frozenset(
    {
        pdfium.FPDF_ANNOT_LINK,
        pdfium.FPDF_ANNOT_POPUP,
        pdfium.FPDF_ANNOT_PRINTERMARK,
        pdfium.FPDF_ANNOT_TRAPNET,
    }
)


def _is_filled(form: Handle, annotation: Handle) -> bool:
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in {pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON}:
        return bool(pdfium.FPDFAnnot_IsChecked(form, annotation))
    if kind not in {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}:
        return False
    # Two bytes are the end mark of an empty value.
    return int(pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, None, 0)) > 2


def count_signatures(document: Handle) -> int:
    """Electronic signatures in the file."""
    return max(int(pdfium.FPDF_GetSignatureCount(document)), 0)


def report_beside(document: Handle, survey: Survey, notes: Sequence[PageNotes]) -> list[Diagnostic]:
    """The findings about everything beside the text; no text of it is in them."""
    found: list[Diagnostic] = []
    files = max(int(pdfium.FPDFDoc_GetAttachmentCount(document)), 0) + sum(note.files for note in notes)
    if files:
        found.append(findings.PDF_ATTACHMENTS.at(count=files))
    commented = [note for note in notes if note.comments]
    if commented:
        pages = name_pages([note.page for note in commented])
        found.append(findings.PDF_ANNOTATIONS.at(pages=pages, count=sum(note.comments for note in commented)))
    fields = sum(note.filled_fields for note in notes)
    if fields:
        found.append(findings.PDF_FORM_FIELDS.at(count=fields))
    acting = survey.acting
    if int(pdfium.FPDFDoc_GetJavaScriptActionCount(document)) > 0 and "脚本" not in acting:
        acting = ("脚本", *acting)
    if acting:
        found.append(findings.PDF_SCRIPT.at(kinds="、".join(acting)))
    seals = count_signatures(document) + sum(note.stamps for note in notes)
    if seals:
        found.append(findings.PDF_SEAL.at(count=seals))
    told = [name for key, name in _PROPERTIES if _has_property(document, key)]
    if survey.metadata:
        told.append("XMP 元数据")
    if told:
        found.append(findings.PDF_METADATA.at(fields="、".join(told)))
    if _AUTHOR in told:
        found.append(findings.PDF_AUTHOR.at())
    if pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0:
        found.append(findings.PDF_RESTRICTED.at())
    if not pdfium.FPDF_DocumentHasValidCrossReferenceTable(document):
        found.append(findings.PDF_REPAIRED.at())
    return found


def _has_property(document: Handle, key: str) -> bool:
    length = pdfium.FPDF_GetMetaText(document, key.encode(), None, 0)
    if length <= 2:
        return False
    buffer = ctypes.create_string_buffer(min(length, 4096))
    pdfium.FPDF_GetMetaText(document, key.encode(), buffer, len(buffer))
    return bool(buffer.raw.decode("utf-16-le", "ignore").strip("\0 \t\r\n"))


def name_pages(pages: Sequence[int], most: int = 8) -> str:
    """Page numbers for a message: 3、4、7 等 12 页."""
    shown = "、".join(str(page) for page in pages[:most])
    return shown if len(pages) <= most else f"{shown} 等 {len(pages)}"
