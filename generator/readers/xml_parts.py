"""XML parts of a container -> element trees, with nothing that XML can do besides holding text.

A part is decoded by ourselves, so that no encoding hides anything from the checks, and passed over once by a parser
that keeps nothing, for its depth, its size and a document type declaration, before a tree is built.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from xml.parsers import expat

from lxml import etree

from generator.model.diagnostics import Diagnostic
from generator.readers import findings_container as findings
from generator.readers.limits import Limits

# What a part may be encoded in.  XML has many more; none of them is written by an office program.
_ENCODINGS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5",
}
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NAKED_UTF16 = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*?\?>")
_DECLARED = re.compile(rb"""<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
# A paragraph with its runs and properties has about 60 tags, the closing ones counted.
_TAGS_A_LINE = 60


def parse_part(content: bytes, limits: Limits, part: str = "正文部分") -> etree._Element | Diagnostic:
    """Parse one XML part of a container.

    Guarantees: no document type declaration, no entity but the five of XML itself, no network, no file; nothing
    deeper than ``limits.depth``; memory bounded by ``limits.lines``; comments and processing instructions are out.

    Args:
        content: the part, unpacked.
        limits: ``depth`` and ``lines`` count.
        part: Chinese: what it is, for the finding.

    Returns:
        The root element, or the finding that refuses it (``xml-dtd``, ``xml-depth``, ``xml-size``, ``xml-broken``).
    """
    text = _decode(content)
    if text is None:
        return findings.XML_BROKEN.at(part=part)
    tags, most = text.count("<"), _TAGS_A_LINE * limits.lines
    if tags > most:
        return findings.XML_SIZE.at(part=part, count=f"{tags:,}", limit=f"{most:,}")
    plain = text.encode("utf-8")
    refused = _scan(plain, limits, part)
    if refused is not None:
        return refused
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(plain, parser)
    except etree.XMLSyntaxError:  # beyond a limit of libxml2's own, for instance one text of more than 10 MB
        return findings.XML_BROKEN.at(part=part)


def _decode(content: bytes) -> str | None:
    """The part as text without its XML declaration; None where its encoding is unknown or wrong."""
    encoding = next((name for mark, name in (*_BYTE_ORDER_MARKS, *_NAKED_UTF16) if content.startswith(mark)), "")
    if not encoding:
        declared = _DECLARED.match(content[:200].lstrip())
        encoding = _ENCODINGS.get(declared[1].decode("ascii").lower() if declared else "utf-8", "")
    try:
        text = content.decode(encoding or "unknown")
        text.encode("utf-8")
    except (UnicodeError, LookupError):
        return None
    text = text.removeprefix("\ufeff")
    declaration = _DECLARATION.match(text)
    return text[declaration.end() :] if declaration else text


@dataclass(slots=True)
class _Watch:
    """What the first pass looks for; it stops at the first thing found."""

    limit: int
    part: str
    depth: int = 0
    found: list[Diagnostic] = field(default_factory=list)

    def start(self, _name: str, _attributes: object) -> None:
        self.depth += 1
        if self.depth > self.limit:
            self.found.append(findings.XML_DEPTH.at(part=self.part, limit=self.limit))
            raise _StopScanError

    def end(self, _name: str) -> None:
        self.depth -= 1

    def doctype(self, *_declaration: object) -> None:
        self.found.append(findings.XML_DTD.at(part=self.part))
        raise _StopScanError


class _StopScanError(Exception):
    """Ends the first pass."""


def _scan(plain: bytes, limits: Limits, part: str) -> Diagnostic | None:
    watch = _Watch(limit=limits.depth, part=part)
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = watch.start
    parser.EndElementHandler = watch.end
    parser.StartDoctypeDeclHandler = watch.doctype
    try:
        parser.Parse(plain, True)
    except _StopScanError:
        return watch.found[0]
    except expat.ExpatError:
        return findings.XML_BROKEN.at(part=part)
    return None
