"""Write a search index in a process of its own, so that its memory can be measured; prints facts as JSON."""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

from generator.search.modules import write_search_modules
from generator.search.write import write_index
from tests.bench.search_reports import newest_report, read_reports, search_report


def main() -> int:
    """Index the reports of a file, and one more where ``--add`` or ``--add-old`` names its number."""
    reader = argparse.ArgumentParser(description="写检索索引（供 bench_search 调用）")
    reader.add_argument("reports", type=Path)
    reader.add_argument("target", type=Path)
    reader.add_argument("--add", type=int, nargs="*", default=[])
    reader.add_argument("--add-old", type=int, nargs="*", default=[])
    asked = reader.parse_args()
    added = [*map(newest_report, asked.add), *map(search_report, asked.add_old)]
    is_update = bool(added)
    started = time.perf_counter()
    outcome = write_index(
        itertools.chain(read_reports(asked.reports), added),
        asked.target,
        previous=asked.target if is_update else None,
    )
    seconds = time.perf_counter() - started
    first, *_ = write_search_modules(asked.target)  # the others are loaded with counts for filters
    size = (asked.target / first).stat().st_size
    facts = {"seconds": seconds, "modules_size": size, "manifest_size": (asked.target / "manifest.json").stat().st_size}
    sys.stdout.write(json.dumps({**asdict(outcome), **facts}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
