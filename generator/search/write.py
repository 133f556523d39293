"""The whole index: segments, what they share, and the manifest that names them."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from generator.search.build_segment import build_segment
from generator.search.folder import Folder, Written
from generator.search.model import IndexOutcome, SearchNames, SearchReport
from generator.search.reuse import MANIFEST, Previous, remove, remove_others
from generator.search.segments import segment_ends
from generator.search.simplified import common_traditional, simplified_table
from generator.search.spool import Spool, Spooled
from generator.search.texts import make_dictionary

FORMAT: Final = 2  # of the files; also to be raised when the same reports give other lists
_SAMPLE: Final = 400  # reports that the dictionary is made from
_NAME_DIGITS: Final = 16


def write_index(
    reports: Iterable[SearchReport],
    target_dir: Path,
    *,
    previous: Path | None = None,
    names: SearchNames | None = None,
) -> IndexOutcome:
    """Write the search index of a site.

    The files are a function of the set of reports alone, whatever their order and whether there was an index before.

    Args:
        reports: all published reports, in any order, taken one at a time; ids must be unique.
        target_dir: ``search/`` of the site; files that are not the index's are left alone.
        previous: ``search/`` of the site before, may be ``target_dir``: segments that are the same are taken over after
            their bytes were checked; a damaged or foreign folder does no harm.
        names: names of themes and roles for filters.

    Returns:
        What was written.

    Raises:
        OutputError: the disk refuses.
        ValueError: two reports have one id, which is a bug of the caller.
    """
    before = Previous(previous, FORMAT)
    with Spool() as spool:
        spooled = spool.put(reports)
        repeated = [report_id for report_id, times in Counter(one.report_id for one in spooled).items() if times > 1]
        if repeated:
            message = f"report ids are not unique: {repeated[:3]}"
            raise ValueError(message)
        parts = [spooled[start:end] for start, end in pairwise((0, *segment_ends([one.report_id for one in spooled])))]
        dictionary = _dictionary(spool, parts)
        shared = _shared_files(dictionary, names or SearchNames())
        entries: list[dict[str, Any]] = []
        new: list[dict[str, Any]] = []
        for part in parts:
            name = _segment_name(part, shared)
            entry = before.take_over(name, target_dir)
            if entry is None:
                entry = _built(name, part, spool, dictionary, target_dir)
                new.append(entry)
            entries.append(entry)
    written = _write_shared(shared, entries, target_dir)
    remove_others(target_dir, {*(name for name, _ in shared.values()), *(entry["name"] for entry in entries)})
    return IndexOutcome(
        reports=len(spooled),
        passages=sum(entry["passages"] for entry in entries),
        segments=tuple(entry["name"] for entry in entries),
        files=written.files + sum(entry["files"] for entry in entries),
        size=written.size + sum(entry["size"] for entry in entries),
        rewritten_files=written.files + sum(entry["files"] for entry in new),
        rewritten_size=written.size + sum(entry["size"] for entry in new),
        rewritten_reports=sum(entry["reports"] for entry in new),
    )


def _dictionary(spool: Spool, parts: Sequence[Sequence[Spooled]]) -> bytes:
    """Made from the largest segment, which changes least often, and shared by all: a reader loads it once."""
    largest = max(reversed(parts), key=len, default=())
    sample = largest[:: -(-len(largest) // _SAMPLE) or 1]
    return make_dictionary("\n".join(passage.text for passage in report.passages) for report in spool.get(sample))


def _shared_files(dictionary: bytes, names: SearchNames) -> dict[str, tuple[str, bytes]]:
    """Manifest key -> name and content of a file that all segments share."""
    listed = {"themes": list(names.themes.items()), "roles": list(names.roles.items())}
    return {
        "dictionary": _named("dictionary-{}.bin", zlib.compress(dictionary, 9)),
        "simplified": _named("simplified-{}.bin", zlib.compress(simplified_table(), 9)),
        "names": _named("names-{}.json", _json(listed)),
    }


def _named(pattern: str, content: bytes) -> tuple[str, bytes]:
    return pattern.format(hashlib.sha256(content).hexdigest()[:_NAME_DIGITS]), content


def _segment_name(part: Sequence[Spooled], shared: dict[str, tuple[str, bytes]]) -> str:
    digest = hashlib.sha256(f"{FORMAT} {shared['dictionary'][0]} {shared['simplified'][0]}".encode())
    for one in part:
        digest.update(one.digest)
    return f"s-{digest.hexdigest()[:_NAME_DIGITS]}"


def _built(name: str, part: Sequence[Spooled], spool: Spool, dictionary: bytes, target_dir: Path) -> dict[str, Any]:
    remove(target_dir / name)
    with Folder(target_dir / name) as folder:
        facts = build_segment(spool.get(part), sum(one.characters for one in part), dictionary, folder)
        written = folder.close()
    return {"name": name, **asdict(facts), **asdict(written)}


def _write_shared(shared: dict[str, tuple[str, bytes]], entries: list[dict[str, Any]], target_dir: Path) -> Written:
    manifest = {
        "format": FORMAT,
        "reports": sum(entry["reports"] for entry in entries),
        "passages": sum(entry["passages"] for entry in entries),
        **{key: name for key, (name, _) in shared.items()},
        "common": common_traditional(),
        "segments": entries,
    }
    with Folder(target_dir) as folder:
        for name, content in shared.values():
            folder.write(name, content)
        folder.close()
        # Last: until it is there, readers keep to the files that the former one names.
        folder.write(MANIFEST, _json(manifest) + b"\n")
        return folder.close()


def _json(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
