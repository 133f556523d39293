"""What open data needs of one report: kept on disk when it is understood, read back when the files are written."""

from __future__ import annotations

from pathlib import Path

from generator.model.catalog import ReportRecord
from generator.model.report_parts import ReportParts
from generator.pipeline.records import WORK_DIR, read_entry
from generator.pipeline.understand import Understood
from generator.publish.open_report import OpenReport, dump_parts, load_parts, make_passages
from generator.taxonomy.figures import find_figures
from generator.taxonomy.indicators import indicator_values, load_indicators


def keep_parts(understood: Understood, project_dir: Path) -> None:
    """Write passages and figures of a report that is to be published, masked parts left out.

    Args:
        understood: the report; its units are those of the masked document.
        project_dir: the project folder.
    """
    report, published = understood.report, understood.published
    if report is None or published is None or not understood.decision.publish:
        message = "only a report that is published has open data"
        raise ValueError(message)
    path = _path(report.source.report_id, project_dir)
    path.parent.mkdir(parents=True, exist_ok=True)
    parts = dump_parts(make_passages(published, report.units), find_figures(published, report.units))
    path.write_text(parts, encoding="utf-8")


def read_open_report(record: ReportRecord, project_dir: Path) -> OpenReport:
    """One report for the writers of data files, from what ``make_record`` and ``keep_parts`` left on disk."""
    parts = read_parts(record, project_dir)
    return OpenReport(
        record=record,
        entry=read_entry(record, project_dir),
        passages=parts.passages,
        figures=parts.figures,
        indicator_values=parts.indicator_values,
    )


def read_parts(record: ReportRecord, project_dir: Path) -> ReportParts:
    """Passages, figures and indicators of one report, from what ``keep_parts`` left on disk."""
    passages, figures = load_parts(_path(record.report_id, project_dir).read_text(encoding="utf-8"))
    return ReportParts(
        passages=passages, figures=figures, indicator_values=indicator_values(figures, load_indicators())
    )


def _path(report_id: str, project_dir: Path) -> Path:
    return project_dir / WORK_DIR / "parts" / f"{report_id}.json"
