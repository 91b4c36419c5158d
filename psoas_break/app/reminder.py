"""The reminder's shell: one event in, one moment read, effects out, one alarm."""

from collections.abc import Callable
from typing import assert_never

from psoas_break.app.ports import (
    Alarm,
    CalendarAlarm,
    Clock,
    Idle,
    IdleSignals,
    Journal,
)
from psoas_break.domain import reminder, waking
from psoas_break.domain.events import (
    CollapsePrompt,
    Effect,
    Event,
    Refusal,
    Refuse,
    ShowPrompt,
    TimePassed,
    WithdrawPrompt,
    Write,
)
from psoas_break.domain.history import Record
from psoas_break.domain.moment import Moment
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import State

PromptEffect = ShowPrompt | CollapsePrompt | WithdrawPrompt


class Reminder:
    """Feeds events to the rules and carries out what they ask for.

    Args:
        state: where we are, as restored or new.
        settings: what the user chose; replace it with `use`.
        clock: read once per event.
        alarm: rings for the next deadline.
        calendar: rings for the day roll, working hours and a pause's end.
        idle: read when the alarm rings.
        signals: tells of what the alarm need then not ring for.
        journal: gets every record, in one go per event.
        on_prompt: shows, collapses or withdraws the prompt.
        on_change: called after every event, to save and show the state.
        senses: asked before each look; does what it is given once it has looked. It
            has `signals` tell of a return.
    """

    def __init__(
        self,
        *,
        state: State,
        settings: Settings,
        clock: Clock,
        alarm: Alarm,
        calendar: CalendarAlarm,
        idle: Idle,
        signals: IdleSignals,
        journal: Journal,
        on_prompt: Callable[[PromptEffect], None],
        on_change: Callable[[State], None],
        senses: Callable[[Callable[[], None]], None] = lambda then: then(),
    ) -> None:
        self.state = state
        self.settings = settings
        self._clock = clock
        self._alarm = alarm
        self._calendar = calendar
        self._idle = idle
        self._signals = signals
        self._journal = journal
        self._on_prompt = on_prompt
        self._on_change = on_change
        self._senses = senses

    def look(self) -> None:
        """Look at the other senses, at idle, and at the time."""
        self._senses(self._pass_time)

    def use(self, settings: Settings) -> None:
        """Go by other settings from now on."""
        self.settings = settings
        self.look()

    def handle(self, event: Event) -> Refusal | None:
        """Take one step. Returns why nothing happened, if the event was refused."""
        at = self._clock.now()
        self.state, effects = reminder.step(self.state, event, at, self.settings)
        try:
            refusal = self._perform(effects)
            self._on_change(self.state)
        finally:  # whatever goes wrong at one event, the next is heard of
            self._wait(at)
        return refusal

    def _wait(self, at: Moment) -> None:
        """Have `look` called when something can happen next."""
        when = waking.wake_at(
            self.state,
            at,
            self.settings,
            told_of_return=self._signals.tells,
            told_of_silence=self._signals.tells_silence,
        )
        self._alarm.ring_at(None if when is None else when.steady, self.look)
        self._calendar.ring_on(waking.wake_on(self.state, at, self.settings), self.look)
        silence = waking.silence_awaited(self.state, at, self.settings)
        self._signals.tell_silence(silence, self.look)

    def _pass_time(self) -> None:
        self.handle(TimePassed(self._idle.idle()))

    def _perform(self, effects: tuple[Effect, ...]) -> Refusal | None:
        refusal: Refusal | None = None
        records: list[Record] = []
        prompts: list[PromptEffect] = []
        for effect in effects:
            match effect:
                case Write(record):
                    records.append(record)
                case Refuse(why):
                    refusal = why
                case ShowPrompt() | CollapsePrompt() | WithdrawPrompt():
                    prompts.append(effect)
                case _:
                    assert_never(effect)
        if records:
            self._journal.record(records)
        for prompt in prompts:
            self._on_prompt(prompt)
        return refusal
