"""Lists of persons: a heading such as 低保名单, or columns such as 姓名 with 身份证号, followed by names.

One pass over the lines; each token is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.gate.findings import NAME_LIST
from generator.gate.labels import alternatives
from generator.gate.names import looks_like_name
from generator.gate.rules import NameListRules
from generator.gate.scan_copy import Hit, ScanCopy

_TOKEN = re.compile(r"[^\s|,、;:()/]+")
_SPACED_NAME = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ ]{1,3}(?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))")
_LONGEST_CELL = 30
_CELLS_BETWEEN_NAMES = 12
_COLUMNS_APART = 10
_HEADING_REACH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    heading: re.Pattern[str]
    personal: re.Pattern[str]
    name_columns: frozenset[str]


@lru_cache(maxsize=4)
def _words(rules: NameListRules) -> _Words:
    return _Words(
        heading=re.compile(
            rf"^[^。;,]{{0,{_HEADING_REACH}}}?(?:{alternatives(rules.subjects)})[^。;,]{{0,20}}?(?:{alternatives(rules.list_words)})"
        ),
        personal=re.compile("|".join(map(re.escape, rules.personal_columns))),
        name_columns=frozenset(rules.name_columns),
    )


class _Counter:
    """Counts names after a heading; local to one call."""

    def __init__(self) -> None:
        self.heading = -1
        self.names = 0
        self.gap = 0

    def arm(self, start: int) -> None:
        """A heading: count the names that follow."""
        self.heading, self.names, self.gap = start, 0, 0

    def count(self, is_name: bool, length: int) -> None:
        """Take in one cell; prose or too many cells without a name end the list."""
        if is_name:
            self.names, self.gap = self.names + 1, 0
        else:
            self.gap += 1
        if length > _LONGEST_CELL or self.gap > _CELLS_BETWEEN_NAMES:
            self.heading = -1


def find_name_lists(copy: ScanCopy, rules: NameListRules, surnames: frozenset[str]) -> Iterator[Hit]:
    """Find lists of persons.

    Args:
        copy: the text.
        rules: words of headings and columns, and how many names make a list.
        surnames: family names.

    Yields:
        One hit a list, at its heading.
    """
    words = _words(rules)
    counter = _Counter()
    cells_seen, name_column, personal_column = 0, -100, -100
    for line in copy.lines:
        text = _SPACED_NAME.sub(r"\1", copy.line_text(line))
        heading = words.heading.search(text)
        if heading is not None:
            counter.arm(line.start)
            text = text[heading.end() :]
        for token in _TOKEN.findall(text):
            cells_seen += 1
            if token in words.name_columns:
                name_column = cells_seen
            elif len(token) <= 12 and words.personal.search(token):
                personal_column = cells_seen
            else:
                if counter.heading >= 0:
                    counter.count(looks_like_name(token, surnames), len(token))
                    if counter.names >= rules.rows and counter.heading >= 0:
                        yield Hit(kind=NAME_LIST, start=counter.heading, end=line.end)
                        counter.heading = -1
                continue
            if counter.heading < 0 and abs(name_column - personal_column) <= _COLUMNS_APART:
                counter.arm(line.start)
                name_column = personal_column = -100
