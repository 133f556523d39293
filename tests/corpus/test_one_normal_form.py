"""One normal form: the same report in any format gives the same official text, outline and parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.document import Document
from generator.parser.fidelity import prove_fidelity
from generator.parser.parse import parse_document
from generator.readers import read_bytes
from tests.corpus.gold_readings import NAMES, source_path
from tests.corpus.renderings.fixed_layout import open_fixed_layout
from tests.corpus.renderings.paragraphs import text_reading
from tests.corpus.renderings.printed import chromium_pdf, find_office, office_pdf
from tests.corpus.renderings.web_pages import PAGES
from tests.corpus.renderings.word_files import WORD_FILES, unjustified


def understood(content: bytes, suffix: str) -> Document:
    """Read and parse; nothing may hold the file, and not one character may be lost."""
    read = read_bytes(content, suffix)
    assert [one.code for one in read.diagnostics if one.severity == "error"] == []
    document = parse_document(read.text).value
    assert prove_fidelity(read.source, document) is None
    return document


def characters(document: Document) -> str:
    return "".join("".join(block.text.split()) for block in document.blocks)


def outline(document: Document) -> list[tuple[str, int, str, str, bool]]:
    return [
        (heading.anchor, heading.level, heading.marker, "".join(heading.text.split()), heading.run_in)
        for heading in document.headings
    ]


def same_as_text(name: str, document: Document) -> None:
    wanted = text_reading(name)
    assert characters(document) == characters(wanted)
    assert outline(document) == outline(wanted)
    for part in ("title", "document_number", "date_of_writing", "printing_date", "printing_agency"):
        assert getattr(document, part) == getattr(wanted, part), part
    for part in ("addressees", "signature", "notes", "copy_to"):
        assert getattr(document, part) == getattr(wanted, part), part
    assert [(block.kind, "".join(block.text.split())) for block in document.blocks] == [
        (block.kind, "".join(block.text.split())) for block in wanted.blocks
    ]


@pytest.mark.parametrize("name", NAMES)
def test_gb18030_text(name: str) -> None:
    text = source_path(name).read_bytes().decode("utf-8-sig")
    same_as_text(name, understood(text.encode("gb18030"), ".txt"))


@pytest.mark.parametrize("name", NAMES)
def test_markdown(name: str) -> None:
    same_as_text(name, understood(source_path(name).read_bytes(), ".md"))


@pytest.mark.parametrize("style", PAGES)
@pytest.mark.parametrize("name", NAMES)
def test_web_page(name: str, style: str) -> None:
    same_as_text(name, understood(PAGES[style](name), ".html"))


@pytest.mark.parametrize("numbering", WORD_FILES)
@pytest.mark.parametrize("name", NAMES)
def test_word_file(name: str, numbering: str) -> None:
    same_as_text(name, understood(WORD_FILES[numbering](name), ".docx"))


@pytest.mark.parametrize("name", NAMES)
def test_open_fixed_layout(name: str) -> None:
    same_as_text(name, understood(open_fixed_layout(name), ".ofd"))


@pytest.mark.browser
@pytest.mark.parametrize("name", NAMES)
def test_pdf_printed_by_chromium(name: str, chromium: Callable[..., object]) -> None:
    same_as_text(name, understood(chromium_pdf(name, chromium), ".pdf"))


@pytest.mark.parametrize("name", NAMES)
def test_pdf_printed_by_libreoffice(name: str, tmp_path: Path) -> None:
    if find_office() is None:
        pytest.skip(f"{name}：没有安装 LibreOffice，不作此项比较")
    same_as_text(name, understood(office_pdf(unjustified(name), tmp_path), ".pdf"))
