"""The five commands as their user sees them: options, arguments, help.

The work stands in a module a command, which is imported only when that command runs: the help, the version, an
explanation or a slip in the options need none of the libraries that read files and build the site.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.options import examples, project_option


@click.command(
    cls=ChineseCommand, epilog=examples("gongkai build", "gongkai build -C ../另一套文件", "gongkai build --strict")
)
@project_option
@click.option("--strict", is_flag=True, help="有任何警告也以退出码 1 结束（网站照常生成）。")
def build(project_dir: Path, *, strict: bool) -> None:
    """生成整个网站到 site/。

    逐份读取 reports/ 里的文件，核对转换结果与原文一字不差，审查能否发布，再生成网站。
    被暂缓的文件不会出现在网站的任何地方，其余照常发布。
    """
    from generator.cli.build import run_build

    run_build(project_dir, strict=strict)


@click.command(
    cls=ChineseCommand,
    epilog=examples(
        "gongkai inspect reports/某机关/2021-law-based-government.txt",
        "gongkai inspect ~/下载/报告.txt --format json",
    ),
)
@project_option
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="text 给人看，json 给程序用。"
)
def inspect(project_dir: Path, file: Path, form: str) -> None:
    """看程序从一份文件里读懂了什么；不写任何文件。

    FILE 可以在 reports/ 里，也可以在任何地方。json 的格式见 generator/data/inspect.schema.json。
    """
    from generator.cli.inspect import run_inspect

    run_inspect(project_dir, file, form)


@click.command(
    cls=ChineseCommand,
    epilog=examples(
        "gongkai check",
        "gongkai check reports/某机关",
        "gongkai check --format json > 审查结果.json",
        "gongkai check --strict",
    ),
)
@project_option
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="输出格式：text 给人看，json 给程序用，github 在代码平台的改动旁显示。",
)
@click.option("--strict", is_flag=True, help="有任何警告也以退出码 1 结束。")
def check(project_dir: Path, paths: tuple[Path, ...], form: str, *, strict: bool) -> None:
    """审查文件能否发布，并列出文件中的问题；不生成网站。

    PATH 是文件或文件夹，省略时审查 reports/ 里的全部文件。
    """
    from generator.cli.check import run_check

    run_check(project_dir, paths, form, strict=strict)


@click.command(cls=ChineseCommand, epilog=examples("gongkai serve", "gongkai serve --port 8080"))
@project_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="本机端口。")
def serve(project_dir: Path, port: int) -> None:
    """生成网站并在本机预览，按 Ctrl+C 结束。

    只在本机（127.0.0.1）可见，用来在发布前看一看。
    """
    from generator.cli.serve import run_serve

    run_serve(project_dir, port)


@click.command(cls=ChineseCommand, epilog=examples("gongkai explain", "gongkai explain numbering-gap"))
@project_option
@click.argument("code", required=False)
def explain(project_dir: Path, code: str | None) -> None:
    """解释审查结果里的代码：看什么、凭什么、怎么办。

    CODE 是审查结果末尾括号里的代码；省略时列出全部代码。
    """
    from generator.cli.explain import run_explain

    del project_dir  # accepted as everywhere; the findings are the same in every project
    run_explain(code)


COMMANDS = (build, inspect, check, serve, explain)
