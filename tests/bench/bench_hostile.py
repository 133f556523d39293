"""Measure the hostile set: seconds and peak memory of the reading process for each file.

``python -m tests.bench.bench_hostile`` prints one line a file; each is read in a process of its own, so that the peak is its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from pathlib import Path

from generator.readers.confine import ConfinedReader
from tests.hostile_files import HOSTILE, Hostile

KIB_PER_MIB = 1024


def read_one(hostile_name: str) -> tuple[float, float, float, list[str]]:
    """Seconds with and without the start of the reading process, peak memory in MiB, codes found."""
    hostile = next(one for one in HOSTILE if one.name == hostile_name)
    content = hostile.make()
    started = time.perf_counter()
    with ConfinedReader() as reader:
        assert reader.confinement is not None  # it has started now
        ready = time.perf_counter()
        read = reader.read_bytes(content, Path(hostile.name).suffix)
        done = time.perf_counter()
    # The largest of the processes that this one started: the reading process, as there is no other.
    unit = KIB_PER_MIB if sys.platform != "darwin" else KIB_PER_MIB**2
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit
    return done - started, done - ready, peak, [one.code for one in read.diagnostics]


def describe(hostile: Hostile) -> str:
    """The line of one file."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        _, seconds, memory, codes = pool.apply(read_one, (hostile.name,))
    return f"{hostile.name}\t{seconds:.2f}\t{memory:.0f}\t{' '.join(codes)}"


def main() -> int:
    """Print the table."""
    reader = argparse.ArgumentParser(description="测量恶意文件的读取时间与内存")
    reader.add_argument("names", metavar="名称", nargs="*", help="文件名的开头，例如 A01；不写则全部")
    names = tuple(reader.parse_args().names) or ("",)
    sys.stdout.write("文件\t秒\t峰值内存 MiB\t发现\n")
    for hostile in HOSTILE:
        if hostile.name.startswith(names):
            sys.stdout.write(f"{describe(hostile)}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
