"""The shell of the project: locks, entries at the top, workflows, the Makefile and its browser script."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from browser import find_chromium, is_required

from generator.pages.write import GENERATED_FOLDERS

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.txt", "requirements-build.txt", "requirements-test.txt")
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TOP_ENTRIES = {
    *(".ci", ".editorconfig", ".gitattributes", ".github", ".gitignore", ".pre-commit-config.yaml"),
    *("ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md"),
    *("docs", "generator", "mkdocs.yml", "pyproject.toml", "reports", "tests"),
    *LOCKS,
}
FORBIDDEN_NAMES = {"utils", "helpers", "manager", "process", "handle"}


def committed_or_new() -> list[str]:
    """Paths that are or would be committed, as git sees them; skips where this is no work tree."""
    if not (ROOT / ".git").exists():
        pytest.skip("不是 git 工作区")
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return [path for path in listing.stdout.decode().split("\0") if path]


def requirement_blocks(text: str) -> list[str]:
    """Each locked package with its continuation lines."""
    lines = (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
    return [block for block in re.split(r"\n(?=\S)", "\n".join(lines)) if block]


@pytest.mark.parametrize("name", LOCKS)
def test_lock_pins_every_package_with_hashes(name: str) -> None:
    blocks = requirement_blocks((ROOT / name).read_text(encoding="utf-8"))
    assert blocks
    for block in blocks:
        assert re.match(r"^[a-z0-9][a-z0-9._-]*==[^\s;\\]+", block), block.splitlines()[0]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), block.splitlines()[0]


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_no_address_and_no_path(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links|--trusted-host|\bfile:/", text)
    assert not re.search(r"(?:^|[\s=])/(?:home|root|opt|tmp|work|usr)\b", text)


def test_requirement_blocks_sees_a_package_without_hash() -> None:
    blocks = requirement_blocks("a==1 \\\n    --hash=sha256:00\n    # via b\nb==2\n")
    assert [block.splitlines()[0] for block in blocks] == ["a==1 \\", "b==2"]
    assert "--hash" not in blocks[1]


def test_test_lock_contains_the_whole_site_lock() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^[a-z0-9][^\s\\]*==[^\s\\;]+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))

    assert pins("requirements.txt") <= pins("requirements-test.txt")


def test_build_tools_are_locked_as_pyproject_names_them() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    locked = (ROOT / "requirements-build.txt").read_text(encoding="utf-8")
    assert wanted
    assert all(re.search(rf"^{re.escape(pin)} ", locked, re.MULTILINE) for pin in wanted)


def test_top_level_entries_are_the_known_ones() -> None:
    assert {path.split("/")[0] for path in committed_or_new()} <= TOP_ENTRIES


def test_no_generated_or_vaguely_named_file_is_committed() -> None:
    for path in committed_or_new():
        parts = path.split("/")
        assert not {"__pycache__", "site-packages", ".venv"} & set(parts), path
        if path.startswith("generator/"):
            assert Path(path).stem not in FORBIDDEN_NAMES, path


def test_licence_is_mit_as_pyproject_says() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert 'license = "MIT"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_ci_runs_what_people_run() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    commands = [line for line in script.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert commands == ["set -euo pipefail", 'cd "$(dirname "${BASH_SOURCE[0]}")/.."', "exec make test"]


def test_pre_commit_calls_make_and_fetches_nothing() -> None:
    repositories = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [repository["repo"] for repository in repositories] == ["local"]
    assert all(hook["entry"].startswith("make ") for hook in repositories[0]["hooks"])


def steps(workflow: Path) -> list[dict[str, object]]:
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def test_both_workflows_exist() -> None:
    assert [workflow.name for workflow in WORKFLOWS] == ["check.yml", "publish.yml"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_pins_every_action(workflow: Path) -> None:
    used = [line for line in workflow.read_text(encoding="utf-8").splitlines() if re.match(r"^\s*(?:- )?uses:", line)]
    assert len(used) == sum("uses" in step for step in steps(workflow)) > 0
    for line in used:
        assert re.search(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+$", line), line


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_runs_nothing_that_a_stranger_wrote(workflow: Path) -> None:
    content = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert "pull_request_target" not in workflow.read_text(encoding="utf-8")
    assert content["permissions"] == {}
    for step in steps(workflow):
        assert "${{" not in str(step.get("run", "")), step
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
    for name, job in content["jobs"].items():
        writes = {scope for scope, right in job["permissions"].items() if right == "write"}
        assert writes == ({"pages", "id-token"} if name == "deploy" else set())


def test_workflows_warn_that_a_public_repository_is_public() -> None:
    for workflow in WORKFLOWS:
        assert "公开仓库" in workflow.read_text(encoding="utf-8")


def test_templates_of_issues_are_forms() -> None:
    for name in ("correction", "problem", "new-agency"):
        form = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text(encoding="utf-8"))
        identifiers = [part["id"] for part in form["body"] if part["type"] != "markdown"]
        assert form["name"]
        assert form["description"]
        assert len(identifiers) == len(set(identifiers)) > 0


# --- Makefile ---------------------------------------------------------------------------------------------------


def make(*arguments: str, folder: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=folder,
        env={**inherited, **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_make_alone_lists_every_target_with_a_sentence() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.search(r"^\.PHONY: (.+)$", text, re.MULTILINE).group(1).split())
    listed = dict(re.findall(r"^  make (\S+) +(\S.*)$", make().stdout, re.MULTILINE))
    assert set(listed) == phony
    assert all(re.search("[一-鿿]", sentence) for sentence in listed.values())


@pytest.mark.parametrize(
    ("target", "last"), [("site", "gongkai build"), ("test", "-m pytest"), ("check", "gongkai check")]
)
def test_make_sets_up_before_it_runs(target: str, last: str, tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml", *LOCKS):
        shutil.copy2(ROOT / name, tmp_path)
    planned = make("-n", target, folder=tmp_path)
    assert planned.returncode == 0, planned.stderr
    commands = [line for line in planned.stdout.splitlines() if line.strip()]
    assert any("-m venv" in line for line in commands)
    installs = [line for line in commands if "install" in line and "-r requirements" in line]
    assert installs
    assert all("--require-hashes" in line for line in installs)
    assert last in commands[-1]


def test_make_says_in_chinese_that_python_is_too_old(tmp_path: Path) -> None:
    shutil.copy2(ROOT / "Makefile", tmp_path)
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "sh").symlink_to("/bin/sh")
    for name in ("python3", "python3.11"):
        (programs / name).write_text("#!/bin/sh\nexit 1\n")
        (programs / name).chmod(0o755)
    maker = shutil.which("make")
    done = subprocess.run(
        [str(maker), ".venv/bin/python"],
        cwd=tmp_path,
        env={"PATH": str(programs)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode != 0
    assert "没有找到 Python 3.11" in done.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize(
    ("code", "allowed", "succeeds"), [(0, "", True), (1, "", False), (1, "1", True), (2, "1", False)]
)
def test_held_reports_fail_make_site_unless_allowed(code: int, allowed: str, succeeds: bool, tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml", *LOCKS):
        shutil.copy2(ROOT / name, tmp_path)
    programs = tmp_path / ".venv/bin"
    programs.mkdir(parents=True)
    for name in ("python", "gongkai"):
        (programs / name).write_text(f"#!/bin/sh\nexit {code}\n")
        (programs / name).chmod(0o755)
    (tmp_path / ".venv/.ready-site").touch()
    done = make("site", f"ALLOW_HELD={allowed}", folder=tmp_path)
    assert (done.returncode == 0) is succeeds, done.stdout + done.stderr


# --- .ci/changed-reports -----------------------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A small repository with two commits, and a stand-in for the command that writes down how it was called."""
    folder = tmp_path / "repository"
    (folder / ".ci").mkdir(parents=True)
    shutil.copy2(ROOT / ".ci/changed-reports", folder / ".ci")
    (folder / "reports/a").mkdir(parents=True)
    (folder / "reports/b").mkdir()
    (folder / "generator").mkdir()
    (folder / "generator/rule.py").write_text("")
    (folder / "reports/a/old.txt").write_text("旧")
    stand_in = folder / "stand-in"
    stand_in.write_text('#!/bin/sh\nprintf "%s|" "$@" >> calls\necho >> calls\necho "<暂缓> & 1"\nexit ${CODE:-0}\n')
    stand_in.chmod(0o755)
    git(folder, "init", "-q")
    commit(folder)
    return folder


