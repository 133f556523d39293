"""schema.org descriptions of pages (JSON-LD): what a page is, for search engines and harvesters.

Addresses are whole where ``site_url`` is set; without it nothing is named by address but the files beside the page,
relatively.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from generator.model.catalog import ReportRecord
from generator.model.column import Column
from generator.model.data_file import DataFile
from generator.model.report import Agency
from generator.pages.originals import original_uri
from generator.pages.page import SiteFacts
from generator.pages.report_page import safe_url
from generator.pages.uris import relative_href
from generator.pages.wording import region_name

_CHINESE: Final = "zh-CN"
_LISTS: Final = ("agencies", "years", "themes", "types", "indicators")
_REPORT_JSON: Final = "report.json"

# In JSON these are the same characters; written so, no document's text can end the script that holds it.
_NO_MARKUP: Final = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}

Values = dict[str, Any]


def page_json(main: Values, crumbs: Sequence[tuple[str, str]], site: SiteFacts) -> str:
    """A page's description together with the way to it, as JSON that is safe inside ``<script>``.

    Args:
        main: what the page is.
        crumbs: (label, uri) from the home page to the page itself; a single one makes no list.
        site: facts of the site.
    """
    graph = [main]
    if len(crumbs) > 1:
        items = [
            {"@type": "ListItem", "position": number, "name": label, **_at("item", uri, site)}
            for number, (label, uri) in enumerate(crumbs, 1)
        ]
        graph.append({"@type": "BreadcrumbList", "itemListElement": items})
    whole = {"@context": "https://schema.org", "@graph": graph}
    # One string of front matter, since nested values would take YAML four milliseconds a page.
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_NO_MARKUP)


def describe_home(description: str, site: SiteFacts) -> Values:
    """The site itself, with its search where it has one."""
    values: Values = {"@type": "WebSite", "name": site.name, "description": description, "inLanguage": _CHINESE}
    values |= _identity("", site)
    if not site.official:
        values["disambiguatingDescription"] = "非官方汇编"
    if site.has_search_page:
        template = f"{_base(site)}search/?q={{search_term_string}}"
        values["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": template},
            "query-input": "required name=search_term_string",
        }
    return values


def describe_report(record: ReportRecord, theme_names: Mapping[str, str], site: SiteFacts) -> Values:
    """One published document.

    A document type that reports on a year is a ``Report``, any other an ``Article`` (of which Report is a kind).
    The publisher is the issuing agency, also where others collect its documents.

    Args:
        record: the report.
        theme_names: theme id -> name.
        site: facts of the site.
    """
    is_report = record.document_type is not None and record.document_type.reports_on_year
    themes = dict.fromkeys(theme for unit in record.units for theme in unit.themes if theme in theme_names)
    day, written = record.publication_date, record.date_of_writing
    values: Values = {
        "@type": "Report" if is_report else "Article",
        "name": record.title,
        "headline": record.title,
        "description": record.summary,
        "inLanguage": _CHINESE,
        "isAccessibleForFree": True,
        "datePublished": day.isoformat() if day else "",
        "dateCreated": written.isoformat() if written else "",
        "temporalCoverage": str(record.year) if record.year else "",
        "identifier": _identifiers(record),
        "reportNumber": record.document_number if is_report else "",
        "publisher": describe_agency(record.agency),
        "about": [{"@type": "DefinedTerm", "name": theme_names[theme]} for theme in themes],
        "keywords": list(record.keywords),
        "isPartOf": _site(site),
        "isBasedOn": safe_url(record.source_url),
        "encoding": _encodings(record, site),
    }
    return {key: value for key, value in values.items() if value} | _identity(record.uri, site)


def describe_agency(agency: Agency) -> Values:
    """A government agency; empty where its name is not known."""
    if not agency.name:
        return {}
    values: Values = {"@type": "GovernmentOrganization", "name": agency.name}
    if website := safe_url(agency.website):
        values["url"] = website
    if agency.region.names:
        place: Values = {"@type": "AdministrativeArea", "name": region_name(agency)}
        values["areaServed"] = place | ({"identifier": agency.region.code} if agency.region.code else {})
    return values


def describe_data(description: str, files: Sequence[DataFile], uri: str, site: SiteFacts) -> Values:
    """The data page: files of one name are distributions of one data set."""
    sets: dict[str, list[DataFile]] = {}
    for file in files:
        sets.setdefault(file.name, []).append(file)
    return {
        "@type": "DataCatalog",
        "name": f"{site.name}：数据",
        "description": description,
        "inLanguage": _CHINESE,
        "isPartOf": _site(site),
        "dataset": [
            {
                "@type": "Dataset",
                "name": f"{site.name}：{name}",
                "description": f"{name}，共 {same[0].rows} {same[0].row_name}。{description}",
                "inLanguage": _CHINESE,
                "isAccessibleForFree": True,
                "distribution": [_file("DataDownload", one.uri, one.media_type, uri, site) for one in same],
            }
            for name, same in sets.items()
        ],
    } | _identity(uri, site)


def describe_page(title: str, description: str, uri: str, column: Column, site: SiteFacts) -> Values:
    """Any other page: a list of documents, or what is told about them."""
    values: Values = {
        "@type": "CollectionPage" if column.column_id in _LISTS else "WebPage",
        "name": title,
        "description": description,
        "inLanguage": _CHINESE,
        "isPartOf": _site(site),
    }
    return values | _identity(uri, site)


def _identifiers(record: ReportRecord) -> list[Values]:
    named = (("文件标识", record.report_id), ("索引号", record.index_number), ("发文字号", record.document_number))
    return [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in named if value]


def _encodings(record: ReportRecord, site: SiteFacts) -> list[Values]:
    files = [_file("MediaObject", f"{record.uri}{_REPORT_JSON}", "application/json", record.uri, site)]
    if record.original.offered:
        original = _file("MediaObject", original_uri(record), record.original.media_type, record.uri, site)
        files.insert(0, original | {"name": record.original.name, "sha256": record.original.sha256})
    return files


def _file(kind: str, uri: str, media_type: str, page_uri: str, site: SiteFacts) -> Values:
    address = _base(site) + quote(uri) if site.site_url else relative_href(page_uri, uri)
    return {"@type": kind, "contentUrl": address, "encodingFormat": media_type}


def _site(site: SiteFacts) -> Values:
    return {"@type": "WebSite", "name": site.name, **_identity("", site)}


def _identity(uri: str, site: SiteFacts) -> Values:
    return {**_at("@id", uri, site), **_at("url", uri, site)}


def _at(key: str, uri: str, site: SiteFacts) -> Values:
    return {key: _base(site) + quote(uri)} if site.site_url else {}


def _base(site: SiteFacts) -> str:
    return f"{site.site_url.rstrip('/')}/" if site.site_url else ""
