"""Records and documents for the tests of pages and publishing: small, and different from any real report."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from generator.model.catalog import Link, OriginalFile, ReportRecord, UnitRecord
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.document import Block, BlockKind, Document, Fragment, Heading, Item
from generator.model.report import Agency, Disclosure, DisclosureBasis, DocumentType, Region, Role
from generator.model.vocabulary import Theme
from generator.pages.official_text import render_official_text
from generator.pages.read_back import official_characters

REPORT_TYPE = DocumentType(
    type_id="law-based-government-report", name="法治政府建设年度报告", required_roles=tuple(Role), reports_on_year=True
)
THEMES = (
    Theme(
        theme_id="open-government",
        name="政务公开与信息公开",
        outline_part="八（27）",
        scope="主动与依申请公开",
        indicators=(),
    ),
    Theme(theme_id="legal-counsel", name="法律顾问与公职律师", outline_part="四", scope="配备与参与", indicators=()),
    Theme(theme_id="never-used", name="没有段落的主题", outline_part="一", scope="无", indicators=()),
)


def block(kind: BlockKind, text: str, anchor: str, line: int = 1, **more: Any) -> Block:
    return Block(kind=kind, text=text, fragments=(Fragment(text=text, line=line),), anchor=anchor, **more)


def heading_block(level: int, marker: str, text: str, anchor: str, label: str) -> Block:
    heading = Heading(level=level, marker=marker, number=1, text=text, run_in=False, anchor=anchor, label=label)
    whole = marker + text
    return block(BlockKind.HEADING, whole, anchor, heading=heading, heading_end=len(whole), section=anchor)


def run_in_block(
    anchor: str, heading_anchor: str, marker: str, lead: str, rest: str, items: tuple[Item, ...] = ()
) -> Block:
    heading = Heading(
        level=1, marker=marker, number=1, text=lead, run_in=True, anchor=heading_anchor, label=marker[:-1]
    )
    text = marker + lead + rest
    return block(
        BlockKind.PARAGRAPH,
        text,
        anchor,
        heading=heading,
        heading_end=len(marker + lead),
        items=items,
        section=heading_anchor,
    )


def document(*blocks: Block, title: str = "") -> Document:
    return Document(blocks=blocks, title=title)


def small_document(title: str = "清河市水务局2023年法治政府建设年度报告") -> Document:
    return document(
        block(BlockKind.TITLE, title, "p-1"),
        block(BlockKind.ADDRESSEES, "市委、市政府：", "p-2", 2),
        heading_block(1, "一、", "主要举措", "s-1", "一"),
        block(BlockKind.PARAGRAPH, "公开政府信息36条，收到申请2件。", "p-3", 4, section="s-1"),
        run_in_block(
            "p-4", "s-2", "二、", "聘请法律顾问。", "一是签订合同。二是参与审查。",
            (Item(marker="一是", start=9, end=16, anchor="p-4-1"), Item(marker="二是", start=16, end=23, anchor="p-4-2")),
        ),
        block(BlockKind.SIGNATURE, "清河市水务局", "p-5", 6),
        block(BlockKind.DATE_OF_WRITING, "2024年2月5日", "p-6", 7),
        block(BlockKind.NOTE, "（联系人：甲乙丙 电话：5550101）", "p-7", 8),
        block(BlockKind.COPY_TO, "抄送：市委依法治市办。", "p-8", 9),
        block(BlockKind.PRINTING, "清河市水务局2024年2月5日印发", "p-9", 10),
        title=title,
    )  # fmt: skip


def agency(agency_id: str = "qinghe-water", name: str = "清河市水务局", **more: Any) -> Agency:
    region = more.pop("region", Region(code="139900", names=("河北省", "清河市")))
    return Agency(agency_id=agency_id, name=name, region=region, **more)


def unit(
    report_id: str, label: str, anchor: str, heading: str, *themes: str, words: tuple[str, ...] = ("政府信息", "申请")
) -> UnitRecord:
    return UnitRecord(
        report_id=report_id,
        label=label,
        anchor=anchor,
        heading=heading,
        excerpt="公开政府信息36条，收到申请2件。",
        themes=themes,
        words=tuple((theme, words) for theme in themes),
        terms=(("政府信息", 1.0),),
    )


def record(
    name: str = "2023-report", *, by: Agency | None = None, content: Document | None = None, **changes: Any
) -> ReportRecord:
    issuer = by or agency()
    text = content or small_document()
    characters = official_characters(text, ())
    report_id = f"{issuer.agency_id}/{name}" if issuer.agency_id else name
    values: dict[str, Any] = {
        "report_id": report_id,
        "uri": f"reports/{report_id}/",
        "title": text.title or "[2023-report]",
        "agency": issuer,
        "year": 2023,
        "document_type": REPORT_TYPE,
        "document_number": "",
        "index_number": "",
        "date_of_writing": date(2024, 2, 5),
        "publication_date": None,
        "disclosure": DisclosureBasis(
            attribute=Disclosure.PROACTIVE, mark="此件主动公开", basis="正文标注“此件主动公开”"
        ),
        "source_url": "",
        "keywords": ("政府信息", "法律顾问"),
        "summary": "公开政府信息36条，收到申请2件。",
        "outline": text.headings,
        "units": (
            unit(report_id, "一", "s-1", "主要举措", "open-government"),
            unit(report_id, "二 二是", "p-4-2", "", "legal-counsel"),
        ),
        "missing_roles": (Role.PROBLEMS,),
        "masked": (),
        "original": OriginalFile(
            name=f"{name}.txt",
            media_type="text/plain",
            size=9999,
            sha256=hashlib.sha256(b"source").hexdigest(),
            offered=True,
        ),
        "review": None,
        "diagnostics": (
            Diagnostic(code="numbering-gap", severity=Severity.WARNING, message="第三部分缺（一）。", line=12),
        ),
        "remarks": (),
        "removed": (),
        "official_sha256": hashlib.sha256(characters.encode()).hexdigest(),
        "official_characters": len(characters),
        "body_path": report_id,
    }
    return ReportRecord(**{**values, **changes})


def body(_: str) -> str:
    return render_official_text(small_document(), ())


def link_pair(
    one: ReportRecord, other: ReportRecord, anchor: str = "s-1", theme: str = "open-government"
) -> tuple[Link, Link]:
    def make(here: ReportRecord, there: ReportRecord) -> Link:
        return Link(
            from_report=here.report_id, from_anchor=anchor, to_report=there.report_id, to_anchor=anchor,
            theme_id=theme, words=("政府信息", "申请"), score=0.8,
        )  # fmt: skip

    return make(one, other), make(other, one)


def sort_key(code: str) -> str:
    return code
