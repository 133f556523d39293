"""What all reports state of the indicators, on disk while the pages are made: one file an indicator and year."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import BinaryIO

from generator.pages.catalog import newest_first
from generator.pages.quotations import Quotation, StatedValue

Place = int  # where a value's line begins in its file


class IndicatorSpool:
    """Written while the reports' pages are made, one report after another; read back one year at a time.

    In memory are counts only. Use it as a context: its folder is removed at the end.
    """

    def __init__(self) -> None:
        """Nothing is written before the first value."""
        self._folder = TemporaryDirectory(prefix="gongkai-indicators-")
        self._counts: dict[str, dict[int | None, int]] = {}

    def __enter__(self) -> IndicatorSpool:
        """The spool itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Remove the folder."""
        self._folder.cleanup()

    def add(self, year: int | None, values: Iterable[StatedValue]) -> None:
        """Keep what one report states.

        Args:
            year: the report's year.
            values: at most one an indicator.
        """
        for value in values:
            with self._path(value.indicator_id, year).open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(value), default=str, ensure_ascii=False) + "\n")
            years = self._counts.setdefault(value.indicator_id, {})
            years[year] = years.get(year, 0) + 1

    def years(self, indicator_id: str) -> dict[int | None, int]:
        """Year -> number of reports that state the indicator, newest first; empty where none does."""
        counts = self._counts.get(indicator_id, {})
        return {year: counts[year] for year in sorted(counts, key=newest_first)}

    def read(self, indicator_id: str, year: int | None) -> Iterator[StatedValue]:
        """The values of one indicator and year, one at a time, in the order in which they were added."""
        with self._path(indicator_id, year).open("rb") as file:
            for line in file:
                yield _from_line(line)

    def largest_first(self, indicator_id: str, year: int | None) -> dict[str, list[Place]]:
        """Unit -> where the values in that unit stand, the largest first, equal ones in the order of their adding."""
        found: dict[str, list[tuple[Decimal, Place]]] = {}
        with self._path(indicator_id, year).open("rb") as file:
            while line := file.readline():
                value = _from_line(line)
                found.setdefault(value.unit, []).append((value.number, file.tell() - len(line)))
        return {
            unit: [place for _, place in sorted(places, key=lambda pair: -pair[0])] for unit, places in found.items()
        }

    def read_at(self, indicator_id: str, year: int | None, places: Iterable[Place]) -> tuple[StatedValue, ...]:
        """The values at some places, in the order of the places."""
        with self._path(indicator_id, year).open("rb") as file:
            return tuple(_from_line(_line_at(file, place)) for place in places)

    def _path(self, indicator_id: str, year: int | None) -> Path:
        return Path(self._folder.name) / f"{indicator_id}-{year or 'unknown'}.jsonl"


def _line_at(file: BinaryIO, place: Place) -> bytes:
    file.seek(place)
    return file.readline()


def _from_line(line: bytes) -> StatedValue:
    values = json.loads(line)
    quotations = tuple(Quotation(**{**one, "number": Decimal(one["number"])}) for one in values["quotations"])
    return StatedValue(**{**values, "number": Decimal(values["number"]), "quotations": quotations})
