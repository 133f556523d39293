"""版头 and the top of 主体: everything above the body (GB/T 9704-2012 7.2, 7.3.1, 7.3.2, 10.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model.document import BlockKind
from generator.model.text import Alignment
from generator.parser import forms
from generator.parser.characters import canonical, ends_sentence, fold, non_blank
from generator.parser.dates import DATE_PATTERN, is_date_shaped, is_month, read_date
from generator.parser.document_numbers import is_serial_alone, order_name, read_document_number
from generator.parser.lines import Layout, PhysicalLine
from generator.parser.markers import match_marker
from generator.parser.metadata_lines import is_metadata_line, is_open_label
from generator.parser.titles import (
    MAX_LINES,
    TITLE_COLUMNS,
    is_title_like,
    match_hint,
    stand_close,
    stands_out,
    title_end,
)

_SEARCH_DEPTH = 60
_COVER_SCALE = 1.6  # type of a cover against that of the text
_LINES_ABOVE_TITLE = 10
_MOST_ISSUERS = 12
_NOTE_LINES = 8
_ADDRESSEE_LINES = 6
_NAMES_MATTER = re.compile(r"(?:19|20)\d\d|[二一][〇○零九]..年|关于")
_MATTER = re.compile(r"关于.{2,}的[\u4e00-\u9fff]{2,4}$")  # 关于…的 and a 文种 that is on no list
_SPOKEN = re.compile(r"讲话|报告|致辞|贺信|发言|演讲|说明|议案|意见|建议|汇报")
_PLACE_WORDS = frozenset(
    {
        "目录",
        "前言",
        "总则",
        "引言",
        "摘要",
        "说明",
        "附则",
        "序言",
        "概述",
        "绪论",
        "正文",
        "附件",
        "议程",
        "提纲",
        "背景",
        "目标",
    }
)


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
    HeadRule(kind=BlockKind.APPROVER, matches=lambda text: bool(forms.APPROVER.fullmatch(fold(text)))),
    HeadRule(kind=BlockKind.DOCUMENT_NUMBER, matches=lambda text: bool(read_document_number(text))),
    HeadRule(kind=BlockKind.METADATA_LINE, matches=is_metadata_line),
    HeadRule(kind=BlockKind.ISSUER_MARK, matches=forms.is_issuer_mark),
)


class HeadReader:
    """Classifies the lines above the body, from the first one downwards."""

    def __init__(self, lines: Sequence[PhysicalLine], layout: Layout, end: int, hints: Sequence[str] = ()) -> None:
        """Prepare.

        Args:
            lines: all physical lines of the document or inner document.
            layout: how they are set.
            end: index where the foot begins; the head never reaches it.
            hints: canonical titles that stand beside the text, see ``titles.read_hints``.
        """
        self._lines = lines
        self._layout = layout
        self._end = next((number for number, line in enumerate(lines[:end]) if line.cell is not None), end)
        self._hints = hints
        self._close = stand_close(lines[:_SEARCH_DEPTH])
        self.zones: list[Zone] = []

    def read(self) -> tuple[Zone, ...]:
        """Zones in order, without gaps, from line 0; the body begins at the last one's end."""
        index, titled = self._hinted_title()
        while index < min(self._end, _SEARCH_DEPTH):
            kind = _rule_kind(self._lines[index].text)
            if kind is not None:
                stop = index + 2 if self._value_below(index) else index + 1
                self._add(kind, index, stop)
                index = stop
                continue
            stop = self._order(index)
            if stop == index and titled:
                stop = self._title_again(index) or self._below_title(index)
            elif stop == index:
                stop = self._title(index)
                titled = stop > index
            if stop == index:
                break
            index = stop
            if self.zones[-1].kind is BlockKind.ADDRESSEES:
                break
        return tuple(self.zones)

    def _add(self, kind: BlockKind, first: int, end: int) -> None:
        self.zones.append(Zone(kind=kind, first=first, end=end))

    def _value_below(self, index: int) -> bool:
        """A label line whose value stands on the next one; an empty value is followed by the next label."""
        if not is_open_label(self._lines[index].text) or index + 1 >= self._end:
            return False
        below = self._lines[index + 1]
        further = self._lines[index + 2].text if index + 2 < self._end else ""
        labelled = index > 0 and self.zones[-1].kind is BlockKind.METADATA_LINE
        return (
            below.width <= TITLE_COLUMNS
            and not is_metadata_line(below.text)
            and "。" not in below.text
            and (labelled or is_metadata_line(further))
        )

    def _hinted_title(self) -> tuple[int, bool]:
        """The title that stands beside the text too, wherever among the first lines it is; what is above is no body."""
        for start in range(min(self._end, _LINES_ABOVE_TITLE * 2) if self._hints else 0):
            stop = match_hint(self._lines, start, self._end, self._hints)
            if stop == start:
                if ends_sentence(self._lines[start].text) and _rule_kind(self._lines[start].text) is None:
                    break  # the text has begun
                continue
            for index in range(start):
                text = self._lines[index].text
                kind = _rule_kind(text)
                if kind is None:
                    named = forms.is_agency_line(text) or (order_name(text) and forms.is_agency_line(order_name(text)))
                    kind = BlockKind.ISSUER_MARK if named else BlockKind.METADATA_LINE
                self._add(kind, index, index + 1)
            self._add(BlockKind.TITLE, start, stop)
            return stop, True
        return 0, False

    def _order(self, index: int) -> int:
        """令 and 公告 (10.2): the issuing body's name with 令, and the number below it."""
        lines = self._lines
        for stop in range(index + 1, min(index + 3, self._end)):
            name = order_name("".join(line.text for line in lines[index:stop]))
            number = read_document_number(lines[stop].text)
            first = lines[index].text
            if (
                stop == index + 2
                and forms.is_agency_line(first)
                and non_blank(first) in order_name(lines[index + 1].text)
            ):
                break  # the same body once more, with its full name
            if name and is_serial_alone(number) and (forms.is_agency_line(name) or name.endswith("主席")):
                self._add(BlockKind.ISSUER_MARK, index, stop)
                self._add(BlockKind.DOCUMENT_NUMBER, stop, stop + 1)
                return stop + 1
        return index

    def _title(self, index: int) -> int:
        """标题, and an agency's name on its own line above it; the index after them, or ``index`` without one."""
        lines, end = self._lines, self._end
        start = index
        while (
            start + 1 < min(end, index + _MOST_ISSUERS)
            and forms.is_agency_line(lines[start].text)
            and is_title_like(lines[start + 1])
            and not self._belongs_together(start)
        ):
            start += 1
        stop = title_end(lines, start, end, close=self._close)
        if stop == start:
            stop = self._skip_to_title(index)
            if stop > index:
                return stop
            stop = self._outstanding(start)
        if stop == start:
            return index
        for line in range(index, start):
            self._add(BlockKind.ISSUER_MARK, line, line + 1)
        self._add(BlockKind.TITLE, start, stop)
        return stop

    def _belongs_together(self, start: int) -> bool:
        """机关 + 关于 + 事由 + 文种 is one title, also when cut behind the agency or inside its name.

        Several issuers may stand above 关于 line by line (联合行文).
        """
        agency, following = self._lines[start], self._lines[start + 1]
        if abs(agency.scale - following.scale) > 0.15 and agency.scale and following.scale:
            return False
        if _is_set_as_one(agency, following):
            return True
        cut_name = non_blank(agency.text).endswith(("人民政府", "委员会")) and forms.continues_agency(following.text)
        carried = non_blank(fold(following.text)).startswith(("关于", "印发", "转发", "批转"))
        if carried or cut_name:
            return True
        further = start + 2
        while further < min(start + 5, self._end) and forms.is_agency_line(self._lines[further - 1].text):
            if non_blank(fold(self._lines[further].text)).startswith("关于"):
                return True
            further += 1
        return False

    def _outstanding(self, start: int) -> int:
        """No 文种: a first line that stands out as a title is still one (讲话, names of plans)."""
        lines, end, layout = self._lines, self._end, self._layout
        first = lines[start] if start < end else None
        if first is None or not is_title_like(first) or forms.is_agency_line(first.text):
            return start
        if stands_out(first):
            stop = start + 1
            while (
                stop < min(end, start + MAX_LINES)
                and is_title_like(lines[stop], first=False)
                and abs(lines[stop].scale - first.scale) <= 0.04
            ):
                stop += 1
            return stop
        alone = (
            first.width <= 60 and start + 1 < end and not layout.wrapped and lines[start + 1].width > 2 * first.width
        )
        if start + 1 < end and self._only_below_title(lines[start + 1].text):
            return start + 1
        if _MATTER.search(non_blank(fold(first.text))) and start + 1 < end and not is_title_like(lines[start + 1]):
            return start + 1
        short = layout.wrapped and first.width <= layout.full_width - 12
        return start + 1 if alone or short else start

    def _only_below_title(self, text: str) -> bool:
        """A line that stands nowhere but below a title: 文号, how it was passed and when, 主送机关."""
        noted = forms.HEAD_NOTE.fullmatch(text) is not None and DATE_PATTERN.search(text) is not None
        return bool(read_document_number(text)) or noted or forms.is_addressee_line(text)

    def _skip_to_title(self, index: int) -> int:
        """A few short lines of a web page (its name, the day, 字号) may stand above the title; they stay as text.

        Returns:
            The index after the title, or ``index`` where none follows.
        """
        lines = self._lines
        for start in range(index + 1, min(index + _LINES_ABOVE_TITLE, self._end)):
            above = lines[start - 1]
            if above.width > TITLE_COLUMNS or "。" in above.text or match_marker(above.text) is not None:
                return index
            stop = title_end(lines, start, self._end, close=self._close)
            text = fold("".join(non_blank(line.text) for line in lines[start:stop]))
            if stop > start and (_NAMES_MATTER.search(text) or stands_out(lines[start])):
                for line in range(index, start):
                    kind = _rule_kind(lines[line].text)
                    named = forms.is_agency_line(lines[line].text) and (
                        line == start - 1 or self._names_on(line, start)
                    )
                    self._add(kind or (BlockKind.ISSUER_MARK if named else BlockKind.METADATA_LINE), line, line + 1)
                self._add(BlockKind.TITLE, start, stop)
                return stop
        return index

    def _names_on(self, line: int, stop: int) -> bool:
        """Agencies line by line above the one that ends with 文件 (联合行文)."""
        below = next((at for at in range(line + 1, stop) if not forms.is_agency_line(self._lines[at].text)), stop)
        return below < stop and forms.is_issuer_mark(self._lines[below].text)

    def _title_again(self, index: int) -> int:
        """The title a second time, as web pages have it: the same, or with the agency's name; 0 where it is not."""
        first = next(zone for zone in self.zones if zone.kind is BlockKind.TITLE)
        title = "".join(canonical(line.text) for line in self._lines[first.first : first.end])
        text = ""
        for stop in range(index + 1, min(index + MAX_LINES, self._end) + 1):
            if ends_sentence(self._lines[stop - 1].text) and not text:
                return 0
            text += canonical(self._lines[stop - 1].text)
            longer = text.endswith(title) and forms.is_agency_line(text.removesuffix(title))
            if text and (text == title or longer or (len(text) >= 8 and text in self._hints)):
                self._add(BlockKind.TITLE, index, stop)
                return stop
            if len(text) > len(title) + 40:
                return 0
        return 0

    def _below_title(self, index: int) -> int:
        """题注, the agency's name, who spoke and where, and 主送机关 between title and body."""
        line = self._lines[index]
        text = line.text
        if forms.is_agency_line(text) and line.width <= TITLE_COLUMNS and index + 1 < self._end:
            self._add(BlockKind.ISSUER_MARK, index, index + 1)
            return index + 1
        stop = self._head_note(index)
        if stop > index:
            self._add(BlockKind.HEAD_NOTE, index, stop)
            return stop
        joined = ""
        for stop in range(index + 1, min(index + _ADDRESSEE_LINES, self._end) + 1):
            joined += self._lines[stop - 1].text
            if forms.is_addressee_line(joined):
                self._add(BlockKind.ADDRESSEES, index, stop)
                return stop
            if any(mark in joined for mark in "。；！？") or match_marker(text) or joined[-1:] in "：:":
                break
        return index

    def _head_note(self, index: int) -> int:
        """题注: dates and how it was passed, in brackets or not; who spoke; ``index`` where it is none."""
        line = self._lines[index]
        text = line.text
        bare = forms.unbracket(text)
        if is_date_shaped(bare) or read_date(bare) is not None or (is_month(bare) and line.width <= 40):
            return index + 1
        if match_marker(text) is not None:
            return index
        if text[0] in "（(【〔":
            return self._bracketed(index)
        if _dated_name(text):
            return index + 1
        title = next(zone for zone in self.zones if zone.kind is BlockKind.TITLE)
        spoken = _SPOKEN.search(fold("".join(one.text for one in self._lines[title.first : title.end])))
        noted = self.zones[-1].kind is BlockKind.HEAD_NOTE
        if text.startswith(("—", "―", "──")) and line.width <= 2 * TITLE_COLUMNS and not ends_sentence(text):
            return index + 1
        if (spoken or noted) and forms.is_speaker_line(text) and non_blank(fold(text)) not in _PLACE_WORDS:
            return index + 1
        return index

    def _bracketed(self, index: int) -> int:
        """A note in brackets, on one line or several."""
        text = ""
        for stop in range(index + 1, min(index + _NOTE_LINES, self._end) + 1):
            text += self._lines[stop - 1].text
            if forms.HEAD_NOTE.fullmatch(text):
                return stop
            if len(text) > 400:
                break
        return index


def read_head(lines: Sequence[PhysicalLine], layout: Layout, end: int, hints: Sequence[str] = ()) -> tuple[Zone, ...]:
    """Classify the lines above the body, see ``HeadReader``."""
    return HeadReader(lines, layout, end, hints).read()


def _rule_kind(text: str) -> BlockKind | None:
    for rule in HEAD_RULES:
        if rule.matches(text):
            return rule.kind
    return None


def _dated_name(text: str) -> bool:
    """1988年12月8日，某某部 or 某某部 1988年12月8日."""
    if len(text) > 60:
        return False
    match = DATE_PATTERN.search(text)
    if match is None:
        return False
    rest = (text[: match.start()] + text[match.end() :]).strip(" 　，,、")
    return bool(rest) and (match.start() == 0 or match.end() == len(text)) and forms.is_agency_line(rest)


def _is_set_as_one(agency: PhysicalLine, following: PhysicalLine) -> bool:
    """Both lines large, of one size and centred, as on the cover of a budget: one title on two lines."""
    centred = agency.alignment is Alignment.CENTRE and following.alignment is Alignment.CENTRE
    return centred and min(agency.scale, following.scale) >= _COVER_SCALE and not agency.text.endswith("文件")
