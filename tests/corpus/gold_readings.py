"""The hand-read truth of the five reports, and what we understand of them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).parent / "gold"
NAMES = ("liaocheng-fao-2022", "shapingba-fao-2021", "urumqi-fao-2021", "urumqi-gov-2021", "xiamen-fao-2021")


def source_path(name: str) -> Path:
    agency, _, year = name.rpartition("-")
    return ROOT / "reports" / agency / f"{year}-law-based-government.txt"


def gold(name: str) -> dict[str, Any]:
    return yaml.safe_load((GOLD / f"{name}.yml").read_text(encoding="utf-8"))


@cache
def inspected(name: str) -> dict[str, Any]:
    """What ``gongkai inspect FILE --format json`` prints."""
    from click.testing import CliRunner

    from generator.cli import main

    done = CliRunner().invoke(main, ["inspect", "-C", str(ROOT), str(source_path(name)), "--format", "json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def gold_themes() -> dict[tuple[str, str], frozenset[str]]:
    """(report, section label) -> themes."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for line in (GOLD / "themes.md").read_text(encoding="utf-8").splitlines():
        row = re.match(r"\| ((?:urumqi|shapingba|xiamen)-fao-2021) \| (.*) \|", line)
        for entry in row[2].split(" · ") if row else []:
            plain = re.sub(r"\([^)]*\)", "", entry).replace("first passage", "").strip()
            section = re.match(r"(.*?)\s+([a-z-]+(?:, [a-z-]+)*)$", plain)
            assert row and section, entry
            found[row[1], section[1].strip()] = frozenset(section[2].split(", "))
    assert len(found) == 40
    return found
