"""Random histories of a desk: what may happen, when, and what came of it."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    AskedAnyway,
    CauseEnded,
    Event,
    InhibitorBegan,
    InhibitorEnded,
    LeftForSure,
    Moved,
    PauseSet,
    PromptDismissed,
    PromptOpened,
    QuietBegan,
    QuietEnded,
    SatOn,
    SessionBegan,
    SessionHeld,
    SessionOver,
    Skipped,
    Slept,
    SnoozeAsked,
    StandingSet,
    Touched,
    Undone,
)
from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.quiet import Pause, Reason, on_the_clock, tomorrow
from psoas_break.domain.settings import Reminders, Settings
from tests.random_desk import Desk

MINUTE = timedelta(minutes=1)
often = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""How a property of such histories is tried."""
SOME_SETTINGS = (
    Settings(),
    Settings(hours=WorkingHours(enabled=True)),
    Settings(
        reminders=Reminders(
            earliest=10 * MINUTE,
            latest=10 * MINUTE,
            away_after=10 * MINUTE,
            natural_break=20 * MINUTE,
            snooze_limit=None,
        )
    ),
    Settings(reminders=Reminders(earliest=5 * MINUTE, latest=8 * MINUTE)),
)

Action = Callable[["Desk"], None]


def _types(minutes: float) -> Action:
    return lambda desk: desk.passes(minutes * MINUTE, typing=True)


def _rests(minutes: float) -> Action:
    return lambda desk: desk.passes(minutes * MINUTE, typing=False)


def _says(event: Event) -> Action:
    return lambda desk: desk.happens(event)


def _clicks(event: Event) -> Action:
    def click(desk: Desk) -> None:
        desk.last_input = desk.at
        desk.happens(Touched())
        desk.happens(event)

    return click


def _settles(settings: Settings) -> Action:
    return lambda desk: desk.settles(settings)


def _pause(kind: str) -> Action:
    def pause(desk: Desk) -> None:
        made = {
            "hour": Pause(desk.at, until=desk.at.later(60 * MINUTE)),
            "tomorrow": Pause(
                desk.at,
                wall=on_the_clock(tomorrow(desk.at.wall, desk.settings.hours)),
            ),
            "open": Pause(desk.at),
        }
        desk.happens(PauseSet(made[kind]))

    return pause


def _meeting(minutes: float) -> Action:
    return lambda desk: desk.happens(
        QuietBegan(Reason.MEETING, desk.at.later(minutes * MINUTE))
    )


def _sleeps(minutes: float) -> Action:
    def sleep(desk: Desk) -> None:
        since, desk.at = desk.at, desk.at.later(minutes * MINUTE)
        desk.happens(Slept(since))

    return sleep


def _begins(*, seated: bool) -> Action:
    def begin(desk: Desk) -> None:
        desk.session = desk.session or timedelta()
        desk.happens(SessionBegan(seated))

    return begin


def _holds(seconds: float) -> Action:
    def hold(desk: Desk) -> None:
        if desk.session is not None:
            span = timedelta(seconds=seconds)
            desk.passes(span, typing=False)
            desk.session += span
            desk.happens(SessionHeld(desk.session))

    return hold


def _ends(*, finished: bool) -> Action:
    def end(desk: Desk) -> None:
        active, desk.session = desk.session or timedelta(), None
        desk.happens(SessionOver(finished=finished and bool(active), active=active))

    return end


def _restarts(minutes: float, *, same_boot: bool) -> Action:
    return lambda desk: desk.restarts(gap=minutes * MINUTE, same_boot=same_boot)


MINUTES = st.sampled_from([0.05, 0.2, 0.5, 1, 2, 3, 4, 4.9, 5, 6, 8, 12, 20, 31, 95])
CAUSES = st.sampled_from(list(Certain))
REASONS = st.sampled_from(list(Reason))

INHIBITORS: st.SearchStrategy[Event] = st.sampled_from(
    [InhibitorBegan(), InhibitorEnded()]
)
WISHES: st.SearchStrategy[Event] = st.sampled_from(
    [
        Moved(),
        Skipped(),
        Undone(),
        SatOn(),
        PromptOpened(),
        PromptDismissed(),
        AskedAnyway(),
        SnoozeAsked(5 * MINUTE),
    ]
)

ACTIONS: st.SearchStrategy[Action] = st.one_of(
    MINUTES.map(_types),
    MINUTES.map(_types),
    MINUTES.map(_rests),
    MINUTES.map(_rests),
    st.just(_types(46)),
    MINUTES.map(_sleeps),
    st.builds(lambda cause: _says(LeftForSure(cause)), CAUSES),
    st.builds(lambda cause: _says(CauseEnded(cause)), CAUSES),
    st.builds(lambda reason: _says(QuietBegan(reason)), REASONS),
    st.builds(lambda reason: _says(QuietEnded(reason)), REASONS),
    MINUTES.map(_meeting),
    INHIBITORS.map(_says),
    st.sampled_from(["hour", "tomorrow", "open"]).map(_pause),
    st.just(_says(PauseSet(None))),
    st.sampled_from(SOME_SETTINGS).map(_settles),
    st.builds(lambda on: _says(StandingSet(on=on)), st.booleans()),
    WISHES.map(_says),
    WISHES.map(_clicks),
    st.builds(lambda seated: _begins(seated=seated), st.booleans()),
    st.sampled_from([5.0, 20.0, 45.0]).map(_holds),
    st.builds(lambda finished: _ends(finished=finished), st.booleans()),
    st.builds(lambda gap, same: _restarts(gap, same_boot=same), MINUTES, st.booleans()),
)


@st.composite
def histories(draw: st.DrawFn, *, idle_known: bool | None = None) -> Desk:
    """A desk after a random history, in which no two things happen at once."""
    desk = Desk(
        draw(st.sampled_from(SOME_SETTINGS)),
        idle_known=draw(st.booleans()) if idle_known is None else idle_known,
    )
    for action in draw(st.lists(ACTIONS, max_size=25)):
        action(desk)
        desk.at = desk.at.later(timedelta(milliseconds=1))
    return desk
