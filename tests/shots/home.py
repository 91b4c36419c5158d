"""The home window in every state it can meet."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from psoas_break.domain.proposals import Choice, Proposal, Topic
from psoas_break.domain.situation import Situation, StateName, Suggested
from psoas_break.ui.home_window import HomeWindow
from psoas_break.ui.theme import Theme
from tests.shots import Shot

SITTING = Situation(
    state=StateName.SITTING,
    line="Sitting 22 min · next break in 8 to 23 min",
    tooltip="Next break 9:32 to 9:47",
    sitting=timedelta(minutes=22),
    remaining=0.51,
)
CALL = replace(
    SITTING,
    state=StateName.DUE,
    line="Sitting 52 min · a break is waiting",
    reason="Microphone in use · break waits for the call to end",
    sitting=timedelta(minutes=52),
    remaining=0.0,
    quiet=True,
    in_meeting=True,
)
PAUSED = replace(
    SITTING,
    state=StateName.PAUSED,
    line="Paused until 14:30",
    paused=True,
    sitting=timedelta(minutes=112),
    remaining=0.0,
)

LONGER = Proposal(
    topic=Topic.LONGER,
    line="Three breaks were missed in a row. Would this suit you better?",
    choices=(
        (Choice.WINDOW, "Every 45 to 60 min"),
        (Choice.SHORT_BREAKS, "Breaks of about a minute"),
    ),
)
SIDE = Proposal(
    topic=Topic.SIDE,
    line="Left 4:10, right 6:40 in two weeks. Start with the left next?",
    choices=((Choice.LEFT, "Start with the left"),),
)
NEXT = Suggested(
    name="Two-minute hips and breath",
    length=timedelta(seconds=130),
    why="Suggested because: it is next in turn",
)
LONG = Suggested(
    name="Stand, lift and fold, from the desk to the floor and up again",
    length=timedelta(seconds=130),
    why="Suggested because: left is 3 min behind in two weeks; no strength work "
    "since Tuesday; it is one of your favourites",
)


def shots() -> Iterator[Shot]:
    """Every look of the window."""
    yield Shot("home", _window(SITTING))
    yield Shot("home-hint-long", _window(SITTING, suggested=LONG))
    yield Shot("home-undo", _window(replace(SITTING, undo="Undo skip")))
    yield Shot("home-call", _window(CALL))
    yield Shot("home-paused", _window(PAUSED))
    yield Shot(
        "home-waited",
        _window(
            replace(SITTING, waited_all_day="Breaks waited all day for Do not disturb")
        ),
    )
    yield Shot("home-offer", _window(SITTING, proposal=LONGER))
    yield Shot("home-offer-side", _window(SITTING, proposal=SIDE))
    yield Shot("home-no-tray", _window(SITTING, has_tray=False))
    yield Shot("home-large-text", _window(SITTING), font_scale=1.25)


def _window(
    situation: Situation,
    *,
    has_tray: bool = True,
    proposal: Proposal | None = None,
    suggested: Suggested = NEXT,
) -> Callable[[Theme], QWidget]:
    def make(theme: Theme) -> QWidget:
        return HomeWindow(
            theme=theme,
            situation=lambda: situation,
            proposal=lambda: proposal,
            suggested=lambda: suggested,
            has_tray=has_tray,
            desktop="GNOME",
        )

    return make
