"""密级标志 and 内部 marks: a matter of place and form, never of words in a sentence.

GB/T 9704-2012, 7.2.2: the classification and its term (机密★1年) stand alone at the head of the first page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.gate.findings import INTERNAL_MARK, SECRECY_MARK
from generator.gate.marks import MarkLine, told_before
from generator.gate.rules import SecrecyRules
from generator.gate.scan_copy import Hit
from generator.model.document import BlockKind

_NUMERAL = "[0-9一二两三四五六七八九十]"
_PLAIN_TERM = (
    rf"(?:{_NUMERAL}{{1,4}}(?:年|个?月|天|日)(?:以?[内前后])?|长期|永久"
    r"|[0-9]{4}[年.-][0-9]{1,2}(?:[月.-][0-9]{1,2}日?|月)?前?)"
)
# After a star a term may also be an event: 会议开始前, 启用前.
_STAR_TERM = rf"(?:{_PLAIN_TERM}|[^。;,“”\" |]{{1,16}}(?:前|后|之日|为止))"
_OPEN = r"[(\[【〔<《]?"
_CLOSE = r"[)\]】〕>》]?"
_SHORT = 6
_JOINED_AT_MOST = 8
_LONGEST_MARK = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    own_line: re.Pattern[str]
    line_start: re.Pattern[str]
    head: re.Pattern[str]
    head_bare: re.Pattern[str]
    labelled: re.Pattern[str]
    header_matter: re.Pattern[str]


@lru_cache(maxsize=4)
def _forms(rules: SecrecyRules) -> _Forms:
    level = f"(?:{'|'.join(rules.levels)})"
    spaced = "(?:" + "|".join("[ ]{0,8}".join(word) for word in rules.levels) + ")"
    star = f"[{''.join(map(re.escape, rules.stars))}]"
    label = f"(?:{'|'.join(rules.labels)})"
    urgency = f"(?:{'|'.join(rules.urgencies)})"
    copy_number = r"(?:份号[:|]?|No\.?|编号[:|]?)?[0-9]{1,8}号?"
    before = rf"(?:{copy_number})?\|?{urgency}?\|?(?:{label}[:|]*)?{_OPEN}"
    after = rf"{_CLOSE}\|?{urgency}?\|?(?:{copy_number})?[!。]?"
    return _Forms(
        own_line=re.compile(rf"\|?{before}{level}级?{star}+[^。;“”]{{0,20}}{after}", re.IGNORECASE),
        # At the start of a line the mark must end, or the line must go on after a blank: 机密★10年”的文件 is prose.
        line_start=re.compile(
            rf"[ |\t]*(?:{copy_number} *)?(?:{urgency} *)?{spaced} *{star}+ *{_STAR_TERM}?(?=[ |\t]|$)", re.IGNORECASE
        ),
        head=re.compile(rf"(?:^|[ |\t:(\[【0-9急件提])({spaced}) *{star}"),
        head_bare=re.compile(
            rf"\|?{before}{level}(?:级|件|文件|资料)?(?:{star}+{_STAR_TERM}?|[:|-]?{_PLAIN_TERM}?){after}",
            re.IGNORECASE,
        ),
        labelled=re.compile(rf"(?:^|\|){label}[:|]+{level}(?![^|]*[或、/及和])"),
        header_matter=re.compile(rf"\|?(?:{copy_number}|{urgency}|{level}.{{0,12}})?\|?", re.IGNORECASE),
    )


def _is_mark(line: MarkLine, forms: _Forms) -> bool:
    squeezed = line.squeezed
    if len(squeezed) <= _LONGEST_MARK and forms.own_line.fullmatch(squeezed):
        return True
    if forms.line_start.match(line.text) or forms.labelled.search(squeezed):
        return True
    if not line.in_head:
        return False
    if forms.head.search(line.text):
        return True
    opens_block = all(forms.header_matter.fullmatch(earlier) for earlier in line.earlier_in_block)
    return opens_block and len(squeezed) <= _LONGEST_MARK and forms.head_bare.fullmatch(squeezed) is not None


def _is_mark_in_pieces(lines: tuple[MarkLine, ...], first: int, forms: _Forms) -> bool:
    """A mark cut over short lines of the head: 机 / 密 / ★ / 1年."""
    joined = ""
    for line in lines[first : first + _JOINED_AT_MOST]:
        if len(line.squeezed) > _SHORT or not line.in_head:
            return False
        joined += line.squeezed
        if joined != lines[first].squeezed and forms.head_bare.fullmatch(joined):
            return True
    return False


def find_secrecy_marks(lines: tuple[MarkLine, ...], rules: SecrecyRules) -> tuple[Hit, ...]:
    """Find classification marks.

    Args:
        lines: physical lines and joined blocks, see ``mark_lines``.
        rules: levels, stars, labels.

    Returns:
        A hit for: a line of its own with a star, anywhere; a line that begins with mark and star; a label and its
        value (密级：机密); at the head also a mark without star, or beside other header matter, or cut over lines;
        whatever the parser took for a classification.
    """
    forms = _forms(rules)
    levels = re.compile("|".join(rules.levels))
    initials = frozenset(level[0] for level in rules.levels)
    hits: list[Hit] = []
    for index, line in enumerate(lines):
        found = line.kind is BlockKind.SECURITY_CLASSIFICATION or (
            levels.search(line.squeezed) is not None and _is_mark(line, forms)
        )
        if not found and line.in_head and line.squeezed[:1] in initials:
            found = _is_mark_in_pieces(lines, index, forms)
        if found and not told_before(hits, SECRECY_MARK, line):
            hits.append(Hit(kind=SECRECY_MARK, start=line.start, end=line.end))
    return tuple(hits)


@lru_cache(maxsize=4)
def _internal(marks: tuple[str, ...]) -> re.Pattern[str]:
    mark = "|".join(sorted(map(re.escape, marks), key=lambda word: (-len(word), word)))
    return re.compile(rf"[*★☆※●]?[(\[【〔<《]?(?:(?:{mark})[,、;。!:|★☆*·-]*)+(?:第?[0-9]+[期号])?[)\]】〕>》]?[!。]?")


def find_internal_marks(lines: tuple[MarkLine, ...], marks: tuple[str, ...]) -> tuple[Hit, ...]:
    """Lines that consist of 内部资料, 注意保存 and the like, and of nothing else.

    In the middle of a paragraph too, since no wrapped line is that short, but not where such a line ends a sentence,
    nor inside a title or heading.
    """
    titles = (BlockKind.TITLE, BlockKind.HEADING)
    pattern = _internal(marks)
    hits: list[Hit] = []
    for line in lines:
        match = pattern.fullmatch(line.squeezed) if len(line.squeezed) <= _LONGEST_MARK else None
        bare = line.stands_alone or not (line.squeezed.endswith("。") or line.kind in titles)
        found = match is not None and bare and not line.in_row
        if found and not told_before(hits, INTERNAL_MARK, line):
            hits.append(Hit(kind=INTERNAL_MARK, start=line.start, end=line.end))
    return tuple(hits)
