from importlib.resources import files

import pytest
import yaml

from generator.errors import ConfigurationError
from generator.gate.findings import GATE_FINDINGS
from generator.gate.rules import load_gate_rules, read_gate_rules

CONTENT = files("generator.data").joinpath("gate.yml").read_text(encoding="utf-8")


def test_shipped_rules_are_valid_cached_and_hashable():
    assert load_gate_rules() is load_gate_rules()
    assert read_gate_rules(CONTENT, "gate.yml") == load_gate_rules()
    assert hash(load_gate_rules()) == hash(read_gate_rules(CONTENT, "gate.yml"))


def test_all_errors_are_told_at_once():
    tree = yaml.safe_load(CONTENT)
    tree["colour"] = "red"
    tree["secrecy"]["levels"] = []
    tree["numbers"]["provinces"] = ["Fujian"]
    del tree["surnames"]
    with pytest.raises(ConfigurationError) as caught:
        read_gate_rules(yaml.safe_dump(tree, allow_unicode=True), "gate.yml")
    for place in ("colour", "secrecy.levels", "numbers.provinces.0", "surnames", "gate.yml 有 5 处错误"):
        assert place in str(caught.value)


@pytest.mark.parametrize("content", ["a: [", "", "- 1"])
def test_what_is_no_rules_at_all(content):
    with pytest.raises(ConfigurationError, match=r"gate\.yml"):
        read_gate_rules(content, "gate.yml")


def test_findings_are_complete():
    codes = [kind.code for kind in GATE_FINDINGS]
    assert len(codes) == len(set(codes))
    assert {"secrecy-mark", "identity-number", "bank-card"} <= set(load_gate_rules().never_allow) & set(codes)
    for kind in GATE_FINDINGS:
        assert kind.explanation
        assert kind.remedy
        assert kind.at(1, place="正文", code="x", count=1).message
