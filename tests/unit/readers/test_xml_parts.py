"""XML parts: nothing but elements and text gets through."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from lxml import etree

from generator.model.diagnostics import Diagnostic
from generator.readers.limits import DEFAULT_LIMITS
from generator.readers.xml_parts import parse_part

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<a>&c;</a>"
)


def code(content: bytes, **limits: int) -> str:
    root = parse_part(content, replace(DEFAULT_LIMITS, **limits))
    return root.code if isinstance(root, Diagnostic) else ""


def text(content: bytes) -> str:
    root = parse_part(content, DEFAULT_LIMITS)
    assert isinstance(root, etree._Element)
    return "".join(str(piece) for piece in root.itertext())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_encodings(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    content = f'<?xml version="1.0" encoding="{declared}"?><a>机关<!-- 注 --><?x y?>公开</a>'.encode(encoding)
    assert text(content) == "机关公开"


def test_a_declaration_that_lies_does_not_matter_where_a_mark_tells() -> None:
    assert text("\ufeff<?xml version='1.0' encoding='gbk'?><a>机关</a>".encode()) == "机关"


@pytest.mark.parametrize(
    "content",
    [
        LAUGHS.encode(),
        LAUGHS.encode("utf-16"),
        b"\xef\xbb\xbf" + LAUGHS.encode(),
        ('<?xml version="1.0" encoding="UTF-16BE"?>' + LAUGHS).encode("utf-16-be"),
        b'<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a PUBLIC "x" "http://127.0.0.1/x.dtd"><a/>',
        b"<!DOCTYPE a><a/>",
    ],
)
def test_no_document_type(content: bytes) -> None:
    assert code(content) == "xml-dtd"


def test_the_words_of_a_document_type_as_text() -> None:
    assert text(b"<a><![CDATA[<!DOCTYPE a>]]></a>") == "<!DOCTYPE a>"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text",
        b"<a>",
        b"<a></b>",
        b"<a>&unknown;</a>",
        b"<a>\x01</a>",
        b"<a/><b/>",
        b'<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-',
        b'<?xml version="1.0" encoding="unknown-8"?><a/>',
        "<a>机关</a>".encode("gbk"),
        b"<a>\xed\xa0\x80</a>",
    ],
)
def test_broken(content: bytes) -> None:
    assert code(content) == "xml-broken"


def test_depth() -> None:
    assert code(b"<a>" * 256 + b"</a>" * 256) == ""
    assert code(b"<a>" * 257 + b"</a>" * 257) == "xml-depth"
    assert code(b"<a>" * 200_000) == "xml-depth"


def test_number_of_tags_is_judged_before_parsing() -> None:
    content = b"<a>" + b"<p/>" * 6_000_000 + b"</a>"
    started = time.process_time()
    assert code(content) == "xml-size"
    assert time.process_time() - started < 1


def test_limits_are_those_given() -> None:
    assert code(b"<a><b><c/></b></a>", depth=2) == "xml-depth"
    assert code(b"<a>" + b"<p/>" * 100 + b"</a>", lines=1) == "xml-size"
