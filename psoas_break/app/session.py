"""The shell of a guided break: the same shape as the reminder's."""

from collections.abc import Callable
from typing import assert_never

from psoas_break.app.choosing import Choosing, Plan
from psoas_break.app.ports import (
    Alarm,
    Anchors,
    Awake,
    Clock,
    Journal,
    Media,
    SessionView,
)
from psoas_break.app.reminder import Reminder
from psoas_break.app.sound import Signs
from psoas_break.domain import session
from psoas_break.domain.events import SessionBegan, SessionHeld, SessionOver
from psoas_break.domain.history import Felt, Record, SessionOutcome
from psoas_break.domain.position import Position
from psoas_break.domain.progress import Progress, closing, from_dict, to_dict
from psoas_break.domain.session_values import (
    Closed,
    Dismissed,
    Effect,
    Ended,
    Event,
    Finish,
    KeepAwake,
    Lead,
    Quitting,
    Running,
    Save,
    Say,
    Session,
    TimePassed,
    Write,
)

ANCHOR = "session"
"""Where the progress of an open break is kept."""


class Guide:
    """Guides one break at a time.

    Args:
        clock: read once per event.
        alarm: rings for the next change of cue, or the end of a pause.
        journal: gets every held step as it ends.
        anchors: keep the progress, in case the app dies.
        awake: keeps the screen on while a break runs.
        media: pauses what plays from the break's beginning to its end.
        view: the window; opened by `begin`.
        reminder: told of every finished step, and when the window is gone.
        choosing: told what was done.
        signs: makes heard what the break says, and each part of a guided breath.
        senses: asked before each step: has the machine slept meanwhile?
    """

    def __init__(
        self,
        *,
        clock: Clock,
        alarm: Alarm,
        journal: Journal,
        anchors: Anchors,
        awake: Awake,
        media: Media,
        view: SessionView,
        reminder: Reminder,
        choosing: Choosing,
        signs: Signs,
        senses: Callable[[], None] = lambda: None,
    ) -> None:
        self.state: Session = Closed()
        self._finished: Finish | None = None
        self._clock = clock
        self._alarm = alarm
        self._journal = journal
        self._anchors = anchors
        self._awake = awake
        self._media = media
        self._view = view
        self._reminder = reminder
        self._choosing = choosing
        self._signs = signs
        self._senses = senses

    @property
    def open(self) -> bool:
        """Whether a break is on screen."""
        return not isinstance(self.state, Closed)

    @property
    def under_way(self) -> bool:
        """Whether one is still being done; on its end screen it no longer is."""
        return not isinstance(self.state, Closed | Ended)

    @property
    def share_left(self) -> float:
        """How much of the break is still to come, 1 … 0."""
        state = self.state
        if isinstance(state, Closed):
            return 0.0
        elapsed = state.course.elapsed
        if isinstance(state, Running):
            elapsed += self._clock.now() - state.course.at
        return max(0.0, 1 - elapsed / state.course.timeline.length)

    def begin(self, plan: Plan) -> None:
        """Open a break."""
        self._finished = None
        self._reminder.handle(SessionBegan(plan.seated))
        self.state, effects = session.begin(
            plan.timeline,
            self._clock.now(),
            routine=plan.routine,
            seated=plan.seated,
            lead=plan.lead,
        )
        self._media.pause()
        self._view.open(self.position)
        self._follow(effects)

    def position(self) -> Position | None:
        """Where in the break we are, now; None once it is closed."""
        return session.where(self.state, self._clock.now())

    def handle(self, event: Event) -> None:
        """Take one step. A sleep nobody told of comes first: it pauses the break."""
        self._senses()
        if not self.open:
            return
        self.state, effects = session.step(self.state, event, self._clock.now())
        self._follow(effects)

    def look(self) -> None:
        """Look at the time."""
        self.handle(TimePassed())

    def dismiss(self) -> None:
        """Close the end screen, if it is up."""
        self.handle(Dismissed())

    def quit(self) -> None:
        """The app is going down: keep what was held."""
        self.handle(Quitting())

    def _follow(self, effects: tuple[Effect, ...]) -> None:
        try:
            for effect in effects:
                self._perform(effect)
        finally:  # whatever goes wrong at one of them, the break goes on, and ends
            if not isinstance(self.state, Running):
                self._signs.hush()
            self._view.show(self.state)
            when = session.wake_at(self.state)
            self._alarm.ring_at(when, self.look)
            if not self.open and self._finished is not None:
                self._tell_it_is_over(self._finished)

    def _tell_it_is_over(self, finish: Finish) -> None:
        finished = finish.outcome is SessionOutcome.FINISHED
        self._reminder.handle(SessionOver(finished, finish.progress.active))

    def _heed(self, records: tuple[Record, ...]) -> None:
        for record in records:
            if isinstance(record, Felt) and self._finished is not None:
                self._choosing.felt(record, self._finished.progress.exercises)

    def _perform(self, effect: Effect) -> None:
        match effect:
            case Say(text, part):
                self._signs.cue(text, part)
            case Lead(phase, lasts):
                self._signs.breath(phase, lasts)
            case Write(records):
                self._journal.record(records)
                self._heed(records)
            case Save(progress):
                self._anchors.save(ANCHOR, to_dict(progress))
                self._reminder.handle(SessionHeld(progress.active))
            case KeepAwake(on):
                if on:
                    self._awake.hold()
                else:
                    self._awake.release()
            case Finish(progress):
                self._finished = effect
                self._media.resume()
                self._choosing.done(progress)
                self._reminder.handle(SessionHeld(progress.active))
                self._anchors.save(ANCHOR, {})
            case _:
                assert_never(effect)


def recover(anchors: Anchors, journal: Journal) -> Progress | None:
    """Close a break the app died in, as interrupted; return how far it came."""
    kept = anchors.load(ANCHOR)
    if not kept:
        return None
    try:
        progress = from_dict(kept)
    except ValueError:
        return None
    journal.record(closing(progress))
    anchors.save(ANCHOR, {})
    return progress
