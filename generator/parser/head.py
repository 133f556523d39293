"""版头 and the top of 主体: everything above the body (GB/T 9704-2012 7.2, 7.3.1, 7.3.2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.model.document import BlockKind
from generator.parser import forms
from generator.parser.characters import non_blank
from generator.parser.dates import read_date
from generator.parser.lines import Layout, PhysicalLine
from generator.parser.markers import match_marker

_TITLE_LINES = 5
_TITLE_COLUMNS = 90
_SEARCH_DEPTH = 40
_LINES_ABOVE_TITLE = 8
_NAMES_MATTER = re.compile(r"(?:19|20)\d\d|[二一][〇○零九]..年|关于")
_NOT_TITLE_END = "。；，、：！？,;:!?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A run of physical lines that form one block."""

    kind: BlockKind
    first: int
    end: int  # index after the last line


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadRule:
    """One line rule of the head: where it matches a line, the line is that part."""

    kind: BlockKind
    matches: Callable[[str], bool]


# Ordered: the first rule that matches a whole line wins.  To add a form of the head, add a row.
HEAD_RULES: tuple[HeadRule, ...] = (
    HeadRule(kind=BlockKind.SECURITY_CLASSIFICATION, matches=lambda text: bool(forms.SECRECY_MARK.fullmatch(text))),
    HeadRule(kind=BlockKind.URGENCY, matches=lambda text: bool(forms.URGENCY.fullmatch(text))),
    HeadRule(kind=BlockKind.COPY_NUMBER, matches=lambda text: bool(forms.COPY_NUMBER.fullmatch(text))),
    HeadRule(kind=BlockKind.APPROVER, matches=lambda text: bool(forms.APPROVER.fullmatch(text))),
    HeadRule(kind=BlockKind.DOCUMENT_NUMBER, matches=lambda text: bool(forms.DOCUMENT_NUMBER.fullmatch(text))),
    HeadRule(kind=BlockKind.METADATA_LINE, matches=lambda text: bool(forms.METADATA_LINE.fullmatch(text))),
    HeadRule(
        kind=BlockKind.ISSUER_MARK, matches=lambda text: bool(re.fullmatch(r"[\u4e00-\u9fff\s]{4,40}文\s*件", text))
    ),
)


def read_head(lines: tuple[PhysicalLine, ...], layout: Layout, end: int) -> tuple[Zone, ...]:
    """Classify the lines above the body.

    Args:
        lines: all physical lines.
        layout: how they are set.
        end: index where the foot begins; the head never reaches it.

    Returns:
        Zones in order, without gaps, from line 0; the body begins at the last one's end.
    """
    zones: list[Zone] = []
    index, titled = 0, False
    end = next((number for number, line in enumerate(lines[:end]) if line.cell is not None), end)
    while index < min(end, _SEARCH_DEPTH):
        kind = _rule_kind(lines[index].text)
        if kind is not None:
            zones.append(Zone(kind=kind, first=index, end=index + 1))
            index += 1
            continue
        if titled:
            stop = _title_again(lines, index, end, zones) or _below_title(lines, index, end, zones)
        else:
            stop = _title(lines, index, end, layout, zones)
            titled = stop > index
        if stop == index:
            break
        index = stop
    return tuple(zones)


def _rule_kind(text: str) -> BlockKind | None:
    for rule in HEAD_RULES:
        if rule.matches(text):
            return rule.kind
    return None


def _title(lines: tuple[PhysicalLine, ...], index: int, end: int, layout: Layout, zones: list[Zone]) -> int:
    """标题, and an agency's name on its own line above it; the index after them, or ``index`` where there is none."""
    start = index
    while (
        start + 1 < end
        and forms.is_agency_line(lines[start].text)
        and _title_like(lines[start + 1])
        and not _belongs_together(lines[start].text, lines[start + 1].text)
    ):
        start += 1
    stop = _title_end(lines, start, end)
    if stop == start:
        stop = _skip_to_title(lines, index, end, zones)
        if stop > index:
            return stop
        stop = start + 1 if _stands_out(lines, start, end, layout) else start
    if stop == start:
        return index
    zones.extend(Zone(kind=BlockKind.ISSUER_MARK, first=line, end=line + 1) for line in range(index, start))
    zones.append(Zone(kind=BlockKind.TITLE, first=start, end=stop))
    return stop


def _belongs_together(agency: str, following: str) -> bool:
    """机关 + 关于 + 事由 + 文种 is one title, also when cut behind the agency or inside its name."""
    cut_name = non_blank(agency).endswith(("人民政府", "委员会")) and forms.continues_agency(following)
    return non_blank(following).startswith("关于") or cut_name


