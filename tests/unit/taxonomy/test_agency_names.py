"""Official names and short forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.report import Agency, Region
from generator.taxonomy.agency_names import (
    agency_kind,
    parse_agency_name,
    parse_leading_name,
    same_body,
)
from generator.taxonomy.agency_short_names import leading_short_name, matches_short, short_forms, short_name_sector
from generator.taxonomy.regions import load_regions

REGIONS = load_regions()


def read_agency_name(text, regions):
    name = parse_agency_name(text, regions)
    return name.agency(regions) if name is not None else None


def leading_agency_name(title, regions):
    name = parse_leading_name(title, regions)
    return (name.agency(regions), name.end) if name is not None else None


@pytest.mark.parametrize(
    ("text", "code", "level", "sector", "is_government"),
    [
        ("厦门市人民政府外事办公室", "350200", "prefecture", "外事", False),
        ("重庆市沙坪坝区人民政府外事办公室", "500106", "county", "外事", False),
        ("乌鲁木齐市人民政府", "650100", "prefecture", "", True),
        ("厦门市人民政府办公厅", "350200", "prefecture", "政府办公", False),
        ("北京市发展和改革委员会", "110000", "province", "发改", False),
        ("上海市浦东新区教育局", "310115", "county", "教育", False),
        ("上海市市场监督管理局", "310000", "province", "市场监管", False),
        ("海南省白沙县教育局", "469025", "county", "教育", False),
        ("济南市市中区人民政府", "370103", "county", "", True),
        ("大兴安岭地区行政公署", "232700", "prefecture", "", True),
        ("杭州市西湖区人民政府西溪街道办事处", "330106", "township", "", True),
        ("中共厦门市委宣传部", "350200", "prefecture", "宣传", False),
        ("中共厦门市委员会", "350200", "prefecture", "", True),
        ("中共厦门市委全面依法治市委员会办公室", "350200", "prefecture", "依法治理", False),
        ("国家税务总局厦门市税务局", "350200", "prefecture", "税务", False),
        ("政协厦门市委员会", "350200", "prefecture", "", True),
        ("厦门市中级人民法院", "350200", "prefecture", "法院", False),
        ("厦门市残疾人联合会", "350200", "prefecture", "残联", False),
        ("杭州市西湖风景名胜区管理委员会", "330100", "", "", True),
        ("郑州经济技术开发区管委会", "410171", "county", "", True),
        ("雄安新区管理委员会", "", "", "", True),
        ("覃家岗街道办事处", "", "township", "", True),
        ("上海市场监督管理局", "310000", "province", "市场监管", False),
        ("北京城市管理委员会", "110000", "province", "城管", False),
        ("司法部", "", "national", "司法", False),
        ("国家税务总局", "", "national", "税务", False),
        ("国家知识产权局", "", "national", "知识产权", False),
        ("西湖区教育局", "", "county", "教育", False),
    ],
)
def test_full_names(text: str, code: str, level: str, sector: str, is_government: bool) -> None:
    agency = read_agency_name(text, REGIONS)
    assert agency is not None
    assert (agency.name, agency.region.code, agency.level) == (text, code, level)
    kind = agency_kind(agency)
    assert (kind.sector, kind.is_government) == (sector, is_government)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "市外办",
        "北京市",
        "总理 李克强",
        "2021年11月13日",
        "各区县人民政府",
        "我市人民政府",
        "人民政府",
        "厦门市",
        "司法局",
        "厦门市人民政府关于成立防汛指挥部",
        "法治政府建设年度报告",
    ],
)
def test_what_is_no_full_name(text: str) -> None:
    assert read_agency_name(text, REGIONS) is None


def test_blanks_and_a_second_plate_do_not_count() -> None:
    spaced = read_agency_name("厦 门 市 司 法 局", REGIONS)
    plated = read_agency_name("厦门市文化和旅游局（厦门市文物局）", REGIONS)
    assert spaced is not None
    assert plated is not None
    assert (spaced.name, plated.name) == ("厦门市司法局", "厦门市文化和旅游局")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("厦门市人民政府外事办公室关于2021年法治政府建设工作情况的报告", "厦门市人民政府外事办公室"),
        ("乌鲁木齐市人民政府2021年度法治政府建设情况报告", "乌鲁木齐市人民政府"),
        ("海淀区教育委员会2023年法治政府建设年度情况报告", "海淀区教育委员会"),
        ("长沙市司法局关于印发某某办公室职责的通知", "长沙市司法局"),
        ("厦门市人民政府关于成立防汛指挥部的通知", "厦门市人民政府"),
        ("厦门市人民政府推进行政执法中心工作报告", "厦门市人民政府"),
        ("厦门市市场监督管理局行政处罚决定", "厦门市市场监督管理局"),
        ("司法部2021年法治政府建设年度报告", "司法部"),
        ("国家税务总局北京市税务局2022年法治政府建设情况报告", "国家税务总局北京市税务局"),
        ("厦门市司法局、厦门市财政局关于联合开展检查的通知", "厦门市司法局"),
        ("厦门市司法局厦门市财政局关于联合开展检查的通知", "厦门市司法局"),
        ("厦门市司法局", "厦门市司法局"),
        ("南京市教育局部门预算", "南京市教育局"),
        ("国务院办公厅关于印发2021年政务公开工作要点的通知", "国务院办公厅"),
    ],
)
def test_names_at_the_head_of_titles(title: str, name: str) -> None:
    found = leading_agency_name(title, REGIONS)
    assert found is not None
    assert found[0].name == name
    assert title[: found[1]] == name


@pytest.mark.parametrize(
    "title",
    [
        "",
        "市外办2021年法治政府建设工作报告",
        "2021年法治政府建设年度报告",
        "厦门市法治政府建设工作报告",
        "宁波市政府工作报告",
    ],
)
def test_titles_without_a_full_name_at_the_head(title: str) -> None:
    assert leading_agency_name(title, REGIONS) is None


@pytest.mark.parametrize(
    ("title", "short", "sector"),
    [
        ("市外办2021年法治政府建设工作报告", "市外办", "外事"),
        ("市外事办2022年法治政府建设情况报告", "市外事办", "外事"),
        ("区文旅局2021年工作", "区文旅局", "文旅"),
        ("我局2021年", "我局", None),
        ("县司法局关于", "县司法局", "司法"),
        ("市政府办公室2021年政府信息公开工作年度报告", "市政府办公室", "政府办公"),
        ("市住建局2022年", "市住建局", "住建"),
        ("市民政局2022年", "市民政局", "民政"),
        ("沙坪坝区外办2021年", "沙坪坝区外办", "外事"),
        ("厦门外办2021年", "厦门外办", "外事"),
        ("市政府外办关于", "市政府外办", "外事"),
        ("市场监督管理局2021年", "市场监督管理局", "市场监管"),
        ("外办2021年", "外办", "外事"),
        ("宁波市政府工作报告", "宁波市政府", ""),
        ("市某某局2021年", "市某某局", None),
        ("市委依法治市办2022年", "市委依法治市办", "依法治理"),
    ],
)
def test_short_names_at_the_head_of_titles(title: str, short: str, sector: str | None) -> None:
    assert leading_short_name(title) == short
    assert short_name_sector(short) == sector


@pytest.mark.parametrize(
    "title",
    [
        "",
        "2021年法治政府建设年度报告",
        "政府工作报告",
        "市级部门中心2021年",
        "体会与思考",
        "区域合作办关于",
        "市民中心2021年",
        "厦门市法治政府建设工作报告",
        "全市法治政府建设情况报告",
    ],
)
def test_titles_without_a_short_name(title: str) -> None:
    assert leading_short_name(title) == ""


XIAMEN = Agency(
    name="厦门市人民政府外事办公室", region=Region(code="350200", names=("福建省", "厦门市")), short_names=("外侨办",)
)


def test_short_forms() -> None:
    forms = short_forms(XIAMEN)
    assert forms[0] == "外侨办"
    assert {"市外办", "市外事办", "厦门市外办", "厦门外办", "市政府外办"} <= set(forms)
    assert XIAMEN.name not in forms
    assert len(set(forms)) == len(forms)
    assert short_forms(Agency(name="某某", short_names=("某",))) == ("某",)


@pytest.mark.parametrize("short", ["市外办", "市外事办", "厦门市外办", "福建省厦门市外办", "外办", "我办", "外侨办"])
def test_matching_short_forms(short: str) -> None:
    assert matches_short(XIAMEN, short)


@pytest.mark.parametrize("short", ["区外办", "市司法局", "福州市外办", "我局", "我市", "", "市"])
def test_other_short_forms(short: str) -> None:
    assert not matches_short(XIAMEN, short)


def test_own_words_of_governments() -> None:
    xiamen = Agency(name="厦门市人民政府", region=XIAMEN.region)
    assert matches_short(xiamen, "我市")
    assert matches_short(xiamen, "市政府")
    assert not matches_short(xiamen, "我县")


def test_the_same_body_under_two_names() -> None:
    def name(text: str):
        found = parse_agency_name(text, REGIONS)
        assert found is not None
        return found

    full = name("重庆市沙坪坝区人民政府外事办公室")
    assert same_body(full, name("沙坪坝区外事办公室"))
    assert not same_body(full, name("沙坪坝区司法局"))
    assert not same_body(full, name("北碚区人民政府外事办公室"))
    assert not same_body(full, name("重庆市人民政府外事办公室"))


@given(st.text(alphabet="厦门市人民政府外事办公室局委中共国家区县司法2021年关于的、（", max_size=30))
def test_a_leading_name_is_an_exact_name(title: str) -> None:
    found = leading_agency_name(title, REGIONS)
    if found is not None:
        assert read_agency_name(title[: found[1]], REGIONS) is not None
    assert title.startswith(leading_short_name(title))
