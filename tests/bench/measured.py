"""Run a command and tell its seconds and its peak memory.

The command is started from a small process of its own: a process that is started by a large one counts the large one's
memory as its peak.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KIB_PER_MIB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a command took.

    Attributes:
        seconds: from its start to its end.
        processor: seconds that processors worked on it: hardly longer on a busy machine.
        memory: peak of its largest process, MiB.
        output: what it wrote to standard output.
    """

    seconds: float
    processor: float
    memory: float
    output: str


class CommandFailedError(Exception):
    """A measured command ended with an error; the message holds the end of what it said."""


def run_measured(
    command: Sequence[str | Path], *, folder: Path, environment: Mapping[str, str] | None = None
) -> Measured:
    """Run a command in a folder; raises CommandFailedError where it does not end with 0."""
    with tempfile.TemporaryDirectory(prefix="gongkai-measured-") as place:
        told = Path(place) / "told.json"
        done = subprocess.run(
            [sys.executable, "-S", __file__, told, *command],
            cwd=folder,
            env={**os.environ, **(environment or {})},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != 0:
            raise CommandFailedError((done.stdout + done.stderr)[-2000:])
        facts = json.loads(told.read_text(encoding="utf-8"))
    return Measured(**facts, output=done.stdout)


def main(told: str, *command: str) -> int:
    """Run the command, write its facts to the file ``told``, end as it ended."""
    started = time.perf_counter()
    running = subprocess.Popen(command)
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in KiB, macOS in bytes.
    unit = KIB_PER_MIB if sys.platform != "darwin" else KIB_PER_MIB**2
    facts = {
        "seconds": time.perf_counter() - started,
        "processor": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / unit,
    }
    Path(told).write_text(json.dumps(facts), encoding="utf-8")
    return running.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
