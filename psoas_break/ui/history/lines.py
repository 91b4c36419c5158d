"""The history as lines under days, made when they are first looked at."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property, partial

from psoas_break.domain.history import Held, Side
from psoas_break.domain.moment import day_of
from psoas_break.domain.past import (
    DayTotals,
    History,
    PastBreak,
    PastPrompt,
    PastSession,
)
from psoas_break.domain.totals import totals_of
from psoas_break.ui.history.words import (
    NOTHING,
    Names,
    break_what,
    clock_words,
    day_words,
    held_what,
    held_words,
    outcome_words,
    prompt_what,
    prompt_words,
    totals_words,
)

Lines = list["Line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The words of a line.

    Attributes:
        when, what, left, right: the words in its columns.
        how: how it went; stands behind `what`, more quietly.
    """

    when: str = ""
    what: str = ""
    left: str = ""
    right: str = ""
    how: str = ""

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The words in the order of the columns."""
        what = f"{self.what} · {self.how}" if self.how else self.what
        return self.when, what, self.left, self.right


class Line:
    """One line of the table, with the lines below it; made when they are looked at.

    Args:
        say: Finds its words.
        make: Makes the lines below.
        has_more: Whether there are any.

    Attributes:
        parent: The line above; None for a day.
        row: Its place below its parent.
    """

    def __init__(
        self,
        say: Callable[[], Said],
        make: Callable[[], Lines] = list,
        *,
        has_more: bool = False,
    ) -> None:
        self._say = say
        self._make = make
        self.has_more = has_more
        self.parent: Line | None = None
        self.row = 0

    @cached_property
    def said(self) -> Said:
        """Its words."""
        return self._say()

    @cached_property
    def below(self) -> Lines:
        """The lines below, numbered."""
        lines = self._make()
        for row, line in enumerate(lines):
            line.parent, line.row = self, row
        return lines


@dataclass(frozen=True, slots=True)
class Days:
    """A history sorted into days, the latest first."""

    by_day: dict[date, History]

    @classmethod
    def of(cls, history: History) -> "Days":
        """Sort a history into days; a break belongs to the day it began on."""
        sessions: dict[date, list[PastSession]] = defaultdict(list)
        prompts: dict[date, list[PastPrompt]] = defaultdict(list)
        breaks: dict[date, list[PastBreak]] = defaultdict(list)
        for session in history.sessions:
            sessions[day_of(session.started)].append(session)
        for prompt in history.prompts:
            prompts[day_of(prompt.prompt)].append(prompt)
        for one in history.natural_breaks:
            breaks[day_of(one.started)].append(one)
        days = sorted({*sessions, *prompts, *breaks}, reverse=True)
        return cls(
            {
                day: History(
                    sessions=tuple(sessions[day]),
                    prompts=tuple(prompts[day]),
                    natural_breaks=tuple(breaks[day]),
                )
                for day in days
            }
        )

    def totals(self, day: date) -> DayTotals:
        """What one day has come to."""
        return totals_of(self.by_day.get(day, History()))

    def week(self, today: date) -> DayTotals:
        """What the week of `today`, from its Monday, has come to."""
        monday = today - timedelta(days=today.weekday())
        days = [self.totals(monday + timedelta(days=n)) for n in range(7)]
        return DayTotals(
            breaks=sum(one.breaks for one in days),
            natural_breaks=sum(one.natural_breaks for one in days),
            stretch_left=sum((one.stretch_left for one in days), NOTHING),
            stretch_right=sum((one.stretch_right for one in days), NOTHING),
        )

    def lines(self, today: date, names: Names) -> Lines:
        """One line for each day."""
        return [
            _day_line(day, history, today, names)
            for day, history in self.by_day.items()
        ]


def _day_line(day: date, history: History, today: date, names: Names) -> Line:
    def say() -> Said:
        totals = totals_of(history)
        return Said(
            when=day_words(day, today),
            what=totals_words(totals),
            left=held_words(totals.stretch_left),
            right=held_words(totals.stretch_right),
        )

    return Line(say, lambda: _events(history, names), has_more=True)


def _events(history: History, names: Names) -> Lines:
    """Everything of a day, the latest first."""
    dated: list[tuple[datetime, Line]] = [
        *((one.started, _session_line(one, names)) for one in history.sessions),
        *((one.prompt, _prompt_line(one)) for one in history.prompts),
        *((one.started, _break_line(one)) for one in history.natural_breaks),
    ]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return [line for _when, line in dated]


def _session_line(session: PastSession, names: Names) -> Line:
    def say() -> Said:
        return Said(
            when=clock_words(session.started),
            what=names.get(session.routine, session.routine),
            left=held_words(_held_on(session.held, Side.LEFT)),
            right=held_words(_held_on(session.held, Side.RIGHT)),
            how=outcome_words(session),
        )

    has_more = bool(session.held)
    return Line(say, lambda: _held_lines(session.held, names), has_more=has_more)


def _held_lines(held: Sequence[Held], names: Names) -> Lines:
    """The exercises in order; the two sides of one stand in one line."""
    said: list[Said] = []
    last = ""
    for one in held:
        if one.exercise != last or _is_taken(said[-1], one.side):
            said.append(Said(what=held_what(one, names)))
        words = held_words(one.held)
        if one.side is Side.LEFT:
            said[-1] = replace(said[-1], left=words)
        elif one.side is Side.RIGHT:
            said[-1] = replace(said[-1], right=words)
        last = one.exercise
    return [Line(partial(_same, one)) for one in said]


def _same(said: Said) -> Said:
    return said


def _is_taken(said: Said, side: Side) -> bool:
    """Whether a line already says how long this side was held."""
    match side:
        case Side.LEFT:
            return bool(said.left)
        case Side.RIGHT:
            return bool(said.right)
        case Side.BOTH:
            return True


def _held_on(held: Iterable[Held], side: Side) -> timedelta:
    return sum((one.held for one in held if one.side is side), NOTHING)


def _prompt_line(prompt: PastPrompt) -> Line:
    def say() -> Said:
        return Said(
            when=clock_words(prompt.prompt),
            what=prompt_what(prompt),
            how=prompt_words(prompt),
        )

    return Line(say)


def _break_line(past: PastBreak) -> Line:
    return Line(lambda: Said(when=clock_words(past.started), what=break_what(past)))
