"""What pages refer to by number: composite units, drawing parameters and colour spaces."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.readers.ofd.package import Element, Package, child, child_text, children


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """Elements by their ID.

    Attributes:
        units: CompositeGraphicUnit.
        parameters: DrawParam.
        spaces: ColorSpace ID -> its Type (GRAY, RGB, CMYK).
        media: MultiMedia ID -> name of the file.
    """

    units: dict[str, Element] = field(default_factory=dict)
    parameters: dict[str, Element] = field(default_factory=dict)
    spaces: dict[str, str] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)


def load_resources(package: Package, names: Iterable[str], base: Resources | None = None) -> Resources:
    """Read resource parts; what is in a later one counts before ``base``."""
    found = Resources(
        units=dict(base.units if base else {}),
        parameters=dict(base.parameters if base else {}),
        spaces=dict(base.spaces if base else {}),
        media=dict(base.media if base else {}),
    )
    for name in names:
        root = package.part(name, "资源文件")
        if root is None:
            continue
        for unit in children(child(root, "CompositeGraphicUnits"), "CompositeGraphicUnit"):
            found.units[_key(unit)] = unit
        for parameter in children(child(root, "DrawParams"), "DrawParam"):
            found.parameters[_key(parameter)] = parameter
        for space in children(child(root, "ColorSpaces"), "ColorSpace"):
            found.spaces[_key(space)] = (space.get("Type") or "").upper()
        folder = posixpath.join(posixpath.dirname(name), root.get("BaseLoc") or "", "")
        for medium in children(child(root, "MultiMedias"), "MultiMedia"):
            file = package.locate(folder, child_text(medium, "MediaFile"))
            if file is not None:
                found.media[_key(medium)] = file
    return found


def _key(element: Element) -> str:
    return (element.get("ID") or "").strip()
