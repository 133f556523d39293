"""Short names (``w:p``) for the elements of WordprocessingML, transitional and strict alike.

ISO/IEC 29500-1 (strict) and 29500-4 (transitional) differ in the namespaces, not in the names that matter here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

_OPEN_XML = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_MICROSOFT = "http://schemas.microsoft.com/office/word"
_PREFIXES = {
    f"{_OPEN_XML}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OPEN_XML}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_OPEN_XML}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OPEN_XML}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}/drawingml/wordprocessingDrawing": "wp",
    f"{_OPEN_XML}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_OPEN_XML}/drawingml/2006/picture": "pic",
    f"{_STRICT}/drawingml/picture": "pic",
    f"{_OPEN_XML}/drawingml/2006/chart": "c",
    f"{_STRICT}/drawingml/chart": "c",
    f"{_OPEN_XML}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
    f"{_OPEN_XML}/markup-compatibility/2006": "mc",
    f"{_MICROSOFT}/2010/wordprocessingShape": "wps",
    f"{_MICROSOFT}/2010/wordprocessingGroup": "wpg",
    f"{_MICROSOFT}/2010/wordprocessingCanvas": "wpc",
    f"{_MICROSOFT}/2010/wordprocessingDrawing": "wp14",
    f"{_MICROSOFT}/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:office:word": "w10",
}
_RELATIONS = tuple(uri for uri, prefix in _PREFIXES.items() if prefix == "r")
_OFF = frozenset({"0", "false", "off", "none"})
# Namespaces that an application must know to take mc:Choice; Word's later ones only add what can be left out.
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "a14", "wpi", "cx", "cx1", "am3d", "v"})


_URIS: dict[str, list[str]] = {}
for _uri, _prefix in _PREFIXES.items():
    _URIS.setdefault(_prefix, []).append(_uri)


@lru_cache(maxsize=4096)
def _shorten(tag: str) -> str:
    uri, _, local = tag[1:].rpartition("}")
    return f"{_PREFIXES.get(uri, '?')}:{local}"


@lru_cache(maxsize=256)
def full_names(*names: str) -> tuple[str, ...]:
    """All full names that short names stand for."""
    pairs = (name.partition(":") for name in names)
    return tuple(f"{{{uri}}}{local}" for prefix, _, local in pairs for uri in _URIS[prefix])


def name_of(element: etree._Element) -> str:
    """``w:p``; ``?:x`` for an element of another vocabulary."""
    return _shorten(element.tag)


def attribute(element: etree._Element | None, name: str) -> str:
    """An attribute of the element's own vocabulary (``w:val`` of a ``w:`` element), or without one; else empty."""
    if element is None:
        return ""
    tag: str = element.tag
    return element.get(f"{tag[: tag.rfind('}') + 1]}{name}") or element.get(name) or ""


def relation_id(element: etree._Element, name: str = "id") -> str:
    """``r:id``, ``r:embed`` … or empty."""
    return next((value for uri in _RELATIONS if (value := element.get(f"{{{uri}}}{name}"))), "")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of that short name; with several names, the child of the child."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(*full_names(name)), None)
    return element


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Children of that short name."""
    return iter(()) if element is None else element.iterchildren(*full_names(name))


def descendants(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """All elements below (and itself) of these short names, in order."""
    return element.iter(*full_names(*names))


def switch(element: etree._Element | None) -> bool | None:
    """An on/off property (17.17.4): None where absent, on without a value."""
    if element is None:
        return None
    return attribute(element, "val").lower() not in _OFF


def whole_number(text: str, default: int = 0) -> int:
    """A whole number, also as ``12.0`` or ``12pt``-less measures of strict files; ``default`` where it is none."""
    try:
        return round(float(text))
    except (ValueError, OverflowError):
        return default


def chosen_branch(alternate: etree._Element) -> etree._Element | None:
    """What an ``mc:AlternateContent`` shows: the first choice that is understood, else the fallback, never both."""
    choices = list(children(alternate, "mc:Choice"))
    fallback = child(alternate, "mc:Fallback")
    for choice in choices:
        if all(word in _UNDERSTOOD or word.startswith("w16") for word in (choice.get("Requires") or "").split()):
            return choice
    return fallback if fallback is not None else (choices[0] if choices else None)
