"""Figures against the hand reading: recall and precision of facts, and every trap refused."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.bench.score_figures import GOAL, GOLD, Score, read_gold, score


def test_figures_reach_the_goal() -> None:
    result = score(read_gold(GOLD))
    missed = [f"{fact['report']} {fact['phrase']}" for fact in result.missed]
    extra = [f"{name} {figure.phrase}" for name, figure in result.extra]
    assert result.recall >= GOAL, missed
    assert result.precision >= GOAL, extra


def test_every_trap_is_refused() -> None:
    result = score(read_gold(GOLD))
    assert result.traps == 19
    assert not result.trapped, [(trap["phrase"], figure.phrase) for trap, figure in result.trapped]


def test_every_figure_is_in_the_section_that_was_read() -> None:
    result = score(read_gold(GOLD))
    wrong = [
        (fact["section"], figure.section)
        for fact, figure in result.right
        if not figure.section.startswith(fact["section"])
    ]
    assert not wrong


INVENTED = Path(__file__).parent / "invented"


@cache
def invented() -> Score:
    return score(read_gold(INVENTED / "figures.jsonl"), lambda name: (INVENTED / "texts" / f"{name}.txt").read_bytes())


def test_invented_reports_reach_more_than_the_goal() -> None:
    result = invented()
    assert result.recall >= 0.97, [f"{fact['report']} {fact['phrase']}" for fact in result.missed]
    assert result.precision >= 0.99, [f"{name} {figure.phrase}" for name, figure in result.extra]


def test_few_traps_of_the_invented_reports_are_fallen_into() -> None:
    """What is left: a rule of thumb in percent, a legal time limit, and a fact told again with another noun."""
    result = invented()
    assert result.traps >= 1250
    assert len(result.trapped) <= 4, [(trap["phrase"], figure.phrase) for trap, figure in result.trapped]


def test_the_invented_list_stands_in_its_texts() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (INVENTED / "texts").glob("*.txt")}
    for fact in read_gold(INVENTED / "figures.jsonl"):
        stated = texts[fact["report"]][fact["start"] : fact["end"]]
        assert stated.replace("\n", "") == fact["phrase"], fact


def test_a_fact_that_was_not_found_lowers_the_score() -> None:
    """The scorer itself can say no."""
    gold = read_gold(GOLD)
    invented = {**gold[0], "number": 987654}
    result = score([*gold, invented])
    assert [fact["number"] for fact in result.missed] == [987654]
    fewer = [fact for fact in gold if fact["number"] != 267]
    assert [figure.number for _, figure in score(fewer).extra] == [267]
