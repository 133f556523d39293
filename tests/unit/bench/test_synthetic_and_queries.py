"""What the benchmark of the search measures with: its texts, its queries, and what it takes for the truth."""

from __future__ import annotations

import http.client
import math
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.model import SearchPassage, SearchReport
from tests.bench.measured import CommandFailedError, Measured, run_measured
from tests.bench.progress import Progress
from tests.bench.queries import Query, draw_queries, normal_form
from tests.bench.search_browser import Answer, Cold
from tests.bench.search_judge import Quality, faults, judge_first_pages, places_of, share_at
from tests.bench.search_peers import Peer
from tests.bench.search_reports import newest_report, number_of, read_reports, search_report, write_reports
from tests.bench.search_served import Moved, Served
from tests.bench.search_table import Added, Run, written
from tests.bench.search_truth import Truth, find_truth, place
from tests.bench.synthetic import make_report, make_reports

KINDS = {"plain", "words", "full-width", "recombined", "traditional", "spaced", "mixed", "absent"}


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    return [paragraph for report in make_reports(40, first=500) for paragraph in report.paragraphs]


@pytest.fixture(scope="module")
def queries(paragraphs: list[str]) -> tuple[Query, ...]:
    return draw_queries(paragraphs, 160)


def test_a_number_makes_one_report_whatever_was_made_before() -> None:
    some = list(make_reports(20))
    assert [make_report(number) for number in reversed(range(20))] == some[::-1]
    assert list(make_reports(5, first=7)) == some[7:12]


def test_no_two_reports_are_alike() -> None:
    some = list(make_reports(400))
    assert len({report.text for report in some}) == 400
    assert len({report.title for report in some}) == 400
    assert len({(report.agency_id, report.year) for report in some}) == 400
    # Sixteen years an agency.
    assert len({report.agency for report in some}) == 25
    assert 1000 < sum(len(report.text) for report in some) / 400 < 10_000


def test_reports_are_parsed_into_passages_with_headings() -> None:
    report = search_report(33)
    assert report.report_id.endswith("-000033")
    assert number_of(report.report_id) == 33
    assert report.passages[0].text == report.title
    assert report.passages[0].heading_end == len(report.title)
    assert len({passage.anchor for passage in report.passages}) == len(report.passages) > 10
    assert any(0 < passage.heading_end < len(passage.text) for passage in report.passages)
    assert any(passage.themes for passage in report.passages)
    assert newest_report(33).date > max(made.date for made in make_reports(50))


def test_reports_are_kept_in_a_file_and_read_one_at_a_time(tmp_path: Path) -> None:
    write_reports(tmp_path / "reports", 3, Progress("改编文件"))
    assert list(read_reports(tmp_path / "reports")) == [search_report(number) for number in range(3)]


def test_queries_follow_from_the_texts_alone_and_take_turns(paragraphs: list[str], queries: tuple[Query, ...]) -> None:
    assert draw_queries(paragraphs, 160) == queries
    assert {query.kind for query in queries[:8]} == KINDS
    assert [query.kind for query in queries[8:16]] == [query.kind for query in queries[:8]]


def test_queries_stand_in_the_texts_as_their_kind_says(paragraphs: list[str], queries: tuple[Query, ...]) -> None:
    to_simplified = opencc.OpenCC("t2s")
    normals = [normal_form(paragraph, to_simplified) for paragraph in paragraphs]
    whole = "\n".join(normals)
    for query in queries:
        typed = normal_form(query.text.replace('"', ""), to_simplified)
        if query.kind == "absent":
            assert query.needle == ""
            assert typed not in whole
            continue
        assert typed == query.needle
        assert 2 <= len(query.needle) <= 13
        if query.kind == "recombined":
            assert all(one + other in whole for one, other in pairwise(query.needle))
        else:
            assert query.needle in whole
    of_kind = {kind: [query.text for query in queries if query.kind == kind] for kind in KINDS}
    assert all(any("\uff01" <= character <= "\uff5e" for character in text) for text in of_kind["full-width"])
    assert all(" " in text.strip('"') for text in of_kind["spaced"])
    assert all(any(map(str.isascii, text)) and not text.isascii() for text in of_kind["mixed"])
    assert any(text != opencc.OpenCC("t2s").convert(text) for text in of_kind["traditional"])
    # What an index of pairs alone would take for a hit.
    recombined = [query.needle for query in queries if query.kind == "recombined"]
    assert sum(needle not in whole for needle in recombined) > len(recombined) / 3


