"""Measure the search: its index, its answers beside grep's, and what a reader's browser has to load.

``python -m tests.bench.bench_search 1000 10000`` makes up collections of these sizes, draws queries by rule, and
writes a table in Markdown; ``--peers`` adds two other searches over the same texts and queries.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measured import Measured, run_measured
from tests.bench.progress import Progress, say
from tests.bench.queries import Query, draw_queries
from tests.bench.search_browser import FIRST_PAGE, WITH_FACETS, Answer, ask, ask_all, ask_cold, chromium, open_page
from tests.bench.search_judge import Quality, faults, judge_first_pages, places_of, reports_of
from tests.bench.search_peers import Peer, find_pagefind, measure_material, measure_pagefind
from tests.bench.search_reports import read_reports, write_reports
from tests.bench.search_served import Served
from tests.bench.search_table import Added, Run, written
from tests.bench.search_truth import Truth, find_truth

ROOT = Path(__file__).resolve().parents[2]
MOST_COMPLETE = 2000  # passages: a list of more is not asked for as a whole
ALL_COMPLETE = 1000  # reports: up to here every list is
DRAWN_FROM = 400  # reports that queries are drawn from
MOST_MATERIAL = 1000  # reports: beyond, its index takes browsers minutes to load
FACET_EVERY = 3  # of the cold queries
ADDED = 5
KEPT_TEXTS = 10_000  # by the page that asks for complete lists: they are read again and again


def main() -> int:
    """Measure each size and write the table."""
    asked = _arguments()
    runs = []
    with _folder(asked.folder) as place:
        for size in asked.sizes:
            runs.append(_measured(size, asked, place))
            # After each size: an hour's work is not lost by what comes after it.
            table = written(runs)
            if asked.output:
                asked.output.write_text(table, encoding="utf-8")
    sys.stdout.write(table)
    return 0 if all(run.is_right for run in runs) else 1


def _arguments() -> argparse.Namespace:
    reader = argparse.ArgumentParser(
        prog="python -m tests.bench.bench_search",
        description="测量检索：索引的大小与生成时间，查全率与查准率（以逐段比对为准），浏览器需要下载多少、等待多久。"
        "文件由五份真实报告按规则改编而成，同样的份数总得到同样的文件与检索词；结果为 Markdown 表格。"
        "有一处错答、漏答或错误计数时退出码为 1。",
    )
    reader.add_argument("sizes", metavar="份数", type=int, nargs="*", default=[1000, 10000], help="默认 1000 10000")
    reader.add_argument("--queries", metavar="个数", type=int, default=300, help="检索词个数，默认 300")
    reader.add_argument("--cold", metavar="个数", type=int, default=100, help="其中用全新浏览器检索的个数，默认 100")
    reader.add_argument("--peers", action="store_true", help="同时测量 Pagefind 与 Material 自带检索")
    reader.add_argument(
        "--peers-dir",
        metavar="文件夹",
        type=Path,
        help="装有 Pagefind 的文件夹，例如先运行 npm install --prefix 文件夹 pagefind；没有则跳过 Pagefind",
    )
    reader.add_argument("--output", metavar="文件", type=Path, help="表格另存为文件")
    reader.add_argument(
        "--folder",
        metavar="文件夹",
        type=Path,
        help="存放改编文件与索引，下次接着用其中的改编文件（改编规则或解析器变了须先清空）；默认用完即删",
    )
    asked = reader.parse_args()
    if min([*asked.sizes, asked.queries, asked.cold]) < 1:
        reader.error("份数与个数须为正整数")
    return asked


@contextmanager
def _folder(named: Path | None) -> Iterator[Path]:
    """A working folder: the one named, which stays, or a temporary one."""
    if named:
        named.mkdir(parents=True, exist_ok=True)
        yield named.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-search-") as place:
        yield Path(place)


def _measured(size: int, asked: argparse.Namespace, place: Path) -> Run:
    reports = place / f"reports-{size}.pickle"
    write_reports(reports, size, Progress(f"{size} 份：改编文件"))
    queries = draw_queries(_texts(reports, size), asked.queries)
    sample = _spread(queries, asked.cold)
    say(f"{size} 份：逐段比对 {len(queries)} 个检索词")
    truths, collection = find_truth(read_reports(reports), [query.needle for query in queries])
    say(f"{size} 份：建索引")
    site = place / f"site-{size}"
    shutil.rmtree(site, ignore_errors=True)
    load = os.getloadavg()[0]
    measured, built = _build(reports, site)
    with chromium() as browser, Served(site) as served:
        cold = ask_cold(browser, served, sample, FIRST_PAGE, f"{size} 份：首次检索")
        faceted = ask_cold(browser, served, sample[::FACET_EVERY], WITH_FACETS, f"{size} 份：首次检索（含筛选计数）")
        first = ask_all(browser, served, queries, FIRST_PAGE, f"{size} 份：连续检索")
        complete = {}
        progress = Progress(f"{size} 份：全部结果")
        with open_page(browser, served, texts=KEPT_TEXTS) as page:
            for index, (query, truth) in enumerate(zip(queries, truths, strict=True)):
                if size <= ALL_COMPLETE or len(truth.places) <= MOST_COMPLETE:
                    # Infinity has no form in JSON.
                    complete[index] = ask(page, query, {"limit": size})
                    for fault in faults(query, truth, complete[index]):
                        say(fault)
                progress.step(index + 1, len(queries))
    added = tuple(_added(reports, site, size, place))
    return Run(
        collection=collection,
        queries=queries,
        truths=tuple(truths),
        built=measured,
        index=built,
        cold=tuple(cold),
        faceted=tuple(faceted),
        first=tuple(first),
        pages=judge_first_pages(queries, truths, first),
        complete=complete,
        passages=_quality(queries, truths, complete, is_by_report=False),
        by_report=_quality(queries, truths, complete, is_by_report=True),
        added=added,
        peers=tuple(_peers(size, reports, queries, asked, place)) if asked.peers else (),
        load=load,
    )


def _texts(reports: Path, size: int) -> list[str]:
    step = -(-size // DRAWN_FROM)
    return [
        passage.text
        for number, report in enumerate(read_reports(reports))
        if number % step == 0
        for passage in report.passages
    ]


def _spread(queries: Sequence[Query], count: int) -> tuple[Query, ...]:
    """Some of the queries, of all kinds alike: kinds take turns, and an odd step meets each."""
    step = max(1, len(queries) // count)
    return tuple(queries[:: step if step % 2 else step - 1])[:count]


def _build(reports: Path, site: Path, *added: str) -> tuple[Measured, dict[str, float]]:
    command: list[str | Path] = [sys.executable, "-m", "tests.bench.search_build", reports, site, *added]
    measured = run_measured(command, folder=ROOT)
    return measured, json.loads(measured.output)


def _added(reports: Path, site: Path, size: int, place: Path) -> Iterator[Added]:
    """One report more, newer than all others, so many times; then one that is not newer."""
    changed = place / f"site-{size}-and-more"
    cases = [("更新的一份", ("--add", *map(str, range(size, size + count)))) for count in range(1, ADDED + 1)]
    cases.append(("补发的旧文件一份", ("--add-old", str(size))))
    for number, (name, options) in enumerate(cases):
        if number == 0 or options[0] == "--add-old":
            shutil.rmtree(changed, ignore_errors=True)
            shutil.copytree(site, changed)
        say(f"{size} 份：增加{name}")
        before = _listing(changed)
        _, told = _build(reports, changed, *options)
        after = _listing(changed)
        new = {path for path, what in after.items() if before.get(path) != what}
        yield Added(
            name=name,
            seconds=told["seconds"],
            files=len(new),
            size=sum(after[path][0] for path in new),
            reports=int(told["rewritten_reports"]),
        )
    shutil.rmtree(changed)


def _listing(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Size and digest of every file."""
    contents = ((path, path.read_bytes()) for path in folder.rglob("*") if path.is_file())
    return {str(path): (len(content), hashlib.sha256(content).digest()) for path, content in contents}


