"""Questions that the SQLite file answers, as the data page and the read-me put them; tests ask each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question in words and as SQL."""

    title: str
    sql: str


QUESTIONS: Final = (
    Question(
        title="各机关主动公开了多少条信息，收到多少件公开申请？",
        sql="""\
SELECT agency, year, indicator, number, unit, sentence
FROM indicator_overview
WHERE indicator_id IN ('proactive-disclosure', 'disclosure-requests')
ORDER BY agency, year, indicator_id DESC;""",
    ),
    Question(
        title="哪些主题写到的机关最多？",
        sql="""\
SELECT theme, count(DISTINCT agency) AS agencies, count(*) AS places
FROM theme_overview
GROUP BY theme
ORDER BY agencies DESC, places DESC, theme
LIMIT 5;""",
    ),
    Question(
        title="哪些文件的哪些段落写到“合法性审查”？",
        sql="""\
SELECT agency, year, label, address
FROM passage_overview
WHERE instr(text, '合法性审查') > 0
ORDER BY agency, year, address;""",
    ),
)
