"""公开是否及时: whether a document was public by the day that a rule sets for its type."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from generator.model.catalog import ReportRecord
from generator.model.report import DocumentType


class Timeliness(StrEnum):
    """What the dates show."""

    ON_TIME = "on_time"
    LATE = "late"
    UNKNOWN = "unknown"  # no date tells


def deadline(document_type: DocumentType | None, year: int | None) -> date | None:
    """The day before which a document had to be public.

    Args:
        document_type: its type.
        year: the year that it reports on.

    Returns:
        The day, itself no longer in time; None where no rule holds: the type has none, the year is not known, or the
        rule was not in force yet.
    """
    rule = document_type.public_before if document_type is not None else None
    if rule is None or year is None or year < rule.from_year:
        return None
    return date(year + 1, rule.month, rule.day)


def judge_dates(limit: date, publication_date: date | None, date_of_writing: date | None) -> Timeliness:
    """Judge by the dates that a document states.

    法治政府建设与责任落实督察工作规定 (in force since 15 April 2019), article 24: 每年4月1日之前，地方各级政府和县级
    以上政府部门的法治政府建设年度报告，除涉及党和国家秘密的，应当通过报刊、网站等新闻媒体向社会公开.  The day itself
    counts as late.

    Args:
        limit: what ``deadline`` gave.
        publication_date: 发布日期; decides where it is known.
        date_of_writing: 成文日期; shows lateness alone: what was signed on the day or later was not public before it,
            but what was signed in time may have been published at any time after.

    Returns:
        UNKNOWN where neither tells; the day of a collection or of a build is no evidence and is not asked for.
    """
    if publication_date is not None:
        return Timeliness.ON_TIME if publication_date < limit else Timeliness.LATE
    if date_of_writing is not None and date_of_writing >= limit:
        return Timeliness.LATE
    return Timeliness.UNKNOWN


def timeliness(record: ReportRecord) -> Timeliness | None:
    """Whether a published report was public in time.

    Returns:
        None where no rule sets a day for it (see ``deadline``); then nothing is to be said of it.
    """
    limit = deadline(record.document_type, record.year)
    return None if limit is None else judge_dates(limit, record.publication_date, record.date_of_writing)
