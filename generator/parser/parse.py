"""Any text -> a Document: the order of the steps."""

from __future__ import annotations

from generator.model.diagnostics import Parsed
from generator.model.document import Document
from generator.model.text import ExtractedText
from generator.parser.assemble import assemble_blocks
from generator.parser.checks import check_form
from generator.parser.foot import read_foot
from generator.parser.furniture import remove_furniture
from generator.parser.head import read_head
from generator.parser.lines import measure_layout, physical_lines
from generator.parser.parts import read_parts
from generator.parser.tables import release_layout_tables


def parse_document(text: ExtractedText) -> Parsed[Document]:
    """Find the parts of a document.

    Guarantees, for any text:
        1. it returns; faults of the document are diagnostics;
        2. every non-blank character of ``text.lines`` is in exactly one block or one removal, in order
           (``prove_fidelity`` checks it against the source);
        3. anchors of blocks, headings and items are unique;
        4. the same text gives the same Document.

    Args:
        text: the lines of a source file.

    Returns:
        The document and what is remarkable about its form.
    """
    lines = release_layout_tables(physical_lines(text.lines))
    layout = measure_layout(tuple(line for line in lines if line.cell is None))
    cleaned = remove_furniture(lines, layout)
    lines, removed = cleaned.value
    foot = read_foot(lines)
    head = read_head(lines, layout, foot.first)
    blocks = assemble_blocks(lines, head, foot, layout)
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
