"""Two reports beside each other: what is the same, what differs, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Change(StrEnum):
    """What became of a sentence."""

    SAME = "same"  # word for word, in its place
    MOVED = "moved"  # word for word, from another place
    LEFT = "left"  # the place in the earlier text that it was moved from, word for word or but for numbers
    NUMBERS = "numbers"  # the same but for years, numbers and the ordinal in front
    CHANGED = "changed"  # recognisably the same sentence
    NEW = "new"  # in the later text only
    DROPPED = "dropped"  # in the earlier text only


class PieceKind(StrEnum):
    """Which text a piece of a changed sentence stands in."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence.

    Attributes:
        text: as printed, without blanks at its ends.
        anchor: of the passage that it stands in.
        key: its text without blanks: equal keys are word for word the same.
        mask: the key with years, numbers and the ordinal in front blotted out.
    """

    text: str
    anchor: str
    key: str
    mask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionText:
    """The sentences of one lowest section.

    Attributes:
        anchor: of the section on the report's page, or of its first passage where it has no number.
        label: ``一（二）``, or empty before the first numbered heading.
        title: its heading without its ordinal, or empty.
        themes: ids, without order.
        sentences: headings above it without text of their own come first.
    """

    anchor: str
    label: str
    title: str
    themes: frozenset[str]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a changed sentence."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceChange:
    """One line of a comparison.

    Attributes:
        change: what became of it.
        old: the sentence in the earlier text; None where it is new.
        new: the sentence in the later text; None where it was dropped. A moved sentence has both in both places.
        pieces: of NUMBERS and CHANGED: both texts in one, in order.
        elsewhere: number of the section (from 1) with the other place: of MOVED and LEFT, and of NUMBERS where the
            earlier sentence stood in another section; else 0.
    """

    change: Change
    old: Sentence | None = None
    new: Sentence | None = None
    pieces: tuple[Piece, ...] = ()
    elsewhere: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much text, in characters without blanks; what is the same counts once, what differs on both sides."""

    same: int = 0
    moved: int = 0
    left: int = 0
    numbers_old: int = 0
    numbers_new: int = 0
    changed_old: int = 0
    changed_new: int = 0
    dropped: int = 0
    new: int = 0

    @property
    def old_total(self) -> int:
        """All of the earlier text."""
        return self.same + self.left + self.numbers_old + self.changed_old + self.dropped

    @property
    def new_total(self) -> int:
        """All of the later text."""
        return self.same + self.moved + self.numbers_new + self.changed_new + self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionComparison:
    """Two sections that belong together, or one that has no counterpart.

    Attributes:
        old: the section of the earlier text, or None.
        new: the section of the later text, or None.
        changes: in the order of the later text, with what it no longer has where it stood.
        extent: how much of it is what.
    """

    old: SectionText | None
    new: SectionText | None
    changes: tuple[SentenceChange, ...]
    extent: Extent = field(default_factory=Extent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A whole comparison.

    Attributes:
        sections: in the order of the later text.
        extent: of all sections.
        is_cut: a text is longer than what is compared; the rest is left out.
    """

    sections: tuple[SectionComparison, ...]
    extent: Extent
    is_cut: bool
