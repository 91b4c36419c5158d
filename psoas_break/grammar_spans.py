"""Durations as people write them on the command line."""

import re
from argparse import ArgumentTypeError
from datetime import timedelta

from psoas_break.app.commands import LONGEST
from psoas_break.words import gettext as _

UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400}
PART = re.compile(r"(\d+(?:\.\d+)?)(s|min|m|h|d)?")
WHOLE = re.compile(f"(?:{PART.pattern})+")


def duration(text: str) -> timedelta:
    """Read a duration: "90s", "5m", "1h30m"; a bare number is minutes.

    >>> duration("1h30m")
    datetime.timedelta(seconds=5400)

    Raises:
        ArgumentTypeError: when it is none, zero, or more than a year.
    """
    if WHOLE.fullmatch(text):
        parts = PART.findall(text)
        seconds = sum(float(count) * UNITS[unit or "m"] for count, unit in parts)
        if 0 < seconds <= LONGEST.total_seconds():
            return timedelta(seconds=seconds)
    message = _("“{text}” is no duration; write 90s, 5m or 1h30m").format(text=text)
    raise ArgumentTypeError(message)


def duration_or_end(text: str) -> timedelta | None:
    """Read a duration, or the word "end", which is None.

    Raises:
        ArgumentTypeError: as `duration`.
    """
    return None if text == "end" else duration(text)


def span_told() -> str:
    """Say how a duration is written."""
    return _("such as 90s, 5m or 1h30m; a bare number is minutes")
