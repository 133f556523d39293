"""A PDF file -> its text layer, line by line, with what stands beside it told and not published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from generator.model.diagnostics import Diagnostic
from generator.model.text import Reference, ReferenceKind, TextOrigin
from generator.readers import findings as general
from generator.readers import findings_pdf as findings
from generator.readers.extraction import Extraction, refuse
from generator.readers.limits import MIB, Limits
from generator.readers.page_lines import Page
from generator.readers.page_text import PagedText, set_pages
from generator.readers.pdf.beside import (
    PageNotes,
    count_signatures,
    name_pages,
    open_form,
    read_notes,
    report_beside,
)
from generator.readers.pdf.characters import count_glyphs
from generator.readers.pdf.library import Failure, Handle, open_document, open_page, pdfium
from generator.readers.pdf.page import Tally, read_page
from generator.readers.pdf.recognise import Engine, Recognition, load_engine, recognise_pages
from generator.readers.pdf.survey import Survey, survey_file
from generator.readers.pdf.versions import report_versions

_GARBLED = 0.02  # of the characters without a meaning: more than a few signs of a symbol font
_MOST_REFERENCES = 500


def read_pdf(content: bytes, limits: Limits, find_engine: Callable[[], Engine | None] = load_engine) -> Extraction:
    """Read the text layer of a PDF; never raises.

    Args:
        content: the file.
        limits: what it may be and cost.
        find_engine: gives what reads scanned pages, or None.

    Returns:
        The text that the pages show, in reading order.  Text that they do not show, annotations, form fields,
        attachments and properties are in no field; findings tell of them.  A file without a text layer, a damaged or
        locked one gives no lines and a finding that says what to do.
    """
    survey = survey_file(content, limits.unpacked_bytes)
    if not survey.header:
        return refuse(findings.PDF_BROKEN.at() if content.strip() else general.EMPTY_FILE.at(size=len(content)))
    if survey.unpacked > limits.unpacked_bytes:
        limit = f"{limits.unpacked_bytes // MIB:,} MiB"
        return refuse(general.TOO_LARGE.at(found=f"展开后超过 {limit}", limit=limit))
    with open_document(content) as document:
        if document is Failure.ENCRYPTED:
            return refuse(findings.PDF_ENCRYPTED.at())
        if survey.truncated:
            return refuse(findings.PDF_TRUNCATED.at())
        pages = 0 if isinstance(document, Failure) else int(pdfium.FPDF_GetPageCount(document))
        if pages <= 0 or survey.looped:
            return refuse(findings.PDF_BROKEN.at())
        if pages > limits.pages:
            return refuse(general.TOO_LARGE.at(found=f"{pages:,} 页", limit=f"{limits.pages:,} 页"))
        found = _read_document(content, document, pages, survey, limits)
        if not any(one.code == findings.NEEDS_OCR.code for one in found.diagnostics):
            return found
        engine = find_engine()
        return found if engine is None else _recognise(document, pages, engine, found)


class _Reading:
    """The pages of one document, read one by one, and what was noticed on the way."""

    def __init__(self, document: Handle, pages: int, form: Handle | None, limits: Limits) -> None:
        self.tally = Tally()
        self.notes: list[PageNotes] = []
        self.broken: list[int] = []
        self.refusal: Diagnostic | None = None
        self._document = document
        self._pages = pages
        self._form = form
        self._limits = limits

    def pages(self) -> Iterator[Page]:
        """Every page that can be read; ends early where a limit is passed."""
        characters = 0
        for index in range(self._pages):
            with open_page(self._document, index) as opened:
                if opened is None or count_glyphs(opened[1]) < 0:
                    self.broken.append(index + 1)
                    continue
                characters += count_glyphs(opened[1])
                if characters > 2 * self._limits.characters:  # blanks and line ends that PDFium makes up count here
                    limit = f"{self._limits.characters:,} 字"
                    self.refusal = general.TOO_LARGE.at(found=f"超过 {limit}", limit=limit)
                    return
                self.notes.append(read_notes(opened[0], index + 1, self._form))
                page = read_page(*opened, index + 1, self.tally)
            if page is None:
                self.refusal = general.TOO_LARGE.at(found=f"第 {index + 1} 页的图形对象极多", limit="每页 300,000 个")
                return
            yield page


def _read_document(content: bytes, document: Handle, pages: int, survey: Survey, limits: Limits) -> Extraction:
    with open_form(document) as form:
        reading = _Reading(document, pages, form, limits)
        text = set_pages(reading.pages())
    if reading.refusal is not None:
        return refuse(reading.refusal)
    tally = reading.tally
    diagnostics = [
        *_report_pages(reading, pages, text),
        *report_versions(content, survey.versions, document, limits.pages),
        *report_beside(document, survey, reading.notes),
    ]
    if not text.source:
        return refuse(*diagnostics)
    recognised = bool(tally.recognised)
    return Extraction(
        lines=text.lines,
        source=text.source,
        removed=text.removed,
        references=_references(tally, text),
        origin=TextOrigin.RECOGNISED if recognised else TextOrigin.TEXT_LAYER,
        confidence=0.0 if recognised else 1.0,  # another program read it and left no word on how surely
        pages=pages,
        seals=count_signatures(document) + sum(note.stamps for note in reading.notes),
        diagnostics=tuple(diagnostics),
    )


def _recognise(document: Handle, pages: int, engine: Engine, unread: Extraction) -> Extraction:
    """Read a scanned file with a recogniser; the result is always held."""
    result = Recognition()
    text = set_pages(recognise_pages(document, pages, engine, result))
    if not text.source:
        return unread
    kept = [one for one in unread.diagnostics if one.code != findings.NEEDS_OCR.code]
    told = [findings.RECOGNISED_TEXT.at(pages=name_pages(range(1, pages + 1)))]
    if result.doubtful:
        told.append(findings.RECOGNISED_LINES_LOST.at(pages=name_pages(result.doubtful)))
    return Extraction(
        lines=text.lines,
        source=text.source,
        removed=text.removed,
        origin=TextOrigin.RECOGNISED,
        confidence=result.confidence,
        pages=pages,
        seals=unread.seals,
        diagnostics=(*told, *kept),
    )


def _report_pages(reading: _Reading, pages: int, text: PagedText) -> list[Diagnostic]:
    """What was noticed about the text of the pages, errors first."""
    tally = reading.tally
    found: list[Diagnostic] = []
    if reading.broken:
        found.append(findings.PDF_PAGE_BROKEN.at(page=name_pages(reading.broken), count=len(reading.broken)))
    if not text.source:
        if not tally.hidden and not reading.broken:
            pictures = f"{len(tally.pictures)} 幅图片" if tally.pictures else "没有图片"
            found.append(findings.NEEDS_OCR.at(pages=pages, pictures=pictures))
    else:
        found += _report_pictures(tally, pages)
    characters = tally.glyphs.total()
    if tally.unknown > _GARBLED * characters:
        share = round(100 * tally.unknown / characters)
        found.append(findings.GARBLED_TEXT.at(count=tally.unknown, share=share))
    if tally.hidden:
        found.append(
            findings.PDF_HIDDEN_TEXT.at(pages=name_pages(list(tally.hidden)), count=sum(tally.hidden.values()))
        )
    if tally.recognised:
        found.append(findings.RECOGNISED_TEXT.at(pages=name_pages(tally.recognised)))
    read = Counter("".join("".join(line.split()) for line in text.source))
    if read + Counter(text.duplicates) + tally.dropped != tally.glyphs:
        expected = tally.glyphs.total() - tally.dropped.total()
        found.append(findings.PDF_TEXT_INCOMPLETE.at(found=expected, read=read.total() + len(text.duplicates)))
    if tally.radicals:
        found.append(findings.PDF_RADICALS.at(count=tally.radicals))
    if tally.symbols:
        found.append(findings.PDF_SYMBOLS.at(count=tally.symbols))
    if text.duplicates:
        found.append(findings.PDF_DOUBLE_PRINTED.at(count=len(text.duplicates)))
    return found


def _report_pictures(tally: Tally, pages: int) -> list[Diagnostic]:
    """Pages without text in a document with text; the first and the last may be covers."""
    wanting = sorted({*tally.pictured, *tally.outlined})
    covers = [page for page in wanting if page in {1, pages} and pages > 2]
    inner = [page for page in wanting if page not in covers]
    found: list[Diagnostic] = []
    if inner:
        found.append(findings.PDF_PICTURE_PAGES.at(pages=name_pages(inner)))
    if covers:
        found.append(findings.PDF_PICTURE_COVER.at(pages=name_pages(covers)))
    return found


def _references(tally: Tally, text: PagedText) -> tuple[Reference, ...]:
    """Pictures by page and number, each with the line above it."""
    counts: Counter[int] = Counter()
    found: list[Reference] = []
    for page, (_, top, _, _) in tally.pictures[:_MOST_REFERENCES]:
        if page in tally.recognised:
            continue
        counts[page] += 1
        line = _line_above(text, page, top)
        found.append(Reference(kind=ReferenceKind.IMAGE, name=f"第{page}页图片{counts[page]}", line=line))
    return tuple(found)


def _line_above(text: PagedText, page: int, top: float) -> int:
    """Number of the last line before a place; 1 where none is."""
    above = [
        number
        for number, line in enumerate(text.placed, 1)
        if line.page < page or (line.page == page and line.baseline <= top)
    ]
    return above[-1] if above else 1
