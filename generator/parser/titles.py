"""标题 (GB/T 9704-2012 7.3.1): one line or several, cut by sense or inside a word, once or twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.model.text import Alignment, Evidence, EvidenceField, EvidencePlace
from generator.parser import forms
from generator.parser.characters import canonical, fold, non_blank
from generator.parser.contents import is_contents_entry
from generator.parser.dates import is_date_shaped
from generator.parser.document_numbers import read_document_number
from generator.parser.lines import PhysicalLine
from generator.parser.markers import match_marker
from generator.parser.metadata_lines import is_metadata_line

MAX_LINES = 7
TITLE_COLUMNS = 90  # of one line of a title that is cut
_WHOLE_COLUMNS = 240  # of a title that stands on one line
_MOST_CHARACTERS = 160
_SHORT_REST = 30
_NOT_TITLE_END = "。；：！？;:!?"
_OPEN_END = "、，,"
_PROSE = re.compile(r"(?:为|根据|按照|依据|现将|现就|经|自|随着|近年来|今年|去年|本报告|目前)")
_SUFFIX = re.compile(
    r"[（(〔\[][^（）()]{0,16}(?:试行|暂行|草案|稿|修订|修正|版|年度|公开|摘要|节选|摘编|全文|[—–－\-~～至]\d{4}年?|第[一二三四五六七八九十\d]+[次号批])[）)〕\]]"
)
_ATTACHED = re.compile(r"附\s*件|附\s*[:：]")
_DASHES = ("——", "—", "――", "──", "－－", "--")
_SITE_NAME = re.compile(r"\s*[_|｜]\s*|\s+[-—–]\s+|[-—–](?=[^-—–]{2,20}(?:网|门户|网站|平台)$)|--+")
_LARGE = 1.12  # type that is larger than the text's


def read_hints(evidence: Iterable[Evidence], given: Iterable[str] = ()) -> tuple[str, ...]:
    """What stands beside the text as its title: compared without blanks, brackets and quotation marks.

    Args:
        evidence: of the source; a page's ``<title>`` carries the site's name too.
        given: titles known from elsewhere, strongest first.

    Returns:
        Canonical titles, without repetitions, the strongest first.
    """
    found = [canonical(title) for title in given]
    for piece in evidence:
        if piece.field is not EvidenceField.TITLE:
            continue
        found.append(canonical(piece.value))
        if piece.place is EvidencePlace.PAGE_TITLE:
            found += [canonical(part) for part in _SITE_NAME.split(piece.value)]
    return tuple(dict.fromkeys(title for title in found if len(title) >= 4))


def match_hint(lines: Sequence[PhysicalLine], start: int, end: int, hints: Sequence[str]) -> int:
    """Index after the lines from ``start`` on that together are one of the hints; ``start`` where they are not."""
    text = ""
    for stop in range(start + 1, min(start + MAX_LINES, end) + 1):
        text += canonical(lines[stop - 1].text)
        if not any(hint.startswith(text) for hint in hints):
            return start
        if text in hints:
            return _with_suffix(lines, stop, end, hints, text)
    return start


def _with_suffix(lines: Sequence[PhysicalLine], stop: int, end: int, hints: Sequence[str], text: str) -> int:
    """A longer hint may go on over the next lines (…办法 / （试行）)."""
    for further in range(stop + 1, min(stop + 3, end) + 1):
        text += canonical(lines[further - 1].text)
        if text in hints:
            return further
    return stop


def stand_close(lines: Sequence[PhysicalLine]) -> bool:
    """Some lines follow each other without a blank line: then a blank line parts the title from the rest."""
    return any(line.blanks_before == 0 for line in lines[1:])


def title_end(lines: Sequence[PhysicalLine], start: int, end: int, *, close: bool) -> int:
    """Index after the title that begins at ``start``; ``start`` where none does.

    A title ends at the first line at which it is complete (with a 文种, its brackets closed), unless the next line
    only brings the rest of it.
    """
    text = ""
    fallback = start
    for stop in range(start + 1, min(start + MAX_LINES, end) + 1):
        line = lines[stop - 1]
        if not _goes_into_title(lines, start, stop - 1, close=close):
            break
        text += non_blank(line.text)
        if len(text) > _MOST_CHARACTERS or text.count("，") > 1 or (_PROSE.match(text) and "，" in text):
            break
        if not forms.TITLE_END.search(fold(text)):
            continue
        following = lines[stop] if stop < end else None
        if _carries_rest(text, line, following):
            continue
        if forms.is_complete_title(text):
            return with_subtitle(lines, stop, end)
        fallback = fallback if fallback > start else stop
    return with_subtitle(lines, fallback, end) if fallback > start else start


def _goes_into_title(lines: Sequence[PhysicalLine], start: int, index: int, *, close: bool) -> bool:
    line = lines[index]
    if read_document_number(line.text) or is_metadata_line(line.text) or forms.is_issuer_mark(line.text):
        return False
    if index == start:
        return is_title_like(line)
    if close and line.blanks_before and not _same_large_type(lines[index - 1], line):
        return False
    if _other_type(lines[index - 1], line):
        return False
    return is_title_like(line, first=False)


def _carries_rest(text: str, last: PhysicalLine, following: PhysicalLine | None) -> bool:
    """The title ends with a 文种 already, but the next line carries only the rest of it (…情况 / 的报告)."""
    if following is None or not is_title_like(following, first=False) or _other_type(last, following):
        return False
    rest = non_blank(following.text)
    if len(rest) > _SHORT_REST or not forms.TITLE_END.search(fold(rest)):
        return False
    if canonical(text).startswith(canonical(rest)[:12]) or canonical(text) in canonical(rest):  # the title once more
        return False
    if rest.startswith("的"):
        return True
    if forms.LOOSE_TITLE_END.search(fold(non_blank(last.text))) and len(rest) <= 20:
        return True
    carried = forms.carries_on(rest) and not forms.ends_with_carrier(text) and not fold(rest).startswith("关于")
    return (carried and "关于" in fold(text)) or _same_large_type(last, following)


def with_subtitle(lines: Sequence[PhysicalLine], stop: int, end: int) -> int:
    """Take into the title （试行） and the like, and a subtitle behind a dash that names a 文种 (——在…会上的讲话)."""
    if stop < end and _SUFFIX.fullmatch(lines[stop].text) and not is_date_shaped(forms.unbracket(lines[stop].text)):
        stop += 1
    if stop < end and lines[stop].text.startswith(_DASHES):
        text = ""
        for further in range(stop, min(stop + 3, end)):
            if not is_title_like(lines[further], first=False):
                break
            text += non_blank(lines[further].text)
            if forms.TITLE_END.search(fold(text)):
                return further + 1
    return stop


def stands_out(line: PhysicalLine) -> bool:
    """The format shows it: larger type than the text's."""
    return line.scale >= _LARGE


