"""A second, simpler way to the characters of a Word file: nothing may be in it and missing from the lines.

The walk knows what each element means; this count only asks which text nodes there are, and what stands around them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from generator.readers.word.names import child, chosen_branch, full_names, name_of
from generator.readers.word.pieces import Tally

_TEXT = ("w:t", "m:t")
_TAKEN_OUT = ("w:del", "w:moveFrom")
_CELLS = ("w:tr", "w:tc")
_BRANCHES = ("mc:Choice", "mc:Fallback")


def count_missing(roots: Iterable[etree._Element], lines: Iterable[str], tally: Tally) -> int:
    """How many characters of the text nodes are neither in the lines nor among those known not to be shown.

    Args:
        roots: all parts and notes whose text was read.
        lines: the source lines that came of them.
        tally: what the walk found hidden or not shown.
    """
    expected: Counter[str] = Counter()
    for root in roots:
        _count_nodes(root, expected)
    found: Counter[str] = Counter()
    for line in lines:
        found.update("".join(line.split()))
    return sum((expected - (found + tally.hidden + tally.unshown)).values())


def _count_nodes(root: etree._Element, expected: Counter[str]) -> None:
    walker = etree.iterwalk(root, events=("start",), tag=full_names(*_TEXT, *_TAKEN_OUT, *_CELLS, *_BRANCHES))
    for _, element in walker:
        name = name_of(element)
        if name in _TEXT:
            expected.update("".join((element.text or "").split()))
        elif name in _TAKEN_OUT or _deleted_place(element, name) or _not_chosen(element, name):
            walker.skip_subtree()


def _deleted_place(element: etree._Element, name: str) -> bool:
    if name == "w:tr":
        return child(element, "w:trPr", "w:del") is not None
    return name == "w:tc" and child(element, "w:tcPr", "w:cellDel") is not None


def _not_chosen(element: etree._Element, name: str) -> bool:
    if name not in _BRANCHES:
        return False
    alternate = element.getparent()
    return alternate is not None and chosen_branch(alternate) is not element
