"""``data/figures.csv``: every quantity that the reports state, each with its sentence and its place."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.model.data_file import DataFile
from generator.model.figure import Figure
from generator.publish.collection import Collection
from generator.publish.counted_file import CountedFile
from generator.publish.csv_text import BYTE_ORDER_MARK, Cell, csv_row
from generator.publish.open_report import OpenReport

FIGURES_URI: Final = "data/figures.csv"
CSV_COLUMNS: Final = (
    "机关", "年度", "文件编号", "文件标题", "章节", "统计内容", "数值", "单位", "原文写法", "约数用语", "推定为零",
    "计划数", "原句", "主题", "指标", "文中重复次数", "位置",
)  # fmt: skip


class FiguresFile:
    """No number without its quotation."""

    def __init__(self, target: Path, collection: Collection) -> None:
        """Write below ``target``."""
        self._file = CountedFile(target, FIGURES_URI)
        self._collection = collection
        self._themes = collection.theme_names()
        self._indicators = collection.indicator_names()

    def add(self, report: OpenReport) -> None:
        """Add the figures of one report."""
        for figure in report.figures:
            if not self._file.rows:
                self._file.write(BYTE_ORDER_MARK + csv_row(CSV_COLUMNS))
            self._file.write(csv_row(self._cells(report, figure)), rows=1)

    def finish(self) -> DataFile | None:
        """Close it; None where there was no figure."""
        self._file.close()
        if not self._file.rows:
            return None
        return self._file.told(
            name="文中数字",
            form="CSV 表格",
            media_type="text/csv",
            row_name="项数字",
            schema_uri="data/schemas/figures-csv.schema.json",
        )

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def _cells(self, report: OpenReport, figure: Figure) -> tuple[Cell, ...]:
        record = report.record
        return (
            record.agency.name,
            record.year,
            record.report_id,
            record.title,
            figure.section,
            figure.counted,
            figure.number,
            figure.unit,
            figure.printed,
            figure.approximate,
            "是" if figure.implied else "",
            "是" if figure.planned else "",
            figure.sentence,
            self._themes.get(figure.theme, figure.theme),
            self._indicators.get(figure.indicator, figure.indicator),
            len(figure.repeated),
            self._collection.address(record.uri, figure.link_anchor),
        )
