"""Issuers of all kinds and times: tests/unit/taxonomy/issuers.yml, readable without knowing the program."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.taxonomy.agencies import AgencyRegistry
from generator.taxonomy.issuer_evidence import IssuerStatements
from generator.taxonomy.regions import load_regions
from generator.taxonomy.resolve_agency import resolve_agency

CASES = yaml.safe_load(Path(__file__).with_name("issuers.yml").read_text(encoding="utf-8"))


def issuer(**stated: object) -> str:
    statements = IssuerStatements(**stated)
    found = resolve_agency(
        statements, folder=None, sidecar_agency="", registry=AgencyRegistry(), regions=load_regions()
    )
    return found.value.agency.name


def test_there_are_enough_of_them() -> None:
    assert set(CASES) == {"titles", "signatures", "marks", "numbers"}
    assert sum(map(len, CASES.values())) >= 300


@pytest.mark.parametrize(("title", "name"), CASES["titles"].items())
def test_title(title: str, name: str) -> None:
    assert issuer(title=title) == name


@pytest.mark.parametrize(("signature", "name"), CASES["signatures"].items())
@pytest.mark.parametrize("blanks", [True, False])
def test_signature(signature: str, name: str, blanks: bool) -> None:
    assert issuer(signature=(signature if blanks else "".join(signature.split()),)) == name


@pytest.mark.parametrize(("mark", "name"), CASES["marks"].items())
def test_issuer_mark(mark: str, name: str) -> None:
    assert issuer(issuer_mark=mark) == name


@pytest.mark.parametrize(("number", "name"), CASES["numbers"].items())
def test_document_number(number: str, name: str) -> None:
    assert issuer(document_number=number) == name


def test_the_body_that_hands_a_document_on_is_the_issuer_though_its_author_signed_below() -> None:
    assert issuer(title="国务院批转国家计委关于价格改革意见的通知", signature=("国家计委",)) == "国务院"
    assert (
        issuer(title="厦门市人民政府转发省计委关于价格意见的通知", signature=("福建省计划委员会",)) == "厦门市人民政府"
    )


def test_the_text_goes_before_the_page_and_the_page_before_its_source() -> None:
    page = {"page_agencies": ("厦门市教育局",), "page_sources": ("厦门日报社", "厦门市财政局")}
    assert issuer(title="关于做好普法工作的通知", signature=("厦门市司法局",), **page) == "厦门市司法局"
    assert issuer(title="关于做好普法工作的通知", **page) == "厦门市教育局"
    assert issuer(title="关于做好普法工作的通知", page_sources=page["page_sources"]) == "厦门市财政局"


@pytest.mark.parametrize("value", ["发文字号", "政策法规处", "本站", "市司法局", "网站编辑部", "新华网"])
def test_a_cell_that_names_no_body_of_known_form_is_no_issuer(value: str) -> None:
    assert issuer(title="关于做好普法工作的通知", page_agencies=(value,), page_sources=(value,)) == ""


def test_a_short_name_with_its_place_is_taken_as_printed() -> None:
    assert issuer(title="厦门市外办2021年报告") == "厦门市外办"
    assert issuer(title="西湖区外办2021年报告") == ""
