"""The year of a report: the one it tells of, or, for documents that tell of none, the one it was written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from generator.model.diagnostics import Diagnostic, Parsed
from generator.parser.characters import half_width_digits
from generator.parser.numerals import read_year
from generator.taxonomy import findings

_TITLE_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d\d|[二一][〇○零OＯ九][〇○零OＯ一二三四五六七八九]{2})(?:年|(?=[^\d\-—–－]))"
)
_RANGE = re.compile(r"\d{4}\s*年?\s*[-—–－至~～]+\s*\d{4}\s*年?")
_NAME_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_OPENING = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年")
_TELLS = re.compile(r"(?:(?:19|20)\d\d)\s*年(?:度)?(?=[^。]{0,30}(?:报告|汇报|情况|总结))")
_NUMBER_YEAR = re.compile(
    r"[〔\[［（(【﹝]\s*(?:(?P<full>(?:19|20)\d\d)|(?P<short>[5-9]\d))\s*[〕\]］）)】﹞]|(?P<plain>(?:19|20)\d\d)年"
)


def catalogue_year(
    *, told: int | None, tells: bool, stated: int | None, written: date | None, number: str
) -> int | None:
    """The year under which a report stands in the catalogue.

    The sidecar's; for a document that tells of a year or plans one (an annual report, a budget) that year and no
    other, since it is signed a year or more away from it; for any other the year of the date of writing, else that of
    the document number, else a year that title or opening names.

    Args:
        told: what ``find_year`` read in title and opening.
        tells: the document type tells of a year (``TypeRule.names_year``).
        stated: the sidecar's year.
        written: 成文日期.
        number: 发文字号; a year of two digits (国发(85)7号) is one of the 20th century.
    """
    if stated is not None:
        return stated
    if tells:
        return told
    if written is not None:
        return written.year
    match = _NUMBER_YEAR.search(half_width_digits(number))
    return int(match["full"] or match["plain"] or f"19{match['short']}") if match is not None else told


def find_year(*, title: str, opening: Sequence[str], stated: int | None, name: str) -> Parsed[int | None]:
    """Find the year reported on.

    Args:
        title: 标题, normal form.
        opening: the body's first paragraphs, in order.
        stated: what the sidecar says, or None.
        name: the file's name, which only serves to point out a contradiction.

    Returns:
        The year or None, with findings where sources differ or none tells.
    """
    in_title = _in_title(title)
    in_name = _NAME_YEAR.search(half_width_digits(name))
    found: list[Diagnostic] = []
    year = stated or in_title or _in_opening(opening)
    if year is None:
        return Parsed(value=None, diagnostics=(findings.NO_YEAR.at(),))
    for other, where in ((stated, "说明文件"), (int(in_name.group(1)) if in_name else None, "文件名")):
        if in_title is not None and other is not None and other != in_title:
            found.append(findings.YEAR_CONFLICT.at(title_year=in_title, where=where, other_year=other))
    return Parsed(value=year, diagnostics=tuple(found))


def _in_title(title: str) -> int | None:
    match = _TITLE_YEAR.search(_RANGE.sub("", half_width_digits(title)))
    return read_year(match["year"]) if match else None


def _in_opening(opening: Sequence[str]) -> int | None:
    """A year in 现将…2021年…情况报告如下, else the only year that opens a sentence."""
    for text in opening:
        compact = _RANGE.sub("", half_width_digits("".join(text.split())))
        match = _TELLS.search(compact) or re.match(_OPENING, compact)
        if match:
            return int(match.group()[:4])
    return None
