"""Paragraphs, tables and what holds them -> lines in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from generator.model.text import Alignment, CellPlace
from generator.readers.word.counting import Counting
from generator.readers.word.drafts import Draft, sort_pieces
from generator.readers.word.grid import GridCell, read_grid
from generator.readers.word.inline import InlineReader
from generator.readers.word.names import attribute, child, chosen_branch, descendants, name_of, switch
from generator.readers.word.notes import Notes
from generator.readers.word.pieces import Piece, Tally
from generator.readers.word.styles import Styles, override, read_paragraph_format, shades

_TRANSPARENT = frozenset({"w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo"})
_TAKEN_OUT = frozenset({"w:del", "w:moveFrom"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What surrounds a block.

    Attributes:
        inline: reads the paragraphs of this story.
        cell: the table cell that it stands in.
        shaded: something that is not white lies behind the text.
    """

    inline: InlineReader
    cell: CellPlace | None = None
    shaded: bool = False


@dataclass(slots=True)
class BlockReader:
    """Collects the lines of one story after the other.

    Attributes:
        styles: the document's.
        counting: automatic numbers so far.
        notes: footnotes and endnotes; empty for stories that have none.
        tally: what is noticed.
        drafts: the lines so far.
        changing_fields: fields whose result changes by itself.
        page_fields: fields that print a page number.
    """

    styles: Styles
    counting: Counting
    notes: Notes
    tally: Tally
    drafts: list[Draft] = field(default_factory=list)
    changing_fields: int = 0
    page_fields: int = 0
    _tables: int = 0
    _page: bool = False
    _carried: list[Piece] = field(default_factory=list)
    _label: str = ""
    _waiting: list[str] = field(default_factory=list)

    def read_story(self, root: etree._Element, own_mark: str = "") -> None:
        """Read a body, header, note or text box; ``own_mark`` is the mark of the note that it is."""
        self._story(root, _Around(inline=self._inline(own_mark)))

    def _inline(self, own_mark: str = "") -> InlineReader:
        return InlineReader(styles=self.styles, tally=self.tally, note_mark=self.notes.mark, own_mark=own_mark)

    def _story(self, root: etree._Element, around: _Around) -> None:
        carried, label = self._carried, self._label
        self._carried, self._label = [], ""
        self._blocks(root, around)
        if self._carried:
            self._emit(self._carried, self._label, Alignment.UNKNOWN, around)
        self._carried, self._label = carried, label
        self.changing_fields += around.inline.fields.changing
        self.page_fields += around.inline.fields.page_numbers

    def _blocks(self, container: etree._Element, around: _Around) -> None:
        for one in container:
            name = name_of(one)
            if name == "w:p":
                self._paragraph(one, around)
            elif name == "w:tbl":
                self._table(one, around)
            elif name in _TRANSPARENT:
                self.tally.tracked += name in {"w:ins", "w:moveTo"} and len(one) > 0
                self._blocks(one, around)
            elif name in _TAKEN_OUT:
                self.tally.tracked += 1
            elif name == "w:sdt":
                content = child(one, "w:sdtContent")
                if content is not None:
                    self._blocks(content, around)
            elif name == "mc:AlternateContent":
                branch = chosen_branch(one)
                if branch is not None:
                    self._blocks(branch, around)
            elif name in {"w:altChunk", "w:subDoc"}:
                self.tally.lost_parts += 1
            elif any(True for _ in descendants(one, "w:t", "m:t")):
                self._loose(one, name, around)

    def _loose(self, one: etree._Element, name: str, around: _Around) -> None:
        """Text between paragraphs: a formula, a run without a paragraph, or an element that is not on the list."""
        self.tally.unknown += name not in {"m:oMathPara", "m:oMath", "w:r", "w:hyperlink"}
        if any(True for _ in descendants(one, "w:p")):
            self._blocks(one, around)
            return
        pieces = list(around.inline.read_element(one, self.styles.run, around.shaded))
        self._emit(pieces, "", Alignment.UNKNOWN, around)

    def _paragraph(self, paragraph: etree._Element, around: _Around) -> None:
        own = child(paragraph, "w:pPr")
        style_id = attribute(child(own, "w:pStyle"), "val")
        of_style, of_runs = self.styles.of_paragraph(style_id)
        direct = read_paragraph_format(own)
        shape = override(of_style, direct)
        mark = child(own, "w:rPr")
        deleted = child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
        self.tally.tracked += deleted or child(mark, "w:ins") is not None or child(mark, "w:moveTo") is not None
        self._page = self._page or bool(shape.page_break_before)
        pieces = list(around.inline.read(paragraph, of_runs, around.shaded or bool(shape.shaded)))
        joined = deleted or bool(switch(child(mark, "w:vanish"))) or bool(switch(child(mark, "w:specVanish")))
        label = ""
        if not (joined and not any(piece.text.strip() for piece in pieces)) and shape.number not in {None, "", "0"}:
            label = self._next_label(shape.number or "", direct.number, shape.level, style_id)
        if joined:
            # Its end is deleted or hidden: it goes on with the next paragraph.
            self._label = self._label if self._carried else label
            self._carried += pieces
        else:
            if self._carried:
                pieces, label = self._carried + pieces, self._label or label
                self._carried, self._label = [], ""
            self._emit(pieces, label, shape.alignment or Alignment.UNKNOWN, around)
        section = child(own, "w:sectPr")
        if section is not None and attribute(child(section, "w:type"), "val") != "continuous":
            self._page = True

    def _next_label(self, number: str, direct: str | None, level: int | None, style_id: str) -> str:
        """The level is the paragraph's own, or the style's, or the one that is linked to the style (17.9.23)."""
        numbering = self.counting.numberings.get(number)
        if level is None and numbering is not None:
            named = self.styles.lineage(style_id) if direct is None else ()
            level = next((found for one in named if (found := numbering.level_of_style(one)) is not None), 0)
        return self.counting.next_label(number, level or 0)

    def _emit(self, pieces: list[Piece], label: str, alignment: Alignment, around: _Around) -> None:
        """Write a paragraph's lines, its text boxes and, outside tables, its notes."""
        sorted_pieces = sort_pieces(pieces, label)
        for box in sorted_pieces.above:
            self._box(box, around)
        segments = sorted_pieces.segments or [("", 0, False)]
        for number, (text, size, page) in enumerate(segments):
            draft = Draft(
                text=text,
                size=size,
                alignment=alignment,
                starts_page=page or self._page,
                # What a line break inside a paragraph parts, only the text can tell: it is used for both.
                continues=None if number else False,
                cell=around.cell,
            )
            self._page = False
            self.drafts.append(draft)
        self.drafts[-1].images += sorted_pieces.images
        self._page = sorted_pieces.page_after
        for box in sorted_pieces.below:
            self._box(box, around)
        self._waiting += sorted_pieces.notes
        if around.cell is None:
            self._write_notes()

    def _box(self, box: Piece, around: _Around) -> None:
        if box.element is None:
            self.drafts.append(Draft(text=box.text, cell=around.cell))
            return
        inner = replace(around, inline=self._inline(), shaded=around.shaded or box.shaded)
        self._story(box.element, inner)

    def _write_notes(self) -> None:
        waiting, self._waiting = self._waiting, []
        for note in waiting:
            content = self.notes.take(note)
            if content is not None:
                self.read_story(content, self.notes.mark_of(note))

    def _table(self, table: etree._Element, around: _Around) -> None:
        properties = child(table, "w:tblPr")
        style = attribute(child(properties, "w:tblStyle"), "val")
        shaded = around.shaded or shades(properties) or self.styles.shades_table(style)
        grid = read_grid(table, self.tally)
        single = max((sum(1 for cell in row if not cell.continued) for row in grid), default=0) <= 1
        plain = single or around.cell is not None
        if not plain:
            self._tables += 1
        for row_number, row in enumerate(grid):
            for cell in row:
                if cell.continued:
                    self.tally.hide_all(cell.element)
                    continue
                place = around.cell if plain else self._place(cell, row_number)
                inside = shaded or shades(child(cell.element, "w:tcPr"))
                self._blocks(cell.element, replace(around, cell=place, shaded=inside))
        if around.cell is None:
            self._write_notes()

    def _place(self, cell: GridCell, row: int) -> CellPlace:
        return CellPlace(
            table=self._tables,
            row=row,
            column=cell.column,
            row_span=cell.row_span,
            column_span=cell.column_span,
            header=cell.header,
        )
