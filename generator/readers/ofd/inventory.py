"""All characters of the pages, counted in the simplest way: what the reading is held against."""

from __future__ import annotations

from collections import Counter

from generator.readers.ofd.package import Element, child, local
from generator.readers.ofd.resources import Resources
from generator.readers.ofd.text_objects import code_text

_NOT_DRAWN = {"Clips", "Actions"}  # an outline that cuts, a place to jump to


class Inventory:
    """Counts the non-blank characters of every TextCode, those of composite units where they are used."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._units: dict[str, Counter[str]] = {}

    def count(self, element: Element) -> Counter[str]:
        """All characters below an element."""
        found: Counter[str] = Counter()
        name = local(element)
        if name in _NOT_DRAWN:
            return found
        if name == "TextCode":
            found.update("".join(code_text(element).split()))
        if name == "CompositeObject":
            found += self._unit((element.get("ResourceID") or "").strip())
        for one in element:
            found += self.count(one)
        return found

    def _unit(self, name: str) -> Counter[str]:
        if name not in self._units:
            self._units[name] = Counter()  # for a unit that holds itself
            content = child(self._resources.units.get(name), "Content")
            self._units[name] = Counter() if content is None else self.count(content)
        return self._units[name]
