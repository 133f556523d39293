"""Progress of a long measurement, on standard error."""

from __future__ import annotations

import sys
import time

_STARTED = time.monotonic()


def say(sentence: str) -> None:
    """One line for the person who waits, with the minutes since the start."""
    minutes, seconds = divmod(int(time.monotonic() - _STARTED), 60)
    sys.stderr.write(f"[{minutes:02}:{seconds:02}] {sentence}\n")
    sys.stderr.flush()


class Progress:
    """Tells how far a piece of work is, at each tenth.

    Args:
        sentence: what is being done.
    """

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence

    def step(self, done: int, total: int) -> None:
        """``done`` of ``total`` are done."""
        if done * 10 // total != (done - 1) * 10 // total:
            say(f"{self._sentence}：{done}/{total}")
