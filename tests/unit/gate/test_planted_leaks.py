"""Any leak, planted anywhere in a clean text, holds the report; clean texts never do."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.gate.check_digits import identity_check_digit, luhn_valid
from generator.gate.decide import decide
from generator.gate.rules import load_gate_rules
from tests.unit.gate.gate_documents import CLEAN, build_report

RULES = load_gate_rules()
ROOT = Path(__file__).parents[3]
IDENTITY = "11010519491231002X"

LEAKS = {
    "secrecy": (["机密★10年"], "secrecy-mark"),
    "secrecy, zero width and full width": (["秘\u200b密★１０年"], "secrecy-mark"),
    "secrecy, letter-spaced": (["绝　密 ☆ 长期"], "secrecy-mark"),
    "internal": (["内部资料，注意保存"], "internal-mark"),
    "on request": (["（此件依申请公开）"], "disclosure-on-request"),
    "withheld": (["公开方式：不予公开"], "disclosure-withheld"),
    "identity": (["当事人身份证号码" + IDENTITY + "。"], "identity-number"),
    "identity, full width": (["号码１１０１０５１９４９１２３１００２ｘ。"], "identity-number"),
    "identity, spaced": (["号码1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X。"], "identity-number"),
    "identity, hyphens": (["号码110105-1949-1231-002X。"], "identity-number"),
    "identity, over two blocks": (["号码1101051949", "1231002X。"], "identity-number"),
    "identity, suspect": (["号码110105194912310029。"], "identity-number-suspect"),
    "identity, old": (["号码110105491231002。"], "identity-number-old"),
    "bank card": (["汇入6222021234567890128账户。"], "bank-card"),
    "mobile": (["请拨打13812345678。"], "private-mobile"),
    "mobile, written in groups": (["请拨打＋86 138-1234-5678。"], "private-mobile"),
    "passport": (["持护照E12345678。"], "passport-number"),
    "plate": (["驾驶闽D·12345小客车。"], "vehicle-plate"),
    "email": (["发至 zhangsan@qq.com。"], "private-email"),
    "address": (["户籍地址：某县某镇某村12号。"], "home-address"),
    "name list": (["某村低保名单", "王小明", "李芳", "张建国", "陈静", "刘洋"], "name-list"),
}


@pytest.mark.parametrize(("lines", "code"), LEAKS.values(), ids=LEAKS)
@pytest.mark.parametrize("position", range(len(CLEAN) + 1))
def test_planted_line_is_held_at_its_place(lines, code, position):
    decision = decide(build_report(*CLEAN[:position], *lines, *CLEAN[position:]), RULES)
    assert not decision.publish
    assert (code, position + 1) in [(reason.code, reason.line) for reason in decision.reasons]


INLINE = {
    name: leak
    for name, leak in LEAKS.items()
    if leak[1]
    in {
        "identity-number",
        "identity-number-suspect",
        "identity-number-old",
        "bank-card",
        "private-mobile",
        "passport-number",
        "vehicle-plate",
        "private-email",
    }
    and len(leak[0]) == 1
}


@given(st.sampled_from(sorted(INLINE)), st.integers(0, len(CLEAN) - 1), st.integers(0, 200))
def test_leak_inside_a_sentence_is_held(name, block, offset):
    (leak,), code = INLINE[name]
    text = CLEAN[block]
    # Between two figures a number would become part of another number.
    offset = next(
        (at for at in range(min(offset, len(text)), -1, -1) if not text[max(0, at - 1) : at + 1].isascii()), 0
    )
    planted = f"{text[:offset]}，{leak}{text[offset:]}"
    decision = decide(build_report(*CLEAN[:block], planted, *CLEAN[block + 1 :]), RULES)
    assert code in [reason.code for reason in decision.reasons]


provinces = st.sampled_from(RULES.numbers.provinces)
births = st.dates(min_value=date(1900, 1, 1), max_value=date(2030, 12, 31))


@given(provinces, st.integers(0, 9999), births, st.integers(0, 999), st.sampled_from(["", " ", "-", "\u200b", "－"]))
def test_every_identity_number_is_held_however_it_is_parted(province, place, birth, serial, separator):
    body = f"{province}{place:04d}{birth:%Y%m%d}{serial:03d}"
    number = body + identity_check_digit(body)
    written = separator.join([number[:6], number[6:14], number[14:]])
    decision = decide(build_report("当事人" + written + "已结案。"), RULES)
    assert "identity-number" in [reason.code for reason in decision.reasons]


@given(st.from_regex(r"62[0-9]{13,16}", fullmatch=True), st.booleans())
def test_cards_are_held_exactly_when_luhn_is_true(body, grouped):
    last = next(digit for digit in "0123456789" if luhn_valid(body + digit))
    for digit in (last, str((int(last) + 1) % 10)):
        number = body + digit
        written = " ".join(number[at : at + 4] for at in range(0, len(number), 4)) if grouped else number
        found = {reason.code for reason in decide(build_report("付至" + written + "。"), RULES).reasons}
        shape = found & {"identity-number", "identity-number-suspect"}
        assert shape or ("bank-card" in found) == (digit == last)


@given(st.text("0123456789", min_size=20, max_size=40))
def test_longer_numbers_are_nobodys(digits):
    assert decide(build_report("条码" + digits + "。"), RULES).publish


@given(st.text(max_size=200))
def test_any_text_gets_a_decision(text):
    lines = [line for line in text.splitlines() if line.strip()]
    report = build_report(*lines, ("note", lines or ["甲"]))
    decision = decide(report, RULES)
    texts = {block.anchor: block.text for block in report.document.blocks}
    ends = {}
    for mask in decision.masks:
        assert ends.get(mask.anchor, 0) <= mask.start < mask.end <= len(texts[mask.anchor])
        ends[mask.anchor] = mask.end


SAMPLES = sorted((ROOT / "reports").glob("*/*.txt"))


def test_the_real_reports_are_there():
    # Without them the cases below would be skipped, which must not pass for "no false alarms".
    assert len(SAMPLES) >= 5


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", ["a block a line", "one block"])
def test_real_reports_are_not_held(path, form):
    lines = path.read_text(encoding="utf-8").splitlines()
    report = build_report(*lines) if form == "a block a line" else build_report(("paragraph", lines))
    assert [reason for reason in decide(report, RULES).reasons if reason.code != "contact-in-note"] == []


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 100_000,
        "12 " * 70_000,
        "138-" * 50_000,
        "(" * 100_000,
        "联系人：" * 30_000,
        "a" * 200_000 + "@",
        "住址：" * 50_000,
        "低保名单、" * 40_000,
        "秘 " * 100_000,
        "一" * 200_000,
        "一 " * 100_000,
        "一三八12" * 40_000,
    ],
    ids=[
        "spaced digits",
        "pairs",
        "hyphens",
        "brackets",
        "labels",
        "mail",
        "addresses",
        "lists",
        "levels",
        "numerals",
        "spaced numerals",
        "mixed",
    ],
)
@pytest.mark.parametrize("kind", ["paragraph", "note"])
def test_hostile_text_takes_linear_time(text, kind):
    started = time.process_time()
    decide(build_report((kind, text), (kind, text)), RULES)
    assert time.process_time() - started < 10