def _same_large_type(left: PhysicalLine, right: PhysicalLine) -> bool:
    return stands_out(left) and abs(left.scale - right.scale) <= 0.04 and left.alignment is right.alignment


def _other_type(left: PhysicalLine, right: PhysicalLine) -> bool:
    """Two sizes of type make no one title, nor do a centred line and one at the margin."""
    if left.scale and right.scale and abs(left.scale - right.scale) > 0.15:
        return True
    return Alignment.CENTRE in {left.alignment, right.alignment} and Alignment.RIGHT in {
        left.alignment,
        right.alignment,
    }


def is_title_like(line: PhysicalLine, *, first: bool = True) -> bool:
    """A line that may be a title or a part of one (``first``: its beginning)."""
    text = line.text
    if line.cell is not None or text[-1] in _NOT_TITLE_END or "。" in text:
        return False
    if line.width > TITLE_COLUMNS and not (
        line.width <= _WHOLE_COLUMNS and forms.is_complete_title(non_blank(text)) and "，" not in text
    ):
        return False
    if match_marker(text) is not None or is_date_shaped(forms.unbracket(text)) or is_contents_entry(text):
        return False
    if first and (text.startswith(("（", "(", *_DASHES)) or _ATTACHED.match(text) or text[-1] in _OPEN_END[1:]):
        return False
    return any("\u4e00" <= character <= "\u9fff" for character in text)
