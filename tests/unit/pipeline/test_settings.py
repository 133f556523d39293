"""Settings are checked whole: every fault in one message, sizes as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.errors import ConfigurationError
from generator.readers.limits import DEFAULT_LIMITS, MIB
from generator.settings import Settings, load_settings


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
