"""What the characters of a line tell about its place on a page: page numbers, markers, ends of sentences."""

from __future__ import annotations

import re
import unicodedata

_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,7}|[〇○零一二三四五六七八九十百]{1,5})"
_DASH = r"[-—–－―﹣−‐‑_·．.•∙~～|｜*＊─]"
# — 1 —, -1-, －１－, ·3·, 第 3 页 共 10 页, 3/10, Page 3 of 10: nothing but a page number is written so.
_DECORATED = re.compile(
    rf"{_DASH}{{1,4}}{_NUMBER}{_DASH}{{1,4}}"
    rf"|第{_NUMBER}页(?:[,，、/／|｜]?[(（]?[共总]{_NUMBER}页[)）]?)?"
    rf"|[共总]{_NUMBER}页[,，、/／|｜]?第{_NUMBER}页"
    rf"|\d{{1,4}}[/／]\d{{1,4}}|(?:page|p)\.?\d{{1,4}}(?:of\d{{1,4}})?|\d{{1,4}}of\d{{1,4}}",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\d{{1,4}}|[ivxlc]{{1,7}}|{_DASH}{{1,3}}\d{{1,4}}|\d{{1,4}}{_DASH}{{1,3}}", re.IGNORECASE)
_MARKER = re.compile(
    r"[（(]?[一二三四五六七八九十百\d]{1,4}(?:[)）、]|[．.，,](?!\d))|第[一二三四五六七八九十百零\d]{1,5}[编章节条款部]"
    r"|附\s*[件表录]|[●■◆▪•·]"
)
_INNER_MARKER = re.compile(r"[一二三四五六七八九十]是|[①-⑳⑴-⒇]")  # these number sentences inside a paragraph too
_LEADERS = re.compile(r"(?:…{2,}|\.{5,}|·{5,}|．{4,}|-{6,}|_{6,}|(?:\.\s){4,})\s*\d{0,4}\s*$")
_SENTENCE_END = "。！？；：!?;…"
_CLOSERS = "”’」』）)】》〉]"
_NO_LINE_END = "（《〈“‘【〔「『([{"
_NO_LINE_START = "，。、；：！？”’）》】〉」』,.;:!?)%％]…"


def is_page_number(text: str) -> bool:
    """A page number by its form alone; several on one line are the pages of a sheet."""
    pieces = text.split("    ")
    return all(_DECORATED.fullmatch(_compact(piece)) for piece in pieces if piece.strip())


def bare_number(text: str) -> int | None:
    """The value of a line that is nothing but a number, which may be a page number; -1 for a Roman one."""
    compact = _compact(text)
    if not _BARE.fullmatch(compact):
        return None
    digits = re.sub(r"\D", "", compact)
    return int(digits) if digits else -1


def without_page_number(text: str) -> str:
    """A running head's constant part: without a page number at either end, and without blanks."""
    pieces = [piece for piece in re.split(r"\s+|[|｜]", text) if piece]
    while len(pieces) > 1 and _is_number(pieces[-1]):
        pieces.pop()
    while len(pieces) > 1 and _is_number(pieces[0]):
        pieces.pop(0)
    return "".join(pieces)


def opens_item(text: str) -> bool:
    """Starts as numbered paragraphs do."""
    return _MARKER.match(text) is not None or counts_inside(text)


def counts_inside(text: str) -> bool:
    """Starts with a number that also counts sentences inside a paragraph: 二是, ②."""
    return _INNER_MARKER.match(text) is not None


def has_leaders(text: str) -> bool:
    """An entry of a table of contents: dots out to a page number."""
    return _LEADERS.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Ends with a full stop, colon or the like, closing quotes and brackets aside."""
    core = text.rstrip().rstrip(_CLOSERS)
    return bool(core) and core[-1] in _SENTENCE_END


def first_unit(text: str) -> float:
    """Room in em that a line must have left to take the first piece of ``text`` that may not be cut.

    A Chinese character with the closing marks behind it, or a whole Latin word or number.
    """
    end = 1
    while end < len(text) and text[end - 1] in _NO_LINE_END:
        end += 1
    if end == 1 and text[:1].isascii() and not text[:1].isspace():
        while end < len(text) and text[end].isascii() and not text[end].isspace():
            end += 1
    while end < len(text) and text[end] in _NO_LINE_START:
        end += 1
    return sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else 0.55 for one in text[:end])


def _is_number(piece: str) -> bool:
    return _DECORATED.fullmatch(_compact(piece)) is not None or bare_number(piece) is not None


def _compact(text: str) -> str:
    """Without blanks and with half-width digits, for looking only."""
    return "".join(str(int(one)) if one.isdecimal() else one for one in "".join(text.split()))
