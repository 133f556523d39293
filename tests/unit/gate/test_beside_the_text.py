"""The gate on what stands beside the text: cells of the page, names of images, running heads, recognised text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.gate.decide import decide
from generator.gate.rules import load_gate_rules
from generator.model.report import Disclosure, DisclosureBasis, Report
from generator.model.text import (
    Evidence,
    EvidenceField,
    EvidencePlace,
    Reference,
    ReferenceKind,
    RemovalReason,
    Removed,
    TextOrigin,
)
from generator.readers.findings_pdf import RECOGNISED_TEXT
from tests.unit.gate.gate_documents import CLEAN, build_report, review_of

RULES = load_gate_rules()


def with_text(report: Report, **changes: object) -> Report:
    return replace(report, text=replace(report.text, **changes))


def codes(report: Report) -> list[str]:
    return [reason.code for reason in decide(report, RULES).reasons]


def cell(value: str) -> tuple[Evidence, ...]:
    return (Evidence(field=EvidenceField.DISCLOSURE, value=value, place=EvidencePlace.METADATA_TABLE, line=3),)


@pytest.mark.parametrize(
    ("value", "code"),
    [("依申请公开", "disclosure-on-request"), ("不予公开", "disclosure-withheld"), ("否", "disclosure-withheld")],
)
def test_a_cell_that_closes_holds_whatever_the_text_and_the_sidecar_say(value: str, code: str) -> None:
    assert set(codes(with_text(build_report(*CLEAN), evidence=cell(value)))) == {code, "mark-conflict"}
    attribute = Disclosure.ON_REQUEST if "申请" in value else Disclosure.WITHHELD
    closed = build_report("某市通知", disclosure=DisclosureBasis(attribute=attribute, basis="网页信息表"))
    assert codes(with_text(closed, evidence=cell(value))) == [code]


def test_a_cell_that_opens_is_a_basis() -> None:
    opened = DisclosureBasis(attribute=Disclosure.PROACTIVE, basis="网页信息表“公开方式：主动公开”")
    assert codes(with_text(build_report("某市通知", disclosure=opened), evidence=cell("主动公开"))) == []


def test_recognised_text_is_held_until_a_reviewer_lets_it_pass() -> None:
    report = with_text(build_report(*CLEAN), origin=TextOrigin.RECOGNISED)
    assert codes(report) == ["recognised-text"]
    assert not decide(report, RULES).publish
    reviewed = replace(report, review=review_of("recognised-text"))
    decision = decide(reviewed, RULES)
    assert (decision.publish, decision.allowed) == (True, ("recognised-text",))


def test_a_reader_that_said_so_is_not_repeated() -> None:
    report = with_text(build_report(*CLEAN), origin=TextOrigin.RECOGNISED)
    decision = decide(report, RULES, earlier=(RECOGNISED_TEXT.at(pages="1"),))
    assert [reason.code for reason in decision.reasons] == ["recognised-text"]


@pytest.mark.parametrize(
    ("name", "uri", "code"),
    [
        ("张某13812345678.jpg", "", "private-mobile"),
        ("附件1", "https://example.gov.cn/110105 19491231 002X.pdf", "identity-number"),
        ("机密★5年", "", "secrecy-mark"),
    ],
)
def test_names_and_addresses_of_images_and_attachments_are_looked_at(name: str, uri: str, code: str) -> None:
    reference = Reference(kind=ReferenceKind.ATTACHMENT, name=name, uri=uri)
    assert code in codes(with_text(build_report(*CLEAN), references=(reference,)))


def test_the_cells_of_the_pages_table_are_published_and_so_looked_at() -> None:
    told = Evidence(field=EvidenceField.AGENCY, value="张某13812345678", place=EvidencePlace.METADATA_TABLE)
    assert codes(with_text(build_report(*CLEAN), evidence=(told,))) == ["private-mobile"]
    assert codes(with_text(build_report(*CLEAN), evidence=(replace(told, place=EvidencePlace.PAGE_LINE),))) == []


@pytest.mark.parametrize(
    "uri",
    [
        "https://www.example.gov.cn/zwgk/202103/t20210301_13812345678.html",
        "./P020190412345678901.pdf",
        "/attach/2021/03/15/0a1b2c3d4e5f138123456789.docx",
    ],
)
def test_serial_numbers_in_addresses_are_nobodys(uri: str) -> None:
    reference = Reference(kind=ReferenceKind.ATTACHMENT, name="附件1", uri=uri)
    assert codes(with_text(build_report(*CLEAN), references=(reference,))) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("机密★5年", "secrecy-mark"), ("内部资料 注意保存", "internal-mark"), ("张三13812345678", "private-mobile")],
)
def test_running_heads_are_shown_as_left_out_and_so_looked_at(text: str, code: str) -> None:
    report = build_report(*CLEAN)
    removed = Removed(text=text, reason=RemovalReason.RUNNING_HEAD, line=1)
    furniture = Removed(text=text, reason=RemovalReason.SITE_FURNITURE, line=1)
    assert codes(replace(report, document=replace(report.document, removed=(removed,)))) == [code]
    assert codes(replace(report, document=replace(report.document, removed=(furniture,)))) == []


def test_codes_that_withhold_the_original_are_named() -> None:
    assert {"word-author", "word-comments", "pdf-annotations"} <= set(RULES.withhold_original)
