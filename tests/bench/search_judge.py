"""What a search answered, beside what grep finds."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import opencc

from tests.bench.queries import Query, normal_form
from tests.bench.search_browser import Answer
from tests.bench.search_reports import number_of
from tests.bench.search_truth import Truth, place


@dataclass(slots=True)
class Quality:
    """Of complete lists of hits.

    Attributes:
        queries: asked.
        present: of these, with hits in the texts.
        wanted: hits in the texts, all queries together.
        found: of these, answered.
        answered: hits answered, true or not.
        recall_sum: of the recall of each query with hits in the texts.
        precision_sum: of the precision of each query with an answer.
        with_answer: queries with an answer.
        absent_answered: queries without hits in the texts that were answered all the same.
    """

    queries: int = 0
    present: int = 0
    wanted: int = 0
    found: int = 0
    answered: int = 0
    recall_sum: float = 0.0
    precision_sum: float = 0.0
    with_answer: int = 0
    absent_answered: int = 0

    def add(self, wanted: Collection[int], answered: Collection[int]) -> None:
        """One query: hits in the texts, hits answered."""
        true = len(set(wanted) & set(answered))
        self.queries += 1
        self.wanted += len(wanted)
        self.found += true
        self.answered += len(answered)
        if wanted:
            self.present += 1
            self.recall_sum += true / len(wanted)
        elif answered:
            self.absent_answered += 1
        if answered:
            self.with_answer += 1
            self.precision_sum += true / len(answered)

    @property
    def recall(self) -> float:
        """Mean over the queries with hits in the texts."""
        return self.recall_sum / self.present if self.present else math.nan

    @property
    def precision(self) -> float:
        """Mean over the queries with an answer."""
        return self.precision_sum / self.with_answer if self.with_answer else math.nan


@dataclass(slots=True)
class FirstPages:
    """Of first pages of results.

    Attributes:
        shown: passages shown.
        untrue: of these, not hits by grep, or marked at a place that is none.
        missing: passages of shown reports that hold the phrase and are not shown.
        short: pages with fewer reports than there are (at most ten).
        said_exact: answers that say their counts are exact.
        wrong_exact: of these, with another count than grep's.
        off: for each other answer, by what share of grep's count the number of reports is off.
        relaxed: answers for queries that stand nowhere, labelled as such.
    """

    shown: int = 0
    untrue: int = 0
    missing: int = 0
    short: int = 0
    said_exact: int = 0
    wrong_exact: int = 0
    off: list[float] = field(default_factory=list)
    relaxed: int = 0


def places_of(answer: Answer) -> list[int]:
    """The hits of an answer, each as a ``place``; an answer that is labelled as another question's has none."""
    return [] if answer.relaxed else [place(report, anchor) for report, anchor, _ in answer.hits]


def reports_of(answer: Answer) -> list[int]:
    """Numbers of the reports of an answer, each once."""
    return [] if answer.relaxed else sorted({number_of(report) for report, _, _ in answer.hits})


def judge_first_pages(queries: Sequence[Query], truths: Sequence[Truth], answers: Sequence[Answer]) -> FirstPages:
    """Compare first pages of ten reports with grep's lists."""
    judged = FirstPages()
    to_simplified = opencc.OpenCC("t2s")
    for query, truth, answer in zip(queries, truths, answers, strict=True):
        if answer.relaxed:
            judged.relaxed += 1
            judged.short += bool(truth.reports)
            continue
        true = set(truth.places)
        shown = places_of(answer)
        judged.shown += len(shown)
        judged.untrue += sum(one not in true for one in shown)
        marked = (pieces for _, _, pieces in answer.hits)
        judged.untrue += sum(
            not pieces or any(query.needle not in normal_form(piece, to_simplified) for piece in pieces)
            for pieces in marked
        )
        of_shown = set(reports_of(answer))
        judged.missing += sum(one >> 32 in of_shown for one in true) - len(true & set(shown))
        judged.short += answer.groups < min(10, len(truth.reports))
        if answer.exact:
            judged.said_exact += 1
            judged.wrong_exact += (answer.total, answer.reports) != (len(truth.places), len(truth.reports))
        else:
            judged.off.append(abs(answer.reports - len(truth.reports)) / max(1, len(truth.reports)))
    return judged


def faults(query: Query, truth: Truth, answer: Answer) -> Iterator[str]:
    """What is wrong with a complete list, in Chinese, for the person who looks for the reason."""
    true, given = set(truth.places), set(places_of(answer))
    for name, wrong in (("漏答", true - given), ("错答", given - true)):
        if wrong:
            numbers = sorted({one >> 32 for one in wrong})[:5]
            yield f"{name} {len(wrong)} 段（{query.kind} {query.text!r}，第 {numbers} 份等）"
    if answer.exact and (answer.total, answer.reports) != (len(truth.places), len(truth.reports)):
        said = f"{answer.total} 段 {answer.reports} 份"
        yield f"计数有误（{query.kind} {query.text!r}）：称 {said}，应为 {len(truth.places)} 段 {len(truth.reports)} 份"


def share_at(values: Iterable[float], share: float) -> float:
    """The value below or at which this share of all are (nearest rank); NaN of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan
