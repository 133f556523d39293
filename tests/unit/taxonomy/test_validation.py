"""YAML is read as written, every fault at once, each with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ConfigurationError
from generator.taxonomy.validation import IsoDate, StrictModel, WebAddress, key_line, load_yaml, parse_yaml
from generator.taxonomy.yaml_text import read_yaml_text


class Inner(StrictModel):
    by: str
    when: IsoDate


class Outer(StrictModel):
    name: str
    code: str = ""
    year: int | None = None
    words: tuple[str, ...] = ()
    inner: Inner | None = None
    site: WebAddress | None = None


def faults(text: str) -> list[tuple[int, str]]:
    value, found = parse_yaml(text, "a.yml", Outer)
    assert (value is None) == bool(found)
    return [(fault.line, fault.message) for fault in found]


@pytest.mark.parametrize(
    "written", ["0012", "no", "12:30", "1_000", "2021-01-01", "0x1F", "1e3", "Null", "on", "=", ".5"]
)
def test_scalars_stay_as_written(written: str) -> None:
    value, found = parse_yaml(f"name: {written}\n", "a.yml", Outer)
    assert not found
    assert value is not None
    assert value.name == written


def test_values_are_converted_where_the_model_says() -> None:
    value, found = parse_yaml("name: x\nyear: 2021\nwords: [a, b]\ninner: {by: y, when: 2022-02-28}\n", "a.yml", Outer)
    assert found == ()
    assert value == Outer(name="x", year=2021, words=("a", "b"), inner=Inner(by="y", when=date(2022, 2, 28)))


def test_a_key_without_value_counts_as_not_written() -> None:
    value, found = parse_yaml("name: x\nyear:\ninner: ~\n", "a.yml", Outer)
    assert found == ()
    assert value == Outer(name="x")
    assert faults("name:\n") == [(1, "缺少必填的键“name”。")]


def test_all_faults_at_once_with_lines_and_keys() -> None:
    found = faults("nmae: x\nyear: 二一\n\nwords: one\ninner:\n  by: y\n  wehn: 1\n")
    assert [line for line, _ in found] == [1, 1, 2, 4, 5, 7]
    assert found[0][1] == "不认识的键“nmae”，可用的键有：name、code、year、words、inner、site。"
    assert found[2][1] == "“year”写的是“二一”，应为整数。"
    assert "列表" in found[3][1]
    assert found[5][1] == "不认识的键“wehn”，可用的键有：by、when。"


def test_an_unknown_key_without_value_is_refused_too() -> None:
    assert faults("name: x\nextra:\n")[0][0] == 2


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("name: x\nname: y\n", 2, "重复"),
        ("name: x\ncode: !!python/object/apply:os.system [ls]\n", 2, "标签"),
        ("name: &a x\n", 1, "锚点"),
        ("name: x\ncode: *a\n", 2, "别名"),
        ("name: x\n---\nname: y\n", 2, "一份"),
        ('name: x\ncode: "a\u202eb"\n', 2, "控制字符"),
        ('name: "a\\0b"\n', 1, "控制字符"),
        ("name: x\n code: y\n", 2, "格式有误"),
        ("name: 'x\n", 2, "格式有误"),
        ("- a\n", 1, "键: 值"),
        ("just text\n", 1, "键: 值"),
        ("[a]: b\nname: x\n", 1, "键必须"),
        ("name: " + "[" * 60, 1, "过深"),
        ("name: x\x07\n", 1, "不允许的字符"),
        ("<<: {name: x}\n", 1, "不认识的键"),
    ],
)
def test_faults_of_form(text: str, line: int, part: str) -> None:
    found = faults(text)
    assert any(at == line and part in message for at, message in found), found


@pytest.mark.parametrize("written", ["20220301", "2022-3-1", "2022-02-30", "1646092800", "2022-03-01 08:00"])
def test_dates_are_iso_dates_of_real_days_only(written: str) -> None:
    assert faults(f"name: x\ninner: {{by: y, when: '{written}'}}\n")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "//a.cn",
        "ftp://a.cn",
        "http://",
        "http://a b.cn",
        'https://a.cn/"x',
        "https://u:p@a.cn/",
        "http://[",
        "data:text/html,x",
    ],
)
def test_only_plain_web_addresses(address: str) -> None:
    assert faults(f"name: x\nsite: '{address}'\n")[0][0] == 2


def test_a_good_web_address() -> None:
    assert faults("name: x\nsite: https://www.example.gov.cn/zwgk/a.html?b=1#c\n") == []


def test_load_yaml_raises_with_every_fault(tmp_path: Path) -> None:
    path = tmp_path / "words.yml"
    path.write_text("nmae: x\nyear: y\n", encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        load_yaml(path, Outer)
    assert "words.yml 第 2 行" in str(error.value)
    assert str(error.value).count("\n") == 2
    path.write_bytes(b"\xef\xbb\xbfname: x\n")
    assert load_yaml(path, Outer).name == "x"


def test_unreadable_files_are_faults(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="无法读取"):
        load_yaml(tmp_path / "missing.yml", Outer)
    gbk = tmp_path / "gbk.yml"
    gbk.write_bytes("code: a\nname: 厦门\n".encode("gbk"))
    with pytest.raises(ConfigurationError, match=r"第 2 行：不是 UTF-8"):
        load_yaml(gbk, Outer)
    large = tmp_path / "large.yml"
    large.write_bytes(b"#" * 1_000_001)
    with pytest.raises(ConfigurationError, match="过大"):
        load_yaml(large, Outer)
    link = tmp_path / "link.yml"
    link.symlink_to(gbk)
    with pytest.raises(ConfigurationError, match="符号链接"):
        load_yaml(link, Outer)


def test_key_line_finds_the_nearest_key() -> None:
    text = "a: 1\nb:\n  c: 2\n"
    assert [key_line(text, "a"), key_line(text, "b", "c"), key_line(text, "b", "x"), key_line(text, "z")] == [
        1,
        3,
        2,
        1,
    ]


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    read = read_yaml_text(text)
    assert all(fault.line >= 1 for fault in read.faults)
    parse_yaml(text, "a.yml", Outer)
