"""click in Chinese: headings of the help, and what is wrong with a command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from generator.cli.console import fail
from generator.errors import GongkaiError


class ChineseCommand(click.Command):
    """A command whose help is Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, the help option last."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """``[选项]`` and the arguments."""
        return [piece.replace("[OPTIONS]", "[选项]") for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, told in Chinese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示本说明。"
        return option


class ChineseGroup(ChineseCommand, click.Group):
    """The program: our own errors and misuse are one Chinese paragraph with exit code 2, and nothing of Python."""

    command_class = ChineseCommand

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """``[选项] 命令 …``."""
        del ctx
        return ["[选项]", "命令", "…"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        with formatter.section("命令"):
            formatter.write_dl([(name, command.get_short_help_str(60)) for name, command in self.commands.items()])
        super().format_options(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which one uses them."""
        del ctx
        return list(self.commands)

    def main(self, args: Sequence[str] | None = None, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - click's own signature
        """Run the program.

        Raises:
            SystemExit: with the command's exit code; 2 where nothing was done, 130 where it was interrupted.
        """
        options["standalone_mode"] = False
        try:
            code = super().main(args, *arguments, **options)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(2)
        except click.UsageError as error:
            fail(_explain(error))
            sys.exit(2)
        except click.ClickException as error:
            fail(error.format_message())
            sys.exit(2)
        except (click.Abort, KeyboardInterrupt):
            fail("已中断。")
            sys.exit(130)
        except GongkaiError as error:
            fail(str(error))
            sys.exit(2)
        sys.exit(code if isinstance(code, int) else 0)


def _explain(error: click.UsageError) -> str:
    """What is wrong with the command line, and where help is."""
    path = error.ctx.command_path if error.ctx is not None else "gongkai"
    hint = f"用 {path} --help 查看用法。"
    if isinstance(error, click.NoSuchOption):
        near = f"是否想写 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}。{near}{hint}"
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param is not None else ""
        return f"缺少 {name}。{hint}"
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"{_parameter(error)}不能用：{_wanted(error.param)}。{hint}"
    if "No such command" in error.message:
        return f"没有这个命令。{hint}"
    if "unexpected extra" in error.message:
        return f"多了参数。{hint}"
    return f"{error.message} {hint}"


def _parameter(error: click.BadParameter) -> str:
    param = error.param
    name = param.opts[0] if isinstance(param, click.Option) else (param.human_readable_name if param else "")
    return f"{name} 的值"


def _wanted(param: click.Parameter) -> str:
    if isinstance(param.type, click.Choice):
        return "可用的有 " + "、".join(str(choice) for choice in param.type.choices)
    if isinstance(param.type, click.Path):
        kinds = {(True, False): "文件", (False, True): "文件夹"}
        kind = kinds.get((param.type.file_okay, param.type.dir_okay), "文件或文件夹")
        return f"没有这个{kind}，或无权读取"
    if isinstance(param.type, click.IntRange):
        return f"应为 {param.type.min} 至 {param.type.max} 的整数"
    return "格式不对"
