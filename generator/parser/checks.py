"""What a careful editor would point out about the form of a document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model.diagnostics import Diagnostic
from generator.model.document import Block, BlockKind, Document, Heading
from generator.parser import findings, forms
from generator.parser.characters import non_blank, normal_form
from generator.parser.numerals import print_numeral
from generator.parser.parts import Parts

_MARKER_FORMS = {1: "“一、”", 2: "“（一）”", 3: "“1.”", 4: "“（1）”"}
_ORDINAL = re.compile(r"[一二三四五六七八九十百零〇○]+[、．.]|[（(][^）)]+[）)]、?|[0-9０-９]+[.．、）)]")
_BARE_YEAR = re.compile(
    r"(?<![\d〔（(\-—–第])((?:19|20)\d\d)(?=[\u4e00-\u9fff])(?!年|版|号|届|级|个|项|件|次|人|名|家|万|亿|余|多|元|户|场|期|份|条|工程|行动|计划”)"
)
_FRAGMENT_MAX = 12
_SHINGLE = 18  # characters: shorter repetitions are turns of phrase
_MOST_REPETITIONS = 10  # a copied text need not be told paragraph by paragraph
_LONG = 60  # characters: wording of this length is no turn of phrase any more
_FIGURE = re.compile(r"\d(?:\.\d+)?(?:余|多)?(?:万|亿)?(?:余|多)?(?:[次件个项名人场篇条例家户份期起批张份所]|%|％)")


def check_form(document: Document, parts: Parts) -> tuple[Diagnostic, ...]:
    """All findings on the form, in source order where they have a place."""
    found = [
        *_check_parts(document, parts),
        *_check_numbering(document),
        *_check_levels(document),
        *_check_years(document),
        *_check_fragments(document),
        *_check_repetition(document),
    ]
    return tuple(sorted(found, key=lambda diagnostic: (diagnostic.line or 0, diagnostic.code)))


def _check_parts(document: Document, parts: Parts) -> Iterator[Diagnostic]:
    if not document.title:
        yield findings.NO_TITLE.at()
    if not document.signature:
        yield findings.NO_SIGNATURE.at()
    if parts.bad_date is not None:
        text, line = parts.bad_date
        yield findings.BAD_DATE.at(line, found=text)
    elif document.date_of_writing is None:
        yield findings.NO_DATE.at()
    cells = [block for block in document.blocks if block.kind is BlockKind.METADATA_LINE]
    noted = any(forms.is_disclosure_note(block.text) for block in document.blocks if block.heading is None)
    if not noted and not any("公开" in block.text for block in cells):
        yield findings.NO_DISCLOSURE_MARK.at()


def _by_part(document: Document) -> Iterator[tuple[str, list[Block]]]:
    """The document itself and each thing attached, with its blocks: each has numbers of its own."""
    for part, group in groupby(document.blocks, key=lambda block: block.part):
        yield part, list(group)


def _siblings(blocks: Sequence[Block]) -> Iterator[tuple[Heading | None, list[tuple[Heading, int]]]]:
    """Headings of one level under one parent, in order, each with its block's index."""
    groups: dict[tuple[str, int, bool], list[tuple[Heading, int]]] = defaultdict(list)
    parents: dict[tuple[str, int, bool], Heading | None] = {}
    opened: list[Heading] = []
    for index, block in enumerate(blocks):
        heading = block.heading
        if heading is None:
            continue
        opened = [one for one in opened if one.level < heading.level]
        key = (opened[-1].anchor if opened else "", heading.level, _is_structural(heading))
        groups[key].append((heading, index))
        parents[key] = opened[-1] if opened else None
        opened.append(heading)
    for key, group in groups.items():
        yield parents[key], group


def _is_structural(heading: Heading) -> bool:
    return heading.marker.startswith("第")


def _check_numbering(document: Document) -> Iterator[Diagnostic]:
    for _, blocks in _by_part(document):
        yield from _check_numbers(blocks)


