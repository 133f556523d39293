"""Two other searches for static sites, over the same texts and queries: Pagefind, and the one of Material for MkDocs.

Neither is a dependency: Pagefind is taken from a folder that the caller names.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.search.model import SearchReport
from tests.bench.measured import Measured, run_measured
from tests.bench.progress import Progress, say
from tests.bench.queries import Query
from tests.bench.search_browser import Cold, blank_page, chromium
from tests.bench.search_reports import number_of
from tests.bench.search_served import Served

# As this project used it before it had a search of its own.
_MKDOCS = """
site_name: 测量
theme: {name: material, language: zh, font: false}
nav: [index.md]
not_in_nav: /reports/
validation: {nav: {omitted_files: ignore}}
plugins:
  - search:
      lang: en
      pipeline: []
      fields: {title: {boost: 2}}
      separator: '[\\s\\u200b\\u3000\\-,.;:!?()\\[\\]{}"''/、。，．？！；：“”‘’（）《》〈〉【】〔〕「」『』—…～·]+|(?<=[0-9A-Za-z])(?=[\\u4e00-\\u9fff])|(?<=[\\u4e00-\\u9fff])(?=[0-9A-Za-z])'
"""
_MARKUP = re.compile(r"([\\`*_{}\[\]()>#+\-.!])")  # what Markdown lets be escaped
_MATERIAL_COLD_TIMES = 3  # it loads the same for every query
_PAGEFIND_OPEN = """async (base) => {
  globalThis.pagefind = await import(base + "pagefind/pagefind.js");
  await pagefind.init();
  globalThis.addresses = new Map();
}"""
_PAGEFIND_ALL = """async (query) => {
  const { results } = await pagefind.search(query);
  const missing = results.filter(({ id }) => !addresses.has(id));
  for (let at = 0; at < missing.length; at += 50) {
    await Promise.all(missing.slice(at, at + 50).map(async (one) => addresses.set(one.id, (await one.data()).url)));
  }
  return results.map(({ id }) => addresses.get(id));
}"""
_PAGEFIND_COLD = """async ([base, query]) => {
  const started = performance.now();
  const pagefind = await import(base + "pagefind/pagefind.js");
  await pagefind.init();
  const { results } = await pagefind.search(query);
  await Promise.all(results.slice(0, 10).map((one) => one.data()));
  return performance.now() - started;
}"""
_MATERIAL_START = """
  const told = (type) => new Promise((resolve) => {
    const listen = ({ data }) => { if (data.type === type) { worker.removeEventListener("message", listen); resolve(data.data); } };
    worker.addEventListener("message", listen);
  });
  const answer = async (query) => { const found = told(3); worker.postMessage({ type: 2, data: query }); return found; };
  const index = await (await fetch(base + "search/search_index.json")).json();
  const worker = new Worker(base + "assets/javascripts/workers/" + name);
  const ready = told(1);
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await ready;
"""
_MATERIAL_OPEN = f"async ([base, name]) => {{ {_MATERIAL_START} globalThis.answer = answer; }}"
_MATERIAL_ALL = """async (query) => {
  const { items } = await answer(query);
  return items.filter((group) => group.length).map((group) => group[0].location.split("#")[0]);
}"""
_MATERIAL_COLD = f"""async ([base, name, query]) => {{
  const started = performance.now();
  {_MATERIAL_START}
  await answer(query);
  return performance.now() - started;
}}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """What another search did.

    Attributes:
        name: for the table.
        built: seconds and memory of making its index.
        size: bytes of what it adds to the site.
        files: how many.
        cold: queries in new profiles.
        answers: for each query the numbers of the reports that it gave.
    """

    name: str
    built: Measured
    size: int
    files: int
    cold: tuple[Cold, ...]
    answers: tuple[tuple[int, ...], ...]


def find_pagefind(folder: Path) -> Path | None:
    """The program in a folder that npm or pip (``--target``) has put it into; the extended one, which knows Chinese."""
    found = (path for path in sorted(folder.rglob("pagefind_extended*")) if path.is_file() and os.access(path, os.X_OK))
    return next((path for path in found if path.suffix in {"", ".exe"}), None)


