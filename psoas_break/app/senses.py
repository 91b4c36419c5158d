"""When the desktop is asked what, and what its answers mean to the reminder.

Asking costs, so it is done when something hangs on the answer: a prompt is about to
be shown, or missing input is about to be taken for an absence. What holds is asked
again until it ends, every 30 s while it holds a prompt back, unless the desktop tells
of its end by itself (behaviour.md sections 3 and 4).
"""

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from psoas_break.app.leaving import Leaving
from psoas_break.app.ports import (
    Alarm,
    Clock,
    Idle,
    IdleSignals,
    QuietSource,
    Signs,
)
from psoas_break.app.reminder import Reminder
from psoas_break.app.waiting import Then, Wait, Waits
from psoas_break.domain import reminder as rules
from psoas_break.domain.absence import Gone, Present, is_presumed
from psoas_break.domain.events import (
    Event,
    InhibitorBegan,
    InhibitorEnded,
    QuietBegan,
    QuietEnded,
    ShowPrompt,
    TimePassed,
)
from psoas_break.domain.prompt import Collapsed, Pending, Shown
from psoas_break.domain.quiet import CALLS, Reason

_log = logging.getLogger(__name__)

WHILE_HELD_BACK = timedelta(seconds=30)
"""How often a reason that holds a prompt back is asked whether it still does."""
WHILE_IT_HOLDS = timedelta(minutes=1)
"""How often one that holds nothing back is."""

ANSWERS_WITHIN = timedelta(seconds=10)
"""Longer than any sense waits for whom it asks. No look waits longer for a sense that
breaks its word; what it says later still counts."""

WHILE_UNKNOWN = timedelta(minutes=5)
"""How often idle is asked for again where it is unknown but need not stay so."""

SENSED = frozenset(Reason) - {Reason.MEETING}
"""The reasons the desktop knows; a meeting is the user's own word."""

FOR_INPUT = Signs(CALLS, inhibited=True)
"""What stands for missing input (behaviour.md 3.4)."""


