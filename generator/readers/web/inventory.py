"""A second, independent count of the page's characters: what the lines must hold, and what the tree must."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from generator.readers.web.elements import NOT_TEXT
from generator.readers.web.scan import HAN, RAW_ELEMENTS, Scan
from generator.readers.web.style import Look, hidden_names, read_attributes, read_look


def count_missing(root: etree._Element, scan: Scan, shown: Iterable[str], generated: str) -> int:
    """How many characters the lines lack or have too many, and how many Chinese ones the tree lacks.

    Args:
        root: the tree.
        scan: of the page's text as it went to the parser.
        shown: the lines.
        generated: list numbers in them that stand in no text node.
    """
    expected = Counter("".join((generated + "".join(_shown_texts(root))).split()))
    found = Counter("".join("".join(shown).split()))
    lines = sum((expected - found).values()) + sum((found - expected).values())
    pieces: list[str] = []
    for element in root.iter():
        if element.text and isinstance(element.tag, str) and element.tag.lower() not in RAW_ELEMENTS:
            pieces.append(element.text)
        if element.tail:
            pieces.append(element.tail)
    in_tree = Counter("".join(HAN.findall("".join(pieces))))
    return lines + sum((scan.chinese - in_tree).values())


def _shown_texts(root: etree._Element) -> list[str]:
    """Every text node that is seen, by a plain recursion of look and kind down the tree."""
    hidden = hidden_names("".join(style.text or "" for style in root.iter("style")))
    found: list[str] = []
    pending: list[tuple[etree._Element, Look]] = [(root, Look())]
    while pending:
        element, outer = pending.pop()
        look = read_look(element.tag.lower(), read_attributes(element), outer, hidden)
        if element.text and not look.unseen:
            found.append(element.text)
        for child in element:
            if child.tail and not look.unseen:
                found.append(child.tail)
            if isinstance(child.tag, str) and child.tag.lower() not in NOT_TEXT:
                pending.append((child, look))
    return found
