"""Settings are checked whole: every fault in one message, sizes as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.errors import ConfigurationError
from generator.readers.limits import DEFAULT_LIMITS, MIB
from generator.settings import Settings, load_settings
from generator.taxonomy.columns import load_columns


def settings(folder: Path, ours: object) -> Settings:
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({"site_name": "x", "extra": {"gongkai": ours}}), encoding="utf-8")
    return load_settings(folder)


def test_no_limits_means_the_usual_ones(tmp_path: Path) -> None:
    assert settings(tmp_path, {}).limits == DEFAULT_LIMITS
    assert settings(tmp_path, {"limits": None}).limits == DEFAULT_LIMITS


def test_sizes_are_whole_numbers_or_numbers_with_a_unit(tmp_path: Path) -> None:
    found = settings(
        tmp_path, {"limits": {"bytes": "50 MiB", "unpacked_bytes": "1.5g", "memory_bytes": 123456, "seconds": 7}}
    ).limits
    assert found.bytes == 50 * MIB
    assert found.unpacked_bytes == 1536 * MIB
    assert found.memory_bytes == 123456
    assert found.seconds == 7
    assert found.pages == DEFAULT_LIMITS.pages


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    wrong = {
        "official": "yes",
        "mark": True,
        "limits": {"bytes": "large", "seconds": 0, "pages": "10 MiB", "ratio": True, "depth": 1.5, "second": 3},
    }
    with pytest.raises(ConfigurationError) as raised:
        settings(tmp_path, wrong)
    lines = str(raised.value).split("\n")
    assert len(lines) == 8
    for word in ("official", "“mark”", "“bytes”", "“seconds”", "“pages”", "“ratio”", "“depth”", "“second”"):
        assert any(word in line for line in lines), word
    assert any("50 MiB" in line for line in lines if "“bytes”" in line)


@pytest.mark.parametrize("limits", [[], "30", 7])
def test_limits_that_are_no_mapping_are_refused(limits: object, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="limits"):
        settings(tmp_path, {"limits": limits})


def test_page_tags_are_left_out_until_they_are_set(tmp_path: Path) -> None:
    found = settings(tmp_path, {"official": False})
    assert (found.site_domain, found.site_id_code) == ("", "")
    assert found.columns == load_columns()
    assert found.notes == ()


def test_an_official_site_is_told_once_what_its_pages_go_without(tmp_path: Path) -> None:
    assert [one.code for one in settings(tmp_path, {"official": True}).notes] == ["site-tag-missing"] * 2
    set_up = {"official": True, "site_domain": "www.qinghe.gov.cn", "site_id_code": "bm07000001"}
    assert settings(tmp_path, set_up).notes == ()


@pytest.mark.parametrize("code", [1304000009, "1304000009", "bm07000001"])
def test_both_forms_of_the_identification_code(code: object, tmp_path: Path) -> None:
    assert settings(tmp_path, {"official": True, "site_id_code": code}).site_id_code == str(code)


def test_columns_take_their_names_from_the_navigation_and_their_types_from_the_settings(tmp_path: Path) -> None:
    nav = [{"开始": "index.md"}, {"部门": "agencies/index.md"}, "years/index.md", {"更多": [{"数据": "data/index.md"}]}]
    content = {"nav": nav, "extra": {"gongkai": {"column_types": {"years": "政策文件"}}}}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(content), encoding="utf-8")
    found = {column.column_id: (column.name, column.column_type) for column in load_settings(tmp_path).columns}
    assert found["home"] == ("开始", "首页")
    assert found["agencies"] == ("部门", "信息公开目录")
    assert found["years"] == ("年度", "政策文件")


def test_every_fault_of_the_page_tags_is_told_at_once(tmp_path: Path) -> None:
    wrong = {
        "official": True,
        "site_domain": "https://www.qinghe.gov.cn/zwgk",
        "site_id_code": 12345,
        "column_types": {"agency": "信息公开目录", "years": "", "themes": "很长" * 11},
    }
    with pytest.raises(ConfigurationError) as raised:
        settings(tmp_path, wrong)
    lines = str(raised.value).split("\n")
    assert len(lines) == 5
    for word in ("site_domain", "site_id_code", "“agency”", "“years”", "“themes”"):
        assert any(word in line for line in lines), word


@pytest.mark.parametrize("domain", ["localhost", "www.qinghe.gov.cn:8080", "清河.cn", "-a.cn", "a..cn", "a.cn\n", 7])
def test_what_is_no_domain_name_is_refused(domain: object, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="site_domain"):
        settings(tmp_path, {"site_domain": domain})


def test_a_collection_by_others_cannot_carry_a_government_sites_code(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="非官方汇编"):
        settings(tmp_path, {"official": False, "site_id_code": "1304000009"})
