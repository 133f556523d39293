"""Names of central bodies (agency_names.yml: national …), also with an inner department behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.taxonomy.agency_bodies import vocabulary

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_SHORTEST = 4  # of a name known by its shape alone: 国家某局
_LONGEST = 24
_INNER = range(1, 17)  # characters of an inner department's name


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralName:
    """A central body's name at the head of a text.

    Attributes:
        start: offset of the name itself; greater than 0 where the state's name stands before it.
        end: offset after the name.
        body: offset after the body itself, before its inner department; equal to ``end`` without one.
        listed: the vocabulary has the body by name; otherwise its shape tells.
    """

    start: int
    end: int
    body: int
    listed: bool

    @property
    def inner(self) -> bool:
        """An inner department is part of the name."""
        return self.end > self.body


def central_names(text: str) -> Iterator[CentralName]:
    """Every reading of a central body's name at the head of a text; what follows is not looked at.

    Args:
        text: without blanks.
    """
    for start in _starts(text):
        for end, listed in _bodies(text, start):
            yield CentralName(start=start, end=end, body=end, listed=listed)
            if listed:
                for stop in _inner_ends(text, end):
                    yield CentralName(start=start, end=stop, body=end, listed=True)


def begins_with_central(text: str) -> bool:
    """A listed central body's name stands here, with or without the state's name."""
    return any(_listed_end(text, start) for start in _starts(text))


def agency_of_number(number: str) -> str:
    """The central body whose mark (机关代字) a document number bears: 国务院 for 国发〔1985〕7号; empty otherwise.

    Args:
        number: 发文字号; the year may stand before the mark, as in (85)国发7号.
    """
    mark = re.match(r"(?:[(（〔\[]\d{2,4}[)）〕\]])?(?P<mark>[\u4e00-\u9fff]+)", "".join(number.split()))
    return vocabulary().number_heads.get(mark["mark"].removesuffix("第"), "") if mark else ""


def _starts(text: str) -> Iterator[int]:
    yield 0
    yield from (len(name) for name in vocabulary().state_names if text.startswith(name))


def _bodies(text: str, start: int) -> Iterator[tuple[int, bool]]:
    listed = [end for end in _ends(text, start) if text[start:end] in _names()]
    yield from ((end, True) for end in listed)
    if not text.startswith(vocabulary().national_heads, start):
        return
    for end in range(start + _SHORTEST, min(len(text), start + _LONGEST) + 1):
        name = text[start:end]
        # One 局 only, at the end: 国家税务总局厦门市税务局 is no central body; nor are two listed names one.
        if name.endswith(vocabulary().national_endings) and "局" not in name[:-1] and not _is_other(text, start, end):
            yield end, False


def _is_other(text: str, start: int, end: int) -> bool:
    """The shape is broken: a stop word, a mark, a name known already, or several names in a row."""
    name = text[start:end]
    if not _HAN.fullmatch(name) or name in _names() or any(stop in name for stop in vocabulary().stops):
        return True
    inside = (first for first in _ends(text, start) if first < end and text[start:first] in _names())
    return any(begins_with_central(text[first:end]) for first in inside)


def _inner_ends(text: str, body: int) -> Iterator[int]:
    if text.startswith(vocabulary().inner_never, body):
        return
    for size in _INNER:
        name = text[body : body + size]
        if len(name) < size or not _HAN.fullmatch(name):
            return
        known = name.endswith(vocabulary().inner_endings)
        if known and not begins_with_central(name) and not any(stop in name for stop in vocabulary().stops):
            yield body + size


def _listed_end(text: str, start: int) -> int:
    return next((end for end in _ends(text, start) if text[start:end] in _names()), 0)


def _ends(text: str, start: int) -> range:
    return range(min(len(text), start + _longest()), start + 1, -1)


@cache
def _names() -> frozenset[str]:
    return frozenset(name for group in vocabulary().national.values() for name in group)


@cache
def _longest() -> int:
    return max(map(len, _names()))
