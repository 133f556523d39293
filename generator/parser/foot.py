"""The end of 主体 and 版记: closing, signature, date, notes, copy-to, printing (GB/T 9704-2012 7.3.4-7.3.7, 7.4)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.document import BlockKind
from generator.parser import forms
from generator.parser.characters import ends_sentence, non_blank
from generator.parser.dates import DATE_PATTERN, read_date
from generator.parser.head import Zone
from generator.parser.lines import PhysicalLine
from generator.parser.markers import match_marker

_SIGNATURE_LINES = 4
_SIGNATURE_COLUMNS = 64
_COPY_TO_LINES = 6
_NOTE_LINES = 4
# A date-like line that names no possible day still ends the text: it is reported, not taken for a paragraph.
_DATE_SHAPED = re.compile(
    r"[\d\s〇○零一二三四五六七八九十]{4,12}年[\d\s一二三四五六七八九十元]{1,5}月[\d\s一二三四五六七八九十廿卅]{1,6}[日号]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The foot's zones in text order; ``first`` is the index where it begins.

    A zone of kind SIGNATURE may be a line that holds signature and date both; ``glued`` lists such line indexes.
    """

    first: int
    zones: tuple[Zone, ...]
    glued: frozenset[int] = frozenset()


def read_foot(lines: tuple[PhysicalLine, ...]) -> Foot:
    """Classify the lines below the body, from the last one upwards.

    Attachments (附件 with their text) stand below the imprint or the date; they are set apart first.
    """
    end = _attachments_start(lines)
    zones: list[Zone] = []
    if end < len(lines):
        zones.append(Zone(kind=BlockKind.ATTACHMENT, first=end, end=len(lines)))
    glued: set[int] = set()
    index = end
    while index > 0:
        zone = _zone_ending_at(lines, index, zones, glued)
        if zone is None:
            break
        zones.insert(0, zone)
        index = zone.first
    return Foot(first=index, zones=tuple(zones), glued=frozenset(glued))


def split_glued(text: str) -> tuple[str, str]:
    """A line of signature and date: (signature, date)."""
    match = DATE_PATTERN.search(text)
    return (text[: match.start()].strip(), text[match.start() :].strip()) if match else (text, "")


def is_date_shaped(text: str) -> bool:
    """The whole line reads as a date, possible or not."""
    stripped = forms.unbracket(text)
    return read_date(stripped) is not None or bool(_DATE_SHAPED.fullmatch(stripped))


def _attachments_start(lines: tuple[PhysicalLine, ...]) -> int:
    """Index of the 附件 line that opens attachments below the date; ``len(lines)`` without one."""
    dated = False
    for index, line in enumerate(lines):
        if index > 2 and is_date_shaped(line.text) and len(line.text) <= 30:
            dated = True
        elif dated and forms.ATTACHMENT_HEAD.fullmatch(line.text):
            return index
    return len(lines)


def _zone_ending_at(lines: tuple[PhysicalLine, ...], end: int, below: list[Zone], glued: set[int]) -> Zone | None:
    """The zone whose last line is ``lines[end - 1]``, or None where the body ends there."""
    line = lines[end - 1]
    if line.cell is not None:
        return None
    text = line.text
    under = below[0].kind if below else None
    if len(non_blank(text)) <= 60 and forms.PRINTING.fullmatch(text):
        return _one(BlockKind.PRINTING, end)
    if under is BlockKind.PRINTING and forms.is_agency_line(text):
        return _one(BlockKind.PRINTING, end)
    copy_to = _copy_to(lines, end)
    if copy_to is not None:
        return copy_to
    note = _note(lines, end)
    if note is not None:
        return note
    if is_date_shaped(text) and under not in {BlockKind.DATE_OF_WRITING, BlockKind.SIGNATURE}:
        return _one(BlockKind.DATE_OF_WRITING, end)
    if _holds_signature_and_date(text) and under not in {BlockKind.DATE_OF_WRITING, BlockKind.SIGNATURE}:
        glued.add(end - 1)
        return _one(BlockKind.SIGNATURE, end)
    if _is_signature(lines, end, below):
        return _one(BlockKind.SIGNATURE, end)
    if forms.is_closing(text):
        return _one(BlockKind.CLOSING, end)
    return _attachment_note(lines, end, under)


