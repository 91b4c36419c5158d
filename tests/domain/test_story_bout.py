"""The sitting bout that goes on is known, for the line of the day."""

from datetime import timedelta

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
