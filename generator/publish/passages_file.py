"""``data/passages.jsonl``: every passage of every report, one a line (JSON Lines)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from generator.model.data_file import DataFile
from generator.publish.collection import Collection
from generator.publish.counted_file import CountedFile
from generator.publish.open_report import OpenReport, passage_values

PASSAGES_URI: Final = "data/passages.jsonl"


class PassagesFile:
    """Each line says whose passage it is, so that it can be read by itself."""

    def __init__(self, target: Path, collection: Collection) -> None:
        """Write below ``target``."""
        self._file = CountedFile(target, PASSAGES_URI)
        self._collection = collection

    def add(self, report: OpenReport) -> None:
        """Add the passages of one report."""
        record = report.record
        for passage in report.passages:
            values = {
                "report_id": record.report_id,
                "agency": record.agency.name or None,
                "year": record.year,
                "title": record.title,
                "address": self._collection.address(record.uri, passage.anchor),
                **passage_values(passage),
            }
            self._file.write(json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n", rows=1)

    def finish(self) -> DataFile | None:
        """Close it; None where there was no passage."""
        self._file.close()
        if not self._file.rows:
            return None
        return self._file.told(
            name="正文段落",
            form="JSON Lines",
            media_type="application/x-ndjson",
            row_name="段",
            schema_uri="data/schemas/passages.schema.json",
        )

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
