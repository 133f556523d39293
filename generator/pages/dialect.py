"""The Markdown that our pages are written in: the extensions of ``mkdocs.yml``, and no others.

A test holds this list and the project's ``mkdocs.yml`` together. Anything that rewrites text (smart quotes,
snippets, footnotes, abbreviations …) is off: the official text is shown as it was disclosed.
"""

from __future__ import annotations

from typing import Final

import markdown

# ``toc``, ``tables`` and ``fenced_code`` are switched on by MkDocs itself.
MARKDOWN_EXTENSIONS: Final = ("toc", "tables", "fenced_code", "attr_list", "md_in_html")


def render_markdown(text: str) -> str:
    """Markdown -> HTML, as MkDocs will render it (its link rewriting aside: our pages write links as HTML)."""
    return markdown.Markdown(extensions=list(MARKDOWN_EXTENSIONS)).convert(text)
