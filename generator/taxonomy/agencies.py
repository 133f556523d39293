"""The agencies of a project: ``reports/<agency-id>/agency.yml``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints

from generator.model.report import Agency, Region
from generator.readers.discover import AGENCY_FILE, address_name
from generator.taxonomy.agency_names import parse_agency_name
from generator.taxonomy.agency_short_names import matches_short, short_forms
from generator.taxonomy.regions import RegionTable, load_regions
from generator.taxonomy.validation import Fault, StrictModel, WebAddress, key_line, read_yaml_file

_AGENCY_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_Name = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^\n]{2,80}$")]
_Level = Literal["national", "province", "prefecture", "county", "township"]
# What may stand in a region of GB/T 2260, which knows no townships: 东莞市 has them without districts between.
_LEVELS_IN = {
    "": ("national",),
    "province": ("province",),
    "prefecture": ("prefecture", "township"),
    "county": ("county", "township"),
}
_LEVEL_NAMES = {
    "national": "国家级",
    "province": "省级",
    "prefecture": "地级",
    "county": "县级",
    "township": "乡级",
}


def _known_region(code: str) -> str:
    """Checked with the rest of the file, so that all its faults are told at once."""
    if not load_regions().by_code(code):
        message = "应为代码表（GB/T 2260）中的行政区划代码"
        raise ValueError(message)
    return code


class _AgencyModel(StrictModel):
    name: _Name
    short_names: tuple[_Name, ...] = ()
    region: Annotated[str, StringConstraints(pattern=r"^\d{6}$"), AfterValidator(_known_region)] | None = None
    level: _Level | None = None
    parent: str | None = None
    website: WebAddress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFault:
    """A fault of one agency's registration; the reports of its folder are held.

    Attributes:
        agency_id: the folder, as it stands in report ids.
        display_path: the file, relative to the project folder.
        line: 1-based line of the offending key.
        message: Chinese.
    """

    agency_id: str
    display_path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRegistry:
    """The agencies without a fault, by id in the order of ids, and the faults of the others."""

    agencies: dict[str, Agency] = field(default_factory=dict)
    faults: tuple[AgencyFault, ...] = ()
    _by_name: dict[str, Agency] = field(default_factory=dict, init=False, repr=False, compare=False)
    _by_short: dict[str, list[Agency]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def by_name(self, name: str) -> Agency | None:
        """The agency of a full official name, or None; blanks do not count."""
        if not self._by_name:
            self._by_name.update({one.name: one for one in reversed(self.agencies.values())})
        return self._by_name.get(re.sub(r"\s+", "", name))

    def by_short_name(self, short: str, region: Region | None = None) -> tuple[Agency, ...]:
        """Agencies that a short form can mean, in the order of ids.

        Args:
            short: 市外办, 沙坪坝区外办.
            region: where the agency must be; anywhere when left out or without a code.
        """
        if not self._by_short:
            for agency in self.agencies.values():
                for form in short_forms(agency):
                    self._by_short.setdefault(form, []).append(agency)
        found: Iterable[Agency] = self._by_short.get(short, ())
        if not found and load_regions().longest_prefix(short) is not None:
            found = (agency for agency in self.agencies.values() if matches_short(agency, short))
        return tuple(one for one in found if region is None or not region.code or one.region.code == region.code)

    def children(self, agency_id: str) -> tuple[Agency, ...]:
        """Agencies whose parent is this one, in administrative order."""
        order = load_regions().sort_key
        below = (one for one in self.agencies.values() if one.parent == agency_id and agency_id)
        return tuple(sorted(below, key=lambda one: (order(one.region.code), one.agency_id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One agency.yml while it is checked against the others."""

    agency: Agency
    display_path: str
    text: str

    def fault(self, key: str, message: str) -> AgencyFault:
        return AgencyFault(
            agency_id=self.agency.agency_id,
            display_path=self.display_path,
            line=key_line(self.text, key),
            message=message,
        )


