"""JSON Schemas of the data files, and the notes for Datasette that are made from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import Any, Final

from generator.publish.collection import Collection

SCHEMAS: Final = "data/schemas/"
NOTES_URI: Final = "data/metadata.json"
_AS_THEY_ARE: Final = ("reports-csv", "passages", "figures-csv", "coverage-csv", "sqlite", "feed", "catalog")
_NOT_PUBLISHED: Final = ("passages", "figures", "indicators", "decision")
# The column by which Datasette names a row.
_TITLES: Final = {"themes": "name", "indicators": "name", "agencies": "name", "reports": "title"}


def published_schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """(address, schema) of every form of data file.

    An entry of the catalogue is what ``gongkai inspect`` tells, so its schema is made from that contract and cannot
    differ from it.
    """
    for name in _AS_THEY_ARE:
        yield f"{SCHEMAS}{name}.schema.json", _load(f"schemas/{name}.schema.json")
    yield f"{SCHEMAS}reports.schema.json", _catalogue_schema()
    yield f"{SCHEMAS}report.schema.json", _report_schema()


def datasette_notes(collection: Collection) -> dict[str, Any]:
    """What Datasette shows beside tables and columns (``datasette gongkai.sqlite -m metadata.json``)."""
    schema = _load("schemas/sqlite.schema.json")
    tables: dict[str, dict[str, Any]] = {}
    for name, rows in schema["properties"].items():
        row = schema["$defs"][rows["items"]["$ref"].rpartition("/")[2]]
        columns = {column: told["description"] for column, told in row["properties"].items()}
        tables[name] = {"title": rows["title"], "description": rows["description"], "columns": columns}
        if name in _TITLES:
            tables[name]["label_column"] = _TITLES[name]
    told = {"title": f"{collection.name}：数据", "description": collection.description}
    return {
        **{key: value for key, value in told.items() if value},
        **({"source_url": collection.site_url} if collection.site_url else {}),
        "databases": {"gongkai": {"title": collection.name, "tables": tables}},
    }


def _catalogue_schema() -> dict[str, Any]:
    entry, more = _entry(), _load("schemas/report-additions.json")
    return {
        "$schema": entry["$schema"],
        "title": "data/reports.json",
        "description": more["catalogue"],
        "type": "array",
        "items": {"$ref": "#/$defs/entry"},
        "$defs": {**entry.pop("$defs"), "entry": _without_frame(entry)},
    }


def _report_schema() -> dict[str, Any]:
    entry, more = _entry(), _load("schemas/report-additions.json")
    texts = {**more["texts"], "figures": _load("inspect.schema.json")["properties"]["figures"]}
    return {
        **entry,
        "title": "report.json",
        "description": more["report"],
        "required": [*entry["required"], *texts],
        "properties": {**entry["properties"], **texts},
    }


def _entry() -> dict[str, Any]:
    """The contract of ``inspect`` for a published report without its passages, with its place on the site."""
    schema, more = _load("inspect.schema.json"), _load("schemas/report-additions.json")
    properties = {name: told for name, told in schema["properties"].items() if name not in _NOT_PUBLISHED}
    properties |= more["place"]
    return {**schema, "required": sorted({"title", "agency", "year", "outline", *more["place"]} | _required(schema)),
            "properties": properties}  # fmt: skip


def _required(schema: dict[str, Any]) -> set[str]:
    return set(schema["required"]) - set(_NOT_PUBLISHED)


def _without_frame(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in {"$schema", "title", "description"}}


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(_text(name))
    return loaded


@lru_cache(maxsize=16)
def _text(name: str) -> str:
    return resources.files("generator").joinpath("data", *name.split("/")).read_text(encoding="utf-8")
