"""One source file -> its lines."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import SourceError
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.text import ExtractedText
from generator.readers import findings
from generator.readers.characters import find_refused_characters
from generator.readers.extraction import Extraction, count_characters, refuse
from generator.readers.findings_office import OFFICE_NEEDED
from generator.readers.formats import CONVERTED, MEDIA_TYPES, find_format
from generator.readers.limits import DEFAULT_LIMITS, Limits
from generator.readers.plausibility import measure_plausibility
from generator.readers.sniff import check_type
from generator.readers.zero_width import without_zero_width


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file read once: what is understood and what it is proven against come from the same bytes.

    Attributes:
        text: its lines; no encoding where nothing could be read.
        source: the text line by line with nothing taken out: what fidelity is proven against.
        diagnostics: with a Severity.ERROR one (and mostly no lines) where it must be held.
    """

    text: ExtractedText
    source: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_source(path: Path, limits: Limits = DEFAULT_LIMITS) -> ReadFile:
    """Read one file.

    Args:
        path: a regular file; its suffix tells the format.
        limits: what it may be and cost.

    Raises:
        SourceError: the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            content = file.read(limits.bytes + 1)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        message = f"无法读取文件 {path.name}：{error.strerror}"
        raise SourceError(message) from error
    if len(content) > limits.bytes:
        found = findings.TOO_LARGE.at(found=f"{size:,} 字节", limit=f"{limits.bytes:,} 字节")
        return ReadFile(text=_describe(refuse(found), path.suffix, "", size), diagnostics=(found,))
    return read_bytes(content, path.suffix, limits)


def read_bytes(content: bytes, suffix: str, limits: Limits = DEFAULT_LIMITS) -> ReadFile:
    """Read a file's bytes as the format that ``suffix`` names; pure.

    Guarantees: whatever the bytes are, it returns; zero-width characters are out of the lines and declared;
    characters that must not reach a page are found; a text beyond the limits is refused whole.
    """
    resolved = check_type(content, suffix)
    found = find_format(resolved.suffix)
    if any(one.severity is Severity.ERROR for one in resolved.diagnostics):
        extraction = refuse(*resolved.diagnostics)
    elif found is not None:
        extraction = _judge(found.read(content, limits), len(content), limits)
        extraction = replace(extraction, diagnostics=(*resolved.diagnostics, *extraction.diagnostics))
    elif resolved.suffix in CONVERTED:
        extraction = refuse(OFFICE_NEEDED.at(suffix=suffix))
    else:
        shown = suffix or "（无扩展名）"
        extraction = refuse(findings.UNSUPPORTED_FORMAT.at(suffix=shown))
    text = _describe(extraction, suffix, hashlib.sha256(content).hexdigest(), len(content))
    return ReadFile(text=text, source=extraction.source, diagnostics=extraction.diagnostics)


def _judge(extraction: Extraction, size: int, limits: Limits) -> Extraction:
    """Limits, refused characters and language: the same for every format."""
    if not extraction.encoding:
        return extraction
    refusal = _measure_limits(extraction, size, limits)
    if refusal is not None:
        return refuse(refusal)
    cleaned = without_zero_width(extraction)
    diagnostics = (
        *extraction.diagnostics,
        *find_refused_characters(extraction.source),
        *_judge_language(extraction),
    )
    return replace(cleaned, diagnostics=diagnostics)


def _measure_limits(extraction: Extraction, size: int, limits: Limits) -> Diagnostic | None:
    characters = count_characters(line.text for line in extraction.lines)
    if not characters:
        return findings.EMPTY_FILE.at(size=size)
    if characters > limits.characters:
        return findings.TOO_LARGE.at(found=f"{characters:,} 字", limit=f"{limits.characters:,} 字")
    lines = len(extraction.source)
    if lines > limits.lines:
        return findings.TOO_LARGE.at(found=f"{lines:,} 行", limit=f"{limits.lines:,} 行")
    return None


def _judge_language(extraction: Extraction) -> list[Diagnostic]:
    measured = measure_plausibility("\n".join(line.text for line in extraction.lines))
    if measured.garbled:
        share = round(100 * measured.share)
        return [findings.IMPLAUSIBLE_TEXT.at(1, encoding=extraction.encoding, share=share)]
    if measured.characters and measured.chinese * 5 < measured.characters:
        share = round(100 * measured.chinese / measured.characters)
        return [findings.FEW_CHINESE.at(count=measured.chinese, share=share)]
    return []


def _describe(extraction: Extraction, suffix: str, digest: str, size: int) -> ExtractedText:
    return ExtractedText(
        lines=extraction.lines,
        removed=extraction.removed,
        media_type=MEDIA_TYPES.get(suffix.lower(), "application/octet-stream"),
        encoding=extraction.encoding,
        sha256=digest,
        size=size,
        characters=count_characters(extraction.source),
        evidence=extraction.evidence,
        references=extraction.references,
        origin=extraction.origin,
        confidence=extraction.confidence,
        pages=extraction.pages,
        seals=extraction.seals,
    )
