"""Measure `gongkai build`: seconds, seconds a report and peak memory for collections of a given size.

``python tests/bench/bench.py 100 1000`` makes each collection from the project's own reports in a folder for
temporary files, builds it once in a process of its own and prints one line.  The same number always gives the same
collection: nothing in it is random.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = (".txt", ".md")
YEARS = range(2025, 2005, -1)
KIB_PER_MIB = 1024


def make_collection(target: Path, size: int) -> None:
    """Write a project folder with ``size`` reports: the real ones with other years and one sentence more each.

    The sentence keeps any two of them from being the same file, so that nothing is left out as a duplicate.
    """
    shutil.copy2(ROOT / "mkdocs.yml", target)
    (target / "docs").mkdir()
    for page in sorted((ROOT / "docs").iterdir()):
        if page.is_file() and page.name != "index.md":
            shutil.copy2(page, target / "docs")
    for agency in sorted((ROOT / "reports").glob("*/agency.yml")):
        folder = target / "reports" / agency.parent.name
        folder.mkdir(parents=True)
        shutil.copy2(agency, folder)
    sources = sorted(path for path in (ROOT / "reports").glob("*/*") if path.suffix in TEXTS)
    if not sources:
        raise SystemExit("reports/ 里没有可用来测量的文件")
    for number, source in zip(range(size), itertools.cycle(sources), strict=False):
        year = YEARS[number // len(sources) % len(YEARS)]
        text = source.read_text(encoding="utf-8")
        for printed in ("2021", "2022"):
            text = text.replace(f"{printed}年", f"{year}年")
        copy = target / "reports" / source.parent.name / f"{year}-law-based-government-{number:05}{source.suffix}"
        copy.write_text(f"{text}\n\n本份为第{number + 1}号测量样本，不是公开文件。\n", encoding="utf-8")


def build(folder: Path) -> tuple[int, float, float]:
    """Build the site of a folder; gives exit code, seconds and the peak memory in MiB of the build's processes."""
    started = time.perf_counter()
    running = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "-C", str(folder)], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in KiB, macOS in bytes.
    unit = KIB_PER_MIB if sys.platform != "darwin" else KIB_PER_MIB**2
    return running.returncode, time.perf_counter() - started, usage.ru_maxrss / unit


def main() -> int:
    """Print a line for each size; ends with 2 when a build does nothing."""
    reader = argparse.ArgumentParser(description="测量 gongkai build 的时间与内存")
    reader.add_argument("sizes", metavar="份数", type=int, nargs="*", default=[100, 1000])
    sizes = reader.parse_args().sizes
    sys.stdout.write("份数\t退出码\t总秒数\t毫秒/份\t峰值内存 MiB\n")
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as place:
            make_collection(Path(place), size)
            code, seconds, memory = build(Path(place))
        sys.stdout.write(f"{size}\t{code}\t{seconds:.1f}\t{seconds * 1000 / size:.0f}\t{memory:.0f}\n")
        sys.stdout.flush()
        if code > 1:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
