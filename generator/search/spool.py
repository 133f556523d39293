"""Reports on disk while the index is made: no more than one is in memory, and they can be read in any order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from tempfile import TemporaryFile
from typing import IO, Any, Final

from generator.search.model import SearchPassage, SearchReport

_YEARS_END: Final = "-12-31"  # a report on a year is written at its end at the earliest
_REPORT_FIELDS: Final = tuple(field.name for field in fields(SearchReport) if field.name != "passages")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spooled:
    """A report in the spool.

    Attributes:
        report_id: its id.
        when: its date, or the end of its year, or empty; newer is greater.
        characters: of its passages.
        digest: SHA-256 of everything that it says.
        place: offset and length in the spool, bytes.
    """

    report_id: str
    when: str
    characters: int
    digest: bytes
    place: tuple[int, int]


class Spool:
    """A temporary file of reports; a context manager."""

    def __init__(self) -> None:
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed in __exit__

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put(self, reports: Iterable[SearchReport]) -> list[Spooled]:
        """Write reports as they come.

        Returns:
            Their places, newest report first, then by id.
        """
        spooled: list[Spooled] = []
        at = 0
        for report in reports:
            content = _coded(report)
            self._file.write(content)
            spooled.append(
                Spooled(
                    report_id=report.report_id,
                    when=report.date or (f"{report.year}{_YEARS_END}" if report.year else ""),
                    characters=sum(len(passage.text) for passage in report.passages),
                    digest=hashlib.sha256(content).digest(),
                    place=(at, len(content)),
                )
            )
            at += len(content)
        spooled.sort(key=lambda one: one.report_id)
        spooled.sort(key=lambda one: one.when, reverse=True)
        return spooled

    def get(self, chosen: Sequence[Spooled]) -> Iterator[SearchReport]:
        """Read reports, in this order."""
        for one in chosen:
            self._file.seek(one.place[0])
            yield _decoded(self._file.read(one.place[1]))


def _coded(report: SearchReport) -> bytes:
    # Written out by hand: a third of the time that the general ways of dataclasses take.
    passages = [
        (passage.anchor, passage.label, passage.text, passage.heading_end, passage.themes, passage.roles)
        for passage in report.passages
    ]
    values = ([getattr(report, name) for name in _REPORT_FIELDS], passages)
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _decoded(content: bytes) -> SearchReport:
    values, rows = json.loads(content.decode("utf-8", "surrogatepass"))
    about: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in zip(_REPORT_FIELDS, values, strict=True)
    }
    passages = tuple(
        SearchPassage(
            anchor=anchor, label=label, text=text, heading_end=heading_end, themes=tuple(themes), roles=tuple(roles)
        )
        for anchor, label, text, heading_end, themes, roles in rows
    )
    return SearchReport(**about, passages=passages)
