"""Whatever a year of breaks is like: no spacing, cap, limit or place rule is broken."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from psoas_break.app.choosing import Choosing, Plan
from psoas_break.domain.capping import SESSION_CAP
from psoas_break.domain.exercise import Form, Kind, Sides
from psoas_break.domain.history import Feeling, Felt, Held, Record, Side
from psoas_break.domain.moment import Moment, day_of
from psoas_break.domain.options import Kit
from psoas_break.domain.past import DayTotals, History, PastSession
from psoas_break.domain.progress import STRETCHES, Progress, held_in
from psoas_break.domain.rotation import Mark
from psoas_break.domain.routine import BREATHE
from psoas_break.domain.settings import (
    BodyLimit,
    Breaks,
    Length,
    Place,
    Settings,
)
from psoas_break.domain.suiting import suits
from tests.app.at_the_desk import ours

START = datetime.fromisoformat("2026-01-05T09:00:00+01:00")
DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)


class Year:
    """A user's year: a clock, a journal and anchors that are only lists."""

    def __init__(self, chance: Random, breaks: Breaks) -> None:
        self.chance = chance
        self.settings = Settings(breaks=breaks)
        self.at = Moment(START, timedelta())
        self.sessions: list[PastSession] = []
        self.said: list[Felt] = []
        self.kept: dict[str, dict[str, object]] = {}
        self.offered: list[tuple[datetime, str, str, timedelta | int]] = []
        self.choosing = Choosing(
            clock=self,
            journal=self,
            anchors=self,
            settings=lambda: self.settings,
            load=ours,
        )

    # What the app asks

    def now(self) -> Moment:
        return self.at

    def boot_id(self) -> str:
        return "boot"

    def asleep(self) -> timedelta:
        return timedelta()

    def record(self, records: Sequence[Record]) -> None:
        raise AssertionError(records)

    def totals(self, day: date) -> DayTotals:
        raise AssertionError(day)

    def history(self, first: date | None = None, last: date | None = None) -> History:
        assert last is None
        begins = bisect_left(
            self.sessions, first or date.min, key=lambda one: one.started.date()
        )
        felt = [one for one in self.said if self.at.wall - one.at <= 15 * DAY]
        return History(sessions=tuple(self.sessions[begins:]), felt=tuple(felt))

    def save(self, name: str, values: dict[str, object]) -> None:
        self.kept[name] = values

    def load(self, name: str) -> dict[str, object] | None:
        return self.kept.get(name)

    # What the user does

    def lives(self) -> None:
        """A year of breaks: busy days, idle days, holidays."""
        while self.at.wall - START < 365 * DAY:
            self.takes_a_break()
            roll = self.chance.random()
            if roll < 0.5:
                self.passes(timedelta(hours=self.chance.uniform(0.6, 3)))
            elif roll < 0.97:
                self.passes(timedelta(hours=self.chance.uniform(12, 70)))
            else:
                self.passes(timedelta(days=self.chance.uniform(4, 30)))
            if roll > 0.93:
                self.marks_something()

    def passes(self, span: timedelta) -> None:
        self.at = self.at.later(span)

    def marks_something(self) -> None:
        catalogue = ours()
        what = self.chance.choice([*catalogue.routines, *catalogue.exercises])
        mark, on = self.chance.choice(list(Mark)), self.chance.random() < 0.4
        self.choosing.mark(what, mark, on=on)

    def takes_a_break(self) -> None:
        plan = self.choosing.plan("stretch")
        assert plan is not None
        self.check(plan)
        held = self.holds(plan)
        progress = Progress(
            session=self.at.wall,
            routine=plan.routine,
            seated=plan.seated,
            lead=plan.lead,
            saved=self.at.wall,
            held=held,
        )
        self.sessions.append(
            PastSession(
                id=str(len(self.sessions)),
                started=self.at.wall,
                ended=self.at.wall,
                routine=plan.routine,
                outcome=None,
                held=held,
            )
        )
        self.choosing.done(progress)
        self.says_something(progress)

    def holds(self, plan: Plan) -> tuple[Held, ...]:
        """Hold all of it, or end at some point on the way."""
        timeline = plan.timeline
        until = timeline.length
        if self.chance.random() < 0.3:
            until *= self.chance.random()
        held: list[Held] = []
        for index, segment in enumerate(timeline.segments):
            into = min(segment.length, until - timeline.start_of(index))
            held += held_in(segment, index, into, self.at.wall, self.at.wall)
        return tuple(held)

    def says_something(self, progress: Progress) -> None:
        roll = self.chance.random()
        if roll > 0.04 or not progress.held:
            return
        feeling = Feeling.HURT if roll < 0.01 else Feeling.TOO_MUCH
        exercise = progress.exercises[-1] if feeling is Feeling.HURT else ""
        wall = self.at.wall
        felt = Felt(session=wall, at=wall, feeling=feeling, exercise=exercise)
        self.said.append(felt)
        self.choosing.felt(felt, progress.exercises)

    # What must hold

    def check(self, plan: Plan) -> None:
        now, today = self.at.wall, self.choosing.circumstances()
        past = [held for session in self.sessions for held in session.held]
        exercises = plan.timeline.exercises
        left_out = self.choosing.rotation.passed
        if plan.routine != BREATHE:
            assert all(suits(one, today) for one in exercises)
            assert not {one.id for one in exercises} & left_out
            assert not plan.seated
        if any(one.recovery for one in exercises):
            done = [
                held.at
                for held in past[-400:]
                if now - held.at < A_WEEK and ours().exercises[held.exercise].recovery
            ]
            assert all(now - at >= 2 * DAY for at in done)
            assert len({day_of(at) for at in done}) <= 2
        before = [session for session in self.sessions if session.held][-1:]
        just_done = {held.exercise for session in before for held in session.held}
        strength = {one.id for one in exercises if one.kind is Kind.STRENGTH}
        if before and now - before[0].started < 14 * DAY:
            assert not strength & just_done
        if before and now - before[0].started >= 14 * DAY:
            assert {one.level for one in exercises} == {1}
        for side in (Side.LEFT, Side.RIGHT):
            assert self.stretch(plan, side) <= SESSION_CAP
        if self.settings.breaks.length is Length.AS_IT_COMES:
            self.check_growth(plan)

    def check_growth(self, plan: Plan) -> None:
        """Nothing is longer by more than ten seconds or two repetitions in a week."""
        now = self.at.wall
        done = {
            (segment.exercise.id, segment.form is Form.EASIER, segment.amount)
            for segment in plan.timeline.segments
            if segment.is_work and segment.exercise.kind in STRETCHES | {Kind.STRENGTH}
        }
        for exercise, easier, amount in done:
            if easier or amount is None:
                continue
            key = f"{plan.routine} {exercise}"
            lately = [
                one[3]
                for one in self.offered[-60:]
                if one[1] == key and now - one[0] < A_WEEK
            ]
            for before in lately:
                if isinstance(amount, timedelta) and isinstance(before, timedelta):
                    assert amount - before <= timedelta(seconds=10)
                elif isinstance(amount, int) and isinstance(before, int):
                    assert amount - before <= 2
            self.offered.append((now, key, exercise, amount))

    def stretch(self, plan: Plan, side: Side) -> timedelta:
        spans = (
            segment.length
            for segment in plan.timeline.segments
            if segment.is_work
            and segment.side is side
            and segment.exercise.sides is Sides.EACH
            and segment.exercise.kind in STRETCHES
        )
        return sum(spans, timedelta())

    @property
    def difference(self) -> timedelta:
        """How much longer one side was stretched than the other."""
        sides = {Side.LEFT: timedelta(), Side.RIGHT: timedelta()}
        for session in self.sessions:
            for held in session.held:
                if held.stretch and held.side in sides:
                    sides[held.side] += held.held
        return abs(sides[Side.LEFT] - sides[Side.RIGHT])


breaks = st.builds(
    Breaks,
    length=st.sampled_from([Length.AS_IT_COMES, Length.AS_IT_COMES, Length.FIVE]),
    places=st.sampled_from(
        [
            frozenset({Place.DESK, Place.CHAIR}),
            frozenset(Place),
            frozenset({Place.DESK}),
            frozenset({Place.CHAIR}),
        ]
    ),
    kit=st.frozensets(st.sampled_from(Kit), max_size=3),
    limits=st.frozensets(st.sampled_from(BodyLimit), max_size=2),
)


@settings(max_examples=8, deadline=None)  # a year takes as long as it takes
@given(st.integers(0, 2**32), breaks)
def test_whatever_a_year_is_like_no_rule_is_broken(seed: int, breaks: Breaks) -> None:
    year = Year(Random(seed), breaks)  # noqa: S311  a history, not a secret

    year.lives()

    assert year.difference <= SESSION_CAP
