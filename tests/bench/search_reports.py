"""Made-up reports as the search is given them: parsed once, kept in a file, read one at a time."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.model.document import BlockKind
from generator.parser.parse import parse_document
from generator.readers.read import read_bytes
from generator.search.model import SearchPassage, SearchReport
from generator.taxonomy.regions import load_regions
from tests.bench.progress import Progress
from tests.bench.synthetic import make_report

NEWEST = "2099-12-31"
_TYPE = ("law-based-government-report", "法治政府建设年度报告")
_THEMES = tuple(f"theme-{number:02}" for number in range(24))
_ROLES = ("leadership", "achievements", "problems", "plans", "figures", "people")


def search_report(number: int) -> SearchReport:
    """The made-up report of that number, parsed as the project parses files.

    Themes and roles are drawn from the passage's text, about as many as real passages have: filters need columns.
    """
    made = make_report(number)
    document = parse_document(read_bytes(made.text.encode(), ".txt").text).value
    labels = {heading.anchor: f"{heading.label} {heading.text}" for heading in document.headings}
    region = load_regions().by_code(made.region)
    return SearchReport(
        report_id=f"{made.agency_id}/{made.year}-{number:06}",
        uri=f"reports/{made.agency_id}/{made.year}-{number:06}/",
        title=made.title,
        agency_id=made.agency_id,
        agency=made.agency,
        region_code=made.region,
        region_names=region.names if region else (),
        year=made.year,
        type_id=_TYPE[0],
        type_name=_TYPE[1],
        date=made.date,
        passages=tuple(
            SearchPassage(
                anchor=block.anchor,
                label=labels.get(block.section, ""),
                text=block.text,
                heading_end=len(block.text) if block.kind is BlockKind.TITLE else block.heading_end,
                themes=_drawn(_THEMES, block.text) if block.kind is BlockKind.PARAGRAPH else (),
                roles=_drawn(_ROLES, block.text)[:1] if block.kind is BlockKind.PARAGRAPH else (),
            )
            for block in document.blocks
        ),
    )


def newest_report(number: int) -> SearchReport:
    """The same, published after all others: what is added to a collection as a rule."""
    return replace(search_report(number), date=NEWEST)


def number_of(report_id: str) -> int:
    """The number that a report was made from."""
    return int(report_id.rpartition("-")[2])


def write_reports(target: Path, count: int, say: Progress) -> None:
    """Write the reports 0 to ``count - 1`` to a file; one that is there is kept."""
    if target.is_file():
        return
    unfinished = target.with_suffix(".unfinished")
    with unfinished.open("wb") as file:
        for number in range(count):
            pickle.dump(search_report(number), file)
            say.step(number + 1, count)
    unfinished.replace(target)


def read_reports(source: Path) -> Iterator[SearchReport]:
    """The reports of a file that ``write_reports`` wrote, one at a time."""
    with source.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)


def _drawn(names: tuple[str, ...], text: str) -> tuple[str, ...]:
    drawn = zlib.crc32(text.encode())
    return tuple(sorted({names[(drawn >> 8 * place) % len(names)] for place in range(drawn % 3)}))
