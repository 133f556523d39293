"""Numbers that a browser sets before the items of an ordered list: text that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping

_CHINESE_DIGITS = "零一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_UNITS = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_CHINESE_STYLES = ("cjk", "chinese", "hanzi")


class ListNumbers:
    """The counter of one list."""

    __slots__ = ("_next", "_style")

    def __init__(self, style: str, start: int) -> None:
        """Count from ``start`` in the CSS ``style``; an empty style sets no numbers."""
        self._style = style
        self._next = start

    @classmethod
    def of(cls, tag: str, attributes: Mapping[str, str]) -> ListNumbers | None:
        """The counter of an ``ol``; None for lists without numbers."""
        if tag != "ol":
            return None
        style = attributes.get("style", "").lower()
        shown = _TYPES.get(attributes.get("type", "1").strip(), "decimal")
        for piece in style.split(";"):
            name, _, value = piece.partition(":")
            if name.strip() in {"list-style-type", "list-style"} and value.strip():
                shown = "" if "none" in value else next(iter(value.split()))
        return cls(shown, _whole(attributes.get("start", ""), 1))

    def next(self, attributes: Mapping[str, str]) -> str:
        """The number of the next ``li``, with its dot; empty where none is set."""
        number = _whole(attributes.get("value", ""), self._next)
        self._next = number + 1
        unmarked = "list-style" in attributes.get("style", "") and "none" in attributes.get("style", "")
        if unmarked or not self._style:
            return ""
        return _written(number, self._style)


def _written(number: int, style: str) -> str:
    if any(name in style for name in _CHINESE_STYLES) and 0 < number < 100:
        tens, ones = divmod(number, 10)
        head = "" if not tens else ("十" if tens == 1 else _CHINESE_DIGITS[tens] + "十")
        return head + (_CHINESE_DIGITS[ones] if ones else "") + "、"
    if "alpha" in style or "latin" in style:
        letter = chr(ord("a") + (number - 1) % 26)
        return (letter.upper() if "upper" in style else letter) + ". "
    if "roman" in style and 0 < number < 4000:
        roman, rest = "", number
        for value, letters in (*_ROMAN, *_ROMAN_UNITS):
            roman += letters * (rest // value)
            rest %= value
        return (roman.upper() if "upper" in style else roman) + ". "
    if style in {"disc", "circle", "square"}:
        return ""
    return f"{number}. "


def _whole(value: str, otherwise: int) -> int:
    digits = value.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else otherwise
