"""Definitions of automatic numbers (17.9): ``numbering.xml`` with everything that it refers to looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.readers.word.names import attribute, child, children, descendants, switch, whole_number
from generator.readers.word.styles import Styles

_LEVELS = 9
_LONGEST_TEXT = 64  # Word itself allows 31
_LINKS = 8  # definitions that refer to each other through styles; a loop ends here


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level is numbered.

    Attributes:
        start: its first number.
        form: ``w:numFmt``.
        custom: ``w:format`` of a custom form.
        text: ``w:lvlText`` with ``%1`` … ``%9``.
        suffix: ``tab``, ``space`` or ``nothing``.
        restart: 1-based level after which it starts anew; 0 never; None after any higher one.
        legal: all numbers in it are printed as decimals.
        style: paragraph style that has this level.
        font: of the number, where it is set.
    """

    start: int = 1
    form: str = "decimal"
    custom: str = ""
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str = ""
    font: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """One ``w:num`` with its levels.

    Attributes:
        counters: what its numbers are counted in: numberings of the same abstract definition count together.
        levels: 0-based level to its definition, overrides applied.
        restarts: level to the number that it starts anew with when this numbering is first used.
    """

    counters: str
    levels: Mapping[int, Level] = field(default_factory=dict)
    restarts: Mapping[int, int] = field(default_factory=dict)

    def level_of_style(self, style_id: str) -> int | None:
        """The level that a paragraph style is linked to, or None."""
        return next((index for index, level in self.levels.items() if level.style == style_id), None)


def read_numberings(root: etree._Element | None, styles: Styles) -> dict[str, Numbering]:
    """Read ``numbering.xml``: ``w:numId`` to its numbering, ``numStyleLink`` and ``lvlOverride`` resolved."""
    if root is None:
        return {}
    abstracts = {attribute(one, "abstractNumId"): one for one in children(root, "w:abstractNum")}
    linked = {name: key for key, one in abstracts.items() if (name := attribute(child(one, "w:styleLink"), "val"))}
    used = {attribute(one, "numId"): one for one in children(root, "w:num")}
    found = {}
    for number_id, element in used.items():
        counters = _follow_links(attribute(child(element, "w:abstractNumId"), "val"), abstracts, linked, used, styles)
        abstract = abstracts.get(counters)
        if abstract is None:
            continue
        levels = {whole_number(attribute(one, "ilvl")): _read_level(one) for one in children(abstract, "w:lvl")}
        restarts = {}
        for change in children(element, "w:lvlOverride"):
            index = whole_number(attribute(change, "ilvl"))
            own, start = child(change, "w:lvl"), child(change, "w:startOverride")
            if own is not None:
                levels[index] = _read_level(own)
            if start is not None:
                restarts[index] = whole_number(attribute(start, "val"), 1)
        within = {index: level for index, level in levels.items() if 0 <= index < _LEVELS}
        found[number_id] = Numbering(counters=counters, levels=within, restarts=restarts)
    return found


def _follow_links(
    abstract_id: str,
    abstracts: Mapping[str, etree._Element],
    linked: Mapping[str, str],
    used: Mapping[str, etree._Element],
    styles: Styles,
) -> str:
    """``numStyleLink`` names a numbering style; the levels stand where ``styleLink`` names it (17.9.21, 17.9.27)."""
    for _ in range(_LINKS):
        link = attribute(child(abstracts.get(abstract_id), "w:numStyleLink"), "val")
        if not link:
            break
        if link in linked:
            return linked[link]
        number = next((style.paragraph.number for style in reversed(styles.chain(link)) if style.paragraph.number), "")
        target = attribute(child(used.get(number), "w:abstractNumId"), "val")
        if not target or target == abstract_id:
            break
        abstract_id = target
    return abstract_id


def _read_level(element: etree._Element) -> Level:
    # A form that older programs do not know stands in an alternative (mc:Choice, w14); its first one is Word's own.
    form = next(descendants(element, "w:numFmt"), None)
    restart, suffix = child(element, "w:lvlRestart"), attribute(child(element, "w:suff"), "val")
    fonts = child(element, "w:rPr", "w:rFonts")
    text = child(element, "w:lvlText")
    return Level(
        start=whole_number(attribute(child(element, "w:start"), "val")),
        form=attribute(form, "val") or "decimal",
        custom=attribute(form, "format"),
        text="" if _is_off(text) else attribute(text, "val")[:_LONGEST_TEXT],
        suffix=suffix or "tab",
        restart=None if restart is None else whole_number(attribute(restart, "val")),
        legal=bool(switch(child(element, "w:isLgl"))),
        style=attribute(child(element, "w:pStyle"), "val"),
        font=attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or attribute(fonts, "hint"),
    )


def _is_off(text: etree._Element | None) -> bool:
    """A level text may say that it is none (17.9.11)."""
    return text is None or attribute(text, "null").lower() in {"1", "true", "on"}
