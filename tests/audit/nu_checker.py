"""Every built page by the Nu Html Checker, the one that the makers of the HTML standard keep."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

CHECK_SECONDS = 600
AT_ONCE = 400  # files on one command line
# Two boxes of Material's frame (base.html, outside every block that a theme can replace): what they mean is "do not
# remember this box", which browsers do and the standard leaves out for check boxes.
MATERIALS_OWN = frozenset(
    {
        "Attribute “autocomplete” is only allowed when the input type is “color”, “date”, “datetime-local”, “email”, "
        "“hidden”, “month”, “number”, “password”, “range”, “search”, “tel”, “text”, “time”, “url”, or “week”.",
    }
)
BOXES_OF_MATERIAL = 2  # on one page


def run_nu_checker(tools: Path, site: Path, say: Callable[[str], None]) -> list[str]:
    """Check every page; gives what is wrong, one line each, and tells it."""
    pages = sorted(str(path) for path in site.rglob("*.html"))
    messages = [
        message
        for start in range(0, len(pages), AT_ONCE)
        for message in _messages(tools, pages[start : start + AT_ONCE])
    ]
    of_material = Counter(message["url"] for message in messages if message["message"] in MATERIALS_OWN)
    wrong = [message for message in messages if message["message"] not in MATERIALS_OWN]
    too_many = [page for page, count in of_material.items() if count > BOXES_OF_MATERIAL]
    told = [f"{_place(message['url'], site)}:{message.get('lastLine', 0)} {message['message']}" for message in wrong]
    told += [f"{_place(page, site)} 复选框多于 Material 自己的 {BOXES_OF_MATERIAL} 个" for page in too_many]
    say(f"HTML（Nu Html Checker）：{len(pages)} 页，{len(told)} 处错误或警告。")
    for line in told[:40]:
        say(f"  {line}")
    return told


def _messages(tools: Path, pages: list[str]) -> list[dict[str, str]]:
    jar = tools / "vnu-jar/build/dist/vnu.jar"
    done = subprocess.run(
        ["java", "-jar", str(jar), "--stdout", "--exit-zero-always", "--format", "json", *pages],
        capture_output=True,
        timeout=CHECK_SECONDS,
        check=True,
    )
    found: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    return found


def _place(url: str, site: Path) -> str:
    path = Path(unquote(urlsplit(url).path))
    return path.relative_to(site).as_posix() if path.is_relative_to(site) else str(path)
