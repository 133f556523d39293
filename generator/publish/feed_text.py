"""A feed as Atom 1.0 (RFC 4287) and as JSON Feed 1.1."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree

from generator.publish.collection import Collection

if TYPE_CHECKING:
    from generator.publish.feeds import Feed, FeedEntry

_ATOM: Final = "http://www.w3.org/2005/Atom"
_LANGUAGE: Final = "zh-CN"
_NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_text(feed: Feed, collection: Collection) -> str:
    """The feed as Atom; every text is escaped by the XML writer."""
    uri = f"{feed.uri}feed.xml"
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": _LANGUAGE})
    _add(root, "id", feed.feed_id)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.entries[0].day))
    _link(root, "alternate", "text/html", collection.link(uri, feed.uri))
    if collection.site_url:
        _link(root, "self", "application/atom+xml", collection.address(uri))
    _add(_add(root, "author"), "name", collection.name)
    for entry in feed.entries:
        _atom_entry(_add(root, "entry"), entry, uri, collection)
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def json_feed_values(feed: Feed, collection: Collection) -> dict[str, Any]:
    """The feed as values of JSON."""
    uri = f"{feed.uri}feed.json"
    told: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": collection.link(uri, feed.uri),
        "feed_url": collection.address(uri) if collection.site_url else None,
        "description": collection.description,
        "language": _LANGUAGE,
        "items": [_json_item(entry, uri, collection) for entry in feed.entries],
    }
    return {key: value for key, value in told.items() if value}


def _atom_entry(element: ElementTree.Element, entry: FeedEntry, uri: str, collection: Collection) -> None:
    record = entry.record
    _add(element, "id", entry.entry_id)
    _add(element, "title", record.title)
    _link(element, "alternate", "text/html", collection.link(uri, record.uri, entry.anchor))
    if record.source_url:
        _link(element, "via", "", record.source_url)
    _add(element, "updated", _moment(entry.day))
    if record.publication_date:
        _add(element, "published", _moment(record.publication_date))
    if record.agency.name:
        _add(_add(element, "author"), "name", record.agency.name)
    for theme_id, name in _themes(entry, collection):
        ElementTree.SubElement(element, "category", {"term": theme_id, "label": name})
    _add(element, "summary", entry.summary)


def _json_item(entry: FeedEntry, uri: str, collection: Collection) -> dict[str, Any]:
    record = entry.record
    told: dict[str, Any] = {
        "id": entry.entry_id,
        "url": collection.link(uri, record.uri, entry.anchor),
        "external_url": record.source_url,
        "title": record.title,
        "content_text": entry.summary,
        "date_published": _moment(record.publication_date) if record.publication_date else None,
        "date_modified": _moment(entry.day),
        "authors": [{"name": record.agency.name}] if record.agency.name else None,
        "tags": [name for _, name in _themes(entry, collection)],
    }
    return {key: value for key, value in told.items() if value}


def _themes(entry: FeedEntry, collection: Collection) -> list[tuple[str, str]]:
    own = {theme_id for unit in entry.record.units for theme_id in unit.themes}
    return [(theme_id, name) for theme_id, name in collection.theme_names().items() if theme_id in own]


def _moment(day: date) -> str:
    """Records know days, feeds want moments: the day's beginning in Beijing."""
    return f"{day.isoformat()}T00:00:00+08:00"


def _add(parent: ElementTree.Element, tag: str, text: str = "") -> ElementTree.Element:
    element = ElementTree.SubElement(parent, tag)
    if text:
        element.text = _NOT_IN_XML.sub("\ufffd", text)
    return element


def _link(parent: ElementTree.Element, relation: str, media_type: str, address: str) -> None:
    values = {"rel": relation, "type": media_type, "href": _NOT_IN_XML.sub("", address)}
    ElementTree.SubElement(parent, "link", {key: value for key, value in values.items() if value})
