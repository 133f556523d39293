"""What a Word file carries beside its text: authors, comments, embedded files, macros, links to outside.

Only counted: neither names nor texts leave this module.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.model.diagnostics import Diagnostic
from generator.readers import findings_container, findings_word
from generator.readers.word.names import attribute, children, descendants
from generator.readers.word.package import Package

_PROPERTY_PARTS = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
_PERSONAL = frozenset({"creator", "lastModifiedBy", "Manager", "Company"})
_FOLDERS_OF_FILES = ("word/embeddings/", "word/activex/")
_CHANGES = (
    "w:ins",
    "w:del",
    "w:moveFrom",
    "w:moveTo",
    "w:rPrChange",
    "w:pPrChange",
    "w:sectPrChange",
    "w:tblPrChange",
    "w:trPrChange",
    "w:tcPrChange",
    "w:numberingChange",
)
_MACROS = ("vbaproject.bin", "vbadata.xml", "macros")
_FETCHED = frozenset({"attachedTemplate", "image", "oleObject", "subDocument", "frame", "aFChunk", "mailMergeSource"})


def find_traces(package: Package) -> Iterator[Diagnostic]:
    """Findings about what the file carries beside its text; its properties are parsed, so that they are checked."""
    comments = sum(1 for _ in children(package.only("comments"), "w:comment"))
    references = sum(1 for _ in descendants(package.document, "w:commentReference"))
    if comments or references:
        yield findings_word.WORD_COMMENTS.at(count=max(comments, references))
    relations = package.every_relation()
    names = [name.lower().lstrip("/") for name in package.archive.names]
    embedded = {name for name in names if name.startswith(_FOLDERS_OF_FILES)}
    imported = {one.target.lower() for one in relations if one.kind == "aFChunk" and not one.external}
    if embedded or imported:
        yield findings_word.WORD_EMBEDDED_FILE.at(count=len(embedded | imported))
    others = {name.lower() for name in package.archive.embedded} - embedded - imported
    macros = {name for name in names if name.rpartition("/")[2] in _MACROS}
    if others - macros:
        yield findings_container.EMBEDDED_FILE.at(count=len(others - macros))
    if macros:
        yield findings_word.WORD_MACRO.at()
    outside = sum(1 for one in relations if one.external and one.kind in _FETCHED)
    if outside:
        yield findings_word.WORD_OUTSIDE_LINK.at(count=outside)
    authors = _count_authors(package)
    if authors:
        yield findings_word.WORD_AUTHOR.at(count=authors)


def count_signatures(package: Package) -> int:
    """Digital signatures in the file, not judged."""
    names = (name.lower() for name in package.archive.names)
    return sum(1 for name in names if name.startswith("_xmlsignatures/sig") and name.endswith(".xml"))


def _count_authors(package: Package) -> int:
    """Places that can name a person, an office or a computer."""
    found = 0
    for name in _PROPERTY_PARTS:
        root = package.part(name, "文档属性部分")
        for element in () if root is None else root:
            local = etree.QName(element).localname
            personal = local in _PERSONAL or name.endswith("custom.xml")
            found += personal and any(str(text).strip() for text in element.itertext())
    found += package.archive.find("docProps/thumbnail.jpeg") is not None
    found += package.archive.find("word/people.xml") is not None
    found += any(one.kind == "attachedTemplate" for one in package.every_relation())
    return found + any(attribute(change, "author") for change in descendants(package.document, *_CHANGES))
