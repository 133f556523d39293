"""文种: the list of document types, and the documents of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalog import ReportRecord
from generator.pages import uris
from generator.pages.catalog import Catalog
from generator.pages.index_pages import report_entry
from generator.pages.listing import Listing, compose_listing
from generator.pages.page import LIST_ONLY, Page
from generator.pages.templating import render_template

UNKNOWN_TYPE = "文种待确认"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeGroup:
    """The documents of one type, in reading order; ``type_id`` is empty where the type is not known."""

    type_id: str
    name: str
    records: tuple[ReportRecord, ...]

    @property
    def uri(self) -> str:
        """Their list."""
        return uris.type_uri(self.type_id)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.records)


def group_by_type(catalog: Catalog) -> tuple[TypeGroup, ...]:
    """The types that have documents, those with most first, the unknown one last."""
    groups: dict[tuple[str, str], list[ReportRecord]] = {}
    for record in catalog.records:
        one = record.document_type
        groups.setdefault((one.type_id, one.name) if one is not None else ("", UNKNOWN_TYPE), []).append(record)
    found = (TypeGroup(type_id=key[0], name=key[1], records=tuple(records)) for key, records in groups.items())
    return tuple(sorted(found, key=lambda group: (not group.type_id, -group.count, group.type_id)))


def compose_types(catalog: Catalog) -> Iterator[Page]:
    """文种: the list of types, then the documents of each, by province."""
    groups = group_by_type(catalog)
    crumbs = (("首页", uris.HOME),)
    yield Page(
        uri=uris.TYPES,
        front_matter={"title": "文种", **LIST_ONLY},
        body=render_template("types.md.jinja", uris.TYPES, {"groups": groups, "crumbs": crumbs}),
    )
    for group in groups:
        listing = Listing(
            uri=group.uri,
            title=group.name,
            description="按行政区划顺序排列。文种按标题辨认。" if group.type_id else "标题没有写明文种的文件。",
            crumbs=(*crumbs, ("文种", uris.TYPES)),
            unit="份",
        )
        yield from compose_listing(listing, map(report_entry, group.records))
