"""Reports for the tests of comparisons: from readable text, from the real ones, and made up."""

from __future__ import annotations

import re
from random import Random

from generator.model.report_parts import Passage

_SECTION = re.compile(r"^(?:([一二三四五六七八九十]+)、|（([一二三四五六七八九十]+)）)")


def passages(text: str, themes: dict[str, tuple[str, ...]] | None = None) -> tuple[Passage, ...]:
    """One passage a line; 一、 and （一） open sections; a short line without a stop is a heading alone.

    Args:
        text: lines.
        themes: label -> themes of the section.
    """
    made: list[Passage] = []
    upper = section = label = ""
    for number, line in enumerate(text.strip().splitlines(), start=1):
        found = _SECTION.match(line)
        if found:
            upper = found[1] or upper
            label = upper if found[1] else f"{upper}（{found[2]}）"
            section = f"s-{label}"
        kind = "heading" if found and not re.search("[。；]", line) else "paragraph"
        anchor = section if kind == "heading" else f"p-{number}"
        made.append(
            Passage(
                anchor=anchor, section=section, label=label, kind=kind, text=line, line=number,
                themes=(themes or {}).get(label, ()),
            )
        )  # fmt: skip
    return tuple(made)


def made_up_pair(random: Random) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Two texts of few different words in any order, which strains every rule: repeated sentences, odd marks, no stops."""
    letters = "依法行政的工作年2021０１、，。；！…“”（）()一二三第是要abc%.,\t 𠮷\u3000\u00a0\u200b\u0085\ufeff章〇"
    stock = ["".join(random.choices(letters, k=random.randrange(1, 30))) for _ in range(8)]

    def text() -> tuple[Passage, ...]:
        found = []
        for number in range(random.randrange(0, 14)):
            section = random.choice(["", "s-1", "s-1-1", "s-2", "s-3"])
            found.append(
                Passage(
                    anchor=f"p-{number}",
                    section=section,
                    label=section and section.replace("s-", "一"),
                    kind=random.choice(["heading", "paragraph", "paragraph", "table", "signature"]),
                    text="".join(_changed(random.choice(stock), random) for _ in range(random.randrange(0, 6))),
                    line=number,
                    themes=tuple(random.sample(["a", "b", "c"], k=random.randrange(0, 3))),
                )
            )
        return tuple(found)

    return text(), text()


def _changed(text: str, random: Random) -> str:
    if random.random() < 0.5:
        return text
    at = random.randrange(len(text))
    return text[:at] + random.choice(["", "2", "改", "法治", "。"]) + text[at + random.randrange(0, 3) :]
