"""Text of a page -> element tree, without network, entities or other files; what cannot be held whole is refused."""

from __future__ import annotations

import re

from lxml import etree

from generator.model.diagnostics import Diagnostic
from generator.readers import findings_web
from generator.readers.limits import Limits
from generator.readers.web.scan import Scan

_MAX_ATTRIBUTES = 1000  # the parser needs the square of their number
_MAX_TAGS = 1_500_000  # a page of this many tags takes half a gigabyte
# The parser drops what follows them; pages made of two pages have text there.
_END_OF_PAGE = re.compile(r"</\s*(?:body|html)\s*>", re.IGNORECASE)
# An internal subset would be shown as text; nothing in it is text or may be loaded.
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,400}(?:\[[^\]]{0,20000}\]\s*)?>", re.IGNORECASE)


def prepare(text: str) -> str:
    """The page's text as it goes to the parser and to the independent count."""
    return _END_OF_PAGE.sub("", _DOCTYPE.sub("", text, count=1))


def parse_tree(prepared: str, scan: Scan, limits: Limits) -> etree._Element | Diagnostic:
    """Parse a page.

    Args:
        prepared: as ``prepare`` gives it.
        scan: of ``prepared``.
        limits: ``depth`` is how deep elements may stand in one another.

    Returns:
        The root element, or why the page is refused.
    """
    tags = prepared.count("<")
    if tags > _MAX_TAGS:
        return findings_web.WEB_TOO_COMPLEX.at(found=f"{tags:,} 个标签", limit=f"{_MAX_TAGS:,} 个")
    if scan.widest_tag > _MAX_ATTRIBUTES:
        return findings_web.WEB_TOO_COMPLEX.at(found="一个标签有上千个属性", limit=f"{_MAX_ATTRIBUTES:,} 个")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=False)
    root: etree._Element | None = None
    try:
        root = etree.fromstring(prepared.encode("utf-8"), parser)
    except etree.XMLSyntaxError:  # nothing could be built: the log below says why
        root = None
    for entry in parser.error_log:
        if entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            if "depth" in entry.message:
                return findings_web.WEB_TOO_DEEP.at(limit=limits.depth)
            return findings_web.WEB_TOO_COMPLEX.at(found="一段文字过长", limit="1,000 万字节")
    if root is None:
        root = etree.Element("html")
    if _deeper_than(root, limits.depth):
        return findings_web.WEB_TOO_DEEP.at(limit=limits.depth)
    return root


def _deeper_than(root: etree._Element, limit: int) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return True
    return False
