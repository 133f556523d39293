"""Timeliness: tests/unit/taxonomy/timeliness.yml, and what the vocabulary may say of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.errors import ConfigurationError
from generator.taxonomy.document_types import find_document_type, load_document_types
from generator.taxonomy.timeliness import deadline, timeliness
from tests.unit.pages.factory import record

CASES = yaml.safe_load(Path(__file__).with_name("timeliness.yml").read_text(encoding="utf-8"))
RULES = load_document_types()


@pytest.mark.parametrize(
    ("name", "year", "published", "written", "expected"),
    [(name, *case) for name, cases in CASES.items() for case in cases],
)
def test_case(name: str, year: int | None, published: date | None, written: date | None, expected: str) -> None:
    found = timeliness(
        record(
            document_type=find_document_type("", RULES, stated=name),
            year=year,
            publication_date=published,
            date_of_writing=written,
        )
    )
    assert (found or "none") == expected


def test_a_document_without_a_type_has_no_deadline() -> None:
    assert deadline(None, 2021) is None
    assert timeliness(record(document_type=None)) is None


def test_the_rule_names_its_article() -> None:
    (rule,) = [one.document_type.public_before for one in RULES if one.document_type.public_before]
    assert "第二十四条" in rule.source
    assert (rule.month, rule.day, rule.from_year) == (4, 1, 2019)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{day: '4月1日', from_year: 2019, source: 某规定第一条}", "“day”写的是“4月1日”"),
        ("{day: '02-29', from_year: 2019, source: 某规定第一条}", "应为“04-01”这样的月和日"),
        ("{day: '13-01', from_year: 2019, source: 某规定第一条}", "应为“04-01”这样的月和日"),
        ("{day: '04-01', from_year: 19, source: 某规定第一条}", "“from_year”写的是“19”"),
        ("{day: '04-01', from_year: 2019}", "缺少必填的键“source”"),
        ("{day: '04-01', from_year: 2019, source: 某规定第一条, before: 1}", "不认识的键“before”"),
    ],
)
def test_a_slip_in_the_vocabulary_is_refused(written: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "types.yml"
    entry = f"{{id: a, name: 甲, pattern: 甲, reports_on_year: true, public_before: {written}}}"
    path.write_text(f"types:\n  - {entry}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=told):
        load_document_types(path)


def test_a_deadline_needs_a_year_to_count_from(tmp_path: Path) -> None:
    path = tmp_path / "types.yml"
    rule = "{day: '04-01', from_year: 2019, source: 某规定第一条}"
    path.write_text(f"types:\n  - {{id: a, name: 甲, pattern: 甲, public_before: {rule}}}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="reports_on_year"):
        load_document_types(path)
