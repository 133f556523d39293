"""Links to sections and passages: empty elements in the official text, whose signs come from the style sheet alone.

They are out of sight, out of the tab order and unread until a reader points at the passage, arrives at it, or asks for
all of them by the switch above the text: sixty of them are no burden to a keyboard.
"""

from __future__ import annotations

import re
from typing import Final

# What is read and cited; title, signature, dates and 版记 have no need of a link of their own.
_KINDS: Final = ("paragraph", "closing", "note", "attachment-note", "attachment", "addressees")
_BLOCK: Final = re.compile(rf"^\{{ #(\S+) \.(?:{'|'.join(_KINDS)}) \}}$")
_HEADING: Final = re.compile(r"^(#{2,6} .*) (\{ #(\S+)(?: \.level-\d+)? \})$")
_WRAPPER: Final = re.compile(r'^<div class="run-in" id="([\w-]+)" markdown="1">$')
_REST: Final = frozenset({"{ .rest }", "{ .rest .apart }"})
_TABLE: Final = re.compile(r'^(<div class="table-region".*<table id="([\w-]+)" class="table">.*)</div>$')


def link_passages(official_text: str) -> str:
    """Give every section and passage an empty link to itself.

    Safe on any document: the text's own ``#``, ``{`` and ``<`` are character references, so that what matches here
    is the renderer's.

    Args:
        official_text: what ``render_official_text`` made, with or without links to 同主题 lists.

    Returns:
        The same Markdown with ``<a class="here">`` added, at the end of each heading and passage.
    """
    lines = official_text.split("\n")
    wrapper = ""
    for index, line in enumerate(lines):
        if found := _WRAPPER.match(line):
            wrapper = found[1]
        elif found := _HEADING.match(line):
            lines[index] = f"{found[1]}{_link(found[3], '本节链接')} {found[2]}"
        elif found := _BLOCK.match(line):
            lines[index - 1] += _link(found[1], "本段链接")
        elif line in _REST and wrapper:
            lines[index - 1] += _link(wrapper, "本段链接")
        elif found := _TABLE.match(line):
            lines[index] = f"{found[1]}{_link(found[2], '本表链接')}</div>"
    return "\n".join(lines)


def _link(anchor: str, name: str) -> str:
    return f'<a class="here" href="#{anchor}" aria-label="{name}"></a>'
