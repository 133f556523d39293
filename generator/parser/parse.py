"""Any text -> a Document: the order of the steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.model.diagnostics import Parsed
from generator.model.document import BlockKind, Document
from generator.model.text import ExtractedText
from generator.parser.assemble import Section, assemble_blocks
from generator.parser.checks import check_form
from generator.parser.contents import find_contents
from generator.parser.document_numbers import order_name
from generator.parser.foot import read_foot
from generator.parser.furniture import remove_furniture
from generator.parser.head import Zone, read_head
from generator.parser.lines import Layout, PhysicalLine, measure_layout, physical_lines
from generator.parser.metadata_lines import labelled_title
from generator.parser.numbering import read_numbering
from generator.parser.partition import Part, find_parts, label_name
from generator.parser.parts import read_parts
from generator.parser.run_together import part_run_together
from generator.parser.tables import release_layout_tables
from generator.parser.titles import read_hints, stand_close, title_end

_METADATA_DEPTH = 40


def parse_document(text: ExtractedText, title_hints: Iterable[str] = ()) -> Parsed[Document]:
    """Find the parts of a document.

    Guarantees, for any text:
        1. it returns; faults of the document are diagnostics;
        2. every non-blank character of ``text.lines`` is in exactly one block or one removal, in order
           (``prove_fidelity`` checks it against the source);
        3. anchors of blocks, headings and items are unique;
        4. the same text and hints give the same Document.

    Args:
        text: the lines of a source file, with what stands beside them (``text.evidence``): a title there helps to
            find the lines that are the title; it never becomes text.
        title_hints: titles known from elsewhere, strongest first, for the same use.

    Returns:
        The document and what is remarkable about its form.
    """
    lines = part_run_together(release_layout_tables(physical_lines(text.lines)))
    layout = measure_layout(tuple(line for line in lines if line.cell is None))
    cleaned = remove_furniture(lines, layout)
    lines, removed = cleaned.value
    sections = _find_sections(lines, layout, read_hints(text.evidence, (*title_hints, *_stated(lines))))
    blocks = assemble_blocks(sections, layout)
    parts = read_parts(blocks)
    declared = tuple(sorted((*text.removed, *removed), key=lambda piece: (piece.line, piece.column)))
    document = Document(
        blocks=blocks,
        removed=declared,
        title=parts.title,
        issuer_mark=parts.issuer_mark,
        document_number=parts.document_number,
        index_number=parts.index_number,
        publication_date=parts.publication_date,
        addressees=parts.addressees,
        signature=parts.signature,
        date_of_writing=parts.date_of_writing,
        notes=parts.notes,
        copy_to=parts.copy_to,
        printing_agency=parts.printing_agency,
        printing_date=parts.printing_date,
    )
    return Parsed(value=document, diagnostics=(*cleaned.diagnostics, *check_form(document, parts)))


def _stated(lines: Sequence[PhysicalLine]) -> list[str]:
    """Titles that metadata lines above the text state."""
    return [title for line in lines[:_METADATA_DEPTH] if line.cell is None and (title := labelled_title(line.text))]


def _find_sections(lines: Sequence[PhysicalLine], layout: Layout, hints: Sequence[str]) -> list[Section]:
    """The document itself and what is attached to it, each with its head and foot."""
    contents = find_contents(lines)
    parts = find_parts(lines)
    own = lines[: parts[0].first] if parts else lines
    foot = read_foot(own)
    head = read_head(own, layout, foot.first, hints)
    sections = [Section(lines=own, head=head, foot=foot, numbering=read_numbering(own, contents))]
    for count, part in enumerate(parts, start=1):
        sections.append(_attached(lines, part, layout, contents, name=f"a{count}"))
    if not _titled(sections):
        sections[0] = _order_as_title(sections[0])
    return sections


def _attached(
    lines: Sequence[PhysicalLine], part: Part, layout: Layout, contents: frozenset[int], *, name: str
) -> Section:
    """An attachment has a label, perhaps a title, and its text; what a letter carries is a document of its own."""
    own = lines[part.first : part.end]
    numbering = read_numbering(own, contents)
    if not part.labels:
        foot = read_foot(own)
        head = read_head(own, layout, foot.first)
        return Section(lines=own, head=head, foot=foot, numbering=numbering, part=name)
    stop = title_end(own, part.labels, len(own), close=stand_close(own))
    head = tuple(Zone(kind=BlockKind.ATTACHMENT, first=index, end=index + 1) for index in range(part.labels))
    if stop > part.labels:
        head = (*head, Zone(kind=BlockKind.ATTACHMENT, first=part.labels, end=stop))
    foot = read_foot(own, imprint_only=True)
    if foot.first < head[-1].end:
        head = head[: part.labels]
    return Section(
        lines=own,
        head=head,
        foot=foot,
        numbering=numbering,
        part=name,
        name=label_name(part, lines),
        kind=BlockKind.ATTACHMENT,
    )


def _titled(sections: Sequence[Section]) -> bool:
    """The document itself has a title, or what it carries has."""
    return any(
        zone.kind is BlockKind.TITLE
        for section in sections
        if section.kind is BlockKind.PARAGRAPH
        for zone in section.head
    )


def _order_as_title(section: Section) -> Section:
    """An order or announcement that promulgates nothing else is called by its own first line (某某部令)."""
    kinds = [zone.kind for zone in section.head]
    if BlockKind.ISSUER_MARK not in kinds or BlockKind.DOCUMENT_NUMBER not in kinds:
        return section
    first = kinds.index(BlockKind.ISSUER_MARK)
    mark = section.head[first]
    text = "".join(line.text for line in section.lines[mark.first : mark.end])
    if not order_name(text):
        return section
    titled = Zone(kind=BlockKind.TITLE, first=mark.first, end=mark.end)
    return replace(section, head=(*section.head[:first], titled, *section.head[first + 1 :]))
