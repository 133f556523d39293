"""Small documents and reports for the gate's tests, made without the parser."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.model.document import Block, BlockKind, Document, Fragment, TableCell
from generator.model.report import Agency, Disclosure, DisclosureBasis, Report, Review
from generator.model.source import SourceFile
from generator.model.text import ExtractedText

Entry = str | tuple[str, str] | tuple[str, Sequence[str]]
PROACTIVE = DisclosureBasis(attribute=Disclosure.PROACTIVE, mark="", basis="文种的法定公开要求")


def build_document(*entries: Entry) -> Document:
    """Each entry is a block: a paragraph's text, or (kind, text), or (kind, physical lines); a table has rows of cells."""
    blocks = []
    number = 0
    for entry in entries:
        kind, content = ("paragraph", entry) if isinstance(entry, str) else entry
        if kind == "table":
            table = build_table(content, f"p-{len(blocks) + 1}", number)
            number += len(table.fragments)
            blocks.append(table)
            continue
        lines = [content] if isinstance(content, str) else list(content)
        fragments = []
        for line in lines:
            number += 1
            if line.strip():
                fragments.append(Fragment(text=line.strip(), line=number))
        if fragments:
            text = "".join(fragment.text for fragment in fragments)
            blocks.append(
                Block(kind=BlockKind(kind), text=text, fragments=tuple(fragments), anchor=f"p-{len(blocks) + 1}")
            )
    return Document(blocks=tuple(blocks))


def build_table(rows: Sequence[Sequence[str]], anchor: str, lines_before: int) -> Block:
    """A table block as the parser makes it: one line a cell, empty strings are places without a cell."""
    text, cells, fragments = "", [], []
    for row, texts in enumerate(rows):
        for column, content in enumerate(texts):
            if not content:
                continue
            if cells:
                text += "\t" if cells[-1].row == row else "\n"
            cells.append(
                TableCell(
                    row=row, column=column, row_span=1, column_span=1, header=False,
                    start=len(text), end=len(text) + len(content),
                )
            )  # fmt: skip
            text += content
            fragments.append(Fragment(text=content, line=lines_before + len(fragments) + 1))
    return Block(kind=BlockKind.TABLE, text=text, fragments=tuple(fragments), anchor=anchor, cells=tuple(cells))


def build_report(
    *entries: Entry, disclosure: DisclosureBasis = PROACTIVE, review: Review | None = None, **changes: object
) -> Report:
    document = build_document(*entries)
    report = Report(
        source=SourceFile(report_id="a/b", path=Path("b.txt"), display_path="reports/a/b.txt", agency_id="a"),
        text=ExtractedText(lines=(), media_type="text/plain", encoding="utf-8", sha256="0" * 64, size=0, characters=0),
        document=document,
        title="",
        agency=Agency(agency_id="a", name="某市人民政府办公室"),
        agency_as_printed="",
        year=2021,
        document_type=None,
        document_number="",
        index_number="",
        date_of_writing=None,
        publication_date=None,
        disclosure=disclosure,
        source_url="",
        keywords=(),
        summary="",
        units=(),
        missing_roles=(),
        review=review,
    )
    return replace(report, **changes)


def review_of(*codes: str) -> Review:
    return Review(by="王审查", date=date(2024, 5, 6), allow=codes, reason="经核实可以公开")


CLEAN: tuple[str, ...] = (
    "某市人民政府外事办公室2021年法治政府建设情况报告",
    "市委、市政府：",
    "2021年，我办坚持以习近平法治思想为指导，现将有关情况报告如下：",
    "一、主要做法和成效",
    "（一）认真落实政务公开工作。全年主动公开信息31件，受理依申请公开1件，坚持公开为原则、不公开为例外。",
    "（二）外事政策文件多为涉密事项，严格保守国家秘密、商业秘密和个人隐私，对绝密、机密、秘密文件实行专人管理。",
    "（三）全年收到12345便民平台转来各类信访件20件，咨询电话0512-12345678，办结率达到100%。",
    "二、存在的不足",
    "宣传教育形式有待创新，内部资料管理有待规范。",
    "某市人民政府外事办公室",
    "2022年3月1日",
    "（此件主动公开）",
)