def _quality(
    queries: tuple[Query, ...], truths: list[Truth], complete: dict[int, Answer], *, is_by_report: bool
) -> dict[str, Quality]:
    """By kind of query, and of all (the empty name)."""
    found = {"": Quality()}
    for index, answer in complete.items():
        truth = truths[index]
        wanted, given = (truth.reports, reports_of(answer)) if is_by_report else (truth.places, places_of(answer))
        for kind in ("", queries[index].kind):
            found.setdefault(kind, Quality()).add(wanted, given)
    return found


def _peers(
    size: int, reports: Path, queries: tuple[Query, ...], asked: argparse.Namespace, place: Path
) -> Iterator[Peer]:
    program = find_pagefind(asked.peers_dir.resolve()) if asked.peers_dir else None
    if program is None:
        say("跳过 Pagefind：没有找到 pagefind_extended（用 --peers-dir 指明所在文件夹）")
    else:
        with _empty(place / "pagefind") as folder:
            yield from measure_pagefind(
                program, read_reports(reports), folder, queries, _spread(queries, asked.cold // 2)
            )
    if size > MOST_MATERIAL:
        say(f"跳过 Material 自带检索：{size} 份超过 {MOST_MATERIAL} 份，浏览器载入其索引要数分钟")
    else:
        with _empty(place / "material") as folder:
            yield measure_material(read_reports(reports), folder, queries)


@contextmanager
def _empty(place: Path) -> Iterator[Path]:
    """An empty folder, removed in the end."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    yield place
    shutil.rmtree(place)


if __name__ == "__main__":
    sys.exit(main())
