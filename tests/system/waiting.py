"""Waiting for another process: until something holds, and no longer than a limit."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

Found = TypeVar("Found")

LONG = timedelta(seconds=30)
LOOK_EVERY_S = 0.02


def until(
    look: Callable[[], Found | None],
    what: str,
    *,
    within: timedelta = LONG,
) -> Found:
    """Return the first truthy answer of `look`.

    Args:
        look: Asked again and again.
        what: Named when it never comes.
        within: How long to wait at most; generous, as a slow machine is no failure.

    Raises:
        TimeoutError: it did not come within that time.
    """
    pause = threading.Event()
    limit = seconds_now() + within.total_seconds()
    while not (found := look()):
        if seconds_now() > limit:
            msg = f"waited {within.total_seconds():g} s in vain for {what}"
            raise TimeoutError(msg)
        pause.wait(LOOK_EVERY_S)
    return found


def seconds_now() -> float:
    """Return the machine's own steady clock: other processes live by that one."""
    return time.monotonic()  # noqa: TID251 -- the harness stands outside the app
