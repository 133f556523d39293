"""结构层次序数: the ordered table of markers that open a numbered unit (GB/T 9704-2012 7.3.3; 立法法 art. 65).

To add a form, add a row; the first row that matches wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from generator.parser.numerals import ARTICLE_NUMERAL_CLASS, NUMERAL_CLASS, read_numeral


class Rank(IntEnum):
    """Kinds of markers, from the highest down; which level a rank has in a document, its outline tells."""

    DIVISION = 1  # 第一部分
    BOOK = 2  # 第一编
    SUBBOOK = 3  # 第一分编
    CHAPTER = 4  # 第一章
    SECTION = 5  # 第一节
    ARTICLE = 6  # 第一条
    FIRST = 7  # 一、
    SECOND = 8  # （一）
    THIRD = 9  # 1.
    FOURTH = 10  # （1）
    DECIMAL = 11  # 1.1


STRUCTURAL = frozenset({Rank.DIVISION, Rank.BOOK, Rank.SUBBOOK, Rank.CHAPTER, Rank.SECTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A marker at the head of a text.

    Attributes:
        rank: its kind.
        printed: without blanks: ``（一）``.
        number: its value; of a decimal its last part.
        end: offset in the text after the marker and the blanks behind it.
        inserted: 第十五条之一 has 1; else 0.
        path: the parts of a decimal (1.2.3); else empty.
    """

    rank: Rank
    printed: str
    number: int
    end: int
    inserted: int = 0
    path: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerRule:
    """One printed form; group ``n`` of the pattern is the number, group ``m`` the whole marker."""

    rank: Rank
    pattern: re.Pattern[str]


_N = rf"(?P<n>[{NUMERAL_CLASS}]{{1,5}})"
_D = r"(?P<n>[0-9０-９]{1,2})"
_O = rf"第\s*(?P<n>[{ARTICLE_NUMERAL_CLASS}]{{1,9}}|[0-9０-９]{{1,4}})\s*"
# Behind 第二章 a short name and no sentence; 第三条规定, 第二节的, 第一部分是 are words of a sentence.
_NAME = r"(?=\s*$|\s*[^。；，：！？\s](?:[^。；！？]{0,39}[^。；！？，、：])?$)(?![的和与至或之中内第款项])"
_NO_PHRASE = r"(?!\s*第|[、，,。；;的之和与或及至款项中内规所修改以前后]|本条|增加|删去)"


def _unit(rank: Rank, name: str) -> MarkerRule:
    return MarkerRule(rank=rank, pattern=re.compile(rf"\s*(?P<m>{_O}{name})(?P<gap>\s*){_NAME}"))


MARKER_RULES: tuple[MarkerRule, ...] = (
    _unit(Rank.DIVISION, r"部\s*分"),
    _unit(Rank.SUBBOOK, r"分\s*[编編]"),
    _unit(Rank.BOOK, r"[编編篇]"),
    _unit(Rank.CHAPTER, r"章"),
    _unit(Rank.SECTION, r"[节節]"),
    MarkerRule(
        rank=Rank.ARTICLE,
        pattern=re.compile(
            rf"\s*(?P<m>{_O}[条條](?:\s*之\s*(?P<z>[{NUMERAL_CLASS}]{{1,3}}))?)(?:\s+|$|[：:]|{_NO_PHRASE})\s*"
        ),
    ),
    # 一、  — but not 一、二类企业 or 十一、十二月 (two numbers that follow each other)
    MarkerRule(
        rank=Rank.FIRST,
        pattern=re.compile(rf"\s*(?P<m>{_N}\s*[、．.])\s*(?![{NUMERAL_CLASS}]{{1,3}}[、类级季产期月批次种名项是])"),
    ),
    # （一） ( 一) (一)、
    MarkerRule(rank=Rank.SECOND, pattern=re.compile(rf"\s*(?P<m>[（(]\s*{_N}\s*[）)]\s*、?)\s*")),
    # 1. 1． 1、 — but not 1.5万 or 3、4月份 or 12.4国家宪法日
    MarkerRule(rank=Rank.THIRD, pattern=re.compile(rf"\s*(?P<m>{_D}\s*[.．、])\s*(?![0-9０-９])")),
    # （1） (1) 1）
    MarkerRule(rank=Rank.FOURTH, pattern=re.compile(rf"\s*(?P<m>[（(]\s*{_D}\s*[）)]\s*、?)\s*")),
    MarkerRule(rank=Rank.FOURTH, pattern=re.compile(rf"\s*(?P<m>{_D}\s*[）)])\s*(?![0-9０-９])")),
)
# The first character tells which rows can match at all: most lines of a text open with none of them.
_BY_FIRST: dict[str, tuple[MarkerRule, ...]] = {
    "第": tuple(rule for rule in MARKER_RULES if rule.rank <= Rank.ARTICLE),
    **dict.fromkeys("（(", tuple(rule for rule in MARKER_RULES if rule.rank in {Rank.SECOND, Rank.FOURTH})),
    **dict.fromkeys(
        "0123456789０１２３４５６７８９", tuple(rule for rule in MARKER_RULES if rule.rank in {Rank.THIRD, Rank.FOURTH})
    ),
    **dict.fromkeys(NUMERAL_CLASS, tuple(rule for rule in MARKER_RULES if rule.rank is Rank.FIRST)),
}
_DECIMAL = re.compile(
    r"\s*(?P<m>(?P<n>[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){1,4})[.．、]?)(?![0-9０-９%％余多个条件次人名家户吨米公千年月日级号版度亩])(?!\s*[万亿元倍%％])\s*"
)
_TOP = re.compile(
    r"\s*(?P<m>(?P<n>[0-9０-９]{1,2})\s*[.．、]?)\s*(?=[\u4e00-\u9fff])(?![万亿元倍余多个条件次人名家户吨米公千年月日级号版度亩])"
)

