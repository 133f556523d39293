"""What the process that reads hostile files gives up before it reads the first: limits of the operating system.

Each measure is taken where the system has it and told where it has not (``Confinement``); none of them is needed for
the right text, all of them bound what a file can do that takes over a library.
"""

from __future__ import annotations

import ctypes
import math
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.readers.limits import Limits

if sys.platform != "win32":
    import resource

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _SIGKILL = 1, 38, 9
_LANDLOCK_CREATE_RULESET, _LANDLOCK_RESTRICT_SELF = 444, 446
# Write to, make, remove and link files of any kind: bits 1 and 4 to 12 of the first version of Landlock's rights.
_LANDLOCK_WRITING = (1 << 1) | sum(1 << bit for bit in range(4, 13))


@dataclass(frozen=True, slots=True, kw_only=True)
class Confinement:
    """What holds in the reading process.

    Attributes:
        memory: address space is limited.
        processor_time: seconds of processor time are limited, beside the clock that the parent keeps.
        no_files_written: no file can be made, changed or removed (not only kept empty).
        no_network: it has no network at all.
        ends_with_parent: the system ends it when its parent is gone.
    """

    memory: bool = False
    processor_time: bool = False
    no_files_written: bool = False
    no_network: bool = False
    ends_with_parent: bool = False


def confine(limits: Limits) -> Confinement:
    """Give up what reading does not need; to be called in a process with one thread, before any file is read."""
    os.umask(0o777)
    if sys.platform == "win32":
        return Confinement()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    linux = _confine_linux() if sys.platform == "linux" else Confinement()
    # After the network: making a namespace counts as a process.  It binds every user but root.
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    return Confinement(
        memory=_limit_memory(limits),
        processor_time=True,
        no_files_written=linux.no_files_written,
        no_network=linux.no_network,
        ends_with_parent=linux.ends_with_parent,
    )


def allow_seconds(seconds: int) -> None:
    """Start the count of processor time anew: ``seconds`` more from now."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used.ru_utime + used.ru_stime) + seconds, hard))


def address_space() -> int:
    """Bytes of address space of this process; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _limit_memory(limits: Limits) -> bool:
    """What the interpreter has already, and the file's share on top of it."""
    ceiling = address_space() + limits.memory_bytes
    try:
        resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    except (OSError, ValueError):  # macOS has the name but not the limit
        return False
    return True


def _confine_linux() -> Confinement:
    try:
        library = ctypes.CDLL(None, use_errno=True)
        ends = library.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0) == 0
        library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        # A user namespace of its own gives the right to leave the network; without it only root may.
        alone = library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0 or library.unshare(_CLONE_NEWNET) == 0
        return Confinement(ends_with_parent=ends, no_network=alone, no_files_written=_forbid_writing(library))
    except (OSError, AttributeError):  # no such library or call: a system unlike the usual ones
        return Confinement()


def _forbid_writing(library: ctypes.CDLL) -> bool:
    """Landlock: the rights named are refused everywhere, as no rule gives them back."""
    rights = ctypes.c_uint64(_LANDLOCK_WRITING)
    rules = library.syscall(_LANDLOCK_CREATE_RULESET, ctypes.byref(rights), ctypes.sizeof(rights), 0)
    if rules < 0:
        return False
    refused = library.syscall(_LANDLOCK_RESTRICT_SELF, rules, 0) == 0
    os.close(rules)
    return bool(refused)