def made(number: int, *texts: str, agency: str = "") -> SearchReport:
    passages = tuple(SearchPassage(anchor=f"p-{at}", label="", text=text) for at, text in enumerate(texts, 1))
    report_id = f"agency/2021-{number:06}"
    return SearchReport(report_id=report_id, uri="", title="标题", agency=agency, passages=passages)


def test_truth_is_every_passage_and_field_that_holds_the_phrase() -> None:
    reports = [
        made(7, "依法行 政", "行政依法", agency="甲市司法局"),
        made(8, "依法", "行政"),
        made(9, "依法行政，依法行政", "２０２１年"),
    ]
    found, looked = find_truth(iter(reports), ["依法行政", "司法", "2021年", "", "没有"])
    ids = [report.report_id for report in reports]
    assert list(found[0].places) == [place(ids[0], "p-1"), place(ids[2], "p-1")]
    assert list(found[0].reports) == [7, 9]
    assert list(found[1].places) == [place(ids[0], "agency")]
    assert list(found[2].places) == [place(ids[2], "p-2")]
    printed = SearchPassage(anchor="p-1", label="", text="标 题", heading_end=3)
    both, _ = find_truth([made(1, "标题"), replace(made(2), passages=(printed,))], ["标题"])
    assert list(both[0].places) == [place(made(1).report_id, name) for name in ("title", "p-1")] + [
        place(made(2).report_id, "p-1")
    ]
    assert [list(one.places) for one in found[3:]] == [[], []]
    assert (looked.reports, looked.passages, looked.characters) == (3, 6, 27)


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_recall_and_precision_of_one_query(wanted: set[int], answered: set[int]) -> None:
    quality = Quality()
    quality.add(wanted, answered)
    assert (quality.recall == 1) == (bool(wanted) and wanted <= answered)
    assert (quality.precision == 1) == (bool(answered) and answered <= wanted)
    assert quality.absent_answered == (not wanted and bool(answered))
    assert math.isnan(quality.recall) == (not wanted)


def answer(*hits: tuple[str, str, tuple[str, ...]], total: int, reports: int, exact: bool = True) -> Answer:
    groups = len({report for report, _, _ in hits})
    return Answer(milliseconds=1, total=total, reports=reports, exact=exact, relaxed=False, groups=groups, hits=hits)


def test_first_pages_are_judged() -> None:
    query = Query(text="依法", needle="依法", kind="plain")
    truth, _ = find_truth([made(1, "依法", "又依 法"), made(2, "依法")], ["依法"])
    one, two = "agency/2021-000001", "agency/2021-000002"
    both = [(one, "p-1", ("依法",)), (one, "p-2", ("依 法",))]
    good = answer(*both, (two, "p-1", ("依法",)), total=3, reports=2)
    faulty = {
        "": good,
        "missing": answer(both[0], (two, "p-1", ("依法",)), total=3, reports=2),
        "untrue": answer(*both, (two, "p-1", ("依法",)), (two, "p-2", ("依法",)), total=3, reports=2),
        "short": answer(*both, total=3, reports=2),
        "wrong_exact": answer(*both, (two, "p-1", ("依法",)), total=4, reports=2),
    }
    for fault, given_answer in faulty.items():
        judged = judge_first_pages([query], truth, [given_answer])
        found = {name for name in ("missing", "untrue", "short", "wrong_exact") if getattr(judged, name)}
        assert found == ({fault} if fault else set())
    marked = answer(*both, (two, "p-1", ("法",)), total=3, reports=2)
    assert judge_first_pages([query], truth, [marked]).untrue == 1
    about = answer(*both, (two, "p-1", ("依法",)), total=9, reports=3, exact=False)
    judged = judge_first_pages([query], truth, [about])
    assert (judged.said_exact, judged.off) == (0, [0.5])
    assert judge_first_pages([query], [Truth()], [good]).untrue == 3


