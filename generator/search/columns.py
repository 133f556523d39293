"""What filters and their counts need: facts of every report, labels of every passage. Loaded only when asked for."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from generator.search.leaves import Leaf
from generator.search.model import SearchReport


@dataclass(slots=True)
class _Numbered:
    """Values and the number of each, in order of appearance."""

    numbers: dict[Any, int] = field(default_factory=dict)

    def number(self, value: Any) -> int:  # noqa: ANN401 - any hashable value
        return self.numbers.setdefault(value, len(self.numbers))


class Columns:
    """Gathers the columns of one segment, report by report."""

    def __init__(self) -> None:
        self._agencies, self._types, self._labels = _Numbered(), _Numbered(), _Numbered()
        self._agency: list[int] = []
        self._type: list[int] = []
        self._year: list[int] = []
        self._passages: list[int] = []

    def add(self, report: SearchReport, leaves: list[Leaf]) -> None:
        """Note one report; passages keep the order of its leaves."""
        agency = (report.agency_id or report.agency, report.agency, report.region_code, report.region_names)
        self._agency.append(self._agencies.number(agency))
        self._type.append(self._types.number((report.type_id, report.type_name)))
        self._year.append(report.year or 0)
        self._passages += [self._labels.number(entry.labels) for leaf in leaves for entry in leaf.entries]

    def reports_file(self) -> bytes:
        """Facts of the reports, compressed JSON.

        Returns:
            ``agencies`` [id, name, region code, region names], ``types`` [id, name], ``labels`` [themes, roles], and
            for each report the number of its ``agency``, of its ``type``, and its ``year`` (0: unknown).
        """
        values = {
            "agencies": list(self._agencies.numbers),
            "types": list(self._types.numbers),
            "labels": list(self._labels.numbers),
            "agency": self._agency,
            "type": self._type,
            "year": self._year,
        }
        return zlib.compress(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode(), 9)

    def passages_file(self) -> bytes:
        """Compressed: for each passage the number of its labels, 32 bits, lowest byte first."""
        return zlib.compress(np.array(self._passages, dtype="<u4").tobytes(), 9)
