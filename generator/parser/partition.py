"""Which lines are the document itself, and which are attached to it: 附件, or the document that a cover letter carries.

A letter that forwards or issues another document (批转, 转发, 印发), and an order that promulgates a regulation, has
its signature in the middle; the title of what it carries stands below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.text import Alignment
from generator.parser import forms
from generator.parser.characters import canonical, ends_sentence, fold, non_blank
from generator.parser.dates import is_date_shaped
from generator.parser.foot import holds_signature_and_date, is_behind_date, is_signing_line
from generator.parser.lines import PhysicalLine
from generator.parser.markers import STRUCTURAL, Rank, match_marker
from generator.parser.numerals import read_numeral
from generator.parser.titles import MAX_LINES, is_title_like, stand_close, title_end

_N = r"(?P<n>[0-9０-９]{1,2}(?:[-—－.][0-9０-９]{1,2})?|[一二三四五六七八九十]{1,3})"
_LABEL = re.compile(rf"附\s*(?:件|录|表|图)?\s*[（(]?\s*(?:{_N})?\s*[）)]?\s*[:：]?")
_LABEL_AND_NAME = re.compile(rf"附\s*(?:件|录)?\s*(?:{_N})?\s*[:：]\s*(?P<name>\S.{{1,80}})")
_ENTRY = re.compile(
    r"\s*(?:\d{1,2}\s*[.．、]|[（(]?[一二三四五六七八九十\d]{1,3}\s*[）)、]|附\s*件?\s*[\d一二三四五六七八九十]{1,3}\s*[:：.．、]|《)"
)
_NAMED = re.compile(r"《([^《》]{3,80}(?:〈[^〈〉]{2,60}〉[^《》]{0,40})?)》")
_CARRIES = re.compile(r"印发|转发|批转|颁发|发布|颁布|公布|下发|施行|实施|制定|编制")
_NAMES_WITHIN = 40  # lines of the letter in which it names what it carries
_NOTE_ENTRIES = 40
_BEHIND_DATE = 16  # lines of notes and imprint between the date and what is attached


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing attached.

    Attributes:
        first: index of its first line.
        end: index after its last.
        labels: how many lines its label (附件1) has; 0 for the document that a letter carries.
        number: as the label prints it, or empty.
    """

    first: int
    end: int
    labels: int = 0
    number: str = ""


def find_parts(lines: Sequence[PhysicalLine]) -> tuple[Part, ...]:
    """What is attached, in order and without gaps to the end of the lines; empty where nothing is."""
    starts = _Scanner(lines).starts()
    if not starts:
        return ()
    ends = [*(first for first, _, _ in starts[1:]), len(lines)]
    return tuple(
        Part(first=first, end=end, labels=labels, number=number)
        for (first, labels, number), end in zip(starts, ends, strict=True)
    )


