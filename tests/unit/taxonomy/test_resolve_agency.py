"""Which agency issued the document: order of evidence, findings, no guesses."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.diagnostics import Parsed
from generator.model.report import Agency, Region
from generator.taxonomy.agencies import AgencyRegistry
from generator.taxonomy.issuer_evidence import IssuerStatements
from generator.taxonomy.regions import load_regions
from generator.taxonomy.resolve_agency import AgencyReading, resolve_agency

REGIONS = load_regions()


def agency(agency_id: str, name: str, code: str, *short_names: str) -> Agency:
    region = REGIONS.by_code(code)
    assert region is not None
    return Agency(agency_id=agency_id, name=name, region=region, level=REGIONS.level(code), short_names=short_names)


FAO = agency("urumqi-fao", "乌鲁木齐市人民政府外事办公室", "650100", "市外办")
GOV = agency("urumqi-gov", "乌鲁木齐市人民政府", "650100")
SPB = agency("shapingba-fao", "重庆市沙坪坝区人民政府外事办公室", "500106")
REGISTRY = AgencyRegistry(agencies={one.agency_id: one for one in (SPB, FAO, GOV)})


def resolve(**stated: Any) -> Parsed[AgencyReading]:
    around = {
        "folder": stated.pop("folder", None),
        "sidecar_agency": stated.pop("sidecar_agency", ""),
        "registry": stated.pop("registry", AgencyRegistry()),
    }
    return resolve_agency(IssuerStatements(**stated), regions=REGIONS, **around)


def said(found: Parsed[AgencyReading]) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in found.diagnostics]


def test_the_order_of_evidence() -> None:
    evidence: dict[str, Any] = {
        "sidecar_agency": "甲县司法局",
        "folder": FAO,
        "signature": ("厦门市司法局",),
        "issuer_mark": "厦门市财政局",
        "title": "厦门市教育局2021年工作报告",
        "printing_agency": "厦门市人民政府办公厅",
    }
    sources = []
    while evidence:
        found = resolve(**evidence).value
        sources.append((found.source, found.agency.name))
        evidence.pop(next(iter(evidence)))
    assert sources == [
        ("sidecar", "甲县司法局"),
        ("folder", "乌鲁木齐市人民政府外事办公室"),
        ("signature", "厦门市司法局"),
        ("issuer_mark", "厦门市财政局"),
        ("title", "厦门市教育局"),
        ("printing_agency", "厦门市人民政府办公厅"),
    ]


def test_a_short_title_with_a_signature_in_a_folder() -> None:
    found = resolve(folder=FAO, title="市外办2021年法治政府建设工作报告", signature=(FAO.name,), registry=REGISTRY)
    assert found.value == AgencyReading(agency=FAO, as_printed="市外办", source="folder")
    assert said(found) == [("title-short-agency", "标题只写“市外办”，机关全称取自署名。")]


def test_a_short_title_without_a_signature_names_the_folder() -> None:
    found = resolve(folder=FAO, title="市外办2021年工作报告", registry=REGISTRY)
    assert said(found) == [("title-short-agency", "标题只写“市外办”，机关全称取自文件夹登记。")]


def test_a_name_above_the_title() -> None:
    found = resolve(title="2021年法治政府建设年度报告", issuer_mark=SPB.name)
    assert found.value.agency == Agency(name=SPB.name, region=SPB.region, level="county")
    assert found.value.as_printed == ""
    assert said(found) == [("title-without-agency", "标题不含机关名称，机关名称在标题上一行。")]


def test_a_red_head() -> None:
    found = resolve(title="关于做好普法工作的通知", issuer_mark="厦门市司法局", mark_place="发文机关标志里")
    assert found.value.agency.name == "厦门市司法局"
    assert said(found) == [("title-without-agency", "标题不含机关名称，机关名称在发文机关标志里。")]


@pytest.mark.parametrize(
    "title",
    [
        "乌鲁木齐市人民政府2021年度法治政府建设情况报告",
        "2021年乌鲁木齐市人民政府法治政府建设情况报告",
        "关于乌鲁木齐市人民政府2021年度法治政府建设情况的报告",
    ],
)
def test_a_full_name_in_the_title_needs_no_remark(title: str) -> None:
    found = resolve(title=title, registry=REGISTRY)
    assert found.value == AgencyReading(agency=GOV, as_printed="", source="title")
    assert found.diagnostics == ()


def test_an_agency_named_later_in_the_title_is_named() -> None:
    found = resolve(folder=FAO, title="法治政府建设年度报告（乌鲁木齐市外办）", registry=REGISTRY)
    assert found.diagnostics == ()


def test_a_registered_agency_is_found_without_its_province() -> None:
    found = resolve(title="关于普法的报告", signature=("沙坪坝区外事办公室",), registry=REGISTRY)
    assert found.value.agency == SPB


def test_two_issuers_the_first_is_the_agency() -> None:
    found = resolve(signature=("厦门市司法局", "厦门市财政局"))
    assert found.value.agency.name == "厦门市司法局"
    inside = resolve(folder=FAO, signature=("厦门市司法局", FAO.name))
    assert inside.value.agency == FAO
    assert said(inside) == []


def test_a_person_is_no_agency() -> None:
    found = resolve(signature=("市长 某某某", "厦门市人民政府"))
    assert found.value.agency.name == "厦门市人民政府"


def test_folder_and_text_differ() -> None:
    found = resolve(folder=FAO, title="2021年报告", signature=("厦门市司法局",))
    assert found.value.agency == FAO
    assert said(found) == [
        ("agency-mismatch", "文件夹登记的机关是“乌鲁木齐市人民政府外事办公室”，署名却是“厦门市司法局”。"),
        ("title-without-agency", "标题不含机关名称。"),
    ]


def test_folder_and_short_title_differ() -> None:
    assert "agency-mismatch" in dict(said(resolve(folder=FAO, title="市司法局2021年工作报告")))
    assert "agency-mismatch" in dict(said(resolve(folder=GOV, title="市司法局2021年工作报告")))
    assert "agency-mismatch" not in dict(said(resolve(folder=FAO, title="市外事办2021年工作报告")))
    assert "agency-mismatch" not in dict(said(resolve(folder=FAO, title="我办2021年工作报告")))


def test_a_governments_office_signs_for_it_and_a_printing_agency_may_differ() -> None:
    assert said(resolve(folder=GOV, signature=("乌鲁木齐市人民政府办公厅",))) == []
    assert said(resolve(folder=FAO, printing_agency="乌鲁木齐市人民政府办公厅")) == []


def test_sidecar_by_id_and_against_the_folder() -> None:
    found = resolve(sidecar_agency="shapingba-fao", registry=REGISTRY)
    assert (found.value.agency, found.value.source) == (SPB, "sidecar")
    other = resolve(sidecar_agency=SPB.name, folder=FAO, registry=REGISTRY)
    assert other.value.agency == SPB
    assert "agency-mismatch" in dict(said(other))


def test_short_forms_need_exactly_one_registered_agency() -> None:
    assert resolve(title="市外办2021年报告", registry=REGISTRY).value == AgencyReading(
        agency=FAO, as_printed="市外办", source="short_name"
    )
    two = AgencyRegistry(agencies={"a": FAO, "b": agency("b", "厦门市人民政府外事办公室", "350200")})
    found = resolve(title="市外办2021年报告", registry=two)
    assert (found.value.agency, found.value.source) == (Agency(), "unknown")
    assert said(found) == [("agency-unknown", "不能确定发文机关：标题只写“市外办”。")]


def test_unknown_is_said() -> None:
    found = resolve(title="2021年法治政府建设年度报告")
    assert found.value.agency == Agency()
    assert [code for code, _ in said(found)] == ["agency-unknown", "title-without-agency"]


def test_a_place_that_the_table_does_not_list_is_named_and_not_taken_for_another() -> None:
    for name in ("景宁湖市机关事务管理局", "澜川市外事侨务办公室", "云塘区人民政府", "青屏区信访局"):
        found = resolve(title=f"{name}2022年度法治政府建设情况报告")
        assert found.value.agency == Agency()
        assert said(found) == [
            ("agency-unknown", f"不能确定发文机关：标题写的是“{name}”，其中的地名不在行政区划代码表中。")
        ]
    for title in ("我市司法局2022年报告", "市场监管情况报告", "2022年全市教育局长会议报告"):
        assert said(resolve(title=title))[0] == ("agency-unknown", "不能确定发文机关。")


def test_a_place_with_two_homes() -> None:
    found = resolve(title="西湖区教育局2021年报告")
    assert found.value.agency.name == "西湖区教育局"
    assert found.value.agency.region == Region()
    assert [code for code, _ in said(found)] == ["region-ambiguous"]
    assert "浙江省杭州市西湖区、江西省南昌市西湖区" in said(found)[0][1]


def test_a_place_with_two_homes_decided_by_the_text() -> None:
    found = resolve(title="西湖区教育局2021年报告", printing_agency="南昌市教育局")
    assert found.value.agency.region.code == "360103"
    assert said(found) == []
