"""All open data in one pass over the reports, one of them in memory at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.errors import OutputError
from generator.model.catalog import ReportRecord
from generator.model.data_file import DataFile
from generator.publish.catalogue_files import CatalogueCsv, CatalogueJson
from generator.publish.collection import Collection
from generator.publish.counted_file import write_whole
from generator.publish.coverage_file import CoverageFile
from generator.publish.dcat import write_catalog
from generator.publish.feeds import write_feeds
from generator.publish.figures_file import FiguresFile
from generator.publish.llms_text import write_llms_text
from generator.publish.open_report import OpenReport, ReadReport
from generator.publish.passages_file import PassagesFile
from generator.publish.report_files import ReportFiles
from generator.publish.schemas import NOTES_URI, datasette_notes, published_schemas
from generator.publish.sqlite_file import SqliteFile


class Writer(Protocol):
    """Writes one kind of file; reports come in the order of their ids."""

    def add(self, report: OpenReport) -> None:
        """Write what it has of one report."""

    def finish(self) -> DataFile | None:
        """End the file and tell of it; None where the page has nothing to name."""

    def close(self) -> None:
        """Let files go, whether finished or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenData:
    """What was written.

    Attributes:
        files: the data files that the page names, in its order.
        feeds: addresses of all feeds.
    """

    files: tuple[DataFile, ...] = ()
    feeds: tuple[str, ...] = ()


def write_open_data(
    collection: Collection,
    records: Iterable[ReportRecord],
    read_report: ReadReport,
    target: Path,
    *,
    full_text: bool = False,
) -> OpenData:
    """Write data files, schemas, feeds and descriptions; the same content gives the same bytes.

    Args:
        collection: the collection.
        records: the published reports, in any order; of a held one nothing may be among them.
        read_report: gives one report; called once for each, in the order of ids.
        target: an empty folder, or one that is not there yet; it gets the tree of the site (``data/``, ``reports/``,
            ``feed.xml`` …), to be laid over the built site by ``lay_over``.
        full_text: give the SQLite file an index of trigrams.

    Returns:
        What was written; nothing at all for a collection without reports.

    Raises:
        OutputError: the disk refuses.
    """
    ordered = tuple(sorted(records, key=lambda record: record.report_id))
    if not ordered:
        return OpenData()
    try:
        files, has_indicators = _write_files(collection, ordered, read_report, target, full_text=full_text)
        for uri, schema in published_schemas():
            write_whole(target, uri, json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
        write_whole(target, NOTES_URI, json.dumps(datasette_notes(collection), ensure_ascii=False, indent=1) + "\n")
        feeds = write_feeds(collection, ordered, target)
        write_catalog(collection, ordered, files, target)
        write_llms_text(collection, ordered, files, target, has_indicators=has_indicators)
    except OSError as error:
        message = f"无法写入数据文件 {error.filename}：{error.strerror}"
        raise OutputError(message) from error
    except sqlite3.Error as error:
        message = f"无法写入 SQLite 数据文件：{error}"
        raise OutputError(message) from error
    return OpenData(files=files, feeds=feeds)


def lay_over(target: Path, site_dir: Path) -> tuple[str, ...]:
    """Move what ``write_open_data`` wrote into the built site, on the same disk.

    Returns:
        Addresses moved, sorted.

    Raises:
        OutputError: the site has such a file already (a page of the collection's own), or the disk refuses.
    """
    places = sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    try:
        for place in places:
            wanted = site_dir.joinpath(*place.split("/"))
            if wanted.exists():
                message = f"数据文件的地址已被网站的其他文件占用：{place}"
                raise OutputError(message)
            wanted.parent.mkdir(parents=True, exist_ok=True)
            target.joinpath(*place.split("/")).rename(wanted)
    except OSError as error:
        message = f"无法写入数据文件 {error.filename}：{error.strerror}"
        raise OutputError(message) from error
    return tuple(places)


def _write_files(
    collection: Collection,
    ordered: tuple[ReportRecord, ...],
    read_report: ReadReport,
    target: Path,
    *,
    full_text: bool,
) -> tuple[tuple[DataFile, ...], bool]:
    """Write the data files; gives them, and whether any report states an indicator."""
    has_indicators = False
    with ExitStack() as opened:
        writers: tuple[Writer, ...] = (
            CatalogueCsv(target, collection),
            CatalogueJson(target),
            PassagesFile(target, collection),
            FiguresFile(target, collection),
            CoverageFile(target, collection, ordered),
            SqliteFile(target, collection, ordered, full_text=full_text),
            ReportFiles(target),
        )
        for writer in writers:
            opened.callback(writer.close)
        for record in ordered:
            report = read_report(record)
            has_indicators = has_indicators or bool(report.indicator_values)
            for writer in writers:
                writer.add(report)
        told = [writer.finish() for writer in writers]
    return tuple(file for file in told if file is not None), has_indicators
