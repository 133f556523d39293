"""Single rules of the Word reader: printed numbers, counting, fields, symbols, names."""

from __future__ import annotations

import pytest

from generator.readers.word.counting import Counting
from generator.readers.word.fields import Fields, show_equation
from generator.readers.word.names import chosen_branch
from generator.readers.word.numbering import Level, Numbering
from generator.readers.word.numerals import print_number
from generator.readers.word.running import find_marks, is_page_number
from generator.readers.word.symbols import show_symbol, show_symbols


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("decimal", {1: "1", 10: "10"}),
        ("decimalZero", {3: "03", 12: "12"}),
        (
            "chineseCountingThousand",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 101: "一百零一", 110: "一百一十", 1005: "一千零五"},
        ),
        ("chineseCounting", {9: "九", 10: "十", 21: "二十一", 99: "九十九", 100: "一○○"}),
        ("taiwaneseCountingThousand", {10: "十", 12: "十二", 10_000: "一萬", 10_203: "一萬零二百零三"}),
        ("japaneseCounting", {10: "十", 45: "四十五"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 12: "壹拾贰", 105: "壹佰零伍"}),
        ("ideographLegalTraditional", {3: "參", 20: "貳拾"}),
        ("ideographDigital", {10: "一〇", 21: "二一"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("decimalEnclosedFullstop", {2: "⒉"}),
        ("decimalFullWidth", {12: "１２"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
        ("lowerLetter", {2: "b", 99_999: "99999"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerRoman", {9: "ix"}),
        ("numberInDash", {3: "- 3 -"}),
        ("none", {3: ""}),
    ],
)
def test_printed_numbers(form: str, printed: dict[int, str]) -> None:
    assert {value: print_number(value, form) for value in printed} == printed


def test_custom_and_unknown_forms() -> None:
    assert print_number(7, "custom", "001, 002, 003, ...") == "007"
    assert print_number(7, "custom", "α, β, γ, ...") is None
    assert print_number(7, "hindiVowels") is None
    assert print_number(10**12, "chineseCountingThousand") == str(10**12)


def test_chinese_numbers_are_all_different_up_to_a_thousand() -> None:
    for form in ("chineseCountingThousand", "chineseLegalSimplified", "ideographDigital", "upperRoman"):
        assert len({print_number(value, form) for value in range(1, 1001)}) == 1000


def labels(levels: dict[int, Level], *paragraphs: int, **kept: dict[int, int]) -> list[str]:
    counting = Counting(numberings={"1": Numbering(counters="0", levels=levels, **kept)})
    return [counting.next_label("1", level) for level in paragraphs]


TWO = {0: Level(form="decimal", text="%1."), 1: Level(form="decimal", text="%1.%2")}


def test_a_lower_level_starts_anew_after_a_higher_one() -> None:
    assert labels(TWO, 0, 1, 1, 0, 1) == ["1. ", "1.1 ", "1.2 ", "2. ", "2.1 "]


def test_a_lower_level_before_any_higher_one_shows_its_start() -> None:
    assert labels(TWO, 1, 1, 0) == ["1.1 ", "1.2 ", "1. "]


def test_restart_only_after_a_given_level() -> None:
    levels = {0: Level(text="%1、"), 1: Level(text="（%2）"), 2: Level(text="%3", restart=1)}
    assert labels(levels, 0, 1, 2, 1, 2, 0, 2) == ["1、", "（1）", "1 ", "（2）", "2 ", "2、", "1 "]


def test_start_override_counts_once() -> None:
    assert labels(TWO, 0, 0, restarts={0: 5}) == ["5. ", "6. "]


def test_levels_and_numberings_that_are_not_there() -> None:
    counting = Counting(numberings={"1": Numbering(counters="0", levels={0: Level(text="%1%9、")})})
    assert counting.next_label("2", 0) == ""
    assert counting.next_label("1", 3) == ""
    assert counting.next_label("1", 0) == "1、"


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r" eq \o\ac(○,7) ", "⑦"),
        (r"EQ \o\ac(○,25)", "○25"),
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(yì),翊)', "yì翊"),
        (r"EQ \f(1,2)", "1/2"),
        (r"PAGE \* MERGEFORMAT", ""),
        ("", ""),
    ],
)
def test_fields_that_print_their_instruction(instruction: str, shown: str) -> None:
    assert show_equation(instruction) == shown


def test_text_of_a_field_without_a_result_part_is_not_lost() -> None:
    fields = Fields()
    fields.begin()
    assert fields.shown  # text that stands in no result: a damaged field, its text is what a reader sees
    fields.begin()
    assert not fields.shown
    fields.separate()
    assert not fields.shown
    fields.end()
    fields.separate()
    assert fields.shown
    fields.end()
    fields.end()
    assert fields.shown


def test_symbols() -> None:
    assert show_symbol(0xF0FE, "Wingdings") == "☑"
    assert show_symbol(0xA8, "wingdings") == "◻"
    assert show_symbol(0xF052, "Wingdings 2") == "☑"
    assert show_symbol(0x61, "Symbol") == "α"
    assert show_symbol(0xF001, "Wingdings") == "\uf001"  # not known: a private character, which holds the report
    assert show_symbol(0x2605, "宋体") == "★"
    assert show_symbol(0xD800, "宋体") == ""
    assert show_symbols("R是 £否", "Wingdings 2") == "☑是 □否"
    assert show_symbols("123", "Symbol") == "123"


@pytest.mark.parametrize("text", ["3", "- 3 -", "— 12 —", "第3页", "第 3 页 共 10 页", "3/10", "～3～", "iv", "第三页"])
def test_page_numbers(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["2023年报告", "第三季度", "某局"])
def test_no_page_numbers(text: str) -> None:
    assert not is_page_number(text)


def test_marks() -> None:
    assert find_marks(["机密★5年", "内部资料", "秘密★"]) == ("密级标志", "内部标志")
    assert find_marks(["保密工作", "秘密投票办法"]) == ()


def test_the_choice_that_is_understood() -> None:
    from lxml import etree

    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = etree.fromstring(
        f'<mc:AlternateContent {space}><mc:Choice Requires="future"/><mc:Choice Requires="wps w14"/>'
        "<mc:Fallback/></mc:AlternateContent>"
    )
    assert chosen_branch(both) is both[1]
    del both[1]
    assert chosen_branch(both) is both[1]
    del both[1]
    assert chosen_branch(both) is both[0]
