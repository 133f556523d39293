"""The hostile set: one file for each row of the table of threats, made by code, with what must come of it.

Each is an ordinary report that would be published, with one thing added or broken.  ``HOSTILE`` names for each file
the codes of which at least one must be found, and whether the file is held.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.docx_files import paragraph, run
from tests.hostile_files import documents, pdfs, zips
from tests.hostile_files.documents import DOCUMENT, named, ofd, web, word
from tests.hostile_files.texts import LINES, REPORT
from tests.ofd_files import make_ofd, page
from tests.ofd_files import text as ofd_text

SECRET = "暗号"
"""Stands in everything that is hidden or beside the text: it may be nowhere in the output."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """One file.

    Attributes:
        name: file name; it begins with the row of the table.
        make: its bytes.
        codes: findings of which one must be there.
        held: False where the report is published with the finding as a remark.
    """

    name: str
    make: Callable[[], bytes]
    codes: tuple[str, ...]
    held: bool = True


def _row(name: str, make: Callable[[], bytes], *codes: str, held: bool = True) -> Hostile:
    return Hostile(name=name, make=make, codes=codes, held=held)


def _noise(size: int) -> bytes:
    return random.Random(15).randbytes(size)


BAD_NAMES = {"parent": "../../mkdocs.yml", "drive": "C:\\x", "absolute": "/etc/x", "backslash": "..\\x"}
STOPPED = ("reading-stopped", "too-large", "pdf-broken", "pdf-page-broken", "needs-ocr", "garbled-text")
BROKEN_PDF = (
    "pdf-broken",
    "pdf-truncated",
    "pdf-repaired",
    "pdf-page-broken",
    "needs-ocr",
    "reading-stopped",
    "empty-file",
)

CONTAINERS = (
    _row("A01-one-run-of-400-mb.docx", documents.long_run, "zip-ratio"),
    _row("A02-six-million-paragraphs.docx", documents.many_paragraphs, "zip-ratio", "xml-size"),
    _row("A03-unused-part-of-1500-mb.docx", documents.junk_part, "zip-size"),
    _row("A04-overlapping-entries.docx", lambda: zips.overlapping(zips.honest(word())), "zip-overlap"),
    _row(
        "A04-two-records-one-header.docx",
        lambda: zips.write([*zips.honest(word()), zips.Entry(name="x", packed=b"", size=0, crc=0, header=0)]),
        "zip-overlap",
        "zip-mismatch",
    ),
    _row("A05-size-too-small.docx", lambda: zips.changed(word(), DOCUMENT, size=40), "zip-mismatch"),
    _row("A05-wrong-check-sum.docx", lambda: zips.changed(word(), DOCUMENT, crc=1), "zip-crc"),
    _row(
        "A05-encrypted.docx", lambda: zips.changed(word(), DOCUMENT, flags=zips.UTF8 | zips.ENCRYPTED), "zip-encrypted"
    ),
    _row(
        "A05-duplicate-part.docx",
        lambda: zips.write([*zips.honest(word()), zips.deflated("Word/Document.xml", b"<x/>")]),
        "zip-duplicate",
    ),
    _row(
        "A06-word-in-word.docx",
        lambda: word(parts={"word/embeddings/a.docx": word()}),
        "embedded-file",
        "word-embedded-file",
    ),
    _row(
        "A06-ofd-in-zip.zip", lambda: zips.write([zips.deflated("a.ofd", ofd())]), "unsupported-format", "type-mismatch"
    ),
    _row("A07-external-entity.docx", documents.external_entity, "xml-dtd"),
    _row("A08-laughs.docx", documents.laughs, "xml-dtd"),
    _row("A08-laughs.ofd", lambda: ofd(parts={"OFD.xml": documents.BOMB + "<OFD>&i;</OFD>"}), "xml-dtd"),
    _row(
        "A08-laughs-in-properties.docx",
        lambda: word(core="x", parts={"docProps/core.xml": documents.BOMB + "<x>&i;</x>"}),
        "xml-dtd",
    ),
    _row("A09-utf-16.docx", documents.utf16_type, "xml-dtd"),
    _row("A10-deep-tables.docx", documents.deep_tables, "xml-depth"),
    *(
        _row(f"A11-{kind}-name.docx", lambda name=name: named(word(), name), "zip-unsafe-name")
        for kind, name in BAD_NAMES.items()
    ),
    *(
        _row(f"A11-{kind}-name.ofd", lambda name=name: named(ofd(), name), "zip-unsafe-name")
        for kind, name in BAD_NAMES.items()
    ),
    _row("A11-symbolic-link.docx", lambda: named(word(), "word/link", zips.UNIX_LINK), "zip-unsafe-name"),
    _row("A11-symbolic-link.ofd", lambda: named(ofd(), "Doc_0/link", zips.UNIX_LINK), "zip-unsafe-name"),
)

OPEN_LAYOUT = (
    _row("A12-no-document.ofd", lambda: ofd(without=["Doc_0"]), "ofd-broken"),
    _row("A12-glyphs-only.ofd", documents.ofd_glyphs, "ofd-no-text"),
    _row("A12-seal.ofd", documents.ofd_sealed, "ofd-seal", held=False),
    _row("A12-annotation.ofd", documents.ofd_annotated, "ofd-annotations"),
    _row("A12-attachment.ofd", documents.ofd_attached, "ofd-attachments"),
    _row(
        "E18-white.ofd",
        lambda: ofd(added=[ofd_text("暗号白字", y=290, inside='<ofd:FillColor Value="255 255 255"/>')]),
        "ofd-hidden-text",
    ),
    _row("B11-private-use.ofd", lambda: make_ofd([page(ofd_text("某某市\ue123文件"))]), "undefined-character"),
)

PDFS = (
    _row("A13-stream-of-360-mb.pdf", pdfs.stream_bomb, *STOPPED),
    _row("A14-user-password.pdf", lambda: pdfs.locked(user=b"secret", owner=b"owner"), "pdf-encrypted"),
    _row("A14-owner-password.pdf", lambda: pdfs.locked(user=b"", owner=b"owner"), "pdf-restricted", held=False),
    _row("A16-cross-reference-loop.pdf", pdfs.xref_loop, *BROKEN_PDF),
    _row("A16-page-tree-loop.pdf", pdfs.page_tree_loop, *BROKEN_PDF),
    _row("A16-stacked-filters.pdf", pdfs.stacked_filters, *STOPPED, "empty-file"),
    _row(
        "A17-encoding-outside.pdf",
        pdfs.outside_cmap,
        *STOPPED,
        "undefined-character",
        "few-chinese",
        "implausible-text",
    ),
    _row("A18-scanned.pdf", pdfs.scanned, "needs-ocr"),
    _row("A19-garbled.pdf", pdfs.garbled, "garbled-text"),
    _row("E17-author.pdf", lambda: pdfs.report(info={"Author": "暗号作者"}), "pdf-metadata", held=False),
    _row("E17-embedded-file.pdf", pdfs.attached, "pdf-attachments"),
    _row("E17-annotation.pdf", pdfs.annotated, "pdf-annotations"),
    _row("E17-script.pdf", pdfs.scripted, "pdf-script"),
    _row("E17-earlier-version.pdf", pdfs.revised, "pdf-earlier-version"),
    *(
        _row(f"E18-{way}.pdf", lambda added=added: pdfs.with_operators(added), "pdf-hidden-text")
        for way, added in pdfs.HIDDEN.items()
    ),
)

TYPES = (
    *(
        _row(f"A15-empty{suffix}", bytes, "empty-file", "zip-broken", "pdf-broken", "type-mismatch")
        for suffix in (".docx", ".pdf", ".ofd", ".html")
    ),
    *(_row(f"A15-noise{suffix}", lambda: _noise(100_000), "type-mismatch") for suffix in (".docx", ".pdf", ".ofd")),
    _row("A15-truncated.pdf", lambda: pdfs.report()[:1500], *BROKEN_PDF),
    _row("A15-truncated.docx", lambda: word()[:-300], "zip-broken", "type-mismatch"),
    _row("A15-web-page.pdf", lambda: web(""), "type-mismatch"),
    _row("A15-old-word.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "type-mismatch"),
)

WEB = (
    _row("A20-hidden-text.html", lambda: web("<p style='display:none'>暗号隐藏</p>"), "web-hidden-text"),
    _row("A20-active.html", lambda: web(documents.ACTIVE_WEB), held=False),
    _row(
        "B02-mixed-encoding.html",
        lambda: web("@@").replace(b"@@", "<p>另一种编码写的一行</p>".encode("gbk")),
        "mixed-encoding",
        "web-encoding",
        "web-broken-characters",
        "undefined-character",
    ),
    _row("B04-direction.html", lambda: web("<p>一\u202e二三</p>"), "bidi-character"),
    _row(
        "B08-no-character.html",
        lambda: web("<p>一&#xFFFF;二&#xD800;三</p>"),
        "undefined-character",
        "web-broken-characters",
    ),
)

SECRECY = "机\u200b密★1年"
TEXT = (
    _row("A21-60-mb.txt", lambda: (REPORT * 40_000).encode()[: 60 << 20], "too-large"),
    _row("A21-long-line.txt", lambda: "法".encode() * 17_000_000, "too-large"),
    _row("B04-direction.docx", lambda: word(paragraph("一\u202e二三")), "bidi-character"),
    _row(
        "B05-zero-width-in-mark.docx",
        lambda: documents.make_docx([paragraph(SECRECY), *map(paragraph, LINES)]),
        "secrecy-mark",
    ),
    _row("B11-private-use.docx", lambda: word(paragraph("某\ue123某")), "undefined-character"),
)

VANISHED = "<w:vanish/>"
HIDDEN_WORD = (
    _row(
        "E15-deletion.docx",
        lambda: word("<w:p><w:del w:id='1' w:author='x'><w:r><w:delText>暗号删除</w:delText></w:r></w:del></w:p>"),
        "word-tracked-changes",
    ),
    _row(
        "E15-insertion.docx",
        lambda: word(f"<w:p><w:ins w:id='1' w:author='{SECRET}'>{run('新加的话。')}</w:ins></w:p>"),
        "word-tracked-changes",
    ),
    _row(
        "E15-comment.docx",
        lambda: word(comments=f"<w:comment w:id='1' w:author='x'>{paragraph('暗号意见')}</w:comment>"),
        "word-comments",
        held=False,
    ),
    _row("E15-hidden.docx", lambda: word(paragraph("暗号隐藏", run_properties=VANISHED)), "word-hidden-text"),
    _row(
        "E15-white.docx",
        lambda: word(paragraph("暗号白字", run_properties="<w:color w:val='FFFFFF'/>")),
        "word-hidden-text",
    ),
    _row("E15-one-point.docx", lambda: word(paragraph("暗号小字", size=1)), "word-hidden-text"),
    _row("E16-author.docx", lambda: word(core="<dc:creator>暗号作者</dc:creator>"), "word-author", held=False),
    _row(
        "E16-embedded-table.docx",
        lambda: word(parts={"word/embeddings/a.xlsx": zips.write([zips.deflated("xl/workbook.xml", b"<x/>")])}),
        "embedded-file",
        "word-embedded-file",
    ),
    _row(
        "E16-template.docx",
        lambda: word(
            settings="<w:attachedTemplate r:id='rId77'/>",
            parts={
                "word/_rels/settings.xml.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId77' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate' Target='file:///C:/暗号/a.dotm' TargetMode='External'/></Relationships>"
            },
        ),
        "word-outside-link",
        "word-author",
        held=False,
    ),
)

HOSTILE = (*CONTAINERS, *OPEN_LAYOUT, *PDFS, *TYPES, *WEB, *TEXT, *HIDDEN_WORD)

# Rows of the table that no single file can show, and where they are shown.
ELSEWHERE = {
    "A21 (10,001 files at once)": "tests/bench/bench.py 量各种份数的时间与内存",
    "A22": "tests/unit/readers/test_confine.py：读取进程休眠、分叉、联网、写文件",
    "B01, B03, B06, B07, B09, B10, B12": "tests/unit/readers/test_encoding.py, tests/properties/test_any_text.py, tests/golden",
    "E19": "图片从不复制到网站，其中的位置信息和二维码无从公开",
}
