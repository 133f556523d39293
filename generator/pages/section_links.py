"""From a section of the official text to its list of 同主题 passages: an empty link, so that no character is added."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_HEADING: Final = re.compile(r"^(#{1,6} .*) (\{ #(\S+)(?: \.\S+)* \})$")
_BLOCK: Final = re.compile(r"^\{ #(\S+)(?: \.\S+)* \}$")
_ITEM: Final = re.compile(r'<span id="(p-[\w-]+)" class="item">')
_WRAPPER: Final = re.compile(r'^<div class="run-in" id="([\w-]+)" markdown="1">$')


def list_anchor(anchor: str) -> str:
    """The id of the list that belongs to a section."""
    return f"same-{anchor}"


def link_sections(official_text: str, counts: Mapping[str, int]) -> str:
    """Give sections that have a list an empty link to it.

    Safe on any document: the text's own ``#``, ``{`` and ``<`` are character references, so that what matches here
    is the renderer's.

    Args:
        official_text: what ``render_official_text`` made.
        counts: id of each section that has a list -> how many passages it names.

    Returns:
        The same Markdown with ``<a class="see-also">`` added; its sign and words are not text of the page.
    """
    lines = official_text.split("\n")
    waiting = ""
    for index, line in enumerate(lines):
        if wrapper := _WRAPPER.match(line):
            waiting = wrapper[1]
        elif heading := _HEADING.match(line):
            wanted = next((name for name in (heading[3], waiting) if name in counts), "")
            waiting = ""
            if wanted:
                lines[index] = f"{heading[1]}{_link(wanted, counts[wanted])} {heading[2]}"
        elif (block := _BLOCK.match(line)) and block[1] in counts:
            lines[index - 1] += _link(block[1], counts[block[1]])
        elif 'class="item"' in line:
            lines[index] = _ITEM.sub(
                lambda item: item[0] + (_link(item[1], counts[item[1]]) if item[1] in counts else ""), line
            )
    return "\n".join(lines)


def _link(anchor: str, count: int) -> str:
    told = f"同主题的其他段落，{count} 段"
    return f'<a class="see-also" href="#{list_anchor(anchor)}" title="{told}" aria-label="{told}"></a>'
