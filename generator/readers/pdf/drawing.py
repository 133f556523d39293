"""What is drawn on a page besides text: rules of tables, filled areas, pictures, in the order of drawing."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.readers.page_lines import Rule
from generator.readers.pdf.characters import FARTHEST
from generator.readers.pdf.geometry import PageFrame, Rect, enclose
from generator.readers.pdf.library import Handle, address, pdfium

_DEPTH = 12  # forms inside forms
_MOST_SEGMENTS = 400  # of one path that may still be rules; more is a picture drawn with lines
_THIN = 2.6  # points: a filled area as thin as this is a rule
_STRAIGHT = 0.8  # points
_PALE = 245  # a rule in such a colour is none that a reader sees

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Colour = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle or picture in user space; ``colour`` is None for pictures and shadings."""

    order: int
    rect: Rect
    colour: Colour | None
    picture: bool


@dataclass(slots=True)
class Drawing:
    """What one page draws.

    Attributes:
        areas: filled rectangles and pictures in drawing order.
        segments: straight strokes in user space, as two points.
        order: the place of each text object (by address) in drawing order.
        texts: the text objects by address.
        objects: how many objects there are.
        curves: paths that are neither rules nor rectangles.
    """

    areas: list[Area] = field(default_factory=list)
    segments: list[Rect] = field(default_factory=list)
    order: dict[int, int] = field(default_factory=dict)
    texts: dict[int, Handle] = field(default_factory=dict)
    objects: int = 0
    curves: int = 0

    @property
    def pictures(self) -> list[Area]:
        """Pictures only."""
        return [area for area in self.areas if area.picture]


def read_drawing(page: Handle, most: int) -> Drawing | None:
    """Walk through the objects of a page.

    Args:
        page: its handle.
        most: objects; with more, the answer is None.
    """
    drawing = Drawing()
    for handle, matrix in _objects(page, most, drawing):
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            drawing.order[address(handle)] = drawing.objects
            drawing.texts[address(handle)] = handle
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _read_path(handle, matrix, drawing)
        elif kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
            rect = _bounds(handle, matrix)
            if rect is not None and _is_near(rect):
                picture = kind == pdfium.FPDF_PAGEOBJ_IMAGE
                drawing.areas.append(Area(drawing.objects, rect, None, picture))
    return None if drawing.objects > most else drawing


def find_rules(drawing: Drawing, frame: PageFrame) -> tuple[Rule, ...]:
    """The level and upright strokes on the page as read."""
    rules = []
    for x0, y0, x1, y1 in drawing.segments:
        (left, top), (right, bottom) = frame.point(x0, y0), frame.point(x1, y1)
        left, right = min(left, right), max(left, right)
        top, bottom = min(top, bottom), max(top, bottom)
        if bottom - top <= _STRAIGHT < right - left:
            rules.append(Rule(x0=left, x1=right, y0=(top + bottom) / 2, y1=(top + bottom) / 2))
        elif right - left <= _STRAIGHT < bottom - top:
            rules.append(Rule(x0=(left + right) / 2, x1=(left + right) / 2, y0=top, y1=bottom))
    return tuple(rules)


def _objects(page: Handle, most: int, drawing: Drawing) -> Iterator[tuple[Handle, Matrix]]:
    """Objects in drawing order, those inside forms too, each with the matrix that takes it to the page."""
    stack: list[tuple[Handle, bool, int, int, Matrix]] = [
        (page, False, 0, max(pdfium.FPDFPage_CountObjects(page), 0), _IDENTITY)
    ]
    while stack:
        owner, inside, index, count, matrix = stack.pop()
        if index >= count:
            continue
        stack.append((owner, inside, index + 1, count, matrix))
        handle = (pdfium.FPDFFormObj_GetObject if inside else pdfium.FPDFPage_GetObject)(owner, index)
        drawing.objects += 1
        if drawing.objects > most:
            return
        if not handle:
            continue
        if pdfium.FPDFPageObj_GetType(handle) == pdfium.FPDF_PAGEOBJ_FORM and len(stack) <= _DEPTH:
            members = max(pdfium.FPDFFormObj_CountObjects(handle), 0)
            stack.append((handle, True, 0, members, multiply(_matrix(handle), matrix)))
            continue
        yield handle, matrix


def _is_near(rect: Rect) -> bool:
    return all(-FARTHEST < place < FARTHEST for place in rect)


def _read_path(handle: Handle, matrix: Matrix, drawing: Drawing) -> None:
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill, stroked)
    colour = _colour(handle, filled=fill.value != 0)
    if not (fill.value or stroked.value) or colour[3] == 0:
        return
    count = pdfium.FPDFPath_CountSegments(handle)
    if not 0 < count <= _MOST_SEGMENTS:
        drawing.curves += 1
        return
    pale = min(colour[:3]) >= _PALE
    for points, straight in _outlines(handle, count, multiply(_matrix(handle), matrix)):
        if not _is_near(enclose(points)):
            continue
        rect = _rectangle(points) if straight else None
        if fill.value and rect is not None:
            wide, high = rect[2] - rect[0], rect[3] - rect[1]
            if min(wide, high) > _THIN:
                drawing.areas.append(Area(drawing.objects, rect, colour, picture=False))
            elif not pale:
                drawing.segments.append(_spine(rect))
                continue
        elif fill.value:
            drawing.curves += 1
        if stroked.value and straight and not pale:
            for (x0, y0), (x1, y1) in pairwise(points):
                drawing.segments.append((x0, y0, x1, y1))


def _outlines(handle: Handle, count: int, matrix: Matrix) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Each outline of a path: its points on the page, and whether it has straight lines only."""
    points: list[tuple[float, float]] = []
    straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(handle, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, straight
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment) and points[-1] != points[0]:
            points.append(points[0])
    if points:
        yield points, straight


def _rectangle(points: list[tuple[float, float]]) -> Rect | None:
    """The rectangle that an outline is, or None."""
    corners = points[:-1] if len(points) == 5 and _near(points[0], points[4]) else points
    if len(corners) != 4:
        return None
    left, bottom, right, top = enclose(corners)
    on_corner = all(min(x - left, right - x) <= _STRAIGHT and min(y - bottom, top - y) <= _STRAIGHT for x, y in corners)
    return (left, bottom, right, top) if on_corner else None


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) <= _STRAIGHT and abs(one[1] - other[1]) <= _STRAIGHT


def _spine(rect: Rect) -> Rect:
    left, bottom, right, top = rect
    if right - left >= top - bottom:
        return left, (bottom + top) / 2, right, (bottom + top) / 2
    return (left + right) / 2, bottom, (left + right) / 2, top


def _bounds(handle: Handle, matrix: Matrix) -> Rect | None:
    parts = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(handle, *parts):
        return None
    left, bottom, right, top = (part.value for part in parts)
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    return enclose(corners)


def _colour(handle: Handle, *, filled: bool) -> Colour:
    parts = [ctypes.c_uint(0), ctypes.c_uint(0), ctypes.c_uint(0), ctypes.c_uint(255)]
    (pdfium.FPDFPageObj_GetFillColor if filled else pdfium.FPDFPageObj_GetStrokeColor)(handle, *parts)
    return parts[0].value, parts[1].value, parts[2].value, parts[3].value


def _matrix(handle: Handle) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, found):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first`` and ``then`` one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
