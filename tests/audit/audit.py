"""The audits that need more than Python: HTML by the Nu checker (Java), speed and more by Lighthouse (Node, Chromium).

``make audit`` builds the project with earlier years in a folder of its own, serves it on this machine and runs both; the
tools are put below ``.gongkai/audit`` at the versions named here.  Exit code 1: something is below its goal; 2: something
that the audits need is missing.  Not part of ``make test``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.audit.collection import build_collection, serve_folder
from tests.audit.lighthouse import run_lighthouse
from tests.audit.nu_checker import run_nu_checker
from tests.browser import find_chromium

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".gongkai" / "audit"
TOOLS = {"lighthouse": "13.5.0", "vnu-jar": "26.9.27"}
INSTALL_SECONDS = 600


def say(sentence: str) -> None:
    """Write one line for the person who runs make."""
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def missing_programs() -> list[str]:
    """What the audits need and the machine has not, in words that say how to get it."""
    needed = {
        "node": "Node.js 22 或更高版本（Debian：apt-get install nodejs）",
        "npm": "npm（Debian：apt-get install npm）",
        "java": "Java 11 或更高版本（Debian：apt-get install default-jre-headless）",
    }
    missing = [told for name, told in needed.items() if not shutil.which(name)]
    return missing if find_chromium() else [*missing, "Chromium（先运行 make browser）"]


def install_tools() -> Path:
    """Put the tools in their folder, unless they are there; no script of theirs is run."""
    folder = FOLDER / "tools"
    stamp = folder / ("-".join(f"{name}-{version}" for name, version in TOOLS.items()) + ".ready")
    if not stamp.exists():
        say("正在下载审查工具（Lighthouse、Nu Html Checker，约 200 MB，只需一次）……")
        folder.mkdir(parents=True, exist_ok=True)
        packages = [f"{name}@{version}" for name, version in TOOLS.items()]
        command = ["npm", "install", "--prefix", str(folder), "--ignore-scripts", "--no-fund", "--no-audit", "--silent"]
        subprocess.run([*command, *packages], check=True, timeout=INSTALL_SECONDS)
        stamp.touch()
    return folder / "node_modules"


def main() -> int:
    """Run both audits and tell what came of them."""
    missing = missing_programs()
    if missing:
        say("无法审查，缺少：\n" + "\n".join(f"  {each}" for each in missing))
        return 2
    try:
        tools = install_tools()
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        say("无法审查：审查工具没有下载成功，请检查网络或 npm 的软件源设置。")
        return 2
    say("正在生成供审查的网站……")
    site = build_collection(FOLDER / "project")
    errors = run_nu_checker(tools, site, say)
    with serve_folder(site) as address:
        shortfalls = run_lighthouse(tools, site, address, FOLDER / "lighthouse", say)
    return 1 if errors or shortfalls else 0


if __name__ == "__main__":
    sys.exit(main())
