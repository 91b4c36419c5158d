"""The sitting bout that goes on is known, for the line of the day."""

from datetime import timedelta

from psoas_break.domain.events import Moved, SessionBegan, SessionOver, StandingSet
from tests.scenes import at_work
from tests.world import World

MINUTE = timedelta(minutes=1)


def test_a_bout_goes_on_from_the_moment_one_sat_down() -> None:
    world = World()
    began = world.now().wall
    world.types(minutes=20)
    assert world.situation.sat_since == began


def test_a_short_absence_does_not_end_it() -> None:
    world = World()
    began = world.now().wall
    world.types(minutes=10)
    world.locks(minutes=2)
    world.types(minutes=5)
    assert world.situation.sat_since == began


def test_while_away_nothing_goes_on_and_the_return_begins_another() -> None:
    world = World()
    world.types(minutes=10)
    world.rests_hands(minutes=8)
    away = world.situation
    assert away.sat_since is None
    world.types(minutes=20)
    since = world.situation.sat_since
    assert since is not None
    assert 19 * MINUTE < world.now().wall - since <= 20 * MINUTE


def test_whoever_stood_up_before_a_break_had_stopped_sitting_then() -> None:
    world = at_work(minutes=20)
    world.happens(StandingSet(on=True))
    world.types(minutes=3)
    world.happens(SessionBegan(seated=False))
    world.rests_hands(minutes=2)
    world.happens(SessionOver(finished=True, active=2 * MINUTE))
    assert world.bouts == ["09:00-09:20"]


def test_who_says_to_have_moved_while_standing_had_stopped_sitting_then() -> None:
    world = at_work(minutes=20)
    world.happens(StandingSet(on=True))
    world.types(minutes=3)
    world.clicks(Moved())
    assert world.bouts == ["09:00-09:20"]


def test_said_by_a_script_while_away_the_bout_ended_at_the_last_input() -> None:
    world = at_work(minutes=20)
    world.rests_hands(minutes=4)
    world.happens(Moved())
    assert world.bouts == ["09:00-09:20"]
