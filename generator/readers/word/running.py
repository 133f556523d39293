"""Headers and footers: lines that are declared as layout, and marks that must not go with them unseen."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from generator.model.text import RemovalReason
from generator.readers.word.names import descendants, relation_id
from generator.readers.word.package import Package

_PAGE_NUMBER = re.compile(r"[\s\d０-９IVXivx〇一二三四五六七八九十第共页頁/／|·.．—–―－\-~～()（）]*")
_INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LEVEL = "(?:绝密|機密|机密|秘密|絕密)"
# 密级 with its star anywhere (GB/T 9704-2012, 7.2.2); without one only as all that the text says.
_MARKS = (
    ("密级标志", re.compile(rf"{_LEVEL}级?[★☆*＊]|^[（(【\[]?{_LEVEL}级?(?:文件|资料)?[）)】\]]?$")),
    ("内部标志", re.compile("内部(?:资料|文件|材料|使用|参考|发行)|(?:注意|妥善)保[存管密]|不得外传|严禁外传")),
)


def running_parts(package: Package) -> list[tuple[str, etree._Element]]:
    """The headers and footers that sections of the document use: (``header`` or ``footer``, root), each part once."""
    found: dict[str, tuple[str, etree._Element]] = {}
    for reference in descendants(package.document, "w:headerReference", "w:footerReference"):
        relation = package.relations.get(relation_id(reference))
        if relation is None or relation.external or relation.target in found:
            continue
        root = package.part(relation.target, "页眉部分" if relation.kind == "header" else "页脚部分")
        if root is not None:
            found[relation.target] = (relation.kind, root)
    return list(found.values())


def is_page_number(text: str) -> bool:
    """Nothing but a page number in one of its forms: 3, — 3 —, 第3页共10页."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def reason_for(text: str, numbered: bool) -> RemovalReason:
    """Why a line of a header or footer is no official text; ``numbered``: a page number field stands in it."""
    page = is_page_number(text) and (numbered or any(sign.isdigit() for sign in text))
    return RemovalReason.PAGE_NUMBER if page else RemovalReason.RUNNING_HEAD


def find_marks(texts: Iterable[str]) -> tuple[str, ...]:
    """Kinds of marks among texts that do not reach the official text: 密级标志, 内部标志; each once."""
    squeezed = [_INVISIBLE.sub("", text) for text in texts]
    return tuple(name for name, pattern in _MARKS if any(pattern.search(text) for text in squeezed))


def first_section(document: etree._Element) -> etree._Element | None:
    """Properties of the first section, or None."""
    return next(descendants(document, "w:sectPr"), None)
