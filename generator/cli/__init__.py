"""The command line ``gongkai``: build, inspect, check, serve, explain."""

from __future__ import annotations

import click

from generator import __version__
from generator.cli.chinese import ChineseGroup
from generator.cli.commands import COMMANDS
from generator.cli.options import examples

__all__ = ["main"]


@click.group(
    cls=ChineseGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "gongkai build                             生成网站到 site/",
        "gongkai inspect reports/某机关/某文件.txt    看看程序读懂了什么",
        "gongkai check                             只审查，不生成",
    )
    + "\n\n\b\n退出码：0 正常；1 有文件被暂缓（或 --strict 时有警告）；\n        2 什么也没做（用法或环境有误）。",
)
@click.version_option(__version__, prog_name="gongkai", message="%(prog)s %(version)s", help="显示版本。")
def main() -> None:
    """公开 gongkai：把主动公开的文件变成可检索、可核对的网站。

    把文件放进 reports/<机关>/，运行 gongkai build，网站就在 site/。
    """


for command in COMMANDS:
    main.add_command(command)
