"""What a file is, by its content, and what is said where its suffix says something else."""

from __future__ import annotations

import pytest

from generator.model.diagnostics import Severity
from generator.readers.sniff import FileKind, check_type, sniff
from tests.docx_files import make_docx, make_zip, paragraph

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
DOC = OLE + "WordDocument".encode("utf-16-le") + b"\0" * 40
FILES = {
    "docx": (make_docx([paragraph("正文")]), FileKind.DOCX),
    "docx-cut": (make_docx([paragraph("正文")])[:-60], FileKind.DOCX),
    "ofd": (make_zip({"OFD.xml": "<a/>", "Doc_0/Document.xml": "<a/>"}), FileKind.OFD),
    "xlsx": (make_zip({"[Content_Types].xml": "<a/>", "xl/book.xml": "<a/>"}), FileKind.XLSX),
    "pptx": (make_zip({"[Content_Types].xml": "<a/>", "ppt/presentation.xml": "<a/>"}), FileKind.PPTX),
    "odt": (make_zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), FileKind.ODT),
    "zip": (make_zip({"a.txt": b"x"}), FileKind.ZIP),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", FileKind.PDF),
    "pdf-behind-blank": (b"\r\n%PDF-1.4\n", FileKind.PDF),
    "doc": (DOC, FileKind.DOC),
    "xls": (OLE + "Workbook".encode("utf-16-le") + b"\0" * 40, FileKind.OLE),
    "locked": (OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 40, FileKind.LOCKED),
    "rtf": (b"{\\rtf1\\ansi \\'d5\\'fd}", FileKind.RTF),
    "word-xml": (
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
        FileKind.WORD_XML,
    ),
    "html": ("\ufeff<!DOCTYPE html><html><body>正文</body></html>".encode(), FileKind.HTML),
    "html-gbk": ("<HTML><HEAD><TITLE>通知</TITLE></HEAD>".encode("gbk"), FileKind.HTML),
    "html-utf16": ("<html><body>正文</body></html>".encode("utf-16"), FileKind.HTML),
    "mhtml": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n<html>", FileKind.MHTML),
    "png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, FileKind.PICTURE),
    "jpg": (b"\xff\xd8\xff\xe0" + b"\0" * 20, FileKind.PICTURE),
    "text": ("关于某某工作的通知\n一、总体要求".encode(), FileKind.TEXT),
    "text-gb18030": ("关于某某工作的通知".encode("gb18030"), FileKind.TEXT),
    "text-utf16": ("关于某某工作的通知".encode("utf-16"), FileKind.TEXT),
    "text-with-tags": ("根据<宪法>和<a>的规定".encode(), FileKind.TEXT),
    "bm-text": (b"BMI and other words", FileKind.TEXT),
    "empty": (b" \r\n\0", FileKind.EMPTY),
    "binary": (bytes(range(256)) * 4, FileKind.BINARY),
}


@pytest.mark.parametrize(("content", "kind"), FILES.values(), ids=FILES.keys())
def test_kinds(content: bytes, kind: FileKind) -> None:
    assert sniff(content) is kind


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("docx", ".docx"),
        ("docx", ".DOCX"),
        ("docx-cut", ".docx"),
        ("ofd", ".ofd"),
        ("pdf", ".pdf"),
        ("html-gbk", ".htm"),
        ("text-with-tags", ".html"),
        ("text", ".txt"),
        ("html", ".txt"),
        ("html", ".md"),
        ("binary", ".txt"),
        ("doc", ".doc"),
        ("doc", ".wps"),
        ("rtf", ".doc"),
        ("empty", ".pdf"),
        ("png", ".jpg"),
    ],
)
def test_agreement(name: str, suffix: str) -> None:
    resolved = check_type(FILES[name][0], suffix)
    assert resolved.suffix == suffix.lower()
    assert resolved.diagnostics == ()


@pytest.mark.parametrize(
    ("name", "suffix", "read_as"),
    [
        ("docx", ".doc", ".docx"),
        ("docx", ".wps", ".docx"),
        ("html", ".doc", ".html"),
        ("pdf", ".doc", ".pdf"),
        ("text", ".rtf", ".txt"),
        ("ofd", ".wps", ".ofd"),
    ],
)
def test_old_office_suffixes_are_read_by_content(name: str, suffix: str, read_as: str) -> None:
    resolved = check_type(FILES[name][0], suffix)
    assert resolved.suffix == read_as
    assert [(one.code, one.severity) for one in resolved.diagnostics] == [("type-by-content", Severity.NOTE)]


@pytest.mark.parametrize(
    ("name", "suffix", "words"),
    [
        ("html", ".pdf", ("网页", "扩展名改为 .html")),
        ("doc", ".docx", ("旧版 Word", "扩展名改为 .doc")),
        ("locked", ".docx", ("密码", "取消密码")),
        ("docx", ".pdf", ("Word 文档", "扩展名改为 .docx")),
        ("pdf", ".txt", ("PDF", "扩展名改为 .pdf")),
        ("xlsx", ".docx", ("Excel", "另存为 .docx")),
        ("xls", ".doc", ("旧版办公文件", "另存为 .doc")),
        ("png", ".pdf", ("图片", "电子文本")),
        ("binary", ".pdf", ("无法辨认", "重新下载")),
        ("zip", ".ofd", ("压缩包", "另存为 .ofd")),
        ("mhtml", ".doc", ("单一文件网页", "另存为 .doc")),
        ("rtf", ".txt", ("RTF", ".rtf")),
    ],
)
def test_a_mismatch_says_what_it_is_and_what_to_do(name: str, suffix: str, words: tuple[str, str]) -> None:
    (found,) = check_type(FILES[name][0], suffix).diagnostics
    assert found.code == "type-mismatch"
    assert found.severity is Severity.ERROR
    assert all(word in found.message for word in (suffix, *words)), found.message
