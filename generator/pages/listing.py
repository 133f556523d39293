"""Long lists: grouped by province, and cut into pages before they grow without bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from generator.model.report import Agency
from generator.pages import uris, wording
from generator.pages.page import LIST_ONLY, Page
from generator.pages.templating import render_template

MOST_ENTRIES: Final = 300

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a list.

    Attributes:
        group: key of its group; part of an address where the list is long.
        group_name: the group's heading.
        title: what the link says.
        uri: where it leads.
        notes: short facts after it.
    """

    group: str
    group_name: str
    title: str
    uri: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The entries under one heading; on the first page of a long list only their number, with a link."""

    key: str
    name: str
    entries: tuple[Entry, ...]
    uri: str = ""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list page's frame.

    Attributes:
        uri: address of its first page.
        title: heading.
        description: one sentence below it.
        crumbs: (label, uri) of the pages above.
        unit: 份 or 个, for counts.
        region_folder: below ``uri``, in front of a province's code where the list is long.
    """

    uri: str
    title: str
    description: str
    crumbs: tuple[tuple[str, str], ...]
    unit: str
    region_folder: str = ""


def province_group(agency: Agency) -> tuple[str, str]:
    """Key and heading of the group that an agency is listed under."""
    name = wording.province_name(agency)
    if agency.region.names and agency.region.code:
        return f"{agency.region.code[:2]}0000", name
    return ("national" if name == wording.NATIONAL else "unknown"), name


def compose_listing(listing: Listing, entries: Iterable[Entry]) -> Iterator[Page]:
    """One page, or, above 300 entries, a page of provinces and pages of 300 for each of them.

    Args:
        listing: the frame.
        entries: in order; entries of one group need not stand together, groups keep the order of their first entry.
    """
    groups = _group(entries)
    total = sum(group.count for group in groups)
    if total <= MOST_ENTRIES:
        yield _page(listing, listing.uri, groups, total)
        return
    folders = tuple(
        Group(key=group.key, name=group.name, entries=group.entries, uri=_group_uri(listing, group)) for group in groups
    )
    yield _page(listing, listing.uri, folders, total)
    for group in folders:
        deeper = Listing(
            uri=group.uri,
            title=f"{group.name}：{listing.title}",
            description="",
            crumbs=(*listing.crumbs, (listing.title, listing.uri)),
            unit=listing.unit,
        )
        chunks = cut(group.entries, MOST_ENTRIES)
        for number, chunk in enumerate(chunks, 1):
            part = (Group(key=group.key, name=group.name, entries=tuple(chunk)),)
            yield _page(deeper, uris.numbered_uri(group.uri, number), part, group.count, number, len(chunks))


def cut(entries: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Pieces of at most ``size`` entries."""
    return [entries[start : start + size] for start in range(0, len(entries), size)]


def _group_uri(listing: Listing, group: Group) -> str:
    return f"{listing.uri}{listing.region_folder}{group.key}/"


def _group(entries: Iterable[Entry]) -> tuple[Group, ...]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.group, []).append(entry)
    return tuple(Group(key=key, name=group[0].group_name, entries=tuple(group)) for key, group in found.items())


def _page(listing: Listing, uri: str, groups: tuple[Group, ...], total: int, number: int = 1, last: int = 1) -> Page:
    values = {"listing": listing, "groups": groups, "total": total, "number": number, "last": last}
    values["numbered"] = lambda wanted: uris.numbered_uri(listing.uri, wanted)
    title = listing.title if number == 1 else f"{listing.title}（第{number}页）"
    rest = f"，{listing.description}" if listing.description else "。"
    description = f"{listing.title}：共 {total} {listing.unit}{rest}"
    return Page(
        uri=uri,
        front_matter={"title": title, "description": description, **LIST_ONLY},
        body=render_template("listing.md.jinja", uri, values),
    )
