"""One turn of the reminder: the state while it is being decided on.

The verbs here are shared by the rules: change, write, clear, repay. Pure from
outside: `reminder.step` makes a turn, plays it, and returns what it came to.
"""

from dataclasses import replace
from datetime import timedelta
from operator import attrgetter
from typing import Any

from psoas_break.domain.absence import Gone
from psoas_break.domain.durations import ZERO
from psoas_break.domain.events import Effect, Refusal, Refuse, Write
from psoas_break.domain.history import (
    DaySpan,
    PromptNote,
    PromptRecord,
    Record,
    SpanKind,
    Voided,
)
from psoas_break.domain.moment import Moment
from psoas_break.domain.prompt import Prompt, Waiting, prompt_of
from psoas_break.domain.settings import Settings
from psoas_break.domain.sitting import SittingClock
from psoas_break.domain.state import State, clock_should_run


class Turn:
    """A state on its way to the next one, with what the world shall do."""

    def __init__(self, state: State, at: Moment, settings: Settings) -> None:
        self.state = state
        self.at = at
        self.settings = settings
        self.rules = settings.reminders
        self.effects: list[Effect] = []
        self.idle: timedelta | None = None

    def change(self, **fields: Any) -> None:
        """Replace fields of the state."""
        self.state = self.state.but(**fields)

    def write(self, record: Record) -> None:
        """Have it remembered."""
        self.effects.append(Write(record))

    def refuse(self, why: Refusal) -> None:
        """Have it said why nothing happened."""
        self.effects.append(Refuse(why))

    def note(
        self,
        prompt: Prompt | None,
        note: PromptNote,
        detail: str = "",
        at: Moment | None = None,
    ) -> tuple[str, ...]:
        """Remember what became of a prompt; of none that was never shown.

        Returns the record's key, if there is one.
        """
        if prompt is None:
            return ()
        record = PromptRecord(
            prompt=prompt.first.wall,
            at=(at or self.at).wall,
            note=note,
            sat=self.state.sat(self.at),
            detail=detail,
        )
        self.write(record)
        return (record.key,)

    def void(self, keys: tuple[str, ...]) -> None:
        """Take earlier records back."""
        for key in keys:
            self.write(Voided(of=key, at=self.at.wall))

    @property
    def due(self) -> bool:
        """Whether the window has opened."""
        return self.state.due(self.at, self.settings)

    def clear(
        self, *, last_sat: Moment, answer: PromptNote | None = None
    ) -> tuple[str, ...]:
        """Set the sitting clock to nothing: the user has had a real break.

        Ends snoozes, waits and offers, takes an open prompt down with `answer`, and
        writes the bout that ended at `last_sat`. Returns its key, if there was one.
        """
        if answer is not None:
            self.note(prompt_of(self.state.ask), answer)
        keys = self._write_bout(last_sat)
        self.change(
            clock=SittingClock(),
            base=ZERO,
            ask=Waiting(),
            snoozes=0,
            showings=(),
            undo=None,
            regret=None,
            bout=None,
        )
        return keys

    def move_base(self, ask: Waiting) -> None:
        """Let the window start anew from here, and every count with it."""
        self.change(ask=ask, base=self.state.sat(self.at), snoozes=0, showings=())

    def _write_bout(self, last_sat: Moment) -> tuple[str, ...]:
        """Nobody sat on while standing or away."""
        state, ends = self.state, [last_sat]
        if state.standing is not None:
            ends.append(state.standing.since)
        if isinstance(state.presence, Gone):
            ends.append(state.presence.start)
        last_sat = min(ends, key=attrgetter("steady"))
        if state.bout is None or last_sat - state.bout <= ZERO:
            return ()
        bout = span_from(SpanKind.SITTING, state.bout, last_sat)
        self.write(bout)
        return (bout.key,)

    def repay(self, share: float, reading: timedelta) -> None:
        """Take `share` of `reading` off the clock, and of the base off the base."""
        share = min(1.0, share)
        self.change(
            clock=self.state.clock.less(reading * share, self.at),
            base=self.state.base * (1 - share),
        )

    def tune_clock(self, since: Moment | None = None) -> None:
        """Let the clock run or stand as the state says, from `since` or now."""
        at = since or self.at
        clock, runs = self.state.clock, self.state.clock.since is not None
        if clock_should_run(self.state) is runs:
            return
        if runs:
            self.change(clock=clock.stopped(at))
        else:
            self.change(clock=clock.started(at), bout=self.state.bout or at)

    def change_absence(self, **fields: Any) -> None:
        """Replace fields of the absence in progress, if there is one."""
        if isinstance(self.state.presence, Gone):
            self.change(presence=replace(self.state.presence, **fields))


def span_from(kind: SpanKind, began: Moment, ended: Moment) -> DaySpan:
    """Return the record of a stretch of the day, as long as the steady clock says."""
    return DaySpan(kind=kind, started=began.wall, ended=began.later(ended - began).wall)
