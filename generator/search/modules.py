"""The reading side, published beside the index: ``search/gongkai-search.js`` and the modules that it imports."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Final

from generator.search.folder import Folder

_PLACE: Final = ("theme", "assets", "javascripts", "search")


def write_modules(target_dir: Path) -> tuple[str, ...]:
    """Copy the modules without the comments inside them, a third of their bytes; each keeps the one at its head.

    Args:
        target_dir: ``search/`` of the site.

    Returns:
        Their names.

    Raises:
        OutputError: the disk refuses.
    """
    folder = resources.files("generator").joinpath(*_PLACE)
    sources = sorted((each for each in folder.iterdir() if each.name.endswith(".js")), key=lambda each: each.name)
    with Folder(target_dir) as target:
        for source in sources:
            target.write(source.name, without_comments(source.read_text(encoding="utf-8")).encode())
        target.close()
    return tuple(source.name for source in sources)


def without_comments(source: str) -> str:
    """A module without the comments that have lines of their own, but for the first; code lines stay as they are."""
    kept: list[str] = []
    seen = 0
    is_inside = False
    for line in source.splitlines():
        bare = line.strip()
        if bare.startswith("/**") and not is_inside:
            is_inside = True
            seen += 1
        is_comment = is_inside and ("*/" not in bare or bare.endswith("*/"))
        if seen == 1 or not (is_comment or bare.startswith("//")):
            kept.append(line)
        if is_inside and "*/" in bare:
            is_inside = False
            seen = max(seen, 2)
    return "\n".join(kept) + "\n"
