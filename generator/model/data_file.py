"""A file of open data as the page that offers it needs to know it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One published data file.

    Attributes:
        uri: address from the site's root, ``data/reports.csv``.
        name: what it is, for readers: 文件目录.
        form: the form of the file, for readers: ``CSV 表格``.
        media_type: as IANA names it.
        rows: how many of what it lists.
        row_name: measure word and noun of the rows: 份文件.
        size: bytes.
        sha256: hex digest.
        schema_uri: address of its JSON Schema; empty where its form is a standard of others.
    """

    uri: str
    name: str
    form: str
    media_type: str
    rows: int
    row_name: str
    size: int
    sha256: str
    schema_uri: str = ""
