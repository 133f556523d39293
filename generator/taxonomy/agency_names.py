"""Official agency names: place and body, read from a string or from the head of a title.

What an agency's full name is (规范化名称) follows its founding document; here only its form is read, never completed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.model.report import Agency, Region
from generator.taxonomy.agency_bodies import Body, follows_name, read_body, read_party_body, vocabulary
from generator.taxonomy.agency_central import begins_with_central, central_names
from generator.taxonomy.regions import RegionTable, load_regions

_BLANK = re.compile(r"\s+")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]$")
_SEPARATOR = re.compile(r"^[、，,；;/]+")
_PARTY_HEADS = ("中国共产党", "中共")
_MAX_NAME = 48
# 景宁|湖市机关事务管理局: the place goes on behind what is a short name elsewhere; in 上海|市场监督管理局 and
# 北京|城市管理局 it does not.
_PLACE_GOES_ON = re.compile(r"(?!城市)[\u4e00-\u9fff]{1,2}[市县旗](?![场政直级属容民域])")
_PLACE_BY_SHAPE = re.compile(r"(?![我全本该各某])[\u4e00-\u9fff]{2,6}?[省市县区州旗盟](?!场)")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyName:
    """An official name with what it says.

    Attributes:
        text: the name without blanks, and without the state's name before a central body's.
        regions: regions that its place may be; several where the place's name is not unique, none without a place.
        body: the body.
        end: offset after the name in the text that was read.
        national: a central body, or an inner department of one.
        inner: the name is an inner department's of a central body (…部办公厅).
    """

    text: str
    regions: tuple[Region, ...]
    body: Body
    end: int
    national: bool = False
    inner: bool = False

    def level(self, regions: RegionTable) -> str:
        """``national``, ``township`` or the level of the region; empty where it is not known."""
        if self.national:
            return "national"
        if self.body.township:
            return "township"
        levels = {regions.level(region.code) for region in self.regions}
        in_zone = self.body.general and not self.body.known
        return levels.pop() if len(levels) == 1 and not in_zone else ""

    def agency(self, regions: RegionTable) -> Agency:
        """The agency; its region stays empty where the place's name is not unique."""
        region = self.regions[0] if len(self.regions) == 1 else Region()
        return Agency(name=self.text, region=region, level=self.level(regions))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyKind:
    """What an agency answers for.

    Attributes:
        is_government: all fields: a whole government, township, zone or party committee.
        sector: the one field (外事, 住建, 教育 …), empty where it is not known.
    """

    is_government: bool
    sector: str


@lru_cache(maxsize=8192)  # the registered names are compared with each report's
def parse_agency_name(text: str, regions: RegionTable) -> AgencyName | None:
    """Read a string that is exactly an official name; blanks inside and a bracket at its end do not count."""
    name = _BLANK.sub("", text)
    plain = _BRACKETS.sub("", name)
    return max(_readings(plain, regions, exact=True), key=lambda one: _rank(one[0], one[1]), default=(None, ()))[0]


def parse_leading_name(title: str, regions: RegionTable) -> AgencyName | None:
    """Read the official name that a title begins with; what follows must be what follows names in titles."""
    return max(_readings(title, regions, exact=False), key=lambda one: _rank(one[0], one[1]), default=(None, ()))[0]


def unlisted_name(title: str) -> str:
    """The name that a title begins with where its place only has the shape of one (澜川市司法局); else empty."""
    place = _PLACE_BY_SHAPE.match(title)
    if place is None:
        return ""
    for end in range(min(len(title), _MAX_NAME), place.end(), -1):
        body = read_body(title[place.end() : end])
        if body is not None and follows_name(title[end:]):
            return title[:end]
    return ""


