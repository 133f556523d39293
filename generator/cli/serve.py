"""What ``gongkai serve`` does."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from generator.cli.build import print_summary
from generator.errors import OutputError
from generator.pipeline.build import build_project


def run_serve(project_dir: Path, port: int) -> None:
    """Build the site and show it on this machine until it is interrupted."""
    report = build_project(project_dir.resolve())
    print_summary(report)
    handler = partial(SimpleHTTPRequestHandler, directory=str(report.site_dir))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        message = f"端口 {port} 不能使用（{error.strerror}），请用 --port 换一个。"
        raise OutputError(message) from error
    click.echo(f"预览地址：http://127.0.0.1:{port}/ （按 Ctrl+C 结束）")
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("已结束。")
