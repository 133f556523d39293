"""``llms.txt``: what the site holds and where its data are, in a few lines for programs that read text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from generator.model.catalog import ReportRecord
from generator.model.data_file import DataFile
from generator.pages.uris import AGENCIES, COVERAGE, INDICATORS, THEMES, YEARS
from generator.publish.collection import Collection
from generator.publish.counted_file import write_whole
from generator.publish.coverage_file import COVERAGE_URI

LLMS_URI: Final = "llms.txt"


def write_llms_text(
    collection: Collection,
    records: Sequence[ReportRecord],
    files: Sequence[DataFile],
    target: Path,
    *,
    has_indicators: bool,
) -> str:
    """Write it; returns its address."""
    write_whole(target, LLMS_URI, llms_text(collection, records, files, has_indicators=has_indicators))
    return LLMS_URI


def llms_text(
    collection: Collection, records: Sequence[ReportRecord], files: Sequence[DataFile], *, has_indicators: bool = False
) -> str:
    """A heading, a quotation, and lists of links (llmstxt.org); no link to a page that the site does not have.

    Args:
        collection: the collection.
        records: its reports.
        files: its data files; where one tells the coverage there is a page of it too.
        has_indicators: a report states one.
    """
    themed = any(unit.themes for record in records for unit in record.units)
    covered = any(file.uri == COVERAGE_URI for file in files)
    pages = (
        ("机关", AGENCIES, ""),
        ("年度", YEARS, ""),
        *((("主题", THEMES, ""),) if themed else ()),
        *((("指标", INDICATORS, "可以互相对照的数字，每个都附原句和出处"),) if has_indicators else ()),
        *((("公开情况", COVERAGE, "各机关各年度公开了没有，是否按时，内容是否齐全"),) if covered else ()),
    )
    standing = "发布机关主办。" if collection.official else "本站为非官方汇编，文件以发布机关公布的为准。"
    lines = [
        f"# {_plain(collection.name)}",
        "",
        f"> {_plain(collection.description or '政府机关依法主动公开的文件')}。{standing}",
        "",
        "正文逐字照登，每一段有固定位置（网址加 #p-17）。"
        "引用时请写明发布机关、文件标题、成文日期和段落网址；数字请连同原句引用。",
        "",
        "## 数据",
        "",
        *(
            f"- [{file.name}（{file.form}）]({_link(collection, file.uri)}): {file.rows} {file.row_name}"
            for file in files
        ),
        f"- [数据说明]({_link(collection, 'data/')}): 各文件的内容、格式和用法",
        f"- [数据目录（DCAT）]({_link(collection, 'data/catalog.jsonld')}): 供数据平台采集",
        "",
        "## 浏览",
        "",
        *(f"- [{name}]({_link(collection, uri)}){f': {told}' if told else ''}" for name, uri, told in pages),
    ]
    return "\n".join(lines) + "\n"


def _link(collection: Collection, uri: str) -> str:
    return collection.link(LLMS_URI, uri)


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip("。")
