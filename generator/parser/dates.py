"""Dates as official documents print them (GB/T 9704-2012 7.3.5.4; older ones in Chinese numerals)."""

from __future__ import annotations

import re
from datetime import date

from generator.parser.numerals import read_numeral, read_year

_YEAR = r"(?P<year>(?:\d\s*){4}|(?:[〇○零ＯOo０0一二三四五六七八九]\s*){4})"
_MONTH = r"(?P<month>(?:\d\s*){1,2}|(?:[一二三四五六七八九十元正]\s*){1,2})"
_DAY = r"(?P<day>(?:\d\s*){1,2}|(?:[一二三四五六七八九十廿卅]\s*){1,3})"
DATE_PATTERN = re.compile(rf"{_YEAR}年\s*{_MONTH}月\s*{_DAY}[日号]")
_NUMERIC = re.compile(r"(?P<year>\d{4})\s*[-./／－]\s*(?P<month>\d{1,2})\s*[-./／－]\s*(?P<day>\d{1,2})(?!\d)")


def read_date(text: str) -> date | None:
    """The date that makes up the whole text, or None.

    ``2021年11月13日``, ``2021 年 11 月 13 日``, ``二〇二一年十一月十三日``, ``2021-11-13``, ``2021.11.13``.
    """
    stripped = text.strip()
    match = DATE_PATTERN.fullmatch(stripped) or _NUMERIC.fullmatch(stripped)
    return _value(match) if match else None


def find_date(text: str) -> tuple[re.Match[str], date | None] | None:
    """The first date-like place in a text, with its value (None where no such day exists)."""
    match = DATE_PATTERN.search(text) or _NUMERIC.search(text)
    return (match, _value(match)) if match else None


def _value(match: re.Match[str]) -> date | None:
    year = read_year("".join(match["year"].split()))
    month = read_numeral("".join(match["month"].split()))
    day = read_numeral("".join(match["day"].split()))
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
