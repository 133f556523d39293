"""Facts about characters that the line rules share."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# A sentence may end here; closing quotes and brackets may follow.
SENTENCE_ENDS = "。！？；：!?;…"
FULL_STOPS = "。！？!?"
CLOSERS = "”’」』）)】》〉]"
_BLANK_IN_CHINESE = re.compile(r"(?<=[^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])|(?<=\d)\s+(?=\d)")
_ALL_BLANKS = re.compile(r"\s+")
# Traditional forms of the characters that the rules on lines name; one for one, so that offsets stay true.
_TRADITIONAL = (
    "關关於于報报決决號号國国務务廳厅辦办處处縣县區区會会員员機机構构發发佈布現现議议劃划規规則则條条節节編编標标題题類类時时間间來来責责"
    "輯辑單单種种鄉乡鎮镇黨党總总長长書书記记檢检學学醫医團团聯联協协隊队館馆門门負负請请審审閱阅復复覆复複复緊紧級级絕绝與与為为從从"
    "內内簽签認认達达錄录頁页貫贯徹彻執执預预屬属網网動动態态範范圍围們们區区對对見见細细訂订試试爲为綱纲領领導导體体實实財财產产經经"
    "濟济業业農农職职權权項项壹一貳贰參叁陸陆兩两賀贺電电話话詢询鑒鉴監监廣广選选質质術术環环護护衛卫勞劳組组織织傳传華华東东"
    "廠厂軍军專专員员稱称歷历濟济準准備备將将據据續续應应讓让達达適适進进還还過过選选開开閉闭陽阳隨随順顺須须類类風风點点黨党"
)
_FOLD = {ord(old): new for old, new in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)}
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_ANY_FULL_WIDTH = re.compile("[０-９]")
_ANY_TRADITIONAL = re.compile(f"[{_TRADITIONAL[::2]}]")


def non_blank(text: str) -> str:
    """The text without any blank character (``str.isspace``)."""
    return "".join(text.split())


def fold(text: str) -> str:
    """The text as the rules read it: traditional forms of common characters as simplified ones; same length.

    For comparison only; what is shown keeps the characters of the source.
    """
    return text.translate(_FOLD) if _ANY_TRADITIONAL.search(text) else text


def half_width_digits(text: str) -> str:
    """The text with ２０２１ as 2021, same length: old systems print digits in full width.  For comparison only."""
    return text.translate(_HALF_WIDTH) if _ANY_FULL_WIDTH.search(text) else text


def canonical(text: str) -> str:
    """Letters and digits alone, folded: titles are the same where quotation marks, brackets and blanks differ."""
    return "".join(character for character in fold(text) if character.isalnum())


class _Columns(dict[str, int]):
    """Character -> columns; each character is looked up in Unicode's tables once."""

    def __missing__(self, character: str) -> int:
        self[character] = columns = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        return columns


_COLUMNS: Final = _Columns()


def width(text: str) -> int:
    """Columns of a line as it is printed: 2 for a full-width character, 1 for a half-width one.

    Quotation marks, dashes and dots that Unicode calls ambiguous are full-width in Chinese type.
    """
    return sum(map(_COLUMNS.__getitem__, text))


def normal_form(text: str) -> str:
    """Without the blanks that stand beside Chinese characters or between digits; one blank between Latin words."""
    return _ALL_BLANKS.sub(" ", _BLANK_IN_CHINESE.sub("", text.strip()))


def ends_sentence(text: str) -> bool:
    """True where the text ends with a sentence's or clause group's end, closing quotes and brackets aside."""
    core = text.rstrip().rstrip(CLOSERS)
    return bool(core) and (core[-1] in SENTENCE_ENDS or (core != text.rstrip() and _closed_bracket(text)))


def _closed_bracket(text: str) -> bool:
    """A whole line in brackets is complete in itself."""
    stripped = text.strip()
    return stripped[:1] in "（(【[" and stripped[-1:] in "）)】]"


def join(left: str, right: str) -> str:
    """Rejoin a hard-wrapped line: a blank only where two Latin words or numbers would run together."""
    if left and right and left[-1].isascii() and right[0].isascii() and left[-1].isalnum() and right[0].isalnum():
        return f"{left} {right}"
    return left + right
