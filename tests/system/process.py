"""Starting other programs, and ending those and no others."""

import subprocess
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = timedelta(seconds=5)


def started(
    command: Sequence[str],
    environment: Mapping[str, str],
    *,
    log: IO[bytes] | None = None,
    keep: tuple[int, ...] = (),
) -> "subprocess.Popen[bytes]":
    """Start a program with nothing on its standard input.

    Args:
        command: The program and its arguments.
        environment: All of its environment.
        log: Where what it says is kept; nowhere without.
        keep: File descriptors it inherits.
    """
    return subprocess.Popen(
        command,
        env=dict(environment),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=log or subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        pass_fds=keep,
        start_new_session=True,
    )


def is_alive(process: "subprocess.Popen[bytes]") -> bool:
    """Return True while a process runs.

    Raises:
        OSError: it has ended; waiting for what it should do is in vain.
    """
    if process.poll() is None:
        return True
    msg = f"{process.args!r} ended with {process.returncode}"
    raise OSError(msg)


def end(process: "subprocess.Popen[bytes]") -> int:
    """Ask a process to end, insist after a while, and return its exit code."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(PATIENCE.total_seconds())
        except subprocess.TimeoutExpired:
            process.kill()
    return process.wait()
