"""Small PDF files made object by object: deterministic, no library, hostile ones too.

The Chinese font is the one that every PDF reader knows by name (STSong-Light with UniGB-UCS2-H), so that no font has
to be carried; Chinese characters are one em wide, Latin ones half an em.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

A4 = (595.0, 842.0)
_FIXED_OBJECTS = 7  # catalog, page tree, font, its descendant, descriptor, Info, ToUnicode


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPage:
    """One page: its content operators and what hangs on it."""

    content: bytes
    width: float = A4[0]
    height: float = A4[1]
    entries: str = ""  # more entries of the page dictionary, e.g. /Rotate 90
    images: Sequence[str] = ()  # names of images used, see ``PdfParts.images``
    packed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfParts:
    """A whole file; ``extra`` objects are numbered from ``first_extra(len(pages))`` on."""

    pages: Sequence[PdfPage]
    info: Mapping[str, str] = field(default_factory=dict)
    catalog: str = ""
    extra: Sequence[bytes] = ()
    to_unicode: Mapping[str, str] | None = None  # written character -> what the text layer says that it is
    trailer: str = ""


def first_extra(pages: int) -> int:
    """Number of the first object of ``PdfParts.extra``."""
    return _FIXED_OBJECTS + 2 * pages + 1


def text_width(text: str, size: float) -> float:
    """How wide the font of these files sets a text."""
    return sum(size if _wide(one) else size / 2 for one in text)


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFA" or ord(character) > 0x2000


def show(
    text: str,
    x: float,
    y: float,
    size: float = 16,
    *,
    color: str = "0 g",
    mode: int = 0,
    matrix: str = "1 0 0 1",
    height: float = A4[1],
) -> bytes:
    """Operators that show a text; ``y`` is its baseline measured from the top of the page."""
    codes = text.encode("utf-16-be").hex()
    return f"q {color} BT /F1 {size} Tf {mode} Tr {matrix} {x:.2f} {height - y:.2f} Tm <{codes}> Tj ET Q\n".encode()


def box(x: float, y: float, width: float, height: float, *, paint: str = "0 g", page_height: float = A4[1]) -> bytes:
    """A filled rectangle, its upper left corner measured from the top of the page."""
    return f"q {paint} {x:.2f} {page_height - y - height:.2f} {width:.2f} {height:.2f} re f Q\n".encode()


def stroke(x0: float, y0: float, x1: float, y1: float, *, page_height: float = A4[1]) -> bytes:
    """A thin line."""
    return f"q 0.5 w 0 G {x0:.2f} {page_height - y0:.2f} m {x1:.2f} {page_height - y1:.2f} l S Q\n".encode()


def wrap(text: str, columns: float, size: float, *, indent: float = 2) -> list[str]:
    """Cut a paragraph into lines as type-setters do: closing marks never begin a line."""
    lines, line, room = [], "", columns - indent * size
    for position, character in enumerate(text):
        width = text_width(character, size)
        following = text[position + 1 : position + 2]
        need = width + (text_width(following, size) if following in "，。、；：）》”" and following else 0)
        if line and need > room + 0.01 and character not in "，。、；：）》”":
            lines.append(line)
            line, room = "", columns
        line += character
        room -= width
    return [*lines, line]


def set_paragraphs(
    paragraphs: Sequence[str],
    *,
    size: float = 16,
    pitch: float = 29,
    left: float = 85,
    right: float = 75,
    top: float = 120,
    lines_a_page: int = 22,
    indent: float = 2,
    heads: Sequence[str] = (),
    feet: Sequence[str] = (),
) -> list[PdfPage]:
    """Pages of running text as GB/T 9704-2012 sets it; ``heads`` and ``feet`` may carry ``{page}`` and ``{pages}``."""
    columns = int((A4[0] - left - right) / size) * size
    rows: list[tuple[float, str]] = []
    for paragraph in paragraphs:
        for number, line in enumerate(wrap(paragraph, columns, size, indent=indent)):
            rows.append((left + (indent * size if number == 0 else 0), line))
    count = max((len(rows) + lines_a_page - 1) // lines_a_page, 1)
    pages = []
    for page in range(count):
        content = b""
        for text in heads:
            content += show(text.format(page=page + 1, pages=count), left, 45, 9)
        for number, (x, text) in enumerate(rows[page * lines_a_page : (page + 1) * lines_a_page]):
            content += show(text, x, top + number * pitch, size)
        for text in feet:
            shown = text.format(page=page + 1, pages=count)
            content += show(shown, (A4[0] - text_width(shown, 14)) / 2, 795, 14)
        pages.append(PdfPage(content=content))
    return pages


def make_pdf(*pages: PdfPage | bytes, **parts: object) -> bytes:
    """A file of some pages; see ``PdfParts`` for the rest."""
    made = tuple(page if isinstance(page, PdfPage) else PdfPage(content=page) for page in pages)
    return write_pdf(PdfParts(pages=made, **parts))  # type: ignore[arg-type]


def write_pdf(parts: PdfParts) -> bytes:
    """Write header, objects, cross-reference table and trailer."""
    count = len(parts.pages)
    kids = " ".join(f"{_FIXED_OBJECTS + 1 + 2 * index} 0 R" for index in range(count))
    mapped = " /ToUnicode 7 0 R" if parts.to_unicode is not None else ""
    info = " ".join(f"/{name} {_string(value)}" for name, value in parts.info.items())
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {parts.catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        f"/DescendantFonts [4 0 R]{mapped} >>".encode(),
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        f"<< {info} >>".encode(),
        _stream(_cmap(parts.to_unicode or {})),
    ]
    for index, page in enumerate(parts.pages):
        number = _FIXED_OBJECTS + 1 + 2 * index
        images = " ".join(f"/{name} {reference}" for name, _, reference in (one.partition("=") for one in page.images))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Contents {number + 1} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> /XObject << {images} >> >> {page.entries} >>".encode()
        )
        objects.append(_stream(page.content, packed=page.packed))
    return assemble([*objects, *parts.extra], trailer=("/Info 6 0 R " if parts.info else "") + parts.trailer)


def assemble(objects: Sequence[bytes], *, trailer: str = "") -> bytes:
    """Number the objects from 1, the first being the catalog."""
    body = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        body += b"%010d 00000 n \n" % place
    body += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(body)


def append_revision(content: bytes, number: int, replacement: bytes) -> bytes:
    """An incremental update that replaces one object: the earlier version stays in the file."""
    previous = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n", 1)[0])
    place = len(content)
    body = content + b"%d 0 obj\n" % number + replacement + b"\nendobj\n"
    start = len(body)
    body += b"xref\n%d 1\n%010d 00000 n \n" % (number, place)
    body += f"trailer\n<< /Size {number + 1} /Root 1 0 R /Prev {previous} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return body


def image_object(width: int = 8, height: int = 8, *, grey: int = 128, entries: str = "") -> bytes:
    """A grey picture."""
    return _stream(
        bytes([grey]) * (width * height),
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 "
        + entries,
    )


def draw_image(name: str, x: float, y: float, width: float, height: float, *, page_height: float = A4[1]) -> bytes:
    """Show a picture, its upper left corner measured from the top of the page."""
    return f"q {width} 0 0 {height} {x} {page_height - y - height} cm /{name} Do Q\n".encode()


def stream_object(content: bytes, entries: str = "", *, packed: bool = False) -> bytes:
    """A stream object for ``extra``."""
    return _stream(content, entries, packed=packed)


def _stream(content: bytes, entries: str = "", *, packed: bool = False) -> bytes:
    if packed:
        content, entries = zlib.compress(content, 9), entries + " /Filter /FlateDecode"
    return f"<< /Length {len(content)} {entries} >>\nstream\n".encode() + content + b"\nendstream"


def _cmap(pairs: Mapping[str, str]) -> bytes:
    rows = "\n".join(f"<{ord(code):04x}> <{text.encode('utf-16-be').hex()}>" for code, text in pairs.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(pairs)} beginbfchar\n{rows}\nendbfchar\n"
        "endcmap end end"
    ).encode()


def _string(value: str) -> str:
    return "<" + ("\ufeff" + value).encode("utf-16-be").hex() + ">"


_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def encrypt(content: bytes, *, user: str, owner: str = "owner") -> bytes:
    """Lock a file with the standard handler, 40 bits (ISO 32000-1, 7.6.3); with an empty user password it opens.

    Only streams are enciphered, so the file must have no strings (no ``info``).
    """
    identity = b"\x00" * 16
    permissions = -44
    owner_key = hashlib.md5(_pad(owner)).digest()[:5]
    owner_entry = _rc4(owner_key, _pad(user))
    seed = _pad(user) + owner_entry + permissions.to_bytes(4, "little", signed=True) + identity
    key = hashlib.md5(seed).digest()[:5]
    user_entry = _rc4(key, _PADDING)
    objects = []
    body = content[: content.rindex(b"xref\n")]
    for match in re.finditer(rb"(\d+) 0 obj\n(.*?)\nendobj\n", body, re.DOTALL):
        number, text = int(match.group(1)), match.group(2)
        head, mark, rest = text.partition(b"stream\n")
        if mark:
            salt = number.to_bytes(3, "little") + b"\0\0"
            stream = rest.removesuffix(b"\nendstream")
            text = head + mark + _rc4(hashlib.md5(key + salt).digest()[:10], stream) + b"\nendstream"
        objects.append(text)
    objects.append(
        f"<< /Filter /Standard /V 1 /R 2 /P {permissions} /O <{owner_entry.hex()}> /U <{user_entry.hex()}> >>".encode()
    )
    return assemble(objects, trailer=f"/Encrypt {len(objects)} 0 R /ID [<{identity.hex()}> <{identity.hex()}>]")


def _pad(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _rc4(key: bytes, content: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for index in range(256):
        other = (other + state[index] + key[index % len(key)]) % 256
        state[index], state[other] = state[other], state[index]
    made = bytearray()
    first = second = 0
    for byte in content:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        made.append(byte ^ state[(state[first] + state[second]) % 256])
    return bytes(made)
