"""Themes against the hand reading, scored as micro-F1 over (section, theme)."""

from __future__ import annotations

from tests.corpus.gold_readings import gold_themes, inspected

GOAL = 0.85


def test_themes_reach_the_goal() -> None:
    right = extra = missed = 0
    for (report, section), wanted in gold_themes().items():
        found = {theme["id"] for theme in inspected(report)["themes"] if section in theme["sections"]}
        right += len(wanted & found)
        extra += len(found - wanted)
        missed += len(wanted - found)
    score = 2 * right / (2 * right + extra + missed)
    told = f"micro-F1 {score:.3f} (right {right}, extra {extra}, missed {missed})"
    assert score >= GOAL, told


def test_every_assignment_says_why() -> None:
    for report in {report for report, _ in gold_themes()}:
        for theme in inspected(report)["themes"]:
            assert theme["evidence"]
            assert all(evidence["words"] and evidence["anchor"] for evidence in theme["evidence"])
            assert all(word["line"] >= 1 for evidence in theme["evidence"] for word in evidence["words"])