def load_agencies(reports_dir: Path) -> AgencyRegistry:
    """Read every ``agency.yml`` of the reports' folder.

    Args:
        reports_dir: the folder ``reports/``; a missing one gives an empty registry.

    Returns:
        Agencies and faults. A bad file is a fault and no exception: the other folders go on.
    """
    regions = load_regions()
    entries: list[_Entry] = []
    faults: list[AgencyFault] = []
    folders = sorted(reports_dir.iterdir()) if reports_dir.is_dir() else []
    for folder in folders:
        file = folder / AGENCY_FILE
        if folder.is_symlink() or not folder.is_dir() or not (file.exists() or file.is_symlink()):
            continue
        entry, found = _read(folder, reports_dir.name, regions)
        entries += [entry] if entry is not None else []
        faults += found
    known_ids = {entry.agency.agency_id for entry in entries} | {fault.agency_id for fault in faults}
    faults += [*_check_names(entries), *_check_parents(entries, known_ids)]
    bad = {fault.agency_id for fault in faults}
    good = {entry.agency.agency_id: entry.agency for entry in entries if entry.agency.agency_id not in bad}
    # A parent whose own file is at fault is not shown: its children must not lead there.
    agencies = {key: one if one.parent in good else replace(one, parent="") for key, one in good.items()}
    return AgencyRegistry(agencies=agencies, faults=tuple(sorted(faults, key=lambda one: (one.display_path, one.line))))


def _read(folder: Path, above: str, regions: RegionTable) -> tuple[_Entry | None, list[AgencyFault]]:
    path = folder / AGENCY_FILE
    agency_id = address_name(folder.name)
    display = f"{above}/{agency_id}/{AGENCY_FILE}"
    read, faults = read_yaml_file(path, display, _AgencyModel)
    if read is None:
        return None, [_from_fault(agency_id, fault) for fault in faults]
    agency = Agency(
        agency_id=agency_id,
        name=re.sub(r"\s+", "", read.name),
        short_names=tuple(re.sub(r"\s+", "", short) for short in read.short_names),
        region=regions.by_code(read.region or "") or Region(),
        level=read.level or (regions.level(read.region) if read.region else ""),
        parent=read.parent or "",
        website=read.website or "",
    )
    entry = _Entry(agency=agency, display_path=display, text=path.read_text(encoding="utf-8-sig"))
    found = list(_check_region(entry, read.region or "", regions))
    if not _AGENCY_ID.fullmatch(folder.name):
        message = f"文件夹名“{agency_id}”不能用作机关代号，只能用小写英文字母、数字和连字符，例如 xiamen-fao。"
        found.append(replace(entry.fault("name", message), line=1))
    return entry, found


def _check_region(entry: _Entry, code: str, regions: RegionTable) -> Iterator[AgencyFault]:
    agency = entry.agency
    if not code and agency.level != "national":
        yield entry.fault("region", "缺少必填的键“region”：六位行政区划代码（GB/T 2260）；只有国家级机关可以不写。")
        return
    allowed = _LEVELS_IN[regions.level(code)]
    if agency.level not in allowed:
        expected = "或".join(f"{level}（{_LEVEL_NAMES[level]}）" for level in allowed)
        where = f"“{''.join(agency.region.names)}”的" if code else "没有 region 的"
        yield entry.fault("level", f"“level”写的是“{agency.level}”，{where}机关应为{expected}。")
    name = parse_agency_name(agency.name, regions)
    meant = name.regions if name is not None else ()
    if (
        code
        and meant
        and not any(regions.contains(one.code, code) or regions.contains(code, one.code) for one in meant)
    ):
        found = "".join(agency.region.names)
        message = f"行政区划代码“{code}”是“{found}”，与机关名称“{agency.name}”中的地名不符。"
        yield entry.fault("region", message)


def _check_names(entries: list[_Entry]) -> Iterator[AgencyFault]:
    first: dict[str, _Entry] = {}
    for entry in entries:
        other = first.setdefault(entry.agency.name, entry)
        if other is not entry:
            yield entry.fault(
                "name", f"机关“{entry.agency.name}”已在 {other.display_path} 登记，一个机关只能有一个文件夹。"
            )


def _check_parents(entries: list[_Entry], known_ids: set[str]) -> Iterator[AgencyFault]:
    parents = {entry.agency.agency_id: entry.agency.parent for entry in entries}
    for entry in entries:
        parent = entry.agency.parent
        if parent and parent not in known_ids:
            yield entry.fault("parent", f"上级机关“{parent}”没有登记：没有 {parent}/{AGENCY_FILE}。")
        elif parent and entry.agency.agency_id in (chain := tuple(_above(entry.agency.agency_id, parents))):
            yield entry.fault("parent", f"上级机关循环：{' → '.join((entry.agency.agency_id, *chain))}。")


def _above(agency_id: str, parents: dict[str, str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    while (agency_id := parents.get(agency_id, "")) and not seen[agency_id]:
        seen[agency_id] += 1
        yield agency_id


def _from_fault(agency_id: str, fault: Fault) -> AgencyFault:
    return AgencyFault(agency_id=agency_id, display_path=fault.display_path, line=fault.line, message=fault.message)
