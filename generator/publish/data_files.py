"""``site/data/reports.json``: the catalogue for programs, one object a report."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from generator.errors import OutputError
from generator.model.catalog import ReportRecord

_PLACE: Final = ("data", "reports.json")


def write_reports_json(
    records: Iterable[ReportRecord], site_dir: Path, read_entry: Callable[[ReportRecord], Mapping[str, object]]
) -> Path:
    """Write the catalogue: a JSON array in UTF-8, one report a line, ordered by report id.

    Args:
        records: the published reports, in any order; nothing of a held one is among them.
        site_dir: the built site.
        read_entry: gives a report's entry (keys of ``gongkai inspect --format json`` without the passages), so that
            only one is in memory at a time.

    Returns:
        The file.

    Raises:
        OutputError: the disk refuses.
    """
    path = site_dir.joinpath(*_PLACE)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            file.write("[")
            separator = "\n"
            for record in sorted(records, key=lambda record: record.report_id):
                file.write(separator + json.dumps(read_entry(record), ensure_ascii=False, separators=(",", ":")))
                separator = ",\n"
            file.write("\n]\n")
        unfinished.replace(path)
    except OSError as error:
        message = f"无法写入 {path.name}：{error.strerror}"
        raise OutputError(message) from error
    return path
