"""发文字号 in the forms that agencies have printed since the 1950s (GB/T 9704-2012 7.2.5; 10.2.2 for 令).

The value is the number as printed, without blanks and without what stands beside it on the line.
"""

from __future__ import annotations

import re

from generator.parser.characters import fold, non_blank, normal_form
from generator.parser.dates import DATE_PATTERN, is_date_shaped
from generator.parser.numerals import NUMERAL_CLASS

_OPEN = "〔\\[［（(【﹝『「<〈"
_CLOSE = "〕\\]］）)】﹞』」>〉"
_N = rf"(?:\d\s*){{1,5}}|[{NUMERAL_CLASS}\s]{{1,6}}"
_SERIAL = rf"(?:第\s*)?(?:{_N})(?:[-—－]\s*\d{{1,3}}\s*)?号"
_YEAR = r"(?:(?:19|20|１９|２０)\s*)?\d\s*\d\s*年?"
# 国发〔2019〕5号  法(办)发〔1988〕6号  国办发明电〔2024〕12号
_CODE_FIRST = re.compile(
    rf"(?:[\u4e00-\u9fffA-Za-z]\s*){{1,16}}(?:[（(]\s*[\u4e00-\u9fff]{{1,6}}\s*[）)]\s*(?:[\u4e00-\u9fff]\s*){{0,6}})?"
    rf"[{_OPEN}]\s*{_YEAR}\s*[{_CLOSE}]\s*(?:[\u4e00-\u9fff]{{1,4}}\s*字\s*)?{_SERIAL}"
)
# (81)国发1号  〔1983〕国函字12号  （88）交函办字第494号
_YEAR_FIRST = re.compile(rf"[{_OPEN}]\s*{_YEAR}\s*[{_CLOSE}]\s*(?:[\u4e00-\u9fff]\s*){{1,14}}{_SERIAL}")
# 国函字第12号  国发1985年7号  国发1985-7号
_NO_BRACKET = re.compile(
    r"(?:[\u4e00-\u9fff]\s*){1,10}(?:字\s*第?\s*\d{1,5}|[发函办](?:19|20)\d\d\s*(?:年\s*|[-—－]\s*)第?\s*\d{1,5})\s*号"
)
# 中华人民共和国国务院令第711号  财政部令第101号  主席令（九届第37号）  国家税务总局公告2018年第5号  公告 2024年 第1号
_ORDER = re.compile(
    r"(?:[\u4e00-\u9fff、（）()]\s*){0,40}?(?:令|公\s*告|通\s*告|布\s*告)\s*(?:[（(〔\[]\s*)?(?:[一二三四五六七八九十]{1,3}届\s*)?"
    rf"(?:[〔\[（(]?\s*(?:19|20)\s*\d\s*\d\s*[〕\]）)]?\s*年?\s*[,，]?\s*)?(?:总\s*)?{_SERIAL}\s*[）)〕\]]?"
)
# 第711号  第四十三号  （第5号）  2024年第1号  [2003]第5号
_SERIAL_ALONE = re.compile(
    rf"[（(〔\[]?\s*(?:[〔\[（(]?\s*(?:19|20)\s*\d\s*\d\s*[〕\]）)]?\s*年?\s*[,，]?\s*)?第\s*(?:{_N})号\s*(?:令)?\s*[）)〕\]]?"
)
_FORMS = (_CODE_FIRST, _YEAR_FIRST, _ORDER, _NO_BRACKET, _SERIAL_ALONE)
_APPROVER_BEHIND = re.compile(r"\s+签\s*发\s*人\s*[:：]?.{0,20}")
_URGENT = re.compile(r"(?:特急|加急|急件|平急)[\s·.、，]+")
_IN_TITLE = re.compile(r"[（(](?P<number>[^（）()]{2,16}[〔\[［（(][^〔〕（）()]{4,5}[〕\]］）)]\s*\d{1,5}\s*号)[）)]$")
_ORDER_LINE = re.compile(r"(?P<name>[\u4e00-\u9fff、（）()]{2,60}?)(?:命令|令|公告|通告|布告)")
_LONGEST = 64


def read_document_number(text: str) -> str:
    """The number that makes up a line, else an empty text.

    Args:
        text: one line; brackets around the whole, a date or 签发人 behind the number may stand on it.

    Returns:
        As printed, without blanks: ``国发〔2019〕5号``, ``(81)国发12号``, ``国务院令第711号``, ``第四十三号``.
    """
    stripped = text.strip()
    if not 3 <= len(stripped) <= _LONGEST or "号" not in fold(stripped):
        return ""
    for candidate in _candidates(stripped):
        if _URGENT.match(candidate):
            continue
        if any(form.fullmatch(fold(candidate)) for form in _FORMS):
            return normal_form(candidate)
    return ""


def find_document_number(text: str) -> str:
    """The number that a metadata value begins with, else an empty text (无 is none)."""
    folded = fold(text.strip())
    matches = [match for form in _FORMS if (match := form.match(folded)) is not None]
    return normal_form(text.strip()[: max(match.end() for match in matches)]) if matches else ""


def is_serial_alone(number: str) -> bool:
    """第711号: a number that only means something with the name of the order above it."""
    return bool(_SERIAL_ALONE.fullmatch(fold(number)))


def split_title_number(title: str) -> tuple[str, str]:
    """A title with the number in brackets at its end: (title, number); number empty where there is none."""
    match = _IN_TITLE.search(title)
    return (title[: match.start()].rstrip(), match["number"]) if match else (title, "")


def order_name(text: str) -> str:
    """The body that a line names as issuing an order or announcement (某某部令), else an empty text."""
    compact = non_blank(text)
    match = _ORDER_LINE.fullmatch(fold(compact))
    return compact[: match.end("name")] if match else ""


def _candidates(text: str) -> list[str]:
    """The line, and what is left of it without the things that may stand beside a number."""
    bracketed = text[0] in "（(" and text[-1] in "）)"
    found = [text[1:-1].strip(), text] if bracketed else [text]
    urgent = _URGENT.match(text)
    if urgent:
        found.append(text[urgent.end() :].strip())
    approver = _APPROVER_BEHIND.search(fold(text))
    if approver:
        found.append(text[: approver.start()].strip())
    parts = re.split(r"\s{2,}|\u3000+|\s(?=\d{4})", text)
    for cut in range(1, len(parts)):
        behind = parts[cut].strip(" 　（()）")
        if is_date_shaped(behind) or DATE_PATTERN.fullmatch(behind):
            found.append(text[: text.index(parts[cut], len("".join(parts[:cut])))].strip())
    return found
