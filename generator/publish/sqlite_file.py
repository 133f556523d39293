"""``data/gongkai.sqlite``: everything in one file that can be asked; the same content gives the same bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from generator.model.catalog import ReportRecord
from generator.model.data_file import DataFile
from generator.publish.collection import Collection
from generator.publish.counted_file import size_and_digest
from generator.publish.open_report import OpenReport
from generator.publish.sqlite_rows import Row, collection_rows, report_rows
from generator.publish.sqlite_tables import FULL_TEXT, INDEXES, TABLES, VIEWS

SQLITE_URI: Final = "data/gongkai.sqlite"
# The layout of pages depends on these; no journal, since a file that is not finished is thrown away.
_PRAGMAS: Final = """
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA auto_vacuum = NONE;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
"""
_FORM_VERSION: Final = 1


class SqliteFile:
    """Tables are filled in the order of report ids; indexes and views follow when all rows are in.

    With the same version of SQLite the same content gives the same bytes (its number stands in the file's head).
    """

    def __init__(
        self, target: Path, collection: Collection, records: Iterable[ReportRecord], *, full_text: bool = False
    ) -> None:
        """Open a new file below ``target``.

        Args:
            target: folder that the site's tree is written to.
            collection: the collection.
            records: all published reports, for the table of agencies.
            full_text: add an index of trigrams (three times the size of the texts); without it ``instr`` finds words.

        Raises:
            sqlite3.Error: the disk refuses, or there is such a file with tables already.
        """
        self._path = target.joinpath(*SQLITE_URI.split("/"))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._collection = collection
        self._full_text = full_text
        self._reports = 0
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        self._connection.executescript(f"{_PRAGMAS}{TABLES}")
        self._connection.execute("BEGIN")
        self._insert(collection_rows(collection, records))

    def add(self, report: OpenReport) -> None:
        """Add the rows of one report."""
        self._insert(report_rows(report, self._collection))
        self._reports += 1

    def finish(self) -> DataFile:
        """Add indexes and views, pack the file, and close it."""
        full_text = FULL_TEXT if self._full_text else ""
        version = f"PRAGMA user_version = {_FORM_VERSION};"
        self._connection.execute("COMMIT")
        self._connection.executescript(f"{INDEXES}{VIEWS}{full_text}{version}VACUUM;")
        self._connection.close()
        size, sha256 = size_and_digest(self._path)
        return DataFile(
            uri=SQLITE_URI,
            name="全部数据",
            form="SQLite 数据库",
            media_type="application/vnd.sqlite3",
            rows=self._reports,
            row_name="份文件",
            size=size,
            sha256=sha256,
            schema_uri="data/schemas/sqlite.schema.json",
        )

    def close(self) -> None:
        """Let the file go; harmless when repeated."""
        self._connection.close()

    def _insert(self, rows: Iterator[tuple[str, Row]]) -> None:
        for table, group in groupby(rows, key=lambda pair: pair[0]):
            values = [row for _, row in group]
            places = ", ".join("?" * len(values[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", values)  # noqa: S608 - our own names
