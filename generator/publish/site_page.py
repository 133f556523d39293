"""What one built HTML page refers to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml.html import HTMLParser, document_fromstring

# Elements whose address a browser fetches by itself; <a> and <link rel=canonical> only point.
_LOADING: Final = {
    "script": ("src",), "img": ("src", "srcset"), "iframe": ("src",), "source": ("src", "srcset"), "base": ("href",),
    "video": ("src", "poster"), "audio": ("src",), "track": ("src",), "embed": ("src",), "object": ("data",),
    "input": ("src",), "use": ("href",), "image": ("href",), "form": ("action",),
}  # fmt: skip
_POINTING_RELATIONS: Final = frozenset({"canonical", "alternate", "prev", "next"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """Addresses and anchors of one page.

    Attributes:
        ids: every ``id`` and ``<a name>``.
        links: where ``<a>`` leads, and what a ``<link>`` names without loading it (feeds, data files), as written.
        loads: what a browser fetches with the page, as written.
    """

    ids: frozenset[str]
    links: tuple[str, ...]
    loads: tuple[str, ...]


def read_site_page(html: str) -> SitePage:
    """Read a page's anchors and addresses.

    With lxml, which needs a tenth of the time of the standard library's parser: every page of a site is read so.
    """
    ids: list[str] = []
    links: list[str] = []
    loads: list[str] = []
    if not html.strip():
        return SitePage(ids=frozenset(), links=(), loads=())
    for element in document_fromstring(html, parser=HTMLParser(huge_tree=True)).iter():
        if not isinstance(element.tag, str):  # a comment
            continue
        values = {str(name): str(value) for name, value in element.attrib.items()}
        ids += [values[name] for name in ("id", "name") if name in values and (name == "id" or element.tag == "a")]
        if element.tag == "a" and "href" in values:
            links.append(values["href"])
        elif element.tag == "link" and "href" in values:
            relations = set(values.get("rel", "").split())
            is_pointing = relations & _POINTING_RELATIONS and "stylesheet" not in relations
            (links if is_pointing else loads).append(values["href"])
        else:
            loads += [values[name] for name in _LOADING.get(element.tag, ()) if values.get(name)]
    return SitePage(ids=frozenset(ids), links=tuple(links), loads=tuple(loads))
