"""A whole day at a desk, in a microsecond: the world as the reminder sees it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from psoas_break.app.keeper import Keeper
from psoas_break.app.reminder import PromptEffect, Reminder
from psoas_break.domain.absence import Certain, Gone
from psoas_break.domain.describing import describe
from psoas_break.domain.events import (
    CauseEnded,
    Event,
    LeftForSure,
    Refusal,
    Slept,
    Touched,
)
from psoas_break.domain.history import DaySpan, Record, SpanKind, Voided
from psoas_break.domain.moment import Moment
from psoas_break.domain.past import DayTotals, History
from psoas_break.domain.progress import Progress
from psoas_break.domain.settings import Reminders, Settings
from psoas_break.domain.situation import Situation
from psoas_break.domain.state import State, first_state
from tests.bells import Bells
from tests.logbook import line_of_prompt, line_of_record

BERLIN = ZoneInfo("Europe/Berlin")


class World(Bells):
    """Clock, alarms, idle, journal and prompt in one; what it sees is in `log`.

    While `types`, keys are pressed without a lull; while `rests_hands` none are.
    """

    minute = timedelta(minutes=1)
    often = Settings(
        reminders=Reminders(earliest=timedelta(minutes=5), latest=timedelta(minutes=8))
    )
    """Asks every few minutes."""

    def __init__(
        self,
        start: str = "09:00",
        *,
        settings: Settings | None = None,
        idle_known: bool = True,
        told_of_return: bool = False,
        told_of_silence: bool = False,
    ) -> None:
        day = start if "T" in start else f"2026-03-02T{start}"
        wall = datetime.fromisoformat(day).replace(tzinfo=BERLIN)
        self.at = Moment(wall, timedelta(days=3))
        super().__init__()
        self.log: list[str] = []
        self.records: list[Record] = []
        self.looks: list[str] = []
        self.lost: Progress | None = None
        self._idle_known = idle_known
        self._typing = False
        self._last_input = self.at
        self._boot = 1
        self.tells = told_of_return
        self.tells_silence = told_of_silence
        self._kept: dict[str, dict[str, object]] = {}
        self._keeper = Keeper(clock=self, anchors=self, pulse=self)
        self._start_app(first_state(self.at), settings or Settings())

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

    def clicks(self, event: Event) -> Refusal | None:
        """Click something in one of our own windows."""
        self.presses()
        self.happens(Touched())
        return self.happens(event)

    def restarts(
        self, *, same_boot: bool = True, killed: bool = False, **gap: float
    ) -> None:
        """End the app, or kill it; let `gap` pass, and start it again."""
        if not killed:
            self._keeper.save(self.state)
        self.at = self.at.later(timedelta(**gap))
        if not same_boot:
            self._boot += 1
            self.at = replace(self.at, steady=timedelta(seconds=20))
            self._last_input = self.at
        settings = self.reminder.settings
        self._keeper = Keeper(clock=self, anchors=self, pulse=self)
        self._start_app(self._keeper.restore(settings, self, self.lost), settings)

    def sets_the_wall_clock(self, **span: float) -> None:
        """Move the wall clock by `span`; real time does not pass."""
        wall = self.at.wall + timedelta(**span)
        self.at = replace(self.at, wall=wall)

    # What the test asks

    @property
    def state(self) -> State:
        """Where we are."""
        return self.reminder.state

    @property
    def situation(self) -> Situation:
        """What every display shows now."""
        return describe(self.state, self.at, self.reminder.settings)

    @property
    def line(self) -> str:
        """The state line, now."""
        return self.situation.line

    @property
    def bouts(self) -> list[str]:
        """The sitting bouts on record."""
        voided = {record.of for record in self.records if isinstance(record, Voided)}
        return [
            f"{record.started:%H:%M}-{record.ended:%H:%M}"
            for record in self.records
            if isinstance(record, DaySpan)
            and record.kind is SpanKind.SITTING
            and record.key not in voided
        ]

    @property
    def gone_since(self) -> str:
        """When the absence in progress began; "" when there is none."""
        gone = self.state.presence
        return f"{gone.start.wall:%H:%M:%S}" if isinstance(gone, Gone) else ""

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
        return f"boot {self._boot}"

    def save(self, name: str, values: dict[str, object]) -> None:
        plain: dict[str, object] = json.loads(json.dumps(values))
        self._kept[name] = plain

    def load(self, name: str) -> dict[str, object] | None:
        return self._kept.get(name)

    def beat(self, values: dict[str, object]) -> None:
        self.save("pulse", values)

    def last(self) -> dict[str, object]:
        return self.load("pulse") or {}

    def asleep(self) -> timedelta:
        return timedelta()

    @property
    def name(self) -> str:
        return "world" if self._idle_known else "unknown"

    def idle(self) -> timedelta | None:
        self.looks.append(f"{self.at.wall:%H:%M:%S}")
        if not self._idle_known:
            return None
        if self._typing:
            return timedelta()
        return self.at - self._last_input

    def refresh(self, done: Callable[[], None]) -> None:
        done()

    def attend(self, *, closely: bool) -> None:
        pass

    def tell_return(self, returned: Callable[[], None] | None) -> None:
        pass

    def tell_silence(self, span: timedelta | None, fell: Callable[[], None]) -> None:
        super().tell_silence(span if self.tells_silence else None, fell)

    def totals(self, day: date) -> DayTotals:  # noqa: ARG002
        return DayTotals()

    def history(
        self,
        first: date | None = None,  # noqa: ARG002
        last: date | None = None,  # noqa: ARG002
    ) -> History:
        return History()

    def record(self, records: Sequence[Record]) -> None:
        self.records.extend(records)
        for line in filter(None, map(line_of_record, records)):
            self._say(line)

    def _prompt(self, effect: PromptEffect) -> None:
        self._say(line_of_prompt(effect))

    def _say(self, text: str) -> None:
        self.log.append(f"{self.at.wall:%H:%M:%S} {text}")

    def _start_app(self, state: State, settings: Settings) -> None:
        self.reminder = Reminder(
            state=state,
            settings=settings,
            clock=self,
            alarm=self,
            calendar=self,
            idle=self,
            signals=self,
            journal=self,
            on_prompt=self._prompt,
            on_change=self._keeper.keep,
        )
        self.reminder.look()

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
