"""The rule of segments: few of them, and in the mean a report is rewritten seldom."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.search.segments import level, segment_ends

PER_LEVEL = 32


def segments(ids: list[str]) -> list[tuple[str, ...]]:
    return [tuple(ids[start:end]) for start, end in pairwise((0, *segment_ends(ids)))]


@given(st.lists(st.text(min_size=1), unique=True))
def test_every_report_is_in_one_segment_and_newer_ones_are_smaller_in_level(ids: list[str]) -> None:
    parts = segments(ids)
    assert [report_id for part in parts for report_id in part] == ids
    levels = [max(map(level, part)) for part in parts]
    assert levels == sorted(set(levels))


def test_levels_thin_out_by_32() -> None:
    levels = [level(f"agency-{number % 50}/{number}") for number in range(100_000)]
    for wanted in (1, 2):
        share = sum(own >= wanted for own in levels) / len(levels)
        assert 0.8 < share * PER_LEVEL**wanted < 1.25


def test_cost_of_adding_newest_reports_one_by_one() -> None:
    """40,000 additions: in the mean about 32 reports are rewritten for each of the three levels, mostly 32 or fewer."""
    ids: list[str] = []  # oldest first here, for quick appending
    stack: list[tuple[int, int]] = []  # (level, reports) of each segment, newest last
    costs = []
    for number in range(40_000):
        report_id = f"agency-{number % 50}/{number}"
        ids.append(report_id)
        size = 1
        while stack and stack[-1][0] <= level(report_id):
            size += stack.pop()[1]
        stack.append((level(report_id), size))
        costs.append(size)
        if number % 5000 == 4999:
            assert [len(part) for part in segments(ids[::-1])] == [own for _, own in reversed(stack)]
            assert len(stack) <= 5
    assert sum(costs) / len(costs) < PER_LEVEL * 3 * 1.5
    assert sum(cost <= 2 * PER_LEVEL for cost in costs) / len(costs) > 0.8
