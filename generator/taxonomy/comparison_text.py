"""A report as it is compared: its lowest sections with their sentences.

``theme/assets/javascripts/compare/text.js`` says the same for the reader's own choice of two reports: every expression
here names its characters one by one, because "blank" and "digit" are not the same in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.model.comparison import SectionText, Sentence
from generator.model.document import BlockKind
from generator.model.report_parts import Passage

MOST_SECTIONS: Final = 100
MOST_SENTENCES: Final = 800
MOST_CHARACTERS: Final = 400  # of a sentence; a text without punctuation is cut
# Title, addressees, signature, dates and imprint follow a form and are no text to compare.
COMPARED_KINDS: Final = frozenset({BlockKind.HEADING, BlockKind.TABLE, BlockKind.PARAGRAPH, BlockKind.ATTACHMENT})

BLANKS: Final = "\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DIGITS: Final = "0-9０-９"
_ORDINALS: Final = "一二三四五六七八九十百"
_BLANK: Final = re.compile(f"[{BLANKS}]+")
_SENTENCE: Final = re.compile(r"[^。！？；!?;\n]*[。！？；!?;\n]+[”’」』）)】》]*|[^。！？；!?;\n]+")
_ORDINAL: Final = re.compile(
    f"^(?:第[{_ORDINALS}]+(?:[，、,章节条]|部分)|[{_ORDINALS}]+(?:是|要|[、，．.])"
    f"|[（(][{_ORDINALS}{_DIGITS}]+[）)]|[{_DIGITS}]+[、．.])"
)
_CHINESE_YEAR: Final = re.compile("[〇○零一二三四五六七八九]{4}(?=年)")
_NUMBER: Final = re.compile(f"[{_DIGITS}]+(?:[.．,][{_DIGITS}]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedText:
    """What of a report is compared.

    Attributes:
        sections: in text order; each has a sentence.
        is_cut: there is more of it.
    """

    sections: tuple[SectionText, ...]
    is_cut: bool


def compared_text(passages: Sequence[Passage]) -> ComparedText:
    """Cut a report into its lowest sections and these into sentences.

    A heading without text of its own is put in front of the section that follows it. Of a very long report only the
    beginning is taken, so that a comparison stays small enough to read and to compute.

    Args:
        passages: all of one report, in text order.
    """
    sections: list[SectionText] = []
    left = MOST_SENTENCES
    for group in _groups([passage for passage in passages if passage.kind in COMPARED_KINDS]):
        section = _section(group)
        if section is None:
            continue
        if len(sections) == MOST_SECTIONS or not left:
            return ComparedText(sections=tuple(sections), is_cut=True)
        if len(section.sentences) > left:
            sections.append(replace(section, sentences=section.sentences[:left]))
            return ComparedText(sections=tuple(sections), is_cut=True)
        left -= len(section.sentences)
        sections.append(section)
    return ComparedText(sections=tuple(sections), is_cut=False)


def sentences_of(text: str, anchor: str = "") -> Iterator[Sentence]:
    """The sentences of a passage: they end with 。！？； and the marks that close behind these, or with a row."""
    for match in _SENTENCE.finditer(text):
        for start in range(0, len(match[0]), MOST_CHARACTERS):
            piece = match[0][start : start + MOST_CHARACTERS]
            key = _BLANK.sub("", piece)
            if key:
                shown = _BLANK.sub(" ", piece).strip(" ")
                yield Sentence(text=shown, anchor=anchor, key=key, mask=masked(key))


def masked(key: str) -> str:
    """A text without blanks, with ordinal, years and numbers blotted out."""
    return _NUMBER.sub("0", _CHINESE_YEAR.sub("0", _ORDINAL.sub("#", key)))


def _groups(passages: Iterable[Passage]) -> list[list[Passage]]:
    """Passages of one section each; headings that nothing follows in their own section go on to the next one."""
    groups: list[list[Passage]] = []
    for passage in passages:
        last = groups[-1] if groups else []
        is_same = bool(last) and last[-1].section == passage.section
        if is_same or (last and all(one.kind == BlockKind.HEADING for one in last) and passage.section):
            last.append(passage)
        else:
            groups.append([passage])
    return groups


def _section(group: Sequence[Passage]) -> SectionText | None:
    sentences = tuple(sentence for passage in group for sentence in sentences_of(passage.text, passage.anchor))
    if not sentences:
        return None
    own = group[-1]
    first = next(passage for passage in group if passage.section == own.section)
    opening = next((sentence.text for sentence in sentences_of(first.text)), "") if own.label else ""
    return SectionText(
        anchor=own.section or first.anchor,
        label=own.label,
        title=_ORDINAL.sub("", opening).strip(" "),
        themes=frozenset(theme for passage in group for theme in passage.themes),
        sentences=sentences,
    )
