"""The events of a day as lines, made when they are first looked at."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property, partial

from psoas_break.domain.history import Held, Side
from psoas_break.domain.noticing import Noticed, noticing_words, question_words
from psoas_break.domain.past import (
    History,
    PastBreak,
    PastPrompt,
    PastSession,
)
from psoas_break.ui.history.words import (
    NOTHING,
    Names,
    break_what,
    clock_words,
    held_what,
    held_words,
    outcome_words,
    prompt_what,
    prompt_words,
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
        parent: The line above; None for an event.
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


def events_of(history: History, names: Names) -> Lines:
    """One line for each event of a day, the latest first."""
    dated: list[tuple[datetime, Line]] = [
        *((one.started, _session_line(one, names)) for one in history.sessions),
        *((one.prompt, _prompt_line(one)) for one in history.prompts),
        *((one.started, _break_line(one)) for one in history.natural_breaks),
        *((one.at, _noticed_line(one)) for one in history.noticed),
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


def _noticed_line(noticed: Noticed) -> Line:
    def say() -> Said:
        return Said(
            when=clock_words(noticed.at),
            what=question_words(noticed.question),
            how=noticing_words(noticed.noticing),
        )

    return Line(say)


def _break_line(past: PastBreak) -> Line:
    return Line(lambda: Said(when=clock_words(past.started), what=break_what(past)))
