"""The columns' file: every kind of page has one, and a slip in it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.pages.write import GENERATED_FOLDERS
from generator.taxonomy.columns import load_columns

ENTRY = "- {id: home, name: 首页, type: 首页, description: 说明, keywords: [词]}"


def test_every_generated_folder_has_a_column() -> None:
    known = {column.column_id for column in load_columns()}
    # A report stands in the column that its breadcrumbs name: 机关 or 年度.
    assert {"home", *GENERATED_FOLDERS} - {"reports"} <= known


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"columns:\n{ENTRY}\n{ENTRY}\n", "重复"),
        ("columns:\n" + ENTRY.replace("首页, type: 首页", "首页, type: ''"), "type"),
        ("columns:\n" + ENTRY.replace("keywords: [词]", "keywords: []"), "keywords"),
        ("columns:\n" + ENTRY.replace("id: home", "id: 首页"), "id"),
        ("columns:\n" + ENTRY.replace("description", "decription"), "decription"),
    ],
)
def test_a_slip_is_told(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "columns.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=told):
        load_columns(tmp_path / "columns.yml")
