"""GB/T 2260: codes, chains, names."""

from __future__ import annotations

import pytest

from generator.taxonomy.regions import load_regions

TABLE = load_regions()


@pytest.mark.parametrize(
    ("code", "names", "level", "parent"),
    [
        ("500106", ("重庆市", "沙坪坝区"), "county", "500000"),
        ("429004", ("湖北省", "仙桃市"), "county", "420000"),
        ("441900", ("广东省", "东莞市"), "prefecture", "440000"),
        ("650100", ("新疆维吾尔自治区", "乌鲁木齐市"), "prefecture", "650000"),
        ("330106", ("浙江省", "杭州市", "西湖区"), "county", "330100"),
        ("810000", ("香港特别行政区",), "province", ""),
        ("710000", ("台湾省",), "province", ""),
        ("820000", ("澳门特别行政区",), "province", ""),
        ("350405", ("福建省", "三明市", "沙县区"), "county", "350400"),
        ("350427", ("福建省", "三明市", "沙县"), "county", "350400"),
    ],
)
def test_by_code(code: str, names: tuple[str, ...], level: str, parent: str) -> None:
    region = TABLE.by_code(code)
    assert region is not None
    assert (region.code, region.names) == (code, names)
    assert (TABLE.level(code), TABLE.parent(code)) == (level, parent)


@pytest.mark.parametrize("code", ["", "110100", "500200", "429000", "999999", "65010", "abc"])
def test_codes_without_a_government_are_unknown(code: str) -> None:
    assert TABLE.by_code(code) is None
    assert TABLE.level(code) == ""


def test_the_table_is_whole() -> None:
    codes = list(TABLE._rows)
    assert codes == sorted(codes)
    assert sum(TABLE.level(code) == "province" for code in codes) == 34
    assert sum(TABLE.level(code) == "prefecture" for code in codes) == 333
    assert sum(TABLE.level(code) == "county" for code in codes) > 2800
    assert not [name for row in TABLE._rows.values() if (name := row.name) in {"市辖区", "县"} or "直辖" in name]
    for code in codes:
        region = TABLE.by_code(code)
        assert region is not None
        assert region.names[-1] == TABLE.own_name(code)
        assert TABLE.parent(code) == "" or TABLE.by_code(TABLE.parent(code)) is not None
        assert region in TABLE.find(TABLE.own_name(code), code) or TABLE._rows[code].kind == "former"


def test_find() -> None:
    assert [one.code for one in TABLE.find("西湖区")] == ["330106", "360103"]
    assert [one.code for one in TABLE.find("西湖区", "360000")] == ["360103"]
    assert [one.code for one in TABLE.find("吉林市")] == ["220200"]
    assert [one.code for one in TABLE.find("吉林")] == ["220000", "220200"]
    assert [one.code for one in TABLE.find("新疆")] == ["650000"]
    assert [one.code for one in TABLE.find("延边州")] == ["222400"]
    assert [one.code for one in TABLE.find("三元区")] == ["350404"]
    assert TABLE.find("某某市") == ()
    assert TABLE.find("西湖区", "110000") == ()


@pytest.mark.parametrize(
    ("text", "codes", "read"),
    [
        ("重庆市沙坪坝区人民政府", ["500106"], "重庆市沙坪坝区"),
        ("新疆乌鲁木齐市外办", ["650100"], "新疆乌鲁木齐市"),
        ("浙江省杭州市西湖区教育局", ["330106"], "浙江省杭州市西湖区"),
        ("西湖区教育局", ["330106", "360103"], "西湖区"),
        ("吉林省吉林市", ["220200"], "吉林省吉林市"),
        ("河南蒙古族自治县", ["632324"], "河南蒙古族自治县"),
        ("河北区人民政府", ["120105"], "河北区"),
        ("上海市市场监督管理局", ["310000"], "上海市"),
        ("湖北省仙桃市", ["429004"], "湖北省仙桃市"),
        ("厦门外办", ["350200"], "厦门"),
        ("三明市沙县外办", ["350427"], "三明市沙县"),
    ],
)
def test_longest_prefix(text: str, codes: list[str], read: str) -> None:
    prefix = TABLE.longest_prefix(text)
    assert prefix is not None
    assert [one.code for one in prefix.regions] == codes
    assert text[: prefix.end] == read


@pytest.mark.parametrize("text", ["", "市外办2021年", "2021年厦门市", "我市", "某"])
def test_no_prefix(text: str) -> None:
    assert TABLE.longest_prefix(text) is None


def test_order_and_containment() -> None:
    assert sorted(["650100", "", "110101", "350200"], key=TABLE.sort_key) == ["110101", "350200", "650100", ""]
    assert TABLE.contains("330000", "330106")
    assert TABLE.contains("330106", "330106")
    assert not TABLE.contains("330106", "330000")
    assert not TABLE.contains("330106", "")
