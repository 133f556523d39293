"""What several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def project_option(command: Command) -> Command:
    """``-C DIR`` on every command that works on a project folder."""
    return click.option(
        "-C",
        "project_dir",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        default=Path(),
        help="项目文件夹（含 mkdocs.yml、docs/、reports/），默认为当前文件夹。",
    )(command)


def examples(*lines: str) -> str:
    """The example part of a command's help."""
    return "\b\n示例：\n" + "\n".join(f"  {line}" for line in lines)
