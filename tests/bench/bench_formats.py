"""Measure the reading of formats: a PDF of 200 pages, and 100 files of all formats.

``python -m tests.bench.bench_formats`` prints, for ``gongkai inspect`` of a PDF of 200 pages, seconds and peak memory, and
for ``gongkai check`` of 100 files (txt, md, html, docx, pdf, ofd in turn, two processes on a machine with two cores)
seconds, files a second and peak memory.  All files are made by code and always the same.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.docx_files import make_docx, paragraph
from tests.ofd_files import Paragraph, make_ofd, set_pages
from tests.pdf_files import make_pdf, set_paragraphs

ROOT = Path(__file__).resolve().parents[2]
MIB = 1024**2
SENTENCE = "我局坚持依法行政，全面落实行政执法公示、全过程记录和重大执法决定法制审核制度，规范权力运行，接受社会监督。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command cost: exit code, seconds, and the peak memory in MiB of the largest of its processes."""

    code: int
    seconds: float
    memory: float


def report(number: int, paragraphs: int = 24) -> list[str]:
    """Lines of a report; no two numbers give the same one."""
    headings = "一二三四五六七八九十"
    body = [
        f"{headings[one // 4]}、第{one // 4 + 1}项工作"
        if one % 4 == 0 and one < 40
        else f"第{number}号样本第{one}段。{SENTENCE * 2}"
        for one in range(paragraphs)
    ]
    return [f"某某市第{number}局2023年法治政府建设年度报告", *body, f"某某市第{number}局", "2024年1月15日"]


def as_text(lines: Sequence[str]) -> bytes:
    return "\n\n".join(lines).encode()


def as_web(lines: Sequence[str]) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><div id="zoom">{body}</div></body></html>'.encode()


def as_word(lines: Sequence[str]) -> bytes:
    return make_docx([paragraph(line) for line in lines])


def as_pdf(lines: Sequence[str]) -> bytes:
    return make_pdf(*set_paragraphs(lines))


def as_ofd(lines: Sequence[str]) -> bytes:
    kinds = ["title", *["body"] * (len(lines) - 3), "right", "right"]
    return make_ofd(set_pages([Paragraph(text=line, kind=kind) for line, kind in zip(lines, kinds, strict=True)]))


FORMATS: dict[str, Callable[[Sequence[str]], bytes]] = {
    ".txt": as_text,
    ".md": as_text,
    ".html": as_web,
    ".docx": as_word,
    ".pdf": as_pdf,
    ".ofd": as_ofd,
}


def measure(*arguments: str | Path) -> Cost:
    """Run ``gongkai`` and wait for it."""
    started = time.perf_counter()
    running = subprocess.Popen(
        [sys.executable, "-m", "generator", *map(str, arguments)], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    unit = MIB / 1024 if sys.platform != "darwin" else MIB  # Linux counts in KiB, macOS in bytes
    return Cost(code=running.returncode, seconds=time.perf_counter() - started, memory=usage.ru_maxrss / unit)


def long_pdf(pages: int) -> bytes:
    """A PDF of about so many pages, 22 lines each."""
    lines = report(1, paragraphs=pages * 6)
    made = set_paragraphs(lines)
    return make_pdf(*made[:pages])


def mixed(folder: Path, count: int) -> None:
    """A project folder with so many files, their formats in turn."""
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    agency = folder / "reports/xiamen-fao"
    agency.mkdir(parents=True)
    shutil.copy2(ROOT / "reports/xiamen-fao/agency.yml", agency)
    suffixes = list(FORMATS)
    for number in range(count):
        suffix = suffixes[number % len(suffixes)]
        (agency / f"2023-report-{number:03}{suffix}").write_bytes(FORMATS[suffix](report(number)))


def main() -> int:
    """Print the table; ends with 2 when a command does nothing."""
    reader = argparse.ArgumentParser(description="测量各种格式的读取时间与内存")
    reader.add_argument("--pages", metavar="页数", type=int, default=200)
    reader.add_argument("--files", metavar="份数", type=int, default=100)
    chosen = reader.parse_args()
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as place:
        folder = Path(place)
        source = folder / "long.pdf"
        source.write_bytes(long_pdf(chosen.pages))
        mixed(folder, chosen.files)
        sys.stdout.write("测量\t退出码\t秒\t每秒\t峰值内存 MiB\n")
        one = measure("inspect", "-C", folder, source)
        sys.stdout.write(
            f"inspect {chosen.pages} 页 PDF\t{one.code}\t{one.seconds:.1f}\t{chosen.pages / one.seconds:.0f} 页\t{one.memory:.0f}\n"
        )
        all_ = measure("check", "-C", folder)
        sys.stdout.write(
            f"check {chosen.files} 份（各种格式）\t{all_.code}\t{all_.seconds:.1f}\t{chosen.files / all_.seconds:.1f} 份\t{all_.memory:.0f}\n"
        )
    return 2 if max(one.code, all_.code) > 1 else 0


if __name__ == "__main__":
    sys.exit(main())
