"""One reading process: its start, what it is asked, and every way in which it can end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from generator.model.diagnostics import Diagnostic
from generator.readers import confined_reader as frames
from generator.readers.confinement import Confinement
from generator.readers.findings_confine import READING_STOPPED
from generator.readers.limits import MIB, Limits
from generator.readers.read import ReadFile

_ROOT = str(Path(__file__).resolve().parents[2])
START = "import sys; sys.path.append(sys.argv[1]); from generator.readers.confined_reader import serve; serve()"
"""The program that it runs; a test puts one that misbehaves in its place."""
_START_SECONDS = 30  # on a machine that is very busy; usually it is a third of a second
_LEAVE_SECONDS = 2
_PATIENCE = 4  # times the limit: how long a process may wait for a busy machine


class ReadingProcess:
    """One reading process, from its start to its end.

    Args:
        limits: the most that a file may cost.

    Attributes:
        alive: it can be asked.
        confinement: what holds in it.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.alive = True
        self.confinement = Confinement()
        self._late = False
        self._process = subprocess.Popen(  # noqa: S603 - our own program, without a shell
            [sys.executable, "-I", "-B", "-X", "utf8", "-c", START, _ROOT, frames.LIMITS.dump_json(limits).decode()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(sys.executable).anchor or None,
            env=_plain_environment(),
            start_new_session=True,
        )
        ready = self._within(_START_SECONDS, self._receive)
        if ready is not None and ready[0] == frames.READY:
            self.confinement = frames.FACTS.validate_json(ready[1])
        else:
            self._end()

    def ask(self, order: frames.Order, content: bytes) -> ReadFile | Diagnostic:
        """Have one file read; a Diagnostic says why that was stopped, and the process is gone then."""
        if not self.alive:
            return self._why("读取程序无法启动")
        answer = self._within(order.limits.seconds, lambda: self._exchange(order, content))
        if answer is None or self._late:
            self._end()
            return self._why(self._how_it_ended())
        kind, payload = answer
        if kind == frames.STOPPED:
            self._end()
            return self._why(self._in_words(payload.decode("utf-8", "replace")))
        if kind == frames.LAST:
            self.leave()
        try:
            return frames.ANSWERS.validate_json(payload)
        except ValidationError:
            self._end()
            return self._why("读取程序的回答不可用")

    def leave(self) -> None:
        """Let it go: it ends when no more files come."""
        with suppress(BrokenPipeError):
            self._input.close()
        with suppress(subprocess.TimeoutExpired):  # it is ended below then
            self._process.wait(_LEAVE_SECONDS)
        self._end()

    def _exchange(self, order: frames.Order, content: bytes) -> tuple[int, bytes] | None:
        try:
            frames.write_frame(self._input, frames.ORDER, frames.ORDERS.dump_json(order))
            frames.write_frame(self._input, frames.CONTENT, content)
        except BrokenPipeError:
            return self._receive()  # it may have said why before it went
        return self._receive()

    def _receive(self) -> tuple[int, bytes] | None:
        return frames.read_frame(self._output, self._limits.memory_bytes)

    def _within(self, seconds: int, work: Callable[[], tuple[int, bytes] | None]) -> tuple[int, bytes] | None:
        """Do ``work``; when the time is over the process is ended, and what waited for it goes on."""
        done = threading.Event()
        watch = threading.Thread(target=self._watch, args=(seconds, done), daemon=True)
        watch.start()
        try:
            return work()
        finally:
            done.set()
            watch.join()

    def _watch(self, seconds: int, done: threading.Event) -> None:
        """Keep the time.

        On a busy machine a process that computes may have had little of the time that went by; it gets more, so that
        what is published does not hang on what else the machine does.  Its processor time is limited by itself.
        """
        if done.wait(seconds):
            return
        for _ in range((_PATIENCE - 1) * seconds):
            if not self._computes() or done.wait(1):
                break
        if not done.is_set():
            self._late = True
            self._kill()

    def _computes(self) -> bool:
        """Whether it has work for the processor now; False where the system does not tell."""
        try:
            state = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
        return state.rpartition(")")[2].split()[:1] == ["R"]

    def _kill(self) -> None:
        """End it and whatever it may have started."""
        with suppress(ProcessLookupError):  # gone already
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)

    def _end(self) -> None:
        self.alive = False
        self._kill()
        self._process.wait()
        for stream in (self._input, self._output):
            with suppress(BrokenPipeError):  # bytes that it did not take any more
                stream.close()

    def _how_it_ended(self) -> str:
        if self._late:
            return self._too_long()
        code = self._process.returncode
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return self._too_long()
        if sys.platform != "win32" and code < 0:
            return f"读取程序异常结束（{signal.Signals(-code).name}），可能是内存不足或文件损坏"
        return f"读取程序异常结束（退出码 {code}）"

    def _in_words(self, told: str) -> str:
        if told == frames.MEMORY:
            return f"所需内存超过上限（{self._limits.memory_bytes // MIB:,} MiB）"
        if told == frames.DEPTH:
            return "文件结构嵌套过深"
        return f"读取程序出错（{told[:200]}）"

    def _too_long(self) -> str:
        return f"超过时限（{self._limits.seconds} 秒）"

    @staticmethod
    def _why(words: str) -> Diagnostic:
        return READING_STOPPED.at(why=words)

    @property
    def _input(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _output(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout


def _plain_environment() -> dict[str, str]:
    """No secret, no home folder; libraries that would start threads are told not to."""
    fixed = {"LANG": "C.UTF-8", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    needed = {
        name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ
    }  # Windows starts nothing without
    return fixed | needed
