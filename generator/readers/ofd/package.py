"""The parts of an OFD container: found by the names that producers really write, parsed once, in bounds."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from generator.model.diagnostics import Diagnostic
from generator.readers import findings_ofd as findings
from generator.readers.archive import Archive
from generator.readers.limits import Limits
from generator.readers.xml_parts import parse_part

_HEAD = 4096
Element = etree._Element  # lxml gives its type no public name


class Package:
    """An archive as OFD sees it; ``diagnostics`` collects what is missing or not well-formed.

    A missing or broken part does not stop the reading of the others, but what it takes away from the text is an
    error, so that half a text is never published.
    """

    def __init__(self, archive: Archive, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._names = {name.lower(): name for name in archive.names}
        self.diagnostics: list[Diagnostic] = []

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all files."""
        return self._archive.names

    def locate(self, base: str, reference: str | None) -> str | None:
        """The name of the file that ``reference``, written in the part ``base``, means; None where there is none.

        Producers write paths relative to the part, relative to the container's root though without a slash, with a
        wrong case or with backslashes.
        """
        wanted = (reference or "").strip().replace("\\", "/")
        if not wanted:
            return None
        folder = posixpath.dirname(base)
        tried = [wanted] if wanted.startswith("/") else [posixpath.join(folder, wanted), wanted]
        for one in tried:
            name = posixpath.normpath(one).lstrip("/").lower()
            if name in self._names:
                return self._names[name]
        return None

    def part(self, name: str, called: str) -> Element | None:
        """Parse a part; what is wrong with it is noted.

        Args:
            name: as ``locate`` gives it.
            called: Chinese, for the finding.
        """
        content = self._archive.read(name)
        if content is None:
            self.missing(called)
            return None
        parsed = parse_part(content, self._limits, called)
        if isinstance(parsed, Diagnostic):
            if parsed not in self.diagnostics:
                self.diagnostics.append(parsed)
            return None
        return parsed

    def follow(self, base: str, reference: str | None, called: str) -> tuple[str, Element] | None:
        """Locate and parse; a missing part is noted as an error."""
        name = self.locate(base, reference)
        if name is None:
            self.missing(called)
            return None
        root = self.part(name, called)
        return None if root is None else (name, root)

    def head(self, name: str) -> bytes:
        """The first bytes of a file that is no part of the text (a picture)."""
        return (self._archive.read(name) or b"")[:_HEAD]

    def missing(self, called: str) -> None:
        """Note that a part is not there."""
        found = findings.OFD_BROKEN.at(what=f"缺少{called}")
        if found not in self.diagnostics:
            self.diagnostics.append(found)


def local(element: Element) -> str:
    """An element's name; the namespace is not looked at, as producers use several and none."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Direct children of a name."""
    for child in () if element is None else element:
        if local(child) == name:
            yield child


def child(element: Element | None, name: str) -> Element | None:
    """The first direct child of a name."""
    return next(children(element, name), None)


def child_text(element: Element | None, name: str) -> str:
    """Text of the first direct child of a name, without blanks around it."""
    found = child(element, name)
    return (found.text or "").strip() if found is not None else ""
