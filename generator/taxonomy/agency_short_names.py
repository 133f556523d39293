"""Short forms of agencies (规范化简称 and the looser forms of titles): 市外办, 区文旅局, 厦门市外办, 我局."""

from __future__ import annotations

import re

from generator.model.report import Agency
from generator.taxonomy.agency_bodies import follows_name, is_open_ending, read_short_body
from generator.taxonomy.agency_names import parse_agency_name
from generator.taxonomy.regions import RegionTable, load_regions

_PLACE_WORDS = ("自治区", "自治州", "自治县", "地区", "新区", "省", "市", "区", "县", "旗", "州", "盟")
_OWN = re.compile(
    r"[我本](?P<tail>局|办|委|厅|院|部|署|中心|单位|机关|公司|校|馆|站|社|会|省|市|区|县|旗|州|盟|镇|乡|街道)"
)
_GOVERNMENT_TAILS = {"省", "市", "区", "县", "旗", "州", "盟", "镇", "乡", "街道"}
# 市级…, 市场…, 市政工程…, 区域… : here the first character is no place of its own.
_NO_PLACE = re.compile(
    r"市[级场民容直属]|市政(?!府)|区[域块间]|县[级域直乡]|省[级直道]|州[级直]|[省市县区]内|[省市县区]外(?!办|事|侨|汇)"
)
_OPEN = re.compile(r"[\u4e00-\u9fff]{1,8}?(?:局|委|办|厅|中心)")
_MAX_SHORT = 20


def short_forms(agency: Agency) -> tuple[str, ...]:
    """Forms under which titles name the agency, registered ones first: 市外办, 市外事办, 厦门市外办, 厦门外办 ….

    Args:
        agency: with full name and region; without a region there are the registered forms only.
    """
    regions = load_regions()
    name = parse_agency_name(agency.name, regions)
    own = regions.own_name(agency.region.code)
    if name is None or not own:
        return agency.short_names
    places = [*_place_words(own), own, regions.short_name(agency.region.code)]
    generated = (place + form for place in dict.fromkeys(places) if place for form in name.body.forms)
    return tuple(form for form in dict.fromkeys((*agency.short_names, *generated)) if form != agency.name)


def matches_short(agency: Agency, short: str) -> bool:
    """The short form can mean this agency.

    ``我局`` and ``本委`` fit every agency whose name ends so, ``我市`` every government of such a place; a form
    without a place (外办, 司法局) fits by its body alone.
    """
    regions = load_regions()
    own = _OWN.fullmatch(short)
    name = parse_agency_name(agency.name, regions)
    if own is not None:
        return _is_own_word(agency, own["tail"], regions)
    if short in short_forms(agency):
        return True
    if name is None:
        return False
    if short in name.body.forms:
        return True
    return any(
        short[place.end :] in name.body.forms and agency.region.code in {region.code for region in place.regions}
        for place in regions.prefixes(short)
    )


def leading_short_name(title: str, regions: RegionTable | None = None) -> str:
    """The short form that a title begins with, or an empty string.

    Known forms are read with or without a place (市外办, 区文旅局, 厦门市外办, 市政府办公室, 外办); forms that the
    vocabulary does not know need the place's word (市某某局). What follows must be what follows a name.
    """
    own = _OWN.match(title)
    if own is not None and follows_name(title[own.end() :]):
        return own[0]
    table = regions if regions is not None else load_regions()
    starts = [place.end for place in table.prefixes(title)]
    words = [len(word) for word in _PLACE_WORDS if title.startswith(word)]
    for start in (*starts, *words, 0):
        if found := _known(title, start):
            return found
    for start in () if _NO_PLACE.match(title) else words:
        for match in _OPEN.finditer(title, start):
            if match.start() == start and follows_name(title[match.end() :]):
                return title[: match.end()]
    return ""


def short_name_sector(short: str, regions: RegionTable | None = None) -> str | None:
    """The sector that a short form tells (外事 for 市外办), empty for a government, None where it tells none."""
    table = regions if regions is not None else load_regions()
    starts = [place.end for place in table.prefixes(short)]
    starts += [len(word) for word in _PLACE_WORDS if short.startswith(word)]
    found = (read_short_body(short[start:]) for start in (*starts, 0) if start < len(short))
    return next((sector for sector in found if sector is not None), None)


def _known(title: str, start: int) -> str:
    for end in range(min(len(title), start + _MAX_SHORT), start + (1 if start else 2) - 1, -1):
        body = title[start:end]
        # Without a place, a government's own words say nothing: 政府工作报告, 委员会….
        known = read_short_body(body) is not None and (start > 0 or read_short_body(body) != "")
        if known and (is_open_ending(body) or start > 0) and follows_name(title[end:]):
            return title[:end]
    return ""


def _place_words(own: str) -> tuple[str, ...]:
    words = tuple(word for word in _PLACE_WORDS if own.endswith(word))
    return tuple(dict.fromkeys((*(word[-1] for word in words if word != "地区"), *words)))


def _is_own_word(agency: Agency, tail: str, regions: RegionTable) -> bool:
    name = parse_agency_name(agency.name, regions)
    if tail in _GOVERNMENT_TAILS:
        places = (regions.own_name(agency.region.code), *(name.body.forms if name is not None else ()))
        return name is not None and name.body.general and any(place.endswith(tail) for place in places)
    if tail in {"单位", "机关"}:
        return True
    forms = (agency.name, *agency.short_names, *(name.body.forms if name is not None else ()))
    return any(form.endswith(tail) for form in forms)
