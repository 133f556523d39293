"""Dates as sites print them beside a text."""

from __future__ import annotations

import re

DAY = r"(?:19|20)\d\d\s*(?:[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}|年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?)"
HOUR = r"\s*(?:[上下]午)?\s*\d{1,2}\s*[:：时]\s*\d{1,2}(?:\s*[:：分]\s*\d{1,2}(?:\.\d+)?)?\s*[分秒]?"
STAMP = rf"{DAY}(?:[\sT]*{HOUR})?"
# A day as machines write it: no date line of a document looks so.
MACHINE_STAMP = re.compile(
    rf"(?:19|20)\d\d(?:-\d{{1,2}}-\d{{1,2}}|/\d{{1,2}}/\d{{1,2}}|\.\d{{1,2}}\.\d{{1,2}})(?:[\sT]*{HOUR})?|{DAY}[\s]*{HOUR}"
)
_STAMP = re.compile(STAMP)


def is_stamp(text: str) -> bool:
    """The whole text is a date, with or without the time of day."""
    return _STAMP.fullmatch(text.strip()) is not None


def first_stamp(text: str) -> str:
    """The first date in the text, as printed; empty without one."""
    match = _STAMP.search(text)
    return match.group().strip() if match else ""
