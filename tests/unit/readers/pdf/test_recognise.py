"""Scanned PDFs: read by a machine, marked and held; lost lines are noticed."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.diagnostics import Severity
from generator.model.text import TextOrigin
from generator.readers.extraction import Extraction
from generator.readers.limits import DEFAULT_LIMITS
from generator.readers.pdf.read import read_pdf
from generator.readers.pdf.recognise import Picture, Piece, lines_may_be_lost
from tests.pdf_files import PdfPage, draw_image, first_extra, image_object, make_pdf

SCAN = make_pdf(
    PdfPage(content=draw_image("Im1", 0, 0, 595, 842), images=[f"Im1={first_extra(1)} 0 R"]),
    extra=[image_object(grey=255)],
)


def read(pieces: Sequence[Piece] | None) -> Extraction:
    return read_pdf(SCAN, DEFAULT_LIMITS, lambda: None if pieces is None else (lambda picture: pieces))


def piece(text: str, line: int, confidence: float = 0.9) -> Piece:
    return Piece(
        text=text, x0=300, y0=400 + 80 * line, x1=300 + 60 * len(text), y1=460 + 80 * line, confidence=confidence
    )


def test_without_an_engine_the_file_needs_recognition() -> None:
    found = read(None)
    assert [one.code for one in found.diagnostics] == ["needs-ocr"]
    assert "pip install" in " ".join(kind.remedy for kind in _kinds("needs-ocr"))


def test_recognised_text_is_marked_and_held() -> None:
    found = read([piece("第二行文字", 1, 0.8), piece("第一行文字", 0, 1.0)])
    assert [line.text for line in found.lines] == ["第一行文字", "第二行文字"]
    assert found.origin is TextOrigin.RECOGNISED
    assert abs(found.confidence - 0.9) < 1e-9
    assert [(one.code, one.severity) for one in found.diagnostics] == [("recognised-text", Severity.ERROR)]


def test_an_engine_that_finds_nothing_leaves_the_file_unread() -> None:
    assert [one.code for one in read([]).diagnostics] == ["needs-ocr"]


def test_a_piece_much_wider_than_its_characters_is_reported() -> None:
    wide = Piece(text="第一", x0=300, y0=400, x1=2000, y1=460, confidence=0.9)
    assert [one.code for one in read([wide]).diagnostics] == ["recognised-text", "recognised-lines-lost"]


def test_ink_outside_the_pieces_is_noticed() -> None:
    rows = [bytes([255]) * 100 for _ in range(100)]
    for row in (*range(10, 20), *range(50, 60)):
        rows[row] = b"\xff" * 10 + b"\x00" * 80 + b"\xff" * 10
    picture = Picture(width=100, height=100, levels=b"".join(rows))
    first = Piece(text="一二三四五六七八", x0=8, y0=8, x1=92, y1=22, confidence=1)
    second = Piece(text="一二三四五六七八", x0=8, y0=48, x1=92, y1=62, confidence=1)
    assert lines_may_be_lost(picture, [first])
    assert not lines_may_be_lost(picture, [first, second])


def _kinds(code: str) -> list[object]:
    from generator.readers.findings_pdf import PDF_FINDINGS

    return [kind for kind in PDF_FINDINGS if kind.code == code]
