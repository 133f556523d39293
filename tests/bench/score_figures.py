"""Score the figures found in reports against a hand-read list, and name each miss and each extra.

``python tests/bench/score_figures.py [GOLD.jsonl] [--reports FOLDER]``: the list has one fact a line (report, section,
phrase, number, unit, kind, optionally approx and implicit_zero); a line of kind ``not-indicator`` is a trap. Reports are
read from ``reports/<agency>/<year>-law-based-government.txt``, or from ``FOLDER/<report>.txt``.

A list may give each phrase its place in the text (start, end, in characters): then a figure is the fact where it stands
in the phrase's lines and its number in the phrase, and a trap is that place alone.  Units are compared in one spelling
(个工作日 is 工作日, 场（次） is 场次).  A figure that is marked as planned tells no fact: it is neither right nor extra, and
a target that is marked so is a trap refused.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "corpus" / "gold" / "figures.jsonl"
GOAL = 0.9
_BRACKET = re.compile(r"[（(].*")
_NUMBER = re.compile(r"[\d.,，]+|[一二两三四五六七八九十百千万亿零〇]+")
_SHARED = 0.5  # share of the shorter phrase that the other must hold in one piece

if str(ROOT) not in sys.path:  # run as a file, outside pytest
    sys.path.insert(0, str(ROOT))

from generator.model.figure import Figure  # noqa: E402
from generator.parser.parse import parse_document  # noqa: E402
from generator.readers import read_bytes  # noqa: E402
from generator.taxonomy.describe import describe_units, load_vocabulary  # noqa: E402
from generator.taxonomy.figures import find_figures  # noqa: E402
from generator.taxonomy.figures_rules import load_figure_rules  # noqa: E402


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was found of what was to be found."""

    right: tuple[tuple[dict[str, Any], Figure], ...]
    missed: tuple[dict[str, Any], ...]
    extra: tuple[tuple[str, Figure], ...]
    trapped: tuple[tuple[dict[str, Any], Figure], ...]
    traps: int

    @property
    def firm(self) -> Score:
        """The same without the facts that another expert could read in another way."""
        return replace(
            self,
            right=tuple((fact, figure) for fact, figure in self.right if not fact.get("doubtful")),
            missed=tuple(fact for fact in self.missed if not fact.get("doubtful")),
            trapped=tuple((trap, figure) for trap, figure in self.trapped if not trap.get("doubtful")),
        )

    @property
    def recall(self) -> float:
        return len(self.right) / max(len(self.right) + len(self.missed), 1)

    @property
    def precision(self) -> float:
        return len(self.right) / max(len(self.right) + len(self.extra), 1)


def read_gold(path: Path) -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def project_report(name: str) -> bytes:
    agency, _, year = name.rpartition("-")
    return (ROOT / "reports" / agency / f"{year}-law-based-government.txt").read_bytes()


def figures_of(content: bytes, year: int | None) -> tuple[Figure, ...]:
    document = parse_document(read_bytes(content, ".txt").text).value
    return find_figures(document, describe_units(document, year, load_vocabulary()))


def score(gold: Sequence[dict[str, Any]], read: Callable[[str], bytes] = project_report) -> Score:
    right: list[tuple[dict[str, Any], Figure]] = []
    missed: list[dict[str, Any]] = []
    extra: list[tuple[str, Figure]] = []
    trapped: list[tuple[dict[str, Any], Figure]] = []
    for name in sorted({fact["report"] for fact in gold}):
        year, content = name.rpartition("-")[2], read(name)
        found = [one for one in figures_of(content, int(year) if year.isdecimal() else None) if not one.planned]
        gold = [_with_lines(fact, content) if fact["report"] == name else fact for fact in gold]
        traps = [fact for fact in gold if fact["kind"] == "not-indicator"]
        trapped += [
            (trap, figure) for trap in traps if trap["report"] == name for figure in found if _same_place(trap, figure)
        ]
        for fact in (fact for fact in gold if fact["report"] == name and fact["kind"] != "not-indicator"):
            match = _best(fact, found)
            if match is None:
                missed.append(fact)
            else:
                found.remove(match)
                right.append((fact, match))
        extra += [(name, figure) for figure in found]
    return Score(right=tuple(right), missed=tuple(missed), extra=tuple(extra), trapped=tuple(trapped), traps=len(traps))


