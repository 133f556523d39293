"""What an OFD file carries beside its pages: found and counted, never read into the text."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

from generator.model.diagnostics import Diagnostic
from generator.readers import findings_ofd as findings
from generator.readers.ofd.package import Element, Package, child, child_text, children, local
from generator.readers.ofd.structure import ENTRY, Body

_KINDS = {"Watermark": "水印", "Stamp": "图章", "Highlight": "标记", "Path": "图形", "Link": "链接"}
_ATTACHMENT_FOLDERS = {"attachs", "attach", "attachments"}
_PERSONAL = ("Author", "Subject", "Abstract")


def count_seals(package: Package, body: Body) -> int:
    """Signatures and seals that the document lists; none is judged."""
    name = package.locate(ENTRY, child_text(body.entry, "Signatures"))
    root = package.part(name, "签名列表") if name is not None else None
    return sum(1 for _ in children(root, "Signature"))


def find_beside(package: Package, body: Body) -> tuple[Diagnostic, ...]:
    """Annotations, attachments, earlier versions, author."""
    found = []
    kinds = _annotations(package, body)
    if kinds:
        told = "、".join(f"{name} {count} 处" for name, count in kinds.items())
        found.append(findings.OFD_ANNOTATIONS.at(count=sum(kinds.values()), kinds=told))
    attached = _attachments(package, body)
    if attached:
        found.append(findings.OFD_ATTACHMENTS.at(count=attached))
    versions = sum(1 for _ in children(child(body.entry, "Versions"), "Version"))
    if versions > 1:
        found.append(findings.OFD_EARLIER_VERSIONS.at(count=versions))
    personal = _personal(child(body.entry, "DocInfo"))
    if personal:
        found.append(findings.OFD_AUTHOR.at(count=personal))
    return tuple(found)


def _annotations(package: Package, body: Body) -> Counter[str]:
    """Annotations by kind.  The place of a seal is none (the seal is counted), nor is a link that shows nothing."""
    kinds: Counter[str] = Counter()
    name = package.locate(body.path, child_text(body.document, "Annotations"))
    root = package.part(name, "注释列表") if name is not None else None
    for page in children(root, "Page"):
        file = package.locate(name or "", child_text(page, "FileLoc"))
        annotations = package.part(file, "注释") if file is not None else None
        for annotation in children(annotations, "Annot"):
            kind = annotation.get("Type") or ""
            if annotation.get("Subtype") == "SignatureInFile" or (kind == "Link" and not _shows_text(annotation)):
                continue
            kinds[_KINDS.get(kind, "批注")] += 1
    return kinds


def _shows_text(annotation: Element) -> bool:
    return any(local(one) in {"TextCode", "Remark"} and (one.text or "").strip() for one in annotation.iter())


def _attachments(package: Package, body: Body) -> int:
    """Attachments listed, or files lying where attachments lie, whichever is more."""
    name = package.locate(body.path, child_text(body.document, "Attachments"))
    root = package.part(name, "附件列表") if name is not None else None
    listed = sum(1 for _ in children(root, "Attachment"))
    folder = PurePosixPath(body.path).parent
    lying = 0
    for one in map(PurePosixPath, package.names):
        inside = one.parts[len(folder.parts) :] if one.is_relative_to(folder) else ()
        if len(inside) > 1 and inside[0].lower() in _ATTACHMENT_FOLDERS and str(one) != name:
            lying += 1
    return max(listed, lying)


def _personal(info: Element | None) -> int:
    stated = sum(1 for name in _PERSONAL if child_text(info, name))
    return stated + sum(1 for one in children(child(info, "CustomDatas"), "CustomData") if (one.text or "").strip())
