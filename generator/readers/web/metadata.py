"""The directory's table or list on a page: found by its labels, in every form, and read as evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.model.text import EvidenceField
from generator.readers.web.dates_of_pages import is_stamp
from generator.readers.web.labels import Label, Labelled, find_labelled, is_value, looks_like_label, sole_label
from generator.readers.web.page import PageLine, WebPage, chinese

_FEWEST_LABELS = 3
_FEWEST_STRONG = 2
_ENTRY_CHARACTERS = 200
_TITLE_TAIL = re.compile(
    r"(?:报告|通知|意见|决定|批复|函|公告|通告|令|规划|方案|办法|规定|细则|条例|总结|情况|公报|预算|决算|说明|通报|决议|纪要)$"
)
_NUMBER = re.compile(r"\d.{0,6}号|第.{1,6}号")
_AGENCY_VALUE = re.compile(r"[\u4e00-\u9fff（）()、\s]{2,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One value of the directory: what it tells of, the value, the index of the line where it stands."""

    field: EvidenceField
    value: str
    line: int


@dataclass(slots=True, kw_only=True)
class Directory:
    """A directory table or list.

    Attributes:
        lines: indexes of its lines.
        statements: its values, in order.
        labels: labels found in it; ``strong`` of them hardly stand elsewhere.
    """

    lines: set[int] = field(default_factory=set)
    statements: list[Statement] = field(default_factory=list)
    labels: int = 0
    strong: int = 0

    @property
    def certain(self) -> bool:
        """Enough of the directory's labels to be one."""
        return self.labels >= _FEWEST_LABELS and self.strong >= _FEWEST_STRONG

    def add(self, label: Label, value: str, line: int) -> None:
        """Take a label and its value in."""
        self.labels += 1
        self.strong += label.strong
        if label.field is not None and is_value(value):
            self.statements.append(Statement(field=label.field, value=value, line=line))


def find_directories(page: WebPage) -> tuple[Directory, ...]:
    """Every directory on the page, in order."""
    found: list[Directory] = []
    taken: set[int] = set()
    for directory in _in_tables(page):
        found.append(directory)
        taken |= directory.lines
    found += _in_runs(page, taken)
    return tuple(sorted(found, key=lambda one: min(one.lines)))


Cell = tuple[int, int]


