"""Known faults of the text layers that fonts and printing programs leave: repaired by a closed list, and told.

Radicals: some fonts share one glyph between a character and the radical of its shape, and the text layer then names
the radical (⼈ U+2F08 for 人 U+4EBA).  No Chinese text means the radical.  The block U+2F00-2FDF has compatibility
mappings in Unicode; of U+2E80-2EFF only two have, so those that share their shape with a character of the basic
block stand in the list below (Unicode Character Database, Equivalent_Unified_Ideograph).  Nothing else of the text
is normalised: that would change ①, ㎡ and full-width signs.

Symbols: bullets and boxes of the symbol fonts of office programs stand at U+F020-F0FF, where Unicode has no meaning
for them; the font tells which sign is drawn.
"""

from __future__ import annotations

import unicodedata

_SUPPLEMENT = dict(
    zip(
        "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺖⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺶⺹⺺⺻⺼⺾⺿"
        "⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑忄扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒羊耂肀聿肉艹艹"
        "艹虎衤覀西见角讠贝车辶辶辶钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
RADICALS = {
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **_SUPPLEMENT,
}
# What the fonts named draw for a code; both families agree in the codes that office programs use for lists.
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
    0x77: "⬥", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x52: "☑", 0x53: "☒", 0xA3: "□"}
_SYMBOL = {0xB7: "•", 0xB4: "×", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB0: "°", 0xA5: "∞", 0xD7: "⋅", 0xAE: "→"}
_PRIVATE = 0xF000


def repair_character(character: str, font: str) -> str:
    """The character that a glyph shows, where the text layer is known to name it wrongly; else the same.

    Args:
        character: as the text layer says.
        font: name in lower case.
    """
    radical = RADICALS.get(character)
    if radical is not None:
        return radical
    code = ord(character) - _PRIVATE
    if not 0x20 <= code <= 0xFF:
        return character
    name = font.replace(" ", "").replace("-", "")
    if "wingdings2" in name:
        return _WINGDINGS_2.get(code, character)
    if "wingdings" in name:
        return _WINGDINGS.get(code, character)
    if "symbol" in name:
        return _SYMBOL.get(code, character)
    return character
