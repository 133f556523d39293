"""Lighthouse on four kinds of pages, as a phone on a slow line sees them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.browser import find_chromium, launch_arguments
from tests.site.page_kinds import address_of, example

KINDS = ("home", "report", "theme", "search")
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TITLES = {"performance": "性能", "accessibility": "无障碍", "best-practices": "最佳做法", "seo": "搜索引擎"}
RUNS = 3  # the median counts: one run on a busy machine says little
RUN_SECONDS = 180


def run_lighthouse(tools: Path, site: Path, address: str, out: Path, say: Callable[[str], None]) -> list[str]:
    """Measure each kind; gives what is below its goal, one line each, and tells everything as a table.

    Args:
        tools: where npm has put the packages.
        site: the built site.
        address: where it is served.
        out: folder for Lighthouse's own reports.
        say: tells a line.
    """
    out.mkdir(parents=True, exist_ok=True)
    say("Lighthouse（手机，慢速网络，三次取中位）：")
    say(
        f"  {'页面':<8}" + "".join(f"{TITLES[name]:>8}" for name in GOALS) + "   首屏   主要内容   阻塞   可交互   传输"
    )
    shortfalls = []
    for kind in KINDS:
        runs = [
            _run(tools, address + address_of(example(kind, site)), out / f"{kind}-{number}.json")
            for number in range(RUNS)
        ]
        scores = {name: round(100 * median(run["categories"][name]["score"] for run in runs)) for name in GOALS}
        shortfalls += [
            f"{kind} {TITLES[name]} {scores[name]}，低于 {goal}" for name, goal in GOALS.items() if scores[name] < goal
        ]
        say(f"  {kind:<10}" + "".join(f"{score:>10}" for score in scores.values()) + _times(runs))
        for title in _failed_audits(runs[0]):
            say(f"      未满分：{title}")
    for line in shortfalls:
        say(f"  未达目标：{line}")
    return shortfalls


def _run(tools: Path, url: str, report: Path) -> dict[str, dict[str, dict[str, float]]]:
    chromium = find_chromium() or ""
    command = [
        "node", str(tools / "lighthouse/cli/index.js"), url, "--quiet", "--output=json", f"--output-path={report}",
        f"--only-categories={','.join(GOALS)}", "--chrome-flags=" + " ".join(["--headless=new", *launch_arguments()]),
        "--max-wait-for-load=45000", "--no-enable-error-reporting",
    ]  # fmt: skip
    subprocess.run(command, check=True, timeout=RUN_SECONDS, env={**os.environ, "CHROME_PATH": chromium})
    measured: dict[str, dict[str, dict[str, float]]] = json.loads(report.read_text(encoding="utf-8"))
    return measured


def _times(runs: list[dict[str, dict[str, dict[str, float]]]]) -> str:
    def value(audit: str) -> float:
        return median(run["audits"][audit]["numericValue"] for run in runs)

    seconds = [value(name) / 1000 for name in ("first-contentful-paint", "largest-contentful-paint")]
    blocked, interactive = value("total-blocking-time"), value("interactive") / 1000
    kilobytes = value("total-byte-weight") / 1000
    return f"   {seconds[0]:.1f} s   {seconds[1]:.1f} s   {blocked:.0f} ms   {interactive:.1f} s   {kilobytes:.0f} kB"


def _failed_audits(run: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    """The single audits, of those with a score that counts, that are not full."""
    counted = {
        reference["id"]
        for category in run["categories"].values()
        for reference in category["auditRefs"]  # type: ignore[attr-defined]
        if reference["weight"]
    }
    audits = run["audits"]
    return [
        f"{name}：{audits[name]['title']}（{audits[name].get('displayValue', audits[name]['score'])}）"
        for name in sorted(counted)
        if audits[name]["score"] is not None and audits[name]["score"] < 0.9
    ]
