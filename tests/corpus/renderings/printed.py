"""PDFs: printed by Chromium as a clerk prints a page, and by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from tests.corpus.renderings.web_pages import print_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_PAGE_NUMBER = '<div style="font-size:14px;width:100%;text-align:center">— <span class="pageNumber"></span> —</div>'


def chromium_pdf(name: str, chromium: Browser) -> bytes:
    """Print a report on A4 with page numbers below (GB/T 9704-2012 7.5)."""
    context = chromium.new_context()
    try:
        page = context.new_page()
        page.set_content(print_page(name), wait_until="load")
        return page.pdf(
            prefer_css_page_size=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=_PAGE_NUMBER,
        )
    finally:
        context.close()


def find_office() -> str | None:
    """LibreOffice's program, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def office_pdf(word: bytes, folder: Path) -> bytes:
    """Let LibreOffice print a Word file."""
    office = find_office()
    assert office is not None
    source = folder / "report.docx"
    source.write_bytes(word)
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "report.pdf").read_bytes()
