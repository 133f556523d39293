"""结构层次序数: the ordered table of markers that open a numbered unit (GB/T 9704-2012 7.3.3).

To add a form, add a row; the first row that matches wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.parser.numerals import NUMERAL_CLASS, read_numeral


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A marker at the head of a text.

    Attributes:
        level: 1 to 4.
        printed: without blanks: ``（一）``.
        number: its value.
        end: offset in the text after the marker and the blanks behind it.
    """

    level: int
    printed: str
    number: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerRule:
    """One printed form; group ``n`` of the pattern is the number, group ``m`` the whole marker."""

    level: int
    pattern: re.Pattern[str]


_N = rf"(?P<n>[{NUMERAL_CLASS}]{{1,5}})"
_D = r"(?P<n>[0-9０-９]{1,2})"
MARKER_RULES: tuple[MarkerRule, ...] = (
    # 一、  — but not 一、二类企业 or 十一、十二月 (two numbers that follow each other)
    MarkerRule(
        level=1,
        pattern=re.compile(rf"\s*(?P<m>{_N}\s*[、．.])\s*(?![{NUMERAL_CLASS}]{{1,3}}[、类级季产期月批次种名项是])"),
    ),
    # （一） ( 一) (一)、
    MarkerRule(level=2, pattern=re.compile(rf"\s*(?P<m>[（(]\s*{_N}\s*[）)]\s*、?)\s*")),
    # 1. 1． 1、 — but not 1.5万 or 3、4月份 or 12.4国家宪法日
    MarkerRule(level=3, pattern=re.compile(rf"\s*(?P<m>{_D}\s*[.．、])\s*(?![0-9０-９])")),
    # （1） (1) 1）
    MarkerRule(level=4, pattern=re.compile(rf"\s*(?P<m>[（(]\s*{_D}\s*[）)]\s*、?)\s*")),
    MarkerRule(level=4, pattern=re.compile(rf"\s*(?P<m>{_D}\s*[）)])\s*(?![0-9０-９])")),
)

# 一是 / 二是 at the head of a clause; the text before it tells whether it opens an item.
_ITEM = re.compile(
    r"(?:^|(?<=[。；;：:，,！？!?”）)]))\s*(?P<m>(?P<n>[一二三四五六七八九十]{1,3})是)(?!否|非|一[个种样]是)"
)


def match_marker(text: str) -> Marker | None:
    """The marker that opens the text, or None."""
    for rule in MARKER_RULES:
        match = rule.pattern.match(text)
        if match is None:
            continue
        number = read_numeral("".join(match["n"].split()))
        if number:
            return Marker(level=rule.level, printed="".join(match["m"].split()), number=number, end=match.end())
    return None


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
    """A marker as labels show it: ``一``, ``（一）``, ``1``, ``（1）``."""
    return marker.rstrip("、．.").translate(str.maketrans("()", "（）"))
