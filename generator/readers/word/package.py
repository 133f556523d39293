"""The parts of a Word file (ISO/IEC 29500-2): found by their relationships, parsed with nothing but text in mind."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from generator.model.diagnostics import Diagnostic
from generator.readers import findings_word as findings
from generator.readers.archive import Archive
from generator.readers.limits import Limits
from generator.readers.word.names import name_of
from generator.readers.xml_parts import parse_part

_USUAL_MAIN = "word/document.xml"
_PART_NAMES = {
    "styles": "样式部分",
    "numbering": "编号部分",
    "settings": "设置部分",
    "footnotes": "脚注部分",
    "endnotes": "尾注部分",
    "comments": "批注部分",
    "header": "页眉部分",
    "footer": "页脚部分",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One relationship of the main part.

    Attributes:
        kind: last piece of its type: ``styles``, ``header``, ``image`` …
        target: name of the part, or the address of something outside.
        external: it is outside.
    """

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """The parts of a Word file that are read.

    Attributes:
        archive: the container.
        limits: for parsing.
        document: root of the main part.
        relations: relationships of the main part, by id.
        refused: why a part could not be parsed; the file is held.
    """

    archive: Archive
    limits: Limits
    document: etree._Element
    relations: dict[str, Relation]
    refused: list[Diagnostic] = field(default_factory=list)

    def part(self, target: str, name: str) -> etree._Element | None:
        """Parse a part; None where there is none or it is refused (then ``refused`` says why)."""
        content = self.archive.read(target)
        if content is None:
            return None
        root = parse_part(content, self.limits, name)
        if isinstance(root, Diagnostic):
            self.refused.append(root)
            return None
        return root

    def only(self, kind: str) -> etree._Element | None:
        """The part of a kind that there is one of, or None."""
        target = next((one.target for one in self.relations.values() if one.kind == kind and not one.external), "")
        return self.part(target, _PART_NAMES.get(kind, "部分内容")) if target else None

    def every_relation(self) -> tuple[Relation, ...]:
        """Relations of all parts: a template hangs on the settings, a picture on a header."""
        found = list(self.relations.values())
        for name in self.archive.names:
            folder, _, last = name.rpartition("/_rels/")
            if not last.endswith(".rels") or not folder:
                continue
            relations = _relations(self.archive, name, folder, self.limits)
            if isinstance(relations, Diagnostic):
                self.refused.append(relations)
            else:
                found += relations.values()
        return tuple(dict.fromkeys(found))


def open_package(archive: Archive, limits: Limits) -> Package | Diagnostic:
    """Find and parse the main part.

    Returns:
        The package, or the finding that refuses it: its XML, or that it is no text document.
    """
    roots = _relations(archive, "_rels/.rels", "", limits)
    if isinstance(roots, Diagnostic):
        return roots
    main = next((one.target for one in roots.values() if one.kind == "officeDocument"), _USUAL_MAIN)
    content = archive.read(main)
    if content is None:
        return findings.WORD_BROKEN.at()
    document = parse_part(content, limits)
    if isinstance(document, Diagnostic):
        return document
    if name_of(document) != "w:document":
        return findings.WORD_BROKEN.at()
    folder, _, name = main.rpartition("/")
    relations = _relations(archive, f"{folder}/_rels/{name}.rels", folder, limits)
    if isinstance(relations, Diagnostic):
        return relations
    return Package(archive=archive, limits=limits, document=document, relations=relations)


def _relations(archive: Archive, name: str, folder: str, limits: Limits) -> dict[str, Relation] | Diagnostic:
    content = archive.read(name)
    if content is None:
        return {}
    root = parse_part(content, limits, "目录部分")
    if isinstance(root, Diagnostic):
        return root
    found: dict[str, Relation] = {}
    for element in root:
        target, external = element.get("Target") or "", element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = (element.get("Type") or "").rpartition("/")[2]
        found[element.get("Id") or str(len(found))] = Relation(kind=kind, target=target, external=external)
    return found
