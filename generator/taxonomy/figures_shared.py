"""One number for several facts (办结率和满意率均达到100%), several numbers for as many (甲、乙分别为1件、2件)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.taxonomy.figures_phrase import Reading
from generator.taxonomy.figures_text import PassageText

_ALL = re.compile(r"(?:均|都|全部|双双|皆)(?:达到?|为|是|在|实现|超过?|高于|保持在?|[有发到收]|\d|$)")
_EACH = "分别"
_PARTS = re.compile(r"、|以及|和(?![解谐平睦])|及(?![时格])|与")
_JOINT = re.compile(r"[、和及与，,]{1,2}")
_RATE_END = ("率", "度", "比", "比例", "覆盖面", "占比")


def share_numbers(text: PassageText, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Split readings whose noun is several nouns, and give enumerated numbers their own noun each."""
    shared: list[Reading] = []
    index = 0
    while index < len(readings):
        run = _run(text, readings, index)
        parts = _parts(readings[index].counted)
        clause = text.plain[text.clause_start(readings[index].mention.start) : readings[index].mention.start]
        if _EACH in clause and len(run) > 1 and len(parts) == len(run):
            shared.extend(
                replace(one, counted=part, near=part, start=readings[index].start)
                for one, part in zip(run, parts, strict=True)
            )
            index += len(run)
            continue
        one = readings[index]
        if len(parts) > 1 and (_ALL.search(clause) or _rates(one, parts)):
            shared.extend(replace(one, counted=part, near=part) for part in parts)
        else:
            shared.append(one)
        index += 1
    return tuple(shared)


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
    return reading.mention.unit in {"%", "‰"} and all(part.endswith(_RATE_END) for part in parts)


def _parts(counted: str) -> tuple[str, ...]:
    counted = re.sub(r"(?:均|都|全部|双双|皆|分别|达到?|为|实现)+$", "", counted).replace(_EACH, "")
    parts = [part.strip() for part in _PARTS.split(counted)]
    if not all(len(part) >= 2 for part in parts):
        return (counted,)
    if parts[-1].endswith("率"):
        # 司法建议和检察建议反馈率: the kind of rate is told once, at the end.
        rate = parts[-1][-3:]
        parts = [part if part.endswith(_RATE_END) else part + rate for part in parts]
    return tuple(parts)
