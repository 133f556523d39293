"""The year that a report tells of: from the title, then the opening; never from the date of writing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.diagnostics import Diagnostic, Parsed
from generator.parser.numerals import read_year
from generator.taxonomy import findings

_TITLE_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d\d|[二一][〇○零OＯ九][〇○零OＯ一二三四五六七八九]{2})(?:年|(?=[^\d\-—–－]))"
)
_RANGE = re.compile(r"\d{4}\s*年?\s*[-—–－至~～]+\s*\d{4}\s*年?")
_NAME_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_OPENING = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年")
_TELLS = re.compile(r"(?:(?:19|20)\d\d)\s*年(?:度)?(?=[^。]{0,30}(?:报告|汇报|情况|总结))")


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
    in_name = _NAME_YEAR.search(name)
    found: list[Diagnostic] = []
    year = stated or in_title or _in_opening(opening)
    if year is None:
        return Parsed(value=None, diagnostics=(findings.NO_YEAR.at(),))
    for other, where in ((stated, "说明文件"), (int(in_name.group(1)) if in_name else None, "文件名")):
        if in_title is not None and other is not None and other != in_title:
            found.append(findings.YEAR_CONFLICT.at(title_year=in_title, where=where, other_year=other))
    return Parsed(value=year, diagnostics=tuple(found))


def _in_title(title: str) -> int | None:
    match = _TITLE_YEAR.search(_RANGE.sub("", title))
    return read_year(match["year"]) if match else None


def _in_opening(opening: Sequence[str]) -> int | None:
    """A year in 现将…2021年…情况报告如下, else the only year that opens a sentence."""
    for text in opening:
        compact = _RANGE.sub("", "".join(text.split()))
        match = _TELLS.search(compact) or re.match(_OPENING, compact)
        if match:
            return int(match.group()[:4])
    return None
