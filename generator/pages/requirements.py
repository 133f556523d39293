"""What the law asks of a report and what of it is there: its parts, and the day by which it is to be public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.model.catalog import ReportRecord
from generator.pages import wording
from generator.taxonomy.timeliness import Timeliness, deadline, timeliness

_VERDICTS: Final = {
    Timeliness.ON_TIME: ("按时", "is-there"),
    Timeliness.LATE: ("逾期", "is-missing"),
    Timeliness.UNKNOWN: ("未知", "is-unknown"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing asked for.

    Attributes:
        verdict: 已载明, 未见, 按时, 逾期, 未知.
        style: class of its line.
        text: what it is, and for a day the dates that were compared.
    """

    verdict: str
    style: str
    text: str


def tell_requirements(record: ReportRecord) -> tuple[Requirement, ...]:
    """The legally required parts, then the day of publication; empty where no rule holds for the document."""
    required = record.document_type.required_roles if record.document_type else ()
    parts = [
        Requirement(verdict="未见", style="is-missing", text=wording.ROLE_NAMES[role])
        if role in record.missing_roles
        else Requirement(verdict="已载明", style="is-there", text=wording.ROLE_NAMES[role])
        for role in required
    ]
    return (*parts, *_day(record))


def _day(record: ReportRecord) -> tuple[Requirement, ...]:
    judged, limit = timeliness(record), deadline(record.document_type, record.year)
    if judged is None or limit is None:
        return ()
    verdict, style = _VERDICTS[judged]
    text = f"应于{wording.chinese_date(limit)}前公开，{_evidence(record, judged)}"
    return (Requirement(verdict=verdict, style=style, text=text),)


def _evidence(record: ReportRecord, judged: Timeliness) -> str:
    if record.publication_date is not None:
        return f"发布日期为{wording.chinese_date(record.publication_date)}"
    if judged is Timeliness.LATE and record.date_of_writing is not None:
        return f"成文日期为{wording.chinese_date(record.date_of_writing)}"
    return "文件没有载明发布日期，不作判断"
