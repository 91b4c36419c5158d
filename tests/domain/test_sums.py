"""What days and exercises have come to, for the charts."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from psoas_break.domain.history import (
    BreakSource,
    DaySpan,
    Held,
    SessionOutcome,
    Side,
    SpanKind,
)
from psoas_break.domain.past import History, PastBreak, PastSession
from psoas_break.domain.sums import (
    DaySum,
    ExerciseSum,
    day_sums,
    exercise_sums,
    lasted,
    sum_of,
)

MONDAY = date(2026, 3, 2)
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
BERLIN = ZoneInfo("Europe/Berlin")


def at(hour: int, minute: int = 0, *, day: int = 2) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=BERLIN)


def held(
    start: datetime,
    side: Side,
    seconds: int,
    *,
    exercise: str = "couch-stretch",
    breaths: int = 0,
    repetitions: int = 0,
    stretch: bool = True,
) -> Held:
    return Held(
        session=start,
        index=0,
        exercise=exercise,
        side=side,
        held=seconds * SECOND,
        at=start,
        breaths=breaths,
        repetitions=repetitions,
        stretch=stretch,
    )


def session(
    start: datetime,
    *parts: Held,
    outcome: SessionOutcome | None = SessionOutcome.FINISHED,
) -> PastSession:
    return PastSession(
        id=str(start),
        started=start,
        ended=start,
        routine="R2",
        outcome=outcome,
        held=parts,
    )


def bout(start: datetime, end: datetime) -> DaySpan:
    return DaySpan(kind=SpanKind.SITTING, started=start, ended=end)


def test_a_day_counts_breaks_that_count_and_sides_that_were_stretched() -> None:
    start = at(9)
    whole = session(start, held(start, Side.LEFT, 30), held(start, Side.RIGHT, 25))
    march = session(start, held(start, Side.LEFT, 20, stretch=False))
    short = session(
        start, held(start, Side.BOTH, 40, breaths=4), outcome=SessionOutcome.ENDED
    )
    going_on = session(start, outcome=None)
    history = History(sessions=(whole, march, short, going_on))
    assert day_sums(history) == {
        MONDAY: DaySum(breaks=2, left=30 * SECOND, right=25 * SECOND, breaths=4)
    }


def test_a_break_after_midnight_belongs_to_the_evening() -> None:
    late = at(1, 30, day=3)
    assert day_sums(History(sessions=(session(late),))) == {MONDAY: DaySum(breaks=1)}


def test_bouts_add_up_and_the_longest_is_known() -> None:
    natural = PastBreak(
        id="lunch", started=at(12), ended=at(12, 30), source=BreakSource.ABSENCE
    )
    away = DaySpan(kind=SpanKind.AWAY, started=at(12), ended=at(12, 30))
    history = History(
        natural_breaks=(natural,),
        spans=(bout(at(8), at(9)), away, bout(at(13), at(13, 30))),
    )
    (day,) = day_sums(history).values()
    assert day == DaySum(
        natural_breaks=1,
        bouts=2,
        sitting=90 * MINUTE,
        longest=60 * MINUTE,
    )
    assert day.average_bout == 45 * MINUTE


def test_a_day_with_nothing_to_count_is_no_day() -> None:
    away = DaySpan(kind=SpanKind.AWAY, started=at(12), ended=at(12, 4))
    assert (
        day_sums(History(spans=(away,), sessions=(session(at(9), outcome=None),))) == {}
    )


def test_nobody_who_sat_has_no_usual_bout() -> None:
    assert DaySum().average_bout == timedelta()


def test_days_add_up() -> None:
    days = {
        MONDAY + timedelta(days=n): DaySum(
            breaks=n + 1, left=SECOND, longest=n * MINUTE
        )
        for n in range(7)
    }
    whole = sum_of(days, MONDAY, MONDAY + timedelta(days=2))
    assert whole == DaySum(breaks=6, left=3 * SECOND, longest=2 * MINUTE)
    assert whole.stretched == 3 * SECOND


def test_an_exercise_adds_up_over_sessions_and_the_longest_comes_first() -> None:
    one, other = at(9), at(9, day=4)
    history = History(
        sessions=(
            session(
                one,
                held(one, Side.LEFT, 30),
                held(one, Side.RIGHT, 25),
                held(one, Side.BOTH, 60, exercise="breath-seated", breaths=6),
            ),
            session(
                other,
                held(other, Side.LEFT, 20),
                held(other, Side.BOTH, 10, exercise="squat", repetitions=8),
            ),
        )
    )
    assert exercise_sums(history) == (
        ExerciseSum(
            exercise="couch-stretch",
            times=2,
            held=75 * SECOND,
            last=date(2026, 3, 4),
            left=50 * SECOND,
            right=25 * SECOND,
        ),
        ExerciseSum(
            exercise="breath-seated",
            times=1,
            held=60 * SECOND,
            last=MONDAY,
            breaths=6,
        ),
        ExerciseSum(
            exercise="squat",
            times=1,
            held=10 * SECOND,
            last=date(2026, 3, 4),
            repetitions=8,
        ),
    )


def test_a_length_is_right_on_the_night_the_clocks_go_forward() -> None:
    evening = datetime(2026, 3, 28, 22, tzinfo=BERLIN)
    morning = datetime(2026, 3, 29, 6, tzinfo=BERLIN)
    assert lasted(evening, morning) == timedelta(hours=7)
