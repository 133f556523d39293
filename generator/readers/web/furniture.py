"""Lines that a site puts around a text: recognised whole, by ordered rules, never a sentence of the text.

A line is a site's when nothing is left of it after its labelled values (来源：…) and its fixed words (打印, 关闭) are
taken away.  What a rule may take depends on where the line stands: 来源 in the middle of a text is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.text import EvidenceField
from generator.readers.web.dates_of_pages import first_stamp
from generator.readers.web.labels import is_value
from generator.readers.web.page import chinese
from generator.readers.web.site_rules import VALUE_RULES, WORD_RULES, Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLine:
    """A site's line and what it tells: (field, value) pairs."""

    told: tuple[tuple[EvidenceField, str], ...] = ()


_FOOTER = re.compile(
    r"版权所有|[\u4e00-\u9fff]ICP[备證证]|ICP备案|公网?安备|网站标识码|政府网站标识|网站地图|Copyright|All\s*Rights|©|技术支持[:：]|(?:建议|推荐)使用.{0,30}(?:浏览器|分辨率)"
    r"|中文域名|隐私(?:声明|保护|政策)|网站声明|免责声明$|联系我们|关于我们|站点地图",
    re.IGNORECASE,
)
_FOOTER_COMPANY = re.compile(
    r"(?:主办|承办|协办|指导|建设|维护|运维|主管|开发)(?:单位)?[:：]|^[\u4e00-\u9fff]{2,30}(?:主办|承办)|(?:联系)?地址[:：]|邮(?:政)?编(?:码)?[:：]|(?:联系)?电话[:：]|技术支持|传真[:：]|邮箱[:：]"
)
_CRUMBS = re.compile(r"(?:网站)?首\s*页\s*(?:>|＞|»|›|/|→|-|－|》|\\|::).{0,200}")
_AGED = re.compile(r"更新|修改|归档|打印时间|今天|截止")
_SEPARATORS = re.compile(r"[\s|｜/·•>＞»《》【】\[\]()（）、,，;；:：*\-—–_<＜\u200b]+")


def site_line(text: str, zone: Zone) -> SiteLine | None:
    """Is the whole line a site's, in that zone?

    Returns:
        What it tells, or None for a line of the text.
    """
    bare = " ".join(text.replace("\u00a0", " ").replace("\u3000", " ").split())
    if len(bare) > 240 or (chinese(bare) > 60 and "。" in bare):
        return None
    if zone is not Zone.MIDDLE and _CRUMBS.fullmatch(bare) and "。" not in bare:
        return SiteLine()
    if zone is Zone.TAIL and _FOOTER.search(bare) and "。" not in bare:
        return SiteLine()
    return _take_apart(bare, zone)


def is_company_line(text: str) -> bool:
    """A line that belongs to a footer where one stands beside it: 主办单位, 地址, 电话."""
    return _FOOTER_COMPANY.search(text) is not None and "。" not in text and len(text) <= 200


def is_footer(text: str) -> bool:
    """版权所有, ICP备 and the like."""
    return _FOOTER.search(text) is not None and "。" not in text


def _take_apart(bare: str, zone: Zone) -> SiteLine | None:
    told: list[tuple[EvidenceField, str]] = []
    position, certain = 0, False
    while position < len(bare):
        blank = _SEPARATORS.match(bare, position)
        if blank:
            position = blank.end()
            continue
        end, alone = _value(bare, position, zone, told), True
        if not end:
            end, alone = _word(bare, position, zone)
        if not end:
            return None
        position, certain = end, certain or alone
    if not certain:
        return None
    fields = {field for field, _ in told}
    stamp = first_stamp(bare)
    if (
        stamp
        and EvidenceField.SOURCE in fields
        and EvidenceField.PUBLICATION_DATE not in fields
        and not _AGED.search(bare)
    ):
        told.append((EvidenceField.PUBLICATION_DATE, stamp))  # a day without a label, beside the source
    return SiteLine(told=tuple(told))


def _value(bare: str, position: int, zone: Zone, told: list[tuple[EvidenceField, str]]) -> int:
    """The end of a labelled value that opens at ``position``; 0 where none does."""
    for rule in VALUE_RULES:
        match = rule.label.match(bare, position) if zone in rule.zones else None
        if match is None:
            continue
        end = len(bare) if rule.whole else _value_end(bare, match.end(), zone)
        value = bare[match.end() : end].strip(" |｜/【[(（")
        if rule.accepts(value):
            if rule.field is EvidenceField.PUBLICATION_DATE:
                value = first_stamp(value)
            if rule.field is not None and is_value(value):
                told.append((rule.field, value))
            return max(end, match.end())
    return 0


def _value_end(bare: str, start: int, zone: Zone) -> int:
    """Where the value ends: at the next label or fixed word behind a blank or bracket."""
    ends = [len(bare)]
    for rule in VALUE_RULES:
        match = rule.label.search(bare, start) if zone in rule.zones else None
        if match:
            ends.append(match.start())
    for index in range(start, min(ends)):
        if index > start and bare[index - 1] in " |｜【[（(" and _word(bare, index, zone)[0]:
            return index
    return min(ends)


def _word(bare: str, position: int, zone: Zone) -> tuple[int, bool]:
    """The end of fixed words that open at ``position`` (0 where none do), and whether they alone make a site's line."""
    for rule in WORD_RULES:
        match = rule.words.match(bare, position) if zone in rule.zones else None
        if match and match.end() > position:
            return match.end(), rule.alone
    return 0, False
