"""What the documents say is true: every command in them runs, and every command, option and code is in them."""

from __future__ import annotations

import importlib
import pkgutil
import re
import shlex
import subprocess
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
import yaml

import generator
from generator.model.diagnostics import DiagnosticKind
from generator.readers import DEFAULT_LIMITS, Limits
from generator.settings import load_settings

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md")
COMMANDS = ("build", "inspect", "check", "serve", "explain")

Gongkai = Callable[..., subprocess.CompletedProcess[str]]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def fenced(name: str, language: str) -> list[str]:
    """The blocks of one language, without the indent that they have inside a list."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", text_of(name), re.MULTILINE | re.DOTALL)
    return ["\n".join(line.removeprefix(indent) for line in block.splitlines()) for indent, block in found]


def shell_commands() -> list[tuple[str, str]]:
    lines = ((name, line.strip()) for name in DOCUMENTS for block in fenced(name, "sh") for line in block.splitlines())
    return sorted({(name, line) for name, line in lines if line and not line.startswith("#")})


def inline_commands() -> list[tuple[str, str]]:
    """`make x` and `gongkai x` inside sentences."""
    return sorted(
        {(name, found) for name in DOCUMENTS for found in re.findall(r"`((?:make|gongkai) [^`…<]+)`", text_of(name))}
    )


@cache
def kinds() -> tuple[DiagnosticKind, ...]:
    """All kinds of findings that any module of the package defines."""
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(generator.__path__, "generator.")
        if "findings" in found.name.rsplit(".", 1)[-1]
    ]
    values = {id(value): value for module in modules for value in vars(module).values()}
    return tuple(value for value in values.values() if isinstance(value, DiagnosticKind))


@cache
def help_text(gongkai: Gongkai, *command: str) -> str:
    """What a command says of itself, asked once: each asking starts a process."""
    done = gongkai(*command, "--help")
    assert done.returncode == 0, done.stderr
    return done.stdout


# --- commands in the documents are right -------------------------------------------------------------------------


def test_documents_show_commands_at_all() -> None:
    shown = [line for _, line in shell_commands()]
    assert "make site" in shown
    assert sum("gongkai" in line for line in shown) >= len(COMMANDS)


@pytest.mark.parametrize(("name", "line"), shell_commands(), ids=str)
def test_command_block_runs(
    name: str, line: str, gongkai: Gongkai, called: Gongkai, project: Path, built_project: Path
) -> None:
    words = shlex.split(line)
    program, arguments = Path(words[0]).name, words[1:]
    if program == "make":
        assert_make_knows(arguments)
    elif program == "gongkai":
        assert words[0] == ".venv/bin/gongkai", "读者照抄的命令要写明 .venv/bin/"
        assert arguments[0] in (*COMMANDS, "--help")
        if arguments == ["build"]:
            assert (built_project / "site/index.html").exists()
            return
        arguments = [str(project / word) if word.startswith("reports") else word for word in arguments]
        placed = [arguments[0], "-C", project, *arguments[1:]] if arguments[0] in COMMANDS else arguments
        # What reads files loads a great deal first, in a process of its own; other tests show that it does so.
        done = (called if arguments[0] in ("check", "inspect") else gongkai)(*placed)
        # --strict asks to fail on warnings, and the real reports have some.
        assert done.returncode in ((0, 1) if "--strict" in arguments else (0,)), done.stdout + done.stderr
        assert done.stdout.strip()
    elif program == "python":
        assert words[:3] == [".venv/bin/python", "-m", "pytest"]
        assert all((ROOT / word).exists() for word in words[3:])
    else:
        pytest.fail(f"{name} 里有无法核对的命令：{line}")


@pytest.mark.parametrize(("name", "line"), inline_commands(), ids=str)
def test_command_in_a_sentence_exists(name: str, line: str) -> None:
    program, *arguments = shlex.split(line)
    if program == "make":
        assert_make_knows(arguments)
    else:
        assert arguments[0] in (*COMMANDS, "--help"), f"{name}：{line}"


def assert_make_knows(arguments: list[str]) -> None:
    targets = re.search(r"^\.PHONY: (.+)$", text_of("Makefile"), re.MULTILINE)
    assert targets
    named = [word for word in arguments if "=" not in word]
    assert set(named) <= set(targets.group(1).split())
    for variable in (word.split("=")[0] for word in arguments if "=" in word):
        assert f"$({variable})" in text_of("Makefile")


def test_every_file_that_a_document_links_to_exists() -> None:
    for name in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)\)", text_of(name)):
            assert (ROOT / target).exists(), f"{name} → {target}"
        for target in re.findall(r"`((?:generator|tests|reports|\.github|\.ci)/[\w./-]+)`", text_of(name)):
            assert (ROOT / target).exists(), f"{name} → {target}"


def test_every_section_that_a_document_links_to_exists() -> None:
    for name in DOCUMENTS:
        headings = re.findall(r"^#+ (.+)$", text_of(name), re.MULTILINE)
        anchors = {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}
        for target in re.findall(r"\]\(#([^)]+)\)", text_of(name)):
            assert target in anchors, f"{name} → #{target}"


# --- files shown in the documents are right ----------------------------------------------------------------------


SETTINGS_EXAMPLE = "# mkdocs.yml"


def settings_examples() -> list[dict[str, object]]:
    blocks = (block for block in fenced("README.md", "yaml") if block.startswith(SETTINGS_EXAMPLE))
    return [yaml.safe_load(block)["extra"]["gongkai"] for block in blocks]


def test_every_settings_example_is_accepted(project: Path) -> None:
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    assert len(settings_examples()) == 2
    for example in settings_examples():
        settings["extra"]["gongkai"] = example
        (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
        assert load_settings(project).notes == ()


def test_the_limits_shown_are_those_that_hold(project: Path) -> None:
    (shown,) = (example["limits"] for example in settings_examples() if "limits" in example)
    assert set(shown) == {field.name for field in fields(Limits)}
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[0])
    settings["extra"]["gongkai"]["limits"] = shown
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    assert load_settings(project).limits == DEFAULT_LIMITS


def yaml_examples() -> list[tuple[str, str]]:
    """Each YAML block and the path that its first line names."""
    examples = []
    for block in fenced("README.md", "yaml"):
        if block.startswith(SETTINGS_EXAMPLE):
            continue
        place = re.match(r"# (reports/\S+\.yml)\n", block)
        assert place, f"示例第一行应写明文件：{block.splitlines()[0]}"
        examples.append((place.group(1), block))
    return examples


@pytest.mark.parametrize(("place", "block"), yaml_examples(), ids=lambda value: str(value).splitlines()[0])
def test_example_file_is_accepted(place: str, block: str, called: Gongkai, project: Path) -> None:
    (project / place).write_text(block + "\n", encoding="utf-8")
    done = called("check", "-C", project, (project / place).parent)
    assert done.returncode == 0, done.stdout + done.stderr


def test_example_file_with_a_slip_is_refused(called: Gongkai, project: Path) -> None:
    place, block = yaml_examples()[0]
    (project / place).write_text(block.replace("name:", "nane:") + "\n", encoding="utf-8")
    assert called("check", "-C", project, (project / place).parent).returncode == 1


def test_codes_in_examples_are_real() -> None:
    allowed = [
        code for _, block in yaml_examples() for code in yaml.safe_load(block).get("review", {}).get("allow", [])
    ]
    assert allowed
    assert set(allowed) <= {kind.code for kind in kinds()}


# --- nothing is left out -----------------------------------------------------------------------------------------


def test_help_names_every_command(gongkai: Gongkai) -> None:
    shown = help_text(gongkai)
    assert all(re.search(rf"^\W*{command}\b", shown, re.MULTILINE) for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_in_both_halves_of_the_readme(command: str, gongkai: Gongkai) -> None:
    chinese, english = text_of("README.md").split("\n## English\n")
    options = set(re.findall(r"(?<![\w-])--?[A-Za-z][a-z-]*", help_text(gongkai, command))) - {"-h"}
    assert "--help" in options
    for half in (chinese, english):
        missing = {option for option in options if not re.search(rf"(?<![\w-]){option}(?![\w-])", half)}
        assert not missing


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str, gongkai: Gongkai) -> None:
    assert re.search(rf"gongkai {command}\b(?! \[OPTIONS\])", help_text(gongkai, command))


def test_readme_tells_exit_codes_in_both_halves() -> None:
    chinese, english = text_of("README.md").split("\n## English\n")
    for code in "012":
        assert re.search(rf"^\| {code} \|", chinese, re.MULTILINE)
    assert re.search(r"Exit codes: 0 .* 1 .* 2 ", english)


def test_codes_are_unique_and_kebab_case() -> None:
    codes = [kind.code for kind in kinds()]
    assert codes
    assert sorted(codes) == sorted(set(codes))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)


def test_explain_lists_every_code(gongkai: Gongkai) -> None:
    done = gongkai("explain")
    assert done.returncode == 0, done.stderr
    listed = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+|[a-z0-9]{4,}", done.stdout))
    assert {kind.code for kind in kinds()} <= listed


def test_explain_tells_explanation_and_remedy(gongkai: Gongkai) -> None:
    kind = kinds()[0]
    shown = re.sub(r"[\s│]", "", gongkai("explain", kind.code).stdout)
    for sentence in (kind.explanation, kind.remedy):
        assert re.sub(r"\s", "", sentence) in shown


def test_explain_does_not_know_what_does_not_exist(gongkai: Gongkai) -> None:
    assert gongkai("explain", "no-such-code").returncode == 2


def test_every_sidecar_key_is_in_both_halves_of_the_readme() -> None:
    from generator.taxonomy import sidecar

    fields = set(sidecar.Sidecar.__dataclass_fields__)
    for half in text_of("README.md").split("\n## English\n"):
        assert {name for name in fields if f"`{name}`" not in half} == set()
