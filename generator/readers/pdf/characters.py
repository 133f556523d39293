"""The characters of one page with place, size and colour, as PDFium gives them."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from dataclasses import dataclass

from generator.readers.pdf.geometry import Rect
from generator.readers.pdf.library import Handle, address, pdfium

UNKNOWN = "\ufffd"  # a glyph of which the file does not tell the character
_SOFT_HYPHEN_OF_PDFIUM = 0x02  # PDFium puts it for a hyphen at a line's end
FARTHEST = 1e6  # points: nothing of a page is farther off; damaged files name any number
_NOWHERE = (-FARTHEST, -FARTHEST, -FARTHEST, -FARTHEST)
_STROKED_ONLY = {1, 5}
Colour = tuple[int, int, int, int]  # red, green, blue, alpha


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What the characters of one text object have in common.

    Attributes:
        number: address of the object, 0 where there is none.
        handle: the object.
        size: type size on the page, in points.
        angle: direction, degrees counter-clockwise in user space.
        mode: text render mode (ISO 32000-1, 9.3.6): 3 is invisible, 7 only clips.
        colour: with which it is drawn.
        font: name of the font, lower case, without its subset prefix.
    """

    number: int
    handle: Handle
    size: float
    angle: float
    mode: int
    colour: Colour
    font: str


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: ``box`` is its advance box in user space, ``origin`` its place on the baseline."""

    text: str
    box: Rect
    origin: tuple[float, float]
    style: Style


def count_glyphs(text_page: Handle) -> int:
    """Characters of a page, generated ones too; negative where PDFium fails."""
    return int(pdfium.FPDFText_CountChars(text_page))


def read_glyphs(text_page: Handle) -> list[Glyph]:
    """Every character that really is in the file (PDFium also makes up blanks and line ends: those are left out)."""
    glyphs: list[Glyph] = []
    styles: dict[tuple[int, float], Style] = {}
    loose = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    x_ref, y_ref, loose_ref = ctypes.byref(x), ctypes.byref(y), ctypes.byref(loose)
    for index in range(count_glyphs(text_page)):
        if pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in {0, 0xFFFE, 0xFFFF} or pdfium.FPDFText_HasUnicodeMapError(text_page, index) == 1:
            text = UNKNOWN
        elif code == _SOFT_HYPHEN_OF_PDFIUM:
            text = "-"
        else:
            text = chr(code)
        handle = pdfium.FPDFText_GetTextObject(text_page, index)
        size = pdfium.FPDFText_GetFontSize(text_page, index)
        key = (address(handle) if handle else 0, size)
        style = styles.get(key)
        if style is None:
            style = styles[key] = _read_style(text_page, index, handle, key)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, loose_ref)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x_ref, y_ref)
        rect: Rect = (loose.left, loose.bottom, loose.right, loose.top)
        origin = (x.value, y.value)
        if not -FARTHEST < rect[0] + rect[1] + rect[2] + rect[3] + x.value + y.value < FARTHEST:  # no number fails too
            rect, origin = _NOWHERE, _NOWHERE[:2]
        glyphs.append(Glyph(text, rect, origin, style))
    return glyphs


def _read_style(text_page: Handle, index: int, handle: Handle, key: tuple[int, float]) -> Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
    read_colour = pdfium.FPDFText_GetStrokeColor if mode in _STROKED_ONLY else pdfium.FPDFText_GetFillColor
    parts = [ctypes.c_uint(0), ctypes.c_uint(0), ctypes.c_uint(0), ctypes.c_uint(255)]
    read_colour(text_page, index, *parts)
    return Style(
        number=key[0],
        handle=handle,
        # The size that the file names is in text space; the matrix takes it to the page.
        size=_finite(key[1] * math.hypot(matrix.c, matrix.d)),
        angle=_finite(math.degrees(math.atan2(matrix.b, matrix.a)) % 360),
        mode=int(mode),
        colour=(parts[0].value, parts[1].value, parts[2].value, parts[3].value),
        font=_font_name(text_page, index),
    )


def _finite(number: float) -> float:
    return number if abs(number) < FARTHEST else 0.0


def _font_name(text_page: Handle, index: int) -> str:
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text_page, index, None, 0, flags)
    if not 0 < length <= 512:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, length, flags)
    return buffer.value.decode("utf-8", "replace").lower().rpartition("+")[2]


def main_direction(glyphs: list[Glyph], rotation: int) -> int:
    """By how many degrees the page must be turned clockwise so that most of its text is upright.

    Args:
        glyphs: of the page.
        rotation: what the page's own entry says, for where there is no text.
    """
    counts = Counter(round(glyph.style.angle / 90) * 90 % 360 for glyph in glyphs)
    if not counts:
        return rotation
    return max(counts.items(), key=lambda pair: (pair[1], pair[0] == rotation))[0]
