"""How stories begin: someone at work, asked to stand up, or taking a break."""

from datetime import UTC, datetime, timedelta

from psoas_break.domain.events import SessionBegan, SessionOver
from psoas_break.domain.history import Side
from psoas_break.domain.progress import Progress
from psoas_break.domain.settings import Settings
from tests.world import World


def at_work(
    minutes: float = 20, settings: Settings | None = None, *, idle_known: bool = True
) -> World:
    """Someone who has been typing since nine."""
    world = World("09:00", settings=settings, idle_known=idle_known)
    world.types(minutes=minutes)
    return world


def prompted(settings: Settings | None = None) -> World:
    """Someone whom a prompt asks to stand up, since ten seconds."""
    world = World("09:00", settings=settings)
    world.types(minutes=45, seconds=10)
    return world


def missed() -> World:
    """A prompt that came at 9:45 and was missed at 10:13; now it is 10:15."""
    return at_work(75)


def does(world: World, *, seated: bool, seconds: float, finished: bool = False) -> None:
    """Do a guided break without touching a key, and close it."""
    world.clicks(SessionBegan(seated))
    world.rests_hands(seconds=seconds)
    active = timedelta(seconds=seconds)
    world.clicks(SessionOver(finished=finished, active=active))


def progress(world: World, active: timedelta) -> Progress:
    """What the guide has kept of an open break."""
    return Progress(
        session=datetime(2026, 3, 2, 8, tzinfo=UTC),
        routine="R2",
        seated=False,
        lead=Side.LEFT,
        saved=world.at.wall,
        active=active,
    )
