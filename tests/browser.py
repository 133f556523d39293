"""Find a Chromium for the tests of pages; as a script, also try to get one from the system's own packages.

Under CI it gets LibreOffice too, which tests of old formats and of tables use where it is; on a person's machine
nobody installs an office suite unasked.  A browser is never downloaded from elsewhere.  ``python tests/browser.py`` ends with 0 in every case but one: under CI
(environment variable ``CI``), where page tests must run, a missing browser is an error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-cjk")
# Writer for old Word files and for printing, Calc for the tables of open data; without screen, 30 seconds to install.
OFFICE_PACKAGES = ("libreoffice-writer-nogui", "libreoffice-calc-nogui")
# Half of what a page costs: each window brings two hidden panels of its address bar, each page a process kept in reserve.
NOT_NEEDED = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess")
# Of several lists Chromium takes the last, so that what playwright switches off for quiet and repeatable pages stands here too.
OFF_FOR_TESTS = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
ARGUMENTS = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join((*OFF_FOR_TESTS, *NOT_NEEDED))}",
)
INSTALL_SECONDS = 300


def find_chromium(environment: Mapping[str, str] = os.environ) -> str | None:
    """Give the path of a Chromium, or None.

    The variable ``CHROMIUM`` names one; a name that is no program counts as "there is none" and nothing else is tried,
    so that a wrong setting is seen.
    """
    named = environment.get("CHROMIUM", "")
    candidates = (named,) if named else NAMES
    found = (shutil.which(name, path=environment.get("PATH")) for name in candidates)
    return next((path for path in found if path), None)


def launch_arguments() -> list[str]:
    """Give the options that Chromium is started with: no calls home; no sandbox as root, which Chromium refuses."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*ARGUMENTS, *(("--no-sandbox",) if is_root else ())]


def is_required(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a missing browser is a failure: under CI it is, on a person's machine the tests are skipped."""
    return environment.get("CI", "").lower() not in ("", "0", "false")


def has_chinese_font() -> bool:
    """Tell whether the system has a font for Chinese; without one the layout that is tested is not the reader's."""
    if not shutil.which("fc-list"):
        return any(Path("/usr/share/fonts").rglob("*CJK*"))
    listing = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False)
    return bool(listing.stdout.strip())


def install_command() -> list[str] | None:
    """Give the beginning of a command that may install packages without asking for a password, or None."""
    apt = shutil.which("apt-get")
    if not apt:
        return None
    if os.geteuid() == 0:
        return [apt]
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n", apt]
    return None


def install(packages: tuple[str, ...]) -> str:
    """Install Debian packages; gives the reason in Chinese why that was not possible, or an empty string."""
    command = install_command()
    if command is None:
        return "当前用户不能安装系统软件（需要 apt-get，以及 root 或免密 sudo 权限）"
    network = ["-qq", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20"]
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        try:
            done = subprocess.run(
                [*command, *network, *step], capture_output=True, timeout=INSTALL_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            return "系统软件源长时间没有回应"
    return "" if done.returncode == 0 else "系统软件源里没有所需的软件包，或无法连接软件源"


def install_office() -> None:
    """Under CI, get LibreOffice where it is missing; without it its tests are skipped by name."""
    if not is_required() or shutil.which("soffice"):
        return
    say(f"正在为文件转换测试安装 {'、'.join(OFFICE_PACKAGES)} ……")
    reason = install(OFFICE_PACKAGES)
    if reason:
        say(f"没有装上 LibreOffice，有关测试将逐项列为“跳过”：{reason}")


def say(sentence: str) -> None:
    """Write one line for the person who runs make."""
    sys.stderr.write(sentence + "\n")


def main() -> int:
    """Look for the browser and the font, install what is missing where that is allowed, and say what came of it."""
    install_office()
    missing = (() if find_chromium() else PACKAGES[:1]) + (() if has_chinese_font() else PACKAGES[1:])
    if not missing:
        return 0
    if os.environ.get("CHROMIUM") and not find_chromium():
        reason = "环境变量 CHROMIUM 所指的程序不存在"
    else:
        say(f"正在为页面测试安装 {'、'.join(missing)} ……")
        reason = install(missing)
    if not has_chinese_font():
        say(f"提示：系统没有中文字体，页面截图与读者所见会有出入。{reason}")
    if find_chromium():
        return 0
    say(f"没有可用的 Chromium：{reason or '安装后仍未找到'}。")
    say("可自行安装 chromium，或用环境变量 CHROMIUM 指明其位置。")
    if is_required():
        say("持续集成环境必须运行页面测试，故以失败结束。")
        return 1
    say("页面测试将逐项列为“跳过”，其余测试照常进行。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
