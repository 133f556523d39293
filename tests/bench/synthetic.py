"""Made-up reports in any number, from the real ones: the same number always gives the same report.

Each report has the frame of a real one (title, headings, foot) and sentences drawn from all of them; place names,
years and figures are exchanged, so that no two reports are alike and rare words stay rare.  They are for measuring
only and never published.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.model.document import BlockKind, Document
from generator.parser.parse import parse_document
from generator.readers import read_source
from generator.taxonomy.regions import load_regions

ROOT = Path(__file__).resolve().parents[2]
_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?")
_YEAR = re.compile(r"20\d\d")
_NUMBER = re.compile(r"\d+")
_BODIES = (
    "人民政府外事办公室",
    "司法局",
    "教育局",
    "财政局",
    "卫生健康委员会",
    "住房和城乡建设局",
    "人力资源和社会保障局",
    "市场监督管理局",
    "农业农村局",
    "生态环境局",
    "应急管理局",
    "文化和旅游局",
)
_YEARS = range(2010, 2026)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticReport:
    """One made-up report.

    Attributes:
        number: 0-based; it alone determines everything else.
        agency_id: folder name, shared by all reports of the agency.
        agency: full name.
        region: code of GB/T 2260.
        year: reported on.
        title: 标题.
        date: of writing, ISO.
        paragraphs: the text below the title, numbered headings included.
    """

    number: int
    agency_id: str
    agency: str
    region: str
    year: int
    title: str
    date: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The report as a text file."""
        return "\n".join((self.title, "", *self.paragraphs, "", self.agency, self._written, ""))

    @property
    def _written(self) -> str:
        year, month, day = self.date.split("-")
        return f"{year}年{int(month)}月{int(day)}日"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sources:
    frames: tuple[Document, ...]
    sentences: tuple[str, ...]
    places: tuple[tuple[str, str], ...]  # (code, full name)
    names: re.Pattern[str]  # place names of the real reports


def make_reports(count: int, first: int = 0) -> Iterator[SyntheticReport]:
    """The reports ``first`` to ``first + count - 1``, one at a time."""
    return (make_report(number) for number in range(first, first + count))


def make_report(number: int) -> SyntheticReport:
    """The report of that number."""
    sources = _sources()
    draw = random.Random(number)
    # Sixteen reports an agency, one a year: as real collections grow.
    group, year = divmod(number, len(_YEARS))
    code, place = sources.places[group * 7919 % len(sources.places)]
    body = _BODIES[group // len(sources.places) % len(_BODIES)]
    agency = place + body
    frame = sources.frames[group % len(sources.frames)]
    reported = _YEARS[year]
    paragraphs = tuple(_paragraphs(frame, sources, draw, place, reported))
    return SyntheticReport(
        number=number,
        agency_id=f"synthetic-{group:05}",
        agency=agency,
        region=code,
        year=reported,
        title=f"{agency}{reported}年法治政府建设情况报告",
        date=f"{reported + 1}-{1 + int(draw.random() * 3):02}-{1 + int(draw.random() * 28):02}",
        paragraphs=paragraphs,
    )


def _paragraphs(frame: Document, sources: _Sources, draw: random.Random, place: str, year: int) -> Iterator[str]:
    for block in frame.blocks:
        if block.kind is BlockKind.HEADING:
            yield _YEAR.sub(str(year), block.text)
        elif block.kind is BlockKind.PARAGRAPH:
            lead = block.text[: block.heading_end] if block.heading is not None else ""
            count = max(1, len(_SENTENCE.findall(block.text[len(lead) :])))
            drawn = (sources.sentences[int(draw.random() * len(sources.sentences))] for _ in range(count))
            yield lead + "".join(_vary(sentence, sources, draw, place, year) for sentence in drawn)


def _vary(sentence: str, sources: _Sources, draw: random.Random, place: str, year: int) -> str:
    sentence = sources.names.sub(place, sentence)

    def figure(match: re.Match[str]) -> str:
        printed = match.group()
        if len(printed) == 4 and printed.startswith("20"):
            return str(year)
        return str(1 + int(draw.random() * (10 ** min(len(printed), 6) - 1)))

    return _NUMBER.sub(figure, sentence)


@cache
def _sources() -> _Sources:
    paths = sorted((ROOT / "reports").glob("*/*.txt"))
    frames = tuple(parse_document(read_source(path).text).value for path in paths)
    sentences = [
        sentence
        for frame in frames
        for block in frame.blocks
        if block.kind is BlockKind.PARAGRAPH
        for sentence in _SENTENCE.findall(block.text[block.heading_end :])
        if len(sentence) > 5
    ]
    regions = load_regions()
    with (ROOT / "generator/data/regions.csv").open(encoding="utf-8", newline="") as file:
        codes = sorted(row["code"] for row in csv.DictReader(file) if not row["code"].endswith("00"))
    found = ((code, regions.by_code(code)) for code in codes)
    places = tuple((code, "".join(region.names)) for code, region in found if region is not None)
    return _Sources(
        frames=frames,
        sentences=tuple(sentences),
        places=places,
        names=re.compile("乌鲁木齐市?|沙坪坝区?|重庆市?|聊城市?|厦门市?|新疆维吾尔自治区|新疆"),
    )