# 一是 / 二是 at the head of a clause; the text before it tells whether it opens an item.
_ITEM = re.compile(
    r"(?:^|(?<=[。；;：:，,！？!?”）)]))\s*(?P<m>(?P<n>[一二三四五六七八九十]{1,3})是)(?!否|非|一[个种样]是)"
)


def match_marker(text: str) -> Marker | None:
    """The marker that opens the text, or None; decimals are no markers by form alone (``match_decimal``)."""
    for rule in _BY_FIRST.get(text.lstrip()[:1], ()):
        match = rule.pattern.match(text)
        if match is None:
            continue
        number = read_numeral("".join(match["n"].split()))
        if number:
            inserted = read_numeral(match["z"]) if rule.rank is Rank.ARTICLE and match["z"] else 0
            printed = "".join(match["m"].split())
            return Marker(rank=rule.rank, printed=printed, number=number, end=match.end(), inserted=inserted or 0)
    return None


def match_decimal(text: str) -> Marker | None:
    """1.1, 1.1.1 before a heading; None where a unit of measure follows (1.5万)."""
    match = _DECIMAL.match(text) if text.lstrip()[:1].isdecimal() else None
    if match is None:
        return None
    path = tuple(int(part) for part in re.split("[.．]", match["n"]))
    if 0 in path[:1] or any(part == 0 for part in path):
        return None
    return Marker(rank=Rank.DECIMAL, printed=match["m"].strip(), number=path[-1], end=match.end(), path=path)


def match_decimal_top(text: str) -> Marker | None:
    """``1 总则``, ``2组织体系``, ``3.预警``: the top of a decimal numbering; only where such a numbering is known."""
    match = _TOP.match(text) if text.lstrip()[:1].isdecimal() else None
    if match is None or not int(match["n"]):
        return None
    number = int(match["n"])
    printed = "".join(match["m"].split())
    return Marker(rank=Rank.DECIMAL, printed=printed, number=number, end=match.end(), path=(number,))


def find_items(text: str) -> tuple[tuple[str, int, int], ...]:
    """The 一是, 二是 … markers inside a paragraph: (marker, value, offset), in order.

    A place counts where it opens a paragraph or a clause and its number is 1 or follows the one before; a paragraph
    may open with any number, because its 一是 may stand in the paragraph before.
    """
    found: list[tuple[str, int, int]] = []
    for match in _ITEM.finditer(text):
        number = read_numeral(match["n"])
        if number is None:
            continue
        opens = not text[: match.start("m")].strip()
        follows = found[-1][1] + 1 == number if found else False
        if number == 1 or follows or opens:
            found.append((match["m"], number, match.start("m")))
    return tuple(found)


def print_label(marker: str) -> str:
    """A marker as labels show it: ``一``, ``（一）``, ``1``, ``（1）``, ``第二章``."""
    return marker.rstrip("、．.：:").translate(str.maketrans("()", "（）"))
