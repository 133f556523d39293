from dataclasses import replace

import pytest

from generator.gate.decide import decide
from generator.gate.rules import load_gate_rules
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.report import Disclosure, DisclosureBasis
from tests.unit.gate.gate_documents import CLEAN, PROACTIVE, build_report, review_of

RULES = load_gate_rules()
IDENTITY = "11010519491231002X"


def codes(decision):
    return [reason.code for reason in decision.reasons]


def error(code):
    return Diagnostic(code=code, severity=Severity.ERROR, message="说明", line=7)


def test_clean_report_is_published_without_a_word():
    decision = decide(build_report(*CLEAN), RULES)
    assert (decision.publish, decision.reasons, decision.masks, decision.allowed) == (True, (), (), ())


def test_value_is_nowhere_in_the_decision():
    report = build_report(
        "甲" + IDENTITY, "请致电13812345678", "zhangsan@qq.com", ("note", "（联系人：查永斌 电话：2856011）")
    )
    shown = repr(decide(report, RULES))
    for secret in (IDENTITY, IDENTITY[:6], "13812345678", "zhangsan", "查永斌", "2856011"):
        assert secret not in shown


def test_earlier_errors_hold_and_others_do_not():
    warning = replace(error("date-missing"), severity=Severity.WARNING)
    decision = decide(build_report(*CLEAN), RULES, earlier=(error("garbled-text"), warning))
    assert not decision.publish
    assert codes(decision) == ["garbled-text"]


def test_earlier_error_can_be_allowed_unless_on_the_list():
    report = build_report(*CLEAN, review=review_of("garbled-text", "fidelity-broken"))
    decision = decide(report, RULES, earlier=(error("garbled-text"),))
    assert decision.publish
    assert decision.allowed == ("garbled-text",)
    held = decide(report, RULES, earlier=(error("fidelity-broken"),))
    assert not held.publish
    assert held.allowed == ()


def test_code_of_an_earlier_note_is_known():
    note = replace(error("date-missing"), severity=Severity.NOTE)
    decision = decide(build_report(*CLEAN, review=review_of("date-missing")), RULES, earlier=(note,))
    assert codes(decision) == []


def test_allowed_finding_stays_as_a_note_with_the_date():
    report = build_report(*CLEAN, "请致电13812345678", review=review_of("private-mobile"))
    decision = decide(report, RULES)
    assert decision.publish
    assert decision.allowed == ("private-mobile",)
    (reason,) = decision.reasons
    assert reason.severity is Severity.NOTE
    assert "2024-05-06" in reason.message


@pytest.mark.parametrize(
    ("text", "code"),
    [("机密★10年", "secrecy-mark"), ("甲" + IDENTITY, "identity-number"), ("卡号6222021234567890128", "bank-card")],
)
def test_what_no_reviewer_can_allow(text, code):
    decision = decide(build_report(text, *CLEAN, review=review_of(code)), RULES)
    assert not decision.publish
    assert decision.allowed == ()
    assert sorted(codes(decision)) == sorted([code, "review-not-allowable"])


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "关于" + IDENTITY + "的报告"},
        {"remarks": ("经办人身份证" + IDENTITY,)},
        {"index_number": IDENTITY},
        {"document_number": IDENTITY},
        {"review": replace(review_of("other"), reason="当事人" + IDENTITY)},
    ],
)
def test_published_metadata_are_looked_at(changes):
    decision = decide(build_report(*CLEAN, **changes), RULES)
    assert not decision.publish
    assert "identity-number" in codes(decision)
    assert all(reason.line is None for reason in decision.reasons)


def test_title_that_the_document_states_is_told_once():
    report = build_report(("title", "关于" + IDENTITY + "的报告"))
    report = replace(
        report,
        title=report.document.blocks[0].text,
        document=replace(report.document, title=report.document.blocks[0].text),
    )
    assert codes(decide(report, RULES)) == ["identity-number"]


@pytest.mark.parametrize(
    ("attribute", "code"),
    [
        (Disclosure.ON_REQUEST, "disclosure-on-request"),
        (Disclosure.WITHHELD, "disclosure-withheld"),
        (Disclosure.UNKNOWN, "no-disclosure-basis"),
    ],
)
def test_attribute_alone_holds(attribute, code):
    report = build_report(*CLEAN[:-1], disclosure=DisclosureBasis(attribute=attribute, basis="附属说明文件"))
    assert codes(decide(report, RULES)) == [code]


def test_require_mark():
    strict = replace(RULES, require_mark=True)
    assert decide(build_report(*CLEAN), strict).publish
    decision = decide(build_report(*CLEAN[:-1], disclosure=PROACTIVE), strict)
    assert codes(decision) == ["mark-required"]


def test_many_findings_are_counted_not_listed():
    report = build_report(*(f"第{number}人{IDENTITY}" for number in range(50)))
    decision = decide(report, RULES)
    assert codes(decision) == ["identity-number"] * 20 + ["more-findings"]
    assert "30" in decision.reasons[-1].message


def test_reasons_are_in_order_and_stable():
    report = build_report("机密★1年", "请致电13812345678", "甲" + IDENTITY)
    decision = decide(report, RULES)
    assert [reason.line for reason in decision.reasons] == [1, 2, 3]
    assert decision == decide(report, RULES)


def test_empty_document():
    assert codes(decide(build_report(disclosure=DisclosureBasis()), RULES)) == ["no-disclosure-basis"]
