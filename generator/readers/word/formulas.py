"""Formulas (22.1) as a line of text: a reader still understands them, their form is lost."""

from __future__ import annotations

from lxml import etree

from generator.readers.word.names import attribute, child, name_of

_DELETED = frozenset({"w:del", "w:moveFrom"})


def linear(element: etree._Element) -> str:
    """The characters of a formula in reading order; fractions with a stroke, powers with ^, indices with _."""
    name = name_of(element)
    if name in {"m:t", "w:t"}:
        return element.text or ""
    if name in _DELETED:
        return ""
    if name == "m:f":
        return f"{_part(element, 'm:num')}/{_part(element, 'm:den')}"
    if name == "m:rad":
        return f"{_part(element, 'm:deg')}√{_part(element, 'm:e')}"
    if name in {"m:sSup", "m:sSub", "m:sSubSup"}:
        index, power = child(element, "m:sub"), child(element, "m:sup")
        below = "" if index is None else f"_{_part(element, 'm:sub')}"
        return _part(element, "m:e") + below + ("" if power is None else f"^{_part(element, 'm:sup')}")
    if name == "m:d":
        properties = child(element, "m:dPr")
        opening, closing = child(properties, "m:begChr"), child(properties, "m:endChr")
        inside = "".join(linear(one) for one in element)
        left = "(" if opening is None else attribute(opening, "val")
        return left + inside + (")" if closing is None else attribute(closing, "val"))
    if name == "m:nary":
        sign = child(element, "m:naryPr", "m:chr")
        return ("∫" if sign is None else attribute(sign, "val")) + "".join(linear(one) for one in element)
    return "".join(linear(one) for one in element)


def _part(element: etree._Element, name: str) -> str:
    """One part, in brackets where it has several characters that could be read apart."""
    part = child(element, name)
    text = "" if part is None else linear(part)
    return f"({text})" if name in {"m:num", "m:den"} and any(sign in text for sign in "+-−×÷*/ ") else text
