"""Reports -> leaves: a report, or a part of a long one, whose text is one file and is loaded as a whole."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.search.model import SearchReport
from generator.search.normalise import normalise
from generator.search.simplified import simplified_characters

LEAF_CHARACTERS: Final = 16_000
_ASTRAL: Final = "\U00010000"


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage or a field (title, agency, number) as it is searched and shown.

    Attributes:
        anchor: of a passage; empty for a field.
        label: the section's label; for a field which it is: ``title agency document_number index_number``.
        heading_end: characters of ``text`` that count as title or heading.
        text: as published.
        labels: themes and roles.
    """

    anchor: str
    label: str
    heading_end: int
    text: str
    labels: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is searched together and loaded together.

    Attributes:
        entries: in the order in which they are numbered.
        continues: it belongs to the same report as the leaf before.
        text: JSON ``[report, [[anchor, label, heading_end, text], ...]]``; there ``heading_end`` counts UTF-16 units.
    """

    entries: tuple[Entry, ...]
    continues: bool
    text: str


def leaves(report: SearchReport) -> Iterator[Leaf]:
    """The leaves of a report, one or more; every entry stands in one of them, whole."""
    groups: list[list[Entry]] = [[]]
    room = LEAF_CHARACTERS
    for entry in _entries(report):
        if groups[-1] and len(entry.text) > room:
            groups.append([])
            room = LEAF_CHARACTERS
        groups[-1].append(entry)
        room -= len(entry.text)
    for index, group in enumerate(groups):
        yield Leaf(tuple(group), index > 0, _leaf_text(report, group))


def _entries(report: SearchReport) -> Iterator[Entry]:
    passages = [
        Entry(passage.anchor, passage.label, passage.heading_end, passage.text, (passage.themes, passage.roles))
        for passage in report.passages
    ]
    # The title as printed is a passage already, as a rule; twice the same would count twice.
    printed = {normalise(entry.text) for entry in passages if entry.heading_end >= len(entry.text)}
    titles = () if normalise(report.title) in printed else (report.title,)
    agencies = dict.fromkeys(name for name in (report.agency, *report.short_names) if name)
    yield from _fields("title", titles)
    yield from _fields("agency", agencies)
    yield from _fields("document_number", (report.document_number,))
    yield from _fields("index_number", (report.index_number,))
    yield from passages


def _fields(name: str, texts: tuple[str, ...] | dict[str, None]) -> Iterator[Entry]:
    for text in texts:
        if text:
            yield Entry("", name, len(text), text, ((), ()))


def _leaf_text(report: SearchReport, entries: list[Entry]) -> str:
    about = {
        "id": report.report_id,
        "uri": report.uri,
        "title": report.title,
        "agency": report.agency,
        "year": report.year,
        "date": report.date,
        "type": report.type_name,
        "fold": _folded("".join(entry.text for entry in entries)),
    }
    rows = [[entry.anchor, entry.label, _units(entry.text[: entry.heading_end]), entry.text] for entry in entries]
    return json.dumps([about, rows], ensure_ascii=False, separators=(",", ":"))


def _units(text: str) -> int:
    """Length as browsers count it: characters of the other planes are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 if text else 0


def _folded(text: str) -> str:
    """Traditional characters of a text, each with its simplified one behind it: most texts have none.

    So the reading side needs the whole table for queries only.
    """
    if _units(text) == len(text) and not _may_fold().search(text):
        return ""
    table = simplified_characters()
    found = table.keys() & set(unicodedata.normalize("NFKC", text))
    return "".join(character + table[character] for character in sorted(found))


@lru_cache(maxsize=1)
def _may_fold() -> re.Pattern[str]:
    """What stands for a traditional character, as it is or after NFKC (radicals, enclosed and compatibility forms).

    Of the first plane only: with others in it the pattern is a hundred times slower.
    """
    listed = "".join(character for character in simplified_characters() if character < _ASTRAL)
    return re.compile(f"[{listed}\u2e80-\u2fdf\u3200-\u33ff\uf900-\ufaff]")
