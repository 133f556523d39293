"""Reports for the tests of the search: small made-up ones, and the project's own as the pipeline understands them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from generator.pipeline.understand import load_surroundings, understand
from generator.readers.discover import discover
from generator.search.model import SearchPassage, SearchReport

ROOT = Path(__file__).resolve().parents[3]
WORDS = (
    "行政执法",
    "政务公开",
    "法治政府",
    "依法行政",
    "法律顾问",
    "规范性文件",
    "，",
    "。",
    "的",
    "和",
    "2021年",
    "Rule of Law",
    "開展",
    "㎡",
)


def made_up(number: int, *, date: str | None = None, passages: int = 4) -> SearchReport:
    """A report from a fixed set of words; the same number always gives the same report."""
    random = Random(number)
    texts = ["".join(random.choices(WORDS, k=random.randrange(3, 12))) + f"第{number}号。" for _ in range(passages)]
    return SearchReport(
        report_id=f"agency-{number % 7}/{number:05}",
        uri=f"reports/agency-{number % 7}/{number:05}/",
        title=f"第{number}份报告",
        agency_id=f"agency-{number % 7}",
        agency=f"某市第{number % 7}局",
        short_names=("市局",),
        document_number=f"某发〔2021〕{number}号",
        region_code="650104" if number % 2 else "371500",
        region_names=("新疆维吾尔自治区", "乌鲁木齐市", "新市区") if number % 2 else ("山东省", "聊城市"),
        year=2000 + number % 25,
        type_id="law-based-government-report",
        type_name="法治政府建设年度报告",
        date=date if date is not None else f"20{number % 25 + 1:02}-03-{number % 28 + 1:02}",
        passages=tuple(
            SearchPassage(
                anchor=f"p-{index + 1}",
                label=f"一（{index}）" if index else "",
                text=text,
                heading_end=0 if index % 3 else 4,
                themes=("open-government",) if index % 2 else (),
                roles=("achievements",) if index < 2 else ("problems",),
            )
            for index, text in enumerate(texts)
        ),
    )


def real_reports() -> Iterator[SearchReport]:
    """The project's own reports, as they are published."""
    around = load_surroundings(ROOT)
    for found in discover(ROOT).found:
        understood = understand(found.source, found.diagnostics, around)
        report, document = understood.report, understood.published
        assert report is not None
        assert document is not None
        labels = {heading.anchor: f"{heading.label} {heading.text}" for heading in document.headings}
        units = {anchor: unit for unit in report.units if not unit.part_of for anchor in unit.passages}
        report_type = report.document_type
        yield SearchReport(
            report_id=report.source.report_id,
            uri=f"reports/{report.source.report_id}/",
            title=report.title,
            agency_id=report.agency.agency_id,
            agency=report.agency.name,
            short_names=report.agency.short_names,
            document_number=report.document_number,
            index_number=report.index_number,
            region_code=report.agency.region.code,
            region_names=report.agency.region.names,
            year=report.year,
            type_id=report_type.type_id if report_type else "",
            type_name=report_type.name if report_type else "",
            date=str(report.publication_date or report.date_of_writing or ""),
            passages=tuple(
                SearchPassage(
                    anchor=block.anchor,
                    label=labels.get(block.section, ""),
                    text=block.text,
                    heading_end=len(block.text) if block.kind == "title" else block.heading_end,
                    themes=tuple(theme.theme_id for theme in units[block.anchor].themes)
                    if block.anchor in units
                    else (),
                    roles=tuple(role.value for role in units[block.anchor].roles) if block.anchor in units else (),
                )
                for block in document.blocks
            ),
        )
