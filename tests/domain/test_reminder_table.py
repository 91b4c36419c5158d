"""Every state and every event: what follows, all on one page.

A cell names the state that follows. `=` means that nothing anybody sees has changed,
`!` that the wish was refused, and `+` that it stays but something is written or shown.
A new event, or a new kind of state, fails here until it has its row or column.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from psoas_break.domain.absence import Certain, Gone, Presence
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
    Refuse,
    SatOn,
    SessionBegan,
    SessionHeld,
    SessionOver,
    Skipped,
    Slept,
    SnoozeAsked,
    StandingSet,
    TimePassed,
    Touched,
    Undone,
)
from psoas_break.domain.prompt import Ask, Waiting
from psoas_break.domain.quiet import Pause, Reason
from psoas_break.domain.reminder import step
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import State
from tests.world import World

MINUTE = timedelta(minutes=1)

TABLE = """
event            Waiting   due       Pending   Shown     Collapsed Snoozed   missed    Gone      walk      session
TimePassed       =         =         =         =         =         =         =         =         =         =
LeftForSure      Gone      Gone      Gone      Gone      Gone      Gone      Gone      =         =         =
CauseEnded       =         =         =         =         =         =         =         Waiting   =         =
Slept            Gone      Gone      Gone      Gone      Gone      Gone      Gone      =         =         =
QuietBegan       =         Pending   =         Pending   Pending   =         =         Waiting   =         =
QuietEnded       =         =         =         =         =         =         =         =         =         =
InhibitorBegan   =         =         =         =         =         =         =         =         =         =
InhibitorEnded   =         =         =         =         =         =         =         =         =         =
Touched          =         =         =         =         =         =         =         Waiting   =         =
SnoozeAsked      !         Snoozed   Snoozed   Snoozed   Snoozed   +         Snoozed   !         !         !
Skipped          !         Waiting   Waiting   Waiting   Waiting   Waiting   Waiting   !         !         !
Moved            +         Waiting   Waiting   Waiting   Waiting   Waiting   Waiting   +         +         +
Undone           !         !         !         !         !         !         !         !         !         !
SatOn            !         !         !         !         !         !         !         !         !         !
StandingSet      =         Pending   =         Pending   Pending   =         =         =         =         =
PauseSet         =         Pending   =         Pending   Pending   =         =         =         =         =
PromptOpened     =         Shown     Shown     =         Shown     Shown     Shown     =         =         =
PromptDismissed  =         =         =         Collapsed =         =         =         =         =         =
AskedAnyway      =         =         =         =         =         =         =         =         =         =
SessionBegan     session   session   session   session   session   session   session   session   session   =
SessionHeld      =         =         =         =         =         =         =         =         =         =
SessionOver      =         =         =         =         =         =         =         =         =         walk
"""  # noqa: E501  a table is as wide as it is

HEAD, *ROWS = (line.split() for line in TABLE.strip().splitlines())
CELLS = [
    (row[0], place, cell)
    for row in ROWS
    for place, cell in zip(HEAD[1:], row[1:], strict=False)
]


def _at_work(minutes: float) -> World:
    world = World("09:00")
    world.types(minutes=minutes)
    return world


def _after(minutes: float, *events: Event) -> World:
    world = _at_work(minutes)
    for event in events:
        world.happens(event)
    return world


def _gone() -> World:
    world = _at_work(20)
    world.rests_hands(minutes=4)
    return world


def _pending() -> World:
    world = _after(45.5, QuietBegan(Reason.CAMERA))
    world.happens(QuietEnded(Reason.CAMERA))
    return world


PLACES: dict[str, Callable[[], World]] = {
    "Waiting": lambda: _at_work(20),
    "due": lambda: _at_work(31),
    "Pending": _pending,
    "Shown": lambda: _at_work(45.5),
    "Collapsed": lambda: _at_work(47),
    "Snoozed": lambda: _after(45.5, SnoozeAsked(5 * MINUTE)),
    "missed": lambda: _at_work(75),
    "Gone": _gone,
    "walk": lambda: _after(
        20, SessionBegan(seated=False), SessionOver(finished=True, active=MINUTE)
    ),
    "session": lambda: _after(20, SessionBegan(seated=False)),
}

EVENTS: dict[str, Callable[[World], Event]] = {
    "TimePassed": lambda _: TimePassed(timedelta()),
    "LeftForSure": lambda _: LeftForSure(Certain.LOCKED),
    "CauseEnded": lambda _: CauseEnded(Certain.LOCKED),
    "Slept": lambda world: Slept(world.at.later(-timedelta(milliseconds=500))),
    "QuietBegan": lambda _: QuietBegan(Reason.MICROPHONE),
    "QuietEnded": lambda _: QuietEnded(Reason.MICROPHONE),
    "InhibitorBegan": lambda _: InhibitorBegan(),
    "InhibitorEnded": lambda _: InhibitorEnded(),
    "Touched": lambda _: Touched(),
    "SnoozeAsked": lambda _: SnoozeAsked(5 * MINUTE),
    "Skipped": lambda _: Skipped(),
    "Moved": lambda _: Moved(),
    "Undone": lambda _: Undone(),
    "SatOn": lambda _: SatOn(),
    "StandingSet": lambda _: StandingSet(on=True),
    "PauseSet": lambda world: PauseSet(Pause(world.at)),
    "PromptOpened": lambda _: PromptOpened(),
    "PromptDismissed": lambda _: PromptDismissed(),
    "AskedAnyway": lambda _: AskedAnyway(),
    "SessionBegan": lambda _: SessionBegan(seated=False),
    "SessionHeld": lambda _: SessionHeld(20 * timedelta(seconds=1)),
    "SessionOver": lambda _: SessionOver(finished=True, active=MINUTE),
}


def _place(state: State, world: World) -> str:
    if state.session is not None:
        return "session"
    if isinstance(state.presence, Gone):
        return "walk" if state.presence.walk else "Gone"
    if isinstance(state.ask, Waiting):
        if state.ask.missed is not None:
            return "missed"
        return "due" if state.due(world.at, Settings()) else "Waiting"
    return type(state.ask).__name__


def _what_follows(event: str, place: str) -> str:
    world = PLACES[place]()
    assert _place(world.state, world) == place
    world.at = world.at.later(timedelta(seconds=1))
    happened = EVENTS[event](world)
    state, effects = step(world.state, happened, world.at, Settings())
    after = _place(state, world)
    if any(isinstance(effect, Refuse) for effect in effects):
        return "!"
    if after != place:
        return after
    return "+" if effects else "="


@pytest.mark.parametrize(("event", "place", "cell"), CELLS)
def test_what_follows(event: str, place: str, cell: str) -> None:
    assert _what_follows(event, place) == cell


def test_every_event_has_its_row() -> None:
    rows = {row[0] for row in ROWS}
    assert rows == set(EVENTS) == {kind.__name__ for kind in Event.__args__}


def test_every_kind_of_state_has_its_column() -> None:
    kinds = {kind.__name__ for kind in (*Ask.__args__, *Presence.__args__)}
    assert kinds - {"Present"} <= set(HEAD[1:]) == set(PLACES)


def test_no_cell_is_missing() -> None:
    assert {len(row) for row in ROWS} == {len(HEAD)}
