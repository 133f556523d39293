"""Reports for the tests of open data: small records with the passages and figures that belong to them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model.catalog import ReportRecord
from generator.model.figure import Aggregation, Direction, Figure, Indicator, IndicatorValue, Repetition
from generator.model.report_parts import Passage
from generator.publish.collection import Collection
from generator.publish.open_report import OpenReport
from tests.unit.pages.factory import THEMES, agency, record

INDICATORS = (
    Indicator(
        indicator_id="proactive-disclosure", name="主动公开信息", units=("条", "件"), theme="open-government",
        aggregation=Aggregation.LARGEST, direction=Direction.HIGHER,
    ),
)  # fmt: skip


def collection(**more: Any) -> Collection:
    values = {"name": "清河公开", "description": "清河市的文件", "themes": THEMES, "indicators": INDICATORS}
    return Collection(**{**values, **more})


def figure(**more: Any) -> Figure:
    values: dict[str, Any] = {
        "number": Decimal(36), "printed": "36条", "unit": "条", "counted": "政府信息", "phrase": "公开政府信息36条",
        "sentence": "公开政府信息36条，收到申请2件。", "anchor": "p-3", "start": 6, "end": 9, "line": 4, "section": "一",
        "theme": "open-government", "indicator": "proactive-disclosure",
    }  # fmt: skip
    return Figure(**{**values, **more})


PASSAGES = (
    Passage(
        anchor="p-1", section="", label="", kind="title", text="清河市水务局2023年报告", line=1, themes=()
    ),
    Passage(
        anchor="s-1", section="s-1", label="一", kind="heading", text="一、主要举措", line=3, themes=("open-government",)
    ),
    Passage(
        anchor="p-3", section="s-1", label="一", kind="paragraph", text="公开政府信息36条，收到申请2件。", line=4,
        themes=("open-government", "legal-counsel"),
    ),
)  # fmt: skip


def entry(each: ReportRecord) -> dict[str, Any]:
    """As the pipeline leaves it on disk: what ``inspect`` tells, without the passages."""
    return {
        "source": {
            "path": f"reports/{each.report_id}.txt", "media_type": "text/plain", "encoding": "utf-8",
            "sha256": each.original.sha256, "size": 9999, "characters": 60, "origin": "plain", "pages": None,
            "confidence": 1.0, "seals": 0,
        },
        "report_id": each.report_id,
        "title": each.title,
        "agency": each.agency.name,
        "year": each.year,
        "themes": [
            {"id": "open-government", "sections": ["一"], "evidence": [
                {"section": "一", "anchor": "s-1", "score": 9.5, "words": [{"word": "政府信息", "line": 4}, {"word": "申请", "line": 4}]},
            ]},
        ],
        "outline": [{"level": 1, "marker": "一、", "heading": "主要举措", "run_in": False, "anchor": "s-1", "label": "一"}],
        "masked": [],
        "diagnostics": [],
        "uri": each.uri,
        "source_url": None,
        "official_sha256": each.official_sha256,
    }  # fmt: skip


def open_report(each: ReportRecord) -> OpenReport:
    figures = (
        figure(repeated=(Repetition(anchor="p-4", start=0, end=3, line=9),)),
        figure(number=Decimal("98.5"), printed="98.5％", unit="%", counted="办结率", indicator="", approximate="余"),
        figure(number=Decimal(0), printed="未发生", unit="件", counted="行政诉讼", indicator="", implied=True),
    )
    values = (IndicatorValue(indicator_id="proactive-disclosure", number=Decimal(36), unit="条", figures=figures[:1]),)
    return OpenReport(record=each, entry=entry(each), passages=PASSAGES, figures=figures, indicator_values=values)


def three_records() -> tuple[ReportRecord, ...]:
    """Of two agencies, not in the order of their ids."""
    one, other = agency("b-water", "乙市水务局"), agency("a-sport", "甲市体育局")
    return record("2023-report", by=one), record("2022-report", by=one, year=2022), record(by=other)
