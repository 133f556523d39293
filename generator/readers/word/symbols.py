"""Characters of the symbol fonts of Word, where it is sure what they show."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    **{0x81 + index: chr(0x2460 + index) for index in range(10)},
    **{0x8C + index: chr(0x2776 + index) for index in range(10)},
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "◻",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x97: "●",
    0x98: "●",
    0xA2: "■",
    0xA3: "□",
    **{0x6A + index: chr(0x2460 + index) for index in range(10)},
}
_SYMBOL = {
    **{ord(character): character for character in "0123456789!#%&()+,./:;<=>?[]_{|}"},
    0x2D: "−",
    0xA2: "′",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB6: "∂",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xBC: "…",
    0xD6: "√",
    0xD7: "⋅",
    0xDE: "⇒",
    0xE5: "∑",
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = 0xF000


def is_symbol_font(font: str) -> bool:
    """A font whose characters show something else than their code says."""
    return font.strip().lower() in {*_FONTS, "wingdings 3", "webdings"}


def show_symbol(code: int, font: str) -> str:
    """The character that a symbol font shows for a code; a private-use one where it is not sure.

    Args:
        code: as ``w:sym/@w:char`` has it, with or without 0xF000.
        font: as ``w:sym/@w:font`` has it.
    """
    low = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    table = _FONTS.get(font.strip().lower())
    if table is not None and low in table:
        return table[low]
    if is_symbol_font(font) and low <= 0xFF:
        return chr(_PRIVATE + low)
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def show_symbols(text: str, font: str) -> str:
    """A run's text that is set in a symbol font: what it shows.

    Chinese and other characters beyond the font are left; so are unknown ones of the font's own, as private use.
    """
    return "".join(_show(character, font) for character in text)


def _show(character: str, font: str) -> str:
    code = ord(character)
    of_font = 0x20 < code <= 0xFF or _PRIVATE <= code <= _PRIVATE + 0xFF
    if not of_font:
        return character
    table = _FONTS.get(font.strip().lower(), {})
    low = code - _PRIVATE if code >= _PRIVATE else code
    return table.get(low, character)