def git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A", ":!calls", ":!summary")
    git(folder, "commit", "-qm", "x")


def review(folder: Path, base: str = "HEAD~1", code: int = 0) -> tuple[int, list[str], str]:
    environment = {
        **os.environ,
        "GONGKAI": "./stand-in",
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "CODE": str(code),
    }
    done = subprocess.run(
        [".ci/changed-reports", base, "HEAD"], cwd=folder, env=environment, capture_output=True, check=False
    )
    calls = (folder / "calls").read_text(encoding="utf-8").splitlines() if (folder / "calls").exists() else []
    return done.returncode, calls, (folder / "summary").read_text(encoding="utf-8")


def test_changed_reports_checks_only_what_changed(repository: Path) -> None:
    name = "$(touch pwned) `touch pwned` ; 报告.txt"
    (repository / "reports/b" / name).write_text("新")
    (repository / "reports/a/old.txt").unlink()
    commit(repository)
    code, calls, summary = review(repository)
    assert code == 0
    assert calls == [f"check|--format|{form}|--|reports/b/{name}|" for form in ("github", "text")]
    assert not (repository / "pwned").exists()
    assert "没有文件被暂缓" in summary
    assert "&lt;暂缓&gt; &amp; 1" in summary


def test_changed_reports_takes_the_folder_for_its_records(repository: Path) -> None:
    (repository / "reports/b/agency.yml").write_text("name: x\n")
    commit(repository)
    assert review(repository)[1][-1] == "check|--format|text|--|reports/b|"


