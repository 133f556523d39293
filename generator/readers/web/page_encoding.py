"""Bytes of a web page -> text: what the bytes are decides, what the page declares is a hint.

The text is never cut: bytes that do not decode become U+FFFD, and a page that shows one is held by its reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.diagnostics import Diagnostic
from generator.readers import findings, findings_web
from generator.readers.encoding import decode
from generator.readers.plausibility import is_chinese, measure_plausibility

_DECLARED = re.compile(
    rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})|<\?xml[^>]{0,80}encoding=[\"']([A-Za-z0-9_-]{2,20})"
)
_DECLARATION_BYTES = 8192
_SHORT = 12  # Chinese characters: fewer cannot be judged by how common they are
_LOST_SHARE = 0.002  # of the bytes beyond ASCII: CMS cut summaries in <meta> in the middle of a character
_LOST_FEW = 4
# Hong Kong and Taiwan pages; the first superset that decodes strictly is taken.
_TRADITIONAL = ("cp950", "big5hkscs")
_LOST = "\ufffd"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """A decoded page.

    Attributes:
        text: without BOM; empty where it could not be decoded.
        encoding: empty where it could not be decoded.
        lost: bytes that did not decode; each is one U+FFFD in the text.
        diagnostics: why it could not be decoded.
    """

    text: str = ""
    encoding: str = ""
    lost: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def decode_page(content: bytes) -> PageText:
    """Decode a page's bytes; never raises.

    UTF-8 is tried first and strictly; then GB18030 and Big5 are weighed by how much they read like Chinese (nearly
    every Big5 text is legal GB18030).  A page of which only a few bytes do not decode is decoded with these lost.
    """
    declared = declared_encoding(content)
    strict = decode(content)
    if strict.encoding and not strict.encoding.startswith("gb"):
        return PageText(text=strict.text, encoding=strict.encoding, diagnostics=strict.diagnostics)
    if any(one.code == findings.BINARY_CONTENT.code for one in strict.diagnostics):
        return PageText(diagnostics=strict.diagnostics)
    chosen = _weigh(content, declared) or _with_losses(content)
    if chosen is not None:
        return chosen
    if any(one.code == findings.MIXED_ENCODING.code for one in strict.diagnostics):
        return PageText(diagnostics=strict.diagnostics)
    return PageText(diagnostics=(findings_web.WEB_ENCODING.at(declared=declared or "未写明"),))


def declared_encoding(content: bytes) -> str:
    """The charset that the page names, lower case; empty without one."""
    found = _DECLARED.search(content[:_DECLARATION_BYTES])
    return (found.group(1) or found.group(2)).decode("ascii").lower() if found else ""


def _weigh(content: bytes, declared: str) -> PageText | None:
    """GB18030 or Big5, strictly decoded, whichever reads like Chinese."""
    best: tuple[float, PageText] | None = None
    for encoding in ("gb18030", *_TRADITIONAL):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _score(text, encoding, declared)
        if score > 0 and (best is None or score > best[0]):
            best = (score, PageText(text=text, encoding="gb18030" if encoding == "gb18030" else "big5"))
    return best[1] if best else None


def _score(text: str, encoding: str, declared: str) -> float:
    """How much it reads like Chinese; 0 where it does not."""
    measured = measure_plausibility(_beyond_ascii(text))
    if measured.plausible:
        return measured.share
    hinted = declared.startswith("big5") == (encoding != "gb18030")
    if measured.chinese < _SHORT and hinted and all(is_chinese(one) or ord(one) < 0xFF5F for one in text):
        return 0.01
    return 0.0


def _with_losses(content: bytes) -> PageText | None:
    """A page that is one encoding but for a few bytes."""
    beyond = sum(1 for byte in content if byte >= 0x80)
    for encoding in ("utf-8", "gb18030"):
        text = content.decode(encoding, errors="replace")
        lost = text.count(_LOST)
        if lost <= max(_LOST_FEW, beyond * _LOST_SHARE) and measure_plausibility(_beyond_ascii(text)).plausible:
            return PageText(text=text, encoding=encoding, lost=lost)
    return None


def _beyond_ascii(text: str) -> str:
    """What is left to judge a language by: pages open with kilobytes of script."""
    return "".join(re.findall(r"[^\x00-\x7f]+", text))
