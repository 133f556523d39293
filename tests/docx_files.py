"""A small, deterministic maker of .docx files: paragraphs, tables, numbering, notes, headers, and any further part.

    make_docx(
        [
            paragraph("某某市司法局2023年法治政府建设年度报告", align="center", size=22),
            paragraph("主要做法", number=(1, 0)),            # 一、 comes from the numbering
            table([["项目", "数量"], ["规章", "3"]]),
        ],
        numbering=CHINESE_NUMBERING,
    )

Body pieces are XML strings, so that a test can put anything between them.  The same arguments give the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

_TRANSITIONAL = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_STRICT = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "m": "http://purl.oclc.org/ooxml/officeDocument/math",
    "wp": "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    "a": "http://purl.oclc.org/ooxml/drawingml/main",
    "pic": "http://purl.oclc.org/ooxml/drawingml/picture",
}
_OTHERS = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in (_TRANSITIONAL | _OTHERS).items())
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def run(text: str, *, properties: str = "") -> str:
    """A run; ``properties`` is the inside of ``w:rPr``. A tab and a line break in the text become elements."""
    pieces = []
    for number, line in enumerate(text.split("\n")):
        pieces.append("<w:br/>" if number else "")
        cells = [f'<w:t xml:space="preserve">{escape(cell)}</w:t>' if cell else "" for cell in line.split("\t")]
        pieces.append("<w:tab/>".join(cells))
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{''.join(pieces)}</w:r>"


def paragraph(
    *content: str,
    style: str = "",
    number: tuple[int, int] | None = None,
    align: str = "",
    size: float = 0,
    properties: str = "",
    run_properties: str = "",
) -> str:
    """A paragraph.

    Args:
        *content: texts; whatever starts with ``<`` is put in as XML.
        style: style id.
        number: (w:numId, 0-based level) of an automatic number.
        align: ``center``, ``right``, ``both`` …
        size: type size in points, for the texts.
        properties: further inside of ``w:pPr``.
        run_properties: further inside of the texts' ``w:rPr``.
    """
    of_runs = run_properties + (f'<w:sz w:val="{round(size * 2)}"/>' if size else "")
    inside = "".join(piece if piece.startswith("<") else run(piece, properties=of_runs) for piece in content if piece)
    of_paragraph = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        of_paragraph += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    of_paragraph += properties + (f'<w:jc w:val="{align}"/>' if align else "")
    return f"<w:p>{f'<w:pPr>{of_paragraph}</w:pPr>' if of_paragraph else ''}{inside}</w:p>"


def cell(*content: str, span: int = 1, merge: str = "") -> str:
    """A table cell; ``merge`` is ``restart`` or ``continue`` for a cell that covers several rows."""
    of_cell = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
    inside = "".join(
        piece if piece.startswith("<w:p") or piece.startswith("<w:tbl") else paragraph(piece) for piece in content
    )
    return f"<w:tc><w:tcPr>{of_cell}</w:tcPr>{inside or paragraph()}</w:tc>"


def table(rows: Sequence[Sequence[str]], *, header: bool = False, properties: str = "") -> str:
    """A table; a cell is a text or the XML that ``cell`` gives."""
    made = []
    for number, row in enumerate(rows):
        cells = "".join(one if one.startswith("<w:tc") else cell(one) for one in row)
        made.append(f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if header and not number else ''}{cells}</w:tr>")
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(made)}</w:tbl>"


def level(index: int, form: str, text: str, *, start: int = 1, suffix: str = "", further: str = "") -> str:
    """One level of a numbering: ``level(0, "chineseCountingThousand", "%1、")``."""
    after = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{further}{after}'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def numbering(*abstracts: str, extra: str = "") -> str:
    """The inside of ``numbering.xml``: the n-th argument holds the levels of the numbering with ``w:numId`` n."""
    first = "".join(
        f'<w:abstractNum w:abstractNumId="{index}">{levels}</w:abstractNum>' for index, levels in enumerate(abstracts)
    )
    then = "".join(
        f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>' for index in range(len(abstracts))
    )
    return first + then + extra


CHINESE_LEVELS = (
    level(0, "chineseCountingThousand", "%1、", suffix="nothing")
    + level(1, "chineseCountingThousand", "（%2）", suffix="nothing")
    + level(2, "decimal", "%3.", suffix="space")
    + level(3, "decimal", "（%4）", suffix="nothing")
)
CHINESE_NUMBERING = numbering(CHINESE_LEVELS)


def make_docx(
    body: Sequence[str],
    *,
    numbering: str = "",
    styles: str = "",
    settings: str = "",
    footnotes: str = "",
    endnotes: str = "",
    comments: str = "",
    headers: Sequence[str] = (),
    footers: Sequence[str] = (),
    section: str = "",
    core: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    relations: Sequence[tuple[str, str, str]] = (),
    strict: bool = False,
) -> bytes:
    """The bytes of a .docx file.

    Args:
        body: paragraphs and tables (XML strings).
        numbering: inside of ``numbering.xml``; likewise ``styles``, ``settings``, ``footnotes``, ``endnotes``, ``comments``.
        headers: each the paragraphs of one header, all three kinds in turn: default, first, even; likewise ``footers``.
        section: further inside of the last ``w:sectPr``.
        core: inside of ``docProps/core.xml``.
        parts: further parts by name; text is written as UTF-8.
        relations: further (id, end of the relationship's type, target) of the document; ``http`` targets are external.
        strict: the namespaces of ISO 29500 strict.
    """
    related = list(relations)
    made: dict[str, str | bytes] = {}
    types: dict[str, str] = {"document": "document.main"}
    for name, inside in (
        ("numbering", numbering),
        ("styles", styles),
        ("settings", settings),
        ("footnotes", footnotes),
        ("endnotes", endnotes),
        ("comments", comments),
    ):
        if inside:
            made[f"word/{name}.xml"] = f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"
            related.append((f"rId{name}", name, f"{name}.xml"))
            types[name] = name
    references = ""
    for kind, element, texts in (("header", "hdr", headers), ("footer", "ftr", footers)):
        for index, inside in enumerate(texts):
            made[f"word/{kind}{index}.xml"] = f"<w:{element} {NAMESPACES}>{inside}</w:{element}>"
            related.append((f"rId{kind}{index}", kind, f"{kind}{index}.xml"))
            types[f"{kind}{index}"] = kind
            place = ("default", "first", "even")[index % 3]
            references += f'<w:{kind}Reference w:type="{place}" r:id="rId{kind}{index}"/>'
    made["word/document.xml"] = (
        f"<w:document {NAMESPACES}><w:body>{''.join(body)}<w:sectPr>{references}{section}</w:sectPr></w:body></w:document>"
    )
    if core:
        made["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp:coreProperties>'
        )
    made["[Content_Types].xml"] = _content_types(types)
    made["_rels/.rels"] = _relationships([("rId1", "officeDocument", "word/document.xml")])
    made["word/_rels/document.xml.rels"] = _relationships(related)
    return make_zip({**made, **(parts or {})}, strict=strict)


def make_zip(parts: Mapping[str, str | bytes], *, strict: bool = False) -> bytes:
    """A zip container with these parts, the content types first; texts get an XML declaration."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name in sorted(parts, key=lambda one: (one != "[Content_Types].xml", one)):
            content = parts[name]
            if isinstance(content, str):
                for prefix, uri in _TRANSITIONAL.items() if strict else ():
                    content = content.replace(uri, _STRICT[prefix])
                content = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}'.encode()
            container.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _content_types(types: Mapping[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>' for name, kind in types.items()
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _relationships(relations: Sequence[tuple[str, str, str]]) -> str:
    inside = ""
    for name, kind, target in relations:
        mode = ' TargetMode="External"' if target.startswith("http") else ""
        kind_uri = f"{_TRANSITIONAL['r']}/{kind}"
        inside += f'<Relationship Id="{name}" Type="{kind_uri}" Target={quoteattr(target)}{mode}/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
