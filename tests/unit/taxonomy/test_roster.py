"""应公开名册: what is read, and that every slip is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.readers.discover import discover
from generator.taxonomy.agencies import load_agencies
from generator.taxonomy.document_types import load_document_types
from generator.taxonomy.roster import Roster, load_roster

RULES = load_document_types()
GOOD = """duties:
  - document_type: law-based-government-report
    from_year: 2019
    agencies: [jia-ju, yi-ju]
  - document_type: 决算公开
    from_year: 2020
    to_year: 2022
    agencies: [jia-ju]
"""


def load(folder: Path, text: str | None) -> Roster | None:
    reports = folder / "reports"
    for agency_id, name in (("jia-ju", "厦门市甲局"), ("yi-ju", "厦门市乙局")):
        (reports / agency_id).mkdir(parents=True)
        (reports / agency_id / "agency.yml").write_text(f'name: {name}\nregion: "350200"\n', encoding="utf-8")
    (reports / "broken").mkdir()
    (reports / "broken/agency.yml").write_text("nane: 丙局\n", encoding="utf-8")
    if text is not None:
        (reports / "roster.yml").write_text(text, encoding="utf-8")
    return load_roster(reports, load_agencies(reports), RULES)


def test_without_a_file_there_is_no_roster(tmp_path: Path) -> None:
    assert load(tmp_path, None) is None


def test_duties_are_read_by_id_or_name_of_the_type(tmp_path: Path) -> None:
    roster = load(tmp_path, GOOD)
    assert roster is not None
    annual, accounts = roster.duties
    assert (annual.document_type.type_id, annual.from_year, annual.to_year) == (
        "law-based-government-report",
        2019,
        None,
    )
    assert annual.agency_ids == ("jia-ju", "yi-ju")
    assert accounts.document_type.type_id == "final-accounts"
    assert [year for year in range(2018, 2025) if accounts.covers(year)] == [2020, 2021, 2022]


def test_it_is_no_report(tmp_path: Path) -> None:
    load(tmp_path, GOOD)
    assert discover(tmp_path).found == ()
    assert discover(tmp_path).others == ()


def test_every_slip_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    text = """duties:
  - document_type: 通知
    from_year: 2019
    agencies: [jia-ju, nobody, broken]
  - document_type: 年度报告书
    from_year: "二〇二〇"
    agencies: []
  - document_type: disclosure-report
    from_year: 2022
    to_year: 2020
    until: 2023
    agencies: [yi-ju]
"""
    with pytest.raises(ConfigurationError) as told:
        load(tmp_path, text)
    assert str(told.value).splitlines() == [
        "reports/roster.yml 第 2 行：“document_type”写的是“通知”，应为按年度公开的文种（年度报告、预算、决算等）。",
        "reports/roster.yml 第 4 行：“agencies”写的是“jia-ju、nobody、broken”，"
        "“nobody”没有登记：没有 nobody/agency.yml；“broken”的 broken/agency.yml 有误。",
        "reports/roster.yml 第 5 行：“document_type”写的是“年度报告书”，应为 document_types.yml 中的编号或名称。",
        "reports/roster.yml 第 6 行：“from_year”写的是“二〇二〇”，应为整数。",
        "reports/roster.yml 第 7 行：“agencies”写的是“”，应为至少 1 项。",
        "reports/roster.yml 第 10 行：“to_year”写的是“2020”，应当不早于 from_year（2022）。",
        "reports/roster.yml 第 11 行：不认识的键“until”，可用的键有：document_type、from_year、to_year、agencies。",
    ]


@pytest.mark.parametrize(
    "entries",
    [
        "{document_type: law-based-government-report, from_year: 2019, agencies: [jia-ju, jia-ju]}",
        "{document_type: law-based-government-report, from_year: 2019, agencies: [jia-ju]}\n"
        "  - {document_type: 法治政府建设年度报告, from_year: 2022, agencies: [yi-ju, jia-ju]}",
    ],
)
def test_an_agency_twice_for_one_year_is_a_slip(entries: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="“jia-ju”的同一文种、同一年度重复列出"):
        load(tmp_path, f"duties:\n  - {entries}\n")


def test_years_that_follow_each_other_are_no_slip(tmp_path: Path) -> None:
    entries = (
        "  - {document_type: law-based-government-report, from_year: 2019, to_year: 2020, agencies: [jia-ju]}\n"
        "  - {document_type: law-based-government-report, from_year: 2021, agencies: [jia-ju]}\n"
    )
    assert load(tmp_path, f"duties:\n{entries}") is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "缺少必填的键“duties”"),
        ("duties: []\n", "至少 1 项"),
        ("- 甲\n", "键: 值"),
        ("x: 1\n", "缺少必填的键“duties”"),
    ],
)
def test_a_file_that_says_nothing_is_refused(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=told):
        load(tmp_path, text)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "elsewhere.yml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "reports/roster.yml").symlink_to(tmp_path / "elsewhere.yml")
    with pytest.raises(ConfigurationError, match="不是普通文件"):
        load_roster(tmp_path / "reports", load_agencies(tmp_path / "reports"), RULES)
