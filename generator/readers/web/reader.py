"""A saved web page or a fragment of one -> its text: the order of the steps."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.diagnostics import Diagnostic
from generator.model.text import (
    Evidence,
    EvidenceField,
    EvidencePlace,
    Reference,
    ReferenceKind,
    RemovalReason,
    Removed,
    TextOrigin,
)
from generator.readers import findings, findings_web
from generator.readers.extraction import Extraction, refuse
from generator.readers.limits import Limits
from generator.readers.web.body import Body, find_body, is_fragment
from generator.readers.web.furniture import site_line
from generator.readers.web.inventory import count_missing
from generator.readers.web.layout import make_lines
from generator.readers.web.meta_tags import read_head
from generator.readers.web.metadata import find_directories
from generator.readers.web.page import PageLine, WebPage, chinese
from generator.readers.web.page_encoding import PageText, decode_page
from generator.readers.web.references import find_references
from generator.readers.web.scan import scan_page
from generator.readers.web.site_rules import Zone
from generator.readers.web.sorting import sort_lines
from generator.readers.web.titles import Heading, find_heading
from generator.readers.web.tree import parse_tree, prepare
from generator.readers.web.walk import TooMuchTextError, walk_page

_FEW_CHARACTERS = 40  # Chinese ones below the title: less is no text of its own
_LOST = "\ufffd"


def read_web_page(content: bytes, limits: Limits) -> Extraction:
    """Read a ``.html`` file; never raises.

    The lines are those that a browser shows, the whole page in order; what is not official text is declared line by
    line: the site's lines, the directory's table, a heading that the text repeats.

    Args:
        content: the whole file: a page, or a fragment without head and body.
        limits: depth, characters and lines that it may have.
    """
    decoded = decode_page(content)
    if not decoded.encoding:
        return refuse(*decoded.diagnostics)
    prepared = prepare(decoded.text)
    scan = scan_page(prepared)
    root = parse_tree(prepared, scan, limits)
    if isinstance(root, Diagnostic):
        return refuse(root)
    try:
        page = walk_page(root, limits.lines, limits.characters)
    except TooMuchTextError:
        shown = f"{limits.lines:,} 行、{limits.characters:,} 字"
        return refuse(findings.TOO_LARGE.at(found="网页文字超出上限", limit=shown))
    broken = _broken_characters(decoded, page.lines)
    if broken is not None:
        return refuse(broken)
    missing = count_missing(root, scan, (line.text for line in page.lines), page.generated)
    head = read_head(root)
    body = find_body(page, is_fragment(prepared))
    sorted_lines = sort_lines(page, body, find_directories(page))
    reasons = sorted_lines.reasons
    heading = find_heading(page, body, reasons, (*head, *sorted_lines.evidence))
    text = _official_text(page, reasons, heading)
    references = find_references(page, body)
    diagnostics = [*decoded.diagnostics]
    if missing:
        diagnostics.append(findings_web.WEB_TEXT_INCOMPLETE.at(missing=missing))
    diagnostics += _judge_hidden(page, body)
    diagnostics += _judge_content(page, body, text, references)
    return Extraction(
        lines=make_lines(page, text, heading.lines if heading and not heading.repeated else ()),
        source=tuple(line.text for line in page.lines),
        removed=tuple(
            Removed(text=page.lines[index].text, reason=reasons[index], line=index + 1) for index in sorted(reasons)
        ),
        encoding=decoded.encoding,
        evidence=_ordered((*head, *sorted_lines.evidence, *_heading_evidence(page, heading))),
        references=references,
        origin=TextOrigin.MARKUP,
        diagnostics=tuple(diagnostics),
    )


def _official_text(page: WebPage, reasons: dict[int, RemovalReason], heading: Heading | None) -> list[int]:
    """Indexes of the lines of the text; the heading is put into ``reasons`` or taken out of them."""
    for index in heading.lines if heading else ():
        if heading and heading.repeated:
            reasons[index] = RemovalReason.REPEATED_TITLE
        else:
            del reasons[index]
    return [index for index in range(len(page.lines)) if index not in reasons]


def _heading_evidence(page: WebPage, heading: Heading | None) -> tuple[Evidence, ...]:
    if heading is None:
        return ()
    value = "".join(page.lines[index].text.strip() for index in heading.lines)
    line = heading.lines[0] + 1
    return (Evidence(field=EvidenceField.TITLE, value=value, place=EvidencePlace.PAGE_LINE, line=line),)


def _ordered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Strongest place first, each statement once."""
    places = list(EvidencePlace)
    found: dict[tuple[EvidenceField, str, EvidencePlace], Evidence] = {}
    for one in sorted(evidence, key=lambda one: places.index(one.place)):
        found.setdefault((one.field, one.value, one.place), one)
    return tuple(found.values())


def _broken_characters(decoded: PageText, lines: Iterable[PageLine]) -> Diagnostic | None:
    """Bytes that did not decode stand in what the page shows (in what it does not show they harm nobody)."""
    if not decoded.lost:
        return None
    places = [number for number, line in enumerate(lines, 1) if _LOST in line.text]
    if not places:
        return None
    return findings_web.WEB_BROKEN_CHARACTERS.at(
        places[0], line_number=places[0], count=decoded.lost, encoding=decoded.encoding
    )


def _judge_hidden(page: WebPage, body: Body) -> list[Diagnostic]:
    """Hidden text inside the official text; hidden tools of the site are none."""
    pieces = [
        piece
        for piece in page.hidden
        if body.holds(piece.line, piece.containers)
        and any(character.isalnum() for character in piece.text)
        and not all(
            site_line(line, zone) is not None
            for zone in (Zone.TAIL,)
            for line in piece.text.split("\n")
            if line.strip()
        )
    ]
    if not pieces:
        return []
    count = sum(sum(1 for character in piece.text if not character.isspace()) for piece in pieces)
    line = min(pieces[0].line + 1, max(len(page.lines), 1))
    return [findings_web.WEB_HIDDEN_TEXT.at(line, count=count, line_number=line)]


def _judge_content(page: WebPage, body: Body, text: list[int], references: tuple[Reference, ...]) -> list[Diagnostic]:
    """Is there a text at all, and how was its place found?"""
    found: list[Diagnostic] = []
    inside = [index for index in text if body.first <= index < body.end]
    characters = sum(chinese(page.lines[index].text) for index in inside)
    images = sum(1 for one in references if one.kind is ReferenceKind.IMAGE)
    attachments = len(references) - images
    if characters < _FEW_CHARACTERS and images:
        found.append(findings_web.WEB_IMAGE_TEXT.at(count=images))
    elif characters < _FEW_CHARACTERS and attachments:
        found.append(findings_web.WEB_ATTACHMENT_ONLY.at(characters=characters, count=attachments))
    if body.inferred and inside:
        found.append(findings_web.WEB_BODY_INFERRED.at(inside[0] + 1, first=inside[0] + 1, last=inside[-1] + 1))
    return found
