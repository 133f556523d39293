"""What looks like a person's name."""

from __future__ import annotations

import re

CJK = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
_CJK_ONLY = re.compile(f"[{CJK}]+")
_ETHNIC_NAME = re.compile(f"[{CJK}]{{1,10}}(?:[·•.][{CJK}]{{1,10}})+")
_COVERED = re.compile("[某*×X]")


def looks_like_name(token: str, surnames: frozenset[str]) -> bool:
    """Whether a word is a full name by its form: a known family name and one or two characters, or parts with ·.

    Args:
        token: without blanks.
        surnames: single and double family names.
    """
    if _COVERED.search(token):
        return False
    if _ETHNIC_NAME.fullmatch(token):
        return True
    if not 2 <= len(token) <= 4 or not _CJK_ONLY.fullmatch(token):
        return False
    return (len(token) <= 3 and token[0] in surnames) or (len(token) >= 3 and token[:2] in surnames)
