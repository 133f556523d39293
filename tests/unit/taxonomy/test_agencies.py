"""The registry: good folders are known, bad ones are faults with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.taxonomy.agencies import AgencyRegistry, load_agencies

REPORTS = Path(__file__).parents[3] / "reports"


def load(tmp_path: Path, **files: str) -> AgencyRegistry:
    for name, text in files.items():
        folder = tmp_path / "reports" / name.replace("_", "-")
        folder.mkdir(parents=True)
        (folder / "agency.yml").write_text(text, encoding="utf-8")
    return load_agencies(tmp_path / "reports")


GOV = 'name: 厦门市人民政府\nregion: "350200"\n'
FAO = "name: 厦门市人民政府外事办公室\nshort_names: [市外办]\nregion: 350200\nlevel: prefecture\nparent: xiamen-gov\nwebsite: https://www.example.gov.cn/\n"


def test_good_agencies(tmp_path: Path) -> None:
    registry = load(tmp_path, xiamen_gov=GOV, xiamen_fao=FAO)
    assert registry.faults == ()
    assert list(registry.agencies) == ["xiamen-fao", "xiamen-gov"]
    fao = registry.agencies["xiamen-fao"]
    assert fao.region.names == ("福建省", "厦门市")
    assert (fao.level, fao.parent, fao.website) == ("prefecture", "xiamen-gov", "https://www.example.gov.cn/")
    assert registry.agencies["xiamen-gov"].level == "prefecture"
    assert registry.by_name("厦门市人民政府 外事办公室") == fao
    assert registry.by_name("厦门市司法局") is None
    assert registry.children("xiamen-gov") == (fao,)
    assert registry.children("xiamen-fao") == ()
    assert registry.children("") == ()


def test_short_names(tmp_path: Path) -> None:
    other = 'name: 福州市人民政府外事办公室\nregion: "350100"\n'
    registry = load(tmp_path, xiamen_gov=GOV, xiamen_fao=FAO, fuzhou_fao=other)
    assert [one.agency_id for one in registry.by_short_name("市外办")] == ["fuzhou-fao", "xiamen-fao"]
    fao = registry.agencies["xiamen-fao"]
    assert registry.by_short_name("市外办", fao.region) == (fao,)
    assert registry.by_short_name("厦门外办") == (fao,)
    assert registry.by_short_name("福建省厦门市外办") == (fao,)
    assert registry.by_short_name("区外办") == ()


def test_national_and_township(tmp_path: Path) -> None:
    registry = load(
        tmp_path,
        moj="name: 司法部\nlevel: national\n",
        tanjiagang="name: 重庆市沙坪坝区人民政府覃家岗街道办事处\nregion: 500106\nlevel: township\n",
    )
    assert registry.faults == ()
    assert registry.agencies["moj"].region.code == ""


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("name: 厦门市司法局\nregion: 350200\nparrent: x\n", 3, "不认识的键“parrent”"),
        ("name: 厦门市司法局\nregion: 350299\n", 2, "代码表（GB/T 2260）"),
        ("name: 厦门市司法局\nregion: 3502\n", 2, "“region”"),
        ("name: 厦门市司法局\nregion: 350100\n", 2, "与机关名称"),
        ("name: 厦门市司法局\n", 1, "缺少必填的键“region”"),
        ("region: 350200\n", 1, "缺少必填的键“name”"),
        ("name: 厦门市司法局\nregion: 350200\nlevel: county\n", 3, "prefecture（地级）"),
        ("name: 厦门市司法局\nregion: 350200\nlevel: 市级\n", 3, "应为下列之一"),
        ("name: 司法部\nregion: 110000\nlevel: national\n", 3, "province（省级）"),
        ("name: 厦门市司法局\nregion: 350200\nparent: nobody\n", 3, "没有登记"),
        ("name: 厦门市司法局\nregion: 350200\nparent: xiamen\n", 3, "循环"),
        ("name: 厦门市司法局\nregion: 350200\nwebsite: javascript:alert(1)\n", 3, "http://"),
        ("name: 厦门市司法局\nname: 厦门市财政局\nregion: 350200\n", 2, "重复"),
        ("{{ x }}\n", 1, ""),
        ("", 1, "缺少必填的键“name”"),
    ],
)
def test_faults_name_file_and_line_and_leave_the_others(tmp_path: Path, text: str, line: int, part: str) -> None:
    registry = load(tmp_path, xiamen=text, other=GOV)
    assert list(registry.agencies) == ["other"]
    assert {fault.agency_id for fault in registry.faults} == {"xiamen"}
    assert any(
        fault.line == line and part in fault.message and fault.display_path == "reports/xiamen/agency.yml"
        for fault in registry.faults
    ), registry.faults


def test_one_name_twice_is_a_fault_of_the_second(tmp_path: Path) -> None:
    registry = load(tmp_path, a=GOV, b=GOV)
    assert list(registry.agencies) == ["a"]
    assert [(fault.agency_id, fault.line) for fault in registry.faults] == [("b", 1)]
    assert "reports/a/agency.yml" in registry.faults[0].message


def test_a_loop_of_parents(tmp_path: Path) -> None:
    def text(name: str, parent: str) -> str:
        return f"name: {name}\nregion: 350200\nparent: {parent}\n"

    registry = load(tmp_path, a=text("厦门市司法局", "b"), b=text("厦门市财政局", "a"), c=text("厦门市教育局", "a"))
    assert {fault.agency_id for fault in registry.faults} == {"a", "b"}
    assert registry.agencies["c"].parent == ""  # its parent is held: nothing may lead there


def test_links_and_bad_folder_names(tmp_path: Path) -> None:
    registry = load(tmp_path, good=GOV)
    reports = tmp_path / "reports"
    (reports / "linked").mkdir()
    (reports / "linked" / "agency.yml").symlink_to(reports / "good" / "agency.yml")
    (reports / "folder-link").symlink_to(reports / "good")
    (reports / "Xiamen").mkdir()
    (reports / "Xiamen" / "agency.yml").write_text("name: 厦门市司法局\nregion: 350200\n", encoding="utf-8")
    (reports / "empty").mkdir()
    registry = load_agencies(reports)
    assert list(registry.agencies) == ["good"]
    assert {fault.agency_id: fault.message for fault in registry.faults}.keys() == {"linked", "Xiamen"}


def test_no_folder_no_agencies(tmp_path: Path) -> None:
    assert load_agencies(tmp_path / "missing") == AgencyRegistry()


def test_the_projects_own_agencies() -> None:
    registry = load_agencies(REPORTS)
    assert registry.faults == ()
    found = {key: (one.name, one.region.code, one.parent) for key, one in registry.agencies.items()}
    assert found["urumqi-fao"] == ("乌鲁木齐市人民政府外事办公室", "650100", "urumqi-gov")
    assert found["shapingba-fao"] == ("重庆市沙坪坝区人民政府外事办公室", "500106", "")
    assert {"urumqi-gov", "liaocheng-fao", "xiamen-fao"} <= found.keys()
