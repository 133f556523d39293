"""The readable cases of ``tests/golden/compare``, and what holds for any two texts."""

from __future__ import annotations

from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import pytest
import yaml

from generator.model.comparison import Change, Comparison, PieceKind, SectionText, SentenceChange
from generator.model.document import BlockKind
from generator.model.report_parts import Passage
from generator.pages.compare_lines import SIGNS
from generator.taxonomy.comparison import compare_reports
from generator.taxonomy.comparison_text import COMPARED_KINDS, MOST_SECTIONS, MOST_SENTENCES, compared_text
from generator.taxonomy.word_marks import mark_words
from tests.unit.taxonomy.comparing import made_up_pair, passages

FOLDER = Path(__file__).parents[2] / "golden" / "compare"
MARKS = {PieceKind.BOTH: "{}", PieceKind.OLD: "［－{}］", PieceKind.NEW: "［＋{}］"}


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append(pytest.param(case, id=f"{path.stem}-{case['about'][:12]}"))
    return found


def shown(comparison: Comparison) -> list[str]:
    lines = []
    for section in comparison.sections:
        lines.append(f"{_name(section.new)} ← {_name(section.old)}")
        lines += [_line(one, comparison) for one in section.changes]
    return lines


def _name(section: SectionText | None) -> str:
    return (section.label or "开头") if section else "无"


def _line(one: SentenceChange, comparison: Comparison) -> str:
    sentence = one.new or one.old
    assert sentence is not None
    text = "".join(MARKS[piece.kind].format(piece.text) for piece in one.pieces) or sentence.text
    there = ""
    if one.elsewhere:
        section = comparison.sections[one.elsewhere - 1]
        there = f" → {_name(section.new if one.change is Change.LEFT else section.old)}"
    return f"{SIGNS[one.change][0]} {text}{there}"


@pytest.mark.parametrize("case", cases())
def test_golden_comparison(case: dict[str, Any]) -> None:
    themes = {label: tuple(names) for label, names in case.get("themes", {}).items()}
    comparison = compare_reports(passages(case["old"], themes), passages(case["new"], themes))
    assert shown(comparison) == case["shown"].strip().splitlines()


def test_every_sentence_is_told_once_on_its_side() -> None:
    random = Random(7)
    for _ in range(300):
        old, new = made_up_pair(random)
        comparison = compare_reports(old, new)
        lines = [one for section in comparison.sections for one in section.changes]
        one, other = compared_text(old), compared_text(new)
        told_old = [line.old for line in lines if _stands_in_old(line)]
        told_new = [line.new for line in lines if line.change not in {Change.LEFT, Change.DROPPED}]
        assert _sorted(told_old) == _sorted(sentence for section in one.sections for sentence in section.sentences)
        assert told_new == [sentence for section in other.sections for sentence in section.sentences]
        extent = comparison.extent
        assert extent.old_total == sum(len(sentence.key) for section in one.sections for sentence in section.sentences)
        assert extent.new_total == sum(
            len(sentence.key) for section in other.sections for sentence in section.sentences
        )
        assert extent.moved == sum(len(line.new.key) for line in lines if line.change is Change.MOVED and line.new)
        for line in lines:
            if line.pieces:
                assert _side(line, PieceKind.OLD) == line.old.text
                assert _side(line, PieceKind.NEW) == line.new.text


def _stands_in_old(line: SentenceChange) -> bool:
    if line.change in {Change.NUMBERS, Change.CHANGED}:
        return not line.elsewhere
    return line.change in {Change.SAME, Change.LEFT, Change.DROPPED}


def _sorted(sentences: Any) -> list[tuple[str, str]]:
    return sorted((sentence.anchor, sentence.text) for sentence in sentences)


def _side(line: SentenceChange, kind: PieceKind) -> str:
    return "".join(piece.text for piece in line.pieces if piece.kind in {kind, PieceKind.BOTH})


def test_a_text_beside_itself_is_the_same() -> None:
    text = passages("开头的话。\n一、依法行政。开展检查。开展检查。\n二、普法。宣传宪法。")
    extent = compare_reports(text, text).extent
    assert extent.same == extent.old_total == extent.new_total == 32


def test_form_parts_are_not_compared() -> None:
    assert COMPARED_KINDS.isdisjoint(
        {BlockKind.TITLE, BlockKind.SIGNATURE, BlockKind.DATE_OF_WRITING, BlockKind.COPY_TO}
    )
    title = Passage(anchor="p-1", section="", label="", kind="title", text="报告", line=1, themes=())
    assert compare_reports((title,), (title,)).sections == ()


def test_a_very_long_text_is_cut_and_said_so_and_takes_no_long_time() -> None:
    random = Random(1)
    letters = "依法行政公开信息工作会议决策执行监督"

    def long(one_section: bool) -> tuple[Passage, ...]:
        return tuple(
            Passage(
                anchor=f"p-{number}", section="s-1" if one_section else f"s-{number}", label="一", kind="paragraph",
                text="".join(random.choices(letters, k=60)) + "。", line=number, themes=("a",),
            )
            for number in range(2 * MOST_SENTENCES)
        )  # fmt: skip

    for one_section, sections, sentences in ((True, 1, MOST_SENTENCES), (False, MOST_SECTIONS, MOST_SECTIONS)):
        old, new = long(one_section), long(one_section)
        assert [len(compared_text(new).sections), sum(len(one.sentences) for one in compared_text(new).sections)] == [
            sections,
            sentences,
        ]
        started = perf_counter()
        assert compare_reports(old, new).is_cut
        assert perf_counter() - started < 20


def test_sentences_that_repeat_themselves_are_shown_whole() -> None:
    old, new = "甲乙" * 199 + "。", "乙丙甲" * 133 + "。"
    assert [piece.kind for piece in mark_words(old, new)] == [PieceKind.OLD, PieceKind.NEW]


def test_a_text_without_any_stop_is_compared_in_pieces() -> None:
    text = passages("一、" + "法" * 3000)
    assert [len(one.key) for one in compared_text(text).sections[0].sentences] == [400] * 7 + [202]
