"""Physical lines -> ``Line``: which go on with a paragraph, how they are aligned, how large they are set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.text import Alignment, Line
from generator.readers.page_furniture import usual_size
from generator.readers.page_lines import PageLine, SetPage
from generator.readers.page_margins import Measure, Zone, measure_zones, zone_of
from generator.readers.page_marks import counts_inside, ends_sentence, first_unit, has_leaders, opens_item

_SAME_SIZE = 0.09
_FULL = 0.6  # em: justified lines end so near to the margin
_INDENT = 1.2  # em: GB/T 9704-2012 7.3.3 sets first lines in by two characters
_HANG = 0.8  # em
_WIDER = 0.25  # em and
_WIDER_SHARE = 1.15  # of the pitch: paragraphs are set apart
_CENTRED = 1.0  # em: difference of the blanks at both sides
_CENTRED_LEAST = 2.6  # em
_SHORT = 0.6  # of the page's width


def describe_lines(lines: Sequence[PageLine], gone: frozenset[int], pages: Mapping[int, SetPage]) -> tuple[Line, ...]:
    """Make the lines of the text.

    Args:
        lines: all lines in order; the n-th has number n.
        gone: indexes of those that are no text.
        pages: by number.

    Returns:
        The lines that are text; ``continues`` is None where the geometry cannot tell.
    """
    kept = [line for index, line in enumerate(lines) if index not in gone]
    measures = measure_zones(kept, pages)
    usual = usual_size(line for line in kept if line.cell is None) or usual_size(kept) or 1.0
    found: list[Line] = []
    before: PageLine | None = None
    hanging = False
    for index, line in enumerate(lines):
        if index in gone:
            continue
        going, hanging = _goes_on(before, line, measures, pages, hanging=hanging)
        found.append(
            Line(
                number=index + 1,
                text=line.text,
                starts_page=before is not None and line.page != before.page,
                continues=going,
                scale=round(line.size / usual, 2),
                alignment=align(line, measures.get(zone_of(line)), pages[line.page].width),
                cell=line.cell,
            )
        )
        before = line
    return tuple(found)


def align(line: PageLine, measure: Measure | None, page_width: float) -> Alignment:
    """How a line stands between the margins; a short line in the middle of the page is centred in any case."""
    if measure is None or line.cell is not None or not line.upright:
        return Alignment.UNKNOWN
    em = measure.em
    left = line.x0 - measure.left
    least = _CENTRED_LEAST * em
    off_centre = abs((line.x0 + line.x1) / 2 - page_width / 2)
    if line.zone == 0 and off_centre < _CENTRED * em / 2 and line.width < _SHORT * page_width and left > least:
        return Alignment.CENTRE
    if measure.right is None:
        return Alignment.LEFT if left < _INDENT * em else Alignment.UNKNOWN
    right = measure.right - line.x1
    column = measure.right - measure.left
    if abs(left - right) <= max(_CENTRED * em, 0.02 * column) and min(left, right) > least:
        return Alignment.CENTRE
    if left > 0.4 * column and right < 0.35 * column:
        return Alignment.RIGHT
    return Alignment.LEFT if left < least else Alignment.UNKNOWN


def _goes_on(
    before: PageLine | None,
    line: PageLine,
    measures: Mapping[Zone, Measure],
    pages: Mapping[int, SetPage],
    *,
    hanging: bool,
) -> tuple[bool | None, bool]:
    """Whether ``line`` continues, and whether it does so as the body of an item with a hanging marker."""
    if before is None or not (before.upright and line.upright) or not _in_one_flow(before, line):
        return False, False
    measure, earlier = measures[zone_of(line)], measures[zone_of(before)]
    if line.cell is not None and line.cell == before.cell and before.page == line.page and measure.right is None:
        return None, False
    if abs(before.size / line.size - 1) > _SAME_SIZE or has_leaders(before.text):
        return False, False
    here, there = (align(one, measures[zone_of(one)], pages[one.page].width) for one in (line, before))
    if Alignment.CENTRE in {here, there}:
        return (None if here is there and not _apart(before, line, measure) else False), False
    if here is Alignment.RIGHT:
        return False, False
    if _apart(before, line, measure):
        return False, False
    return _by_margins(before, line, earlier, measure, hanging=hanging)


def _in_one_flow(before: PageLine, line: PageLine) -> bool:
    """Lines that could belong to one paragraph: not across the border of a table, a cell or a set of columns."""
    if before.cell is not None or line.cell is not None:
        return before.cell == line.cell
    if before.page == line.page:
        return before.zone == line.zone or (before.zone, line.zone) == (1, 2)
    return (before.zone > 0) == (line.zone > 0)


def _apart(before: PageLine, line: PageLine, measure: Measure) -> bool:
    """More space between them than between lines of a paragraph."""
    if before.page != line.page or before.zone != line.zone or not measure.pitch:
        return False
    gap = line.baseline - before.baseline
    return gap > measure.pitch + _WIDER * line.size and gap > _WIDER_SHARE * measure.pitch


def _by_margins(
    before: PageLine, line: PageLine, earlier: Measure, measure: Measure, *, hanging: bool
) -> tuple[bool | None, bool]:
    em = line.size
    indent = line.x0 - measure.left
    shift = indent - (before.x0 - earlier.left)
    if earlier.right is None:
        return (False if indent >= _INDENT * em and measure.indented else None), False
    full = earlier.right - before.x1 < (first_unit(line.text) + _FULL) * em
    ended = ends_sentence(before.text)
    if indent >= _INDENT * em:
        open_line = full and not opens_item(line.text)
        if open_line and not ended and opens_item(before.text) and shift >= _HANG * em:
            return True, True
        if open_line and hanging and abs(shift) < 0.5 * em:
            return True, True
        return (None if open_line and not ended and abs(shift) < 0.5 * em else False), False
    if not full:
        return (None if measure.indented and not ended and not opens_item(line.text) else False), False
    if opens_item(line.text) and not (measure.indented and counts_inside(line.text)):
        return None, False  # an item, or a number that the line was cut at: the text tells
    if ended and not measure.indented and not measure.spaced:
        return None, False
    return True, False
