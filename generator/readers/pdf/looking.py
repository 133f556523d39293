"""Looking at a page: does a character make a difference to its picture?"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.readers.pdf.characters import FARTHEST, Glyph
from generator.readers.pdf.drawing import Drawing
from generator.readers.pdf.geometry import Rect, area, common
from generator.readers.pdf.library import Handle, pdfium

CONTRAST = 24  # of 255 in one channel; less is not seen
_MOST_PIXELS = 12_000_000
_SCALE = 2.0  # pixels a point
_OVERLAP = 0.3  # of a character's area

_Size = tuple[int, int]


def find_unseen(page: Handle, glyphs: Sequence[Glyph], doubtful: Sequence[int], drawing: Drawing) -> set[int]:
    """Of the characters in doubt, those that make no difference to the picture of the page.

    The page is drawn with and without them.  PDFium leaves out of its text what is printed twice at one place; those
    second prints are taken away too, or the first would seem to make no difference.  Where two characters in doubt
    lie over each other, the lower one is looked at alone: text may be covered and other text be set on the cover.
    """
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if not 0 < width * height < FARTHEST**2:
        return set(doubtful)  # no page that could be drawn
    scale = min(_SCALE, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    size = max(int(width * scale), 1), max(int(height * scale), 1)
    named = {glyph.style.number for glyph in glyphs}
    twice = [handle for number, handle in drawing.texts.items() if number not in named]
    shown = _draw(page, size)
    unseen = _compare(page, size, shown, glyphs, doubtful, twice)
    below = _below_others(glyphs, [index for index in doubtful if index not in unseen], drawing)
    if below:
        unseen |= _compare(page, size, shown, glyphs, below, ())
    return unseen


def _compare(
    page: Handle, size: _Size, shown: bytes, glyphs: Sequence[Glyph], chosen: Sequence[int], more: Iterable[Handle]
) -> set[int]:
    handles = {glyphs[index].style.number: glyphs[index].style.handle for index in chosen}
    away = [*handles.values(), *more]
    for handle in away:
        pdfium.FPDFPageObj_SetIsActive(handle, 0)
    without = _draw(page, size)
    for handle in away:
        pdfium.FPDFPageObj_SetIsActive(handle, 1)
    return {index for index in chosen if not _differs(shown, without, size, _pixels(page, size, glyphs[index].box))}


def _below_others(glyphs: Sequence[Glyph], chosen: Sequence[int], drawing: Drawing) -> list[int]:
    """Those over which another text object puts a different character."""
    places: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index in chosen:
        x0, y0, x1, y1 = glyphs[index].box
        for column in {int(x0 // 16), int(x1 // 16)}:
            for row in {int(y0 // 16), int(y1 // 16)}:
                places[column, row].append(index)
    found: set[int] = set()
    for near in places.values():
        for index in near:
            one = glyphs[index]
            for other in (glyphs[position] for position in near):
                later = drawing.order.get(one.style.number, 0) < drawing.order.get(other.style.number, 0)
                if later and one.text != other.text and area(common(one.box, other.box)) > _OVERLAP * area(one.box):
                    found.add(index)
    return sorted(found)


def _draw(page: Handle, size: _Size) -> bytes:
    """The page as four bytes a pixel, on white, without annotations."""
    width, height = size
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, None, 0)
    if not bitmap:
        return b""
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
    content = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), pdfium.FPDFBitmap_GetStride(bitmap) * height)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return content


def _pixels(page: Handle, size: _Size, rect: Rect) -> tuple[int, int, int, int]:
    """The columns and rows of the picture that a rectangle in user space covers, page rotation included."""
    x, y = ctypes.c_int(), ctypes.c_int()
    places = []
    for corner in ((rect[0], rect[1]), (rect[2], rect[3])):
        pdfium.FPDF_PageToDevice(page, 0, 0, size[0], size[1], 0, corner[0], corner[1], x, y)
        places.append((x.value, y.value))
    (x0, y0), (x1, y1) = places
    left, right = sorted((x0, x1))
    top, bottom = sorted((y0, y1))
    return max(left, 0), max(top, 0), min(right + 1, size[0]), min(bottom + 1, size[1])


def _differs(one: bytes, other: bytes, size: _Size, part: tuple[int, int, int, int]) -> bool:
    left, top, right, bottom = part
    stride = 4 * size[0]
    for row in range(top, bottom):
        start, end = row * stride + 4 * left, row * stride + 4 * right
        if one[start:end] != other[start:end]:
            for position in range(start, min(end, len(one), len(other))):
                if abs(one[position] - other[position]) >= CONTRAST:
                    return True
    return False
