"""Styles (17.7): what they say of numbering, alignment, type size and hidden text, inheritance resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TypeVar

from lxml import etree

from generator.model.text import Alignment
from generator.readers.word.names import attribute, child, children, descendants, name_of, switch, whole_number

_DEEPEST_STYLE = 32  # styles based on styles; a loop ends here
_DEFAULT_SIZE = 20  # half-points (17.3.2.38)
_WHITE_FROM = 0xF8  # the darkest that a colour's parts may be to be white on white paper
_ALIGNMENTS = {
    "center": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "both": Alignment.LEFT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFormat:
    """What counts of ``w:rPr``; None where it says nothing.

    Attributes:
        size: half-points.
        hidden: ``w:vanish``.
        white: its colour is white, or as good as.
        shaded: something that is not white lies behind the text.
        font: for Latin characters.
    """

    size: int | None = None
    hidden: bool | None = None
    white: bool | None = None
    shaded: bool | None = None
    font: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphFormat:
    """What counts of ``w:pPr``; None where it says nothing."""

    alignment: Alignment | None = None
    number: str | None = None  # w:numId
    level: int | None = None  # w:ilvl
    page_break_before: bool | None = None
    shaded: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style as it stands."""

    kind: str
    based_on: str
    paragraph: ParagraphFormat
    run: RunFormat
    shaded: bool


Properties = TypeVar("Properties", RunFormat, ParagraphFormat)


def override(base: Properties, own: Properties) -> Properties:
    """``base`` with what ``own`` says."""
    said = {one.name: value for one in fields(own) if (value := getattr(own, one.name)) is not None}
    return replace(base, **said) if said else base


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """All styles of a document.

    Attributes:
        by_id: style id to style.
        default_paragraph: id of the style of paragraphs without one, or empty.
        run: defaults of the document.
        paragraph: defaults of the document.
    """

    by_id: Mapping[str, Style] = field(default_factory=dict)
    default_paragraph: str = ""
    run: RunFormat = RunFormat(size=_DEFAULT_SIZE)
    paragraph: ParagraphFormat = ParagraphFormat()
    _resolved: dict[str, tuple[ParagraphFormat, RunFormat]] = field(default_factory=dict)

    def lineage(self, style_id: str) -> tuple[str, ...]:
        """Ids of a style and of those that it is based on, the nearest first."""
        found: list[str] = []
        while style_id in self.by_id and style_id not in found and len(found) < _DEEPEST_STYLE:
            found.append(style_id)
            style_id = self.by_id[style_id].based_on
        return tuple(found)

    def chain(self, style_id: str) -> tuple[Style, ...]:
        """A style and those that it is based on, the remotest first."""
        return tuple(self.by_id[one] for one in reversed(self.lineage(style_id)))

    def of_paragraph(self, style_id: str) -> tuple[ParagraphFormat, RunFormat]:
        """What a paragraph of that style has, the document's defaults included."""
        style_id = style_id if style_id in self.by_id else self.default_paragraph
        if style_id not in self._resolved:
            paragraph, run = self.paragraph, self.run
            for style in self.chain(style_id):
                paragraph, run = override(paragraph, style.paragraph), override(run, style.run)
            self._resolved[style_id] = (paragraph, run)
        return self._resolved[style_id]

    def of_run(self, style_id: str) -> RunFormat:
        """What a character style says."""
        run = RunFormat()
        for style in self.chain(style_id):
            run = override(run, style.run)
        return run

    def shades_table(self, style_id: str) -> bool:
        """A table style that puts something behind text, in any of its parts."""
        return any(style.shaded for style in self.chain(style_id))


def read_styles(root: etree._Element | None) -> Styles:
    """Read ``styles.xml``; without one, Word's defaults."""
    if root is None:
        return Styles()
    by_id, default = {}, ""
    for element in children(root, "w:style"):
        style_id, kind = attribute(element, "styleId"), attribute(element, "type")
        if not style_id:
            continue
        by_id[style_id] = Style(
            kind=kind,
            based_on=attribute(child(element, "w:basedOn"), "val"),
            paragraph=read_paragraph_format(child(element, "w:pPr")),
            run=read_run_format(child(element, "w:rPr")),
            shaded=kind == "table" and any(_shades(one) for one in descendants(element, "w:shd")),
        )
        if kind == "paragraph" and attribute(element, "default").lower() in {"1", "true", "on"}:
            default = style_id
    defaults = child(root, "w:docDefaults")
    run = read_run_format(child(defaults, "w:rPrDefault", "w:rPr"))
    return Styles(
        by_id=by_id,
        default_paragraph=default,
        run=override(RunFormat(size=_DEFAULT_SIZE), run),
        paragraph=read_paragraph_format(child(defaults, "w:pPrDefault", "w:pPr")),
    )


def read_run_format(element: etree._Element | None) -> RunFormat:
    """What a ``w:rPr`` says itself."""
    if element is None:
        return RunFormat()
    found = {name_of(one): one for one in element}
    size, colour, fonts = found.get("w:sz"), found.get("w:color"), found.get("w:rFonts")
    shading, highlight = found.get("w:shd"), found.get("w:highlight")
    shaded = None if shading is None else _shades(shading)
    if highlight is not None and attribute(highlight, "val") not in {"none", "white"}:
        shaded = True
    return RunFormat(
        size=None if size is None else whole_number(attribute(size, "val").removesuffix("pt")) or None,
        hidden=switch(found.get("w:vanish")),
        white=None if colour is None else _is_white(colour),
        shaded=shaded,
        font=attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or None,
    )


def read_paragraph_format(element: etree._Element | None) -> ParagraphFormat:
    """What a ``w:pPr`` says itself."""
    if element is None:
        return ParagraphFormat()
    number, shading = child(element, "w:numPr"), child(element, "w:shd")
    number_id, level = child(number, "w:numId"), child(number, "w:ilvl")
    alignment = child(element, "w:jc")
    return ParagraphFormat(
        alignment=None if alignment is None else _ALIGNMENTS.get(attribute(alignment, "val"), Alignment.UNKNOWN),
        number=None if number_id is None else attribute(number_id, "val"),
        level=None if level is None else whole_number(attribute(level, "val")),
        page_break_before=switch(child(element, "w:pageBreakBefore")),
        shaded=None if shading is None else _shades(shading),
    )


def shades(element: etree._Element | None) -> bool:
    """True where a property element (``w:tcPr``, ``w:tblPr``) puts something behind the text."""
    shading = child(element, "w:shd")
    return shading is not None and _shades(shading)


def _shades(shading: etree._Element) -> bool:
    if attribute(shading, "themeFill") not in {"", "background1", "light1"}:
        return True
    if attribute(shading, "val") not in {"", "clear", "nil"}:
        return True
    fill = attribute(shading, "fill")
    return fill.lower() not in {"", "auto"} and not _is_light(fill)


def _is_white(colour: etree._Element) -> bool:
    theme = attribute(colour, "themeColor")
    if theme:
        return theme in {"background1", "light1"} and not attribute(colour, "themeShade")
    return _is_light(attribute(colour, "val"))


def _is_light(value: str) -> bool:
    try:
        number = int(value, 16) if len(value) == 6 else 0
    except ValueError:
        return False
    return min(number >> 16, number >> 8 & 0xFF, number & 0xFF) >= _WHITE_FROM
