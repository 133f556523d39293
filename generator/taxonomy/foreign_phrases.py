"""Wording that belongs to another kind of agency: mostly left over from a copied report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.model.diagnostics import Diagnostic
from generator.model.document import BlockKind, Document
from generator.model.report import Agency
from generator.parser.characters import non_blank
from generator.taxonomy import findings
from generator.taxonomy.agency_names import agency_kind
from generator.taxonomy.places import line_of
from generator.taxonomy.validation import StrictModel, load_yaml

DATA = Path(__file__).parent.parent / "data"
_RULED = re.compile(r"全面(?P<phrase>依法治(?P<place>省|市|州|盟|区|县|旗|镇|乡))(?!委员会|办)")
_RANK = {"省": 1, "市": 2, "州": 2, "盟": 2, "区": 3, "县": 3, "旗": 3, "镇": 4, "乡": 4}
_LEVEL_RANK = {"national": 0, "province": 1, "prefecture": 2, "county": 3, "township": 4}


class _Sector(StrictModel):
    sector: str
    words: list[str]


class _SectorFile(StrictModel):
    law_words: str
    sectors: list[_Sector]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorTable:
    """``pattern`` finds a sector's word before 领域, 系统, 行业 and a word of law; ``sector_of`` maps the word."""

    pattern: re.Pattern[str]
    sector_of: dict[str, str]


@lru_cache(maxsize=1)
def load_sectors(path: Path = DATA / "sectors.yml") -> SectorTable:
    """Read and check the table of sectors.

    Raises:
        ConfigurationError: the file is not well-formed.
    """
    content = load_yaml(path, _SectorFile)
    sector_of = {word: entry.sector for entry in content.sectors for word in entry.words}
    words = "|".join(sorted(map(re.escape, sector_of), key=lambda word: (-len(word), word)))
    pattern = re.compile(rf"(?P<phrase>(?P<word>{words})(?:领域|系统|行业))(?:的|各类)?(?:{content.law_words})")
    return SectorTable(pattern=pattern, sector_of=sector_of)


def find_foreign_phrases(document: Document, agency: Agency, table: SectorTable) -> Iterator[Diagnostic]:
    """Findings for a department's report; a whole government speaks of every sector and rank.

    Args:
        document: the parsed document.
        agency: who issued it; without a known name nothing can be foreign to it.
        table: as ``load_sectors`` gives it.
    """
    kind = agency_kind(agency)
    if not agency.name or kind.is_government:
        return
    for block in document.blocks:
        if block.kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH}:
            continue
        text = non_blank(block.text)
        for match in table.pattern.finditer(text):
            if kind.sector and table.sector_of[match["word"]] != kind.sector:
                yield findings.FOREIGN_PHRASE.at(line_of(match["phrase"], [block]), phrase=match["phrase"])
        rank = _LEVEL_RANK.get(agency.level)
        for match in _RULED.finditer(text):
            if rank is not None and _RANK[match["place"]] > rank:
                yield findings.FOREIGN_PHRASE.at(line_of(match["phrase"], [block]), phrase=match["phrase"])
