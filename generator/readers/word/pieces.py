"""What a paragraph consists of, and what is counted on the way to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum, auto

from lxml import etree

from generator.readers.word.names import descendants

# Word leaves these, hidden, where a form of a web page was pasted in: they say nothing and are nobody's.
_WRITTEN_BY_WORD = frozenset({"窗体顶端", "窗体底端", "表單的頂端", "表單的底部", "Top of Form", "Bottom of Form"})


class PieceKind(Enum):
    """One part of a paragraph."""

    TEXT = auto()
    BREAK = auto()  # a line break inside the paragraph
    PAGE = auto()  # a page break
    NOTE = auto()  # the reference to a footnote or endnote; its printed mark comes as TEXT before it
    BOX = auto()  # a text box, or words drawn as a picture
    IMAGE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One part of a paragraph.

    Attributes:
        kind: what it is.
        text: TEXT: the characters; NOTE: ``footnote:3``; BOX: words drawn as a picture; IMAGE: its alternative text.
        size: TEXT: half-points.
        element: BOX: ``w:txbxContent``.
        uri: IMAGE: where it is, if not in the file.
        shaded: BOX: it has a ground that is not white.
    """

    kind: PieceKind
    text: str = ""
    size: int = 0
    element: etree._Element | None = None
    uri: str = ""
    shaded: bool = False


@dataclass(slots=True)
class Tally:
    """What is noticed while walking; texts that are not shown are only counted, character by character.

    Attributes:
        hidden: characters of text that the file hides from a reader.
        hidden_places: runs, rows or boxes of such text.
        unshown: characters that no reader is shown either, without anything being hidden: inner parts of fields,
            and codes of symbol fonts, instead of which what they show is in the text.
        tracked: insertions, deletions and moves that nobody has accepted or refused.
        unknown: elements that are not on the list of known ones and carry text.
        equations: formulas, which lose their form in a line of text.
        graphics: charts and diagrams, whose inscriptions are not read.
        images: pictures.
        lost_parts: places whose content is another file (imported documents), which is not read.
        beside: texts that stand outside the text: alternative texts of pictures.
    """

    hidden: Counter[str] = field(default_factory=Counter)
    hidden_places: int = 0
    unshown: Counter[str] = field(default_factory=Counter)
    tracked: int = 0
    unknown: int = 0
    equations: int = 0
    graphics: int = 0
    images: int = 0
    lost_parts: int = 0
    beside: list[str] = field(default_factory=list)

    def hide(self, text: str) -> None:
        """Count a text that is not shown; blanks hide nothing."""
        if text.strip() in _WRITTEN_BY_WORD:
            self.unshown.update("".join(text.split()))
        elif text.strip():
            self.hidden.update("".join(text.split()))
            self.hidden_places += 1

    def hide_all(self, element: etree._Element) -> None:
        """Count all text below an element that is not shown."""
        self.hide("".join(one.text or "" for one in descendants(element, "w:t", "m:t")))
