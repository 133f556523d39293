"""One run of MkDocs, through its Python API, with everything pinned that could differ from run to run."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.exceptions import MkDocsException

from generator.errors import BuildError, ConfigurationError
from generator.publish.mkdocs_config import load_mkdocs_config
from generator.publish.plugin_index import NoPluginIndex

_LOGGER: Final = logging.getLogger("mkdocs")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOutcome:
    """A site that was built.

    Attributes:
        site_dir: where.
        pages: HTML files in it.
        warnings: what MkDocs warned of (never any with ``strict``).
    """

    site_dir: Path
    pages: int
    warnings: tuple[str, ...]


def build_site(
    project_dir: Path,
    site_dir: Path,
    *,
    source_date: int,
    strict: bool = True,
    on_message: Callable[[str], None] = lambda _: None,
) -> BuildOutcome:
    """Build the site from ``docs/``. The same files give the same bytes.

    Args:
        project_dir: holds ``mkdocs.yml`` and ``docs/``.
        site_dir: is emptied first, then written.
        source_date: seconds since 1970 that stand for the build's time (in ``sitemap.xml``), taken from the content.
        strict: a warning ends the build.
        on_message: told each warning, in MkDocs' own words.

    Raises:
        ConfigurationError: ``mkdocs.yml`` cannot be used.
        BuildError: MkDocs failed; the text names the page where MkDocs names it.
    """
    messages = _Messages(on_message)
    with _pinned_environment(source_date), _collected(messages):
        try:
            config = load_mkdocs_config(project_dir, site_dir, strict=strict)
        except MkDocsException as error:
            raise ConfigurationError(_explain("mkdocs.yml 无法使用：", messages, error)) from error
        config.plugins["gongkai/no-index"] = NoPluginIndex()
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except (MkDocsException, TemplateError, OSError, UnicodeError) as error:
            raise BuildError(_explain("MkDocs 未能生成网站：", messages, error)) from error
        finally:
            config.plugins.on_shutdown()
    pages = sum(1 for _ in site_dir.rglob("*.html"))
    return BuildOutcome(site_dir=site_dir, pages=pages, warnings=tuple(messages.warnings))


def _explain(what: str, messages: _Messages, error: BaseException) -> str:
    """What MkDocs logged before it gave up (it names the page or setting there), or the error's own text."""
    return "\n".join((what, *(f"  {line}" for line in messages.warnings or [str(error)])))


class _Messages(logging.Handler):
    """Keeps what MkDocs warns of, each line once."""

    def __init__(self, on_message: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []
        self._on_message = on_message

    def emit(self, record: logging.LogRecord) -> None:
        """Keep and pass on one message."""
        text = record.getMessage()
        if text not in self.warnings:
            self.warnings.append(text)
            self._on_message(text)


@contextmanager
def _pinned_environment(source_date: int) -> Iterator[None]:
    """MkDocs and Material read these from the environment; whatever was there before is put back."""
    wanted = {"SOURCE_DATE_EPOCH": str(source_date), "NO_MKDOCS_2_WARNING": "true"}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _collected(messages: _Messages) -> Iterator[None]:
    """Messages go to us alone, not to the terminal."""
    propagated = _LOGGER.propagate
    _LOGGER.addHandler(messages)
    _LOGGER.propagate = False
    try:
        yield
    finally:
        _LOGGER.removeHandler(messages)
        _LOGGER.propagate = propagated
