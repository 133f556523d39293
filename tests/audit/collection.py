"""The site that is audited: the project's own reports and earlier years of each, served compressed as servers do."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tests.conftest import copy_project
from tests.earlier_years import add_earlier_years

ADDRESS = "https://example.gov.cn/zwgk/"
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


def build_collection(folder: Path) -> Path:
    """Build the site anew in a folder of its own; gives its ``site/``.

    The address that pages name as their own is set: search engines are told one, and a site on the net has one.
    """
    shutil.rmtree(folder, ignore_errors=True)
    copy_project(folder)
    add_earlier_years(folder, years=2)
    settings = folder / "mkdocs.yml"
    settings.write_text(f"site_url: {ADDRESS}\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "generator", "build", "-C", str(folder)], check=True, stdout=subprocess.DEVNULL
    )
    return folder / "site"


class _CompressingHandler(http.server.SimpleHTTPRequestHandler):
    """Static files, compressed where the browser takes it."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer with the compressed file and its length."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if path.suffix not in COMPRESSED or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(http.HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing: the report of the audits is no access log."""


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine while the block runs; gives the address, ending in ``/``."""
    handler = functools.partial(_CompressingHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
