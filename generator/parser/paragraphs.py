"""Hard-wrapped lines -> paragraphs: a sentence cut at a line's or page's end is one, a paragraph's end is kept."""

from __future__ import annotations

import re

from generator.parser.characters import ends_sentence, non_blank
from generator.parser.lines import FIRST_LINE_INDENT_SHOWS, Layout, PhysicalLine, first_unit_width
from generator.parser.markers import Marker, Rank, find_items
from generator.parser.numbering import Numbering

Paragraph = tuple[PhysicalLine, ...]
_FIRST_LINE_INDENT = 4  # columns: two characters (GB/T 9704-2012 7.3.3)
_CUT_LINE_MIN = 40  # columns: a shorter line without a sentence end is a heading or an entry, not a cut sentence
_MOSTLY_FULL = 0.75  # of the full width
_INNER_STOPS = "，。；"
_SHORT_OF_FULL = 8  # columns: a line that comes so near to the full width is a full one
_HEADING_COLUMNS = 80  # of the line below a marker that stands alone; of a numbered heading without a full stop
# What headings of reports end with; such a line that is full and without a stop is over, where a full line follows.
_HEADING_NOUNS = re.compile(
    r"(?:情况|成效|成绩|做法|举措|措施|安排|打算|计划|思路|目标|任务|问题|不足|差距|原因|建议)$"
)
# 工作情况|汇报, 问题|清单: the word goes on.
_HEADING_GOES_ON = re.compile(r"[和及与的、，并]|汇报|报告|通报|分析|导向|清单|台账|整改|落实|要求|考核|书")


class _Growing:
    """A paragraph while it grows, with what the rules ask of its text (each line is looked at once)."""

    def __init__(self, line: PhysicalLine, marker: Marker | None) -> None:
        self.lines = [line]
        self.marker = marker
        self.marker_alone = marker is not None and not non_blank(line.text[marker.end :])
        self.stopped = False
        self.comma = False
        self.length = 0
        self._look_at(line)

    def append(self, line: PhysicalLine) -> None:
        self.lines.append(line)
        self.marker_alone = False
        self._look_at(line)

    def _look_at(self, line: PhysicalLine) -> None:
        self.stopped = self.stopped or "。" in line.text or "；" in line.text
        self.comma = self.comma or "，" in line.text
        self.length += len(line.text)


def join_paragraphs(lines: tuple[PhysicalLine, ...], layout: Layout, numbering: Numbering) -> tuple[Paragraph, ...]:
    """Group lines into paragraphs.

    Guarantees: every line is in exactly one paragraph, in order; the first line of a paragraph alone may carry a
    marker that counts on.
    """
    paragraphs: list[_Growing] = []
    last_numbers: dict[Rank, int] = {}
    for line in lines:
        marker = numbering.match(line)
        if paragraphs and _goes_on(paragraphs[-1], line, marker, layout, last_numbers, numbering):
            paragraphs[-1].append(line)
            continue
        paragraphs.append(_Growing(line, marker))
        if marker is not None:
            last_numbers[marker.rank] = marker.number
    return tuple(tuple(paragraph.lines) for paragraph in paragraphs)


def _goes_on(
    paragraph: _Growing,
    line: PhysicalLine,
    marker: Marker | None,
    layout: Layout,
    last: dict[Rank, int],
    numbering: Numbering,
) -> bool:
    """Does ``line`` continue the paragraph?"""
    before = paragraph.lines[-1]
    if line.number in numbering.excluded or before.number in numbering.excluded:
        return False  # an entry of a table of contents is a line
    if paragraph.marker_alone and marker is None and _headed_by(line):
        return True  # a number alone on its line: what it numbers stands on the next
    if line.continues is not None:  # the format knows better than any rule on characters
        return line.continues
    opened = not ends_sentence(before.text)
    if not layout.wrapped:
        return marker is None and _cut_sentence(paragraph, line)
    first_line = len(paragraph.lines) == 1
    if layout.indented and not line.starts_page:
        return line.indent < FIRST_LINE_INDENT_SHOWS
    if layout.spaced and line.blanks_before > 1 and not opened:
        return False
    capacity = layout.full_width - (_FIRST_LINE_INDENT if first_line else 0)
    if marker is not None:
        # Inside a sentence a marker-like start is only text, unless it counts on.
        expected = marker.number == 1 or marker.number == last.get(marker.rank, 0) + 1
        return opened and not expected and before.width >= capacity - _SHORT_OF_FULL
    if opened:
        return _still_open(paragraph, line, capacity, layout)
    return _fills(before, line, capacity) and not _opens_paragraph(line, layout)


