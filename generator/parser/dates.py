"""Dates as official documents print them (GB/T 9704-2012 7.3.5.4; older ones in Chinese numerals)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from generator.parser.numerals import read_numeral, read_year

_ZERO = "〇○◯零ＯOoОο0０"
_YEAR = rf"(?P<year>(?:\d\s*){{4}}|(?:[{_ZERO}一二三四五六七八九]\s*){{4}})"
_MONTH = r"(?P<month>(?:\d\s*){1,2}|(?:[一二三四五六七八九十元正]\s*){1,2})"
_DAY = r"(?P<day>(?:\d\s*){1,2}|(?:[一二三四五六七八九十廿卅]\s*){1,3})"
DATE_PATTERN = re.compile(rf"{_YEAR}年\s*{_MONTH}月\s*{_DAY}[日号號]")
_NUMERIC = re.compile(r"(?P<year>\d{4})\s*[-./／－]\s*(?P<month>\d{1,2})\s*[-./／－]\s*(?P<day>\d{1,2})(?!\d)")
# A date-like line that names no possible day still ends the text: it is reported, not taken for a paragraph.
_DATE_SHAPED = re.compile(
    rf"[\d\s{_ZERO}一二三四五六七八九十]{{4,12}}年[\d\s一二三四五六七八九十元]{{1,5}}月[\d\s一二三四五六七八九十廿卅]{{1,6}}[日号號]"
)
_MONTH_ONLY = re.compile(rf"{_YEAR}年\s*{_MONTH}月")
_TIME_BEHIND = re.compile(r"\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$")


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


def find_dates(text: str) -> Iterator[tuple[re.Match[str], date]]:
    """Every possible day of a text written with 年, 月 and 日, in order."""
    for match in DATE_PATTERN.finditer(text):
        value = _value(match)
        if value is not None:
            yield match, value


def is_date_shaped(text: str) -> bool:
    """The whole text reads as a day, possible or not (a time of day behind it makes it a web page's line)."""
    stripped = text.strip()
    if not 6 <= len(stripped) <= 40 or ("年" not in stripped and not stripped[0].isdecimal()):
        return False
    return _is_shaped(stripped)


@lru_cache(maxsize=4096)  # the steps of the parser ask the same of the same short lines
def _is_shaped(text: str) -> bool:
    if _TIME_BEHIND.search(text):
        return False
    return read_date(text) is not None or bool(_DATE_SHAPED.fullmatch(text))


def is_month(text: str) -> bool:
    """The whole text is a year and a month without a day: a signature's date that tells no day."""
    return len(text) <= 24 and bool(_MONTH_ONLY.fullmatch(text.strip()))


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
