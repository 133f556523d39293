"""The heading of a page and the title of its text: the text must open with its title wherever the page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.model.text import Evidence, EvidenceField, EvidencePlace, RemovalReason
from generator.readers.web.body import Body, is_link_line
from generator.readers.web.furniture import site_line
from generator.readers.web.page import PageLine, WebPage, chinese, compact, is_sentence, key
from generator.readers.web.site_rules import Zone

_TITLE_LINES = 6
_OPENING_LINES = 10
_FEWEST_CHARACTERS = 5
_MOST_CHARACTERS = 150
_ALIKE = 0.8
_LARGE_PIXELS = 20.0
_SITE_NAME = re.compile(r"[_\-－—–|｜>»]+")
_SITE_NAME_END = re.compile(r"(?:政府|网|网站|门户|平台|专栏|局|厅|委|办|部|院|处|中心|委员会|办公室)$")
_GENRE = re.compile(
    r"(?:报告|通知|意见|决定|决议|批复|复函|函|公告|通告|公报|令|规划|计划|方案|办法|规定|细则|条例|总结|情况|预算|决算|说明|通报|纪要|要点|公示|讲话|建议|目录|清单|指南|年报)"
    r"(?:[（(〔\[].{1,30}[）)〕\]])?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The page's own heading above the text.

    Attributes:
        lines: indexes of its lines.
        repeated: the text itself opens with the title.
    """

    lines: tuple[int, ...]
    repeated: bool


def find_heading(
    page: WebPage, body: Body, reasons: dict[int, RemovalReason], evidence: Sequence[Evidence]
) -> Heading | None:
    """Find the heading that the page shows above its text.

    Headings that name what <title>, ArticleTitle or the directory name come first, then h1 and blocks called title.

    Args:
        page: its lines.
        body: where the text stands.
        reasons: why lines are not text.
        evidence: of the head and the directory.
    """
    hints = title_hints(evidence)
    page_title = key(next((one.value for one in evidence if one.place is EvidencePlace.PAGE_TITLE), ""))
    groups = [
        group
        for group in _groups_above(page, body)
        if all(reasons.get(index) is RemovalReason.SITE_FURNITURE for index in group)
    ]
    best: tuple[int, int, tuple[int, ...]] | None = None
    for group in groups:
        rank = _rank(page, group, hints, page_title)
        if rank and (best is None or (rank, group[0]) >= best[:2]):
            best = (rank, group[0], group)
    if best is None:
        return None
    title = key("".join(page.lines[index].text for index in best[2]))
    return Heading(lines=best[2], repeated=_opens_with(_opening(page.lines, body, reasons), title))


def title_hints(evidence: Iterable[Evidence]) -> frozenset[str]:
    """Every title that the page's metadata may mean, as keys; <title> with and without the site's name."""
    hints = set()
    for one in evidence:
        if one.field is not EvidenceField.TITLE:
            continue
        hints.add(key(one.value))
        if one.place is EvidencePlace.PAGE_TITLE:
            cuts = [match.start() for match in _SITE_NAME.finditer(one.value)]
            hints |= {key(one.value[:cut]) for cut in cuts} | {key(one.value[cut:]) for cut in cuts}
    return frozenset(hint for hint in hints if len(hint) >= _FEWEST_CHARACTERS)


def _groups_above(page: WebPage, body: Body) -> list[tuple[int, ...]]:
    """Runs of lines above the text that may be one heading: the lines of one block, and each line alone."""
    groups: dict[tuple[int, ...], None] = {}
    for block in page.blocks:
        if block.end <= body.first and 0 < block.end - block.first <= _TITLE_LINES:
            groups[tuple(range(block.first, block.end))] = None
    for index in range(body.first):
        groups[index,] = None
    return list(groups)


def _rank(page: WebPage, group: tuple[int, ...], hints: frozenset[str], page_title: str) -> int:
    """3 named by the page's metadata, 2 first-level heading, 1 called a title or set as one; 0 none."""
    lines = [page.lines[index] for index in group]
    text = "".join(line.text for line in lines)
    if not _FEWEST_CHARACTERS <= chinese(text) <= _MOST_CHARACTERS or all(is_link_line(line) for line in lines):
        return 0
    if any(is_sentence(line.text) and "。" in line.text for line in lines):
        return 0
    bare = key(text)
    if _SITE_NAME_END.search(bare) and not _GENRE.search(text.strip()) and "关于" not in bare:
        return 0  # the name of the site or of the agency
    if bare in hints:
        return 3
    if any(site_line(line.text, Zone.HEAD) is not None for line in lines):
        return 0
    named = bool(page_title) and bare in page_title and (page_title.startswith(bare) or bool(_GENRE.search(bare)))
    if not (named or _GENRE.search(text.strip()) or "关于" in bare):
        return 0
    blocks = _blocks_around(page, group)
    if any(page.blocks[block].tag == "h1" for block in blocks):
        return 2
    titled = any(page.blocks[block].titled for block in blocks)
    return 1 if titled or all(_stands_out(line) for line in lines) else 0


def _stands_out(line: PageLine) -> bool:
    """Strong or large type, as old sites set a heading that nothing calls one."""
    return line.bold >= len(compact(line.text)) or line.pixels >= _LARGE_PIXELS


def _blocks_around(page: WebPage, group: tuple[int, ...]) -> list[int]:
    """The blocks that hold the group and little else."""
    found = []
    block = page.lines[group[0]].block
    while block >= 0 and page.blocks[block].end - page.blocks[block].first <= _TITLE_LINES:
        found.append(block)
        block = page.blocks[block].parent
    return found


def _opening(lines: Sequence[PageLine], body: Body, reasons: dict[int, RemovalReason]) -> list[str]:
    """Keys of the first lines of the text, up to its first sentence."""
    found: list[str] = []
    for index in range(body.first, body.end):
        if index in reasons or is_link_line(lines[index]):  # the name of a file to download is no title
            continue
        if len(found) >= _OPENING_LINES or (is_sentence(lines[index].text) and "。" in lines[index].text):
            break
        found.append(key(lines[index].text))
    return found


def _opens_with(opening: Sequence[str], title: str) -> bool:
    """The title stands in the opening: whole or cut over lines, or in a writing that hardly differs."""
    for start in range(len(opening)):
        for end in range(start + 1, min(start + _TITLE_LINES, len(opening)) + 1):
            joined = "".join(opening[start:end])
            if joined == title:
                return True
            shorter, longer = sorted((joined, title), key=len)
            if len(shorter) >= 8 and shorter in longer and len(shorter) >= 0.6 * len(longer):
                return True
            close = 8 <= len(joined) <= 2 * len(title)
            if close and SequenceMatcher(None, joined, title, autojunk=False).ratio() >= _ALIKE:
                return True
    return False
