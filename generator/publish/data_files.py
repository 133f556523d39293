"""``site/data/reports.json``: the catalogue for programs, one object a report."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator.errors import OutputError
from generator.model.catalog import ReportRecord

_PLACE: Final = ("data", "reports.json")


def write_reports_json(records: Iterable[ReportRecord], site_dir: Path) -> Path:
    """Write the catalogue: a JSON array in UTF-8, one report a line, ordered by report id.

    Keys are those of ``gongkai inspect --format json`` without the passages; nothing of a report that is held, and no
    masked value, is in a ``ReportRecord``.

    Args:
        records: the published reports, in any order.
        site_dir: the built site.

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
                file.write(separator + json.dumps(report_json(record), ensure_ascii=False, separators=(",", ":")))
                separator = ",\n"
            file.write("\n]\n")
        unfinished.replace(path)
    except OSError as error:
        message = f"无法写入 {path.name}：{error.strerror}"
        raise OutputError(message) from error
    return path


def report_json(record: ReportRecord) -> dict[str, object]:
    """One report as JSON values; dates are ISO 8601, what is not known is null or empty."""
    agency, original = record.agency, record.original
    return {
        "report_id": record.report_id,
        "uri": record.uri,
        "source": {
            "name": original.name,
            "media_type": original.media_type,
            "size": original.size,
            "sha256": original.sha256,
            "offered": original.offered,
        },
        "source_url": record.source_url,
        "title": record.title,
        "agency": agency.name,
        "agency_id": agency.agency_id,
        "region": {"code": agency.region.code, "names": list(agency.region.names)},
        "year": record.year,
        "document_type": record.document_type.name if record.document_type else None,
        "document_number": record.document_number,
        "index_number": record.index_number,
        "date_of_writing": record.date_of_writing.isoformat() if record.date_of_writing else None,
        "publication_date": record.publication_date.isoformat() if record.publication_date else None,
        "disclosure": {
            "attribute": record.disclosure.attribute.value,
            "mark": record.disclosure.mark,
            "basis": record.disclosure.basis,
        },
        "keywords": list(record.keywords),
        "summary": record.summary,
        "themes": _themes(record),
        "outline": [
            {
                "level": heading.level,
                "marker": heading.marker,
                "heading": heading.text,
                "run_in": heading.run_in,
                "anchor": heading.anchor,
            }
            for heading in record.outline
        ],
        "missing_roles": [role.value for role in record.missing_roles],
        "masked": [{"kind": kind} for kind in record.masked],
        "diagnostics": [
            {"code": each.code, "severity": each.severity.value, "message": each.message, "line": each.line}
            for each in record.diagnostics
        ],
        "official_characters": record.official_characters,
        "official_sha256": record.official_sha256,
    }


def _themes(record: ReportRecord) -> list[dict[str, object]]:
    sections: dict[str, list[str]] = {}
    for unit in record.units:
        for theme_id in unit.themes:
            sections.setdefault(theme_id, []).append(unit.label)
    return [{"id": theme_id, "sections": labels} for theme_id, labels in sections.items()]
