"""One OFD file -> its text."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from generator.model.diagnostics import Diagnostic
from generator.model.text import TextOrigin
from generator.readers import findings_ofd as findings
from generator.readers.archive import open_archive
from generator.readers.extraction import Extraction, refuse
from generator.readers.findings import TOO_LARGE
from generator.readers.findings_container import EMBEDDED_FILE
from generator.readers.limits import Limits
from generator.readers.ofd.beside import count_seals, find_beside
from generator.readers.ofd.drawing import TooDeepError
from generator.readers.ofd.package import Package
from generator.readers.ofd.page_content import Told, TooMuchError, draw_pages
from generator.readers.ofd.structure import Body, read_bodies
from generator.readers.page_text import PagedText, set_pages

_PAGES_NAMED = 10


def read_ofd(content: bytes, limits: Limits) -> Extraction:
    """Read an ``.ofd`` file (GB/T 33190-2016); never raises.

    What a reader sees on the pages is text; characters that nobody sees, glyphs without characters, annotations,
    attachments, earlier versions and missing parts are findings that hold the file; seals are counted.
    """
    archive = open_archive(content, limits)
    if isinstance(archive, tuple):
        return refuse(*archive)
    package = Package(archive, limits)
    bodies = read_bodies(package)
    if not bodies:
        return refuse(*package.diagnostics)
    pages = sum(len(body.pages) for body in bodies)
    if pages > limits.pages:
        return refuse(TOO_LARGE.at(found=f"{pages:,} 页", limit=f"{limits.pages:,} 页"))
    told = Told()
    try:
        text = set_pages(draw_pages(package, bodies, limits, told))
    except TooMuchError as much:
        return refuse(TOO_LARGE.at(found=f"版面上的内容{much}", limit="正常公文所需的数量"))
    except TooDeepError:
        return refuse(findings.OFD_BROKEN.at(what="图形对象互相嵌套，没有尽头"))
    found = [*package.diagnostics, *_beside(package, bodies), *_judge_text(text, told, pages)]
    if archive.embedded:
        found.append(EMBEDDED_FILE.at(count=len(archive.embedded)))
    seals = sum(count_seals(package, body) for body in bodies)
    if seals:
        found.append(findings.OFD_SEAL.at(count=seals))
    if not any(line.text.strip() for line in text.lines):
        return refuse(*dict.fromkeys(found))
    return Extraction(
        lines=text.lines,
        source=text.source,
        removed=text.removed,
        references=tuple(told.pictures),
        origin=TextOrigin.TEXT_LAYER,
        pages=pages,
        seals=seals,
        diagnostics=tuple(dict.fromkeys((*found, *package.diagnostics))),
    )


def _beside(package: Package, bodies: tuple[Body, ...]) -> tuple[Diagnostic, ...]:
    return tuple(chain.from_iterable(find_beside(package, body) for body in bodies))


def _judge_text(text: PagedText, told: Told, pages: int) -> list[Diagnostic]:
    found = []
    if told.nameless:
        what = f"{sum(told.nameless.values()):,} 个字只有字形编号，没有字符编码"
        found.append(findings.OFD_NO_TEXT.at(where=f"第 {_name_pages(list(told.nameless))} 页", what=what))
    elif not text.source:
        what = f"{pages} 页里只有 {len(told.pictures)} 幅图片" if told.pictures else f"{pages} 页里没有一个字"
        found.append(findings.OFD_NO_TEXT.at(where="", what=what))
    by_reason: dict[str, list[tuple[int, int]]] = {}
    for (page, why), characters in told.hidden.items():
        by_reason.setdefault(why, []).append((page, len(characters)))
    for why, places in by_reason.items():
        count = sum(number for _, number in places)
        found.append(findings.OFD_HIDDEN_TEXT.at(pages=_name_pages([page for page, _ in places]), count=count, why=why))
    set_out = Counter("".join("".join(line.split()) for line in text.source))
    set_out.update("".join(text.duplicates.split()))
    set_out.update("".join("".join(characters) for characters in told.hidden.values()))
    missing, added = told.characters - set_out - told.placeholders, set_out - told.characters
    if missing or added:
        totals = {"found": told.characters.total(), "set_out": set_out.total()}
        found.append(findings.OFD_TEXT_INCOMPLETE.at(**totals))
    return found


def _name_pages(pages: list[int]) -> str:
    named = "、".join(map(str, sorted(set(pages))[:_PAGES_NAMED]))
    return f"{named} 等" if len(set(pages)) > _PAGES_NAMED else named
