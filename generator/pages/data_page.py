"""数据: what can be taken away, how large it is, what its fields mean, and how to use it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from generator.model.data_file import DataFile
from generator.pages import uris
from generator.pages.data_questions import QUESTIONS
from generator.pages.page import LIST_ONLY, Page, SiteFacts
from generator.pages.templating import render_template

DATA: Final = "data/"
# What stands for the address of a site that does not know its own yet.
_EXAMPLE_ADDRESS: Final = "https://www.example.gov.cn/"


def compose_data_page(files: Sequence[DataFile], feeds: Sequence[str], site: SiteFacts, site_url: str = "") -> Page:
    """The page that names every data file with its rows, its size and its schema.

    Args:
        files: at least one; a collection without reports has no such page.
        feeds: addresses of all feeds; only the site's own are named, others stand on their pages.
        site: facts of the site.
        site_url: its address, for the examples; without one they show an example's.
    """
    forms = {file.uri.rpartition(".")[2]: file for file in files}
    values = {
        "files": files,
        "has_figures": any(file.uri == "data/figures.csv" for file in files),
        "database": forms.get("sqlite"),
        "feeds": [uri for uri in ("feed.xml", "feed.json") if uri in feeds],
        "site": site,
        # In code blocks nothing is escaped by Markdown's reader; the address has no character that would need it.
        "base": Markup(_base(site_url)),  # noqa: S704
        "questions": [(one.title, Markup(one.sql)) for one in QUESTIONS],  # noqa: S704 - our own text
        "crumbs": (("首页", uris.HOME),),
    }
    body = render_template("data.md.jinja", DATA, values)
    return Page(uri=DATA, front_matter={"title": "数据", "search": LIST_ONLY["search"]}, body=body)


def _base(site_url: str) -> str:
    address = f"{site_url.rstrip('/')}/" if site_url else _EXAMPLE_ADDRESS
    return address if all(mark.isalnum() or mark in "-._~:/%" for mark in address) else _EXAMPLE_ADDRESS
