"""What a reviewer's record lets pass.

政府信息公开条例 art. 17: review before publication, with someone responsible.
"""

from __future__ import annotations

from dataclasses import replace

from generator.gate.findings import GATE_FINDINGS, REVIEW_NOT_ALLOWABLE, REVIEW_UNKNOWN_CODE
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.report import Review


def apply_review(
    findings: tuple[Diagnostic, ...], review: Review | None, never_allow: tuple[str, ...], known: tuple[str, ...] = ()
) -> tuple[tuple[Diagnostic, ...], tuple[str, ...]]:
    """Let pass what a reviewer may and did allow.

    Args:
        findings: all findings; those of severity ERROR hold.
        review: the record from the sidecar, or None.
        never_allow: codes that no record can let pass.
        known: codes that exist besides those of the gate and of the findings.

    Returns:
        The findings, allowed ones turned into notes that say who allowed them and when, with a warning for each
        code that is unknown or can never be allowed; and the codes that were let pass, in the record's order.
    """
    if review is None:
        return findings, ()
    held = {finding.code for finding in findings if finding.severity is Severity.ERROR}
    existing = set(known) | {kind.code for kind in GATE_FINDINGS} | {finding.code for finding in findings}
    asked = tuple(dict.fromkeys(review.allow))
    allowed = tuple(code for code in asked if code in held and code not in never_allow)
    warnings = [
        (REVIEW_NOT_ALLOWABLE if code in never_allow else REVIEW_UNKNOWN_CODE).at(code=code)
        for code in asked
        if code in never_allow or code not in existing
    ]
    passed = tuple(
        replace(
            finding,
            severity=Severity.NOTE,
            message=f"{finding.message}（审查人已于{review.date.isoformat()}审查放行）",
        )
        if finding.code in allowed and finding.severity is Severity.ERROR
        else finding
        for finding in findings
    )
    return (*passed, *warnings), allowed