def _one(kind: BlockKind, end: int) -> Zone:
    return Zone(kind=kind, first=end - 1, end=end)


def _copy_to(lines: tuple[PhysicalLine, ...], end: int) -> Zone | None:
    """抄送机关, which may run over several lines and ends with a full stop (7.4.3)."""
    for first in range(end - 1, max(end - 1 - _COPY_TO_LINES, -1), -1):
        text = lines[first].text
        if forms.COPY_TO.match(text):
            return Zone(kind=BlockKind.COPY_TO, first=first, end=end)
        if match_marker(text) or (first < end - 1 and "。" in text):
            return None
        if is_date_shaped(text) or forms.is_note(text):
            return None
    return None


def _note(lines: tuple[PhysicalLine, ...], end: int) -> Zone | None:
    """附注: one line, or brackets that open up to three lines above."""
    text = lines[end - 1].text
    if match_marker(text):
        return None
    if forms.is_note(text) and not _is_run_on(lines, end):
        return _one(BlockKind.NOTE, end)
    if text[-1] in "）)" and "（" not in text and "(" not in text:
        for first in range(end - 2, max(end - 1 - _NOTE_LINES, -1), -1):
            if lines[first].text[:1] in "（(" and match_marker(lines[first].text) is None:
                return Zone(kind=BlockKind.NOTE, first=first, end=end)
    return None


def _is_run_on(lines: tuple[PhysicalLine, ...], end: int) -> bool:
    """A bracketed line that only goes on with the sentence before it is no note."""
    if end < 2:
        return True
    before = lines[end - 2]
    return not (ends_sentence(before.text) or before.width <= _SIGNATURE_COLUMNS)


def _holds_signature_and_date(text: str) -> bool:
    match = DATE_PATTERN.search(text)
    if match is None or match.end() != len(text.rstrip()):
        return False
    signature = text[: match.start()].strip()
    return bool(signature) and len(signature) <= 32 and forms.is_agency_line(signature)


def _is_signature(lines: tuple[PhysicalLine, ...], end: int, below: list[Zone]) -> bool:
    """署名 stands on the line above the date, or at the very end (several for several issuers)."""
    line = lines[end - 1]
    text = line.text
    if line.width > _SIGNATURE_COLUMNS or match_marker(text) or forms.is_closing(text):
        return False
    signatures = 0
    for zone in below:
        if zone.kind is not BlockKind.SIGNATURE:
            break
        signatures += 1
    dated = len(below) > signatures and below[signatures].kind is BlockKind.DATE_OF_WRITING
    if signatures >= _SIGNATURE_LINES:
        return False
    if forms.is_agency_line(text) and (dated or not ends_sentence(text)):
        return end >= 2
    return dated and not signatures and _short_signature(text)


def _short_signature(text: str) -> bool:
    """Above a date any short line without punctuation signs: 市外办, 县长 某某."""
    compact = non_blank(text)
    return 2 <= len(compact) <= 24 and not any(mark in compact for mark in "，。；：！？、,.;:《》“”0123456789")


def _attachment_note(lines: tuple[PhysicalLine, ...], end: int, under: BlockKind | None) -> Zone | None:
    """附件说明 stands below the body, one line an attachment (7.3.4)."""
    if under not in {BlockKind.SIGNATURE, BlockKind.DATE_OF_WRITING, BlockKind.NOTE, None}:
        return None
    for first in range(end - 1, max(end - 8, -1), -1):
        text = lines[first].text
        if forms.ATTACHMENT_NOTE.fullmatch(text):
            return Zone(kind=BlockKind.ATTACHMENT_NOTE, first=first, end=end)
        if ends_sentence(text) or not re.match(r"\s*\d{1,2}\s*[.．、]", text):
            return None
    return None