def parse_first_name(text: str, regions: RegionTable) -> AgencyName | None:
    """Read the first name of a signature or an issuer mark: several issuers in one line, or a person's post behind.

    Args:
        text: ``财政部　税务总局``, ``国务院总理 某某``, or one name.
        regions: the table of regions.
    """
    compact = _BLANK.sub("", text)
    whole = parse_agency_name(compact, regions)
    if whole is not None:
        return whole
    post = _post().fullmatch(compact)
    if post is not None:
        return parse_agency_name(post["agency"], regions)
    first = parse_leading_name(compact, regions)
    rest = _SEPARATOR.sub("", compact[first.end :]) if first is not None else ""
    return first if rest and parse_first_name(rest, regions) is not None else None


def agency_kind(agency: Agency) -> AgencyKind:
    """A whole government, or a department and its field."""
    name = parse_agency_name(agency.name, load_regions())
    if name is None:
        return AgencyKind(is_government=False, sector="")
    return AgencyKind(is_government=name.body.general, sector=name.body.sector)


def same_body(first: AgencyName, second: AgencyName) -> bool:
    """Two names mean one body: 沙坪坝区外事办公室 and 重庆市沙坪坝区人民政府外事办公室."""
    own, other = (one.body.text.removeprefix("人民政府") for one in (first, second))
    if own != other or first.national != second.national:
        return False
    if not first.regions or not second.regions:
        return first.text == second.text
    codes = {region.code for region in first.regions}
    return any(region.code in codes for region in second.regions) or first.text == second.text


def _readings(text: str, regions: RegionTable, *, exact: bool) -> Iterator[tuple[AgencyName, tuple[bool, int]]]:
    """Every reading with (the place has its generic part, where the place ends)."""
    for one in central_names(text):
        if _fits(text, one.end, exact=exact):
            printed = text[one.start : one.end]
            found = read_body(text[one.start : one.body])
            body = Body(text=printed, sector=found.sector if found else "", known=not one.inner, forms=(printed,))
            central = AgencyName(text=printed, regions=(), body=body, end=one.end, national=True, inner=one.inner)
            yield central, (True, 0)
    for head in ("", *_PARTY_HEADS, *vocabulary().prefixes):
        if not text.startswith(head):
            continue
        start, read = len(head), read_party_body if head in _PARTY_HEADS else read_body
        places = [(one.regions, start + one.end, one.full) for one in regions.prefixes(text[start:])]
        for found_regions, place_end, full in (*places, ((), start, False)):
            if found_regions and not full and _PLACE_GOES_ON.match(text, place_end):
                continue
            ends = [len(text)] if exact else range(place_end + 1, min(len(text), _MAX_NAME) + 1)
            for end in ends:
                body_read = read(text[place_end:end])
                if body_read is None and head and found_regions and text[place_end:end] in {"委员会", "常务委员会"}:
                    body_read = Body(text=text[place_end:end], general=True, forms=("委",))
                joint = place_end > start and text.startswith(text[start:place_end], end)
                if body_read is None or not (joint or _fits(text, end, exact=exact)):
                    continue
                if found_regions or _stands_alone(body_read):
                    name = AgencyName(text=text[:end], regions=found_regions, body=body_read, end=end)
                    yield name, (full, place_end)


def _rank(name: AgencyName, place: tuple[bool, int]) -> tuple[bool, bool, bool, int, int]:
    """Best reading: a central body, then a known one, then the place with its generic part, then the longest."""
    return name.national and not name.inner, name.body.known, *place, name.end


def _fits(text: str, end: int, *, exact: bool) -> bool:
    return end == len(text) if exact else follows_name(text[end:]) or begins_with_central(text[end:])


def _stands_alone(body: Body) -> bool:
    """Without a place only some are named by their body: 雄安新区管理委员会, 洪山镇人民政府, a university."""
    placeless = body.text.endswith(vocabulary().placeless_endings) and body.text not in vocabulary().placeless_endings
    return placeless or (body.text not in vocabulary().governments and body.general)


@lru_cache(maxsize=1)
def _post() -> re.Pattern[str]:
    posts = "|".join(sorted(vocabulary().posts, key=lambda post: (-len(post), post)))
    return re.compile(rf"(?P<agency>.{{2,40}}?)(?:{posts})[\u4e00-\u9fff·•.]{{2,12}}")
