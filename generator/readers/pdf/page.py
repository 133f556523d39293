"""One page of a PDF -> its characters in place, its rules and pictures, and what was noticed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from generator.readers.page_lines import Page, Rule, Run
from generator.readers.pdf.characters import UNKNOWN, Glyph, main_direction, read_glyphs
from generator.readers.pdf.drawing import Drawing, find_rules, read_drawing
from generator.readers.pdf.geometry import PageFrame, Rect, area, common
from generator.readers.pdf.library import Handle, pdfium
from generator.readers.pdf.repair import RADICALS, repair_character
from generator.readers.pdf.visibility import find_hidden

_MOST_OBJECTS = 300_000  # of one page
_PICTURE_PAGE = 0.5  # of the page's area: a scan fills it
_FEW = 20  # characters on a scanned page that some program printed over it (a number, a stamp)
_LEAST_PICTURE = 24.0  # points: smaller pictures are ornaments
_HUGE = 150.0  # points
_OUTLINED = 150  # curved paths on a page without characters: its text was turned into drawings


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was noticed on the pages so far.

    Attributes:
        glyphs: non-blank characters of the text layer, repaired, those not shown included.
        radicals: characters that the layer named as radicals.
        symbols: characters of symbol fonts.
        unknown: characters that the layer does not name, private ones included.
        hidden: page -> characters that it does not show.
        recognised: pages whose text layer lies under or over a scan.
        pictured: pages with a large picture and hardly a character.
        pictures: (page, x0, y0, x1, y1) of each picture, as read.
        dropped: the hidden characters themselves, for counting only; they go nowhere else.
    """

    glyphs: Counter[str] = field(default_factory=Counter)
    radicals: int = 0
    symbols: int = 0
    unknown: int = 0
    hidden: dict[int, int] = field(default_factory=dict)
    recognised: list[int] = field(default_factory=list)
    pictured: list[int] = field(default_factory=list)
    outlined: list[int] = field(default_factory=list)
    pictures: list[tuple[int, Rect]] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)


def read_page(page: Handle, text_page: Handle, number: int, tally: Tally) -> Page | None:
    """Read one page and note what is remarkable.

    Returns:
        The page; None where it has more objects than any page of a document has.
    """
    glyphs = read_glyphs(text_page)
    drawing = read_drawing(page, _MOST_OBJECTS)
    if drawing is None:
        return None
    box = _page_box(page)
    frame = PageFrame(box=box, turn=main_direction(glyphs, 90 * (pdfium.FPDFPage_GetRotation(page) % 4)))
    hidden = find_hidden(page, glyphs, drawing, box)
    covered = _picture_share(drawing, box)
    blank = {index for index, glyph in enumerate(glyphs) if glyph.text.isspace()}
    unseen = len(hidden - blank)
    if covered >= _PICTURE_PAGE and unseen >= _FEW and unseen > len(glyphs) - len(blank) - unseen:
        # A scan with the text that a program read from it: all of that text is in the open, but as read by a machine.
        tally.recognised.append(number)
        hidden = frozenset()
    elif covered >= _PICTURE_PAGE and len(glyphs) - len(hidden | blank) < _FEW:
        tally.pictured.append(number)
    elif len(glyphs) - len(hidden | blank) < _FEW and drawing.curves >= _OUTLINED:
        tally.outlined.append(number)
    made = [_make_run(glyph, frame, tally) for glyph in glyphs]
    runs = [run for index, run in enumerate(made) if index not in hidden]
    tally.glyphs.update("".join("".join(run.text for run in made).split()))
    tally.dropped.update("".join(made[index].text for index in hidden - blank))
    if hidden - blank:
        tally.hidden[number] = len(hidden - blank)
    _note_pictures(drawing, frame, number, tally)
    rules: tuple[Rule, ...] = find_rules(drawing, frame)
    return Page(number=number, width=frame.width, height=frame.height, runs=tuple(runs), rules=rules)


def _make_run(glyph: Glyph, frame: PageFrame, tally: Tally) -> Run:
    style = glyph.style
    text = glyph.text
    if not "\u3000" <= text <= "\u9fff" and not text.isascii():
        text = _judge_character(text, style.font, tally)
    start, baseline = frame.point(*glyph.origin)
    left, bottom, right, top = glyph.box
    size = style.size
    reach = max(top - bottom, right - left)
    if reach > 0 and (size < 0.25 * reach or size > max(6 * reach, _HUGE)):
        size = 0.8 * reach  # fonts made of drawings may name any size
    return Run(
        text=text,
        x0=start,
        x1=max(frame.right_edge(glyph.box), start),
        baseline=baseline,
        size=max(size, 0.1),
        angle=frame.angle(style.angle),
        drawing=style.number,
    )


def _judge_character(text: str, font: str, tally: Tally) -> str:
    """Repair and count what is outside the usual blocks."""
    repaired = repair_character(text, font)
    if repaired != text:
        if text in RADICALS:
            tally.radicals += 1
        else:
            tally.symbols += 1
    if repaired == UNKNOWN or "\ue000" <= repaired <= "\uf8ff" or repaired >= "\U000f0000":
        tally.unknown += 1
    return repaired


def _page_box(page: Handle) -> Rect:
    found = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, found)
    left, right = sorted((found.left, found.right))
    bottom, top = sorted((found.bottom, found.top))
    return left, bottom, right, top


def _picture_share(drawing: Drawing, box: Rect) -> float:
    """Of the page's area, what its pictures cover together at most."""
    covered = sum(area(common(picture.rect, box)) for picture in drawing.pictures)
    return covered / max(area(box), 1.0)


def _note_pictures(drawing: Drawing, frame: PageFrame, number: int, tally: Tally) -> None:
    for picture in drawing.pictures:
        x0, y0, x1, y1 = frame.rect(picture.rect)
        if min(x1 - x0, y1 - y0) >= _LEAST_PICTURE:
            tally.pictures.append((number, (x0, y0, x1, y1)))
