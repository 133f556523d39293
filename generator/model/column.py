"""A column (栏目) of the site, as the page tags of 网页标签规范 name it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Attributes:
        column_id: first folder of its pages' addresses (``agencies``); ``home`` for the home page.
        name: ColumnName, as the navigation has it.
        column_type: ColumnType, 栏目类别.
        description: ColumnDescription: what it holds.
        keywords: ColumnKeywords.
        below: description of the pages below it, with ``{title}`` for the page's own title; may be empty.
    """

    column_id: str
    name: str
    column_type: str
    description: str
    keywords: tuple[str, ...]
    below: str = ""
