"""Private mobile numbers: 11 digits from 13 to 19, with or without the country code."""

from __future__ import annotations

import re

from generator.gate.digit_windows import DigitWindow
from generator.gate.findings import PRIVATE_MOBILE
from generator.gate.labels import labelled
from generator.gate.rules import NumberRules
from generator.gate.scan_copy import Hit, ScanCopy

_GROUPS = frozenset({(11,), (3, 4, 4), (3, 3, 5), (3, 8), (4, 3, 4), (4, 4, 3), (1,) * 11})
_WITH_PREFIX = re.compile(r"(0|86|0086)?1[3-9][0-9]{9}")
_NEXT_MOBILE = re.compile(r"[ -]{1,3}1[3-9][0-9][ -]{1,3}[0-9]{4}[ -]{1,3}[0-9]{4}(?![0-9])")
_LAST_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9][ -]{1,3}[0-9]{4}[ -]{1,3}[0-9]{4}[ -]{1,3}$")
_WORD_BEFORE = re.compile(r"[A-Za-z.]+$")


def has_mobile_shape(digits: str) -> bool:
    """Whether the digits are a mobile number, with or without 0, 86 or 0086 before it."""
    return _WITH_PREFIX.fullmatch(digits) is not None


def _groups_after(prefix: str, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """The groups of the number proper, once the prefix is taken from the first; empty if they do not fit."""
    if sizes[0] > len(prefix):
        return (sizes[0] - len(prefix), *sizes[1:])
    return sizes[1:] if sizes[0] == len(prefix) else ()


def _usual(window: DigitWindow, sizes: tuple[int, ...]) -> bool:
    if window.line_breaks:
        return window.line_breaks == 1 and len(sizes) <= 2
    return sizes in _GROUPS or (window.hyphens and sizes == (7, 4))


def _beside_another(window: DigitWindow, copy: ScanCopy) -> bool:
    """Two mobiles written in groups side by side are no row of figures."""
    before = copy.text[max(0, window.start - 20) : window.start]
    return bool(_NEXT_MOBILE.match(copy.text, window.end) or _LAST_MOBILE.search(before))


def find_mobile_number(window: DigitWindow, copy: ScanCopy, rules: NumberRules) -> Hit | None:
    """Look at one window.

    Args:
        window: the candidate.
        copy: where it stands.
        rules: labels and measures.

    Returns:
        A hit, unless it is an amount, part of a code or an address on the web, or part of a row of figures.
    """
    match = _WITH_PREFIX.fullmatch(window.digits)
    if match is None or window.block_breaks:
        return None
    prefix = match.group(1) or ""
    sizes = _groups_after(prefix, window.sizes) if prefix else window.sizes
    if not sizes or not _usual(window, sizes):
        return None
    if not labelled(copy, window.start, rules.telephone_labels):
        in_a_row = window.in_a_row_of_numbers and not _beside_another(window, copy)
        if in_a_row or labelled(copy, window.start, rules.code_labels):
            return None
        before = copy.text[max(0, window.start - 12) : window.start]
        if _WORD_BEFORE.search(before) or before.endswith(("/", "_")):
            return None
        after = copy.text[window.end : window.end + 4].lstrip(" ")
        if after.startswith(rules.measures) or re.match(r"[.,][0-9]", after):
            return None
    return Hit(kind=PRIVATE_MOBILE, start=window.start, end=window.end)
