"""The comparison in the browser is that of the site's own pages, to the last character."""

from __future__ import annotations

import json
import subprocess
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import playwright
from earlier_years import earlier_text

from generator.model.comparison import Comparison
from generator.model.report_parts import Passage
from generator.pages.compare_lines import percent, section_lines, section_name
from generator.pages.compare_pages import share_rows
from generator.taxonomy.comparison import compare_reports
from tests.unit.taxonomy.comparing import made_up_pair, passages

ROOT = Path(__file__).parents[3]
SECONDS = 120
Pair = tuple[tuple[Passage, ...], tuple[Passage, ...]]


def in_javascript(pairs: list[Pair], folder: Path) -> list[Any]:
    job = folder / "pairs.json"
    job.write_text(
        json.dumps([{"old": _values(old), "later": _values(new)} for old, new in pairs], ensure_ascii=False),
        encoding="utf-8",
    )
    node = Path(playwright.__file__).parent / "driver" / "node"
    done = subprocess.run(
        [node, ROOT / "tests/javascript/compare-pairs.mjs", job], capture_output=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    found: list[Any] = json.loads(done.stdout)
    return found


def _values(text: tuple[Passage, ...]) -> list[dict[str, Any]]:
    """As ``report.json`` has them."""
    return [
        {
            "anchor": one.anchor, "section": one.section or None, "label": one.label or None, "kind": one.kind,
            "themes": list(one.themes), "text": one.text,
        }
        for one in text
    ]  # fmt: skip


def told(comparison: Comparison) -> dict[str, Any]:
    names = ("same", "moved", "left", "numbers_old", "numbers_new", "changed_old", "changed_new", "dropped", "new")
    return {
        "isCut": comparison.is_cut,
        "extent": {_camel(name): getattr(comparison.extent, name) for name in names},
        "rows": [[row.name, row.old, row.old_share, row.new, row.new_share] for row in share_rows(comparison.extent, "甲", "乙")],
        "sections": [
            {
                "name": section_name(section.new or section.old, number),
                "places": [section.old and section.old.anchor, section.new and section.new.anchor],
                "share": percent(
                    section.extent.same + section.extent.moved,
                    section.extent.same + section.extent.moved + section.extent.new,
                ),
                "changes": [
                    [
                        one.change.value, one.old and one.old.text, one.old and one.old.anchor, one.new and one.new.text,
                        one.new and one.new.anchor, [[piece.kind.value, piece.text] for piece in one.pieces], one.elsewhere,
                    ]
                    for one in section.changes
                ],
                "lines": [
                    [
                        line.change.value, line.sign, line.word, len(line.sentences), line.folded, line.characters,
                        line.opening, line.elsewhere,
                    ]
                    for line in section_lines(section)
                ],
            }
            for number, section in enumerate(comparison.sections, 1)
        ],
    }  # fmt: skip


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)


def real_texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "reports").glob("*/20??-*.txt"))]


def assert_alike(pairs: list[Pair], folder: Path) -> None:
    found = in_javascript(pairs, folder)
    assert len(found) == len(pairs)
    for (old, new), one in zip(pairs, found, strict=True):
        wanted = told(compare_reports(old, new))
        for key, value in wanted.items():
            assert one[key] == value


def test_real_reports_and_their_earlier_years(tmp_path: Path) -> None:
    texts = real_texts()
    pairs = [(earlier_text(text), text) for text in texts] + list(combinations(texts, 2))
    assert len(pairs) >= 15
    assert_alike([(passages(old), passages(new)) for old, new in pairs], tmp_path)


def test_made_up_texts(tmp_path: Path) -> None:
    random = Random(1)
    repeating = passages("一、" + "甲乙" * 190 + "。"), passages("一、" + "乙丙甲" * 125 + "甲乙" * 9 + "。")
    assert_alike([repeating, *(made_up_pair(random) for _ in range(300))], tmp_path)
