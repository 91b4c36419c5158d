"""What `status --json` says: an interface, so its shape is checked word by word."""

from datetime import timedelta
from typing import Any

from psoas_break.app.status import status
from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    LeftForSure,
    PauseSet,
    QuietBegan,
    SnoozeAsked,
    StandingSet,
)
from psoas_break.domain.past import DayTotals
from psoas_break.domain.quiet import Pause, Reason
from psoas_break.domain.settings import Settings
from tests.scenes import at_work
from tests.world import World

MINUTE = timedelta(minutes=1)


def said(world: World) -> dict[str, Any]:
    today = DayTotals(breaks=2, stretch_left=timedelta(seconds=90), breaths=12)
    return status(world.state, world.at, Settings(), idle="X11", today=today)


def test_all_of_it_while_sitting() -> None:
    found = said(at_work(22))
    today = found.pop("today")
    assert (today["breaks"], today["stretch_left_s"], today["breaths"]) == (2, 90, 12)
    assert found == {
        "version": 1,
        "state": "sitting",
        "prompt": "none",
        "clock_running": True,
        "standing": False,
        "off_hours": False,
        "away_since": None,
        "sitting_s": 1320,
        "next_break": {"earliest_s": 480, "latest_s": 1380},
        "pending": False,
        "quiet": [],
        "paused": False,
        "paused_until": None,
        "snoozes": {"used": 0, "limit": 3},
        "idle": "X11",
        "line": "Sitting 22 min · next break in 8 to 23 min",
        "waited_all_day": None,
        "notices": [],
    }


def test_away_since_the_last_input() -> None:
    world = at_work(10)
    world.rests_hands(minutes=4)
    found = said(world)
    assert (found["away_since"], found["clock_running"], found["next_break"]) == (
        "2026-03-02T09:10:00.000+01:00",
        False,
        None,
    )


def test_a_lock_is_away_at_once() -> None:
    world = at_work(10)
    world.happens(LeftForSure(Certain.LOCKED))
    assert said(world)["state"] == "away"


def test_a_pause_says_until_when() -> None:
    world = at_work(10)
    world.happens(PauseSet(Pause(world.at, until=world.at.later(60 * MINUTE))))
    found = said(world)
    assert (found["paused"], found["paused_until"]) == (
        True,
        "2026-03-02T10:10:00.000+01:00",
    )


def test_quiet_reasons_say_since_and_until_when() -> None:
    world = at_work(10)
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.happens(QuietBegan(Reason.MEETING, world.at.later(MINUTE)))
    since = "2026-03-02T09:10:00.000+01:00"
    assert said(world)["quiet"] == [
        {"reason": "microphone", "since": since, "until": None},
        {"reason": "meeting", "since": since, "until": "2026-03-02T09:11:00.000+01:00"},
    ]


def test_a_prompt_held_back_is_pending() -> None:
    world = at_work(44)
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.types(minutes=2)
    found = said(world)
    assert (found["pending"], found["state"]) == (True, "due")


def test_snoozes_are_counted() -> None:
    world = at_work(45.5)
    world.happens(SnoozeAsked(MINUTE))
    assert said(world)["snoozes"] == {"used": 1, "limit": 3}


def test_standing_is_said() -> None:
    world = at_work(10)
    world.happens(StandingSet(on=True))
    found = said(world)
    assert (found["standing"], found["clock_running"]) == (True, False)
