"""``data/reports.json`` and ``data/reports.csv``: the catalogue, one report a row (政府信息公开目录, 条例第十二条)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from generator.model.data_file import DataFile
from generator.pages.uris import report_json_uri
from generator.pages.wording import DISCLOSURE_NAMES, ROLE_NAMES
from generator.publish.collection import Collection
from generator.publish.counted_file import CountedFile
from generator.publish.csv_text import BYTE_ORDER_MARK, Cell, csv_row
from generator.publish.open_report import OpenReport

JSON_URI: Final = "data/reports.json"
CSV_URI: Final = "data/reports.csv"
CSV_COLUMNS: Final = (
    "编号", "标题", "发布机构", "机关标识", "行政区划代码", "行政区划", "年度", "文种", "发文字号", "索引号",
    "成文日期", "发布日期", "公开属性", "公开依据", "内容概述", "关键词", "主题", "未见的法定内容", "正文字数",
    "原文件校验值", "页面", "数据文件", "发布机关原文",
)  # fmt: skip


class CatalogueJson:
    """A JSON array, one report a line."""

    def __init__(self, target: Path) -> None:
        """Write below ``target``."""
        self._file = CountedFile(target, JSON_URI)

    def add(self, report: OpenReport) -> None:
        """Add a report; they come in the order of their ids."""
        separator = ",\n" if self._file.rows else "[\n"
        text = json.dumps(report.entry, ensure_ascii=False, separators=(",", ":"))
        self._file.write(separator + text, rows=1)

    def finish(self) -> DataFile:
        """End the array."""
        self._file.write("\n]\n")
        self._file.close()
        return self._file.told(
            name="文件目录",
            form="JSON",
            media_type="application/json",
            row_name="份文件",
            schema_uri="data/schemas/reports.schema.json",
        )

    def close(self) -> None:
        """Let the file go."""
        self._file.close()


class CatalogueCsv:
    """A table with Chinese heads."""

    def __init__(self, target: Path, collection: Collection) -> None:
        """Write below ``target``."""
        self._file = CountedFile(target, CSV_URI)
        self._collection = collection
        self._themes = collection.theme_names()

    def add(self, report: OpenReport) -> None:
        """Add a report; they come in the order of their ids."""
        if not self._file.rows:
            self._file.write(BYTE_ORDER_MARK + csv_row(CSV_COLUMNS))
        self._file.write(csv_row(self._cells(report)), rows=1)

    def finish(self) -> DataFile:
        """Close it."""
        self._file.close()
        return self._file.told(
            name="文件目录",
            form="CSV 表格",
            media_type="text/csv",
            row_name="份文件",
            schema_uri="data/schemas/reports-csv.schema.json",
        )

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def _cells(self, report: OpenReport) -> tuple[Cell, ...]:
        record = report.record
        themes = dict.fromkeys(theme_id for unit in record.units for theme_id in unit.themes)
        return (
            record.report_id,
            record.title,
            record.agency.name,
            record.agency.agency_id,
            record.agency.region.code,
            "".join(record.agency.region.names),
            record.year,
            record.document_type.name if record.document_type else None,
            record.document_number,
            record.index_number,
            record.date_of_writing.isoformat() if record.date_of_writing else None,
            record.publication_date.isoformat() if record.publication_date else None,
            DISCLOSURE_NAMES[record.disclosure.attribute],
            record.disclosure.basis,
            record.summary,
            "、".join(record.keywords),
            "、".join(name for theme_id, name in self._themes.items() if theme_id in themes),
            "、".join(ROLE_NAMES[role] for role in record.missing_roles),
            record.official_characters,
            record.original.sha256,
            self._collection.address(record.uri),
            self._collection.address(report_json_uri(record.uri)),
            record.source_url,
        )
