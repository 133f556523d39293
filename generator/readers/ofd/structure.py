"""OFD.xml and Document.xml -> the pages of the file with what they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.readers import findings_ofd as findings
from generator.readers.ofd.geometry import Box, to_box
from generator.readers.ofd.package import Element, Package, child, child_text, children

ENTRY = "OFD.xml"
_A4 = Box(x=0, y=0, width=210, height=297)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedTemplate:
    """A template page as a page uses it; ``above`` the page's own content (ZOrder Foreground) or below."""

    name: str
    above: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One DocBody: a document of its own.

    Attributes:
        entry: its DocBody element in OFD.xml.
        path: name of its Document.xml.
        document: the parsed Document.xml.
        box: page area of pages that give none.
        templates: template id -> name of the part.
        resources: names of the resource parts.
        pages: names of the pages' parts, in order; "" for one that is missing.
    """

    entry: Element
    path: str
    document: Element
    box: Box
    templates: dict[str, str] = field(default_factory=dict)
    resources: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


def read_bodies(package: Package) -> tuple[Body, ...]:
    """All documents of the file; what is missing is noted in ``package``."""
    entry = package.locate("", ENTRY)
    if entry is None:
        package.missing("入口文件 OFD.xml")
        return ()
    root = package.part(entry, "入口文件 OFD.xml")
    if root is None:
        return ()
    listed = list(children(root, "DocBody"))
    if not listed:
        package.missing("文档（DocBody）")
    if any(child(one, "Encryptions") is not None for one in (root, *listed)):
        package.diagnostics.append(findings.OFD_ENCRYPTED.at())
        return ()
    bodies = []
    for number, body in enumerate(listed, 1):
        followed = package.follow(entry, child_text(body, "DocRoot"), f"第 {number} 个文档的 Document.xml")
        if followed is not None:
            bodies.append(_read_body(package, body, *followed))
    return tuple(bodies)


def _read_body(package: Package, entry: Element, path: str, document: Element) -> Body:
    common = child(document, "CommonData")
    templates, resources = {}, []
    for template in children(common, "TemplatePage"):
        name = package.locate(path, template.get("BaseLoc"))
        if name is not None:
            templates[(template.get("ID") or "").strip()] = name
    for kind in ("PublicRes", "DocumentRes"):
        for resource in children(common, kind):
            name = package.locate(path, resource.text)
            if name is not None:
                resources.append(name)
    pages = []
    for number, page in enumerate(children(child(document, "Pages"), "Page"), 1):
        name = package.locate(path, page.get("BaseLoc"))
        if name is None:
            package.missing(f"第 {number} 页")
        pages.append(name or "")
    return Body(
        entry=entry,
        path=path,
        document=document,
        box=page_box(child(common, "PageArea")) or _A4,
        templates=templates,
        resources=tuple(resources),
        pages=tuple(pages),
    )


def page_box(area: Element | None) -> Box | None:
    """The paper's box of a PageArea or Area element."""
    box = to_box(child_text(area, "PhysicalBox"))
    return box if box is not None and box.width > 0 and box.height > 0 else None


def used_templates(package: Package, body: Body, page: Element) -> tuple[PlacedTemplate, ...]:
    """The templates that a page stands on, in order; a missing one is noted."""
    found = []
    for template in children(page, "Template"):
        name = body.templates.get((template.get("TemplateID") or "").strip())
        if name is None:
            package.missing("页面所用的模板页")
        else:
            found.append(PlacedTemplate(name=name, above=template.get("ZOrder") == "Foreground"))
    return tuple(found)
