"""Hostile PDF files."""

from __future__ import annotations

import hashlib
import re
import zlib

from tests.hostile_files.texts import LINES, REPORT
from tests.pdf_files import (
    A4,
    PdfPage,
    append_revision,
    assemble,
    box,
    draw_image,
    first_extra,
    image_object,
    make_pdf,
    set_paragraphs,
    show,
    stream_object,
)

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def report_pages() -> list[PdfPage]:
    """The pages of an ordinary report."""
    made = set_paragraphs(LINES)
    return [page if isinstance(page, PdfPage) else PdfPage(content=page) for page in made]


def report(**parts: object) -> bytes:
    """An ordinary report, with something added."""
    return make_pdf(*report_pages(), **parts)


def with_operators(operators: bytes, **parts: object) -> bytes:
    """An ordinary report with something drawn on its first page after the text."""
    pages = report_pages()
    first = PdfPage(content=pages[0].content + operators, images=parts.pop("images", ()))  # type: ignore[arg-type]
    return make_pdf(first, *pages[1:], **parts)


def stream_bomb() -> bytes:
    """A content stream of 360 MB in less than one MB."""
    chunk = (b"BT /F1 12 Tf 1 0 0 1 72 700 Tm <4e2d6587> Tj ET\n" * 25_000)[: 1 << 20]
    packer = zlib.compressobj(9)
    pieces = [packer.compress(chunk) for _ in range(360)]
    packed = b"".join([*pieces, packer.flush()])
    return _single_page(b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream")


def stacked_filters() -> bytes:
    """A stream packed twenty times over, each layer small, the innermost large."""
    content = b" " * (200 << 20)
    for _ in range(4):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * 4
    return _single_page(b"<< /Length %d /Filter [%s] >>\nstream\n" % (len(content), filters) + content + b"\nendstream")


def _single_page(stream: bytes) -> bytes:
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            stream,
        ]
    )


def xref_loop() -> bytes:
    """A cross-reference table whose /Prev is itself."""
    content = report()
    start = content.rsplit(b"startxref\n", 1)[1].split(b"\n", 1)[0]
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev " + start)


def page_tree_loop() -> bytes:
    """A page tree that is its own child."""
    return assemble(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"]
    )


def outside_cmap() -> bytes:
    """A font whose encoding names a file outside the program's folder."""
    return report().replace(b"/Encoding /UniGB-UCS2-H", b"/Encoding /..#2F..#2F..#2Fetc#2Fpasswd")


def scanned() -> bytes:
    """Twelve pages, each a picture."""
    number = first_extra(12)
    page = PdfPage(content=draw_image("Im1", 0, 0, *A4), images=(f"Im1={number} 0 R",))
    return make_pdf(*[page] * 12, extra=[image_object()])


def garbled() -> bytes:
    """A text layer of private-use characters."""
    wrong = {one: chr(0xE000 + index) for index, one in enumerate(sorted(set(REPORT) - set(" \n")))}
    return report(to_unicode=wrong)


def locked(*, user: bytes, owner: bytes) -> bytes:
    """Encrypted with the standard handler, revision 2 (ISO 32000-1, 7.6.3)."""
    user_pad, owner_pad = (user + _PAD)[:32], (owner + _PAD)[:32]
    owner_entry = _rc4(_md5(owner_pad)[:5], user_pad)
    permissions = (0xFFFFFFC0).to_bytes(4, "little")
    identity = b"0123456789abcdef"
    key = _md5(user_pad + owner_entry + permissions + identity)[:5]
    content = report(
        trailer=f"/ID [<{identity.hex()}> <{identity.hex()}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -64 "
        f"/O <{owner_entry.hex()}> /U <{_rc4(key, _PAD).hex()}> >>"
    )

    def encrypt(match: re.Match[bytes]) -> bytes:
        number = int(match[1])
        own = _md5(key + number.to_bytes(3, "little") + b"\0\0")[:10]
        return match[0].replace(match[3], _rc4(own, match[3])) if match[3] else match[0]

    return re.sub(rb"(\d+) 0 obj\n(<<[^\n]*>>\nstream\n)(.*?)\nendstream", encrypt, content, flags=re.DOTALL)


def _md5(content: bytes) -> bytes:
    return hashlib.md5(content, usedforsecurity=False).digest()


def _rc4(key: bytes, content: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    made = bytearray()
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        made.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(made)


def attached() -> bytes:
    """With an embedded file."""
    number = first_extra(len(report_pages()))
    return report(
        catalog=f"/Names << /EmbeddedFiles << /Names [(a.txt) {number} 0 R] >> >>",
        extra=[
            f"<< /Type /Filespec /F (a.txt) /EF << /F {number + 1} 0 R >> >>".encode(),
            stream_object("暗号附件".encode(), "/Type /EmbeddedFile"),
        ],
    )


def annotated() -> bytes:
    """With a note on the first page."""
    pages = report_pages()
    words = "".join(f"{ord(one):04x}" for one in "\ufeff暗号批注")
    first = PdfPage(
        content=pages[0].content,
        entries=f"/Annots [<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents <{words}> >>]",
    )
    return make_pdf(first, *pages[1:])


def scripted() -> bytes:
    """With JavaScript that runs when it is opened."""
    return report(catalog="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")


def revised() -> bytes:
    """With an earlier version inside that says more."""
    pages = report_pages()
    earlier = with_operators(show("暗号旧文。", 100, 800))
    return append_revision(earlier, first_extra(0) + 1, stream_object(pages[0].content))


HIDDEN = {
    "black-box": show("暗号遮盖", 100, 780) + box(90, 760, 200, 40),
    "invisible": show("暗号隐形", 100, 780, mode=3),
    "white": show("暗号白字", 100, 780, color="1 g"),
    "off-page": show("暗号页外", 100, 1200),
}
