"""All files -> outcomes: one at a time or in worker processes, in the same order either way."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from generator.model.catalog import ReportRecord
from generator.model.diagnostics import Diagnostic
from generator.model.report import Decision
from generator.pipeline.open_parts import keep_parts
from generator.pipeline.records import make_record
from generator.pipeline.search_reports import keep_search_report
from generator.pipeline.understand import Surroundings, Understood, load_surroundings, open_reader, understand
from generator.readers.confine import ConfinedReader
from generator.readers.discover import Found

_FEW = 24  # files for which starting processes costs more than it saves
_CHUNK = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutcome:
    """What became of one file.

    Attributes:
        display_path: the file, for messages.
        report_id: its id.
        title: of the report, or empty.
        decision: publish or hold; a report whose page would not be true to its source is held.
        diagnostics: all findings.
        record: for a published report in a build; None when only checking.
    """

    display_path: str
    report_id: str
    title: str
    decision: Decision
    diagnostics: tuple[Diagnostic, ...]
    record: ReportRecord | None = None


def gather(
    found: Sequence[Found],
    around: Surroundings,
    *,
    make_records: bool,
    on_done: Callable[[FileOutcome], None] = lambda _: None,
    executor: Executor | None = None,
) -> tuple[FileOutcome, ...]:
    """Understand every file.

    Args:
        found: the files, in order.
        around: settings, agencies, vocabularies, rules.
        make_records: also render the official text and make records (build); False only checks.
        on_done: called after each file, in order (progress).
        executor: runs the work; None chooses: in this process for few files, else one process a core.

    Returns:
        Outcomes in the order of ``found``.
    """
    jobs = [(one, str(around.project_dir), make_records) for one in found]
    outcomes: list[FileOutcome] = []
    for outcome in _run(jobs, around, executor):
        outcomes.append(outcome)
        on_done(outcome)
    return tuple(outcomes)


Job = tuple[Found, str, bool]


def _run(jobs: Sequence[Job], around: Surroundings, executor: Executor | None) -> Iterator[FileOutcome]:
    if executor is not None:
        yield from executor.map(_work, jobs, chunksize=_CHUNK)
    elif len(jobs) < _FEW:
        with open_reader(around) as reader:
            for found, _, make_records in jobs:
                understood = understand(found.source, found.diagnostics, around, reader.read)
                yield _outcome(understood, around, make_records=make_records)
    else:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max_workers=os.cpu_count(), mp_context=context) as pool:
            yield from pool.map(_work, jobs, chunksize=_CHUNK)


def _work(job: Job) -> FileOutcome:
    """One file, in a worker process: surroundings are loaded and a reading process is started once a process."""
    found, project_dir, make_records = job
    around = _surroundings(project_dir)
    understood = understand(found.source, found.diagnostics, around, _reader(project_dir).read)
    return _outcome(understood, around, make_records=make_records)


@lru_cache(maxsize=1)
def _surroundings(project_dir: str) -> Surroundings:
    return load_surroundings(Path(project_dir))


@lru_cache(maxsize=1)
def _reader(project_dir: str) -> ConfinedReader:
    """Ends with the worker: its input ends then."""
    return open_reader(_surroundings(project_dir))


def _outcome(understood: Understood, around: Surroundings, *, make_records: bool) -> FileOutcome:
    outcome = FileOutcome(
        display_path=understood.source.display_path,
        report_id=understood.source.report_id,
        title=understood.report.title if understood.report else "",
        decision=understood.decision,
        diagnostics=understood.diagnostics,
    )
    if not (make_records and understood.decision.publish):
        return outcome
    record = make_record(understood, around.project_dir)
    if isinstance(record, Diagnostic):
        held = Decision(publish=False, reasons=(*understood.decision.reasons, record))
        return replace(outcome, decision=held, diagnostics=(*outcome.diagnostics, record))
    keep_search_report(understood, record, around.project_dir)
    keep_parts(understood, around.project_dir)
    return replace(outcome, record=record)
