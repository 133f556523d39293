"""What may be published: disclosure, secrecy marks, personal data, masks.

``decide`` is pure: a report and the rules in, a ``Decision`` out.  No value that is found is ever repeated: findings
carry a code, a line and what to do; masks carry offsets.
"""

from generator.gate.decide import decide
from generator.gate.findings import GATE_FINDINGS
from generator.gate.rules import GateRules, load_gate_rules

__all__ = ["GATE_FINDINGS", "GateRules", "decide", "load_gate_rules"]
