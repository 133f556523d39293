"""A text that lost all its line breaks: cut where a part of a document plainly begins, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from generator.parser import forms
from generator.parser.characters import fold, non_blank, width
from generator.parser.dates import DATE_PATTERN
from generator.parser.document_numbers import find_document_number
from generator.parser.lines import PhysicalLine
from generator.parser.markers import match_marker
from generator.parser.numerals import ARTICLE_NUMERAL_CLASS, NUMERAL_CLASS, read_numeral

_MOST_LINES = 3
_LONG = 300  # characters of a line that must hold a whole document
_TITLE_SEARCH = 160
_MOST_PIECES = 5_000  # a line with more is no document that lost its breaks
_CARRIER = re.compile(
    r"(?:通知|意见|决定|批复|函|公告|通告|通报|报告|请示|办法|规定|条例|方案|规划|细则|公报|决议)(?=[^的》”）)、，])"
)
_MARKER = re.compile(
    rf"(?<=[。；：！？）)\s])\s*(?=(?:[{NUMERAL_CLASS}]{{1,3}}、|[（(][{NUMERAL_CLASS}]{{1,3}}[）)])[^、，。])"
)
_UNIT = re.compile(rf"第(?P<n>[{ARTICLE_NUMERAL_CLASS}]{{1,7}})(?P<unit>[章条])(?!第|规定|[的之和与款项、，])")
_SIGNED = re.compile(
    r"(?<=[。！])\s*(?P<name>[\u4e00-\u9fff、（）\s]{2,40}?)\s*(?P<date>"
    + re.sub(r"\?P<\w+>", "?:", DATE_PATTERN.pattern)
    + ")"
)


def part_run_together(lines: tuple[PhysicalLine, ...]) -> tuple[PhysicalLine, ...]:
    """Cut the long lines of a text that has (nearly) no line breaks.

    Guarantees: the same characters in the same order, pieces of one line with its number; texts of more lines, and
    tables, stay as they are.
    """
    if not 0 < len(lines) <= _MOST_LINES or any(line.cell is not None for line in lines):
        return lines
    if max(len(line.text) for line in lines) < _LONG:
        return lines
    return tuple(piece for line in lines for piece in _pieces(line))


def _pieces(line: PhysicalLine) -> Iterator[PhysicalLine]:
    text = line.text
    found = tuple(islice(_cuts(text), _MOST_PIECES))
    cuts = sorted({0, *found, len(text)} if len(found) < _MOST_PIECES else {0, len(text)})
    for start, end in pairwise(cuts):
        piece = text[start:end].strip()
        if piece:
            first = start == 0
            yield replace(
                line,
                text=piece,
                width=width(piece),
                indent=line.indent if first else 0,
                blanks_before=line.blanks_before if first else 0,
                starts_page=line.starts_page and first,
                continues=line.continues if first else False,
            )


def _cuts(text: str) -> Iterator[int]:
    """Offsets at which a new line begins."""
    if len(text) < _LONG:
        return
    start = 0
    for cut in _head_cuts(text):
        start = cut
        yield cut
    folded = fold(text)
    for match in _MARKER.finditer(folded, start):
        if match_marker(text[match.end() : match.end() + 60]) is not None:
            yield match.end()
    counted = {"章": 0, "条": 0}
    for match in _UNIT.finditer(folded, start):  # chapters and articles count on; those that are only named do not
        if read_numeral(match["n"]) == counted[match["unit"]] + 1:
            counted[match["unit"]] += 1
            yield match.start()
    for match in _SIGNED.finditer(folded, start):
        name = match["name"]
        if forms.is_agency_line(name) or forms.is_person(name):
            yield match.start("name")
            yield match.start("date")
            yield match.end()


def _head_cuts(text: str) -> Iterator[int]:
    """Behind the title, the number and the addressees; none where no title can be told."""
    folded = fold(text)
    title = next(
        (
            match.end()
            for match in _CARRIER.finditer(folded, 0, _TITLE_SEARCH)
            if forms.is_complete_title(non_blank(folded[: match.end()])) and "。" not in folded[: match.end()]
        ),
        0,
    )
    if not title:
        return
    rest = text[title:]
    blanks = len(rest) - len(rest.lstrip())
    number = find_document_number(rest[blanks : blanks + 40])
    end = title
    if number:
        end = title + blanks + _span(rest[blanks:], number)
    colon = re.match(r"[^。；]{2,300}?[：:]", text[end:])
    addressed = colon is not None and forms.is_addressee_line(colon.group())
    if not number and not addressed:
        return
    yield title
    if number:
        yield end
    if colon is not None and addressed:
        yield end + colon.end()


def _span(text: str, value: str) -> int:
    """How many characters of ``text`` hold the characters of ``value``."""
    left = len(non_blank(value))
    for offset, character in enumerate(text):
        left -= not character.isspace()
        if left == 0:
            return offset + 1
    return len(text)
