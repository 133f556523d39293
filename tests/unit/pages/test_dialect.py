"""The Markdown that proofs are made with is the Markdown that MkDocs will render."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config

from generator.pages.dialect import MARKDOWN_EXTENSIONS

ROOT = Path(__file__).parents[3]


def test_extensions_are_those_of_mkdocs_yml():
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(ROOT / "docs"))
    assert sorted(config.markdown_extensions) == sorted(MARKDOWN_EXTENSIONS)
    assert config.mdx_configs["toc"]["permalink"] is False
