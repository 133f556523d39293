"""The end of 主体 and 版记: closing, signature, date, notes, copy-to, printing (GB/T 9704-2012 7.3.4-7.3.7, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.document import BlockKind
from generator.model.text import Alignment
from generator.parser import forms
from generator.parser.characters import ends_sentence, fold, non_blank
from generator.parser.dates import DATE_PATTERN, is_date_shaped, is_month
from generator.parser.head import Zone
from generator.parser.lines import PhysicalLine
from generator.parser.markers import match_marker
from generator.parser.metadata_lines import is_keywords_line, is_site_line

_SIGNATURE_LINES = 12
_SIGNATURE_COLUMNS = 80
_COPY_TO_LINES = 6
_NOTE_LINES = 4
_ATTACHMENT_LINES = 40
_IMPRINT = frozenset({BlockKind.COPY_TO, BlockKind.PRINTING, BlockKind.METADATA_LINE})
_SIGNING = frozenset({BlockKind.SIGNATURE, BlockKind.DATE_OF_WRITING})
_ENTRY = re.compile(
    r"\s*(?:\d{1,2}\s*[.．、]|[（(]?[一二三四五六七八九十\d]{1,3}\s*[）)、]|附\s*件?\s*[\d一二三四五六七八九十]{1,3}\s*[:：.．、]?|《)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The foot's zones in text order; ``first`` is the index where it begins.

    A zone of kind SIGNATURE may be a line that holds signature and date both; ``glued`` lists such line indexes.
    """

    first: int
    zones: tuple[Zone, ...]
    glued: frozenset[int] = frozenset()


def read_foot(lines: Sequence[PhysicalLine], *, imprint_only: bool = False) -> Foot:
    """Classify the lines below the body, from the last one upwards.

    Args:
        lines: the document without what is attached to it, or one attachment.
        imprint_only: look for 版记 alone, which stands behind the attachments (GB/T 9704-2012 7.3.9).
    """
    zones: list[Zone] = []
    glued: set[int] = set()
    index = len(lines)
    while index > 0:
        zone = _zone_ending_at(lines, index, zones, glued, imprint_only=imprint_only)
        if zone is None:
            break
        zones.insert(0, zone)
        index = zone.first
    while zones and zones[0].kind is BlockKind.METADATA_LINE:  # a line with a label ends the text, and nothing signs it
        index = zones.pop(0).end
    if imprint_only and not any(zone.kind in {BlockKind.COPY_TO, BlockKind.PRINTING} for zone in zones):
        return Foot(first=len(lines), zones=())
    return Foot(first=index, zones=tuple(zones), glued=frozenset(glued))


def split_glued(text: str) -> tuple[str, str]:
    """A line of signature and date: (signature, date)."""
    match = DATE_PATTERN.search(text)
    return (text[: match.start()].strip(), text[match.start() :].strip()) if match else (text, "")


def holds_signature_and_date(text: str) -> bool:
    """One line for both: 某某市人民政府 2004年6月1日."""
    if len(text) > 80:
        return False
    match = DATE_PATTERN.search(text)
    if match is None or match.end() != len(text.rstrip()):
        return False
    signature = text[: match.start()].strip()
    return bool(signature) and len(signature) <= 40 and (forms.is_agency_line(signature) or forms.is_person(signature))


def is_signing_line(line: PhysicalLine) -> bool:
    """A line that may sign: an agency's or a person's name."""
    return (
        line.cell is None
        and line.width <= _SIGNATURE_COLUMNS
        and match_marker(line.text) is None
        and (forms.is_agency_line(line.text) or forms.is_person(line.text))
    )


def is_behind_date(line: PhysicalLine) -> bool:
    """What may stand between the date and what is attached: 附注, a seal, 主题词, 抄送, 印发, a site's line."""
    text = line.text
    if line.cell is not None or match_marker(text) is not None:
        return False
    return (
        forms.is_note(text)
        or bool(forms.SEAL.fullmatch(text))
        or bool(forms.COPY_TO.match(fold(text)))
        or (line.width <= 120 and bool(forms.PRINTING.fullmatch(fold(text))))
        or bool(forms.PRINT_RUN.fullmatch(text))
        or is_keywords_line(text)
        or is_site_line(text)
    )


def _zone_ending_at(
    lines: Sequence[PhysicalLine], end: int, below: list[Zone], glued: set[int], *, imprint_only: bool
) -> Zone | None:
    """The zone whose last line is ``lines[end - 1]``, or None where the body ends there."""
    line = lines[end - 1]
    if line.cell is not None:
        return None
    text = line.text
    under = below[0].kind if below else None
    imprint = _imprint_zone(lines, end, under)
    if imprint is not None or imprint_only:
        return imprint
    note = _note(lines, end)
    if note is not None:
        return note
    signing = _signing_zone(lines, end, below, glued)
    if signing is not None:
        return signing
    if forms.is_closing(text):
        return _one(BlockKind.CLOSING, end)
    return _attachment_note(lines, end, under)


def _imprint_zone(lines: Sequence[PhysicalLine], end: int, under: BlockKind | None) -> Zone | None:
    """版记, and what web pages and old documents put beside it."""
    text = lines[end - 1].text
    above_imprint = under in _IMPRINT
    if len(non_blank(text)) <= 60 and (forms.PRINTING.fullmatch(fold(text)) or forms.PRINT_RUN.fullmatch(text)):
        return _one(BlockKind.PRINTING, end)
    if under is BlockKind.PRINTING and forms.is_agency_line(text):
        return _one(BlockKind.PRINTING, end)
    if (under is None or above_imprint) and (is_site_line(text) or is_keywords_line(text)):
        return _one(BlockKind.METADATA_LINE, end)
    return _copy_to(lines, end)


