"""A command loads what it needs and no more: who asks for help or an explanation does not wait for the libraries."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

REPORT = Path("reports/urumqi-fao/2021-law-based-government.txt")
SITE = {"mkdocs", "jinja2", "numpy", "opencc", "jieba", "sqlite3"}
FORMATS = {"lxml", "pypdfium2", "markdown_it"}
SENSE = {"rjieba", "pydantic", "yaml"}
# The parts of our own that do the work: a new library of theirs is kept out with them.
OURS = {"generator.pipeline", "generator.settings", "generator.taxonomy.validation", "generator.parser.parse"}

# Runs the command line as `gongkai` does, and writes the names of all that was loaded as the last line.
ASK = """
import json, sys
from generator.cli import main
try:
    main(sys.argv[1:])
finally:
    print(file=sys.stderr)
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def loaded_by(*arguments: str | Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", ASK, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    names = set(json.loads(done.stderr.splitlines()[-1]))
    assert "generator.cli.commands" in names
    return names


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("build", "--help"), ("explain", "numbering-gap"), ("buidl",)],
    ids=" ".join,
)
def test_what_reads_no_file_loads_no_library(arguments: tuple[str, ...]) -> None:
    assert not loaded_by(*arguments) & (SITE | FORMATS | SENSE | OURS)


def test_inspecting_a_text_loads_nothing_of_the_site_and_of_other_formats() -> None:
    loaded = loaded_by("inspect", REPORT)
    assert loaded >= SENSE, "否则这个测试什么也没有证明"
    assert not loaded & (SITE | FORMATS)


def test_checking_a_text_loads_nothing_of_the_site_and_of_other_formats() -> None:
    assert not loaded_by("check", REPORT) & (SITE | FORMATS)