def _in_tables(page: WebPage) -> list[Directory]:
    tables: dict[int, dict[Cell, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, line in enumerate(page.lines):
        if line.cell is not None:
            tables[line.cell.table][line.cell.row, line.cell.column].append(index)
    return [one for cells in tables.values() if (one := _read_table(page.lines, cells)) is not None]


def _read_table(lines: Sequence[PageLine], cells: dict[Cell, list[int]]) -> Directory | None:
    """A table as a directory; None where it is none."""
    texts = {place: "".join(lines[index].text for index in indexes) for place, indexes in cells.items()}
    directory = Directory()
    used: set[Cell] = set()
    for place, text in texts.items():
        label = sole_label(text)
        if label is not None:
            target = _value_cell(lines, cells, texts, place)
            value = texts[target].strip() if target else ""
            directory.add(label, value, cells[target or place][0])
            used |= {place, target} if target else {place}
        elif place not in used and len(text) <= 3 * _ENTRY_CHARACTERS:
            inline = find_labelled(text)
            if inline and inline[0].start <= 2 and (inline[0].marked or len(inline) > 1):
                for one in inline:
                    directory.add(one.label, one.value, cells[place][0])
                used.add(place)
    if not directory.certain:
        return None
    rows = {row for row, _ in used}
    for place, text in texts.items():  # labels that we do not know, with their values, stand between those we do
        if place in used or (min(rows) <= place[0] <= max(rows) and len(text) <= _ENTRY_CHARACTERS):
            directory.lines.update(cells[place])
    return directory


def _value_cell(
    lines: Sequence[PageLine], cells: dict[Cell, list[int]], texts: dict[Cell, str], place: Cell
) -> Cell | None:
    """Where a label's value stands: the cell right of it, else (labels in a row of their own) the one below."""
    cell = lines[cells[place][0]].cell
    if cell is None:
        return None
    right = (place[0], place[1] + cell.column_span)
    if right in texts and not looks_like_label(texts[right]):
        return right
    row = [text for (row, _), text in texts.items() if row == place[0]]
    below = (place[0] + cell.row_span, place[1])
    if len(row) >= _FEWEST_LABELS and all(looks_like_label(text) for text in row):
        under = [text for (row, _), text in texts.items() if row == below[0]]
        if below in texts and not any(looks_like_label(text) for text in under):
            return below
    return None


def _in_runs(page: WebPage, taken: set[int]) -> list[Directory]:
    """Directories set as lists, definition lists, blocks or plain lines."""
    found: list[Directory] = []
    current = Directory()
    last, index = -9, 0
    lines = page.lines
    while index < len(lines):
        text = lines[index].text
        labelled = () if index in taken or len(text) > 3 * _ENTRY_CHARACTERS else _labels_of_line(text)
        if not labelled:
            if index - last > 1 or not _between(text):
                found += [current] if current.certain else []
                current = Directory()
            index += 1
            continue
        if index - last > 2:
            found += [current] if current.certain else []
            current = Directory()
        elif last >= 0 and current.lines:
            current.lines.update(range(last + 1, index))
        current.lines.add(index)
        for one in labelled[:-1]:
            current.add(one.label, one.value, index)
        index = _last_of_line(page, current, labelled[-1], index)
        last = index - 1
    return [*found, current] if current.certain else found


def _labels_of_line(text: str) -> tuple[Labelled, ...]:
    labelled = find_labelled(text)
    if not labelled or labelled[0].start > 3:
        return ()
    if labelled[0].marked or len(labelled) > 1 or sole_label(text) is not None:
        return labelled
    # One label and a blank or a glued value: only where the value is of its kind.
    first = labelled[0]
    return labelled if first.label.strong and _fits(first.label, first.value) else ()


def _between(text: str) -> bool:
    """A line that may stand inside a directory: an unknown label with its value."""
    return (
        len(text) <= _ENTRY_CHARACTERS
        and re.match(r"\s*[\u4e00-\u9fff \u3000]{2,12}[:：]", text) is not None
        and "。" not in text
    )


def _last_of_line(page: WebPage, directory: Directory, last: Labelled, index: int) -> int:
    """Take the line's last label; its value may stand on the next line.  Returns the index behind what was taken."""
    if last.value or index + 1 >= len(page.lines):
        directory.add(last.label, last.value, index)
        return index + 1
    following = page.lines[index + 1]
    empty = _labels_of_line(following.text) or looks_like_label(following.text) or _between(following.text)
    empty = empty or following.cell is not None
    if empty or not _value_follows(page, directory, last.label, index):
        directory.add(last.label, "", index)
        return index + 1
    directory.lines.add(index + 1)
    directory.add(last.label, following.text.strip(), index + 1)
    return index + 2


def _value_follows(page: WebPage, directory: Directory, label: Label, index: int) -> bool:
    """The next line is the value of the label, and not the first line of what stands below the directory."""
    value = page.lines[index + 1].text.strip()
    if len(value) > _ENTRY_CHARACTERS:
        return False
    further = any(_labels_of_line(line.text) for line in page.lines[index + 2 : index + 4])
    if further:
        return True
    return _fits(label, value) and (_same_list(page, directory, index) or label.strong)


def _same_list(page: WebPage, directory: Directory, index: int) -> bool:
    """The next line stands in the smallest block that holds the lines of the directory."""
    block = page.lines[index].block
    while block >= 0 and page.blocks[block].first > min(directory.lines):
        block = page.blocks[block].parent
    return block >= 0 and page.blocks[block].end > index + 1 and page.blocks[block].end - page.blocks[block].first <= 60


def _fits(label: Label, value: str) -> bool:
    """The value is of the kind that the label asks for."""
    kind = label.field
    bare = value.strip()
    if not is_value(bare):
        return bool(bare)
    if kind in {EvidenceField.DATE_OF_WRITING, EvidenceField.PUBLICATION_DATE}:
        return is_stamp(bare)
    if kind is EvidenceField.DOCUMENT_NUMBER:
        return _NUMBER.search(bare) is not None and len(bare) <= 40
    if kind is EvidenceField.INDEX_NUMBER:
        return re.fullmatch(r"[\w/()（）〔〕\[\]-]{5,60}", bare) is not None
    if kind is EvidenceField.AGENCY:
        return _AGENCY_VALUE.fullmatch(bare) is not None and not _TITLE_TAIL.search(bare)
    if kind is EvidenceField.TITLE:
        return chinese(bare) >= 4
    return chinese(bare) <= 30 and "。" not in bare and not _TITLE_TAIL.search(bare) and "关于" not in bare
