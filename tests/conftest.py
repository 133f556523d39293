"""Shared fixtures: the project, a built copy of it, a local web server and a browser."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, chdir
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from filelock import FileLock
from hypothesis import settings

from generator.cli import main
from generator.pages.write import GENERATED_FOLDERS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

sys.path.insert(0, str(Path(__file__).parent))  # modules beside us, whatever import mode pytest is in

from browser import find_chromium, is_required, launch_arguments
from earlier_years import add_earlier_years

ROOT = Path(__file__).parent.parent
# Under CI the same examples are tried each time, so that a change is judged by itself; elsewhere they are new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if is_required() else "local")
BUILD_SECONDS = 300
BYTECODE = "GONGKAI_TEST_BYTECODE"
# Milliseconds that a page may take for anything: a loaded machine is slow, and what never comes fails all the same.
PATIENCE = 60_000
ONLY_THIS_MACHINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
WRITTEN_BY_BUILD = (*GENERATED_FOLDERS, "index.md")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Only this option writes expectations; a missing one fails."""
    parser.addoption("--update-golden", action="store_true", help="write what golden cases give now as expected")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without a browser its tests are skipped by name, so that nobody takes them for passed; under CI they fail."""
    if item.get_closest_marker("browser") is None or find_chromium():
        return
    if is_required():
        pytest.fail(f"{item.nodeid}：没有 Chromium，持续集成环境必须运行页面测试", pytrace=False)
    # Named, and only on a person's own machine: under CI the line above has failed already.
    pytest.skip(f"{item.nodeid}：没有 Chromium")


def pytest_configure(config: pytest.Config) -> None:
    """Have a folder for the bytecode of the commands that tests start.

    Where Python is told to leave none beside the sources, as in most containers, each of them would compile the whole
    package anew.
    """
    if sys.dont_write_bytecode and BYTECODE not in os.environ:
        # One for all processes of xdist: the first of them passes it on with its environment.
        os.environ[BYTECODE] = folder = tempfile.mkdtemp(prefix="gongkai-bytecode-")
        config.add_cleanup(functools.partial(shutil.rmtree, folder, ignore_errors=True))


def run_gongkai(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would, with this environment's Python; gives exit code and output."""
    folder = os.environ.get(BYTECODE)
    bytecode = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""} if folder else {}
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | bytecode,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=BUILD_SECONDS,
        check=False,
    )


def call_gongkai(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command in this process: the same code, without the start of a Python and the load of its libraries.

    For tests that are about what a command says of files.  What a process is needed for (other hash seeds, what is
    loaded, a build that ends in the middle) stands with ``run_gongkai``.
    """
    with chdir(ROOT):
        done = CliRunner(catch_exceptions=False).invoke(main, [*map(str, arguments)], prog_name="gongkai")
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


def copy_project(target: Path) -> Path:
    """Copy what `gongkai -C` needs (mkdocs.yml, docs/, reports/) without what an earlier build left in docs/."""

    def left_out(folder: str, names: list[str]) -> set[str]:
        return set(WRITTEN_BY_BUILD) & set(names) if Path(folder) == ROOT / "docs" else set()

    target.mkdir(parents=True, exist_ok=True)
    shutil.copy2(ROOT / "mkdocs.yml", target)
    shutil.copytree(ROOT / "docs", target / "docs", ignore=left_out, dirs_exist_ok=True)
    shutil.copytree(ROOT / "reports", target / "reports", symlinks=True, dirs_exist_ok=True)
    return target


@pytest.fixture(scope="session")
def gongkai() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command: ``gongkai("check", path)`` gives exit code and output."""
    return run_gongkai


@pytest.fixture(scope="session")
def called() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The same in this process, in a tenth of the time: see ``call_gongkai``."""
    return call_gongkai


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A fresh copy of the project folder that a test may change."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its site built once; read it, don't change it."""
    return _built_once(tmp_path_factory, "built", lambda _: None)


@pytest.fixture(scope="session")
def built_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with two earlier years of each report, made by rule, built once; read it, don't change it.

    It has every kind of page, those of neighbouring years among them.
    """
    return _built_once(tmp_path_factory, "years", lambda folder: add_earlier_years(folder, years=2))


def _built_once(factory: pytest.TempPathFactory, name: str, add: Callable[[Path], object]) -> Path:
    """Build a copy of the project once for all the processes that run tests beside each other."""
    base = factory.getbasetemp()
    # Each process of xdist has a folder of its own below one that they share.
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = shared / f"{name}-project"
    with FileLock(f"{folder}.lock"):
        if not (folder / "site").is_dir():
            copy_project(folder)
            add(folder)
            done = run_gongkai("build", "-C", folder)
            assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def built_site(built_project: Path) -> Path:
    """The folder ``site/`` of the built copy."""
    return built_project / "site"


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Static files below a prefix; anything outside it is not found, as on a host that is not ours."""

    def __init__(self, *arguments: object, prefix: str, **options: object) -> None:
        self.prefix = prefix
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Answer below the prefix only."""
        if not self.path.startswith(self.prefix):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.path = "/" + self.path[len(self.prefix) :]
        super().do_GET()

    def end_headers(self) -> None:
        """Let the browser keep what it has, as other hosts do: for a time that does not depend on how old a file is."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Say nothing: the report of the tests is no access log."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """``serve(folder, under="zwgk/fzzf")`` gives the address of a server for that folder, ending in ``/``."""
    with ExitStack() as running:

        def start(folder: Path, under: str = "") -> str:
            prefix = f"/{under.strip('/')}/" if under.strip("/") else "/"
            handler = functools.partial(_QuietHandler, directory=str(folder), prefix=prefix)
            server = running.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            running.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}{prefix}"

        yield start


@pytest.fixture(scope="session")
def years_address(serve: Callable[..., str], built_years: Path) -> str:
    """The address of the site with earlier years, below a path as agencies' own sites will place it."""
    return serve(built_years / "site", under="zwgk/fzzf")


@pytest.fixture(scope="session")
def site_address(serve: Callable[..., str], built_site: Path) -> str:
    """The address of the built site, below a path as agencies' own sites will place it."""
    return serve(built_site, under="zwgk/fzzf")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; tests that use it carry the marker ``browser``."""
    path = find_chromium()
    if path is None:
        (pytest.fail if is_required() else pytest.skip)("没有 Chromium")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path, args=[*launch_arguments(), ONLY_THIS_MACHINE], timeout=PATIENCE
        )
        yield running
        running.close()


@pytest.fixture
def foreign_requests() -> list[str]:
    """Addresses outside this machine that the pages of this test asked for; a good page leaves it empty."""
    return []


@pytest.fixture
def new_page(chromium: Browser, foreign_requests: list[str]) -> Iterator[Callable[..., Page]]:
    """``new_page(width=390)`` gives a page of a fresh profile; requests to other hosts are noted; the browser refuses them."""
    with ExitStack() as opened:

        def start(*, width: int = 1280, height: int = 900, has_scripts: bool = True) -> Page:
            context = chromium.new_context(
                viewport={"width": width, "height": height}, locale="zh-CN", java_script_enabled=has_scripts
            )
            opened.callback(context.close)
            context.set_default_timeout(PATIENCE)

            def note_foreign(request: Request) -> None:
                if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
                    foreign_requests.append(request.url)

            # Seen in passing and not stopped on the way: stopping each would cost much, and switch the browser's cache off.
            context.on("request", note_foreign)
            return context.new_page()

        yield start
