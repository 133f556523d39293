"""Numbers spelled in Chinese numerals (一三八…): the same copy with digits in their place."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.gate.scan_copy import ScanCopy

_NUMERALS = "〇○零一二三四五六七八九幺"
_DIGITS = str.maketrans(_NUMERALS, "000123456789" + "1")
# Dates and years never come so long in one run: 二〇二一年 ends at 年.
_ANY = f"[{_NUMERALS}0-9]"
_RUN = re.compile(rf"(?<!{_ANY})(?=[0-9 -]{{0,30}}[{_NUMERALS}]){_ANY}(?:[ -]{{0,2}}{_ANY}){{10,24}}(?!{_ANY})")


def with_chinese_digits(copy: ScanCopy) -> ScanCopy | None:
    """The copy with long runs of Chinese numerals written in digits, character by character, so that places stay true.

    Args:
        copy: the folded text.

    Returns:
        The copy, or None where there is no such run.
    """
    text = _RUN.sub(lambda match: match.group().translate(_DIGITS), copy.text)
    return replace(copy, text=text) if text != copy.text else None
