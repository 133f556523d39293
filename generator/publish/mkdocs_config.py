"""``mkdocs.yml`` as this build uses it: our theme where the collection has none, no nav entry without a page."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.errors import ConfigurationError


def load_mkdocs_config(project_dir: Path, site_dir: Path, *, strict: bool) -> MkDocsConfig:
    """Read the collection's ``mkdocs.yml``.

    Args:
        project_dir: holds ``mkdocs.yml`` and ``docs/``.
        site_dir: where the site is to be built.
        strict: a warning of MkDocs ends the build.

    Raises:
        ConfigurationError: the file is missing or is no YAML.
        MkDocsException: MkDocs refuses a setting; it has logged which.
    """
    path = project_dir / "mkdocs.yml"
    settings: dict[str, Any] = {"site_dir": str(site_dir.absolute()), "strict": strict}
    try:
        theme = _theme_with_folder(path)
        if theme is not None:
            settings["theme"] = theme
        config = load_config(str(path.absolute()), **settings)
    except FileNotFoundError as error:
        message = f"没有找到 {path.name}，请在文件集的文件夹中运行，或用 -C 指明：{project_dir}"
        raise ConfigurationError(message) from error
    except (yaml.YAMLError, OSError) as error:
        message = f"mkdocs.yml 无法使用：{error}"
        raise ConfigurationError(message) from error
    config.nav = _existing_entries(config.nav, Path(config.docs_dir))
    return config


def _theme_with_folder(path: Path) -> dict[str, Any] | None:
    """The ``theme`` setting with the packaged ``custom_dir`` where the named one is not there; None: leave it."""
    with path.open("rb") as file:
        written = yaml_load(file, get_yaml_loader()) or {}
    theme = written.get("theme") if isinstance(written, dict) else None
    if not isinstance(theme, dict) or not theme.get("custom_dir"):
        return None
    if (path.parent / str(theme["custom_dir"])).is_dir():
        return None
    return {**theme, "custom_dir": str(resources.files("generator") / "theme")}


def _existing_entries(nav: object, docs_dir: Path) -> object:
    """The nav less the pages that this collection does not have (no themes yet, no hand-written guide)."""
    if not isinstance(nav, list):
        return nav
    kept = []
    for entry in nav:
        title, target = next(iter(entry.items())) if isinstance(entry, dict) and entry else ("", entry)
        if isinstance(target, list):
            below = _existing_entries(target, docs_dir)
            kept += [{title: below}] if below else []
        elif not str(target).endswith(".md") or (docs_dir / str(target)).is_file():
            kept.append(entry)
    return kept
