"""Feeds of the newest reports: of the site, of each agency, of each theme; by the dates that the reports carry."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator.model.catalog import ReportRecord
from generator.pages.uris import HOME, agency_uri, theme_uri
from generator.pages.wording import agency_name
from generator.publish.collection import Collection
from generator.publish.counted_file import write_whole
from generator.publish.feed_text import atom_text, json_feed_values

MOST_ENTRIES: Final = 50
_MOST_EXCERPTS: Final = 3
# Ids follow from the collection's name and the report's id, so that entries stay the same when the site moves.
_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "gongkai:feeds")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One report in a feed.

    Attributes:
        entry_id: ``urn:uuid:…``, never another for the same report.
        record: the report.
        day: publication date, else date of writing.
        anchor: where its link leads on the report's page, or empty.
        summary: what is shown of it; never empty.
    """

    entry_id: str
    record: ReportRecord
    day: date
    anchor: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed with at least one entry, newest first.

    Attributes:
        feed_id: ``urn:uuid:…``.
        uri: folder of the page that it belongs to; its files are ``feed.xml`` and ``feed.json`` there.
        title: for readers.
        entries: at most 50.
    """

    feed_id: str
    uri: str
    title: str
    entries: tuple[FeedEntry, ...]


def write_feeds(collection: Collection, records: Iterable[ReportRecord], target: Path) -> tuple[str, ...]:
    """Write ``feed.xml`` (Atom 1.0) and ``feed.json`` (JSON Feed 1.1) of every feed.

    Args:
        collection: the collection.
        records: the published reports, in any order; one without any date is in no feed, since none is invented.
        target: folder that the site's tree is written to.

    Returns:
        Addresses of the files written, in order.
    """
    written: list[str] = []
    for feed in make_feeds(collection, records):
        for name, text in (
            ("feed.xml", atom_text(feed, collection)),
            ("feed.json", json.dumps(json_feed_values(feed, collection), ensure_ascii=False, indent=1) + "\n"),
        ):
            write_whole(target, f"{feed.uri}{name}", text)
            written.append(f"{feed.uri}{name}")
    return tuple(written)


def make_feeds(collection: Collection, records: Iterable[ReportRecord]) -> Iterator[Feed]:
    """The feeds that have entries: the site's first, agencies in the order of their ids, themes in the vocabulary's."""
    dated = sorted((record for record in records if feed_day(record)), key=_newest_first)
    agencies: dict[str, list[ReportRecord]] = {}
    themes: dict[str, list[ReportRecord]] = {theme.theme_id: [] for theme in collection.themes}
    for record in dated:
        if record.agency.agency_id:
            _take(agencies.setdefault(record.agency.agency_id, []), record)
        for theme_id in dict.fromkeys(theme_id for unit in record.units for theme_id in unit.themes):
            if theme_id in themes:
                _take(themes[theme_id], record)
    yield from _feed(collection, HOME, f"{collection.name}：最新文件", [_whole(collection, one) for one in dated])
    for agency_id in sorted(agencies):
        chosen = agencies[agency_id]
        title = f"{agency_name(chosen[0].agency)}：最新文件 - {collection.name}"
        yield from _feed(collection, agency_uri(agency_id), title, [_whole(collection, one) for one in chosen])
    for theme in collection.themes:
        entries = [_on_theme(collection, one, theme.theme_id) for one in themes[theme.theme_id]]
        yield from _feed(collection, theme_uri(theme.theme_id), f"{theme.name}：最新文件 - {collection.name}", entries)


def feed_day(record: ReportRecord) -> date | None:
    """The day by which a report is new: its publication, else its writing."""
    return record.publication_date or record.date_of_writing


def _newest_first(record: ReportRecord) -> tuple[int, str]:
    return -(feed_day(record) or date.min).toordinal(), record.report_id


def _take(chosen: list[ReportRecord], record: ReportRecord) -> None:
    if len(chosen) < MOST_ENTRIES:
        chosen.append(record)


def _feed(collection: Collection, uri: str, title: str, entries: Sequence[FeedEntry]) -> Iterator[Feed]:
    if entries:
        feed_id = _identifier(collection, uri)
        yield Feed(feed_id=feed_id, uri=uri, title=title, entries=tuple(entries[:MOST_ENTRIES]))


def _whole(collection: Collection, record: ReportRecord) -> FeedEntry:
    return _entry(collection, record, "", record.summary)


def _on_theme(collection: Collection, record: ReportRecord, theme_id: str) -> FeedEntry:
    """A report under a theme: its link leads to the first passage on it, its summary quotes the first three."""
    units = [unit for unit in record.units if theme_id in unit.themes]
    summary = "\n".join(
        f"{unit.label}：{unit.excerpt}" if unit.label else unit.excerpt for unit in units[:_MOST_EXCERPTS]
    )
    return _entry(collection, record, units[0].anchor, summary)


def _entry(collection: Collection, record: ReportRecord, anchor: str, summary: str) -> FeedEntry:
    return FeedEntry(
        entry_id=_identifier(collection, record.uri),
        record=record,
        day=feed_day(record) or date.min,
        anchor=anchor,
        summary=summary.strip() or record.title,
    )


def _identifier(collection: Collection, uri: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, f'{collection.name}/{uri}')}"
