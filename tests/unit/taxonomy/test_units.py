"""Units: the lowest numbered sections, their items, leads, preface and closing."""

from __future__ import annotations

from generator.taxonomy.units import find_units
from tests.unit.taxonomy.documents import document

LONG = "我局认真开展各项工作，取得了积极成效，群众反映良好。"


def shape(body: str) -> list[tuple[str, str, bool, str]]:
    return [(unit.label, unit.anchor, unit.themed, unit.part_of) for unit in find_units(document(body))]


def test_lowest_numbered_sections() -> None:
    body = f"一、做法\n（一）学习\n1.集中学习。{LONG}\n2.自学。{LONG}\n（二）执法。{LONG}\n二、问题\n{LONG}\n"
    assert shape(body) == [
        ("前言", "p-2", False, ""),
        ("一（一）1", "s-1-1-1", True, ""),
        ("一（一）2", "s-1-1-2", True, ""),
        ("一（二）", "s-1-2", True, ""),
        ("二", "s-2", True, ""),
    ]


def test_items_follow_the_section_they_are_part_of() -> None:
    body = f"一、做法。一是学习。{LONG}二是执法。{LONG}\n二、问题。一是只有一条。{LONG}\n"
    assert shape(body)[1:] == [
        ("一", "s-1", True, ""),
        ("一 一是", "p-3-1", True, "一"),
        ("一 二是", "p-3-2", True, "一"),
        ("二", "s-2", True, ""),
    ]


def test_lead_paragraph_is_a_unit_only_with_a_heading_like_sentence() -> None:
    body = f"一、做法\n2023年，我局深入推进，{LONG}\n加强组织领导。{LONG}\n（二）执法。{LONG}\n"
    assert [(label, themed) for label, _, themed, _ in shape(body)][1:] == [
        ("一", False),
        ("一", True),
        ("一（二）", True),
    ]


def test_closing_paragraph_after_the_last_section_stands_alone() -> None:
    body = f"一、做法。{LONG}\n二、执法。{LONG}\n下一步，我局将继续努力，{LONG}\n"
    assert shape(body)[-1][:3] == ("结语", "p-5", False)


def test_without_headings_each_paragraph_stands_for_itself() -> None:
    assert [label for label, *_ in shape(f"{LONG}\n\n{LONG}\n")] == ["第1段", "第2段", "第3段"]
