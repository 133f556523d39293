"""文种: a list of types, and a list of documents for each."""

from __future__ import annotations

from generator.model.report import DocumentType
from generator.pages.catalog import make_catalog
from generator.pages.type_pages import compose_types, group_by_type
from tests.unit.pages.factory import record, sort_key

NOTICE = DocumentType(type_id="notice", name="通知")


def catalog():
    records = (record("a"), record("b"), record("c", document_type=NOTICE), record("d", document_type=None))
    return make_catalog(records, (), (), (), sort_key)


def test_types_with_most_documents_come_first_and_the_unknown_last():
    assert [(group.name, group.count) for group in group_by_type(catalog())] == [
        ("法治政府建设年度报告", 2),
        ("通知", 1),
        ("文种待确认", 1),
    ]


def test_each_type_has_a_page_with_its_documents():
    pages = {page.uri: page for page in compose_types(catalog())}
    assert set(pages) == {"types/", "types/law-based-government-report/", "types/notice/", "types/unknown/"}
    assert pages["types/notice/"].body.count('href="../../reports/') == 1
    assert pages["types/law-based-government-report/"].body.count('href="../../reports/') == 2