def _check_numbers(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    last_of_level: dict[tuple[int, bool], int] = {}
    for parent, group in _siblings(blocks):
        where = _where(parent)
        previous = 0
        for heading, index in group:
            block = blocks[index]
            kind = (heading.level, _is_structural(heading))
            running_on = previous == 0 and heading.number == last_of_level.get(kind, -1) + 1
            if heading.number <= previous:
                if heading.number == previous and "之" not in heading.marker:
                    yield findings.NUMBERING_REPEATED.at(block.span.first_line, where=where, marker=heading.marker)
            elif heading.number > previous + 1 and not running_on:
                missing = "、".join(
                    _print_missing(heading, number) for number in range(previous + 1, heading.number)[:3]
                )
                hint = _unnumbered_hint(blocks, index) if previous + 2 == heading.number else ""
                yield findings.NUMBERING_GAP.at(block.span.first_line, where=where, missing=missing, hint=hint)
            previous = heading.number
            last_of_level[kind] = heading.number


def _where(parent: Heading | None) -> str:
    if parent is None:
        return "全文"
    return f"第{parent.label}部分" if parent.level == 1 and parent.marker.endswith("、") else f"“{parent.label}”"


def _print_missing(heading: Heading, number: int) -> str:
    """The number that is missing, in the form of the one that is there."""
    marker = heading.marker
    printed = str(number) if re.search(r"[0-9０-９]", marker) else print_numeral(number)
    if marker.startswith("第"):
        return f"“第{printed}{marker[-1] if '之' not in marker else '条'}”"
    if marker.startswith(("（", "(")):
        return f"（{printed}）"
    tail = "." if printed.isascii() else "、"
    return f"“{printed}{tail}”"


def _unnumbered_hint(blocks: Sequence[Block], gap: int) -> str:
    """The paragraph right before the gap that reads like a heading without its number."""
    marker = heading.marker if (heading := blocks[gap].heading) else ""
    for index in range(gap - 1, -1, -1):
        block = blocks[index]
        if block.heading is not None or block.kind is not BlockKind.PARAGRAPH:
            return ""
        first = re.match(r"[^。！？]{4,30}。", block.text)
        if first and "，" not in first.group() and len(block.text) > len(first.group()):
            return f"：“{normal_form(first.group())}”一段没有序号，其后从{marker}开始"
    return ""


def _check_levels(document: Document) -> Iterator[Diagnostic]:
    """A level is skipped where the one between is used nowhere above, but elsewhere in the document it is."""
    for _, blocks in _by_part(document):
        headings = [block.heading for block in blocks if block.heading is not None]
        if all(_ORDINAL.fullmatch(heading.marker) for heading in headings):
            yield from _check_level_order(blocks)


def _check_level_order(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    used = {block.heading.level for block in blocks if block.heading is not None}
    previous = 0
    for block in blocks:
        heading = block.heading
        if heading is None:
            continue
        between = [level for level in range(previous + 1, heading.level) if level in used or previous == 0]
        if heading.level > previous + 1 and (between or previous == 0) and heading.number == 1:
            expected = _MARKER_FORMS.get(min(between) if between else previous + 1)
            if expected is not None:
                yield findings.LEVEL_SKIPPED.at(
                    block.span.first_line, marker=heading.marker, heading=heading.text[:20], expected=expected
                )
        previous = heading.level


def _check_years(document: Document) -> Iterator[Diagnostic]:
    """A year without 年, in the title and in headings only: in running text four digits may be a name."""
    for block in document.blocks:
        if block.kind is BlockKind.TITLE:
            text = normal_form(block.text)
        elif block.heading is not None:
            text = block.heading.marker + normal_form(block.heading.text)
        else:
            continue
        match = _BARE_YEAR.search(text)
        if match:
            yield findings.YEAR_WITHOUT_NIAN.at(block.span.first_line, text=text[:40], year=match.group(1))


def _check_fragments(document: Document) -> Iterator[Diagnostic]:
    """The end of one line stands again at the beginning of the next one of the same paragraph."""
    for block in document.blocks:
        for left, right in zip(block.fragments, block.fragments[1:], strict=False):
            before, after = non_blank(left.text), non_blank(right.text)
            for length in range(min(_FRAGMENT_MAX, len(before), len(after)), 1, -1):
                fragment = after[:length]
                if before.endswith(fragment) and _is_wording(fragment):
                    yield findings.REPEATED_FRAGMENT.at(
                        right.line, before=before[-8:], fragment=fragment, count=print_numeral(length)
                    )
                    break


def _is_wording(fragment: str) -> bool:
    """Two characters may meet by chance (研究 / 研究室); three Chinese ones or more do not."""
    return len(fragment) >= 3 and all("\u4e00" <= character <= "\u9fff" for character in fragment)


def _check_repetition(document: Document) -> Iterator[Diagnostic]:
    """Long wording that stands in two passages of the body."""
    passages = [block for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    seen: dict[str, tuple[int, int]] = {}
    reported: set[tuple[int, int]] = set()
    for number, block in enumerate(passages):
        text = non_blank(block.text)
        offset = 0
        while offset + _SHINGLE <= len(text):
            earlier = seen.get(text[offset : offset + _SHINGLE])
            if earlier is None or earlier[0] == number:
                seen.setdefault(text[offset : offset + _SHINGLE], (number, offset))
                offset += 1
                continue
            first, start = earlier
            length = _common(non_blank(passages[first].text), start, text, offset)
            common = text[offset : offset + length]
            key = (first, number)
            if key not in reported and len(reported) < _MOST_REPETITIONS and _worth_telling(common):
                reported.add(key)
                yield _repetition(passages[first], block, common)
            offset += max(length - _SHINGLE + 1, 1)


def _common(left: str, left_start: int, right: str, right_start: int) -> int:
    length = 0
    while (
        left_start + length < len(left)
        and right_start + length < len(right)
        and left[left_start + length] == right[right_start + length]
    ):
        length += 1
    return length


def _worth_telling(common: str) -> bool:
    """Set phrases of the trade repeat everywhere; a repetition counts with figures, or when it is really long."""
    return len(common) >= _LONG or bool(_FIGURE.search(common))


def _repetition(first: Block, second: Block, common: str) -> Diagnostic:
    figures = "（含统计数字）" if _FIGURE.search(common) else ""
    shown = common if len(common) <= 40 else common[:40] + "…"
    return findings.REPEATED_PASSAGE.at(
        second.span.first_line,
        first=_name(first),
        second=_name(second),
        with_figures=figures,
        text=shown,
    )


def _name(block: Block) -> str:
    where = block.heading.label if block.heading else (f"{block.items[0].marker}一段" if block.items else "")
    return f"“{where}”（第{block.span.first_line}行）" if where else f"第{block.span.first_line}行一段"
