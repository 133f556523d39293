"""Pages -> files below ``docs/``: only changed files are written, only generated ones removed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.errors import OutputError
from generator.model.catalog import ReportRecord
from generator.pages.front_matter import dump_front_matter
from generator.pages.originals import original_uri
from generator.pages.page import Page

GENERATED_FOLDERS: Final = (
    "reports",
    "agencies",
    "years",
    "themes",
    "indicators",
    "types",
    "compare",
    "coverage",
    "data",
)
_HOME: Final = "index.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as disclosed, to be offered on its report's page.

    Attributes:
        record: its report.
        path: where the file is now.
    """

    record: ReportRecord
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOutcome:
    """What was done; paths are ``/``-separated below ``docs/``, sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write_pages(pages: Iterable[Page], docs_dir: Path, *, originals: Iterable[Original] = ()) -> WriteOutcome:
    """Write pages and offered original files; remove generated files that are no longer produced.

    Touches ``docs/index.md`` and the folders of ``GENERATED_FOLDERS`` alone.

    Args:
        pages: read one at a time.
        docs_dir: the ``docs/`` folder.
        originals: files to offer; those of records with ``original.offered`` False are left out.

    Raises:
        OutputError: an address leads out of ``docs/``, two pages have one address, a symbolic link stands in the way,
            an original is not the file that was examined, or the disk refuses.
    """
    wanted: dict[str, bool] = {}
    try:
        _refuse_links(docs_dir)
        for place, content in _files(pages, originals):
            if place in wanted:
                message = f"两个页面的地址相同：{place}"
                raise OutputError(message)
            wanted[place] = _write(docs_dir, place, content)
        removed = _remove_others(docs_dir, wanted)
    except OSError as error:
        message = f"无法写入 {error.filename}：{error.strerror}"
        raise OutputError(message) from error
    written = tuple(sorted(place for place, changed in wanted.items() if changed))
    return WriteOutcome(written=written, removed=removed, unchanged=len(wanted) - len(written))


def _files(pages: Iterable[Page], originals: Iterable[Original]) -> Iterator[tuple[str, bytes]]:
    for page in pages:
        front_matter = dump_front_matter(page.front_matter)
        yield f"{page.uri}{_HOME}", f"{front_matter}\n{page.body}".encode()
    for original in originals:
        if original.record.original.offered:
            content = original.path.read_bytes()
            if hashlib.sha256(content).hexdigest() != original.record.original.sha256:
                message = f"原文件在生成过程中被改动，请重新生成：{original.path.name}"
                raise OutputError(message)
            yield original_uri(original.record), content


def _write(docs_dir: Path, place: str, content: bytes) -> bool:
    parts = place.split("/")
    if place != _HOME and (parts[0] not in GENERATED_FOLDERS or {"", ".", ".."} & set(parts) or "\\" in place):
        message = f"页面地址越出了生成目录：{place}"
        raise OutputError(message)
    path = docs_dir.joinpath(*parts)
    if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_bytes(content)
    unfinished.replace(path)
    return True


def _refuse_links(docs_dir: Path) -> None:
    """MkDocs follows symbolic links, and so would we: neither may lead out of ``docs/``."""
    for path in (docs_dir / _HOME, *_generated(docs_dir)):
        if path.is_symlink():
            message = f"生成目录中有符号链接，拒绝写入：{path.relative_to(docs_dir).as_posix()}"
            raise OutputError(message)


def _generated(docs_dir: Path) -> Iterator[Path]:
    """Everything in the generated folders, parents before what they hold; links are named and not entered."""
    for name in GENERATED_FOLDERS:
        top = docs_dir / name
        if top.is_symlink() or top.exists():
            yield top
        for folder, folders, files in os.walk(top):
            folders.sort()
            yield from (Path(folder) / each for each in sorted((*folders, *files)))


def _remove_others(docs_dir: Path, wanted: dict[str, bool]) -> tuple[str, ...]:
    removed = []
    for path in reversed(list(_generated(docs_dir))):
        place = path.relative_to(docs_dir).as_posix()
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif place not in wanted:
            path.unlink()
            removed.append(place)
    return tuple(sorted(removed))
