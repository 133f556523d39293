"""What stands beside the text, and what a format knows of type and place, help to find the title."""

from __future__ import annotations

from generator.model.text import Alignment, Evidence, EvidenceField, EvidencePlace, Line
from tests.unit.parser.building import kinds, understand

PROSE = "全县各级各部门认真贯彻落实有关要求，扎实开展各项工作，取得了积极成效，现将有关情况公布。"


def title_evidence(value: str, place: EvidencePlace = EvidencePlace.META_TAG) -> Evidence:
    return Evidence(field=EvidenceField.TITLE, value=value, place=place)


def test_a_title_without_genre_is_found_by_the_evidence() -> None:
    lines = ["某某县春风行动", "走进", "“千家万户”", "", PROSE]
    assert understand(lines).title != "某某县春风行动走进“千家万户”"
    document = understand(lines, [title_evidence("某某县春风行动走进千家万户")])
    assert document.title == "某某县春风行动走进“千家万户”"  # the text's own characters, not the evidence's
    assert kinds(document)[0] == ("title", "某某县春风行动走进“千家万户”")


def test_the_site_name_in_a_page_title_does_not_matter() -> None:
    lines = ["某某县春风行动纪实", "二", "", PROSE]
    for value in ("某某县春风行动纪实二_某某县人民政府", "某某县春风行动纪实二 - 通知 | 某某县门户网站"):
        assert understand(lines, [title_evidence(value, EvidencePlace.PAGE_TITLE)]).title == "某某县春风行动纪实二"


def test_evidence_that_is_not_in_the_text_changes_nothing() -> None:
    lines = ["某某县2023年法治政府建设年度报告", PROSE]
    document = understand(lines, [title_evidence("首页")], ["别的文件的通知"])
    assert document.title == "某某县2023年法治政府建设年度报告"
    assert all("首页" not in text for _, text in kinds(document))


def test_lines_above_the_hinted_title_are_no_body() -> None:
    lines = ["某某县人民政府", "要闻动态", "某某县春风行动", PROSE]
    document = understand(lines, hints=["某某县春风行动"])
    assert kinds(document)[:3] == [
        ("issuer_mark", "某某县人民政府"),
        ("metadata_line", "要闻动态"),
        ("title", "某某县春风行动"),
    ]


def test_the_hinted_title_twice() -> None:
    lines = ["某某县春风行动", "来源：县政府办", "某某县", "春风行动", PROSE]
    document = understand(lines, hints=["某某县春风行动"])
    assert [kind for kind, _ in kinds(document)] == ["title", "metadata_line", "title", "paragraph"]


def test_a_heading_in_the_body_is_no_hinted_title() -> None:
    lines = ["某某县2023年法治政府建设年度报告", PROSE, "春风行动", PROSE]
    assert understand(lines, hints=["春风行动"]).title == "某某县2023年法治政府建设年度报告"


def test_larger_type_makes_a_title_without_genre() -> None:
    large = {"scale": 1.4, "alignment": Alignment.CENTRE}
    lines = [
        Line(number=0, text="奋进新征程", **large),
        Line(number=0, text="建功新时代", **large),
        Line(number=0, text="某某县人民政府", scale=1.0),
        *(Line(number=0, text=PROSE, scale=1.0) for _ in range(3)),
    ]
    assert understand(lines).title == "奋进新征程建功新时代"


def test_a_red_head_in_other_type_is_no_part_of_the_title() -> None:
    lines = [
        Line(number=0, text="某某市人民政府办公厅", scale=2.5, alignment=Alignment.CENTRE),
        Line(number=0, text="关于加强绿化工作的通知", scale=1.4, alignment=Alignment.CENTRE),
        Line(number=0, text=PROSE, scale=1.0),
    ]
    document = understand(lines)
    assert document.issuer_mark == "某某市人民政府办公厅"
    assert document.title == "关于加强绿化工作的通知"


def test_lines_of_one_large_type_are_one_title() -> None:
    lines = [
        Line(number=0, text="某某市国民经济和社会发展第十四个五年规划", scale=1.5, alignment=Alignment.CENTRE),
        Line(number=0, text="和二〇三五年远景目标纲要", scale=1.5, alignment=Alignment.CENTRE),
        Line(number=0, text=PROSE, scale=1.0),
    ]
    assert understand(lines).title == "某某市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要"


def test_a_date_at_the_right_margin_signs() -> None:
    lines = [
        "关于印发某某工作要点的通知",
        "各科室：",
        "现将某某工作要点印发给你们。",
        Line(number=0, text="2020年1月5日", alignment=Alignment.RIGHT),
        "某某工作要点",
        "一、总体要求",
        PROSE,
    ]
    document = understand(lines)
    assert document.date_of_writing is not None
    assert [heading.anchor for heading in document.headings] == ["a1-s-1"]
    assert [block.part for block in document.blocks] == ["", "", "", "", "a1", "a1", "a1"]


def test_a_number_alone_is_joined_to_its_heading_also_where_the_format_parts_them() -> None:
    lines = [
        Line(number=0, text="某某局工作总结", continues=False),
        Line(number=0, text="一、", continues=False),
        Line(number=0, text="主要工作", continues=False),
        Line(number=0, text=PROSE, continues=False),
    ]
    document = understand(lines)
    assert [(heading.marker, heading.text) for heading in document.headings] == [("一、", "主要工作")]
    assert kinds(document)[1] == ("heading", "一、主要工作")


def test_a_cover_is_one_title_on_several_lines() -> None:
    large = {"scale": 2.4, "alignment": Alignment.CENTRE}
    cover = ["中共某某市某某区委", "社会工作部2024年度", "部门决算"]
    lines = [Line(number=0, text=text, **large) for text in cover]
    assert understand([*lines, PROSE]).title == "中共某某市某某区委社会工作部2024年度部门决算"
    office = [Line(number=0, text=text, **large) for text in ("某某市某某区财政局", "2024年度部门决算")]
    assert understand([*office, PROSE]).title == "某某市某某区财政局2024年度部门决算"


def test_an_agency_above_a_title_of_another_size_stays_apart() -> None:
    agency = Line(number=0, text="某某市某某区财政局", scale=3.0, alignment=Alignment.CENTRE)
    title = Line(number=0, text="2024年度部门决算", scale=1.6, alignment=Alignment.CENTRE)
    assert understand([agency, title, PROSE]).title == "2024年度部门决算"
