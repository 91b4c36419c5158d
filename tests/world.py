"""A whole day at a desk, in a microsecond: the world as the reminder sees it."""

import heapq
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from psoas_break.app.reminder import PromptEffect, Reminder
from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    CauseEnded,
    CollapsePrompt,
    Event,
    LeftForSure,
    Refusal,
    ShowPrompt,
    Slept,
    WithdrawPrompt,
)
from psoas_break.domain.history import (
    DaySpan,
    NaturalBreak,
    PromptRecord,
    Record,
    Voided,
)
from psoas_break.domain.moment import Moment
from psoas_break.domain.past import DayTotals, History
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import State, first_state

BERLIN = ZoneInfo("Europe/Berlin")
TYPING_EVERY = timedelta(seconds=2)


class World:
    """Clock, alarms, idle, journal and prompt in one; what it sees is in `log`.

    While `types`, keys are pressed without a lull; while `rests_hands` none are.
    """

    def __init__(
        self,
        start: str = "09:00",
        *,
        settings: Settings | None = None,
        idle_known: bool = True,
        state: State | None = None,
    ) -> None:
        day = start if "T" in start else f"2026-03-02T{start}"
        wall = datetime.fromisoformat(day).replace(tzinfo=BERLIN)
        self.at = Moment(wall, timedelta(days=3))
        self.log: list[str] = []
        self.records: list[Record] = []
        self.alarms: list[Moment | None] = []
        self._idle_known = idle_known
        self._typing = False
        self._last_input = self.at
        self._steady: tuple[timedelta, Callable[[], None]] | None = None
        self._wall: tuple[datetime, Callable[[], None]] | None = None
        self.reminder = Reminder(
            state=state or first_state(self.at),
            settings=settings or Settings(),
            clock=self,
            alarm=self,
            calendar=self,
            idle=self,
            journal=self,
            on_prompt=self._prompt,
            on_change=lambda _: None,
        )
        self.reminder.look()

    # What the test says

    def types(self, **span: float) -> None:
        """Press keys for `span`, never pausing."""
        self._typing = True
        self._pass(timedelta(**span))
        self._last_input = self.at
        self._typing = False

    def rests_hands(self, **span: float) -> None:
        """Sit still for `span`."""
        self._pass(timedelta(**span))

    def presses(self) -> None:
        """Press one key."""
        self._last_input = self.at

    def happens(self, event: Event) -> Refusal | None:
        """Let something happen."""
        return self.reminder.handle(event)

    def locks(self, **span: float) -> None:
        """Lock the screen for `span`."""
        self.happens(LeftForSure(Certain.LOCKED))
        self.rests_hands(**span)
        self.happens(CauseEnded(Certain.LOCKED))

    def sleeps(self, **span: float) -> None:
        """Close the lid for `span`; nothing rings meanwhile."""
        since = self.at
        self.at = self.at.later(timedelta(**span))
        self.happens(Slept(since))

    # What the test asks

    @property
    def sat(self) -> timedelta:
        """What the sitting clock reads."""
        return self.reminder.state.sat(self.at)

    @property
    def sat_minutes(self) -> float:
        """The same, in minutes."""
        return round(self.sat / timedelta(minutes=1), 3)

    @property
    def prompts(self) -> list[str]:
        """Only the lines of the log that show a prompt."""
        return [line for line in self.log if " prompt after " in line]

    # What the reminder sees

    def now(self) -> Moment:
        return self.at

    def boot_id(self) -> str:
        return "one"

    def asleep(self) -> timedelta:
        return timedelta()

    def ring_at(self, steady: timedelta | None, ring: Callable[[], None]) -> None:
        self._steady = None if steady is None else (steady, ring)

    def ring_on(self, wall: datetime | None, ring: Callable[[], None]) -> None:
        self._wall = None if wall is None else (wall, ring)

    @property
    def name(self) -> str:
        return "world" if self._idle_known else "unknown"

    def idle(self) -> timedelta | None:
        if not self._idle_known:
            return None
        if self._typing:
            return timedelta()
        return self.at - self._last_input

    def record(self, records: Sequence[Record]) -> None:
        self.records.extend(records)
        for record in records:
            match record:
                case PromptRecord(note=note, detail=detail):
                    self._say(f"{note}: {detail}" if detail else f"{note}")
                case NaturalBreak(started=started, ended=ended, source=source):
                    self._say(
                        f"natural break {started:%H:%M:%S}-{ended:%H:%M:%S} {source}"
                    )
                case Voided(of=of):
                    self._say(f"void {of.split(' 20')[0]}")
                case DaySpan():
                    pass
                case _:
                    self._say(type(record).__name__)

    def totals(self, day: date) -> DayTotals:  # noqa: ARG002
        return DayTotals()

    def history(
        self,
        first: date | None = None,  # noqa: ARG002
        last: date | None = None,  # noqa: ARG002
    ) -> History:
        return History()

    def _prompt(self, effect: PromptEffect) -> None:
        match effect:
            case ShowPrompt(sat, snoozes, moved_first):
                extra = ", I just moved?" if moved_first else ""
                extra += f", snoozed {snoozes}" if snoozes else ""
                self._say(f"prompt after {sat / timedelta(minutes=1):.3g} min{extra}")
            case CollapsePrompt():
                self._say("collapses")
            case WithdrawPrompt():
                self._say("goes")

    def _say(self, text: str) -> None:
        self.log.append(f"{self.at.wall:%H:%M:%S} {text}")

    # How time passes

    def _pass(self, span: timedelta) -> None:
        end = self.at.later(span)
        while (ring := self._next_ring(end)) is not None:
            when, call = ring
            self.at = when
            if self._typing:
                self._last_input = when
            call()
        self.at = end

    def _next_ring(self, end: Moment) -> tuple[Moment, Callable[[], None]] | None:
        rings: list[tuple[timedelta, int, Callable[[], None]]] = []
        if self._steady is not None:
            heapq.heappush(rings, (self._steady[0], 0, self._steady[1]))
        if self._wall is not None:
            ahead = self._wall[0].timestamp() - self.at.wall.timestamp()
            steady = self.at.steady + timedelta(seconds=ahead)
            heapq.heappush(rings, (steady, 1, self._wall[1]))
        if not rings or rings[0][0] > end.steady:
            return None
        steady, which, call = rings[0]
        if which:
            self._wall = None
        else:
            self._steady = None
        return self.at.later(max(timedelta(), steady - self.at.steady)), call
