"""A scan of the page's text alone, without the parser: what it must find, and what it must not be given."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
# Inside these no tags are read.
RAW_ELEMENTS = frozenset({"script", "style", "iframe", "noembed", "noframes", "xmp", "textarea", "title", "plaintext"})
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_TAG_STOP = re.compile(r"[>\"']")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LONG_TAG = 2000  # characters: shorter tags cannot hold many attributes


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What stands in a page's text.

    Attributes:
        chinese: Chinese characters outside tags, comments and raw elements.
        widest_tag: about how many attributes the longest tag has.
    """

    chinese: Counter[str]
    widest_tag: int


def scan_page(prepared: str) -> Scan:
    """Scan a page once; linear, whatever it holds."""
    found: list[str] = []
    widest = 0
    position, size = 0, len(prepared)
    missing: set[str] = set()  # closing marks that do not occur any more
    while position < size:
        opening = prepared.find("<", position)
        end = size if opening < 0 else opening
        if end > position:
            piece = prepared[position:end]
            found.append(html.unescape(piece) if "&" in piece else piece)
        if opening < 0:
            break
        following = prepared[opening + 1 : opening + 2]
        if prepared.startswith("<!--", opening):
            position = _behind(
                prepared, "-->", opening + 4 if prepared[opening + 4 : opening + 5] != ">" else opening + 2
            )
        elif following in {"!", "?"} or (following == "/" and not prepared[opening + 2 : opening + 3].isalpha()):
            position = _behind(prepared, ">", opening + 1)
        elif following == "/":
            position = _behind_tag(prepared, opening, missing)
        elif following.isascii() and following.isalpha():
            position = _behind_tag(prepared, opening, missing)
            if position - opening > _LONG_TAG:
                widest = max(widest, len(_QUOTED.sub("", prepared[opening:position]).split()))
            name = _NAME.match(prepared, opening + 1)
            raw = name.group().lower() if name else ""
            if raw in RAW_ELEMENTS and position < size:
                position = _behind_raw(prepared, raw, position)
        else:
            position = opening + 1
    return Scan(chinese=Counter("".join(HAN.findall("".join(found)))), widest_tag=widest)


def _behind(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)


def _behind_tag(text: str, start: int, missing: set[str]) -> int:
    """Behind the tag that opens at ``start``; quoted values may hold ``>``."""
    position = start + 1
    while True:
        stop = _TAG_STOP.search(text, position)
        if stop is None:
            return len(text)
        mark = stop.group()
        if mark == ">":
            return stop.end()
        if text[max(stop.start() - 20, 0) : stop.start()].rstrip()[-1:] != "=" or mark in missing:
            position = stop.end()
            continue
        closing = text.find(mark, stop.end())
        if closing < 0:
            missing.add(mark)
            return len(text)
        position = closing + 1


def _behind_raw(text: str, name: str, start: int) -> int:
    """At the end tag of a raw element."""
    if name == "plaintext":
        return len(text)
    end = re.compile(rf"</{name}", re.IGNORECASE).search(text, start)
    return len(text) if end is None else end.start()
