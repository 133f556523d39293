"""What stands in the head of a built page, as a parser of HTML sees it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

# Of the page's working, not of its description.
_TECHNICAL = {"viewport", "referrer", "generator", "color-scheme", "theme-color"}


@dataclass
class PageHead:
    """Tags in order as (name, value), links as (relation, type, address), JSON-LD as parsed."""

    tags: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    described: list[Any] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)

    def types(self) -> list[str]:
        """Types of everything described on the first level."""
        return [one["@type"] for whole in self.described for one in whole.get("@graph", [whole])]

    def first(self, kind: str) -> dict[str, Any]:
        """The first thing of a type on the first level."""
        found = [one for whole in self.described for one in whole.get("@graph", [whole]) if one["@type"] == kind]
        return found[0]


def read_head(path: Path) -> PageHead:
    """Read a page; its JSON-LD must be JSON."""
    parser = _HeadParser()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    return parser.head


class _HeadParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.head = PageHead()
        self._script: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        name = values.get("name") or values.get("property", "")
        if tag == "meta" and name and name not in _TECHNICAL:
            self.head.tags.append((name, values["content"]))
        elif tag == "link" and values["rel"] in {"alternate", "canonical"}:
            self.head.links.append((values["rel"], values.get("type", ""), values["href"]))
        elif tag == "script":
            self._script = values.get("type", "")

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self.head.scripts.append(data)
            if self._script == "application/ld+json":
                self.head.described.append(json.loads(data))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = None
