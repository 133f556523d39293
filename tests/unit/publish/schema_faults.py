"""Every published data file against the schema that is published beside it."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator


def schema_faults(folder: Path) -> list[str]:
    """``file: place: fault`` for whatever differs, and for a file of data that has no schema."""
    faults: list[str] = []
    for name, schema, value in _instances(folder):
        validator = _validator(folder / "data" / "schemas" / f"{schema}.schema.json")
        faults += [f"{name}: {one.json_path}: {one.message[:300]}" for one in validator.iter_errors(value)]
    return faults


def tables_of(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every table and view of a database, as the schema sees it."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'passages_search%'"
        ).fetchall()
        return {name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")] for (name,) in names}


def _instances(folder: Path) -> Iterator[tuple[str, str, Any]]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        place = path.relative_to(folder).as_posix()
        if path.name == "report.json":
            yield place, "report", _json(path)
        elif path.name == "feed.json":
            yield place, "feed", _json(path)
        elif place == "data/reports.json":
            yield place, "reports", _json(path)
        elif place == "data/catalog.jsonld":
            yield place, "catalog", _json(path)
        elif place == "data/gongkai.sqlite":
            yield place, "sqlite", tables_of(path)
        elif path.suffix == ".jsonl":
            yield from ((place, path.stem, json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                yield from ((place, f"{path.stem}-csv", row) for row in csv.DictReader(file))


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _validator(path: Path) -> Draft202012Validator:
    return Draft202012Validator(_json(path), format_checker=Draft202012Validator.FORMAT_CHECKER)
