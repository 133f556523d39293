"""Hostile Word, OFD and web files."""

from __future__ import annotations

from collections.abc import Sequence

from tests.docx_files import NAMESPACES, make_docx, paragraph
from tests.hostile_files import zips
from tests.hostile_files.texts import LINES, REPORT
from tests.ofd_files import NAMESPACE, Body, Paragraph, image, make_ofd, page, set_pages, text

DOCUMENT = "word/document.xml"
_HEAD = f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>".encode()
_TAIL = b"</w:t></w:r></w:p></w:body></w:document>"
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {one} "{f"&{other};" * 10}">' for one, other in zip("bcdefghi", "abcdefgh", strict=True))
    + "]>"
)


def word(*added: str, **parts: object) -> bytes:
    """An ordinary report as a Word file, with something added."""
    return make_docx([*map(paragraph, LINES), *added], **parts)  # type: ignore[arg-type]


def word_without(bad: str) -> bytes:
    """A Word file whose document part is replaced."""
    return zips.exchanged(word(), DOCUMENT, zips.deflated(DOCUMENT, bad.encode()))


def long_run() -> bytes:
    """One run of 400 MB."""
    entry = zips.repeated(DOCUMENT, "法".encode() * 350_000, 400, head=_HEAD, tail=_TAIL)
    return zips.exchanged(word(), DOCUMENT, entry)


def many_paragraphs() -> bytes:
    """Six million paragraphs."""
    head = f"<w:document {NAMESPACES}><w:body>".encode()
    entry = zips.repeated(DOCUMENT, b"<w:p/>" * 100_000, 60, head=head, tail=b"</w:body></w:document>")
    return zips.exchanged(word(), DOCUMENT, entry)


def junk_part() -> bytes:
    """A part of 1.5 GB that nothing uses."""
    return zips.write([*zips.honest(word()), zips.repeated("word/media/x.bin", bytes(1 << 20), 1500)])


def external_entity(path: str = "/etc/hostname") -> bytes:
    """An entity that names a file."""
    body = "".join(paragraph(line) for line in LINES)
    return word_without(
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file://{path}">]>'
        f"<w:document {NAMESPACES}><w:body>{paragraph('前文')}<w:p><w:r><w:t>&e;</w:t></w:r></w:p>{body}</w:body></w:document>"
    )


def laughs() -> bytes:
    """Entities that grow a thousandfold and more."""
    return word_without(
        f"{BOMB}<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    )


def utf16_type() -> bytes:
    """A document type declaration that a search for bytes does not find."""
    body = "".join(paragraph(line) for line in LINES)
    text_ = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>'
    return zips.exchanged(word(), DOCUMENT, zips.deflated(DOCUMENT, text_.encode("utf-16")))


def deep_tables(levels: int = 5000) -> bytes:
    """Tables in tables."""
    inside = "<w:tbl><w:tr><w:tc>" * levels + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * levels
    return word_without(f"<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>")


def named(content: bytes, name: str, external: int = 0) -> bytes:
    """A container with one more entry of a bad name."""
    entry = zips.Entry(**{**_fields(zips.deflated(name, b"x")), "external": external})
    return zips.write([*zips.honest(content), entry])


def _fields(entry: zips.Entry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in entry.__dataclass_fields__}


def ofd(*, single: bool = False, added: Sequence[str] = (), **parts: object) -> bytes:
    """An ordinary report as an OFD file, with something added to its first page."""
    kinds = ["title", *["body"] * (len(LINES) - 3), "right", "right"]
    pages = set_pages(
        [Paragraph(text=line, kind=kind) for line, kind in zip(LINES, kinds, strict=False)], single=single
    )
    first = page(*pages[0].objects, *added)
    bodies = [Body(pages=(first, *pages[1:]), extra=str(parts.pop("extra", "")))]
    return make_ofd(bodies=bodies, **parts)  # type: ignore[arg-type]


def ofd_glyphs() -> bytes:
    """Glyph numbers without characters."""
    mapping = '<ofd:CGTransform CodePosition="0" CodeCount="4" GlyphCount="4"><ofd:Glyphs>1 2 3 4</ofd:Glyphs></ofd:CGTransform>'
    return make_ofd([page(text("¤¤¤¤", inside=mapping), image())])


def ofd_sealed() -> bytes:
    """With a seal."""
    listed = f'<ofd:Signatures {NAMESPACE}><ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>'
    return ofd(
        root="<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>", parts={"Doc_0/Signs/Signatures.xml": listed}
    )


def ofd_annotated() -> bytes:
    """With an annotation."""
    parts = {
        "Doc_0/Annots/Annotations.xml": f'<ofd:Annotations {NAMESPACE}><ofd:Page PageID="100"><ofd:FileLoc>a.xml'
        "</ofd:FileLoc></ofd:Page></ofd:Annotations>",
        "Doc_0/Annots/a.xml": f'<ofd:PageAnnot {NAMESPACE}><ofd:Annot ID="1" Type="Highlight"><ofd:Remark>暗号批注</ofd:Remark>'
        "</ofd:Annot></ofd:PageAnnot>",
    }
    return ofd(extra="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>", parts=parts)


def ofd_attached() -> bytes:
    """With an attachment, a Word file."""
    listed = f'<ofd:Attachments {NAMESPACE}><ofd:Attachment ID="1" Name="a"><ofd:FileLoc>a.docx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>'
    return ofd(
        extra="<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>",
        parts={"Doc_0/Attachs/Attachments.xml": listed, "Doc_0/Attachs/a.docx": word()},
    )


def web(added: str) -> bytes:
    """An ordinary report as a web page, with something added inside its text."""
    body = "".join(f"<p>{line}</p>" for line in LINES)
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>报告</title></head>'
        f'<body><div class="TRS_Editor">{body}{added}</div></body></html>'
    ).encode()


ACTIVE_WEB = (
    "<script>document.title='暗号脚本'</script><iframe srcdoc='<p>暗号框架</p>'></iframe>"
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1/'><img src='data:image/png;base64,AAAA' onerror='alert(1)'>"
    "<img src='file:///etc/hostname'><object data='x.swf'></object><form action='http://127.0.0.1/'><input value='暗号'></form>"
)
PLAIN = REPORT.encode()
