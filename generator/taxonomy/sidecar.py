"""The note file beside a report (说明文件): what the text does not say, corrections, and a reviewer's decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from generator.model.report import Disclosure, Review
from generator.taxonomy.validation import Fault, IsoDate, StrictModel, WebAddress, read_yaml_file

FIRST_YEAR, LAST_YEAR = 1949, 2100

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
_Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]


def _one_line(value: str) -> str:
    if "\n" in value:
        message = "应写在一行里"
        raise ValueError(message)
    return value


_Line = Annotated[_Text, AfterValidator(_one_line)]


class _ReviewModel(StrictModel):
    by: _Line
    date: IsoDate
    allow: tuple[_Code, ...] = Field(min_length=1)
    reason: _Text


class _SidecarModel(StrictModel):
    title: _Line | None = None
    agency: _Line | None = None
    year: int | None = Field(default=None, ge=FIRST_YEAR, le=LAST_YEAR)
    document_type: _Line | None = None
    document_number: _Line | None = None
    index_number: _Line | None = None
    date_of_writing: IsoDate | None = None
    publication_date: IsoDate | None = None
    disclosure: Literal["proactive", "on_request", "withheld"] | None = None
    disclosure_basis: _Line | None = None
    source_url: WebAddress | None = None
    keywords: tuple[_Line, ...] = ()
    remarks: tuple[_Text, ...] = ()
    review: _ReviewModel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What a note file says; empty or None where it says nothing.

    Attributes:
        title: 标题.
        agency: agency id or full official name.
        year: the year reported on.
        document_type: type id or 文种.
        document_number: 发文字号.
        index_number: 索引号.
        date_of_writing: 成文日期.
        publication_date: 发布日期.
        disclosure: 公开属性.
        disclosure_basis: its ground, Chinese.
        source_url: the agency's own page.
        keywords: 主题词.
        remarks: 说明, shown on the page.
        review: 审查记录 (政府信息公开条例 art. 17).
    """

    title: str = ""
    agency: str = ""
    year: int | None = None
    document_type: str = ""
    document_number: str = ""
    index_number: str = ""
    date_of_writing: date | None = None
    publication_date: date | None = None
    disclosure: Disclosure | None = None
    disclosure_basis: str = ""
    source_url: str = ""
    keywords: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    review: Review | None = None


def load_sidecar(path: Path, display_path: str = "") -> tuple[Sidecar | None, tuple[Fault, ...]]:
    """Read a note file.

    Args:
        path: the file; a symbolic link is refused.
        display_path: its name in messages, the file's name by default.

    Returns:
        The note and no faults, or None and every fault with its line. Never raises.
    """
    read, faults = read_yaml_file(path, display_path or path.name, _SidecarModel)
    if read is None:
        return None, faults
    stated = {name: value for name, value in read if value is not None}
    if read.review is not None:
        stated["review"] = Review(**dict(read.review))
    if read.disclosure is not None:
        stated["disclosure"] = Disclosure(read.disclosure)
    return Sidecar(**stated), ()