def test_a_run_is_right_only_where_nothing_is_missing_untrue_or_miscounted() -> None:
    query = Query(text="依法", needle="依法", kind="plain")
    truths, collection = find_truth([made(1, "依法", "又依 法")], ["依法"])
    both = [("agency/2021-000001", "p-1", ("依法",)), ("agency/2021-000001", "p-2", ("依 法",))]
    cold = Cold(milliseconds=12, moved=Moved(requests=3, size=4567, with_heads=5000))
    built = {"seconds": 1.0, "size": 10, "files": 2, "segments": ["s"], "modules_size": 1, "manifest_size": 1}

    def run(given_answer: Answer) -> Run:
        quality = Quality()
        quality.add(truths[0].places, places_of(given_answer))
        measured = Measured(seconds=1, processor=1, memory=80, output="")
        added = Added(name="更新的一份", seconds=1, files=9, size=1_000_000, reports=3)
        by_report = Quality()
        by_report.add([1], [1])
        peer = Peer(name="别的检索", built=measured, size=3_000_000, files=1, cold=(cold,), answers=((1, 2),))
        return Run(
            collection=collection,
            queries=(query,),
            truths=tuple(truths),
            built=measured,
            index=built,
            cold=(cold,),
            faceted=(cold,),
            first=(given_answer,),
            pages=judge_first_pages([query], truths, [given_answer]),
            complete={0: given_answer},
            passages={"": quality, "plain": quality},
            by_report={"": by_report, "plain": by_report},
            added=(added,),
            peers=(peer,),
            load=0.5,
        )

    good = run(answer(*both, total=2, reports=1))
    assert good.is_right
    assert list(faults(query, truths[0], good.complete[0])) == []
    wrong = answer(both[0], (both[0][0], "p-3", ("依法",)), total=3, reports=1)
    assert [fault[:2] for fault in faults(query, truths[0], wrong)] == ["漏答", "错答", "计数"]
    table = written([good])
    assert "| 全部结果：查全率 / 查准率 | 1.000 / 1.000 |" in table
    assert "| 首次检索下载：中位 / 95% 分位 / 最多 | 4.6 KB / 4.6 KB / 4.6 KB |" in table
    assert "| 原样，任意截取 | 1.000 / 1.000 | 1.000 / 0.500 |" in table
    assert not run(answer(both[0], total=2, reports=1)).is_right
    assert not run(answer(*both, (both[0][0], "p-3", ("依法",)), total=2, reports=1)).is_right
    assert not run(answer(*both, total=3, reports=1)).is_right
    assert run(answer(*both, total=3, reports=1, exact=False)).is_right


def test_share_at_is_the_nearest_rank() -> None:
    assert [share_at([3, 1, 2, 4], share) for share in (0.25, 0.5, 0.95, 1)] == [1, 2, 4, 4]
    assert math.isnan(share_at([], 0.5))


def test_the_server_counts_what_it_sends(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.bin").write_bytes(b"x" * 1234)
    (tmp_path / "secret").write_text("x")
    with Served(tmp_path / "site") as served:
        connection = http.client.HTTPConnection("127.0.0.1", served.port)
        statuses = []
        for path in ("/a.bin", "/missing", "/../secret", "/-/blank.html", "/a.bin?x=1"):
            connection.request("GET", path)
            reply = connection.getresponse()
            statuses.append((reply.status, len(reply.read())))
        connection.close()
        moved = served.taken()
        assert served.taken().requests == 0
    assert [status for status, _ in statuses] == [200, 404, 404, 200, 200]
    assert (moved.requests, moved.size) == (2, 2468)
    assert 2468 + 100 < moved.with_heads < 2468 + 400


def test_memory_of_a_command_is_its_own(tmp_path: Path) -> None:
    """Also where the one that asks is large."""
    ballast = bytearray(200 << 20)
    small = run_measured([sys.executable, "-c", "print('好')"], folder=tmp_path)
    large = run_measured([sys.executable, "-c", "x = bytearray(b'x') * (120 << 20)"], folder=tmp_path)
    assert len(ballast) == 200 << 20
    assert small.output.strip() == "好"
    assert small.memory < 100 < large.memory < 200
    with pytest.raises(CommandFailedError, match="why"):
        run_measured([sys.executable, "-c", "raise SystemExit('why')"], folder=tmp_path)