def _with_lines(fact: dict[str, Any], content: bytes) -> dict[str, Any]:
    if "start" not in fact:
        return fact
    text = content.decode("utf-8")
    first, last = (text.count("\n", 0, fact[key]) + 1 for key in ("start", "end"))
    return {**fact, "lines": range(first, last + 1)}


def _unit(printed: str | None) -> str:
    """The one spelling of a unit: 个工作日 is 工作日, 台（套） is 台."""
    same = load_figure_rules().same_unit
    unit = printed or ""
    return same.get(unit) or same.get(_BRACKET.sub("", unit)) or _BRACKET.sub("", unit)


def _stands_in(fact: dict[str, Any], figure: Figure) -> bool:
    number = _NUMBER.match(_plain(figure.printed))
    told = _plain(figure.printed)[:2] if number is None else number[0]
    return figure.line in fact.get("lines", ()) and told in _plain(fact["phrase"])


def _best(fact: dict[str, Any], found: Iterable[Figure]) -> Figure | None:
    """The figure with the same number and unit whose phrase and noun are nearest to the fact's."""
    fitting = [
        figure
        for figure in found
        if figure.number == Decimal(str(fact["number"]))
        and figure.unit == _unit(fact["unit"])
        and bool(figure.approximate) == bool(fact.get("approx"))
        and figure.implied == bool(fact.get("implicit_zero"))
        and (_stands_in(fact, figure) or _alike(fact["phrase"], figure.phrase) >= _SHARED)
    ]
    # One phrase may hold several facts: the hand reading's name of the indicator tells which is meant.
    named = str(fact.get("indicator") or "")
    return max(fitting, key=lambda figure: _alike(named, figure.counted), default=None)


def _same_place(trap: dict[str, Any], figure: Figure) -> bool:
    """The trap's number itself was taken, not another one in the same words."""
    same_number = figure.number == Decimal(str(trap["number"]))
    if "lines" in trap and figure.line not in trap["lines"]:
        return False
    return same_number and _plain(trap["phrase"]) in _plain(figure.sentence) and _inside(trap["phrase"], figure)


def _inside(phrase: str, figure: Figure) -> bool:
    return _plain(figure.printed)[:2] in _plain(phrase)


def _alike(one: str, other: str) -> float:
    """Longest common piece, as a share of the shorter text."""
    left, right = sorted((_plain(one), _plain(other)), key=len)
    best, row = 0, [0] * (len(right) + 1)
    for character in left:
        following = [0] * (len(right) + 1)
        for index, against in enumerate(right, start=1):
            if character == against:
                following[index] = row[index - 1] + 1
                best = max(best, following[index])
        row = following
    return best / max(len(left), 1)


def _plain(text: str) -> str:
    return "".join(text.split())


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", nargs="?", type=Path, default=GOLD, help="hand-read facts, JSON Lines")
    options.add_argument("--reports", type=Path, help="folder of <report>.txt")
    options.add_argument("--firm", action="store_true", help="leave out what the list itself calls doubtful")
    chosen = options.parse_args()
    folder: Path | None = chosen.reports
    result = score(
        read_gold(chosen.gold), (lambda name: (folder / f"{name}.txt").read_bytes()) if folder else project_report
    )
    result = result.firm if chosen.firm else result
    for fact in result.missed:
        _print(f"漏  {fact['report']} {fact['section']}  {fact['number']}{fact['unit']}  {fact['phrase']}")
    for name, figure in result.extra:
        _print(f"多  {name} {figure.section}  {figure.value}{figure.unit}  {figure.phrase}（{figure.counted}）")
    for trap, figure in result.trapped:
        _print(f"误  {trap['report']} {trap['phrase']}（{trap['why']}）被当作 {figure.value}{figure.unit}")
    themes = sum(fact["theme"] == figure.theme for fact, figure in result.right)
    sections = sum(_plain(figure.section).startswith(_plain(fact["section"])) for fact, figure in result.right)
    _print(
        f"召回率 {result.recall:.3f}  准确率 {result.precision:.3f}  （对 {len(result.right)}，漏 {len(result.missed)}，"
        f"多 {len(result.extra)}）；陷阱 {result.traps} 处，误入 {len(result.trapped)} 处；章节相符 {sections}，主题相符 {themes}"
    )
    return 0 if min(result.recall, result.precision) >= GOAL and not result.trapped else 1


if __name__ == "__main__":
    sys.exit(main())
