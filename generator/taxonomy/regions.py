"""Administrative regions by code and name (GB/T 2260 中华人民共和国行政区划代码)."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.errors import ConfigurationError
from generator.model.report import Region

REGIONS_PATH = Path(__file__).parent.parent / "data" / "regions.csv"
PROVINCE, PREFECTURE, COUNTY = "province", "prefecture", "county"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPrefix:
    """Names of places at the head of a text.

    Attributes:
        regions: what they may mean, in administrative order; several where the place's name is not unique.
        end: offset after the last name.
        full: the last name stands there with its generic part (省, 市, 区, 县, 州 …), not as a short name.
    """

    regions: tuple[Region, ...]
    end: int
    full: bool


class _Row(NamedTuple):
    code: str
    name: str
    short: str
    kind: str


class RegionTable:
    """All regions; look-ups never raise and never guess: an ambiguous name gives several regions."""

    __slots__ = ("_by_name", "_longest", "_rows")

    def __init__(self, rows: tuple[_Row, ...]) -> None:
        self._rows = {row.code: row for row in rows}
        names: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            for name in _spellings(row):
                names[name].append(row.code)
        self._by_name = {
            name: tuple(codes if len(codes) == 1 else self._without_replaced(codes)) for name, codes in names.items()
        }
        self._longest = max(map(len, self._by_name), default=0)

    def __len__(self) -> int:
        """How many regions there are."""
        return len(self._rows)

    def by_code(self, code: str) -> Region | None:
        """The region of a six-digit code with its names from the province down, or None."""
        if code not in self._rows:
            return None
        chain = [code]
        while above := self.parent(chain[-1]):
            chain.append(above)
        return Region(code=code, names=tuple(self._rows[one].name for one in reversed(chain)))

    def level(self, code: str) -> str:
        """``province``, ``prefecture`` or ``county``; empty for an unknown code."""
        if code not in self._rows:
            return ""
        if code.endswith("0000"):
            return PROVINCE
        return PREFECTURE if code.endswith("00") else COUNTY

    def parent(self, code: str) -> str:
        """Code of the region right above, empty for a province.

        Districts of municipalities and counties directly under a province (仙桃市) belong to the province:
        the pseudo layers of the code have no government.
        """
        for above in (code[:4] + "00", code[:2] + "0000"):
            if above != code and above in self._rows:
                return above
        return ""

    def contains(self, code: str, inner: str) -> bool:
        """``inner`` is the region ``code`` itself or lies in it."""
        while inner:
            if inner == code:
                return True
            inner = self.parent(inner)
        return False

    def find(self, name: str, within: str = "") -> tuple[Region, ...]:
        """Regions of a name.

        Args:
            name: full name (西湖区), or without its generic part (西湖, 新疆, 延边州).
            within: code of a region that they must lie in.

        Returns:
            In administrative order; empty where there is none. Full names go before short ones: 吉林市 is the city.
        """
        return self._regions(self._codes(name, within))

    def prefixes(self, text: str) -> tuple[RegionPrefix, ...]:
        """Every reading of the chain of places that a text begins with, longest first.

        浙江省杭州市西湖区…, 新疆乌鲁木齐市…, 西湖区…; 河北区… is read as the district and as 河北.
        """
        readings: dict[tuple[int, bool], dict[str, None]] = {}
        for codes, end, full in self._chains(text, 0, ""):
            readings.setdefault((end, full), {}).update(dict.fromkeys(codes))
        return tuple(
            RegionPrefix(regions=self._regions(readings[end, full]), end=end, full=full)
            for end, full in sorted(readings, reverse=True)
        )

    def longest_prefix(self, text: str) -> RegionPrefix | None:
        """The longest of ``prefixes``, or None where the text begins with no place."""
        return next(iter(self.prefixes(text)), None)

    def sort_key(self, code: str) -> tuple[int, str]:
        """Administrative order is the order of codes; a missing code goes last."""
        return (0, code) if code else (1, "")

    def own_name(self, code: str) -> str:
        """沙坪坝区 for 500106; empty for an unknown code."""
        return self._rows[code].name if code in self._rows else ""

    def short_name(self, code: str) -> str:
        """沙坪坝 for 500106; empty where the name has no short form."""
        return self._rows[code].short if code in self._rows else ""

    def _regions(self, codes: Iterable[str]) -> tuple[Region, ...]:
        found = (self.by_code(code) for code in sorted(codes, key=self.sort_key))
        return tuple(region for region in found if region is not None)

    def _codes(self, name: str, within: str) -> tuple[str, ...]:
        codes = tuple(code for code in self._by_name.get(name, ()) if not within or self.contains(within, code))
        full = tuple(code for code in codes if self._rows[code].name == name)
        return full or codes

    def _chains(self, text: str, start: int, within: str) -> Iterator[tuple[tuple[str, ...], int, bool]]:
        for end in range(min(len(text), start + self._longest), start + 1, -1):
            codes = tuple(code for code in self._codes(text[start:end], within) if code != within)
            if not codes:
                continue
            yield codes, end, self._rows[codes[0]].short != text[start:end]
            for code in codes:
                yield from self._chains(text, end, code)

    def _without_replaced(self, codes: list[str]) -> Iterator[str]:
        """Leave out a former code where a current region has the name in the same place (三元区 350403, 350404)."""
        current = {self._place(code) for code in codes if self._rows[code].kind == "current"}
        for code in codes:
            if self._rows[code].kind != "former" or self._place(code) not in current:
                yield code

    def _place(self, code: str) -> tuple[str, str]:
        return self._rows[code].name, self.parent(code)


def _spellings(row: _Row) -> tuple[str, ...]:
    if not row.short:
        return (row.name,)
    autonomous = (row.short + row.name[-1],) if "自治" in row.name and not row.code.endswith("0000") else ()
    return tuple(dict.fromkeys((row.name, *autonomous, row.short)))


@cache
def load_regions() -> RegionTable:
    """The shipped table, read once.

    Raises:
        ConfigurationError: the file is missing or is not the table.
    """
    try:
        with REGIONS_PATH.open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file)
            next(lines, None)
            rows = tuple(_Row(*line) for line in lines)
    except (OSError, ValueError, TypeError) as error:
        message = f"行政区划代码表 {REGIONS_PATH.name} 无法读取：{type(error).__name__}。"
        raise ConfigurationError(message) from error
    return RegionTable(rows)
