"""Images and attachments that the text names: told, never fetched."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from generator.model.text import Reference, ReferenceKind
from generator.readers.web.body import Body
from generator.readers.web.page import WebPage

_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|ofd|wps|et|rtf|txt|csv|jpe?g|png|tiff?|ceb|cebx|dps)(?:$|[?#&])",
    re.IGNORECASE,
)
_NAMED_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|ofd|wps|et|rtf|ceb)\s*[\])）]?$", re.IGNORECASE)
_ATTACHMENT = re.compile(r"附\s*(?:件|表|图)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_UNSAFE = re.compile("[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\\\<>\"'`{}|^\ufffd]")
_LINES_BELOW = 15
_NAME_CHARACTERS = 200


def find_references(page: WebPage, body: Body) -> tuple[Reference, ...]:
    """Images in the text, links to files in it and right below it, in order.

    Args:
        page: its links and pictures.
        body: where the text stands.
    """
    found: list[tuple[int, Reference]] = []
    for picture in page.pictures:
        if body.holds(picture.line, picture.containers):
            name = picture.name or _file_name(picture.source) or "图片"
            found.append((picture.line, _reference(ReferenceKind.IMAGE, name, picture.source, page, picture.line)))
    for link in page.links:
        inside = body.holds(link.line, link.containers)
        below = not inside and body.end <= link.line < body.end + _LINES_BELOW
        named = _NAMED_FILE.search(link.text) is not None or _ATTACHMENT.search(link.text) is not None
        file = _FILE.search(link.href) is not None
        if (inside and (file or named)) or (below and named and (file or _NAMED_FILE.search(link.text) is not None)):
            if link.href.startswith("#"):
                continue
            name = link.text or _file_name(link.href) or "附件"
            found.append((link.line, _reference(ReferenceKind.ATTACHMENT, name, link.href, page, link.line)))
    ordered = [reference for _, reference in sorted(found, key=lambda pair: pair[0])]
    return tuple(dict.fromkeys(ordered))


def safe_uri(address: str) -> str:
    """The address where it may be shown: http, https or relative, without blanks and controls; else empty."""
    bare = address.strip()
    if not bare or bare.startswith("#") or len(bare) > 2000:
        return ""
    squeezed = _UNSAFE.sub("", bare)
    scheme = _SCHEME.match(squeezed)
    if scheme is not None and scheme.group().lower() not in {"http:", "https:"}:
        return ""
    encoded = bare.replace(" ", "%20")
    return "" if _UNSAFE.search(encoded) else encoded


def _reference(kind: ReferenceKind, name: str, address: str, page: WebPage, line: int) -> Reference:
    return Reference(
        kind=kind,
        name=name[:_NAME_CHARACTERS],
        uri=safe_uri(address),
        line=min(line + 1, len(page.lines)),
    )


def _file_name(address: str) -> str:
    """The last part of an address's path; empty for embedded data and programs."""
    if not safe_uri(address):
        return ""
    try:
        path = urlsplit(address.strip()).path
    except ValueError:  # not an address at all
        return ""
    return unquote(path.rpartition("/")[2], errors="ignore").strip()
