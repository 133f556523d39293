"""What the search is given and what it tells of its work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPassage:
    """One passage (段落) of the official text as published; masked parts are absent.

    Attributes:
        anchor: its place on the report's page, ``p-17``.
        label: the section it stands in, for people: ``一（二）完善制度``; may be empty.
        text: its characters as published.
        heading_end: how many of the first characters of ``text`` are title or heading (all of them for a title).
        themes: theme ids of the passage.
        roles: ids of the legal parts that it serves.
    """

    anchor: str
    label: str
    text: str
    heading_end: int = 0
    themes: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchReport:
    """One published report as the search sees it.

    Attributes:
        report_id: unique.
        uri: ``reports/<agency-id>/<name>/`` from the site's root.
        title: never empty.
        agency_id: folder name; empty for an agency known by name alone.
        agency: full official name, or empty.
        short_names: usual short forms of the agency, searchable like its name.
        document_number, index_number: or empty.
        region_code: six digits of GB/T 2260, or empty.
        region_names: from the province down.
        year: the year reported on.
        type_id, type_name: 文种, or empty.
        date: ISO date of publication or writing, or empty.
        passages: in reading order.
    """

    report_id: str
    uri: str
    title: str
    agency_id: str = ""
    agency: str = ""
    short_names: tuple[str, ...] = ()
    document_number: str = ""
    index_number: str = ""
    region_code: str = ""
    region_names: tuple[str, ...] = ()
    year: int | None = None
    type_id: str = ""
    type_name: str = ""
    date: str = ""
    passages: tuple[SearchPassage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchNames:
    """Names that filters show: id -> Chinese name, in the order in which they are to be listed."""

    themes: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexOutcome:
    """What writing an index did.

    Attributes:
        reports, passages: indexed; fields such as the title count as passages.
        segments: names, newest reports first.
        files, size: of the whole index, size in bytes.
        rewritten_files, rewritten_size: of these, made anew and not taken over from the index before.
        rewritten_reports: reports in the segments that were made anew.
    """

    reports: int
    passages: int
    segments: tuple[str, ...]
    files: int
    size: int
    rewritten_files: int
    rewritten_size: int
    rewritten_reports: int
