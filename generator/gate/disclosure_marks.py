"""公开属性 as a mark: a line of its own, a bracketed note, a label with its value; never words in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.gate.findings import (
    DISCLOSURE_ON_REQUEST,
    DISCLOSURE_WITHHELD,
    MARK_CONFLICT,
    MARK_REQUIRED,
    NO_DISCLOSURE_BASIS,
)
from generator.gate.marks import MarkLine, squeeze, told_before
from generator.gate.rules import DisclosureRules
from generator.gate.scan_copy import Hit
from generator.model.diagnostics import Diagnostic, DiagnosticKind
from generator.model.document import BlockKind
from generator.model.report import Disclosure, DisclosureBasis

_OPEN = r"[(\[【〔{<《]"
_CLOSE = r"[)\]】〕}>》]"
_LINK = "(?:为|属于|属|系|按|仅限|限|应|拟)?"
_LONGEST_LINE = 60
_SENTENCE = re.compile("[。;,!?]")
_NEXT_LABEL = "(?:公开|信息|发布|发文|索引|主题|文号|有效|成文|生成|是否|责任|来源)"
# Where a bracket at the end of the last line speaks of the whole document.
_FRAME = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.HEAD_NOTE,
        BlockKind.CLOSING,
        BlockKind.SIGNATURE,
        BlockKind.DATE_OF_WRITING,
        BlockKind.COPY_TO,
        BlockKind.PRINTING,
        BlockKind.NOTE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    own_line: re.Pattern[str]
    cell: re.Pattern[str]
    anywhere: re.Pattern[str]
    frame_end: re.Pattern[str]
    prose_end: re.Pattern[str]
    in_note: re.Pattern[str]


def _words(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=4)
def _forms(rules: DisclosureRules) -> _Forms:
    value = (
        f"(?:(?P<request>{_words(rules.on_request)})|(?P<withheld>{_words(rules.withheld)})"
        f"|(?P<open>{_words(rules.proactive)}))"
    )
    subject = f"(?:{_words(rules.subjects)})"
    label = f"(?:{_words(rules.labels)})"
    pair = rf"{_OPEN}?{label}{_CLOSE}?[:|]*{_OPEN}?(?:{value}|(?P<short>依申请|申请公开)|(?P<no>否|不))"
    cell_end = rf"(?={_CLOSE}?(?:$|[|;,。]|{_NEXT_LABEL}))"
    return _Forms(
        own_line=re.compile(
            rf"[*★☆※●·|-]*{_OPEN}?(?:{subject}[:|]?)?(?:{label}[:|]*)?{_LINK}{value}(?:件|类|文件)?[。.;!]?{_CLOSE}?[。.|]?"
        ),
        cell=re.compile(rf"(?:^|\|){pair}{cell_end}"),
        anywhere=re.compile(rf"{pair.replace('[:|]*', '[:|]+', 1)}{cell_end}"),
        frame_end=re.compile(rf"{_OPEN}(?:{subject})?(?:{label}[:|]*)?{_LINK}{value}[。.]?{_CLOSE}[。.]?$"),
        prose_end=re.compile(rf"{_OPEN}{subject}(?:{label}[:|]*)?{_LINK}{value}[。.]?{_CLOSE}[。.]?$"),
        in_note=re.compile(rf"{subject}{_LINK}{value}"),
    )


def _kind(match: re.Match[str]) -> DiagnosticKind | None:
    """Which kind of mark; None for 主动公开."""
    groups = match.groupdict()
    if groups["request"] or groups.get("short"):
        return DISCLOSURE_ON_REQUEST
    if groups["withheld"] or groups.get("no"):
        return DISCLOSURE_WITHHELD
    return None


def _matches(line: MarkLine, forms: _Forms) -> Iterator[re.Match[str]]:
    text = line.squeezed
    short = len(text) <= _LONGEST_LINE
    if short and (match := forms.own_line.fullmatch(text)):
        marked = max(match.start("request"), match.start("withheld"), match.start("open")) > 0
        if line.stands_alone or (marked and not text.endswith("。")):
            yield match
    table_like = "|" in text
    if table_like or (short and not text.endswith("。")):
        yield from forms.cell.finditer(text)
    labels_in_a_row = short and text.count(":") > 1 and not _SENTENCE.search(text)
    if table_like or labels_in_a_row or line.kind is BlockKind.METADATA_LINE:
        yield from forms.anywhere.finditer(text)
    if line.is_last and line.kind in _FRAME:
        yield from forms.frame_end.finditer(text)
    if line.is_last and line.kind is BlockKind.PARAGRAPH:
        yield from forms.prose_end.finditer(text[-_LONGEST_LINE:])
    if line.kind is BlockKind.NOTE:
        yield from forms.in_note.finditer(text)


def find_disclosure_marks(lines: tuple[MarkLine, ...], rules: DisclosureRules) -> tuple[tuple[Hit, ...], bool]:
    """Find marks of the disclosure attribute.

    Args:
        lines: see ``mark_lines``.
        rules: subjects, labels, values.

    Returns:
        The marks that hold, and whether the text also carries a mark 主动公开.
    """
    forms = _forms(rules)
    hits: list[Hit] = []
    proactive = False
    for line in lines:
        if "公开" not in line.squeezed:
            continue
        kinds = {_kind(match) for match in _matches(line, forms)}
        proactive = proactive or None in kinds
        hits.extend(
            Hit(kind=kind, start=line.start, end=line.end)
            for kind in (DISCLOSURE_ON_REQUEST, DISCLOSURE_WITHHELD)
            if kind in kinds and not told_before(hits, kind, line)
        )
    return tuple(hits), proactive


def judge_attribute(
    disclosure: DisclosureBasis,
    marks: tuple[Hit, ...],
    proactive_mark: bool,
    rules: DisclosureRules,
    require_mark: bool,
) -> tuple[Diagnostic, ...]:
    """Compare the report's attribute with the marks in its text.

    Args:
        disclosure: attribute, mark and basis of the report.
        marks: closed marks found in the text.
        proactive_mark: the text carries 主动公开.
        rules: the values' wordings.
        require_mark: hold a report without any mark.

    Returns:
        Findings about the whole document (政府信息公开条例 arts. 13, 17, 19, 20).
    """
    found: list[Diagnostic] = []
    read = _forms(rules).own_line.fullmatch(squeeze(disclosure.mark)) if disclosure.mark else None
    read_kind = None if read is None else _kind(read)
    opened = proactive_mark or (read is not None and read_kind is None)
    closed_attribute = {
        Disclosure.ON_REQUEST: DISCLOSURE_ON_REQUEST,
        Disclosure.WITHHELD: DISCLOSURE_WITHHELD,
    }.get(disclosure.attribute)
    known = {mark.kind.code for mark in marks}
    for kind, place in ((closed_attribute, disclosure.basis or "公开属性"), (read_kind, "文中标注")):
        if kind is not None and kind.code not in known:
            known.add(kind.code)
            found.append(kind.at(place=place))
    closed = bool(known)
    if (closed and opened) or (bool(marks) and disclosure.attribute is Disclosure.PROACTIVE):
        found.append(MARK_CONFLICT.at())
    if disclosure.attribute is Disclosure.UNKNOWN and not closed and not opened:
        found.append(NO_DISCLOSURE_BASIS.at())
    if require_mark and not opened and not closed:
        found.append(MARK_REQUIRED.at())
    return tuple(found)
