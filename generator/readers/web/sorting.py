"""The lines of the page, each for what it is: text, title, the directory's, the site's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.text import Evidence, EvidenceField, EvidencePlace, RemovalReason
from generator.readers.web.body import Body, is_link_line
from generator.readers.web.furniture import SiteLine, is_company_line, is_footer, site_line
from generator.readers.web.labels import find_labelled, is_value
from generator.readers.web.metadata import Directory
from generator.readers.web.page import PageLine, WebPage, compact, is_sentence
from generator.readers.web.site_rules import Zone

_HEAD_LINES = 14
_LINES_ABOVE = 25  # of the page above the text, where its site tells source and day
_LINES_BELOW = 8
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]+\s*、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章条]|\d{1,2}\s*[.．、])"
)
_RELATED = re.compile(
    r"(?:相关(?:链接|稿件|文章|新闻|阅读|信息|解读|文件|文档|内容|政策|报道|资讯|推荐)|延伸阅读|推荐阅读|热点信息|最新信息)[:：]?"
)
_DATE_LINE = re.compile(r"(?:\d{4}|[〇○零一二三四五六七八九O０]{4})\s*年.{1,8}月.{1,6}[日号]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """What each line is.

    Attributes:
        reasons: index of a line -> why it is not text; lines that are missing are text.
        evidence: what directory and site lines tell.
    """

    reasons: dict[int, RemovalReason]
    evidence: tuple[Evidence, ...]


def sort_lines(page: WebPage, body: Body, directories: Sequence[Directory]) -> Sorted:
    """Tell text from everything else on the page.

    Inside the text only a directory at its edge and whole lines of the site are taken out.
    """
    reasons: dict[int, RemovalReason] = {}
    evidence: list[Evidence] = []
    lines = page.lines
    directory_lines = set().union(*(one.lines for one in directories)) if directories else set()
    head_end, tail_start = _edges(lines, body, directory_lines)
    for directory in directories:
        inside = {index for index in directory.lines if body.first <= index < body.end}
        if inside and not (max(inside) < head_end or min(inside) >= tail_start):
            continue  # a table or list of the text itself
        for index in directory.lines:
            reasons[index] = RemovalReason.SITE_METADATA
        evidence += [
            Evidence(field=one.field, value=one.value, place=EvidencePlace.METADATA_TABLE, line=one.line + 1)
            for one in directory.statements
        ]
    for index in range(body.first, body.end):
        if index in reasons:
            continue
        zone = Zone.HEAD if index < head_end else Zone.TAIL if index >= tail_start else Zone.MIDDLE
        found = site_line(lines[index].text, zone) if lines[index].cell is None or zone is not Zone.MIDDLE else None
        if found is not None:
            reasons[index] = RemovalReason.SITE_FURNITURE
            evidence += _told(found, index)
    _related(lines, body, tail_start, reasons)
    _footers(lines, body, tail_start, reasons)
    for index in (*range(body.first), *range(body.end, len(lines))):
        if index in reasons:
            continue
        reasons[index] = RemovalReason.SITE_FURNITURE
        if body.first - _LINES_ABOVE <= index < body.end + _LINES_BELOW and not is_link_line(lines[index]):
            evidence += _beside(lines[index].text, index, above=index < body.first)
    return Sorted(reasons=reasons, evidence=tuple(evidence))


def _edges(lines: Sequence[PageLine], body: Body, directory: set[int]) -> tuple[int, int]:
    """Index where the head of the text is over, and where its tail begins."""
    head_end = body.first
    own = 0
    while head_end < body.end and own < _HEAD_LINES:
        if head_end not in directory:
            if _opens_text(lines[head_end].text):
                break
            own += 1
        head_end += 1
    tail_start = body.end
    while tail_start > head_end and (tail_start - 1 in directory or not _closes_text(lines[tail_start - 1].text)):
        tail_start -= 1
    return head_end, tail_start


def _opens_text(text: str) -> bool:
    bare = text.strip()
    if is_sentence(bare) and site_line(bare, Zone.HEAD) is None:
        return True
    return (bare.endswith(("：", ":")) and site_line(bare, Zone.HEAD) is None and not find_labelled(bare)) or (
        _NUMBERED.match(bare) is not None
    )


def _closes_text(text: str) -> bool:
    """The last line of running text, or a date of writing: what stands below may be the site's."""
    bare = text.strip()
    if site_line(bare, Zone.TAIL) is not None:
        return False
    return is_sentence(bare) or "。" in bare or _DATE_LINE.fullmatch(compact(bare)) is not None


def _related(lines: Sequence[PageLine], body: Body, tail: int, reasons: dict[int, RemovalReason]) -> None:
    """Below the text: 相关链接 and the links under it."""
    under = False
    for index in range(tail, body.end):
        bare = compact(lines[index].text)
        if _RELATED.fullmatch(bare) or re.fullmatch(r"[【\[]?(?:上|下)一[篇条].*", bare):
            under = True
            reasons[index] = RemovalReason.SITE_FURNITURE
        elif under and is_link_line(lines[index]):
            reasons[index] = RemovalReason.SITE_FURNITURE
        elif index not in reasons:
            under = False


def _footers(lines: Sequence[PageLine], body: Body, tail: int, reasons: dict[int, RemovalReason]) -> None:
    """Below the text: the lines of a site's footer around 版权所有 or ICP备."""
    marks = [index for index in range(tail, body.end) if is_footer(lines[index].text)]
    if not marks:
        return
    for index in range(tail, body.end):
        if is_company_line(lines[index].text) and any(abs(index - mark) <= 4 for mark in marks):
            reasons[index] = RemovalReason.SITE_FURNITURE


def _told(line: SiteLine, index: int) -> list[Evidence]:
    return [
        Evidence(field=field, value=value, place=EvidencePlace.PAGE_LINE, line=index + 1) for field, value in line.told
    ]


def _beside(text: str, index: int, *, above: bool) -> list[Evidence]:
    """What a line outside the text tells: a site's line, or one or two labels of the directory alone."""
    if len(text) > 300:
        return []
    zone = Zone.HEAD if above else Zone.TAIL
    found = site_line(text, zone)
    if found is not None:
        return _told(found, index)
    labelled = find_labelled(text)
    if not labelled or labelled[0].start > 3 or not all(one.marked for one in labelled):
        return []
    return [
        Evidence(field=one.label.field, value=one.value, place=EvidencePlace.PAGE_LINE, line=index + 1)
        for one in labelled
        if one.label.field not in {None, EvidenceField.TITLE} and one.label.strong and is_value(one.value)
        if one.label.field is not None and len(one.value) <= 80
    ]
