"""``ReportRecord`` and official text -> Markdown pages under ``docs/``.

``render_official_text`` and ``official_characters`` serve the proof of a single report; ``compose_site`` and
``write_pages`` write the whole site's Markdown, one page at a time.
"""

from generator.pages.compose import compose_site
from generator.pages.official_text import render_official_text
from generator.pages.page import Page, SiteFacts
from generator.pages.read_back import official_characters, read_back, read_built_page
from generator.pages.write import Original, WriteOutcome, write_pages

__all__ = [
    "Original",
    "Page",
    "SiteFacts",
    "WriteOutcome",
    "compose_site",
    "official_characters",
    "read_back",
    "read_built_page",
    "render_official_text",
    "write_pages",
]
