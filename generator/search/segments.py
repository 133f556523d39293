"""Which reports stand together in a segment: a function of the set of reports alone, never of how it came about.

Reports are put in order of time.  Each has a *level*, drawn from the digest of its id: one report in 32 has level 1
or more, one in 1,024 level 2 or more, and so on.  Seen from the newest report back into time, a segment ends where a
report has a higher level than every newer one.  So there are as many segments as there are levels among the newest
reports (about log32 n of them), each about 32 times as large as the next newer one.

A report that is newer than all others joins the newest segment, about 32 reports; once in 32 times its level is
higher and it closes segments, which merges them: in the mean each level costs 32 rewritten reports for each one
added, as with any merge rule of this kind (``tests/unit/search/test_segments.py`` measures it).  A report that is
older than others rewrites the segment of its time, at worst the oldest and largest.  This is the price of the same
files from a clean build, an incremental build and any order of additions: where every report is as likely to change
as any other, no rule of that kind can be cheap, so the rule is cheap for what happens: new reports are new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

_BITS_PER_LEVEL: Final = 5


def level(report_id: str) -> int:
    """0 for 31 reports of 32, 1 for most of the others, and so on."""
    drawn = int.from_bytes(hashlib.sha256(report_id.encode()).digest()[:16], "big") | 1 << 127
    return ((drawn & -drawn).bit_length() - 1) // _BITS_PER_LEVEL


def segment_ends(newest_first: Sequence[str]) -> tuple[int, ...]:
    """Where the segments end.

    Args:
        newest_first: report ids, newest first.

    Returns:
        For each segment, newest first, the index after its last (oldest) report; the last is ``len(newest_first)``.
        Empty without reports.
    """
    starts = []
    highest = -1
    for index, report_id in enumerate(newest_first):
        own = level(report_id)
        if own > highest:
            highest = own
            starts.append(index)
    return (*starts[1:], len(newest_first)) if starts else ()
