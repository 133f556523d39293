"""``data/catalog.jsonld``: the data sets described by DCAT 3 (as DCAT-AP uses it), for portals that harvest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from generator.model.catalog import ReportRecord
from generator.model.data_file import DataFile
from generator.pages.uris import HOME
from generator.publish.collection import Collection
from generator.publish.counted_file import write_whole
from generator.publish.feeds import feed_day

CATALOG_URI: Final = "data/catalog.jsonld"
_DATA_PAGE: Final = "data/"
_CHINESE: Final = {"@id": "http://publications.europa.eu/resource/authority/language/ZHO"}
_SHA256: Final = {"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"}
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "title": "dct:title",
    "description": "dct:description",
    "identifier": "dct:identifier",
    "publisher": "dct:publisher",
    "language": "dct:language",
    "conformsTo": "dct:conformsTo",
    "temporal": "dct:temporal",
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "name": "foaf:name",
    "homepage": "foaf:homepage",
    "dataset": "dcat:dataset",
    "distribution": "dcat:distribution",
    "keyword": "dcat:keyword",
    "landingPage": "dcat:landingPage",
    "startDate": {"@id": "dcat:startDate", "@type": "xsd:date"},
    "endDate": {"@id": "dcat:endDate", "@type": "xsd:date"},
    "accessURL": "dcat:accessURL",
    "downloadURL": "dcat:downloadURL",
    "mediaType": "dcat:mediaType",
    "byteSize": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
    "checksum": "spdx:checksum",
    "algorithm": "spdx:algorithm",
    "checksumValue": {"@id": "spdx:checksumValue", "@type": "xsd:hexBinary"},
}
# What a data set of each name holds; files of one name are distributions of one data set.
_TOLD: Final = {
    "文件目录": "公开文件的目录：标题、发布机构、年度、文种、文号、日期、公开属性、内容概述、主题和网址。",
    "正文段落": "公开文件的正文，一段一条，附章节、主题和网址；遮盖的文字不在其中。",
    "文中数字": "公开文件中写明的数字，附单位、统计内容、原句、章节和网址。",
    "公开情况": "各机关、各年度的文件是否收录、何时公开、是否按时、法定内容是否齐全。",
    "全部数据": "目录、正文段落、主题依据、文中数字和指标，在一个数据库文件中。",
}


def write_catalog(
    collection: Collection, records: Iterable[ReportRecord], files: Sequence[DataFile], target: Path
) -> str:
    """Write the description; returns its address."""
    text = json.dumps(catalog_values(collection, records, files), ensure_ascii=False, indent=1)
    write_whole(target, CATALOG_URI, f"{text}\n")
    return CATALOG_URI


def catalog_values(
    collection: Collection, records: Iterable[ReportRecord], files: Sequence[DataFile]
) -> dict[str, Any]:
    """The description as values of JSON-LD.

    Args:
        collection: the collection; without ``site_url`` addresses are relative to the file itself.
        records: the published reports: their newest date and the years they tell of.
        files: the data files; nothing else is described.
    """
    days, years = set[date](), set[int]()
    for record in records:
        if day := feed_day(record):
            days.add(day)
        if record.year:
            years.add(record.year)
    newest = {"modified": max(days).isoformat()} if days else {}
    period = _period(min(years), max(years)) if years else {}
    names = list(dict.fromkeys(file.name for file in files))
    return {
        "@context": _CONTEXT,
        "@id": _link(collection, CATALOG_URI),
        "@type": "dcat:Catalog",
        "title": _words(f"{collection.name}：数据"),
        "description": _words(collection.description or f"{collection.name}的公开数据"),
        "language": _CHINESE,
        "publisher": _publisher(collection),
        "homepage": {"@id": _link(collection, HOME)},
        **newest,
        "dataset": [
            {
                "@id": f"{_link(collection, CATALOG_URI)}#{_short(files, name)}",
                "@type": "dcat:Dataset",
                "identifier": f"{collection.name}/{name}",
                "title": _words(f"{collection.name}：{name}"),
                "description": _words(_TOLD[name]),
                "publisher": _publisher(collection),
                "keyword": [_words("政府信息公开"), _words(name)],
                "language": _CHINESE,
                **newest,
                **period,
                "landingPage": {"@id": _link(collection, _DATA_PAGE)},
                "distribution": [_distribution(collection, file) for file in files if file.name == name],
            }
            for name in names
        ],
    }


def _distribution(collection: Collection, file: DataFile) -> dict[str, Any]:
    schema = {"conformsTo": {"@id": _link(collection, file.schema_uri)}} if file.schema_uri else {}
    return {
        "@id": f"{_link(collection, file.uri)}#distribution",
        "@type": "dcat:Distribution",
        "title": _words(f"{file.name}（{file.form}）"),
        "accessURL": {"@id": _link(collection, _DATA_PAGE)},
        "downloadURL": {"@id": _link(collection, file.uri)},
        "mediaType": {"@id": f"http://www.iana.org/assignments/media-types/{file.media_type}"},
        "byteSize": file.size,
        **schema,
        "checksum": {"@type": "spdx:Checksum", "algorithm": _SHA256, "checksumValue": file.sha256},
    }


def _short(files: Sequence[DataFile], name: str) -> str:
    """The file name that a data set has in common: an id that stays when it is said in other words."""
    return next(file.uri.rpartition("/")[2].partition(".")[0] for file in files if file.name == name)


def _publisher(collection: Collection) -> dict[str, Any]:
    return {"@type": "foaf:Agent", "name": _words(collection.name)}


def _period(first: int, last: int) -> dict[str, Any]:
    return {"temporal": {"@type": "dct:PeriodOfTime", "startDate": f"{first:04}-01-01", "endDate": f"{last:04}-12-31"}}


def _words(text: str) -> dict[str, str]:
    return {"@language": "zh", "@value": text}


def _link(collection: Collection, uri: str) -> str:
    return collection.link(CATALOG_URI, uri)
