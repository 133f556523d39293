"""Which encoding is it?  By evidence: BOM, strict decoding, and whether the result reads like Chinese."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from generator.model.diagnostics import Diagnostic
from generator.readers import findings
from generator.readers.plausibility import measure_plausibility

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "实际是 PDF 文件"),
    (b"PK\x03\x04", "实际是压缩包或新版 Word、OFD 文件"),
    (b"\xd0\xcf\x11\xe0", "实际是旧版 Word 或 WPS 文件"),
    (b"{\\rtf", "实际是 RTF 文件"),
    (b"\x89PNG", "实际是图片"),
    (b"\xff\xd8\xff", "实际是图片"),
)
_LISTED_LINES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text of a file; ``encoding`` is empty (and ``text`` too) where it could not be decoded."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(content: bytes) -> Decoded:
    """Decode a file's bytes.

    UTF-8 is tried first and strictly: its bytes are often legal GB18030 too, the other way round almost never.
    GB18030 and UTF-16 without a BOM accept nearly anything, so of these the one that reads most like Chinese wins,
    and only when it is plausible at all.

    Args:
        content: the whole file.

    Returns:
        The text without BOM; line ends as they are.  Never raises.
    """
    for magic, found in _MAGIC:
        if content.startswith(magic):
            return _refused(findings.BINARY_CONTENT.at(1, found=found))
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            try:
                return Decoded(text=content[len(bom) :].decode(encoding.removesuffix("-sig")), encoding=encoding)
            except UnicodeDecodeError as error:
                return _refused(_unknown(content, error.start))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(content, error.start)
    if "\x00" in text and not measure_plausibility(text).plausible:
        wide = _best(content, ("utf-16-le", "utf-16-be"))
        return wide or _refused(findings.BINARY_CONTENT.at(1, found="含有空字符"))
    return Decoded(text=text, encoding="utf-8")


def _decode_other(content: bytes, first_fault: int) -> Decoded:
    mixed = _foreign_lines(content)
    if mixed:
        shown = "、".join(str(number) for number in mixed[:_LISTED_LINES])
        suffix = " 等" if len(mixed) > _LISTED_LINES else ""
        return _refused(findings.MIXED_ENCODING.at(mixed[0], lines=shown + suffix))
    best = _best(content, ("gb18030", "utf-16-le", "utf-16-be"))
    if best is not None:
        return best
    if b"\x00" in content:
        return _refused(findings.BINARY_CONTENT.at(1, found="含有空字符"))
    return _refused(_unknown(content, first_fault))


def _best(content: bytes, encodings: tuple[str, ...]) -> Decoded | None:
    candidates = []
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        measured = measure_plausibility(text)
        # Very short texts cannot be measured: legal GB18030 of nothing but Chinese and ASCII is evidence enough.
        short = encoding == "gb18030" and 0 < measured.chinese < 12 and "\x00" not in text
        if measured.plausible or short:
            candidates.append((measured.share, encoding, text))
    if not candidates:
        return None
    _, encoding, text = max(candidates, key=lambda candidate: (candidate[0], candidate[1]))
    return Decoded(text=text, encoding=encoding)


def _foreign_lines(content: bytes) -> list[int]:
    """Numbers of the lines that are not UTF-8, where most lines with non-ASCII bytes are."""
    good, bad = 0, []
    for number, line in enumerate(content.split(b"\n"), start=1):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            bad.append(number)
        else:
            good += 1
    return bad if good > len(bad) else []


def _unknown(content: bytes, offset: int) -> Diagnostic:
    line = content.count(b"\n", 0, offset) + 1
    return findings.UNKNOWN_ENCODING.at(line, line_number=line)


def _refused(diagnostic: Diagnostic) -> Decoded:
    return Decoded(text="", encoding="", diagnostics=(diagnostic,))
