"""The world with a desk in it: commands go in, windows and breaks come out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from psoas_break.app.asking import Asking
from psoas_break.app.choosing import Choosing
from psoas_break.app.commands import Answer, Command, Status, Window
from psoas_break.app.desk import Desk
from psoas_break.app.proposing import Proposing
from psoas_break.app.reminder import PromptEffect
from psoas_break.app.session import Guide, recover
from psoas_break.app.sleep_watch import SleepWatch
from psoas_break.domain.breathing import Phase
from psoas_break.domain.events import Slept
from psoas_break.domain.history import Record
from psoas_break.domain.past import DayTotals, History
from psoas_break.domain.position import Position
from psoas_break.domain.routine import Catalogue
from psoas_break.domain.session_values import Closed, Left, Session
from psoas_break.domain.settings import Settings
from psoas_break.domain.situation import Offer
from psoas_break.domain.state import State
from psoas_break.domain.timeline import Part
from psoas_break.domain.totals import totals_of
from psoas_break.storage.catalogue import load
from psoas_break.storage.journal_history import history_of
from psoas_break.storage.journal_rows import row_of
from psoas_break.storage.resources import find_resources
from tests.world import World

DEVICE = UUID(int=7).bytes


@cache
def ours() -> Catalogue:
    """The catalogue the app comes with."""
    catalogue, problems = load(find_resources())
    assert not problems
    return catalogue


class Bell:
    """An alarm that somebody else rings."""

    def __init__(self) -> None:
        self.at: timedelta | None = None
        self.ring: Callable[[], None] = lambda: None

    def ring_at(self, steady: timedelta | None, ring: Callable[[], None]) -> None:
        self.at, self.ring = steady, ring


class Card:
    """Where the prompt appears."""

    def __init__(self) -> None:
        self.offers: list[Offer] = []
        self.up = False
        self.opened = False

    def show(self, offer: Offer) -> None:
        self.offers.append(offer)
        self.up = True

    def open(self) -> None:
        self.opened = True

    def collapse(self) -> None:
        self.up = False

    def withdraw(self) -> None:
        self.up = False


class Screen:
    """The guided window, the other windows, whether it may go dark, and music."""

    def __init__(self) -> None:
        self.session: Session = Closed()
        self.windows: list[Window] = []
        self.kept_awake = False
        self.music = True
        self.position: Callable[[], Position | None] = lambda: None

    def open(self, position: Callable[[], Position | None]) -> None:
        self.position = position

    def hold(self) -> None:
        self.kept_awake = True

    def release(self) -> None:
        self.kept_awake = False

    def pause(self) -> None:
        self.music = False

    def resume(self) -> None:
        self.music = True


class SessionScreen:
    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self.open = screen.open

    def show(self, session: Session) -> None:
        self._screen.session = session


class WindowScreen:
    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def show(self, window: Window) -> None:
        self._screen.windows.append(window)


@dataclass
class SignsHeard:
    """What a guided break let be heard."""

    said: list[tuple[str, Part]] = field(default_factory=list)
    led: list[tuple[Phase, timedelta]] = field(default_factory=list)
    hushed: int = 0

    def cue(self, text: str, part: Part) -> None:
        self.said.append((text, part))

    def breath(self, phase: Phase, lasts: timedelta) -> None:
        self.led.append((phase, lasts))

    def hush(self) -> None:
        self.hushed += 1


class AtTheDesk(World):
    """A world whose user can also speak to the app.

    Args:
        problems: what the app has to say.
    """

    def __init__(
        self,
        start: str = "09:00",
        *,
        settings: Settings | None = None,
        problems: Sequence[str] = (),
    ) -> None:
        self.screen = Screen()
        self.card = Card()
        self.bell = Bell()
        self.signs = SignsHeard()
        self.has_quit = False
        self._problems = tuple(problems)
        self._slept = timedelta()
        super().__init__(start, settings=settings)

    def _start_app(self, state: State, settings: Settings) -> None:
        self.choosing = Choosing(
            clock=self,
            journal=self,
            anchors=self,
            settings=lambda: self.reminder.settings,
            load=ours,
        )
        self.proposing = Proposing(
            clock=self,
            journal=self,
            anchors=self,
            settings=lambda: self.reminder.settings,
            choose=lambda settings: self.reminder.use(settings),  # noqa: PLW0108  made later
            choosing=self.choosing,
        )
        asking = Asking(choosing=self.choosing, view=self.card)
        self._follow = asking.follow
        self._sleep = SleepWatch(clock=self, on_slept=self._wake)
        super()._start_app(state, settings)
        self.guide = Guide(
            clock=self,
            alarm=self.bell,
            journal=self,
            anchors=self,
            awake=self.screen,
            media=self.screen,
            view=SessionScreen(self.screen),
            reminder=self.reminder,
            choosing=self.choosing,
            signs=self.signs,
            senses=self._sleep.look,
        )
        self.desk = Desk(
            clock=self,
            journal=self,
            reminder=self.reminder,
            guide=self.guide,
            choosing=self.choosing,
            proposing=self.proposing,
            asking=asking,
            windows=WindowScreen(self.screen),
            idle=lambda: "world",
            problems=lambda: self._problems,
            quit_app=self._quit,
        )
        if self.lost is not None:
            self.choosing.done(self.lost)

    # What the test says

    def does(self, command: Command) -> Answer:
        """Say it on the command line."""
        return self.desk.do(command)

    def is_asked(self) -> "AtTheDesk":
        """Work until the prompt comes."""
        self.types(minutes=45)
        assert self.card.up
        return self

    def goes_on(self, **span: float) -> None:
        """Let time pass with a guided break on screen."""
        end = self.at.later(timedelta(**span))
        while self.bell.at is not None and self.bell.at <= end.steady:
            self.rests_hands(seconds=(self.bell.at - self.at.steady).total_seconds())
            ring, self.bell.at = self.bell.ring, None
            ring()
        self.rests_hands(seconds=(end - self.at).total_seconds())

    def restarts(
        self, *, same_boot: bool = True, killed: bool = False, **gap: float
    ) -> None:
        """End the app, or kill it; let `gap` pass, and start it again."""
        if not killed:
            self.guide.quit()
        self.screen, self.bell = Screen(), Bell()
        self.lost = recover(self, self)
        super().restarts(same_boot=same_boot, killed=killed, **gap)

    def closes_the_lid(self, **span: float) -> None:
        """Sleep, and wake with nobody telling."""
        self.at = self.at.later(timedelta(**span))
        self._slept += timedelta(**span)

    # What the test asks

    @property
    def status(self) -> dict[str, Any]:
        """What `status --json` says."""
        return self.does(Status()).data or {}

    @property
    def past(self) -> History:
        """What is recorded."""
        return self.history()

    # What the app sees

    def asleep(self) -> timedelta:
        return self._slept

    def history(self, first: date | None = None, last: date | None = None) -> History:
        return history_of(
            row_of(record, DEVICE)
            for record in self.records
            if (first or date.min) <= record.day <= (last or date.max)
        )

    def totals(self, day: date) -> DayTotals:
        return totals_of(self.history(day, day))

    def recorded(self, kind: type[Record]) -> list[Any]:
        return [record for record in self.records if isinstance(record, kind)]

    def _prompt(self, effect: PromptEffect) -> None:
        super()._prompt(effect)
        self._follow(effect)

    def _wake(self, slept: Slept) -> None:
        self.guide.handle(Left(slept.since))
        self.reminder.handle(slept)

    def _quit(self) -> None:
        self.has_quit = True
