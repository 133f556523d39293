"""Chinese numerals of headings and dates."""

from __future__ import annotations

_DIGITS = {
    character: value
    for value, characters in enumerate(
        ("〇○◯零ＯOoОο０0", "一壹元正弌", "二贰貳两兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS = {"廿": 20, "卅": 30}
_PRINTED = "零一二三四五六七八九"
NUMERAL_CLASS = "一二三四五六七八九十百零〇○"
ARTICLE_NUMERAL_CLASS = f"{NUMERAL_CLASS}千"


def read_numeral(text: str) -> int | None:
    """Value of a Chinese numeral below 10,000 (一, 十二, 二十, 一百零三, 廿一, 一千二百六十) or of digits of any width.

    Returns:
        The value, or None where ``text`` is not a well-formed numeral.
    """
    if not text:
        return None
    if all(character.isdecimal() for character in text):
        return int(text)
    total, digit, last_unit = 0, None, 10_000
    for character in text:
        if character in _UNITS:
            unit = _UNITS[character]
            if unit >= last_unit:
                return None
            total += (1 if digit is None else digit) * unit
            digit, last_unit = None, unit
        elif character in _TENS:
            if digit is not None or total:
                return None
            total, last_unit = _TENS[character], 10
        elif character in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[character]
        else:
            return None
    return total + (digit or 0)


def print_numeral(value: int) -> str:
    """Chinese numeral of 1 to 9,999, as headings print it."""
    thousands, below = divmod(value, 1000)
    hundreds, rest = divmod(below, 100)
    tens, ones = divmod(rest, 10)
    printed = f"{_PRINTED[thousands]}千" if thousands else ""
    if hundreds:
        printed += f"{_PRINTED[hundreds]}百"
    elif printed and rest:
        printed += "零"
    if tens:
        printed += ("" if tens == 1 and not printed else _PRINTED[tens]) + "十"
    elif hundreds and ones:
        printed += "零"
    return printed + (_PRINTED[ones] if ones else "")


def read_year(text: str) -> int | None:
    """Value of a year written digit by digit: 二〇二一, 二○二一, 二零二一, 2021, ２０２１."""
    digits = [int(character) if character.isdecimal() else _DIGITS.get(character) for character in text]
    if len(digits) != 4 or None in digits:
        return None
    return int("".join(str(digit) for digit in digits))
