"""``inspect`` and the record of a report with tables, evidence, references and masks."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from generator.gate.decide import decide
from generator.gate.rules import load_gate_rules
from generator.model.catalog import ReportRecord
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.report import Mask, Report
from generator.model.text import (
    Evidence,
    EvidenceField,
    EvidencePlace,
    Reference,
    ReferenceKind,
    RemovalReason,
    Removed,
    TextOrigin,
)
from generator.pipeline.inspection import inspection
from generator.pipeline.masking import without_masks
from generator.pipeline.records import make_record, read_entry
from generator.pipeline.understand import Understood
from tests.unit.gate.gate_documents import build_report

SCHEMA = json.loads(files("generator.data").joinpath("inspect.schema.json").read_text(encoding="utf-8"))
ROWS = [["姓名", "电话"], ["某甲", "5550101"], ["", "5550102"]]


def understood(*found: Diagnostic, masked: bool = False) -> Understood:
    report = build_report(("title", "某市关于普法工作的通知"), "见下表：", ("table", ROWS))
    removed = (
        Removed(text="— 2 —", reason=RemovalReason.PAGE_NUMBER, line=5),
        Removed(text="责任编辑：某乙", reason=RemovalReason.SITE_FURNITURE, line=8),
        Removed(text="分享到", reason=RemovalReason.SITE_FURNITURE, line=9),
        Removed(text="索引号：000-1", reason=RemovalReason.SITE_METADATA, line=1),
    )
    text = replace(
        report.text,
        origin=TextOrigin.MARKUP,
        media_type="text/html",
        seals=1,
        evidence=(
            Evidence(field=EvidenceField.INDEX_NUMBER, value="000-1", place=EvidencePlace.METADATA_TABLE, line=1),
            Evidence(field=EvidenceField.SOURCE, value="某网 5550101", place=EvidencePlace.PAGE_LINE, line=2),
        ),
        references=(Reference(kind=ReferenceKind.IMAGE, name="流程图", uri="1.png", line=4),),
    )
    report = replace(
        report, text=text, document=replace(report.document, removed=removed), title="某市关于普法工作的通知"
    )
    return _judged(report, found, masked=masked)


def _judged(report: Report, found: tuple[Diagnostic, ...], *, masked: bool) -> Understood:
    decision = decide(report, load_gate_rules())
    if masked:
        table = report.document.blocks[-1]
        start = table.text.index("5550101")
        mask = Mask(kind="contact-telephone", anchor=table.anchor, start=start, end=start + 7, line=6)
        decision = replace(decision, masks=(mask,))
    published = without_masks(report.document, decision.masks)
    return Understood(source=report.source, report=report, published=published, decision=decision, diagnostics=found)


def test_tables_evidence_and_references_follow_the_schema() -> None:
    values = inspection(understood())
    jsonschema.validate(values, SCHEMA)
    assert values["source"]["origin"] == "markup"
    assert values["source"]["seals"] == 1
    assert values["source"]["pages"] is None
    (table,) = values["tables"]
    assert (table["rows"], table["columns"]) == (3, 2)
    assert [(cell["row"], cell["column"], cell["text"]) for cell in table["cells"]] == [
        (0, 0, "姓名"), (0, 1, "电话"), (1, 0, "某甲"), (1, 1, "5550101"), (2, 1, "5550102"),
    ]  # fmt: skip
    assert [one["field"] for one in values["evidence"]] == ["index_number", "source"]
    assert values["references"] == [{"kind": "image", "name": "流程图", "uri": "1.png", "line": 4}]


def test_what_is_masked_is_in_no_cell_and_no_evidence() -> None:
    values = inspection(understood(masked=True))
    jsonschema.validate(values, SCHEMA)
    assert "5550101" not in json.dumps(values, ensure_ascii=False)
    assert [cell["text"] for cell in values["tables"][0]["cells"]] == ["姓名", "电话", "某甲", "", "5550102"]
    assert [one["field"] for one in values["evidence"]] == ["index_number"]


def test_the_record_tells_the_source_and_only_numbers_of_what_the_site_added(tmp_path: Path) -> None:
    record = make_record(understood(), tmp_path)
    assert isinstance(record, ReportRecord)
    assert (record.origin, record.seals, record.withheld, record.original.offered) == (
        TextOrigin.MARKUP,
        1,
        False,
        True,
    )
    assert [one.name for one in record.references] == ["流程图"]
    assert record.removed == (
        "第 5 行页码“— 2 —”",
        "网页上的导航、字号、分享、版权等网站文字 2 处",
        "网页信息表（索引号、发布机构等）的文字 1 处",
    )
    values = read_entry(record, tmp_path)
    assert [one["field"] for one in values["evidence"]] == ["index_number"]
    entry = json.dumps(values, ensure_ascii=False)
    assert "某乙" not in entry
    assert "某网" not in entry
    assert "流程图" in entry


@pytest.mark.parametrize("code", ["word-author", "word-comments", "pdf-annotations", "ofd-attachments"])
def test_a_file_that_holds_more_than_the_page_is_not_offered(code: str, tmp_path: Path) -> None:
    found = Diagnostic(code=code, severity=Severity.WARNING, message="有")
    record = make_record(understood(found), tmp_path)
    assert isinstance(record, ReportRecord)
    assert (record.withheld, record.original.offered) == (True, False)


def test_a_table_that_does_not_read_back_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pipeline.records.read_built_cells", lambda _: ("姓名电话",))
    found = make_record(understood(), tmp_path)
    assert isinstance(found, Diagnostic)
    assert found.code == "fidelity-broken"


def test_quantities_stand_with_their_sentence_and_indicators_name_them() -> None:
    report = build_report(("title", "某市2023年工作报告"), "全年主动公开信息36条。参加信访接待约5批次。")
    found = Understood(
        source=report.source,
        report=report,
        published=report.document,
        decision=decide(report, load_gate_rules()),
        diagnostics=(),
    )
    values = inspection(found)
    jsonschema.validate(values, SCHEMA)
    assert [(one["value"], one["unit"], one["sentence"]) for one in values["figures"]] == [
        ("36", "条", "全年主动公开信息36条。"),
        ("5", "批次", "参加信访接待约5批次。"),
    ]
    assert [(one["id"], one["value"], one["figures"]) for one in values["indicators"]] == [
        ("proactive-disclosure", "36", [0]),
        ("petitions", "5", [1]),
    ]


def test_the_catalogue_keeps_quantities_apart(tmp_path: Path) -> None:
    made = make_record(understood(), tmp_path)
    assert isinstance(made, ReportRecord)
    assert not {"passages", "figures", "indicators"} & set(read_entry(made, tmp_path))
