"""Makes small OFD files (GB/T 33190) from positioned text: deterministic bytes, no library, no fonts.

``make_ofd([page(text("某某市人民政府", x=60, y=40, size=7))])`` gives one page of 210 × 297 mm with one text object.
``set_pages(paragraphs)`` sets paragraphs as an office program prints them: a centred title, two-em indents, 28
characters a line, 22 lines a page, page numbers in the foot.  Lengths are millimetres, the origin is top left, ``y``
is the baseline.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
WIDTH, HEIGHT = 210.0, 297.0
LEFT, TOP, SIZE, LEADING = 28.0, 44.0, 5.5, 9.9
IN_A_LINE, ON_A_PAGE = 28, 22
NOT_FIRST = set("，。、；：！？）》」』”’】〕,.;:!?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its drawn objects as XML, the templates that it stands on (ids), and its size."""

    objects: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    width: float = WIDTH
    height: float = HEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One DocBody: a document of its own inside the file.

    Attributes:
        pages: in order.
        templates: template id -> page.
        units: composite unit id -> objects, for ``composite``.
        info: XML inside DocInfo.
        extra: XML inside Document.xml after Pages (``<ofd:Annotations>…``).
    """

    pages: tuple[Page, ...]
    templates: Mapping[str, Page] = field(default_factory=dict)
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    info: str = ""
    extra: str = ""


def page(*objects: str, templates: Sequence[str] = (), width: float = WIDTH, height: float = HEIGHT) -> Page:
    """A page of objects, drawn in this order."""
    return Page(objects=objects, templates=tuple(templates), width=width, height=height)


def advance(character: str, size: float) -> float:
    """Width of a character in the imagined font: an em for wide ones, half of it for the others."""
    return size if ord(character) > 0xFF else size / 2


def text(
    content: str,
    *,
    x: float = LEFT,
    y: float = TOP,
    size: float = SIZE,
    spacing: float = 0.0,
    single: bool = False,
    inside: str = "",
    attributes: str = "",
) -> str:
    """A text object at a baseline.

    Args:
        content: characters.
        x: left edge of the first character.
        y: baseline.
        size: type size.
        spacing: added between characters.
        single: one text object for each character, as some converters write it.
        inside: XML before the TextCode (``<ofd:FillColor …/>``, ``<ofd:CGTransform …/>``).
        attributes: further attributes of the object (``Visible="false"``).
    """
    if single and len(content) > 1:
        made, at = [], x
        for character in content:
            made.append(text(character, x=at, y=y, size=size, inside=inside, attributes=attributes))
            at += advance(character, size) + spacing
        return "".join(made)
    steps = [advance(character, size) + spacing for character in content[:-1]]
    delta = f' DeltaX="{" ".join(f"{step:g}" for step in steps)}"' if steps else ""
    width = sum(steps) + size
    return (
        f'<ofd:TextObject Font="1" Size="{size:g}" Boundary="{x:g} {y - size:g} {width:g} {size * 1.2:g}" {attributes}>'
        f'{inside}<ofd:TextCode X="0" Y="{size:g}"{delta}>{escape(content)}</ofd:TextCode></ofd:TextObject>'
    )


def rectangle(x: float, y: float, width: float, height: float, *, fill: str = "0 0 0", attributes: str = "") -> str:
    """A filled rectangle; ``y`` is its top."""
    return (
        f'<ofd:PathObject Boundary="{x:g} {y:g} {width:g} {height:g}" Fill="true" Stroke="false" {attributes}>'
        f'<ofd:FillColor Value="{fill}"/><ofd:AbbreviatedData>M 0 0 L {width:g} 0 L {width:g} {height:g} '
        f"L 0 {height:g} C</ofd:AbbreviatedData></ofd:PathObject>"
    )


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """A straight black line, as the borders of tables are drawn."""
    left, top, width, height = min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
    return (
        f'<ofd:PathObject Boundary="{left:g} {top:g} {width:g} {height:g}" LineWidth="0.3">'
        f'<ofd:StrokeColor Value="0 0 0"/><ofd:AbbreviatedData>M {x0 - left:g} {y0 - top:g} L {x1 - left:g} '
        f"{y1 - top:g}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def image(resource: str = "9", *, x: float = 20, y: float = 20, width: float = 100, height: float = 100) -> str:
    """A picture of the resources."""
    return (
        f'<ofd:ImageObject ResourceID="{resource}" Boundary="{x:g} {y:g} {width:g} {height:g}" '
        f'CTM="{width:g} 0 0 {height:g} 0 0"/>'
    )


def block(*objects: str) -> str:
    """A PageBlock around objects."""
    return f"<ofd:PageBlock>{''.join(objects)}</ofd:PageBlock>"


def composite(unit: str, *, x: float = 0, y: float = 0) -> str:
    """A place where a composite unit is drawn."""
    return f'<ofd:CompositeObject ResourceID="{unit}" Boundary="{x:g} {y:g} {WIDTH:g} {HEIGHT:g}"/>'


def make_ofd(
    pages: Sequence[Page] | None = None,
    *,
    bodies: Sequence[Body] = (),
    root: str = "",
    parts: Mapping[str, bytes | str] | None = None,
    without: Sequence[str] = (),
) -> bytes:
    """The bytes of an OFD file.

    Args:
        pages: of a file with one document and nothing else.
        bodies: instead of ``pages``, for templates, units, several documents.
        root: XML inside the first DocBody after DocRoot (``<ofd:Signatures>…``).
        parts: further parts, name -> content; replaces a part of the same name.
        without: names (or folder prefixes) that are left out.
    """
    files: dict[str, bytes | str] = {}
    documents = bodies or (Body(pages=tuple(pages or ())),)
    entries = []
    for number, body in enumerate(documents):
        folder = f"Doc_{number}"
        more = root if number == 0 else ""
        entries.append(
            f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>{number:032x}</ofd:DocID>{body.info}</ofd:DocInfo>"
            f"<ofd:DocRoot>{folder}/Document.xml</ofd:DocRoot>{more}</ofd:DocBody>"
        )
        files |= _document(folder, body)
    files = {
        "OFD.xml": f'{DECLARATION}<ofd:OFD {NAMESPACE} DocType="OFD" Version="1.0">{"".join(entries)}</ofd:OFD>',
        **files,
        **(parts or {}),
    }
    return make_zip({name: content for name, content in files.items() if not name.startswith(tuple(without))})


def make_zip(files: Mapping[str, bytes | str]) -> bytes:
    """A zip of these files with a fixed time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()


