"""Fields (17.16): which of their parts are shown, across runs and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Results that Word writes anew each time: what stands in the file need not be what a reader's copy shows.
CHANGING = frozenset(
    {"DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME", "FILENAME", "AUTHOR", "USERNAME"}
)
PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_SWITCH = re.compile(r"\\\*\s*\S+|\\[a-zA-Z]{1,2}(?:\s*-?\d+)?(?=[\s(,\\]|$)|\"[^\"]*\"")
_ESCAPED = re.compile(r"\\([(),;\\])")
_FRACTION = re.compile(r"\\f\s*\(([^(),;]*)[,;]([^(),;]*)\)", re.IGNORECASE)
_CIRCLES = "○〇◯Ο"


@dataclass(slots=True)
class _Open:
    """A field that has begun and not ended."""

    instruction: str = ""
    shows_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place of a story (body, header, note …).

    Attributes:
        changing: fields whose result changes by itself.
        page_numbers: fields that print a page number.
    """

    changing: int = 0
    page_numbers: int = 0
    _open: list[_Open] = field(default_factory=list)

    @property
    def shown(self) -> bool:
        """Is text here shown?  The result of a field inside another one's instruction is not."""
        return all(one.shows_result for one in self._open[:-1])

    def begin(self) -> None:
        """``w:fldChar`` begin."""
        self._open.append(_Open())

    def instruct(self, text: str) -> None:
        """``w:instrText``."""
        if self._open and not self._open[-1].shows_result:
            self._open[-1].instruction += text

    def separate(self) -> None:
        """``w:fldChar`` separate: what follows is the result."""
        if self._open:
            self._open[-1].shows_result = True

    def end(self) -> str:
        """``w:fldChar`` end.

        Returns:
            Text that the field shows without having it as a result: ``EQ`` writes it into the instruction.
        """
        if not self._open:
            return ""
        closed = self._open.pop()
        self.note(closed.instruction)
        outer_shown = all(one.shows_result for one in self._open)
        return "" if closed.shows_result or not outer_shown else show_equation(closed.instruction)

    def note(self, instruction: str) -> None:
        """Remember what kind of field it was."""
        kind = instruction.strip().partition(" ")[0].upper()
        self.changing += kind in CHANGING
        self.page_numbers += kind in PAGE_NUMBERS


def show_equation(instruction: str) -> str:
    r"""The characters that an ``EQ`` field prints: ``EQ \o\ac(○,1)`` is ①, others their arguments in order."""
    kind, _, rest = instruction.strip().partition(" ")
    if kind.upper() != "EQ":
        return ""
    bare = _SWITCH.sub(" ", _FRACTION.sub(r"\1/\2", rest))
    parts = [part.strip() for part in re.split(r"(?<!\\)[(),;]", bare)]
    parts = [_ESCAPED.sub(r"\1", part) for part in parts if part and part != "\\"]
    if len(parts) == 2 and parts[0] in _CIRCLES and parts[1].isdecimal() and 1 <= int(parts[1]) <= 20:
        return chr(0x2460 + int(parts[1]) - 1)
    return "".join(parts)
