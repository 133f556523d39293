"""A Word file (.docx, ISO/IEC 29500, transitional and strict) -> its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.model.diagnostics import Diagnostic
from generator.model.text import Line, Reference, ReferenceKind, Removed, TextOrigin
from generator.readers import findings_word as findings
from generator.readers.archive import Archive, open_archive
from generator.readers.extraction import Extraction, count_characters, refuse
from generator.readers.findings import TOO_LARGE
from generator.readers.limits import Limits
from generator.readers.word.blocks import BlockReader
from generator.readers.word.counting import Counting
from generator.readers.word.drafts import Draft
from generator.readers.word.inventory import count_missing
from generator.readers.word.names import children, descendants
from generator.readers.word.notes import Notes, read_notes
from generator.readers.word.numbering import Numbering, read_numberings
from generator.readers.word.package import Package, open_package
from generator.readers.word.pieces import Tally
from generator.readers.word.running import find_marks, first_section, reason_for, running_parts
from generator.readers.word.styles import Styles, read_styles
from generator.readers.word.traces import count_signatures, find_traces

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]{1,2000}")


def read_word(content: bytes, limits: Limits) -> Extraction:
    """Read a .docx file; never raises.

    One paragraph is one line, its automatic number in it; a line break inside a paragraph begins a new line of which
    only the text can tell whether it goes on.  A text box stands above the paragraph that it is anchored to where it
    is anchored before the first character, else below; a note stands after the paragraph (or table) that refers to
    it.  Headers stand first and footers last, each declared as removed.
    """
    archive = open_archive(content, limits)
    if not isinstance(archive, Archive):
        return refuse(*archive)
    package = open_package(archive, limits)
    if isinstance(package, Diagnostic):
        return refuse(package)
    # Before they are walked; text boxes may stand in the file twice, for newer and older programs.
    paragraphs = sum(1 for _ in descendants(package.document, "w:p"))
    if paragraphs > 2 * limits.lines:
        return refuse(TOO_LARGE.at(found=f"{paragraphs:,} 段", limit=f"{limits.lines:,} 段"))
    return _read_package(package)


def _read_package(package: Package) -> Extraction:
    tally = Tally()
    styles = read_styles(package.only("styles"))
    numberings = read_numberings(package.only("numbering"), styles)
    notes = read_notes(
        {kind: package.only(f"{kind}s") for kind in ("footnote", "endnote")},
        package.only("settings"),
        first_section(package.document),
    )
    running = running_parts(package)
    traces = tuple(find_traces(package))
    if package.refused:
        return refuse(*dict.fromkeys(package.refused))
    body = BlockReader(styles=styles, counting=Counting(numberings=numberings), notes=notes, tally=tally)
    for whole in children(package.document, "w:body"):  # more than one is not allowed, but Word opens it
        body.read_story(whole)
    heads = _read_running(running, "header", styles, numberings, tally)
    feet = _read_running(running, "footer", styles, numberings, tally)
    if not any(draft.text.strip() for draft in body.drafts) and tally.images and not tally.hidden_places:
        return refuse(findings.WORD_NO_TEXT.at(count=tally.images))
    drafts = [*heads, *body.drafts, *feet]
    source = tuple(draft.text for draft in drafts)
    missing = count_missing([package.document, *(root for _, root in running), *notes.read], source, tally)
    diagnostics = (
        *_find_marks(heads, feet, tally),
        *_find_faults(tally, body, missing),
        *traces,
    )
    return Extraction(
        lines=_number_lines(drafts),
        source=source,
        removed=tuple(
            Removed(text=draft.text, reason=draft.reason, line=number)
            for number, draft in enumerate(drafts, 1)
            if draft.reason is not None
        ),
        references=_references(drafts, package),
        origin=TextOrigin.WORD,
        seals=count_signatures(package),
        diagnostics=diagnostics,
    )


def _read_running(
    running: Sequence[tuple[str, etree._Element]],
    kind: str,
    styles: Styles,
    numberings: dict[str, Numbering],
    tally: Tally,
) -> list[Draft]:
    """The lines of all headers or footers, each text once, declared as no official text."""
    found: dict[str, Draft] = {}
    for _, root in (one for one in running if one[0] == kind):
        reader = BlockReader(styles=styles, counting=Counting(numberings=numberings), notes=Notes(), tally=tally)
        reader.read_story(root)
        for draft in reader.drafts:
            if draft.text.strip() or draft.images:
                draft.reason = reason_for(draft.text, reader.page_fields > 0) if draft.text.strip() else None
                key = draft.text if draft.text.strip() else str(draft.images)
                if key in found:
                    tally.unshown.update("".join(draft.text.split()))
                found.setdefault(key, draft)
    return list(found.values())


def _find_marks(heads: Sequence[Draft], feet: Sequence[Draft], tally: Tally) -> Iterator[Diagnostic]:
    for place, texts in (
        ("页眉", [draft.text for draft in heads]),
        ("页脚", [draft.text for draft in feet]),
        ("图片的替代文字", tally.beside),
    ):
        for mark in find_marks(texts):
            yield findings.MARKED_OUTSIDE_TEXT.at(place=place, mark=mark)


def _find_faults(tally: Tally, body: BlockReader, missing: int) -> Iterator[Diagnostic]:
    if tally.hidden_places:
        characters = sum(tally.hidden.values())
        yield findings.WORD_HIDDEN_TEXT.at(count=tally.hidden_places, characters=characters)
    if missing:
        yield findings.WORD_TEXT_INCOMPLETE.at(count=missing)
    if body.counting.unknown_forms:
        yield findings.WORD_NUMBER_FORM.at(forms="、".join(sorted(body.counting.unknown_forms)))
    for kind, count in (
        (findings.WORD_TRACKED_CHANGES, tally.tracked),
        (findings.WORD_LOST_PART, tally.lost_parts),
        (findings.WORD_UNKNOWN_ELEMENT, tally.unknown),
        (findings.WORD_GRAPHIC, tally.graphics),
        (findings.WORD_EQUATION, tally.equations),
        (findings.WORD_CHANGING_FIELD, body.changing_fields),
    ):
        if count:
            yield kind.at(count=count)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Size:
    """The usual type size of the text, half-points; 0 where it has none."""

    usual: int

    def scale(self, size: int) -> float:
        """A line's size against the usual one."""
        return round(size / self.usual, 2) if self.usual and size else 0.0


def _number_lines(drafts: Sequence[Draft]) -> tuple[Line, ...]:
    sizes: Counter[int] = Counter()
    for draft in drafts:
        if draft.reason is None and draft.size:
            sizes[draft.size] += count_characters((draft.text,))
    size = _Size(usual=max(sizes, key=lambda one: (sizes[one], -one), default=0))
    return tuple(
        Line(
            number=number,
            text=draft.text,
            starts_page=draft.starts_page,
            continues=draft.continues,
            scale=size.scale(draft.size),
            alignment=draft.alignment,
            cell=draft.cell,
        )
        for number, draft in enumerate(drafts, 1)
        if draft.reason is None
    )


def _references(drafts: Sequence[Draft], package: Package) -> tuple[Reference, ...]:
    found = []
    for number, draft in enumerate(drafts, 1):
        for name, relation in draft.images:
            target = package.relations.get(relation)
            address = target.target if target is not None and _ADDRESS.fullmatch(target.target) else ""
            found.append(Reference(kind=ReferenceKind.IMAGE, name=name or "图片", uri=address, line=number))
    return tuple(found)