def _document(folder: str, body: Body) -> dict[str, str]:
    made = {}
    templates = "".join(
        f'<ofd:TemplatePage ID="{name}" BaseLoc="Tpls/Tpl_{name}/Content.xml"/>' for name in body.templates
    )
    listed = "".join(
        f'<ofd:Page ID="{100 + number}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(len(body.pages))
    )
    made[f"{folder}/Document.xml"] = (
        f"{DECLARATION}<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 {WIDTH:g} {HEIGHT:g}</ofd:PhysicalBox></ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>{templates}"
        f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>{body.extra}</ofd:Document>"
    )
    made[f"{folder}/PublicRes.xml"] = (
        f'{DECLARATION}<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="仿宋"/></ofd:Fonts></ofd:Res>'
    )
    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{name}" Width="{WIDTH:g}" Height="{HEIGHT:g}"><ofd:Content>{"".join(objects)}'
        f"</ofd:Content></ofd:CompositeGraphicUnit>"
        for name, objects in body.units.items()
    )
    made[f"{folder}/DocumentRes.xml"] = (
        f'{DECLARATION}<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:CompositeGraphicUnits>{units}</ofd:CompositeGraphicUnits></ofd:Res>'
    )
    for name, one in body.templates.items():
        made[f"{folder}/Tpls/Tpl_{name}/Content.xml"] = _page(one)
    for number, one in enumerate(body.pages):
        made[f"{folder}/Pages/Page_{number}/Content.xml"] = _page(one)
    return made


def _page(one: Page) -> str:
    below = "".join(f'<ofd:Template TemplateID={quoteattr(name)} ZOrder="Background"/>' for name in one.templates)
    return (
        f"{DECLARATION}<ofd:Page {NAMESPACE}>{below}<ofd:Area><ofd:PhysicalBox>0 0 {one.width:g} {one.height:g}"
        f'</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="2">{"".join(one.objects)}</ofd:Layer>'
        f"</ofd:Content></ofd:Page>"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph for ``set_pages``; ``kind`` is ``title``, ``body``, ``flush`` (no indent) or ``right``."""

    text: str
    kind: str = "body"


def set_pages(paragraphs: Sequence[Paragraph], *, single: bool = False, numbers: bool = True) -> tuple[Page, ...]:
    """Paragraphs set in lines and pages as an office program prints an official document.

    Args:
        paragraphs: in order.
        single: one text object for each character.
        numbers: ``— 1 —`` in the foot of each page.
    """
    lines = [line for paragraph in paragraphs for line in _break_lines(paragraph)]
    made = []
    for start in range(0, len(lines), ON_A_PAGE):
        objects = [
            text(content, x=x, y=TOP + row * LEADING, size=size, single=single)
            for row, (content, x, size) in enumerate(lines[start : start + ON_A_PAGE])
            if content
        ]
        if numbers:
            objects.append(text(f"— {len(made) + 1} —", x=98, y=280, size=4.9))
        made.append(page(*objects))
    return tuple(made)


def _break_lines(paragraph: Paragraph) -> list[tuple[str, float, float]]:
    """(characters, x, size) of each line; a mark that may not open a line hangs at the end of the one before."""
    if paragraph.kind == "title":
        size, room, indent = 7.7, 18.0, 0.0
    else:
        size, room, indent = SIZE, float(IN_A_LINE), 2.0 if paragraph.kind == "body" else 0.0
    broken: list[str] = [""]
    used = indent
    for character in paragraph.text:
        wide = advance(character, 1.0)
        if used + wide > room and broken[-1] and character not in NOT_FIRST:
            broken.append("")
            used = 0.0
        broken[-1] += character
        used += wide
    measure = IN_A_LINE * SIZE
    placed = []
    for number, content in enumerate(broken):
        width = sum(advance(character, size) for character in content)
        x = LEFT + (indent * size if number == 0 else 0.0)
        if paragraph.kind == "title":
            x = LEFT + (measure - width) / 2
        elif paragraph.kind == "right":
            x = LEFT + measure - width - 4 * size
        placed.append((content, x, size))
    return placed