@pytest.mark.parametrize(("code", "sentence"), [(1, "有文件被暂缓"), (2, "未能完成审查")])
def test_changed_reports_ends_as_the_check_ends(repository: Path, code: int, sentence: str) -> None:
    (repository / "reports/b/new.txt").write_text("新")
    commit(repository)
    ended, _, summary = review(repository, code=code)
    assert ended == code
    assert sentence in summary


def test_changed_reports_checks_all_after_a_change_of_rules(repository: Path) -> None:
    (repository / "generator/rule.py").write_text("# changed")
    commit(repository)
    assert review(repository)[1][-1] == "check|--format|text|--|reports|"


@pytest.mark.parametrize("base", ["", "0" * 40])
def test_changed_reports_checks_all_without_a_beginning(repository: Path, base: str) -> None:
    assert review(repository, base=base)[1][-1] == "check|--format|text|--|reports|"


def test_changed_reports_says_that_no_report_changed(repository: Path) -> None:
    (repository / "note.md").write_text("x")
    commit(repository)
    code, calls, summary = review(repository)
    assert (code, calls) == (0, [])
    assert "没有新增或修改报告" in summary


# --- browser.py --------------------------------------------------------------------------------------------------


def test_browser_is_found_by_name_or_by_variable(tmp_path: Path) -> None:
    program = tmp_path / "chromium-browser"
    assert find_chromium({"PATH": str(tmp_path)}) is None
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert find_chromium({"PATH": str(tmp_path)}) == str(program)
    assert find_chromium({"PATH": "", "CHROMIUM": str(program)}) == str(program)
    assert find_chromium({"PATH": str(tmp_path), "CHROMIUM": str(tmp_path / "none")}) is None


@pytest.mark.parametrize(
    ("value", "required"), [("true", True), ("1", True), ("", False), ("false", False), ("0", False)]
)
def test_browser_is_required_under_ci_only(value: str, required: bool) -> None:
    assert is_required({"CI": value}) is required
    assert is_required({}) is False


@pytest.mark.parametrize(("ci", "outcome", "code"), [("", "skipped", 0), ("true", "error", 1)])
def test_browser_tests_without_browser_are_named_or_fail(ci: str, outcome: str, code: int, tmp_path: Path) -> None:
    for name in ("conftest.py", "browser.py", "earlier_years.py"):
        shutil.copy2(ROOT / "tests" / name, tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = browser\naddopts = -ra\n")
    (tmp_path / "test_page.py").write_text("import pytest\n@pytest.mark.browser\ndef test_reader_sees_it(): pass\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "CI": ci, "CHROMIUM": str(tmp_path / "none"), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stdout
    assert f"1 {outcome}" in done.stdout
    assert "test_reader_sees_it" in done.stdout


# --- generated folders --------------------------------------------------------------------------------------------


def test_every_generated_folder_is_ignored_by_git_and_removed_by_clean() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    cleaned = makefile[makefile.index("\nclean:") :].split()
    for folder in GENERATED_FOLDERS:
        assert f"/docs/{folder}/" in ignored
        assert f"docs/{folder}" in cleaned


def test_no_text_holds_marks_of_an_unfinished_merge() -> None:
    """A style sheet with such marks still loads: it only loses the rules around them, which nobody sees on a screen."""
    marks = re.compile(rb"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
    held = [path for path in committed_or_new() if (ROOT / path).is_file() and marks.search((ROOT / path).read_bytes())]
    assert held == []
