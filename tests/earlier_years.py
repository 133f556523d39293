"""Reports of earlier years, made from the five real ones by rule, because those hold no neighbouring years.

They are no documents of the agencies that they name and never leave the folder of a test.  Each year goes back by one;
of the sentences, counted through the whole text, every sixth is left out, in every fourth the quantities are four
fifths, every tenth is followed by one that the later report does not have.
"""

from __future__ import annotations

import re
from pathlib import Path

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SENTENCE = re.compile(r"[^。]*。")
_QUANTITY = re.compile(r"(?<![\d.])(\d{2,})(?=余?[件次人份条个场项起篇名批])")
ADDED = "当年还组织开展了执法案卷交叉评查{number}次。"


def earlier_text(text: str) -> str:
    """The text of the year before, by the rules above."""
    count = 0

    def sentence(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        told = match[0]
        if count % 6 == 0:
            return ""
        if count % 4 == 0:
            told = _QUANTITY.sub(lambda number: str(int(number[1]) * 4 // 5), told)
        return told + (ADDED.format(number=count) if count % 10 == 0 else "")

    lines = [_SENTENCE.sub(sentence, line) for line in text.split("\n")]
    return _YEAR.sub(lambda year: str(int(year[0]) - 1), "\n".join(lines))


def add_earlier_years(project_dir: Path, years: int = 1) -> tuple[Path, ...]:
    """Put reports of the years before beside each text report of a copied project.

    Args:
        project_dir: a copy of the project; its ``reports/`` gets the files.
        years: how many years back.

    Returns:
        The files written.
    """
    written = []
    for path in sorted((project_dir / "reports").glob("*/20??-*.txt")):
        text = path.read_text(encoding="utf-8")
        for back in range(1, years + 1):
            text = earlier_text(text)
            name = _YEAR.sub(lambda year, back=back: str(int(year[0]) - back), path.stem)
            target = path.with_name(f"{name}.txt")
            target.write_text(text, encoding="utf-8")
            written.append(target)
    return tuple(written)