def _title_end(lines: tuple[PhysicalLine, ...], start: int, end: int) -> int:
    """Index after the title's last line: the first line at which it ends with a 文种."""
    stop = start
    # Where some lines stand close together, a blank line parts the title from what is above and below it.
    close = any(line.blanks_before == 0 for line in lines[1:])
    while (
        stop < end and stop - start < _TITLE_LINES and _title_like(lines[stop]) and _rule_kind(lines[stop].text) is None
    ):
        if close and stop > start and lines[stop].blanks_before:
            break
        stop += 1
        text = "".join(non_blank(line.text) for line in lines[start:stop])
        following = lines[stop] if stop < end else None
        if forms.TITLE_END.search(text) and not _goes_on(lines[stop - 1], following):
            return stop
    return start


def _stands_out(lines: tuple[PhysicalLine, ...], start: int, end: int, layout: Layout) -> bool:
    """No 文种: a first line that stands out as a title is still one (讲话, names of plans)."""
    first = lines[start] if start < end else None
    if first is None or not _title_like(first) or forms.is_agency_line(first.text):
        return False
    alone = first.width <= 60 and start + 1 < end and not layout.wrapped and lines[start + 1].width > 2 * first.width
    short = layout.wrapped and first.width <= layout.full_width - 12
    return alone or short


def _skip_to_title(lines: tuple[PhysicalLine, ...], index: int, end: int, zones: list[Zone]) -> int:
    """A few short lines of a web page (its name, the day, 字号) may stand above the title; they stay as text.

    Returns:
        The index after the title, or ``index`` where none follows.
    """
    for start in range(index + 1, min(index + _LINES_ABOVE_TITLE, end)):
        above = lines[start - 1]
        if above.width > _TITLE_COLUMNS or "。" in above.text or match_marker(above.text) is not None:
            return index
        stop = _title_end(lines, start, end)
        text = "".join(non_blank(line.text) for line in lines[start:stop])
        if stop > start and _NAMES_MATTER.search(text):
            zones.extend(Zone(kind=BlockKind.METADATA_LINE, first=line, end=line + 1) for line in range(index, start))
            zones.append(Zone(kind=BlockKind.TITLE, first=start, end=stop))
            return stop
    return index


def _title_again(lines: tuple[PhysicalLine, ...], index: int, end: int, zones: list[Zone]) -> int:
    """The whole title a second time, as web pages have it; 0 where it is not."""
    first = next(zone for zone in zones if zone.kind is BlockKind.TITLE)
    title = "".join(non_blank(line.text) for line in lines[first.first : first.end])
    for stop in range(index + 1, min(index + _TITLE_LINES, end) + 1):
        if "".join(non_blank(line.text) for line in lines[index:stop]) == title:
            zones.append(Zone(kind=BlockKind.TITLE, first=index, end=stop))
            return stop
    return 0


def _goes_on(last: PhysicalLine, following: PhysicalLine | None) -> bool:
    """The title ends with a 文种 already, but the next line carries only the rest of it (…情况 / 的报告)."""
    if following is None or not _title_like(following):
        return False
    rest = non_blank(following.text)
    if len(rest) > 20 or not forms.TITLE_END.search(rest):
        return False
    return rest.startswith("的") or (forms.LOOSE_TITLE_END.search(non_blank(last.text)) is not None)


def _title_like(line: PhysicalLine) -> bool:
    text = line.text
    return (
        line.width <= _TITLE_COLUMNS
        and text[-1] not in _NOT_TITLE_END
        and "。" not in text
        and match_marker(text) is None
        and read_date(forms.unbracket(text)) is None
        and not text.startswith(("（", "(", "附件"))
        and any("\u4e00" <= character <= "\u9fff" for character in text)
    )


def _below_title(lines: tuple[PhysicalLine, ...], index: int, end: int, zones: list[Zone]) -> int:
    """题注, the agency's name and 主送机关 between title and body."""
    text = lines[index].text
    if forms.is_agency_line(text) and lines[index].width <= _TITLE_COLUMNS // 2 and index + 1 < end:
        zones.append(Zone(kind=BlockKind.ISSUER_MARK, first=index, end=index + 1))
        return index + 1
    if read_date(forms.unbracket(text)) is not None or (forms.HEAD_NOTE.fullmatch(text) and match_marker(text) is None):
        zones.append(Zone(kind=BlockKind.HEAD_NOTE, first=index, end=index + 1))
        return index + 1
    if any(zone.kind is BlockKind.ADDRESSEES for zone in zones):
        return index
    for stop in range(index + 1, min(index + 4, end) + 1):
        joined = "".join(line.text for line in lines[index:stop])
        if forms.is_addressee_line(joined):
            zones.append(Zone(kind=BlockKind.ADDRESSEES, first=index, end=stop))
            return stop
        if any(stop_mark in joined for stop_mark in "。；！？") or match_marker(lines[index].text):
            break
    return index
