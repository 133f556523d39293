"""Scanned pages -> text read by a machine (识别文本), where the optional extra ``ocr`` is installed.

The recogniser and its models come with their packages; nothing is fetched.  What it reads is never the official text:
the caller marks it and holds the file until a person has compared it with the original.  The engine is known to lose
whole lines now and then, so two checks look for that: ink outside everything that was read, and pieces that are much
wider than their characters.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

from generator.readers.page_lines import Page, Run
from generator.readers.pdf.characters import FARTHEST
from generator.readers.pdf.library import Handle, open_page, pdfium

_DOTS = 300  # an inch
_POINTS = 72  # an inch
_MOST_PIXELS = 25_000_000
_DARK = 128  # of 255
_LOST_INK = 0.02
_WIDE = 2.0  # times the width that its characters take
_TYPE_SHARE = 0.9  # of a piece's height is type
_INK_TABLE = bytes(1 if level < _DARK else 0 for level in range(256))


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page as grey levels, one byte a pixel, row by row; 0 is black."""

    width: int
    height: int
    levels: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What was read in one place: corners in pixels, ``confidence`` from 0 to 1."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float


class _Answer(Protocol):
    """What the engine of the extra answers; its parts are None where it found nothing."""

    boxes: Sequence[Sequence[Sequence[float]]] | None
    txts: Sequence[str] | None
    scores: Sequence[float] | None


Engine = Callable[[Picture], Sequence[Piece]]


@dataclass(slots=True)
class Recognition:
    """What came of it: mean confidence of the characters so far, and pages on which lines may be lost."""

    characters: int = 0
    weight: float = 0.0
    doubtful: tuple[int, ...] = ()

    @property
    def confidence(self) -> float:
        """0 to 1."""
        return self.weight / self.characters if self.characters else 0.0


def load_engine() -> Engine | None:
    """The recogniser of the extra ``ocr``; None where it is not installed."""
    if find_spec("rapidocr") is None or find_spec("onnxruntime") is None:
        return None
    os.environ.setdefault("OMP_NUM_THREADS", "2")
    engine = import_module("rapidocr").RapidOCR(params={"Global.log_level": "error"})
    numbers = import_module("numpy")

    def read(picture: Picture) -> list[Piece]:
        grey = numbers.frombuffer(picture.levels, dtype=numbers.uint8).reshape(picture.height, picture.width)
        return list(_pieces(engine(numbers.stack([grey] * 3, axis=-1))))

    return read


def recognise_pages(document: Handle, pages: int, engine: Engine, result: Recognition) -> Iterator[Page]:
    """Read every page from its picture.

    Args:
        document: an open file.
        pages: how many it has.
        engine: the recogniser.
        result: filled on the way.

    Yields:
        The pages with one run for each piece, as the pieces stand.
    """
    for index in range(pages):
        with open_page(document, index) as opened:
            if opened is None:
                continue
            picture, scale = draw_page(opened[0])
        pieces = [piece for piece in engine(picture) if piece.text.strip()]
        for piece in pieces:
            result.characters += len(piece.text)
            result.weight += piece.confidence * len(piece.text)
        if lines_may_be_lost(picture, pieces):
            result.doubtful = (*result.doubtful, index + 1)
        yield Page(
            number=index + 1,
            width=picture.width / scale,
            height=picture.height / scale,
            runs=tuple(_run(piece, scale) for piece in pieces),
        )


def draw_page(page: Handle) -> tuple[Picture, float]:
    """A page as a grey picture, and its pixels a point."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if not 0 < width * height < FARTHEST**2:
        return Picture(width=1, height=1, levels=b"\xff"), 1.0
    scale = min(_DOTS / _POINTS, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    across, down = max(int(width * scale), 1), max(int(height * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return Picture(width=1, height=1, levels=b"\xff"), scale
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, pdfium.FPDF_GRAYSCALE)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    raw = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * down)
    pdfium.FPDFBitmap_Destroy(bitmap)
    levels = raw if stride == across else b"".join(raw[row * stride : row * stride + across] for row in range(down))
    return Picture(width=across, height=down, levels=levels), scale


def lines_may_be_lost(picture: Picture, pieces: Sequence[Piece]) -> bool:
    """Ink outside of all pieces, or a piece much wider than its characters."""
    if any(piece.x1 - piece.x0 > _WIDE * max(len(piece.text), 1) * (piece.y1 - piece.y0) for piece in pieces):
        return True
    ink = picture.levels.translate(_INK_TABLE)
    total = ink.count(1)
    if total == 0:
        return False
    covered = bytearray(ink)
    for piece in pieces:
        left, right = max(int(piece.x0), 0), min(int(piece.x1) + 1, picture.width)
        for row in range(max(int(piece.y0), 0), min(int(piece.y1) + 1, picture.height)):
            start = row * picture.width
            covered[start + left : start + right] = bytes(max(right - left, 0))
    return covered.count(1) > _LOST_INK * total


def _run(piece: Piece, scale: float) -> Run:
    size = _TYPE_SHARE * (piece.y1 - piece.y0) / scale
    return Run(
        text=piece.text.strip(),
        x0=piece.x0 / scale,
        x1=piece.x1 / scale,
        baseline=(piece.y0 + (piece.y1 - piece.y0) * 0.85) / scale,
        size=max(size, 1.0),
    )


def _pieces(found: _Answer) -> Iterator[Piece]:
    if found.boxes is None or found.txts is None or found.scores is None:
        return
    for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        across = [float(corner[0]) for corner in corners]
        down = [float(corner[1]) for corner in corners]
        yield Piece(text=str(text), x0=min(across), y0=min(down), x1=max(across), y1=max(down), confidence=float(score))