def _headed_by(line: PhysicalLine) -> bool:
    """A line that may be the heading of a number above it."""
    return line.cell is None and line.width <= _HEADING_COLUMNS and not non_blank(line.text).isdecimal()


def _still_open(paragraph: _Growing, line: PhysicalLine, capacity: int, layout: Layout) -> bool:
    """The sentence is not over: go on, unless the line ended early on purpose (a heading, an entry)."""
    before = paragraph.lines[-1]
    room = capacity - before.width - first_unit_width(line.text)
    if len(paragraph.lines) == 1 and not paragraph.stopped and paragraph.marker is not None:
        # A numbered heading without a full stop: it is over as soon as the next word would have fitted.
        if room >= 2 or (room >= 0 and _first_line_like(line, layout)):
            return False
        fills_its_line = not paragraph.comma and _ends_as_heading(paragraph.marker, before)
        followed = line.width >= layout.full_width - _SHORT_OF_FULL and not _HEADING_GOES_ON.match(line.text)
        return not (fills_its_line and followed)
    if room < 6 or before.text[-1] in "，、,《（(“‘—":
        return True
    if paragraph.stopped and before.width >= _CUT_LINE_MIN // 2 and ends_sentence(line.text):
        return True
    # Cut after so many characters, whatever their width: a line with figures and Latin letters is narrower for them.
    is_prose = paragraph.marker is None and paragraph.comma and any(stop in line.text for stop in _INNER_STOPS)
    return is_prose and before.width >= _MOSTLY_FULL * layout.full_width


def _ends_as_heading(marker: Marker, line: PhysicalLine) -> bool:
    """三、……职责情况: a heading of the two upper levels that ends with what such headings are about."""
    return marker.rank in {Rank.FIRST, Rank.SECOND} and _HEADING_NOUNS.search(line.text) is not None


def _fills(before: PhysicalLine, line: PhysicalLine, capacity: int) -> bool:
    """The line has no room for what comes next: it may be a full line of a paragraph that goes on."""
    return before.width + first_unit_width(line.text) > capacity


def _opens_paragraph(line: PhysicalLine, layout: Layout) -> bool:
    """After a full line that ends a sentence: does this line open a new paragraph?

    A full first line is shorter by its indent than the lines after it; an 一是 item at a line's head opens one.
    """
    items = find_items(line.text)
    if items and items[0][2] == 0:
        return True
    return _first_line_like(line, layout)


def _first_line_like(line: PhysicalLine, layout: Layout) -> bool:
    """Full, but shorter than a full line by just the indent that a first line has."""
    indent_shows = layout.full_width - 6 <= line.width <= layout.full_width - _FIRST_LINE_INDENT
    return indent_shows and not ends_sentence(line.text)


def _cut_sentence(paragraph: _Growing, line: PhysicalLine) -> bool:
    """In a text of one line a paragraph: the line was cut in mid-sentence (page end, stray line break)."""
    before = paragraph.lines[-1]
    if ends_sentence(before.text) or line.width < 4:
        return False
    if line.indent >= FIRST_LINE_INDENT_SHOWS and not line.starts_page:
        return False  # the rest of a cut sentence has no indent of its own
    if before.text[-1] in "，、,《（(“‘":
        return True
    if paragraph.marker is not None and not paragraph.stopped and before.width <= _HEADING_COLUMNS:
        return False  # a heading of two parts: 依法履职，优化服务
    inner_stop = paragraph.stopped or (paragraph.comma and paragraph.length >= 20)
    rest_is_prose = any(stop in line.text for stop in _INNER_STOPS)
    return inner_stop and rest_is_prose and before.width >= _CUT_LINE_MIN
