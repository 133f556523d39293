"""The part of an agency's name after the place: which body it is, and in which field of work (agency_names.yml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import Field

from generator.taxonomy.validation import StrictModel, load_yaml

NAMES_PATH = Path(__file__).parent.parent / "data" / "agency_names.yml"
GOVERNMENT_OFFICE = "政府办公"

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_GOVERNMENT = re.compile(r"(?:人民)?政府")
_OFFICE = re.compile(r"(?:人民)?政府(?:办公室|办公厅|办)|府办")
_TOWNSHIP = re.compile(r"[^区县省]{1,9}(?:街道办事处|(?:镇|乡|苏木)人民政府)")
_COMMITTEES = ("管委会", "管理委员会")
_ZONE = re.compile(r".{2,24}(?:区|基地|岛|城|港|园|带)(?:管理委员会|管委会)")
_PARTY = re.compile(r"(?:工作)?(?:委员会|委)(?P<inner>.*)")
_INNER_COMMITTEE = re.compile(r"(?:工作)?委员会$|领导小组$")
_MAX_BODY = 32
# A single character with other endings makes everyday words: 体会, 外部, 中部.
_ENDINGS_OF_ONE = {"办", "委", "局", "院", "联"}


class _FieldOfWork(StrictModel):
    sector: str
    names: tuple[str, ...]
    shorts: tuple[str, ...]
    whole: tuple[str, ...] = ()


class _Vocabulary(StrictModel):
    endings: dict[str, str] = Field(min_length=1)
    open_endings: tuple[str, ...]
    bare_endings: tuple[str, ...]
    placeless_endings: tuple[str, ...]
    governments: tuple[str, ...]
    fields: tuple[_FieldOfWork, ...]
    prefixes: tuple[str, ...]
    national: dict[str, tuple[str, ...]]
    national_heads: tuple[str, ...]
    national_endings: tuple[str, ...]
    state_names: tuple[str, ...]
    inner_endings: tuple[str, ...]
    inner_never: tuple[str, ...]
    posts: tuple[str, ...]
    number_heads: dict[str, str]
    stops: tuple[str, ...]
    followers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body as its name tells it.

    Attributes:
        text: 人民政府外事办公室.
        sector: 外事; empty where the field is not known, or all fields are its own.
        general: it answers for all fields: a government, a township, a zone's committee, a party committee.
        known: the vocabulary knows it; otherwise only its ending tells that it is a body.
        township: 街道办事处, 镇人民政府, 乡人民政府.
        forms: short and other forms without the place: 外办, 外事办, 外事办公室.
    """

    text: str
    sector: str = ""
    general: bool = False
    known: bool = True
    township: bool = False
    forms: tuple[str, ...] = ()


@cache
def vocabulary() -> _Vocabulary:
    """The shipped vocabulary.

    Raises:
        ConfigurationError: it is missing or not valid.
    """
    return load_yaml(NAMES_PATH, _Vocabulary)


def read_body(text: str) -> Body | None:
    """Read a body's full name (without place and without 中共).

    Args:
        text: e.g. 人民政府外事办公室, 司法局, 覃家岗街道办事处.

    Returns:
        The body, or None where the text is no body's name.
    """
    if not 2 <= len(text) <= _MAX_BODY or not _HAN.fullmatch(text) or any(stop in text for stop in vocabulary().stops):
        return None
    if text in vocabulary().governments:
        return Body(text=text, general=True, forms=("人民政府", "政府"))
    if text in {"人民政府办公室", "人民政府办公厅"}:
        forms = (text, "政府办公室", "政府办公厅", "政府办", "府办")
        return Body(text=text, sector=GOVERNMENT_OFFICE, forms=forms)
    own = text.removeprefix("人民政府")
    if _TOWNSHIP.fullmatch(own):
        return Body(text=text, general=True, township=True, forms=_township_forms(own))
    if own in _COMMITTEES:  # after a zone that the table of regions knows
        return Body(text=text, general=True, forms=_COMMITTEES)
    if _ZONE.fullmatch(own):
        short = own.replace("管理委员会", "管委会")
        return Body(text=text, general=True, known=False, forms=tuple(dict.fromkeys((own, short))))
    return _department(text, own)


