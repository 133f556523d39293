"""Material's search plugin: it stays for the dialog, and its own index stays empty."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


class NoPluginIndex(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings to type
    """Leaves every page out of the index that Material's plugin makes.

    Our own index answers.  Every reader would load the other one with every page, and to make it jieba would read its
    dictionary, the slowest step of a small build.
    """

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Mark the page as left out, which front matter could do too; the text stays as it is."""
        del config, files
        page.meta["search"] = {"exclude": True}
        return markdown
