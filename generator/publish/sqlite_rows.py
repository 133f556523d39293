"""One report -> rows of the SQLite file, in the order of the tables' columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.catalog import ReportRecord
from generator.publish.collection import Collection
from generator.publish.figure_values import plain_number
from generator.publish.open_report import OpenReport

Value = str | int | float | None
Row = tuple[Value, ...]


def collection_rows(collection: Collection, records: Iterable[ReportRecord]) -> Iterator[tuple[str, Row]]:
    """What stands in the file once: agencies that have a published report, themes, indicators."""
    agencies = {record.agency.agency_id: record.agency for record in records if record.agency.agency_id}
    for agency_id in sorted(agencies):
        agency = agencies[agency_id]
        region = "".join(agency.region.names)
        known = (agency.region.code, region, agency.level, agency.parent, agency.website)
        yield "agencies", (agency_id, agency.name, *(value or None for value in known))
    for position, theme in enumerate(collection.themes, 1):
        yield "themes", (theme.theme_id, theme.name, theme.outline_part, theme.scope, position)
    for position, one in enumerate(collection.indicators, 1):
        units, theme_id = "、".join(one.units), one.theme or None
        kind = (one.aggregation.value, one.direction.value)
        yield "indicators", (one.indicator_id, one.name, units, theme_id, *kind, position)


def report_rows(report: OpenReport, collection: Collection) -> Iterator[tuple[str, Row]]:
    """(table, row) of one report, in text order."""
    record = report.record
    report_id = record.report_id
    yield "reports", _report(record, collection)
    for position, heading in enumerate(record.outline, 1):
        yield "headings", (report_id, heading.anchor, position, heading.level, heading.label, heading.text)
    for position, one in enumerate(report.passages, 1):
        place = (one.section or None, one.label or None, one.kind, one.line)
        yield "passages", (report_id, one.anchor, position, *place, one.text)
        for theme_id in one.themes:
            yield "passage_themes", (report_id, one.anchor, theme_id)
    for theme in report.entry.get("themes", ()):
        for match in theme["evidence"]:
            words = "、".join(word["word"] for word in match["words"])
            yield "theme_matches", (report_id, match["anchor"], match["section"], theme["id"], match["score"], words)
    for position, keyword in enumerate(record.keywords, 1):
        yield "keywords", (report_id, position, keyword)
    yield from _figures(report)


def _report(record: ReportRecord, collection: Collection) -> Row:
    agency, written, published = record.agency, record.date_of_writing, record.publication_date
    return (
        record.report_id,
        record.title,
        agency.agency_id or None,
        agency.name or None,
        agency.region.code or None,
        "".join(agency.region.names) or None,
        record.year,
        record.document_type.name if record.document_type else None,
        record.document_number or None,
        record.index_number or None,
        written.isoformat() if written else None,
        published.isoformat() if published else None,
        record.disclosure.attribute.value,
        record.disclosure.basis or None,
        record.summary or None,
        record.official_characters,
        record.official_sha256,
        record.original.name,
        record.original.sha256,
        collection.address(record.uri),
        record.source_url or None,
    )


def _figures(report: OpenReport) -> Iterator[tuple[str, Row]]:
    report_id = report.record.report_id
    for position, one in enumerate(report.figures, 1):
        yield (
            "figures",
            (
                report_id,
                position,
                one.link_anchor,
                one.section or None,
                one.counted or None,
                plain_number(one.number),
                one.unit or None,
                one.printed,
                one.approximate or None,
                int(one.implied),
                int(one.planned),
                one.sentence,
                one.theme or None,
                one.indicator or None,
                len(one.repeated),
                one.line,
            ),
        )
    for value in report.indicator_values:
        first = value.figures[0]
        approximate = int(any(figure.approximate for figure in value.figures))
        implied = int(all(figure.implied for figure in value.figures))
        stated = (plain_number(value.number), value.unit or None, approximate, implied)
        yield "indicator_values", (report_id, value.indicator_id, *stated, first.link_anchor, first.sentence)