def _signing_zone(lines: Sequence[PhysicalLine], end: int, below: list[Zone], glued: set[int]) -> Zone | None:
    """署名 and 成文日期; several pairs may stand below each other where several agencies sign, each with its date."""
    line = lines[end - 1]
    text = line.text
    under = below[0].kind if below else None
    signed_above = end >= 2 and is_signing_line(lines[end - 2])
    # Below a signature's own date another pair may stand; a name without a date may stand below its date.
    free = under not in _SIGNING or (under is BlockKind.SIGNATURE and signed_above == _is_pair(below))
    bare = forms.unbracket(text)
    if free and (is_date_shaped(bare) or (is_month(bare) and (signed_above or line.alignment is Alignment.RIGHT))):
        return _one(BlockKind.DATE_OF_WRITING, end)
    if free and holds_signature_and_date(text):
        glued.add(end - 1)
        return _one(BlockKind.SIGNATURE, end)
    if under not in _SIGNING and forms.is_person(text) and end >= 2 and is_date_shaped(lines[end - 2].text):
        return _one(BlockKind.SIGNATURE, end)  # the name stands below the date
    return _one(BlockKind.SIGNATURE, end) if _is_signature(lines, end, below) else None


def _is_pair(below: list[Zone]) -> bool:
    """What stands below is a signature with its own date."""
    kinds = [zone.kind for zone in below[:_SIGNATURE_LINES]]
    return BlockKind.DATE_OF_WRITING in kinds


def _one(kind: BlockKind, end: int) -> Zone:
    return Zone(kind=kind, first=end - 1, end=end)


def _copy_to(lines: Sequence[PhysicalLine], end: int) -> Zone | None:
    """抄送机关, which may run over several lines and ends with a full stop (7.4.3)."""
    for first in range(end - 1, max(end - 1 - _COPY_TO_LINES, -1), -1):
        text = lines[first].text
        if lines[first].cell is not None:
            return None
        if forms.COPY_TO.match(fold(text)):
            return Zone(kind=BlockKind.COPY_TO, first=first, end=end)
        if match_marker(text) or (first < end - 1 and "。" in text):
            return None
        if is_date_shaped(forms.unbracket(text)) or forms.is_note(text):
            return None
    return None


def _note(lines: Sequence[PhysicalLine], end: int) -> Zone | None:
    """附注: one line, or brackets that open up to three lines above."""
    text = lines[end - 1].text
    if match_marker(text) or is_date_shaped(forms.unbracket(text)):
        return None
    if (forms.is_note(text) and not _is_run_on(lines, end)) or forms.SEAL.fullmatch(text):
        return _one(BlockKind.NOTE, end)
    if text[-1] in "）)" and "（" not in text and "(" not in text:
        for first in range(end - 2, max(end - 1 - _NOTE_LINES, -1), -1):
            if lines[first].text[:1] in "（(" and match_marker(lines[first].text) is None:
                return Zone(kind=BlockKind.NOTE, first=first, end=end)
    return None


def _is_run_on(lines: Sequence[PhysicalLine], end: int) -> bool:
    """A bracketed line that only goes on with the sentence before it is no note."""
    if end < 2:
        return True
    before = lines[end - 2]
    return not (ends_sentence(before.text) or before.width <= _SIGNATURE_COLUMNS)


def _is_signature(lines: Sequence[PhysicalLine], end: int, below: list[Zone]) -> bool:
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
    if forms.is_person(text) and (dated or line.alignment is Alignment.RIGHT):
        return True
    return dated and not signatures and _short_signature(text)


def _short_signature(text: str) -> bool:
    """Above a date any short line without punctuation signs: 市外办, 县长 某某."""
    compact = non_blank(text)
    return 2 <= len(compact) <= 24 and not any(mark in compact for mark in "，。；：！？、,.;:《》“”0123456789")


def _attachment_note(lines: Sequence[PhysicalLine], end: int, under: BlockKind | None) -> Zone | None:
    """附件说明 stands below the body, one line an attachment (7.3.4)."""
    if under not in {BlockKind.SIGNATURE, BlockKind.DATE_OF_WRITING, BlockKind.NOTE, *_IMPRINT, None}:
        return None
    for first in range(end - 1, max(end - _ATTACHMENT_LINES, -1), -1):
        text = lines[first].text
        if lines[first].cell is not None:
            return None
        if forms.ATTACHMENT_NOTE.fullmatch(text):
            return Zone(kind=BlockKind.ATTACHMENT_NOTE, first=first, end=end)
        if re.fullmatch(r"附\s*件?\s*[:：]", text):
            return Zone(kind=BlockKind.ATTACHMENT_NOTE, first=first, end=end) if first < end - 1 else None
        entry = _ENTRY.match(text) is not None
        continued = first < end - 1 and _ENTRY.match(lines[first + 1].text) is None
        if (text[-1] in "。：！？" and not (entry and lines[first].width <= 60)) or (
            not entry and (continued or text[-1] == "；")
        ):
            return None
        if lines[first].width > 100:
            return None
    return None
