"""Score the figures found in reports against a hand-read list, and name each miss and each extra.

``python tests/bench/score_figures.py [GOLD.jsonl] [--reports FOLDER]``: the list has one fact a line (report, section,
phrase, number, unit, kind, optionally approx and implicit_zero); a line of kind ``not-indicator`` is a trap. Reports are
read from ``reports/<agency>/<year>-law-based-government.txt``, or from ``FOLDER/<report>.txt``.

A list may give each phrase its place in the text (start, end, in characters): then a figure is the fact, or is trapped,
where it stands in that place alone.  Units are compared in one spelling (个工作日 is 工作日, 场（次） is 场次).  A figure that is marked as planned tells no fact: it is neither right nor extra, and
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
_OPENING = 12
_SHARED = 0.5  # share of the shorter phrase that the other must hold in one piece

if str(ROOT) not in sys.path:  # run as a file, outside pytest
    sys.path.insert(0, str(ROOT))

from generator.model.document import Document  # noqa: E402
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A figure, and where its number begins in the report's text; -1 where that is not to be told."""

    figure: Figure
    place: int


def figures_of(content: bytes, year: int | None) -> tuple[Found, ...]:
    document = parse_document(read_bytes(content, ".txt").text).value
    figures = find_figures(document, describe_units(document, year, load_vocabulary()))
    lines = content.decode("utf-8").split("\n")
    return tuple(Found(figure=one, place=_place(document, one, lines)) for one in figures)


def _place(document: Document, figure: Figure, lines: Sequence[str]) -> int:
    """The offset in the source text, by counting what is not blank in the source lines of the passage."""
    block = next(block for block in document.blocks if block.anchor == figure.anchor)
    left = len(_plain(block.text[: figure.start]))
    for fragment in block.fragments:
        printed = _plain(fragment.text)
        if left >= len(printed):
            left -= len(printed)
            continue
        line = lines[fragment.line - 1]
        seen = [place for place, character in enumerate(line) if not character.isspace()]
        begins = _plain(line).find(printed)
        before = sum(len(earlier) + 1 for earlier in lines[: fragment.line - 1])
        return before + seen[begins + left] if begins >= 0 else -1
    return -1


def score(gold: Sequence[dict[str, Any]], read: Callable[[str], bytes] = project_report) -> Score:
    right: list[tuple[dict[str, Any], Figure]] = []
    missed: list[dict[str, Any]] = []
    extra: list[tuple[str, Figure]] = []
    trapped: list[tuple[dict[str, Any], Figure]] = []
    traps = [fact for fact in gold if fact["kind"] == "not-indicator"]
    for name in sorted({fact["report"] for fact in gold}):
        year, content = name.rpartition("-")[2], read(name)
        every = figures_of(content, int(year) if year.isdecimal() else None)
        found = [one for one in every if not one.figure.planned]
        trapped += [
            (trap, one.figure) for trap in traps if trap["report"] == name for one in found if _same_place(trap, one)
        ]
        for fact in (fact for fact in gold if fact["report"] == name and fact["kind"] != "not-indicator"):
            match = _best(fact, found)
            if match is None:
                missed.append(fact)
            else:
                found.remove(match)
                right.append((fact, match.figure))
        extra += [(name, one.figure) for one in found]
    return Score(right=tuple(right), missed=tuple(missed), extra=tuple(extra), trapped=tuple(trapped), traps=len(traps))


def _unit(printed: str | None) -> str:
    """The one spelling of a unit: 个工作日 is 工作日, 台（套） is 台."""
    same = load_figure_rules().same_unit
    unit = printed or ""
    return same.get(unit) or same.get(_BRACKET.sub("", unit)) or _BRACKET.sub("", unit)


def _stands_in(fact: dict[str, Any], found: Found) -> bool:
    if "start" in fact:
        # 无一例 of an implied zero may open before the phrase that was noted
        first = int(fact["start"]) - (_OPENING if found.figure.implied else 0)
        return first <= found.place < int(fact["end"])
    return _alike(fact["phrase"], found.figure.phrase) >= _SHARED


def _best(fact: dict[str, Any], found: Iterable[Found]) -> Found | None:
    """The figure with the same number and unit whose phrase and noun are nearest to the fact's."""
    fitting = [
        one
        for one in found
        if one.figure.number == Decimal(str(fact["number"]))
        and one.figure.unit == _unit(fact["unit"])
        and bool(one.figure.approximate) == bool(fact.get("approx"))
        and one.figure.implied == bool(fact.get("implicit_zero"))
        and _stands_in(fact, one)
    ]
    # One phrase may hold several facts: the hand reading's name of the indicator tells which is meant.
    named = str(fact.get("indicator") or "")
    return max(fitting, key=lambda one: _alike(named, one.figure.counted), default=None)


def _same_place(trap: dict[str, Any], found: Found) -> bool:
    """The trap's number itself was taken, not another one in the same words."""
    figure = found.figure
    same_number = figure.number == Decimal(str(trap["number"]))
    if "start" in trap:
        return same_number and int(trap["start"]) <= found.place < int(trap["end"])
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
    options.add_argument("--trapped", type=int, default=0, help="how many traps it may fall into")
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
    themes = sum(fact.get("theme") == figure.theme for fact, figure in result.right)
    sections = sum(_plain(figure.section).startswith(_plain(fact["section"])) for fact, figure in result.right)
    _print(
        f"召回率 {result.recall:.3f}  准确率 {result.precision:.3f}  （对 {len(result.right)}，漏 {len(result.missed)}，"
        f"多 {len(result.extra)}）；陷阱 {result.traps} 处，误入 {len(result.trapped)} 处；章节相符 {sections}，主题相符 {themes}"
    )
    return 0 if min(result.recall, result.precision) >= GOAL and len(result.trapped) <= chosen.trapped else 1


if __name__ == "__main__":
    sys.exit(main())
