"""``reports/<agency>/<name>/report.json``: all that is published of one report, beside its page."""

from __future__ import annotations

import json
from pathlib import Path

from generator.pages.uris import report_json_uri
from generator.publish.counted_file import write_whole
from generator.publish.figure_values import figure_values
from generator.publish.open_report import OpenReport, passage_values


class ReportFiles:
    """One file a report: its entry of the catalogue, its passages, its figures."""

    def __init__(self, target: Path) -> None:
        """Write below ``target``."""
        self._target = target

    def add(self, report: OpenReport) -> None:
        """Write the file of one report."""
        values = {
            **report.entry,
            "passages": [passage_values(passage) for passage in report.passages],
            "figures": [figure_values(figure) for figure in report.figures],
        }
        text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        write_whole(self._target, report_json_uri(report.record.uri), f"{text}\n")

    def finish(self) -> None:
        """Nothing is left open, and the page names no single one of them."""

    def close(self) -> None:
        """Nothing is left open."""
