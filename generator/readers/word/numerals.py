"""The printed forms of automatic numbers: ``w:numFmt`` (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_SIMPLIFIED = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "萬")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬")
_COUNTING = ("零一二三四五六七八九", "十百千", "万")
_COUNTING_TRADITIONAL = ("零一二三四五六七八九", "十百千", "萬")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST = 99_999


def print_number(value: int, form: str, custom: str = "") -> str | None:
    """A number as Word prints it.

    Args:
        value: the number.
        form: ``w:numFmt/@w:val``.
        custom: ``@w:format`` of the form ``custom``: ``001, 002, 003, ...``.

    Returns:
        The printed form; None for a form that is not known here.
    """
    if form == "custom":
        first = custom.split(",", maxsplit=1)[0].strip()
        return str(value).zfill(len(first)) if first.isdecimal() else None
    printer = _FORMS.get(form)
    if printer is None:
        return None
    return printer(value) if 0 <= value <= _LARGEST else str(value)


def _counted(value: int, digits: str, units: str, large: str, *, bare_ten: bool) -> str:
    """一百零一: digits with units; ``bare_ten`` prints 10 to 19 without the leading one."""
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        rest = _counted(low, digits, units, large, bare_ten=False) if low else ""
        gap = digits[0] if low and low < 1000 else ""
        return _counted(high, digits, units, large, bare_ten=bare_ten) + large + gap + rest
    if not value:
        return digits[0]
    printed, zero = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if not digit:
            zero = bool(printed)
            continue
        one = "" if bare_ten and power == 1 and digit == 1 and not printed else digits[digit]
        printed += (digits[0] if zero else "") + one + (units[power - 1] if power else "")
        zero = False
    return printed


def _thousands(words: tuple[str, str, str], *, bare_ten: bool = True) -> Callable[[int], str]:
    return lambda value: _counted(value, *words, bare_ten=bare_ten)


def _digit_by_digit(zero: str) -> Callable[[int], str]:
    return lambda value: "".join(_DIGITS[int(digit)] for digit in str(value)).replace("〇", zero)


def _counting(zero: str) -> Callable[[int], str]:
    """Up to 99 with 十, from 100 on digit by digit."""
    digit_by_digit = _digit_by_digit(zero)
    counted = _thousands(_COUNTING)
    return lambda value: counted(value) if 0 < value < 100 else digit_by_digit(value)


def _series(characters: str) -> Callable[[int], str]:
    """One character a number, beyond the last one plain digits."""
    return lambda value: characters[value - 1] if 0 < value <= len(characters) else str(value)


def _block(first: int, count: int) -> Callable[[int], str]:
    return _series("".join(chr(first + index) for index in range(count)))


def _letters(value: int) -> str:
    """One letter up to z, then aa, bb …: Word repeats the letter, up to 30 times."""
    if value > 780:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value else ""


def _roman(value: int) -> str:
    printed = ""
    for worth, letters in (*_ROMAN, *_ROMAN_SMALL):
        count, value = divmod(value, worth)
        printed += letters * count
    return printed


def _full_width(value: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(value))


_CIRCLED = _block(0x2460, 20)
_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _block(0x2488, 20),
    "decimalEnclosedParen": _block(0x2474, 20),
    "numberInDash": lambda value: f"- {value} -",
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "chineseCounting": _counting("○"),
    "chineseCountingThousand": _thousands(_COUNTING),
    "chineseLegalSimplified": _thousands(_LEGAL_SIMPLIFIED, bare_ten=False),
    "taiwaneseCounting": _counting("○"),
    "taiwaneseCountingThousand": _thousands(_COUNTING_TRADITIONAL),
    "taiwaneseDigital": _digit_by_digit("○"),
    "japaneseCounting": _thousands(_COUNTING),
    "japaneseDigitalTenThousand": _digit_by_digit("〇"),
    "koreanDigital2": _digit_by_digit("零"),
    "ideographDigital": _digit_by_digit("〇"),
    "ideographLegalTraditional": _thousands(_LEGAL_TRADITIONAL, bare_ten=False),
    "ideographTraditional": _series(_STEMS),
    "ideographZodiac": _series(_BRANCHES),
    "ideographZodiacTraditional": lambda value: _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12],
    "ideographEnclosedCircle": _series("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "none": lambda _value: "",
}
