"""Figures in whole documents: where they stand, what is told twice, what belongs to next year."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest

from generator.errors import ConfigurationError
from generator.model.document import Block, BlockKind, Document, Fragment, TableCell
from generator.model.figure import Figure
from generator.taxonomy.describe import describe_units, load_vocabulary
from generator.taxonomy.figures import find_figures
from generator.taxonomy.figures_rules import DATA, load_figure_rules
from tests.unit.taxonomy.documents import document


def read(body: str) -> tuple[Figure, ...]:
    parsed = document(body)
    figures = find_figures(parsed, describe_units(parsed, 2023, load_vocabulary()))
    blocks = {block.anchor: block for block in parsed.blocks}
    for figure in figures:
        text = blocks[figure.anchor].text
        assert text[figure.start : figure.end] == figure.printed
        assert figure.printed in figure.sentence
        assert figure.sentence in text
        assert figure.phrase in text
    return figures


def test_a_figure_tells_where_it_stands() -> None:
    (figure,) = read(
        "一、主要工作\n（一）推进政务公开。全年主动公开政府信息31\n\n余条，内容完整。\n二、其他。扎实推进。\n"
    )
    assert (figure.value, figure.unit, figure.approximate) == ("31", "条", "余")
    assert figure.section == "一（一）"
    assert figure.theme == "open-government"
    assert figure.indicator == "proactive-disclosure"
    assert figure.line == 6
    assert figure.sentence == "全年主动公开政府信息31余条，内容完整。"


def test_an_item_has_its_own_place() -> None:
    first, second = read(
        "一、主要工作。一是推进政务公开，主动公开政府信息36条。二是聘请法律顾问2名，开展合同审查，防范风险。\n"
    )
    assert (first.section, second.section) == ("一 一是", "一 二是")
    assert first.anchor == second.anchor
    assert first.item_anchor != second.item_anchor
    assert second.link_anchor == second.item_anchor
    assert (first.theme, second.theme) == ("open-government", "legal-counsel")


def test_blanks_inside_numbers_and_words_do_not_matter() -> None:
    (figure,) = read("一、主要工作。全 年 共 开 展 执 法 培 训 12 场 次，效果良好。\n")
    assert (figure.value, figure.unit, figure.counted) == ("12", "场次", "开展执法培训")


def test_wide_digits_and_multipliers() -> None:
    figures = read("一、主要工作。参训１５．２万人次，拨付资金3.5亿元，公开信息1,639条，合格率９８．６％。\n")
    assert [(one.number, one.unit) for one in figures] == [
        (Decimal(152000), "人次"),
        (Decimal(350000000), "元"),
        (Decimal(1639), "条"),
        (Decimal("98.6"), "%"),
    ]
    assert [one.value for one in figures] == ["152000", "350000000", "1639", "98.6"]


def test_a_fact_told_again_counts_once() -> None:
    figures = read(
        "一、主要工作。全年开展法治教育7次，审查外事重大事项4次。\n二、亮点工作。邀请法律顾问授课，先后开展法治教育7次。\n"
    )
    assert [(one.value, one.counted) for one in figures] == [("7", "开展法治教育"), ("4", "审查外事重大事项")]
    (again,) = figures[0].repeated
    assert again.anchor != figures[0].anchor
    assert again.line == 6
    assert not figures[1].repeated


def test_equal_numbers_of_different_facts_stay_apart() -> None:
    figures = read(
        "一、立法。废止政府规章1件、修改1件。\n二、信访。收到信访件20件，办结率100%。\n三、热线。受理热线工单30件，按时回访，办结率100%。\n"
    )
    assert [one.value for one in figures] == ["1", "1", "20", "100", "30", "100"]


def test_next_year_is_a_plan() -> None:
    done, planned = read("一、2023年主要工作\n举办培训3期。\n二、2024年工作安排\n举办培训5期。\n")
    assert (done.planned, planned.planned) == (False, True)
    assert done.indicator
    assert not planned.indicator


def test_titles_signatures_and_notes_hold_no_figures() -> None:
    assert not read(
        "一、主要工作。各项工作扎实推进。\n\n某某市司法局\n2024年1月3日\n\n（联系人：张三，电话：12345678）\n"
    )


def test_figures_without_units_still_have_a_section() -> None:
    (figure,) = find_figures(document("一、主要工作\n（一）培训。举办培训3期。\n二、其他。扎实推进。\n"))
    assert (figure.section, figure.theme) == ("一（一）", "capacity")


def test_traditional_characters_are_read() -> None:
    (figure,) = read("一、主要工作。全年辦理行政復議案件12件，國務院規定落實到位，總體較好。\n")
    assert (figure.value, figure.indicator) == ("12", "reconsideration")
    assert "復議" in figure.sentence


def test_a_page_of_digits_does_not_stop_the_others() -> None:
    assert not read("一、主要工作。" + "1" * 50_000 + "件。\n")


def seconds(text: str) -> float:
    passage = f"一、主要工作。{text}\n"
    started = process_time()
    read(passage)
    return process_time() - started


@pytest.mark.parametrize("repeated", ["税一个、", "中的五项", "零投诉"])
def test_one_endless_sentence_takes_hardly_longer_than_many_short_ones(repeated: str) -> None:
    """About three times as long; twenty times when each number seeks its clause, or its like, character by character."""
    ordinary = "全年办理行政复议案件58件，审结51件，其中维持40件，撤销3件。"
    length = 6000
    seconds(ordinary)  # the rules are loaded and compiled
    usual = seconds(ordinary * (length // len(ordinary)))
    assert seconds(repeated * (length // len(repeated))) < 10 * usual


def test_all_faults_of_the_rules_are_told(tmp_path: Path) -> None:
    wrong = (DATA / "figures.yml").read_text(encoding="utf-8")
    wrong = wrong.replace("lead: '", "lead: '(", 1).replace("planned: '", "planned: '[", 1) + "\nunknown: 1\n"
    path = tmp_path / "figures.yml"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(ConfigurationError) as told:
        load_figure_rules(path)
    message = str(told.value)
    assert "lead" in message
    assert "planned" in message
    assert "unknown" in message


def table(*rows: tuple[str, ...]) -> Document:
    text, cells = "", []
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            text += "\t" if column else ""
            cells.append(
                TableCell(
                    row=row,
                    column=column,
                    row_span=1,
                    column_span=1,
                    header=not row,
                    start=len(text),
                    end=len(text) + len(value),
                )
            )
            text += value
        text += "\n" if row + 1 < len(rows) else ""
    block = Block(
        kind=BlockKind.TABLE,
        text=text,
        fragments=(Fragment(text=text, line=1),),
        anchor="p-1",
        cells=tuple(cells),
    )
    return Document(blocks=(block,))


def test_bare_numbers_of_a_table_have_the_unit_of_their_heading() -> None:
    figures = find_figures(
        table(
            ("序号", "事项", "数量（件）", "备注"), ("1", "行政处罚", "1,286", ""), ("2", "行政许可", "320", "下降5%")
        )
    )
    assert [(one.value, one.unit, one.counted) for one in figures] == [
        ("1286", "件", "行政处罚数量"),
        ("320", "件", "行政许可数量"),
        ("5", "%", "行政许可"),
    ]
    assert figures[0].indicator == "penalties"
    assert figures[0].sentence == "1\t行政处罚\t1,286"
    assert figures[0].printed == "1,286"


def lines(*texts: str) -> Document:
    return Document(
        blocks=tuple(
            Block(
                kind=BlockKind.PARAGRAPH,
                text=text,
                fragments=(Fragment(text=text, line=number),),
                anchor=f"p-{number}",
            )
            for number, text in enumerate(texts, start=1)
        )
    )


def test_columns_of_plain_text_have_the_units_of_their_headings() -> None:
    figures = find_figures(
        lines(
            "案件类型　　2022年（件）　　2023年（件）　　增减",
            "行政处罚　　1,205　　　692　　-42.6%",
            "罚没合计　　18　　9　　-50.0%",
            "全系统开展培训3次。",
            "行政处罚　　30　　40　　50",
        )
    )
    assert [(one.value, one.unit, one.counted) for one in figures] == [
        ("1205", "件", "行政处罚2022年"),
        ("692", "件", "行政处罚2023年"),
        ("42.6", "%", "行政处罚增减"),
        ("18", "件", "罚没合计2022年"),
        ("9", "件", "罚没合计2023年"),
        ("50", "%", "罚没合计增减"),
        ("3", "次", "全系统开展培训"),
    ]
    assert figures[0].printed == "1,205"
    assert figures[0].sentence == "行政处罚　　1,205　　　692　　-42.6%"
    assert not figures[0].indicator


def test_columns_of_plain_text_have_the_units_told_before_them() -> None:
    figures = find_figures(
        lines(
            "处罚情况见下表（单位：件、万元）：",
            "项目\t2022年\t2023年",
            "其中：简易程序\t1,205\t692",
            "罚款金额\t4,315.20\t39",
        )
    )
    assert [(one.value, one.unit) for one in figures] == [
        ("1205", "件"),
        ("692", "件"),
        ("43152000", "元"),
        ("390000", "元"),
    ]


def test_a_part_on_problems_and_plans_holds_both() -> None:
    figures = read(
        "一、主要工作\n举办培训3期。\n二、存在问题及下一步打算\n存在的主要问题：编制15名，实有10人，力量不足。\n\n"
        "下一步，我局将补齐执法人员5名。\n"
    )
    assert [(one.value, one.planned) for one in figures] == [("3", False), ("15", False), ("10", False), ("5", True)]


def test_a_line_end_inside_a_number_is_none() -> None:
    (figure,) = read("一、主要工作。全年检测能力大幅提升，日检测能力达到300\n0份，群众满意。\n")
    assert (figure.value, figure.unit) == ("3000", "份")


def test_columns_of_plain_text_without_units_are_none() -> None:
    assert not find_figures(lines("序号　　类别　　总数", "甲　　15　　20", "乙　　30　　40"))


def test_bare_numbers_of_a_table_without_units_are_none() -> None:
    assert not find_figures(table(("年份", "第一类", "第二类"), ("2021", "15", "20")))
    (figure,) = find_figures(table(("事项", "数量（件）", "得票"), ("行政许可", "15", "20")))
    assert figure.value == "15"
