"""What a file really is, by its content; and whether that agrees with its suffix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from generator.model.diagnostics import Diagnostic
from generator.readers import findings_container as findings
from generator.readers.zip_directory import find_directory, list_entries

_HEAD = 4096
_ENTRIES = 500  # enough to tell what a container holds
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s[^>]*http-equiv", re.IGNORECASE)
_WORD_XML = re.compile(rb'progid="Word\.Document"|<w:wordDocument\b|<pkg:package\b')
_MHTML = re.compile(rb"^mime-version:.*?^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


class FileKind(StrEnum):
    """What the content is; the value is what people call it."""

    PDF = " PDF 文件"
    DOCX = " Word 文档（.docx）"
    OFD = " OFD 文件"
    XLSX = " Excel 表格（.xlsx）"
    PPTX = "演示文稿（.pptx）"
    ODT = " OpenDocument 文件（.odt）"
    ZIP = "压缩包"
    DOC = "旧版 Word 或 WPS 文字（.doc、.wps）"
    LOCKED = "设有打开密码的办公文件"
    OLE = "旧版办公文件（不是文字文档，可能是表格、演示文稿或邮件）"
    RTF = " RTF 文档"
    WORD_XML = " Word 的 XML 文档"
    HTML = "网页"
    MHTML = "单一文件网页（.mht）"
    PICTURE = "图片"
    TEXT = "纯文本"
    EMPTY = "空的"
    BINARY = "无法辨认的二进制数据"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """How a file is to be read.

    Attributes:
        suffix: the suffix whose reader fits the content; the file's own where it agrees or nothing fits.
        diagnostics: an error where the file must be held instead.
    """

    suffix: str
    diagnostics: tuple[Diagnostic, ...] = ()


_OLD_OFFICE = (".doc", ".wps", ".rtf")
_EXPECTED: dict[str, frozenset[FileKind]] = {
    ".pdf": frozenset({FileKind.PDF}),
    ".docx": frozenset({FileKind.DOCX}),
    ".ofd": frozenset({FileKind.OFD}),
    ".html": frozenset({FileKind.HTML, FileKind.TEXT}),
    ".htm": frozenset({FileKind.HTML, FileKind.TEXT}),
    ".shtml": frozenset({FileKind.HTML, FileKind.TEXT}),
    ".doc": frozenset({FileKind.DOC, FileKind.RTF, FileKind.WORD_XML}),
    ".wps": frozenset({FileKind.DOC, FileKind.RTF, FileKind.WORD_XML}),
    ".rtf": frozenset({FileKind.RTF, FileKind.DOC, FileKind.WORD_XML}),
}
# Any text may stand in a text file, the source of a web page too; what it is encoded in is the text reader's affair.
_NEVER_TEXT = frozenset(
    {
        FileKind.PDF,
        FileKind.DOCX,
        FileKind.OFD,
        FileKind.XLSX,
        FileKind.PPTX,
        FileKind.ODT,
        FileKind.ZIP,
        FileKind.DOC,
        FileKind.LOCKED,
        FileKind.OLE,
        FileKind.RTF,
        FileKind.PICTURE,
    }
)
# Suffix whose reader fits a kind.
_SUFFIX_OF = {
    FileKind.PDF: ".pdf",
    FileKind.DOCX: ".docx",
    FileKind.OFD: ".ofd",
    FileKind.HTML: ".html",
    FileKind.TEXT: ".txt",
    FileKind.DOC: ".doc",
    FileKind.WORD_XML: ".doc",
    FileKind.RTF: ".rtf",
}
_BY_PART = (("word/", FileKind.DOCX), ("xl/", FileKind.XLSX), ("ppt/", FileKind.PPTX))


def sniff(content: bytes) -> FileKind:
    """What the content is, by its first bytes and, for containers, the names in it; nothing is unpacked."""
    head = content[:_HEAD]
    stripped = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not content.strip(b"\0 \t\r\n"):
        return FileKind.EMPTY
    if head.startswith(b"PK"):
        return _container_kind(content)
    if b"%PDF-" in head[:1024]:
        return FileKind.PDF
    if head.startswith(_OLE_MAGIC):
        return _ole_kind(content)
    if stripped.startswith(b"{\\rtf"):
        return FileKind.RTF
    if head.startswith(_PICTURES[:3]) or (head.startswith(_PICTURES[3:]) and b"\0" in head[:16]):
        return FileKind.PICTURE
    return _text_kind(head, stripped)


def check_type(content: bytes, suffix: str) -> Resolved:
    """Compare a file's suffix with its content.

    Old office suffixes are read as what the content is, with a note, as Word and WPS do; elsewhere a difference is
    an error that says what the file is and what to do.  Empty files and unknown suffixes pass: others report them.
    """
    suffix = suffix.lower()
    kind = sniff(content)
    if kind is FileKind.EMPTY or _agrees(kind, suffix):
        return Resolved(suffix=suffix)
    if suffix in _OLD_OFFICE and kind in _SUFFIX_OF:
        return Resolved(
            suffix=_SUFFIX_OF[kind],
            diagnostics=(findings.TYPE_BY_CONTENT.at(suffix=suffix, actual=kind.value),),
        )
    mismatch = findings.TYPE_MISMATCH.at(suffix=suffix, actual=kind.value, advice=_advise(kind, suffix))
    return Resolved(suffix=suffix, diagnostics=(mismatch,))


def _agrees(kind: FileKind, suffix: str) -> bool:
    if suffix in {".txt", ".md", ".markdown"}:
        return kind not in _NEVER_TEXT
    return suffix not in _EXPECTED or kind in _EXPECTED[suffix]


def _advise(kind: FileKind, suffix: str) -> str:
    if kind is FileKind.LOCKED:
        return "请用密码打开，取消密码后另存一份再放入。"
    if kind is FileKind.PICTURE:
        return "图片没有文字可读，请放入电子文本（Word、PDF、OFD 或网页）。"
    if kind is FileKind.BINARY:
        return "文件可能已损坏或经过加密，请重新下载或从原件导出。"
    if kind in _SUFFIX_OF:
        return f"请把扩展名改为 {_SUFFIX_OF[kind]} 后放入，或用原来的软件另存为 {suffix}。"
    return f"请用原来的软件打开，另存为 {suffix} 后放入。"


def _container_kind(content: bytes) -> FileKind:
    directory = find_directory(content)
    entries = list_entries(content, directory, _ENTRIES) if directory is not None else None
    if not entries:  # cut off: what its first entries are named still tells what it was
        head = content[: 64 * 1024]
        for part, kind in _BY_PART:
            if part.encode() in head:
                return kind
        return FileKind.OFD if b"OFD.xml" in head else FileKind.ZIP
    names = [entry.name.lower().lstrip("/") for entry in entries]
    if "ofd.xml" in names:
        return FileKind.OFD
    for part, kind in _BY_PART:
        if any(name.startswith(part) for name in names):
            return kind
    if "[content_types].xml" in names:  # the main part may be named otherwise; its reader will tell
        return FileKind.DOCX
    return FileKind.ODT if "mimetype" in names and "content.xml" in names else FileKind.ZIP


def _ole_kind(content: bytes) -> FileKind:
    """Which streams the compound file has, by their names in its directory (UTF-16)."""
    if _stream("EncryptedPackage") in content:
        return FileKind.LOCKED
    return FileKind.DOC if _stream("WordDocument") in content else FileKind.OLE


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"


def _text_kind(head: bytes, stripped: bytes) -> FileKind:
    if _MHTML.search(head):
        return FileKind.MHTML
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16: only its ASCII characters matter here
        head = stripped = head.decode("utf-16", "ignore").encode("ascii", "ignore").lstrip()
    elif b"\0" in head:
        return FileKind.BINARY
    if stripped.startswith(b"<?xml") and _WORD_XML.search(head):
        return FileKind.WORD_XML
    if _HTML.search(head):
        return FileKind.HTML
    odd = sum(1 for byte in head if byte < 0x20 and byte not in b"\t\n\r\f\x1b")
    return FileKind.BINARY if odd * 20 > len(head) else FileKind.TEXT
