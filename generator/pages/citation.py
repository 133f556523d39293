"""How a report is cited: GB/T 7714—2015 for electronic resources, BibTeX and RIS.

The day of citing is the reader's, and the address may not be known when the site is built: both stand as pieces of
their own, which the reader's browser fills in; without scripts the words that ask for them are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from generator.model.catalog import ReportRecord
from generator.pages.uris import absolute_address

_BIBTEX_SPECIAL: Final = re.compile(r"[\\{}%&#$_^~]")
_BIBTEX_WORDS: Final = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
_KEY: Final = re.compile(r"[^A-Za-z0-9]+")


class PieceKind(StrEnum):
    """What a piece of a citation is."""

    TEXT = "text"
    DAY = "day"  # 引用日期
    ADDRESS = "address"  # 获取和访问路径


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a citation; of a DAY or an unknown ADDRESS the words that stand there until a browser knows better."""

    text: str
    kind: PieceKind = PieceKind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One report in the three forms.

    Attributes:
        address: the page's whole address, or empty where the site's is not known.
        date_note: Chinese: which of the report's dates stands in the citation, or that none is known.
        standard: GB/T 7714—2015.
        bibtex: for LaTeX.
        ris: for reference managers.
    """

    address: str
    date_note: str
    standard: tuple[Piece, ...]
    bibtex: tuple[Piece, ...]
    ris: tuple[Piece, ...]


def cite(record: ReportRecord, agency_name: str, site_url: str) -> Citation:
    """Say how a report is cited.

    Args:
        record: the report.
        agency_name: 主要责任者; where empty that element is left out (8.1.3 of the standard).
        site_url: the site's address, or empty.
    """
    address = absolute_address(site_url, record.uri) if site_url else ""
    day, date_note = _dated(record)
    here = Piece(text=address or "本页网址", kind=PieceKind.ADDRESS)
    return Citation(
        address=address,
        date_note=date_note,
        standard=_standard(record, agency_name, day, here),
        bibtex=_bibtex(record, agency_name, day, here),
        ris=_ris(record, agency_name, day, here),
    )


def plain(pieces: tuple[Piece, ...]) -> str:
    """A citation as a reader without scripts sees it."""
    return "".join(piece.text for piece in pieces)


def _dated(record: ReportRecord) -> tuple[date | None, str]:
    """The date of publication; where it is not known that of writing, and the reader is told."""
    if record.publication_date is not None:
        return record.publication_date, "圆括号内为发布日期"
    if record.date_of_writing is not None:
        return record.date_of_writing, "文件没有载明发布日期，圆括号内为成文日期"
    return None, "文件没有载明发布日期和成文日期"


def _is_report(record: ReportRecord) -> bool:
    return record.document_type is not None and record.document_type.reports_on_year


def _standard(record: ReportRecord, agency_name: str, day: date | None, here: Piece) -> tuple[Piece, ...]:
    """责任者. 题名：其他题名信息[文献类型标识/OL]. (日期)[引用日期]. 网址.

    R is a report; A an official document with its number as 其他题名信息, as the standard's own example of 京政办发
    〔2005〕37号 has it.
    """
    title = record.title if not record.document_number else f"{record.title}：{record.document_number}"
    head = f"{agency_name}. " if agency_name else ""
    mark = "R" if _is_report(record) else "A"
    dated = f"({day.isoformat()})" if day else ""
    return (
        Piece(text=f"{head}{title}[{mark}/OL]. {dated}["),
        Piece(text="引用日期", kind=PieceKind.DAY),
        Piece(text="]. "),
        here,
    )


def _bibtex(record: ReportRecord, agency_name: str, day: date | None, here: Piece) -> tuple[Piece, ...]:
    entry = "techreport" if _is_report(record) else "misc"
    key = _KEY.sub("-", record.report_id).strip("-")
    fields = [("author", f"{{{_bibtex_text(agency_name)}}}")] if agency_name else []
    fields.append(("title", f"{{{_bibtex_text(record.title)}}}"))
    fields += [("institution", _bibtex_text(agency_name))] if agency_name and entry == "techreport" else []
    fields += [("number", _bibtex_text(record.document_number))] if record.document_number else []
    fields += [("year", str(day.year)), ("date", day.isoformat())] if day else []
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return (
        Piece(text=f"@{entry}{{{key},\n{lines}  url = {{"),
        here,
        Piece(text="},\n  urldate = {"),
        Piece(text="引用日期", kind=PieceKind.DAY),
        Piece(text="}\n}"),
    )


def _ris(record: ReportRecord, agency_name: str, day: date | None, here: Piece) -> tuple[Piece, ...]:
    lines = [("TY", "RPRT" if _is_report(record) else "GOVDOC")]
    lines += [("AU", agency_name)] if agency_name else []
    lines.append(("TI", record.title))
    lines += [("PY", str(day.year)), ("DA", day.strftime("%Y/%m/%d"))] if day else []
    lines += [("M1", record.document_number)] if record.document_number else []
    lines.append(("LA", "zh"))
    head = "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in lines)
    return (
        Piece(text=f"{head}UR  - "),
        here,
        Piece(text="\nY2  - "),
        Piece(text="引用日期", kind=PieceKind.DAY),
        Piece(text="\nER  - "),
    )


def _bibtex_text(text: str) -> str:
    """Text between braces, on one line, without a mark that LaTeX acts on."""
    return _BIBTEX_SPECIAL.sub(lambda mark: _BIBTEX_WORDS.get(mark[0], f"\\{mark[0]}"), " ".join(text.split()))
