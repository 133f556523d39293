"""Paragraph content -> pieces: runs, fields, links, insertions, formulas; a closed list of elements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.readers.word.drawings import read_drawing
from generator.readers.word.fields import Fields
from generator.readers.word.formulas import linear
from generator.readers.word.names import attribute, child, children, chosen_branch, descendants, name_of, whole_number
from generator.readers.word.pieces import Piece, PieceKind, Tally
from generator.readers.word.styles import RunFormat, Styles, override, read_run_format
from generator.readers.word.symbols import is_symbol_font, show_symbol, show_symbols

_TRANSPARENT = frozenset(
    {"w:hyperlink", "w:smartTag", "w:customXml", "w:sdtContent", "w:bdo", "w:dir", "w:rubyBase", "w:subDoc"}
)
_ADDED = frozenset({"w:ins", "w:moveTo"})
_TAKEN_OUT = frozenset({"w:del", "w:moveFrom"})
_DRAWINGS = frozenset({"w:drawing", "w:pict", "w:object"})
_SMALLEST_SIZE = 2  # half-points: type of 1 pt and less cannot be read


@dataclass(slots=True)
class InlineReader:
    """Reads the content of paragraphs of one story (body, header, note, text box).

    Attributes:
        styles: the document's.
        tally: what is noticed.
        note_mark: the printed mark of a note: (``footnote`` or ``endnote``, id, the reference itself) to its mark.
        own_mark: inside a note: its mark.
        fields: the story's open fields.
    """

    styles: Styles
    tally: Tally
    note_mark: Callable[[str, str], str]
    own_mark: str = ""
    fields: Fields = field(default_factory=Fields)

    def read(self, container: etree._Element, base: RunFormat, shaded: bool) -> Iterator[Piece]:
        """The pieces of a paragraph or of another element that holds runs.

        Args:
            container: the element.
            base: what its style says of the runs.
            shaded: something that is not white lies behind the text.
        """
        for one in container:
            yield from self.read_element(one, base, shaded)

    def read_element(self, one: etree._Element, base: RunFormat, shaded: bool) -> Iterator[Piece]:
        """The pieces of one element of a paragraph; see ``read``."""
        name = name_of(one)
        if name == "w:r":
            yield from self._run(one, base, shaded)
        elif name in _TRANSPARENT:
            yield from self.read(one, base, shaded)
        elif name in _ADDED:
            self.tally.tracked += 1
            yield from self.read(one, base, shaded)
        elif name in _TAKEN_OUT:
            self.tally.tracked += 1
            self._follow_fields(one)
        elif name == "w:sdt":
            content = child(one, "w:sdtContent")
            yield from () if content is None else self.read(content, base, shaded)
        elif name == "w:fldSimple":
            self.fields.note(attribute(one, "instr"))
            yield from self.read(one, base, shaded)
        elif name == "mc:AlternateContent":
            branch = chosen_branch(one)
            yield from () if branch is None else self.read(branch, base, shaded)
        elif name in {"m:oMath", "m:oMathPara"}:
            yield from self._formula(one, base)
        elif name in _DRAWINGS:
            yield from read_drawing(one, self.tally)
        elif name == "w:t":  # outside a run: not allowed, but seen by no program as anything else
            yield from self._text(one.text or "", base)
        else:
            yield from self._unknown(one, base, shaded)

    def _unknown(self, element: etree._Element, base: RunFormat, shaded: bool) -> Iterator[Piece]:
        """Marks and properties have no text and need no list; what has text and is not known is kept, and told of."""
        if any((one.text or "").strip() for one in descendants(element, "w:t")):
            self.tally.unknown += 1
            yield from self.read(element, base, shaded)

    def _run(self, run: etree._Element, base: RunFormat, shaded: bool) -> Iterator[Piece]:
        own = child(run, "w:rPr")
        shape = base
        if own is not None:
            style = child(own, "w:rStyle")
            if style is not None:
                shape = override(shape, self.styles.of_run(attribute(style, "val")))
            shape = override(shape, read_run_format(own))
        seen = not shape.hidden and (shape.size or 0) > _SMALLEST_SIZE
        if not seen or (shape.white and not (shaded or shape.shaded)):
            self._follow_fields(run)
            self.tally.hide_all(run)
            return
        for one in run:
            yield from self._run_part(one, shape, shaded)

    def _run_part(self, one: etree._Element, shape: RunFormat, shaded: bool) -> Iterator[Piece]:
        name = name_of(one)
        if name == "w:t":
            yield from self._text(one.text or "", shape)
        elif name in {"w:br", "w:cr"}:
            kind = attribute(one, "type")
            yield Piece(kind=PieceKind.PAGE if kind == "page" else PieceKind.BREAK)
        elif name == "w:fldChar":
            yield from self._field_mark(one, shape)
        elif name == "w:instrText":
            self.fields.instruct(one.text or "")
        elif name in {"w:footnoteReference", "w:endnoteReference"}:
            yield from self._note(one, name[2 : -len("Reference")], shape)
        elif name == "w:ruby":
            yield from self._ruby(one, shape, shaded)
        elif name in _SIGNS or name == "w:sym":
            sign = _SIGNS.get(name) or self._symbol(one)
            yield from self._shown(sign, shape) if self.fields.shown else ()
        elif name in {"w:footnoteRef", "w:endnoteRef"}:
            yield from self._shown(self.own_mark, shape)
        elif name in _DRAWINGS:
            yield from read_drawing(one, self.tally)
        elif name == "mc:AlternateContent":
            branch = chosen_branch(one)
            for inner in () if branch is None else branch:
                yield from self._run_part(inner, shape, shaded)
        elif name != "w:rPr":
            yield from self._unknown(one, shape, shaded)

    def _text(self, text: str, shape: RunFormat) -> Iterator[Piece]:
        text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
        if not self.fields.shown:
            self.tally.unshown.update("".join(text.split()))
            return
        if shape.font is not None and is_symbol_font(shape.font):
            shown = show_symbols(text, shape.font)
            self.tally.unshown.update(old for old, new in zip(text, shown, strict=True) if old != new)
            text = shown
        yield from self._shown(text, shape)

    def _shown(self, text: str, shape: RunFormat) -> Iterator[Piece]:
        if text:
            yield Piece(kind=PieceKind.TEXT, text=text, size=shape.size or 0)

    def _symbol(self, one: etree._Element) -> str:
        try:
            code = int(attribute(one, "char"), 16)
        except ValueError:
            return ""
        return show_symbol(code, attribute(one, "font"))

    def _ruby(self, ruby: etree._Element, shape: RunFormat, shaded: bool) -> Iterator[Piece]:
        """注音 above a character: behind it in brackets, as a text without layout prints it."""
        for name, opening, closing in (("w:rubyBase", "", ""), ("w:rt", "（", "）")):
            part = child(ruby, name)
            pieces = [] if part is None else list(self.read(part, shape, shaded))
            if pieces:
                yield from self._shown(opening, shape)
                yield from pieces
                yield from self._shown(closing, shape)

    def _formula(self, element: etree._Element, base: RunFormat) -> Iterator[Piece]:
        self.tally.equations += name_of(element) == "m:oMath" or len(element) == 0
        for inner in children(element, "m:oMath"):
            yield from self._formula(inner, base)
        if name_of(element) == "m:oMath":
            yield from self._shown(linear(element), base)

    def _note(self, one: etree._Element, kind: str, shape: RunFormat) -> Iterator[Piece]:
        note = attribute(one, "id")
        if attribute(one, "customMarkFollows").lower() not in {"1", "true", "on"}:
            yield from self._shown(self.note_mark(kind, note), shape)
        yield Piece(kind=PieceKind.NOTE, text=f"{kind}:{note}")

    def _field_mark(self, one: etree._Element, shape: RunFormat) -> Iterator[Piece]:
        kind = attribute(one, "fldCharType")
        if kind == "begin":
            self.fields.begin()
            yield from self._shown(_form_field(child(one, "w:ffData")), shape)
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            yield from self._shown(self.fields.end(), shape)

    def _follow_fields(self, element: etree._Element) -> None:
        """Fields of a part that is not shown begin and end all the same."""
        for one in descendants(element, "w:fldChar"):
            list(self._field_mark(one, RunFormat()))


_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-"}


def _form_field(form: etree._Element | None) -> str:
    """What a form field of the older kind shows without a result: a box, ticked or not, or the entry chosen."""
    box, choice = child(form, "w:checkBox"), child(form, "w:ddList")
    if box is not None:
        mark = child(box, "w:checked")
        mark = child(box, "w:default") if mark is None else mark
        ticked = mark is not None and attribute(mark, "val").lower() not in {"0", "false", "off"}
        return "☒" if ticked else "☐"
    if choice is not None:
        entries = [attribute(entry, "val") for entry in children(choice, "w:listEntry")]
        chosen = child(choice, "w:result")
        chosen = child(choice, "w:default") if chosen is None else chosen
        index = whole_number(attribute(chosen, "val"))
        return entries[index] if 0 <= index < len(entries) else ""
    return ""
