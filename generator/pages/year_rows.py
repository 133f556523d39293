"""Numbers of several years in one table: what tells two documents of one year apart, and which of them share a plot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model.catalog import ReportRecord
from generator.pages.quotations import StatedValue

Stated = tuple[ReportRecord, StatedValue]
_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One line of such a table.

    Attributes:
        report: the report.
        value: what it states.
        note: where several documents of a year stand in the table: 文种, or the title where a year has two of one
            文种; else empty.
    """

    report: ReportRecord
    value: StatedValue
    note: str


def year_rows(stated: Iterable[Stated]) -> tuple[YearRow, ...]:
    """Give each line what tells it from others of its year.

    Args:
        stated: lines of one table, in their order.
    """
    rows = tuple(stated)
    told_apart = not _each_once(rows)
    of_type = Counter((report.year, type_name(report)) for report, _ in rows)
    return tuple(
        YearRow(report=report, value=value, note=_note(report, of_type) if told_apart else "") for report, value in rows
    )


def one_a_year(stated: Sequence[Stated]) -> tuple[tuple[Stated, ...], str]:
    """Lines that one plot may show: a year is told once, so two documents of a year are never joined.

    Args:
        stated: lines in one unit.

    Returns:
        All lines and an empty name where no year is told twice; else those of the 文种 with most years and its name;
        nothing where none of them tells each year once.
    """
    if _each_once(stated):
        return tuple(stated), ""
    names = dict.fromkeys(type_name(report) for report, _ in stated)
    candidates = [(name, tuple(one for one in stated if type_name(one[0]) == name)) for name in names if name]
    sound = [(name, lines) for name, lines in candidates if len(lines) > 1 and _each_once(lines)]
    name, lines = max(sound, key=lambda found: len(found[1]), default=("", ()))
    return lines, name


def type_name(report: ReportRecord) -> str:
    """文种, or empty where it is not known."""
    return report.document_type.name if report.document_type else ""


def even_share(lists: Sequence[Sequence[_Entry]], room: int, most: int) -> int:
    """How many of each list may be shown, so that all of them have a place; at least one.

    Args:
        lists: what there is.
        room: for all together.
        most: for one list.
    """
    fitting = (each for each in range(most, 1, -1) if sum(min(len(one), each) for one in lists) <= room)
    return next(fitting, 1)


def _each_once(stated: Sequence[Stated]) -> bool:
    return len({report.year for report, _ in stated}) == len(stated)


def _note(report: ReportRecord, of_type: Counter[tuple[int | None, str]]) -> str:
    name = type_name(report)
    return name if name and of_type[report.year, name] == 1 else report.title
