"""How dark a day of the calendar is, and where its months begin: plain Python."""

from collections.abc import Sequence
from datetime import date

from psoas_break.ui.history.words import months

LEAST = (0, 1, 3, 5, 8)
"""From how many breaks on a day has each of the steps."""

_ROOM_FOR_MONTH = 3
"""Columns that the name of a month takes."""


def level(breaks: int) -> int:
    """Which of the steps a day has.

    >>> [level(n) for n in (0, 1, 2, 3, 5, 8, 20)]
    [0, 1, 1, 2, 3, 4, 4]
    """
    return max(n for n, least in enumerate(LEAST) if breaks >= least)


def month_labels(mondays: Sequence[date], today: date) -> list[tuple[int, str]]:
    """Return in which columns months begin, and what is said there.

    The first column has the month that goes on there, if there is room. A year is
    said with January, and in the first label unless it is this one.
    """
    starts = [0] + [
        column
        for column in range(1, len(mondays))
        if mondays[column].month != mondays[column - 1].month
    ]
    if len(starts) > 1 and starts[1] < _ROOM_FOR_MONTH:
        del starts[0]
    labels = []
    for column in starts:
        monday = mondays[column]
        words = months()[monday.month - 1]
        other_year = column == starts[0] and monday.year != today.year
        if other_year or (monday.month == 1 and column < len(mondays) - 2):
            words = f"{words} {monday.year}"
        labels.append((column, words))
    return labels