def measure_pagefind(
    program: Path, reports: Iterable[SearchReport], place: Path, queries: Sequence[Query], sample: Sequence[Query]
) -> list[Peer]:
    """Index simple pages with Pagefind; ask as typed, and as a phrase in quotation marks, which it knows.

    Args:
        program: of ``find_pagefind``.
        reports: taken one at a time.
        place: an empty folder.
        queries: as typed.
        sample: of these, the ones to be asked in new profiles.
    """
    say("Pagefind：写页面")
    for report in reports:
        file = place / _page(report) / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(_html(report), encoding="utf-8")
    say("Pagefind：建索引")
    built = run_measured([program, "--site", place], folder=place)
    files = [path for path in (place / "pagefind").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    peers = []
    with chromium() as browser, Served(place) as served:
        for name, form in (("Pagefind（照样输入）", str), ("Pagefind（加引号）", _quoted)):
            cold = []
            progress = Progress(f"{name} 首次检索")
            for done, query in enumerate(sample, 1):
                served.taken()
                with blank_page(browser, served) as page:
                    taken = page.evaluate(_PAGEFIND_COLD, [served.address, form(query.text)])
                cold.append(Cold(milliseconds=taken, moved=served.taken()))
                progress.step(done, len(sample))
            with blank_page(browser, served) as page:
                page.evaluate(_PAGEFIND_OPEN, served.address)
                answers = _answers(name, queries, lambda query: page.evaluate(_PAGEFIND_ALL, form(query.text)))  # noqa: B023
            peers.append(Peer(name=name, built=built, size=size, files=len(files), cold=tuple(cold), answers=answers))
    return peers


def measure_material(reports: Iterable[SearchReport], place: Path, queries: Sequence[Query]) -> Peer:
    """Build a site of plain pages with MkDocs and ask its search worker, by its messages.

    Args:
        reports: taken one at a time.
        place: an empty folder.
        queries: as typed.
    """
    say("Material：写页面")
    (place / "docs").mkdir()
    (place / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    (place / "docs/index.md").write_text("# 首页\n", encoding="utf-8")
    for report in reports:
        file = place / "docs" / f"{_page(report)}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_markdown(report), encoding="utf-8")
    say("Material：生成网站（含索引）")
    built = run_measured(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        folder=place,
        environment={"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
    )
    index = place / "site/search/search_index.json"
    worker = next((place / "site/assets/javascripts/workers").glob("search.*.js"))
    name = "Material 自带检索"
    with chromium() as browser, Served(place / "site") as served:
        cold = []
        for query in queries[:_MATERIAL_COLD_TIMES]:
            say(f"{name} 首次检索")
            served.taken()
            with blank_page(browser, served) as page:
                taken = page.evaluate(_MATERIAL_COLD, [served.address, worker.name, query.text])
            cold.append(Cold(milliseconds=taken, moved=served.taken()))
        with blank_page(browser, served) as page:
            page.evaluate(_MATERIAL_OPEN, [served.address, worker.name])
            answers = _answers(name, queries, lambda query: page.evaluate(_MATERIAL_ALL, query.text))
    size = index.stat().st_size
    shutil.rmtree(place / "site")
    return Peer(name=name, built=built, size=size, files=1, cold=tuple(cold), answers=answers)


def _answers(name: str, queries: Sequence[Query], ask: Callable[[Query], list[str]]) -> tuple[tuple[int, ...], ...]:
    progress = Progress(f"{name} 全部结果")
    found = []
    for done, query in enumerate(queries, 1):
        numbers = {int(page.strip("/").rpartition("/")[2]) for page in ask(query) if "reports/" in page}
        found.append(tuple(sorted(numbers)))
        progress.step(done, len(queries))
    return tuple(found)


def _quoted(text: str) -> str:
    return text if text.startswith('"') else f'"{text}"'


def _page(report: SearchReport) -> str:
    return f"reports/{number_of(report.report_id):06}"


def _html(report: SearchReport) -> str:
    title, *passages = report.passages
    body = "\n".join(
        f"<{tag}>{html.escape(passage.text)}</{tag}>"
        for passage in passages
        for tag in ("h2" if passage.heading_end == len(passage.text) else "p",)
    )
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{html.escape(report.title)}</title></head>'
        f"<body><main data-pagefind-body><h1>{html.escape(title.text)}</h1>\n{body}</main></body></html>"
    )


def _markdown(report: SearchReport) -> str:
    title, *passages = report.passages
    lines = [f"# {_escaped(title.text)}"]
    lines += [
        ("## " if passage.heading_end == len(passage.text) else "") + _escaped(passage.text) for passage in passages
    ]
    return "\n\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", html.escape(text, quote=False).replace("&gt;", ">"))