class Senses:
    """Asks the desktop at the right moments, and turns its answers into events.

    Args:
        reminder: hears the events; its state says what is worth asking.
        clock: the app's clock.
        alarm: rings when what holds is to be asked again.
        idle: read to see what a look would come to.
        signals: brings `idle` up to date, and tells of a return.
        quiet: who knows reasons not to speak, and what keeps the screen on; called
            when something first hangs on it.
        leaving: knows when the user has left for sure.
        heed: the signs the user wants heeded.
    """

    def __init__(
        self,
        *,
        reminder: Reminder,
        clock: Clock,
        alarm: Alarm,
        idle: Idle,
        signals: IdleSignals,
        quiet: Callable[[], Sequence[QuietSource]],
        leaving: Leaving,
        heed: Signs,
    ) -> None:
        self._reminder = reminder
        self._clock = clock
        self._alarm = alarm
        self._idle = idle
        self._signals = signals
        self._quiet = quiet
        self._leaving = leaving
        self._heed = heed
        self._then: Then | None = None
        self._found: dict[QuietSource, Signs] = {}
        self._waits = Waits()
        self._asked = clock.now()
        self._watching = False
        self._for_a_return = False

    @property
    def busy(self) -> bool:
        """Whether somebody was asked who has not answered yet."""
        return bool(self._waits)

    @property
    def found(self) -> dict[str, Signs]:
        """What each source said last."""
        return {source.name: signs for source, signs in self._found.items()}

    def start(self) -> None:
        """Hear of lock, sleep and the like from now on."""
        self._leaving.start(self._settle)

    def use(self, heed: Signs) -> None:
        """Heed other signs from now on; what is not heeded any more is over."""
        if heed == self._heed:
            return
        self._watch(on=False)
        self._heed = heed
        self._ask(self._heeded(), self._settle)

    def look(self, then: Then) -> None:
        """Do `then` when everything is known that it depends on.

        Most looks depend on nothing and are done at once. A look that comes while
        another waits is one with it.
        """
        self._leaving.look()
        # One that has failed on its way is waited for no more.
        looking, self._then = self._then is not None and self.busy, then
        if not looking:
            wait = self._wait(self._look_closer)
            self._signals.refresh(wait.end)
            self._watch_over(wait)

    def follow(self) -> None:
        """Hear of a return also where no look has found that the user is away.

        So it is after a break: its end is an event of its own, and the walk after it
        ends with the first input.
        """
        if is_presumed(self._reminder.state.presence) is not self._for_a_return:
            self._settle()

    # When to ask

    def _look_closer(self) -> None:
        sources = self._worth_asking()
        if sources:
            self._ask(sources, self._end_look)
        else:
            self._end_look()

    def _worth_asking(self) -> list[QuietSource]:
        """Whom to ask first: all before a prompt, those for input before an absence."""
        before = self._reminder.state
        passed = TimePassed(self._idle.idle())
        now, settings = self._clock.now(), self._reminder.settings
        after, effects = rules.step(before, passed, now, settings)
        if any(isinstance(effect, ShowPrompt) for effect in effects):
            return self._heeded()
        if isinstance(before.presence, Present) and isinstance(after.presence, Gone):
            return [source for source in self._heeded() if source.finds & FOR_INPUT]
        return []

    def _end_look(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
        self._settle()

    def _settle(self) -> None:
        """Watch, listen and set the alarm for what can matter next."""
        state = self._reminder.state
        presumed = self._for_a_return = is_presumed(state.presence)
        asked_for = isinstance(state.ask, Shown | Collapsed | Pending)
        self._watch(on=presumed or asked_for or bool(self._held()))
        here = isinstance(state.presence, Present)
        due = here and state.due(self._clock.now(), self._reminder.settings)
        self._signals.attend(closely=presumed or due)
        self._signals.tell_return(self._reminder.look if presumed else None)
        self._set_alarm()

    def _set_alarm(self) -> None:
        whens = (self._next_round(), self._next_try(), self._waits.until)
        rounds = [when for when in whens if when is not None]
        self._alarm.ring_at(min(rounds, default=None), self._go_round)

    def _go_round(self) -> None:
        if overdue := self._waits.overdue(self._clock.now().steady):
            _log.warning("Somebody who was asked does not answer; going on without")
            for wait in overdue:
                wait.end()
        elif self._next_try() is not None:
            self._reminder.look()
        else:
            self._ask(self._silent_holders(), self._settle)

    def _next_try(self) -> timedelta | None:
        """When to ask for idle again that somebody should be able to tell."""
        if self._reminder.state.idle_known or not self._signals.tells:
            return None
        return self._clock.now().steady + WHILE_UNKNOWN

    def _next_round(self) -> timedelta | None:
        """When to ask what holds again; not at all while nobody is there."""
        state = self._reminder.state
        gone = state.presence
        if isinstance(gone, Gone) and (gone.causes or gone.cleared):
            return None
        if not self._silent_holders():
            return None
        held_back = isinstance(state.ask, Pending)
        every = WHILE_HELD_BACK if held_back else WHILE_IT_HOLDS
        return self._asked.steady + every

    def _silent_holders(self) -> list[QuietSource]:
        """Sources with a sign that holds, whose end they do not tell."""
        found = self._found.items()
        return [who for who, signs in found if signs & self._heed and not who.tells]

    def _heeded(self) -> list[QuietSource]:
        return [source for source in self._quiet() if source.finds & self._heed]

    def _watch(self, *, on: bool) -> None:
        if on == self._watching:
            return
        self._watching = on
        for source in self._heeded():
            source.watch(partial(self._changed, source) if on else None)

    def _changed(self, source: QuietSource) -> None:
        self._ask([source], self._settle)

    # What the answers mean

    def _ask(self, sources: Sequence[QuietSource], done: Then) -> None:
        """Ask these, tell the reminder when all have answered, then do `done`."""
        self._asked = self._clock.now()
        wait = self._wait(partial(self._heard_all, done))
        # None stands for the asking itself: some answer while it lasts.
        silent: set[QuietSource | None] = {None, *sources}

        def answered(source: QuietSource, signs: Signs | None) -> None:
            if source not in silent:
                return
            silent.remove(source)
            self._found[source] = signs or Signs()
            if wait.is_over:
                self._heard_all(self._settle)
            elif not silent:
                wait.end()

        for source in sources:
            try:
                source.ask(partial(answered, source))
            except Exception:  # noqa: BLE001  whatever is wrong with one, hear the others
                _log.exception("%s cannot be asked", source.name)
                answered(source, None)
        silent.remove(None)
        if not silent:
            wait.end()
        self._watch_over(wait)

    def _heard_all(self, done: Then) -> None:
        self._tell()
        done()

    def _wait(self, go_on: Then) -> Wait:
        return self._waits.begin(self._clock.now().steady + ANSWERS_WITHIN, go_on)

    def _watch_over(self, wait: Wait) -> None:
        """Have the alarm ring should it not end by itself."""
        if not wait.is_over:
            self._set_alarm()

    def _held(self) -> Signs:
        """What the reminder believes that only the desktop can know."""
        state = self._reminder.state
        reasons = {quiet.reason for quiet in state.quiets}
        return Signs(frozenset(reasons & SENSED), state.video)

    def _tell(self) -> None:
        """Tell the reminder what has changed: first what began, then what ended."""
        found, held = Signs(), self._held()
        for signs in self._found.values():
            found = found | (signs & self._heed)
        events: list[Event] = [
            *(QuietBegan(reason) for reason in sorted(found.reasons - held.reasons)),
            *([InhibitorBegan()] if found.inhibited and not held.inhibited else []),
            *(QuietEnded(reason) for reason in sorted(held.reasons - found.reasons)),
            *([InhibitorEnded()] if held.inhibited and not found.inhibited else []),
        ]
        for event in events:
            _log.info("The desktop says: %s", event)
            self._reminder.handle(event)