class _Scanner:
    """Goes through the lines once and notes where something attached begins."""

    def __init__(self, lines: Sequence[PhysicalLine]) -> None:
        self._lines = lines
        self._close = stand_close(lines)
        self._names: set[str] = set()  # what the letter names in 《》
        self._carries = False
        self._starts: list[tuple[int, int, str]] = []
        self._dated = False
        self._behind = 0
        self._prose = False  # a sentence of the text has been seen

    def starts(self) -> list[tuple[int, int, str]]:
        """(index, lines of the label, number) of each thing attached."""
        index = 0
        while index < len(self._lines):
            index = self._step(index)
        return self._starts

    def _step(self, index: int) -> int:
        """Look at one line; the index of the next one to look at."""
        line = self._lines[index]
        if line.cell is not None:
            return index + 1
        if self._opens_label(index):
            return index + 1
        if not self._starts:
            if index < _NAMES_WITHIN:
                self._carries = self._carries or bool(_CARRIES.search(fold(line.text)))
                self._names.update(canonical(name) for name in _NAMED.findall(line.text))
            if self._prose and self._ends_letter(index):
                below = self._behind_date(index + 1)
                self._dated = True
                if self._opens_inner(below):
                    self._starts.append((below, 0, ""))
                    return below + 1
                return below if below < len(self._lines) and self._label(below) else index + 1  # it is looked at next
            if self._prose and self._is_named(index):
                self._starts.append((index, 0, ""))
                return index + 1
        elif is_date_shaped(forms.unbracket(line.text)):
            self._dated = True
        if index and "。" in line.text:
            self._prose = True
        return index + 1

    def _label(self, index: int) -> bool:
        text = fold(self._lines[index].text)
        return _LABEL.fullmatch(text) is not None or _LABEL_AND_NAME.fullmatch(text) is not None

    def _opens_label(self, index: int) -> bool:
        """附件1 alone on its line, or 附：… behind the date, with text below it."""
        lines = self._lines
        text = fold(lines[index].text)
        match = _LABEL.fullmatch(text)
        if match is not None and index > 2 and index + 1 < len(lines):
            if (self._starts or self._dated or self._opens_undated(index)) and not self._is_note(index):
                self._starts.append((index, 1, match["n"] or ""))
                return True
            return False
        named = _LABEL_AND_NAME.fullmatch(text) if self._dated else None
        if named is not None and index + 1 < len(lines) and not self._is_note(index):
            self._starts.append((index, 1, named["n"] or ""))
            return True
        return False

    def _opens_undated(self, index: int) -> bool:
        """Without a date above: a number, a page's top or a complete title tells the label from a cut sentence."""
        lines = self._lines
        numbered = re.search(r"[\d一二三四五六七八九十]", lines[index].text) is not None
        if lines[index].starts_page or (self._prose and numbered and ends_sentence(lines[index - 1].text)):
            return True
        below = lines[index + 1]
        return below.cell is not None or (
            self._prose
            and _ENTRY.match(below.text) is None
            and title_end(lines, index + 1, len(lines), close=self._close) > index + 1
        )

    def _is_note(self, index: int) -> bool:
        """附件说明: entries follow, and then the signature, the date or nothing at all."""
        lines = self._lines
        named = _LABEL_AND_NAME.fullmatch(fold(lines[index].text))
        seen = named is not None
        for below in range(index + 1, min(index + _NOTE_ENTRIES, len(lines))):
            line = lines[below]
            if line.cell is not None:
                return False
            if is_date_shaped(forms.unbracket(line.text)) or holds_signature_and_date(line.text):
                return seen
            if is_signing_line(line) or is_behind_date(line):
                continue
            entry = _ENTRY.match(line.text) is not None
            if not entry and (not seen or line.width > 100 or named is not None):
                return self._label(below) and seen
            if line.text.endswith("。") or line.width > 100:
                return False
            seen = True
        return seen

    def _ends_letter(self, index: int) -> bool:
        """A date that signs: below a name, at the right margin, or with what is named in the letter below it."""
        line = self._lines[index]
        if holds_signature_and_date(line.text):
            return True
        if not is_date_shaped(forms.unbracket(line.text)):
            return False
        above = self._lines[index - 1]
        if line.alignment is Alignment.RIGHT or is_signing_line(above):
            return True
        if forms.SEAL.fullmatch(above.text) or (
            index + 1 < len(self._lines) and forms.is_person(self._lines[index + 1].text)
        ):
            return True
        short = above.width <= 40 and not ends_sentence(above.text) and match_marker(above.text) is None
        return short or ends_sentence(above.text)

    def _behind_date(self, index: int) -> int:
        """Index after the notes, seals, further signatures and imprint that may follow the date."""
        if index < self._behind:  # seen from an earlier date of the same run
            return self._behind
        self._behind = self._find_behind(index)
        return self._behind

    def _find_behind(self, index: int) -> int:
        lines = self._lines
        for below in range(index, min(index + _BEHIND_DATE, len(lines))):
            line = lines[below]
            signed = is_signing_line(line) and below + 1 < len(lines) and is_date_shaped(lines[below + 1].text)
            dated = is_date_shaped(forms.unbracket(line.text)) and below > index
            person = below == index and forms.is_person(line.text)
            if not (is_behind_date(line) or signed or dated or person or self._goes_on_behind(below)):
                return below
        return min(index + _BEHIND_DATE, len(lines))

    def _goes_on_behind(self, index: int) -> bool:
        """A second line of 抄送."""
        above = self._lines[index - 1].text
        return bool(forms.COPY_TO.match(fold(above))) and above[-1] in "，、," and self._lines[index].width <= 120

    def _opens_inner(self, index: int) -> bool:
        """Below the date a title begins, or the first chapter or article of what an order promulgates."""
        lines = self._lines
        if index >= len(lines) - 1 or lines[index].cell is not None or self._label(index):
            return False
        if self._is_named(index):
            return True
        marker = match_marker(lines[index].text)
        if marker is not None:
            return marker.number == 1 and (marker.rank in STRUCTURAL or marker.rank is Rank.ARTICLE)
        if title_end(lines, index, len(lines), close=self._close) > index:
            return True
        return (
            forms.is_agency_line(lines[index].text)
            and title_end(lines, index + 1, len(lines), close=self._close) > index + 1
        )

    def _is_named(self, index: int) -> bool:
        """The lines from here on are the name of a document that the letter carries."""
        if not self._names or not self._carries or index + 1 >= len(self._lines):
            return False
        text = ""
        for stop in range(index, min(index + MAX_LINES, len(self._lines) - 1)):
            if not is_title_like(self._lines[stop], first=stop == index):
                return False
            text += canonical(self._lines[stop].text)
            if text in self._names:
                return True
            if not any(name.startswith(text) for name in self._names):
                return False
        return False


def label_name(part: Part, lines: Sequence[PhysicalLine]) -> str:
    """What labels of an attachment's sections begin with: 附件1, 附件; empty for a document that a letter carries."""
    if not part.labels:
        return ""
    match = re.match(r"附\s*(?:件|录|表|图)?", fold(lines[part.first].text))
    word = non_blank(match.group()) if match else "附件"
    number = read_numeral(part.number) or part.number
    return f"{'附件' if word == '附' else word}{number}"
