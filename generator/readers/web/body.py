"""Where on the page the official text stands."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.readers.web.elements import BOUNDS
from generator.readers.web.furniture import is_company_line, is_footer
from generator.readers.web.page import PageLine, WebPage, chinese, compact, is_sentence

_PAGE_TAG = re.compile(r"<\s*(?:html|body|head)\b", re.IGNORECASE)
_LINK_SHARE = 0.7
_NEARLY_ALL = 0.9  # of the best candidate's text: then the wider or the surer one may be taken
_FAR_MORE = 2.0  # a known container with less than half of the page's running text holds something else
_LINK_COST = 12.0
_LINK_LINES = 6
_HARDLY_ANY = 60.0  # characters: a page of pictures or attachments
_LINK_LINE_SHARE = 0.2
_SHORT_COST = 1.5
_CELL_GAIN = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The official text's place.

    Attributes:
        first: index of its first line.
        end: index after its last.
        inferred: no known container told, the density of running text did.
        container: the block that holds it; -1 where none is known.
    """

    first: int
    end: int
    inferred: bool = False
    container: int = -1

    def holds(self, line: int, containers: tuple[int, ...]) -> bool:
        """Something that stands before line ``line`` and inside ``containers`` belongs to the text."""
        return self.container in containers if self.container >= 0 else self.first <= line < self.end


def is_fragment(prepared: str) -> bool:
    """A piece of a page: no html, head or body element in it."""
    return _PAGE_TAG.search(prepared) is None


def find_body(page: WebPage, fragment: bool) -> Body:
    """Find the official text.

    A known container wins, the one with most running text if there are several, kept whole; then bounds that
    comments mark; then, in a fragment, everything; else the block in which running text is dense and links are few.

    Args:
        page: its lines and blocks.
        fragment: no whole page.
    """
    count = len(page.lines)
    if not count:
        return Body(first=0, end=0)
    weights = [_weight(line) for line in page.lines]
    sums = list(accumulate(weights, initial=0.0))
    dense = _densest(page, weights)
    best = sums[dense[1]] - sums[dense[0]]
    known = _known_container(page, sums, best)
    if known is None and best < _HARDLY_ANY:
        known = _container_without_text(page)
    if known is None:
        bounds = _bounded(page, sums, best)
        known = Body(first=bounds[0], end=bounds[1]) if bounds is not None else None
    if known is not None and not (fragment and sums[known.end] - sums[known.first] < sums[count] / 2):
        return known
    first, end = (0, count) if fragment else dense
    first, end = _trimmed(page.lines, first, end)
    return Body(first=first, end=end, inferred=not fragment)


def is_link_line(line: PageLine) -> bool:
    """Most of the line is links."""
    return line.linked >= _LINK_SHARE * len(compact(line.text))


def _weight(line: PageLine) -> float:
    """How much a line speaks for a text, in characters."""
    characters = chinese(line.text)
    own = characters * (1 - line.linked / max(len(compact(line.text)), 1))
    if is_sentence(line.text):
        return own
    return own * (0.5 if line.cell is None else 0.3)


def _known_container(page: WebPage, sums: Sequence[float], dense: float) -> Body | None:
    """The known container with most text: surer names first, then the widest of nested ones."""
    for rank in (2, 1):
        candidates = [block for block in page.blocks if block.rank == rank and block.end > block.first]
        scores = {block.index: sums[block.end] - sums[block.first] for block in candidates}
        best = max(scores.values(), default=0.0)
        if best <= 0 or best * _FAR_MORE < dense:
            continue
        good = [block for block in candidates if scores[block.index] >= _NEARLY_ALL * best]
        if rank == 1:
            good = [block for block in good if _few_links(page.lines[block.first : block.end])]
        if not good:
            continue
        # Likely names wrap whole columns too: of these the tightest is taken.
        chosen = (
            min(good, key=lambda block: (block.first, -block.end))
            if rank == 2
            else max(good, key=lambda block: (-(block.end - block.first), block.index))
        )
        return Body(first=chosen.first, end=chosen.end, container=chosen.index)
    return None


def _container_without_text(page: WebPage) -> Body | None:
    """On a page without running text: the known container that holds pictures, links or a few words."""
    held = Counter(number for one in page.pictures for number in one.containers)
    held.update(number for one in page.links for number in one.containers)
    candidates = [block for block in page.blocks if block.rank == 2 and (held[block.index] or block.end > block.first)]
    if not candidates:
        return None
    chosen = max(candidates, key=lambda block: (held[block.index], block.end - block.first, -block.index))
    return Body(first=chosen.first, end=chosen.end, container=chosen.index)


def _few_links(lines: Sequence[PageLine]) -> bool:
    """Not a whole column of the site with its navigation."""
    return sum(is_link_line(line) for line in lines) <= _LINK_LINES + len(lines) * _LINK_LINE_SHARE


def _bounded(page: WebPage, sums: Sequence[float], dense: float) -> tuple[int, int] | None:
    """The lines between marks such as ContentStart and ContentEnd."""
    for start, end in BOUNDS:
        spans = []
        opened = -1
        for name, line in page.bounds:
            if end.search(name):
                if opened >= 0 and line > opened:
                    spans.append((opened, line))
                opened = -1
            elif start.search(name):
                opened = line
        if spans:
            chosen = max(spans, key=lambda span: sums[span[1]] - sums[span[0]])
            if (sums[chosen[1]] - sums[chosen[0]]) * _FAR_MORE >= dense > 0:
                return chosen
    return None


def _densest(page: WebPage, weights: Sequence[float]) -> tuple[int, int]:
    """The block that gains most from running text and loses least by links and stray words."""
    tables = _grids(page.lines)
    gains = []
    for line, weight in zip(page.lines, weights, strict=True):
        if is_link_line(line):
            gains.append(-_LINK_COST - len(line.text) / 4)
        elif is_sentence(line.text):
            gains.append(weight)
        else:
            in_table = line.cell is not None and line.cell.table in tables
            gains.append(_CELL_GAIN if in_table else weight / 4 - _SHORT_COST)
    sums = list(accumulate(gains, initial=0.0))
    blocks = [block for block in page.blocks if block.end > block.first]
    if not blocks:
        return 0, len(page.lines)
    chosen = max(blocks, key=lambda block: (sums[block.end] - sums[block.first], block.index))
    return chosen.first, chosen.end


def _grids(lines: Sequence[PageLine]) -> set[int]:
    """Tables with rows and columns: they may belong to the text, others only place things on the page."""
    rows: dict[int, set[int]] = defaultdict(set)
    columns: dict[int, set[int]] = defaultdict(set)
    for line in lines:
        if line.cell is not None:
            rows[line.cell.table].add(line.cell.row)
            columns[line.cell.table].add(line.cell.column)
    return {table for table in rows if len(rows[table]) > 2 and len(columns[table]) > 1}


def _trimmed(lines: Sequence[PageLine], first: int, end: int) -> tuple[int, int]:
    """Without the navigation and the footer at its edges, where no container told them from the text."""
    start, stop = first, end
    while start < stop and is_link_line(lines[start]):
        start += 1
    footers = [index for index in range(start, stop) if is_footer(lines[index].text)]
    last_sentence = max((index for index in range(start, stop) if is_sentence(lines[index].text)), default=start)
    below = [index for index in footers if index > last_sentence]
    if below:
        stop = below[0]
        while stop - 1 > last_sentence and is_company_line(lines[stop - 1].text):
            stop -= 1
    while stop - 1 > start and is_link_line(lines[stop - 1]) and "附件" not in lines[stop - 1].text:
        stop -= 1
    return (start, stop) if stop > start else (first, end)
