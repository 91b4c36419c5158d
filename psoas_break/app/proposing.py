"""Offers to change something, with the user's consent; remembers what was answered."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from psoas_break.app.choosing import Choosing
from psoas_break.app.ports import Anchors, Clock, Journal
from psoas_break.domain.durations import A_MONTH, A_WEEK, FORTNIGHT, ZERO
from psoas_break.domain.history import Side
from psoas_break.domain.moment import day_of, instant_of
from psoas_break.domain.noticing import (
    BALANCE_CHECK,
    HIP_CHECK,
    Question,
    check_question,
)
from psoas_break.domain.progress import Progress
from psoas_break.domain.progression import form_at
from psoas_break.domain.proposals import (
    Choice,
    Lately,
    Proposal,
    Topic,
    longer_window,
    propose,
    shorter_window,
)
from psoas_break.domain.settings import Length, Settings

ANCHOR = "proposals"
ASKED = "asked which side felt tighter"
LOOKS_AGAIN = timedelta(minutes=1)
"""What was found is good for so long, unless something is answered or done."""


class Proposing:
    """Finds what to offer when a window asks, and carries out what is accepted.

    Args:
        clock: for days and weeks.
        journal: what was done, missed and felt of late.
        anchors: keep what was answered.
        settings: what the user chose.
        choose: takes other settings.
        choosing: the sides and the practice.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        journal: Journal,
        anchors: Anchors,
        settings: Callable[[], Settings],
        choose: Callable[[Settings], None],
        choosing: Choosing,
    ) -> None:
        self._clock = clock
        self._journal = journal
        self._anchors = anchors
        self._settings = settings
        self._choose = choose
        self._choosing = choosing
        # Some trays open the menu as they first meet it; no history is read for that.
        self._found: tuple[timedelta, Proposal | None] | None
        self._found = (clock.now().steady, None)

    def proposal(self) -> Proposal | None:
        """Return what to offer now; usually nothing."""
        at = self._clock.now().steady
        if self._found is None or not ZERO <= at - self._found[0] < LOOKS_AGAIN:
            self._found = (at, propose(self._lately()))
        return self._found[1]

    def answer(self, topic: Topic, choice: Choice) -> str:
        """Carry out an answer; return the id of a break to start, or nothing."""
        self._keep(topic, self._clock.now().wall)
        settings = self._settings()
        match choice:
            case Choice.WINDOW:
                longer = topic is Topic.LONGER
                window = longer_window(settings) if longer else shorter_window(settings)
                if window is not None:
                    earliest, latest = window
                    rules = replace(
                        settings.reminders, earliest=earliest, latest=latest
                    )
                    self._choose(replace(settings, reminders=rules))
            case Choice.SHORT_BREAKS:
                breaks = replace(settings.breaks, length=Length.ONE)
                self._choose(replace(settings, breaks=breaks))
            case Choice.MOBILITY | Choice.EVERYTHING:
                self._choosing.practice.go_gently(on=choice is Choice.MOBILITY)
            case Choice.LEFT | Choice.RIGHT:
                self._choosing.begin_with(Side(choice.value))
            case Choice.START:
                return HIP_CHECK if topic is Topic.HIP_CHECK else BALANCE_CHECK
            case Choice.NO:
                pass
            case _:
                assert_never(choice)
        return ""

    def question(self, progress: Progress) -> Question | None:
        """Return what to ask about the sides after a break; it counts as asked.

        A self-check asks its own question. "Which side felt tighter?" comes after a
        stretch of both sides, at most once a week.
        """
        self._found = None
        check = check_question(progress.exercises)
        if check is not None:
            return check
        sides = {held.side for held in progress.held if held.stretch}
        now = self._clock.now().wall
        asked = self._answered().get(ASKED)
        if not {Side.LEFT, Side.RIGHT} <= sides or (asked and now - asked < A_WEEK):
            return None
        self._keep(ASKED, now)
        return Question.TIGHTER

    def _lately(self) -> Lately:
        now = self._clock.now().wall
        settings = self._settings()
        span = A_MONTH if settings.breaks.self_checks else FORTNIGHT
        topics = {str(topic): topic for topic in Topic}
        known = self._answered().items()
        return Lately(
            history=self._journal.history(day_of(now - span)).until(now),
            settings=settings,
            form=form_at(self._choosing.practice.progression, now),
            lead=self._choosing.rotation.lead,
            settled={topics[name]: at for name, at in known if name in topics},
            exercises=self._choosing.catalogue.exercises
            if settings.breaks.self_checks
            else {},
            now=now,
        )

    def _answered(self) -> dict[str, datetime]:
        """When each was answered or asked, as far as one can read and believe it."""
        now, times = self._clock.now().wall, dict[str, datetime]()
        for name, text in (self._anchors.load(ANCHOR) or {}).items():
            with suppress(ValueError):
                at = instant_of(str(text))
                if at <= now:  # else a clock went wrong
                    times[name] = at
        return times

    def _keep(self, name: str, at: datetime) -> None:
        """Remember that something was answered, or asked."""
        self._found = None
        times = self._answered() | {str(name): at}
        kept: dict[str, object] = {name: at.isoformat() for name, at in times.items()}
        self._anchors.save(ANCHOR, kept)
