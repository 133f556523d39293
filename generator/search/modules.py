"""Our scripts as they are published: each with the modules that it imports, in one file without comments."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Final

from generator.search.folder import Folder
from generator.search.script_join import joined

_PLACE: Final = ("theme", "assets", "javascripts")
_SITE_PLACE: Final = "assets/javascripts"
# What anyone may import, and what that one loads when a search is to be filtered.
_SEARCH: Final = ("gongkai-search.js", "facets.js")
# Each is loaded by pages or by the worker of the search dialog; what they import is joined to them.
_SCRIPTS: Final = (
    "compare.js",
    "display.js",
    "gongkai.js",
    "highlight.js",
    "report.js",
    "search-dialog.js",
    "search-page.js",
    "search-worker.js",
)


def write_scripts(site_dir: Path) -> None:
    """Put the joined scripts in the place of those that MkDocs copied, and the search modules beside the index.

    Args:
        site_dir: the site; ``search/`` gets what reads the index.

    Raises:
        OutputError: the disk refuses.
    """
    with Folder(site_dir / _SITE_PLACE) as target:
        for name in _SCRIPTS:
            target.write(name, joined(name, _read).encode())
        target.close()
    write_search_modules(site_dir / "search")


def write_search_modules(target_dir: Path) -> tuple[str, ...]:
    """Write the reading side of the search, which anyone may import.

    Args:
        target_dir: ``search/`` of the site.

    Returns:
        Its names, that of the module to import first.

    Raises:
        OutputError: the disk refuses.
    """
    with Folder(target_dir) as target:
        for name in _SEARCH:
            target.write(name, joined(f"search/{name}", _read).encode())
        target.close()
    return _SEARCH


def _read(path: str) -> str:
    return resources.files("generator").joinpath(*_PLACE, *path.split("/")).read_text(encoding="utf-8")
