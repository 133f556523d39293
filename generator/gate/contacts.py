"""联系人 in notes: names and telephones that are masked, not held.

Where: the 附注 (GB/T 9704-2012, 7.3.6), a bracket with a label such as 联系人, a line that begins with such a label.
A mobile is masked in a note or a contact line at the foot; elsewhere it holds the report like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from generator.gate.contact_values import ContactPlace, contact_places
from generator.gate.labels import alternatives
from generator.gate.rules import ContactRules, GateRules
from generator.gate.scan_copy import ScanCopy, ScanLine, block_offsets
from generator.model.document import BlockKind, Document
from generator.model.report import Mask

_BRACKET = re.compile(r"\([^()]{1,200}(?:\([^()]{0,40}\)[^()]{0,120}){0,3}\)?")
# After the label: a colon, a blank, or (联系人张三，2856011) a number.
_TELLS = re.compile(r"[^。;]{0,8}:|[ \n]|[^。;]{0,40}[0-9]{4}")
_LONGEST_LINE = 120
_LEAD = r"[0-9一二三四五六七八九十.、()*·| \t-]{0,6}"
_LAST_BLOCKS = 4
_FOOT = frozenset({BlockKind.SIGNATURE, BlockKind.DATE_OF_WRITING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A stretch of the copy that tells of contacts; ``mobiles``: they are masked there too."""

    start: int
    end: int
    mobiles: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedPlace:
    """A mask with its place in the scan copy, so that findings under it can be dropped."""

    mask: Mask
    start: int
    end: int


@lru_cache(maxsize=4)
def _person(rules: ContactRules) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(rules.person_labels)})")


@lru_cache(maxsize=4)
def _line(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}(?:{alternatives(labels)})", re.IGNORECASE)


def _foot_start(document: Document) -> int:
    """Index of the first block of the foot: after the last body block, at the signature, or the last few blocks."""
    signed = [index for index, block in enumerate(document.blocks) if block.kind in _FOOT]
    last = len(document.blocks) - _LAST_BLOCKS
    return min(signed[-1], last) if signed else last


def _regions(
    copy: ScanCopy, lines: tuple[ScanLine, ...], kind: BlockKind, foot: bool, rules: ContactRules
) -> Iterator[Region]:
    start, end = lines[0].start, lines[-1].end
    if kind is BlockKind.NOTE:
        yield Region(start=start, end=end, mobiles=True)
        return
    person = _person(rules)
    if person.search(copy.text, start, end) is None and not foot:
        return
    for bracket in _BRACKET.finditer(copy.text, start, end):
        label = person.search(bracket.group())
        if label and _TELLS.match(bracket.group(), label.end()):
            yield Region(
                start=bracket.start(), end=bracket.end(), mobiles=foot or bracket.end() - bracket.start() == end - start
            )
    told = False
    for line in lines:
        text = copy.line_text(line)
        if line.end - line.start > _LONGEST_LINE:
            told = False
            continue
        begins = _line(rules.person_labels).match(text)
        colon = begins is not None and re.match(r"[^。;]{0,8}:|[ \t|]", text[begins.end() :]) is not None
        if colon or (told and _line(rules.telephone_labels).match(text)):
            yield Region(start=line.start, end=line.end, mobiles=foot)
            told = True


def find_contact_masks(copy: ScanCopy, document: Document, gate_rules: GateRules) -> tuple[MaskedPlace, ...]:
    """Find what is masked.

    Args:
        copy: the document's scan copy.
        document: the document.
        gate_rules: labels, words that are no names, family names, and the variants that the copy was made with.

    Returns:
        Masks in reading order, not overlapping; each covers the value only, never its label.
    """
    rules, surnames = gate_rules.contacts, frozenset(gate_rules.surnames)
    foot_start = _foot_start(document)
    found: list[MaskedPlace] = []
    told = False
    for index, group in groupby(copy.lines, key=lambda line: line.block):
        lines = tuple(group)
        block = document.blocks[index]
        foot = index >= foot_start
        regions = list(_regions(copy, lines, block.kind, foot, rules))
        short = len(lines) == 1 and lines[0].end - lines[0].start <= _LONGEST_LINE
        if not regions and told and short and _line(rules.telephone_labels).match(copy.line_text(lines[0])):
            regions = [Region(start=lines[0].start, end=lines[0].end, mobiles=foot)]
        told = bool(regions)
        if not regions:
            continue
        offsets = block_offsets(block, gate_rules.variants)
        places = {
            (place.start, place.end): place
            for region in regions
            for place in contact_places(
                copy.text[region.start : region.end], region.start, region.mobiles, rules, surnames
            )
        }
        reached = 0
        for (start, end), place in sorted(places.items()):
            if start < reached:
                continue
            reached = end
            found.append(_masked(copy, block.anchor, offsets, lines[0].start, place))
    return tuple(found)


def _masked(copy: ScanCopy, anchor: str, offsets: tuple[int, ...], base: int, place: ContactPlace) -> MaskedPlace:
    line = copy.line_at(place.start)
    mask = Mask(
        kind=place.kind,
        anchor=anchor,
        start=offsets[place.start - base],
        end=offsets[place.end - 1 - base] + 1,
        line=line.number or 1,
    )
    return MaskedPlace(mask=mask, start=place.start, end=place.end)
