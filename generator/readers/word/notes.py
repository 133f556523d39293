"""Footnotes and endnotes (17.11): their printed marks, and each note once, after the paragraph that refers to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.readers.word.names import attribute, child, children, whole_number
from generator.readers.word.numerals import print_number

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LAYOUT = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(slots=True)
class Notes:
    """The notes of a document.

    Attributes:
        content: ``footnote:3`` to its element.
        forms: ``footnote`` and ``endnote`` to (form of numbers, first number).
    """

    content: Mapping[str, etree._Element] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    _marks: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    @property
    def read(self) -> tuple[etree._Element, ...]:
        """The notes that were referred to."""
        return tuple(self.content[key] for key in sorted(self._taken) if key in self.content)

    def mark(self, kind: str, note: str) -> str:
        """The printed mark of a reference.

        Plain numbers are printed raised, so that 同比增长5 and its note 1 do not become 51.
        """
        key = f"{kind}:{note}"
        if key not in self._marks:
            form, first = self.forms.get(kind, ("decimal" if kind == "footnote" else "lowerRoman", 1))
            value = self._counts.get(kind, first)
            self._counts[kind] = value + 1
            self._marks[key] = (print_number(value, form) or str(value)).translate(_RAISED)
        return self._marks[key]

    def mark_of(self, key: str) -> str:
        """The mark that a note's own text begins with; empty for a mark of the author's own."""
        return self._marks.get(key, "")

    def take(self, key: str) -> etree._Element | None:
        """A note's element, the first time; None later, and where there is none."""
        if key in self._taken:
            return None
        self._taken.add(key)
        return self.content.get(key)


def read_notes(
    parts: Mapping[str, etree._Element | None], settings: etree._Element | None, section: etree._Element | None
) -> Notes:
    """Collect the notes.

    Args:
        parts: ``footnote`` and ``endnote`` to the root of their part.
        settings: ``settings.xml``.
        section: properties of the first section, which may set the form of the marks.
    """
    content, forms = {}, {}
    for kind, root in parts.items():
        for note in children(root, f"w:{kind}"):
            if attribute(note, "type") not in _LAYOUT:
                content[f"{kind}:{attribute(note, 'id')}"] = note
        for holder in (settings, section):
            properties = child(holder, f"w:{kind}Pr")
            form = child(properties, "w:numFmt")
            first = child(properties, "w:numStart")
            if form is not None or first is not None:
                usual = "decimal" if kind == "footnote" else "lowerRoman"
                forms[kind] = (attribute(form, "val") or usual, whole_number(attribute(first, "val"), 1))
    return Notes(content=content, forms=forms)