def read_party_body(text: str) -> Body | None:
    """Read what follows 中共 and the place: 委员会, 委, 委宣传部, 委员会全面依法治市委员会办公室."""
    match = _PARTY.fullmatch(text)
    if match is None or any(stop in text for stop in vocabulary().stops):
        return None
    inner = match["inner"]
    if not inner:
        return Body(text=text, general=True, forms=("委", "委员会"))
    if inner in {"办公室", "办公厅"}:
        return Body(text=text, sector="党委办公", forms=("委办公室", "委办公厅", "委办"))
    body = read_body(inner)
    if body is None:
        return None
    forms = tuple(dict.fromkeys((*(f"委{form}" for form in body.forms), *body.forms)))
    return Body(text=text, sector=body.sector, known=body.known, forms=forms)


def read_short_body(text: str) -> str | None:
    """The sector of a known short or full form without the place (外办, 住建局, 外事办公室, 政府办).

    Returns:
        The sector (empty for a whole government or party committee), or None where the form is not known.
    """
    if _GOVERNMENT.fullmatch(text) or text in {"委", "委员会"}:
        return ""
    if _OFFICE.fullmatch(text):
        return GOVERNMENT_OFFICE
    if text in {"委办", "委办公室", "委办公厅"}:
        return "党委办公"
    for head in ("", "人民政府", "政府", "委"):
        if text.startswith(head) and (sector := _known_sector(text[len(head) :])) is not None:
            return sector
    return None


def is_open_ending(text: str) -> bool:
    """The text ends as agencies' names and short forms do (局, 委, 办, 厅, 中心 …)."""
    return text.endswith((*vocabulary().open_endings, "委", "办"))


def follows_name(rest: str) -> bool:
    """What stands here can follow an agency's name in a title: the end, a digit, a bracket, 关于 …."""
    return not rest or not _HAN.match(rest) or rest.startswith(vocabulary().followers)


def _department(text: str, own: str) -> Body | None:
    known = _names().get(own)
    for ending, short in vocabulary().endings.items():
        if known is not None or not own.endswith(ending):
            continue
        stem = _INNER_COMMITTEE.sub("", own.removesuffix(ending))
        known = _names().get(stem)
        if known is not None:
            forms = (own, *(form + short for form in known.shorts if len(form) > 1 or short in _ENDINGS_OF_ONE))
            if text != own:
                forms = (*forms, *(f"政府{form}" for form in forms))
            return Body(text=text, sector=known.sector, forms=tuple(dict.fromkeys(forms)))
    if known is not None:
        return Body(text=text, sector=known.sector, forms=(own,))
    bare = own in vocabulary().endings or (own in vocabulary().open_endings and own not in vocabulary().bare_endings)
    if own.endswith(vocabulary().open_endings) and not bare:
        return Body(text=text, sector=_contained_sector(own), known=False, forms=_open_forms(own))
    return None


def _known_sector(text: str) -> str | None:
    if text in _names():
        return _names()[text].sector
    for ending, short in vocabulary().endings.items():
        if text.endswith(ending) and (found := _names().get(text.removesuffix(ending))) is not None:
            return found.sector
        stem = text.removesuffix(short)
        if stem != text and (len(stem) > 1 or short in _ENDINGS_OF_ONE) and stem in _shorts():
            return _shorts()[stem].sector
    return None


def _contained_sector(text: str) -> str:
    inside = [name for name in _names() if len(name) > 1 and name in text]
    # The field stands at the end of a name: what comes last, then what is longest.
    best = max(inside, key=lambda name: (text.rindex(name) + len(name), len(name)), default="")
    return _names()[best].sector if best else ""


def _open_forms(own: str) -> tuple[str, ...]:
    shorter = (own.removesuffix(long) + short for long, short in vocabulary().endings.items() if own.endswith(long))
    return tuple(dict.fromkeys((own, *shorter)))


def _township_forms(own: str) -> tuple[str, ...]:
    place = own.removesuffix("办事处").removesuffix("人民政府")
    return (own, f"{place}政府", place) if own.endswith("人民政府") else (own, place)


@cache
def _names() -> dict[str, _FieldOfWork]:
    return {name: one for one in vocabulary().fields for name in (*one.whole, *one.names)}


@cache
def _shorts() -> dict[str, _FieldOfWork]:
    return {short: one for one in reversed(vocabulary().fields) for short in one.shorts}
