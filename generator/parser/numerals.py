"""Chinese numerals of headings and dates."""

from __future__ import annotations

_DIGITS = {
    character: value
    for value, characters in enumerate(
        ("〇○零ＯOo０0", "一壹元正", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100}
_TENS = {"廿": 20, "卅": 30}
_PRINTED = "零一二三四五六七八九"
NUMERAL_CLASS = "一二三四五六七八九十百零〇"


def read_numeral(text: str) -> int | None:
    """Value of a Chinese numeral below 1,000 (一, 十二, 二十, 一百零三, 廿一) or of ASCII or full-width digits.

    Returns:
        The value, or None where ``text`` is not a well-formed numeral.
    """
    if not text:
        return None
    if all(character.isdecimal() for character in text):
        return int(text)
    total, digit = 0, None
    for character in text:
        if character in _UNITS:
            if _UNITS[character] <= 10 and total % 100 >= 10:
                return None
            total += (1 if digit is None else digit) * _UNITS[character]
            digit = None
        elif character in _TENS:
            if digit is not None or total:
                return None
            total = _TENS[character]
        elif character in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[character]
        else:
            return None
    return total + (digit or 0)


def print_numeral(value: int) -> str:
    """Chinese numeral of 1 to 999, as headings print it."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    printed = f"{_PRINTED[hundreds]}百" if hundreds else ""
    if tens:
        printed += ("" if tens == 1 and not hundreds else _PRINTED[tens]) + "十"
    elif hundreds and ones:
        printed += "零"
    return printed + (_PRINTED[ones] if ones else "")


def read_year(text: str) -> int | None:
    """Value of a year written digit by digit: 二〇二一, 二○二一, 二零二一, 2021, ２０２１."""
    digits = [int(character) if character.isdecimal() else _DIGITS.get(character) for character in text]
    if len(digits) != 4 or None in digits:
        return None
    return int("".join(str(digit) for digit in digits))
