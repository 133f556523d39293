"""Metadata of a report out of three hands: the sidecar, the text, the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.diagnostics import Diagnostic, Parsed
from generator.model.document import Document
from generator.parser.characters import canonical, non_blank, normal_form
from generator.taxonomy import findings_page as findings
from generator.taxonomy.page_metadata import PageMetadata
from generator.taxonomy.sidecar import Sidecar

_HEAD_BLOCKS = 12
_ORDER = re.compile(r"令(?:[（(]?第?[\d〇○零一二三四五六七八九十百]+号[）)]?)?$")
_SERIAL = re.compile(r"(?:.*令)?[（(〔\[]?第?(?P<digits>\d+|[〇○零一二三四五六七八九十百]+)号[）)〕\]]?(?:令)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """The values that describe the report; empty or None where nobody tells.

    Attributes follow ``Report``; ``disclosure_cell`` is the page's 公开方式.
    """

    title: str
    document_number: str
    index_number: str
    date_of_writing: date | None
    publication_date: date | None
    keywords: tuple[str, ...]
    disclosure_cell: str


def adopt_metadata(document: Document, sidecar: Sidecar, page: PageMetadata) -> Parsed[Adopted]:
    """Choose each value: the sidecar's, else the text's, else the page's.

    What page and text tell differently is a note: the text is the official copy (政府信息公开条例 art. 12 asks the
    directory to carry 索引、名称、内容概述、生成日期).

    Args:
        document: the parsed document.
        sidecar: what the agency states.
        page: what stands beside the text.
    """
    title, found = _title(document, sidecar, page)
    number = document.document_number
    if _names_order(page.document_number, number):
        number = page.document_number
    written = sidecar.date_of_writing or document.date_of_writing or page.date_of_writing
    published = sidecar.publication_date or document.publication_date
    if published is None and page.publication_date is not None:
        if written is None or page.publication_date >= written:
            published = page.publication_date
        else:
            found.append(
                findings.PUBLISHED_BEFORE_WRITTEN.at(published=page.publication_date.isoformat(), written=written)
            )
    adopted = Adopted(
        title=title,
        document_number=sidecar.document_number or number or page.document_number,
        index_number=sidecar.index_number or document.index_number or page.index_number,
        date_of_writing=written,
        publication_date=published,
        keywords=sidecar.keywords or page.keywords,
        disclosure_cell=page.disclosure,
    )
    return Parsed(value=adopted, diagnostics=(*found, *_differences(document, number, page)))


def _title(document: Document, sidecar: Sidecar, page: PageMetadata) -> tuple[str, list[Diagnostic]]:
    if sidecar.title:
        return normal_form(sidecar.title), []
    if document.title:
        return _whole_title(document, page), _title_differs(document, page)
    from_page = next(iter(page.titles), "") or page.page_title
    return from_page, [findings.TITLE_FROM_PAGE.at(title=from_page)] if from_page else []


def _whole_title(document: Document, page: PageMetadata) -> str:
    """The page's title where it stands in the text's head letter by letter and holds the title that was read.

    So a title of several lines is had whole; an order's head (…令) gives way to the name of what it publishes.
    """
    own = non_blank(document.title)
    head = "".join(non_blank(block.text) for block in document.blocks[:_HEAD_BLOCKS])
    for title in page.titles:
        whole = non_blank(title)
        if whole != own and whole in head and (own in whole or _ORDER.search(own)):
            return title
    return document.title


def _title_differs(document: Document, page: PageMetadata) -> list[Diagnostic]:
    told = next(iter(page.titles), "")
    own, other = (canonical(text) for text in (document.title, told))
    if not told or own in other or other in own or _ORDER.search(document.title):
        return []
    return [findings.PAGE_DIFFERS.at(field="标题", text=document.title, page=told)]


def _names_order(page: str, text: str) -> bool:
    """An order prints its serial number alone (第707号); the directory has its 发文字号 with the mark: 国令第707号."""
    serial = _SERIAL.fullmatch(text)
    return serial is not None and page != text and page.endswith((f"第{serial['digits']}号", f"{serial['digits']}号令"))


def _differences(document: Document, number: str, page: PageMetadata) -> Iterator[Diagnostic]:
    if number and page.document_number and canonical(number) != canonical(page.document_number):
        yield findings.PAGE_DIFFERS.at(field="发文字号", text=number, page=page.document_number)
    pairs = (
        ("成文日期", document.date_of_writing, page.date_of_writing),
        ("发布日期", document.publication_date, page.publication_date),
    )
    for field, own, told in pairs:
        if own is not None and told is not None and own != told:
            yield findings.PAGE_DIFFERS.at(field=field, text=own.isoformat(), page=told.isoformat())
