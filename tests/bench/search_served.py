"""A static web server in a process of its own that counts what it sends: no compression, as a plain static host."""

from __future__ import annotations

import http.client
import json
import mimetypes
import subprocess
import sys
import threading
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import ClassVar
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parents[2]
BLANK = "/-/blank.html"
COUNTED = "/-/counted"
_BLANK_PAGE = b'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:,"><title>-</title>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a server has sent since it was last asked.

    Attributes:
        requests: answered.
        size: bytes of the files.
        with_heads: bytes, heads of the answers included.
    """

    requests: int
    size: int
    with_heads: int


class Served:
    """A folder on the loopback address, for the length of a ``with`` block.

    Args:
        folder: whose files are served.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Served:
        self._running = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.search_served", self._folder.resolve()],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._running.stdout is not None
        self.port = int(self._running.stdout.readline())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._running.terminate()
        self._running.wait()

    @property
    def address(self) -> str:
        """Of the folder, ending in ``/``."""
        return f"http://127.0.0.1:{self.port}/"

    def taken(self) -> Moved:
        """What was sent since the last call, this one and the blank page not counted."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", COUNTED)
        told = json.loads(connection.getresponse().read())
        connection.close()
        return Moved(**told)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    folder: Path
    lock = threading.Lock()
    counted: ClassVar[dict[str, int]] = {"requests": 0, "size": 0, "with_heads": 0}

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == BLANK:
            self._answer(_BLANK_PAGE, "text/html; charset=utf-8")
        elif path == COUNTED:
            with self.lock:
                content = json.dumps(self.counted).encode()
                self.counted.update(requests=0, size=0, with_heads=0)
            self._answer(content, "application/json")
        else:
            self._file(self.folder / path.lstrip("/"))

    def _file(self, path: Path) -> None:
        path = path / "index.html" if path.is_dir() else path
        if not path.resolve().is_relative_to(self.folder) or not path.is_file():
            self._answer(b"", "text/plain", HTTPStatus.NOT_FOUND)
            return
        kind = "text/javascript" if path.suffix in {".js", ".mjs"} else mimetypes.guess_type(path.name)[0]
        self._answer(path.read_bytes(), kind or "application/octet-stream", is_counted=True)

    def _answer(
        self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, *, is_counted: bool = False
    ) -> None:
        head = (
            f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        if is_counted:
            # Before it is sent: who has received it may ask for the count at once.
            with self.lock:
                self.counted["requests"] += 1
                self.counted["size"] += len(content)
                self.counted["with_heads"] += len(head) + len(content)
        # In one piece: a head on its own would wait for the other side.
        self.wfile.write(head.encode() + content)

    def log_message(self, *arguments: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


def main(folder: str) -> None:
    """Serve a folder until ended; prints the port."""
    _Handler.folder = Path(folder)
    server = _Server(("127.0.0.1", 0), _Handler)
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1])
