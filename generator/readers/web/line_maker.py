"""Runs of characters -> lines: white space collapsed as a browser does, full-width blanks kept."""

from __future__ import annotations

import re
from collections import Counter

from generator.readers.web.page import PageLine, RawCell
from generator.readers.web.style import Look

_COLLAPSIBLE = re.compile(r"[ \t\n\r\f]+")
_SPACES = " \t\n\r\f"


class LineMaker:
    """Collects runs until a line ends.

    Attributes:
        lines: the lines so far; none is blank.
        generated: list numbers put before lines.
        overflow: more lines or characters than were allowed.
    """

    __slots__ = (
        "_block",
        "_bold",
        "_breaks",
        "_cell",
        "_characters",
        "_in_block",
        "_linked",
        "_look",
        "_most_characters",
        "_most_lines",
        "_number",
        "_pieces",
        "_preserved",
        "_sizes",
        "_space",
        "generated",
        "lines",
        "overflow",
    )

    def __init__(self, *, most_lines: int, most_characters: int) -> None:
        """Start with no line; more lines or characters than given are an overflow."""
        self.lines: list[PageLine] = []
        self.generated = ""
        self.overflow = False
        self._most_lines = most_lines
        self._most_characters = most_characters
        self._characters = 0
        self._in_block = False
        self._breaks = 0
        self._number = ""
        self._clear()

    def _clear(self) -> None:
        self._pieces: list[str] = []
        self._space = False
        self._bold = self._linked = 0
        self._sizes: Counter[float] = Counter()
        self._look = Look()
        self._block = -1
        self._cell: RawCell | None = None
        self._preserved = False

    def promise(self, number: str) -> None:
        """A list number that stands before the next line; empty takes the promise back."""
        self._number = number

    def add(self, text: str, look: Look, block: int, cell: RawCell | None, *, linked: bool, preserve: bool) -> None:
        """Add the characters of one text node."""
        if preserve:
            for index, piece in enumerate(re.split(r"\r\n|\r|\n", text)):
                if index:
                    self.end_line(broken=True)
                self._put(piece, look, block, cell, linked=linked)
                self._preserved = True
            return
        if text[0] in _SPACES:
            self._space = True
        collapsed = _COLLAPSIBLE.sub(" ", text).strip(" ")
        if collapsed:
            space = " " if self._space and self._pieces else ""
            self._put(space + collapsed, look, block, cell, linked=linked)
            self._space = text[-1] in _SPACES

    def _put(self, piece: str, look: Look, block: int, cell: RawCell | None, *, linked: bool) -> None:
        solid = len(piece) - piece.count(" ")
        if not self._pieces:
            self._look, self._block, self._cell = look, block, cell
        self._pieces.append(piece)
        self._sizes[look.pixels] += solid
        self._bold += solid if look.bold else 0
        self._linked += solid if linked else 0
        self._characters += len(piece)
        self.overflow = self.overflow or self._characters > self._most_characters

    def end_line(self, *, broken: bool = False) -> None:
        """End the line; ``broken`` where only a line break ends it and its block goes on."""
        if not self._pieces:
            self._space = False
            self._in_block, self._breaks = (self._in_block, self._breaks + 1) if broken else (False, 0)
            return
        text = "".join(self._pieces).rstrip(_SPACES)
        if text.strip():
            self.generated += self._number
            self.lines.append(
                PageLine(
                    text=self._number + text,
                    block=self._block,
                    opens=not self._in_block,
                    breaks=self._breaks,
                    pixels=max(self._sizes, key=lambda size: (self._sizes[size], size)),
                    alignment=self._look.alignment,
                    bold=self._bold,
                    linked=self._linked,
                    cell=self._cell,
                    preserved=self._preserved,
                )
            )
            self.overflow = self.overflow or len(self.lines) > self._most_lines
            self._number = ""
            self._in_block, self._breaks = True, 0
        self._clear()
        if broken:
            self._breaks += 1
        else:
            self._in_block, self._breaks = False, 0
