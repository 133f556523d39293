"""What one built HTML page refers to."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

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
    """Read a page's anchors and addresses."""
    parser = _PageParser()
    parser.feed(html)
    parser.close()
    return SitePage(ids=frozenset(parser.ids), links=tuple(parser.links), loads=tuple(parser.loads))


class _PageParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids += [values[name] for name in ("id", "name") if name in values and (name == "id" or tag == "a")]
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag == "link" and "href" in values:
            relations = set(values.get("rel", "").split())
            is_pointing = relations & _POINTING_RELATIONS and "stylesheet" not in relations
            (self.links if is_pointing else self.loads).append(values["href"])
        else:
            self.loads += [values[name] for name in _LOADING.get(tag, ()) if values.get(name)]
