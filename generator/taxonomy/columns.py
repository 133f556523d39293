"""栏目: what the site's columns are called and which kind each is, for the page tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from generator.model.column import Column
from generator.taxonomy.validation import StrictModel, load_yaml

DATA = Path(__file__).parent.parent / "data"
LONGEST_TYPE = 20

_Words = Annotated[str, Field(min_length=1)]


class _ColumnEntry(StrictModel):
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    name: _Words
    type: Annotated[str, Field(min_length=1, max_length=LONGEST_TYPE)]
    description: _Words
    keywords: Annotated[list[_Words], Field(min_length=1)]
    below: str = ""


class _ColumnFile(StrictModel):
    columns: Annotated[list[_ColumnEntry], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> _ColumnFile:
        twice = [name for name, count in Counter(entry.id for entry in self.columns).items() if count > 1]
        if twice:
            message = f"栏目重复：{'、'.join(twice)}"
            raise ValueError(message)
        return self


@lru_cache(maxsize=4)
def load_columns(path: Path = DATA / "columns.yml") -> tuple[Column, ...]:
    """Read and check the columns.

    Raises:
        ConfigurationError: the file is not well-formed; every fault is listed.
    """
    return tuple(
        Column(
            column_id=entry.id,
            name=entry.name,
            column_type=entry.type,
            description=entry.description,
            keywords=tuple(entry.keywords),
            below=entry.below,
        )
        for entry in load_yaml(path, _ColumnFile).columns
    )


def name_columns(
    columns: tuple[Column, ...], nav_titles: Mapping[str, str], column_types: Mapping[str, str]
) -> tuple[Column, ...]:
    """The columns as one collection has them.

    Args:
        columns: the usual ones.
        nav_titles: column id -> what the navigation calls it.
        column_types: column id -> the type that the collection has chosen.
    """
    return tuple(
        replace(
            column,
            name=nav_titles.get(column.column_id, column.name),
            column_type=column_types.get(column.column_id, column.column_type),
        )
        for column in columns
    )
