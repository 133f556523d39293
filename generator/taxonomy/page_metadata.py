"""Metadata that stands beside the text (EvidencePlace): read, weighed against the text, never part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.text import Evidence, EvidenceField, EvidencePlace
from generator.parser.characters import non_blank, normal_form
from generator.parser.dates import find_date
from generator.parser.forms import TITLE_END

_PLACES = tuple(EvidencePlace)
# What is written where there is nothing to write.
_NOTHING = re.compile(r"[无暂空没有未定详知/\\\-—–－―_＿.。·…*＊]*|null|none|n/?a", re.IGNORECASE)
_NUMBER = re.compile(
    r"[^:：]{0,40}\d[^:：]{0,12}号(?:令|公告|文)?|[^:：]{2,30}第?[〇○零一二三四五六七八九十百]+号(?:令)?"
)
_INDEX = re.compile(r"[^:：\s]{4,60}")
_TITLE_JOINTS = re.compile(r"[_|｜]+|\s+[-—–－]+\s+|[-—–－]{2,}|(?<=[\u4e00-\u9fff）)])[-–－](?=[\u4e00-\u9fff])")
_SITE = re.compile(
    r"(?:网|网站|门户|平台|政府|专栏|栏目|频道|首页|信息公开|政务公开|文件库|政策库)$|\.(?:gov|com|cn|org)\b"
)
_KEYWORD_JOINTS = re.compile(r"[\s,，、;；|]+")
_MOST_KEYWORDS = 10
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What the page states; empty or None where it states nothing.

    Attributes:
        titles: every statement of the title except ``<title>``, the strongest first, normal form.
        page_title: ``<title>`` without the site's name, normal form.
        agencies: 发文机关, 发布机构, the strongest first.
        sources: 来源.
        document_number: 发文字号 in normal form.
        index_number: 索引号.
        date_of_writing: 成文日期, 生成日期.
        publication_date: 发布日期.
        disclosure: the value of the cell 公开方式.
        keywords: 主题词 of a metadata table; a page's meta tag has the site's words and is not taken.
        document_type: 体裁, 公文种类.
    """

    titles: tuple[str, ...] = ()
    page_title: str = ""
    agencies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    document_number: str = ""
    index_number: str = ""
    date_of_writing: date | None = None
    publication_date: date | None = None
    disclosure: str = ""
    keywords: tuple[str, ...] = ()
    document_type: str = ""


def read_page_metadata(evidence: Iterable[Evidence]) -> PageMetadata:
    """Read the evidence of one page; pure.

    Order between places: metadata table, meta tag, line of the page, page title.  A cell with 无, - or nothing says
    nothing; a value that is not of the field's form (a neighbouring label, a sentence) is left out.  No clock is asked:
    a date is what the page states, whenever it is read.
    """
    told = sorted((one for one in evidence if not _is_nothing(one.value)), key=lambda one: _PLACES.index(one.place))
    page_titles = _values(told, EvidenceField.TITLE, {EvidencePlace.PAGE_TITLE})
    others = frozenset(_PLACES) - {EvidencePlace.PAGE_TITLE}
    numbers = (normal_form(value) for value in _values(told, EvidenceField.DOCUMENT_NUMBER, others))
    indexes = (non_blank(value) for value in _values(told, EvidenceField.INDEX_NUMBER, others))
    return PageMetadata(
        titles=tuple(
            normal_form(value) for value in _values(told, EvidenceField.TITLE, others) if len(value) <= _LONGEST_TITLE
        ),
        page_title=next((title for value in page_titles if (title := strip_site_name(value))), ""),
        agencies=tuple(_values(told, EvidenceField.AGENCY, others)),
        sources=tuple(_values(told, EvidenceField.SOURCE, others)),
        document_number=next((value for value in numbers if _NUMBER.fullmatch(value)), ""),
        index_number=next((value for value in indexes if _INDEX.fullmatch(value) and re.search(r"\d", value)), ""),
        date_of_writing=_first_date(_values(told, EvidenceField.DATE_OF_WRITING, others)),
        publication_date=_first_date(_values(told, EvidenceField.PUBLICATION_DATE, others)),
        disclosure=next((non_blank(value) for value in _values(told, EvidenceField.DISCLOSURE, others)), ""),
        keywords=_keywords(_values(told, EvidenceField.KEYWORDS, {EvidencePlace.METADATA_TABLE})),
        document_type=next((non_blank(value) for value in _values(told, EvidenceField.DOCUMENT_TYPE, others)), ""),
    )


def strip_site_name(page_title: str) -> str:
    """The document's title in a page's ``<title>``: 标题_网站名, 标题 - 站名, 站名-标题.

    Args:
        page_title: as printed.

    Returns:
        The piece that ends as titles do (with a 文种), else the longest one that is no site's name; empty where only
        names of sites are left.
    """
    pieces = [normal_form(piece) for piece in _TITLE_JOINTS.split(page_title) if piece and piece.strip()]
    titled = [piece for piece in pieces if TITLE_END.search(piece)]
    plain = [piece for piece in pieces if not _SITE.search(piece)]
    return max(titled or plain, key=len, default="") if len(page_title) <= _LONGEST_TITLE else ""


def _is_nothing(value: str) -> bool:
    return bool(_NOTHING.fullmatch(non_blank(value)))


def _values(told: Iterable[Evidence], field: EvidenceField, places: Iterable[EvidencePlace]) -> Iterator[str]:
    return (one.value.strip() for one in told if one.field is field and one.place in places)


def _first_date(values: Iterable[str]) -> date | None:
    """The first value that begins with a date: 2018年12月21日, 2016-11-22 09:53."""
    for value in values:
        found = find_date(value)
        if found is not None and found[1] is not None and not value[: found[0].start()].strip():
            return found[1]
    return None


def _keywords(values: Iterable[str]) -> tuple[str, ...]:
    words = (word for value in values for word in _KEYWORD_JOINTS.split(value))
    return tuple(dict.fromkeys(word for word in words if 2 <= len(word) <= 20))[:_MOST_KEYWORDS]
