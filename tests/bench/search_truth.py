"""Grep: which passages hold a phrase, found by looking into every one of them."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import opencc

from generator.search.model import SearchReport
from tests.bench.queries import normal_form
from tests.bench.search_reports import number_of


@dataclass(slots=True)
class Truth:
    """Where a phrase stands.

    Attributes:
        places: a ``place`` for each passage or field that holds it.
        reports: numbers of the reports, rising in the order read.
    """

    places: array[int] = field(default_factory=lambda: array("Q"))
    reports: array[int] = field(default_factory=lambda: array("Q"))


@dataclass(slots=True)
class Collection:
    """Facts of the texts that were looked into."""

    reports: int = 0
    passages: int = 0
    characters: int = 0
    text_bytes: int = 0  # UTF-8


def place(report_id: str, anchor: str) -> int:
    """A passage or field as a number: its report's number, and its anchor (a field: its name) as a checksum."""
    return number_of(report_id) << 32 | zlib.crc32(anchor.encode())


def find_truth(reports: Iterable[SearchReport], needles: Sequence[str]) -> tuple[list[Truth], Collection]:
    """Look for every needle in every passage; an empty needle stands nowhere.

    Args:
        reports: taken one at a time.
        needles: in normal form.

    Returns:
        One truth a needle, and what was looked into.
    """
    to_simplified = opencc.OpenCC("t2s")
    found = [Truth() for _ in needles]
    looked = Collection()
    wanted = [(needle, truth) for needle, truth in zip(needles, found, strict=True) if needle]
    for report in reports:
        entries = list(_entries(report, to_simplified))
        whole = "\n".join(normal for _, normal in entries)
        looked.reports += 1
        looked.passages += len(report.passages)
        looked.characters += sum(len(passage.text) for passage in report.passages)
        looked.text_bytes += sum(len(passage.text.encode()) for passage in report.passages)
        for needle, truth in wanted:
            if needle in whole:
                truth.reports.append(number_of(report.report_id))
                truth.places.extend(place(report.report_id, anchor) for anchor, normal in entries if needle in normal)
    return found, looked


def _entries(report: SearchReport, to_simplified: opencc.OpenCC) -> Iterator[tuple[str, str]]:
    """What can be found of a report, in normal form: its passages, and its agency and numbers as fields.

    The title is a passage as a rule; where none of the headings says the same it is a field, too.
    """
    passages = [(passage, normal_form(passage.text, to_simplified)) for passage in report.passages]
    headings = {normal for passage, normal in passages if passage.heading_end >= len(passage.text)}
    fields = {"agency": report.agency, "document_number": report.document_number, "index_number": report.index_number}
    named = {name: normal_form(text, to_simplified) for name, text in {"title": report.title, **fields}.items()}
    if named["title"] in headings:
        del named["title"]
    yield from ((name, normal) for name, normal in named.items() if normal)
    yield from ((passage.anchor, normal) for passage, normal in passages)
