"""Golden cases of the gate: tests/golden/gate/*.yml, readable without knowing the program.

A file holds cases.  A case: ``title``, ``document`` (each entry a block: a text, or ``kind: text``, or ``kind: [lines]``; a
``table`` has rows of cells),
perhaps ``disclosure`` (proactive on_request withheld unknown) and ``allow`` (a reviewer's record), and ``expected``:
``decision``, ``codes`` (``code`` or ``code@line``) and ``masks`` (what is covered).
"""

from pathlib import Path

import pytest
import yaml

from generator.gate.decide import decide
from generator.gate.rules import load_gate_rules
from generator.model.report import Disclosure, DisclosureBasis
from tests.unit.gate.gate_documents import build_report, review_of

FOLDER = Path(__file__).parents[2] / "golden" / "gate"
KEYS = {"title", "document", "disclosure", "mark", "allow", "expected"}
EXPECTED_KEYS = {"decision", "codes", "masks"}


def _cases():
    for path in sorted(FOLDER.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['title']}")


def test_there_are_golden_cases():
    assert len(list(_cases())) >= 80


@pytest.mark.parametrize("case", list(_cases()))
def test_golden(case):
    assert set(case) <= KEYS
    assert set(case["expected"]) <= EXPECTED_KEYS
    entries = [entry if isinstance(entry, str) else next(iter(entry.items())) for entry in case["document"]]
    attribute = Disclosure(case.get("disclosure", "proactive"))
    basis = DisclosureBasis(attribute=attribute, mark=case.get("mark", ""), basis="附属说明文件")
    review = review_of(*case["allow"]) if "allow" in case else None
    report = build_report(*entries, disclosure=basis, review=review)
    decision = decide(report, load_gate_rules())
    wanted = case["expected"].get("codes", [])
    found = [
        f"{reason.code}@{reason.line}" if any("@" in code for code in wanted) else reason.code
        for reason in decision.reasons
    ]
    texts = {block.anchor: block.text for block in report.document.blocks}
    masked = [texts[mask.anchor][mask.start : mask.end] for mask in decision.masks]
    assert ("publish" if decision.publish else "hold") == case["expected"]["decision"]
    assert sorted(found) == sorted(wanted)
    assert masked == case["expected"].get("masks", [])
