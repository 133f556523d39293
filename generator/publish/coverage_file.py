"""``data/coverage.csv``: 公开情况, one agency and year and type a row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from generator.model.catalog import ReportRecord
from generator.model.data_file import DataFile
from generator.pages.coverage_view import STATE_NAMES
from generator.pages.wording import ROLE_NAMES
from generator.publish.collection import Collection
from generator.publish.counted_file import CountedFile
from generator.publish.csv_text import BYTE_ORDER_MARK, Cell, csv_row
from generator.publish.open_report import OpenReport
from generator.taxonomy import coverage
from generator.taxonomy.coverage import CellState, TypeCoverage, survey
from generator.taxonomy.regions import load_regions
from generator.taxonomy.timeliness import deadline

COVERAGE_URI: Final = "data/coverage.csv"
CSV_COLUMNS: Final = (
    "文种", "机关", "机关标识", "行政区划代码", "行政区划", "年度", "情况", "公开期限", "发布日期", "成文日期",
    "未见的法定内容", "文件编号", "同年度另有", "页面",
)  # fmt: skip
# On the page the colour and the second line tell the two kinds of 未收录 apart; here the word alone has to.
NAMES: Final = {**STATE_NAMES, CellState.MISSING: "应公开未收录"}


class CoverageFile:
    """All years, where the page shows the newest alone."""

    def __init__(self, target: Path, collection: Collection, records: Iterable[ReportRecord]) -> None:
        """Write below ``target``."""
        self._file = CountedFile(target, COVERAGE_URI)
        self._collection = collection
        self._records = records

    def add(self, report: OpenReport) -> None:
        """The records have it all; nothing is asked of a report's text."""

    def finish(self) -> DataFile | None:
        """Write it; None where there is nothing to tell."""
        sort_key = load_regions().sort_key
        for table in survey(self._records, self._collection.agencies, self._collection.roster, sort_key):
            self._write(table)
        self._file.close()
        if not self._file.rows:
            return None
        return self._file.told(
            name="公开情况",
            form="CSV 表格",
            media_type="text/csv",
            row_name="行",
            schema_uri="data/schemas/coverage-csv.schema.json",
        )

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def _write(self, table: TypeCoverage) -> None:
        for row in table.rows:
            for cell in row.cells:
                if cell.state is CellState.NOT_LISTED:
                    continue
                if not self._file.rows:
                    self._file.write(BYTE_ORDER_MARK + csv_row(CSV_COLUMNS))
                self._file.write(csv_row(self._cells(table, row, cell)), rows=1)

    def _cells(self, table: TypeCoverage, row: coverage.Row, cell: coverage.Cell) -> tuple[Cell, ...]:
        agency, record = row.agency, cell.record
        return (
            table.document_type.name,
            agency.name,
            agency.agency_id,
            agency.region.code,
            "".join(agency.region.names),
            cell.year,
            NAMES[cell.state],
            _day(deadline(table.document_type, cell.year)),
            _day(record.publication_date if record is not None else None),
            _day(record.date_of_writing if record is not None else None),
            "、".join(ROLE_NAMES[role] for role in record.missing_roles) if record is not None else None,
            record.report_id if record is not None else None,
            cell.others if record is not None else None,
            self._collection.address(record.uri) if record is not None else None,
        )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
