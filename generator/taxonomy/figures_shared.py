"""One number for several facts (办结率和满意率均达到100%), several numbers for as many (甲、乙分别为1件、2件)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.taxonomy.figures_phrase import Reading
from generator.taxonomy.figures_text import PassageText

_ALL = re.compile(
    r"(?:均|都|全部|双双|皆)(?:达到?|为|是|在|实现|超过?|高于|保持在?|[有发到收]|\d|$)|[\d两二三四五六七八]个$"
)
_APIECE = re.compile(r"(?P<parts>.*[、和及与].*?)各(?![级类项种地市县区方界国])(?P<rest>[^、和]{0,10})$")
_EACH = "分别"
_MOST_PARTS = 8
_PARTS = re.compile(r"(?<!代表)、|(?<=代表)、(?!委员)|以及|和(?![解谐平睦])|及(?![时格])|与")
_TO_WHOM = ("向", "对", "由")  # 向省政府和市人大报备率 is one rate
_JOINT = re.compile(r"[、和及与，,]{1,2}")
_RATE_UNITS = frozenset("%‰")
_RATE_END = ("率", "度", "比", "比例", "覆盖面", "占比")


def share_numbers(text: PassageText, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Split readings whose noun is several nouns, and give enumerated numbers their own noun each."""
    shared: list[Reading] = []
    index = 0
    while index < len(readings):
        one = readings[index]
        place = one.mention.start
        clause = text.plain[text.clause_start(place) : place]
        run = _run(text, readings, index) if _EACH in clause else [one]
        if len(run) > 1:
            parts = _as_many(one, len(run))
            shared.extend(
                replace(each, counted=part, near=part, start=one.start) for each, part in zip(run, parts, strict=True)
            )
            index += len(run)
            continue
        parts = _parts(one.counted)
        told = readings[index - 1].mention.end if index else 0
        apiece = _apiece(text.plain[max(told, place - len(clause)) : place], one.counted)
        if apiece:
            shared.extend(replace(one, counted=part, near=part) for part in apiece)
        elif len(parts) > 1 and (_ALL.search(clause) or _rates(one, parts)):
            shared.extend(replace(one, counted=part, near=part) for part in parts)
        else:
            shared.append(one)
        index += 1
    return tuple(shared)


def _as_many(reading: Reading, count: int) -> Sequence[str]:
    """The nouns of 甲、乙分别为1件、2件; the whole noun for each where they are not as many as the numbers."""
    parts = _parts(reading.counted)
    if len(parts) != count and reading.mention.unit in _RATE_UNITS:
        # 学校、幼儿园章程备案率: only what is called a rate is one.
        whole, parts = _PARTS.split(_bare(reading.counted)), ()
        begun = ""
        for part in whole:
            begun += f"、{part}" if begun else part
            if part.endswith(_RATE_END):
                parts, begun = (*parts, begun), ""
    return parts if len(parts) == count else (reading.counted,) * count


def _apiece(before: str, counted: str) -> tuple[str, ...]:
    """法院派驻联络员 and 检察院派驻联络员 of 法院、检察院各派驻联络员."""
    match = _APIECE.fullmatch(before)
    if match is None:
        return ()
    parts = _PARTS.split(match["parts"])
    if len(parts) > _MOST_PARTS or not all(len(part) >= 2 for part in parts):
        return ()
    noun = match["rest"] + ("" if counted in before else counted)
    return tuple(part + noun for part in parts)


def _run(text: PassageText, readings: Sequence[Reading], first: int) -> list[Reading]:
    """Readings that follow one another with nothing but 、 or 和 between them."""
    run = [readings[first]]
    for reading in readings[first + 1 :]:
        between = text.plain[run[-1].mention.end : reading.mention.start]
        if not _JOINT.fullmatch(between):
            break
        run.append(reading)
    return run


def _rates(reading: Reading, parts: Sequence[str]) -> bool:
    """办结率、满意率100%: each part is a rate of its own."""
    return reading.mention.unit in _RATE_UNITS and all(part.endswith(_RATE_END) for part in parts)


def _bare(counted: str) -> str:
    return re.sub(
        r"(?:均|都|全部|双双|皆|分别|达到?|为|实现|[\d两二三四五六七八](?:个$|项(?:指标)?)|(?:持续|始终|一直)?保持在?)+$",
        "",
        counted,
    ).replace(_EACH, "")


def _parts(counted: str) -> tuple[str, ...]:
    counted = _bare(counted)
    parts = [part.strip() for part in _PARTS.split(counted)]
    if not all(len(part) >= 2 for part in parts):
        return (counted,)
    while len(parts) > 1 and parts[0].startswith(_TO_WHOM) and not parts[0].endswith(_RATE_END):
        whole = counted[: counted.index(parts[1], len(parts[0])) + len(parts[1])]
        parts = [whole.strip(), *parts[2:]]
    if parts[-1].endswith("率"):
        # 司法建议和检察建议反馈率: the kind of rate is told once, at the end.
        rate = parts[-1][-3:]
        parts = [part if part.endswith(_RATE_END) else part + rate for part in parts]
    return tuple(parts)
