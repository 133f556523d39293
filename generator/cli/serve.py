"""``gongkai serve``."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from generator.cli.build import print_summary
from generator.cli.chinese import ChineseCommand
from generator.cli.options import examples, project_option
from generator.errors import OutputError
from generator.pipeline.build import build_project


@click.command(cls=ChineseCommand, epilog=examples("gongkai serve", "gongkai serve --port 8080"))
@project_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="本机端口。")
def serve(project_dir: Path, port: int) -> None:
    """生成网站并在本机预览，按 Ctrl+C 结束。

    只在本机（127.0.0.1）可见，用来在发布前看一看。
    """
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
